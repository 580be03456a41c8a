"""The row of the inspector that says where a milestone may land, or when an activity may end."""

from typing import TYPE_CHECKING

from planner.domain.items import Activity, NodeId
from planner.ui.editor import Editor
from planner.ui.forecasting.words import (
    activity_figures,
    forecast_word,
    in_time_by_plan,
    landing_figures,
    landing_reason,
    target_chance,
)
from planner.ui.inspector.page import FactRows
from planner.ui.timeline.forecast_bands import knows

if TYPE_CHECKING:  # the first screen is there before any forecast
    from planner.ui.forecasting.keeper import ForecastKeeper


EVEN = 0.5
"""Below this chance a date that the plan holds is more likely missed, which must not go unsaid."""


class ForecastRow:
    """Hides while there is nothing to say: before the first forecast, and of what is over."""

    def __init__(self, rows: FactRows) -> None:
        self.fact = rows.add_text(forecast_word())

    def show(self, keeper: "ForecastKeeper | None", editor: Editor, node: NodeId) -> None:
        """Say it of an item of the plan."""
        forecast = None if keeper is None else keeper.forecast
        item = editor.plan.node(node)
        over = item.finished_on if isinstance(item, Activity) else item.reached_on
        if forecast is None or over is not None or not knows(forecast, item.id):
            self.fact.say("")
            return
        ends = forecast.of(item.id)
        if isinstance(item, Activity):
            words = activity_figures(ends)
        elif editor.schedule.work_lands(item.id) is None:
            words = ""
        else:
            words = landing_figures(ends)
            if item.target is not None:
                chance = forecast.chance(item.id, item.target)
                words += "\n" + target_chance(chance, item.target)
                if chance < EVEN and (editor.schedule.margin_days(item.id) or 0) >= 0:
                    words += "\n" + in_time_by_plan()
        self.fact.say(words, landing_reason(forecast.pace))
