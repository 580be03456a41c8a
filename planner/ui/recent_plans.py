"""The plans opened of late, as a menu."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from planner.ui.entries.file_menu import FILE
from planner.ui.settings import Settings


class RecentPlans(QMenu):
    """Names each plan with its folder; a plan that has gone meanwhile is told when it is chosen."""

    chosen = Signal(object)
    """The `Path` of the plan to open."""

    def __init__(self, settings: Settings, shown: Path, parent: QWidget) -> None:
        """`shown` is the plan that is open, which needs no opening."""
        super().__init__(self.tr("Open &recent"), parent)
        self._settings = settings
        self._shown = shown

    def join(self, bar: QMenuBar, after: QAction) -> None:
        """Take the place after an action of the file menu; it is filled each time that is opened."""
        file_menu = bar.findChild(QMenu, FILE)
        assert isinstance(file_menu, QMenu)
        actions = file_menu.actions()
        file_menu.insertMenu(actions[actions.index(after) + 1], self)
        file_menu.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        others = [path for path in self._settings.recent_plans if path != self._shown]
        for path in others:
            words = self.tr("{plan}, in {folder}").format(plan=path.stem, folder=path.parent)
            action = self.addAction(words.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, path=path: self.chosen.emit(path))
        self.setEnabled(bool(others))
