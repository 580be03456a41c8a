"""Where the window shows its forecast: the one place where the keeper meets those who tell of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from planner.ui.editor import Editor
from planner.ui.forecasting.keeper import ForecastKeeper
from planner.ui.forecasting.kept import KeptShape
from planner.ui.settings import Settings

if TYPE_CHECKING:
    from planner.ui.inspector.inspector import Inspector
    from planner.ui.status import StatusLine
    from planner.ui.timeline.view import TimelineView


def show_forecasts(
    editor: Editor,
    settings: Settings,
    view: "TimelineView",
    status: "StatusLine",
    inspector: "Inspector",
    parent: QObject,
) -> ForecastKeeper:
    """Make the keeper, whose first forecast follows, and let chart, status line and inspector follow it."""
    keeper = ForecastKeeper(editor, KeptShape(settings).shape, parent)
    view.follow_forecast(keeper)
    status.follow_forecast(keeper)
    inspector.follow_forecast(keeper)
    view.foretold.connect(status.show_foretold)
    return keeper
