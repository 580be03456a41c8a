"""The pages of the window, one of which shows: timeline, week, progress."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from planner.ui.progress.page import ProgressPage
from planner.ui.timeline.page import TimelinePage
from planner.ui.week.page import WeekPage

PAGES = ("timeline", "week", "progress")


class Pages(QStackedWidget):
    """Shows one page and keeps how each is looked at."""

    def __init__(
        self, timeline: TimelinePage, week: WeekPage, progress: ProgressPage, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._timeline = timeline
        self._week = week
        self._progress = progress
        for page in (timeline, week, progress):
            self.addWidget(page)

    @property
    def name(self) -> str:
        """The page that shows."""
        return PAGES[self.currentIndex()]

    def show_page(self, page: str) -> None:
        """Show a page; what is still typed on the week page is kept first."""
        self._week.flush()
        self.setCurrentIndex(PAGES.index(page))

    def take_focus(self) -> None:
        """Give the keyboard to the page that shows."""
        page = (self._timeline, self._week, self._progress)[self.currentIndex()]
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def view_state(self) -> dict[str, Any]:
        """The page that shows, and how each is looked at, as values that JSON knows."""
        return {
            "page": self.name,
            "timeline": self._timeline.view_state,
            "week": self._week.view_state,
            "progress": self._progress.view_state,
        }

    def restore_view_state(self, state: dict[str, Any]) -> None:
        """How each page was looked at; what is missing or makes no sense is left as it is."""

        def of(page: str) -> dict[str, Any]:
            found = state.get(page)
            return found if isinstance(found, dict) else {}

        self._timeline.restore_view_state(of("timeline"))
        self._week.restore_view_state(of("week"))
        self._progress.restore_view_state(of("progress"))
