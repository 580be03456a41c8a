"""Opens what changes hours and days off: the calendar editor, the hours of a week, and levelling.

The dialogs are imported when they are asked for, so that the start of the program does not pay for them.
"""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from planner.ui.editor import Editor
from planner.ui.theme_controller import ThemeController
from planner.ui.timeline.page import TimelinePage


class CalendarOpening:
    """One method a menu entry."""

    def __init__(
        self, editor: Editor, theme_controller: ThemeController, window: QWidget, timeline: TimelinePage
    ) -> None:
        self._editor = editor
        self._look = theme_controller
        self._window = window
        self._timeline = timeline
        timeline.strip.week_edit_requested.connect(self.ask_hours_of)

    def edit_hours(self) -> None:
        """The calendar editor at the study hours."""
        from planner.ui.calendar.dialog import CalendarDialog, CalendarTab

        self._run(CalendarDialog(self._editor, self._look, self._window, CalendarTab.HOURS))

    def edit_days_off(self) -> None:
        """The calendar editor at the days off."""
        from planner.ui.calendar.dialog import CalendarDialog, CalendarTab

        self._run(CalendarDialog(self._editor, self._look, self._window, CalendarTab.DAYS_OFF))

    def add_day_off(self, day: date) -> None:
        """The calendar editor at the days off, with a day in it already."""
        from planner.ui.calendar.dialog import CalendarDialog, CalendarTab

        dialog = CalendarDialog(self._editor, self._look, self._window, CalendarTab.DAYS_OFF)
        dialog.days.add_day_off(day)
        self._run(dialog)

    def edit_holidays(self) -> None:
        """The calendar editor at the public holidays."""
        from planner.ui.calendar.dialog import CalendarDialog, CalendarTab

        self._run(CalendarDialog(self._editor, self._look, self._window, CalendarTab.HOLIDAYS))

    def ask_week_hours(self) -> None:
        """The hours of the week that the selected item is in, else of today's."""
        from planner.ui.calendar.week_dialog import week_to_ask

        self.ask_hours_of(week_to_ask(self._editor, self._timeline.selected))

    def ask_hours_of(self, day: date) -> None:
        """The hours of the week that holds a day; of one that is over, of today's."""
        from planner.ui.calendar.week_dialog import WeekHoursDialog

        if not self._editor.read_only:
            day = max(day, self._editor.today)
            self._run(WeekHoursDialog(self._editor, self._look, day, self._window))

    def level(self) -> None:
        """Levelling, previewed."""
        from planner.ui.level.dialog import LevelDialog

        # Working it out takes a moment in a plan of thousands.
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            dialog = LevelDialog(self._editor, self._timeline.view, self._timeline.select, self._window)
        finally:
            QGuiApplication.restoreOverrideCursor()
        self._run(dialog)

    def _run(self, dialog: QDialog) -> None:
        dialog.exec()
        dialog.deleteLater()
