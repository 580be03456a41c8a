"""Opens what helps after weeks that went differently: catching up, and pausing.

The dialogs are imported when they are asked for, so that the start of the program does not pay for them.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from planner.ui.editor import Editor
from planner.ui.settings import Settings
from planner.ui.theme_controller import ThemeController

if TYPE_CHECKING:
    from planner.domain.forecast.shapes import Shape


class CatchUpOpening:
    """One method a menu entry."""

    def __init__(
        self, editor: Editor, theme_controller: ThemeController, window: QWidget, settings: Settings
    ) -> None:
        self._editor = editor
        self._look = theme_controller
        self._window = window
        self._settings = settings

    def catch_up(self) -> None:
        """The ways to go on from today, side by side."""
        from planner.ui.catch_up.dialog import CatchUpDialog

        # Working the ways out takes a moment in a plan of thousands.
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            dialog = CatchUpDialog(self._editor, self._look, self._window, shape=self._shape())
        finally:
            QGuiApplication.restoreOverrideCursor()
        self._run(dialog)

    def pause(self) -> None:
        """Days to come without study, or days gone by."""
        from planner.ui.catch_up.pause_dialog import PauseDialog

        self._run(PauseDialog(self._editor, self._look, self._window, shape=self._shape()))

    def _shape(self) -> "Shape":
        from planner.ui.forecasting.kept import KeptShape

        return KeptShape(self._settings).shape

    def _run(self, dialog: QDialog) -> None:
        dialog.exec()
        dialog.deleteLater()
