"""Where the finish of each way of catching up would lie, as a range: the learner's pace, many samples."""

from datetime import date

from planner.domain.forecast.forecast import Forecaster, Quantiles
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
        pace = pace_of(laid_out.plan, laid_out, self._today)
        return self._forecaster.forecast(laid_out.plan, self._today, pace, laid_out.graph).finish
