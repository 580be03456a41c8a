"""What each action of the week menu does: one line an action."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from planner.ui.editor import Editor
from planner.ui.plan_files import PlanFiles
from planner.ui.settings import Settings
from planner.ui.theme_controller import ThemeController
from planner.ui.week.page import WeekPage


class WeekCommands(QObject):
    """Joins the actions of the week menu to the parts of the window that do them."""

    message = Signal(str)
    """One sentence for the status bar."""

    failed = Signal(str)
    """A sentence that stays until it is put away."""

    def __init__(
        self,
        window: QWidget,
        editor: Editor,
        theme_controller: ThemeController,
        settings: Settings,
        *,
        page: WeekPage,
        files: PlanFiles,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._editor = editor
        self._look = theme_controller
        self._settings = settings
        self._page = page
        self._files = files

    def go_to_this_week(self) -> None:
        """Let the week page show the week that holds today."""
        self._page.go_to_this_week()

    def table(self) -> dict[str, Callable[[], object]]:
        """The handler of each action, by its id; in the order of the menu."""
        page, files = self._page, self._files
        return {
            "week-earlier": page.go_earlier,
            "week-now": self.go_to_this_week,
            "week-later": page.go_later,
            "print-week": lambda: files.print_week(page.first_day),
            "week-pdf": lambda: files.save_week_pdf(page.first_day),
        }
