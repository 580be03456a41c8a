"""Where the finish of each way of catching up would lie, as a range, and how likely a day would hold: the
learner's pace, many samples.
"""

from datetime import date

from planner.domain.catching_up.compress import Goal
from planner.domain.chances import chance_text
from planner.domain.forecast.forecast import Forecast, Forecaster, Quantiles
from planner.domain.forecast.shapes import Shape
from planner.domain.pace.pace import pace_of
from planner.domain.schedule import Schedule


class FinishRanges:
    """Works out one range after the other; what did not change between them is not drawn again.

    The forecast begins today in any case, so that settling the plan up to today alone does not change it.
    """

    def __init__(self, today: date, shape: Shape = Shape.PERT) -> None:
        self._today = today
        self._forecaster = Forecaster(shape=shape)

    def of(self, laid_out: Schedule) -> Quantiles:
        """Where the finish of a plan lies."""
        return self._forecast(laid_out).finish

    def holding_words(self, laid_out: Schedule, goal: Goal) -> str:
        """How likely a day holds that the plan itself holds: by likely hours, each week as planned."""
        found = self._forecast(laid_out)
        by = "your own pace" if found.pace.enough else "hours and weeks that go differently"
        if goal.milestone is None:
            share = found.finish_chance(goal.day)
        else:
            share = found.chance(goal.milestone, goal.day)
        return f"By the forecast, which counts {by}, the chance of that is {chance_text(share)}."

    def _forecast(self, laid_out: Schedule) -> Forecast:
        pace = pace_of(laid_out.plan, laid_out, self._today)
        return self._forecaster.forecast(laid_out.plan, self._today, pace, laid_out.graph)
