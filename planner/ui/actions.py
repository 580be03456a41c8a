"""The actions of the window made real: menus, toolbar and shortcuts are drawn from one table."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenuBar, QWidget

from planner.ui.action_entries import ACTIONS, MENUS
from planner.ui.entries.entry import Entry
from planner.ui.theme_controller import ThemeController


class ActionTable(QObject):
    """The actions made real: one QAction an entry, which does something once it is wired to a handler."""

    def __init__(self, theme_controller: ThemeController, window: QWidget, timeline: QWidget) -> None:
        super().__init__(window)
        self._theme_controller = theme_controller
        self._actions = {
            entry.id: self._make(entry, timeline if entry.on_timeline else window) for entry in ACTIONS
        }
        self._recolour()
        theme_controller.changed.connect(self._recolour)

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def wire(self, handlers: Mapping[str, Callable[[], object]]) -> None:
        """Let each action call its handler; every action needs one."""
        for entry in ACTIONS:
            handler = handlers[entry.id]
            self._actions[entry.id].triggered.connect(lambda _checked=False, call=handler: call())

    def fill(self, bar: QMenuBar) -> None:
        """Draw the menus."""
        for title in MENUS:
            menu = bar.addMenu(_text(title))
            menu.setObjectName(title)
            for entry in ACTIONS:
                if entry.menu == title:
                    if entry.separated:
                        menu.addSeparator()
                    menu.addAction(self._actions[entry.id])

    def allow_edits(self, allowed: bool) -> None:
        """Enable or disable every action that changes the plan."""
        for entry in ACTIONS:
            if entry.edits:
                self._actions[entry.id].setEnabled(allowed)

    def _make(self, entry: Entry, home: QWidget) -> QAction:
        action = QAction(_text(entry.text), home)
        action.setObjectName(entry.id)
        action.setCheckable(entry.checkable)
        action.setShortcuts([QKeySequence(each) for each in entry.keys.split()])
        if entry.on_timeline:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        home.addAction(action)
        return action

    def _recolour(self) -> None:
        icons = self._theme_controller.icons
        for entry in ACTIONS:
            if entry.icon:
                self._actions[entry.id].setIcon(icons.icon(entry.icon))


def _text(text: str) -> str:
    return QCoreApplication.translate("Actions", text)
