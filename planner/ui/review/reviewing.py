"""Joins the week page, the review of a week and the history of past weeks."""

from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from planner.domain.calendar import week_of
from planner.domain.week_history import week_to_review
from planner.ui.editor import Editor
from planner.ui.review.notices import ReviewNotices
from planner.ui.settings import Settings
from planner.ui.theme_controller import ThemeController
from planner.ui.week.page import WeekPage


class Reviewing(QObject):
    """Looking back, from the menu, a notice or a reminder. Dialogs are loaded when they are asked for."""

    message = Signal(str)
    """One sentence for the status bar."""

    week_asked = Signal()
    """The learner wants to see the week page."""

    def __init__(
        self,
        window: QWidget,
        editor: Editor,
        theme_controller: ThemeController,
        settings: Settings,
        page: WeekPage,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._editor = editor
        self._look = theme_controller
        self._page = page
        self.notices = ReviewNotices(editor, settings, self)
        for notice in self.notices.notices:
            page.add_notice(notice)
        page.refreshed.connect(self.notices.on_week)
        self.notices.review_asked.connect(self.look_back_on)

    def look_back(self) -> None:
        """Look back on the week that is shown, once it has begun."""
        if self._page.first_day > self._editor.today:
            self.message.emit(self.tr("That week has not begun. You can look back on it once it has."))
            return
        self.look_back_on(self._page.first_day)

    def look_back_on_the_last(self) -> None:
        """Look back on the week that ends today or ended last, as a reminder asks."""
        editor = self._editor
        due = week_to_review(editor.plan, editor.schedule, editor.today)
        self.look_back_on(due or week_of(editor.today, editor.plan.facts.week_start))

    def look_back_on(self, first_day: date) -> None:
        """Look back on a week."""
        from planner.ui.review.dialog import ReviewDialog

        # Over the dialog that asks, where one does.
        over = QApplication.activeModalWidget() or self._window
        ReviewDialog(self._editor, self._look, first_day, over).open()

    def show_history(self) -> None:
        """Show the weeks that are over."""
        from planner.ui.history.dialog import HistoryDialog

        dialog = HistoryDialog(self._editor, self._look, self._window)
        dialog.week_chosen.connect(self._show_week)
        dialog.review_asked.connect(self.look_back_on)
        dialog.open()

    def _show_week(self, first_day: date) -> None:
        self._page.go_to(first_day)
        self.week_asked.emit()
