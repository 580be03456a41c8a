"""Opens *What if*, filled in where a lever asks for it.

The dialog is imported when it is asked for, so that the start of the program does not pay for it.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from planner.ui.editor import Editor
from planner.ui.helping import run
from planner.ui.theme_controller import ThemeController
from planner.ui.timeline.page import TimelinePage

if TYPE_CHECKING:
    from planner.domain.what_if.what_if import WhatIf
    from planner.ui.forecasting.keeper import ForecastKeeper


class WhatIfOpening:
    """Shows the dialog above the timeline, which shows the plan as it would be meanwhile."""

    def __init__(
        self,
        editor: Editor,
        theme_controller: ThemeController,
        window: QWidget,
        timeline: TimelinePage,
        forecasts: "Callable[[], ForecastKeeper]",
    ) -> None:
        self._editor = editor
        self._look = theme_controller
        self._window = window
        self._timeline = timeline
        self._forecasts = forecasts

    def open(self, tried: "WhatIf | None" = None) -> None:
        """Show the dialog, with something to try in it already."""
        from planner.domain.what_if.what_if import NOTHING
        from planner.ui.what_if.dialog import WhatIfDialog

        run(
            WhatIfDialog(
                self._editor,
                self._timeline.view,
                self._look,
                self._forecasts,
                self._window,
                NOTHING if tried is None else tried,
            )
        )
