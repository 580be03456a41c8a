"""The actions of the window made real: menus, toolbar and shortcuts are drawn from one table."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from planner.ui.action_entries import ACTIONS, MENUS
from planner.ui.commands.applies import Moment, why_not
from planner.ui.entries.entry import Entry
from planner.ui.fields.tips import wrapped_tip
from planner.ui.theme_controller import ThemeController

SHOWN_BY_ICON = ("zoom-out", "zoom-in")
"""What the tool bar shows by its icon alone; all other icons stand in menus."""

MENU_ICONS_MS = 250
"""Drawing the icons of the menus takes as long as half of what the window shows: it comes after that."""


class ActionTable(QObject):
    """The actions made real: one QAction an entry, which does something once it is wired to a handler."""

    refused = Signal(str)
    """Why an action whose keys were pressed does not apply."""

    def __init__(self, theme_controller: ThemeController, window: QWidget, timeline: QWidget) -> None:
        super().__init__(window)
        self._theme_controller = theme_controller
        self._reasons: dict[str, str] = {}
        self._refusals: dict[str, list[QShortcut]] = {}
        self._inner: dict[str, QMenu] = {}
        self._actions = {
            entry.id: self._make(entry, timeline if entry.on_timeline else window) for entry in ACTIONS
        }
        self._undrawn: list[Entry] = []
        self._menu_icons = QTimer(self)
        self._menu_icons.setSingleShot(True)
        self._menu_icons.setInterval(MENU_ICONS_MS)
        self._menu_icons.timeout.connect(self._draw_icons)
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
            menu.setToolTipsVisible(True)
            menu.aboutToShow.connect(self._draw_icons)
            for entry in ACTIONS:
                if entry.menu == title:
                    if entry.separated:
                        menu.addSeparator()
                    if entry.submenu and entry.submenu not in self._inner:
                        self._inner[entry.submenu] = menu.addMenu(_text(entry.submenu))
                        self._inner[entry.submenu].setObjectName(entry.submenu)
                        self._inner[entry.submenu].setToolTipsVisible(True)
                    self._inner.get(entry.submenu, menu).addAction(self._actions[entry.id])

    def why_not(self, action_id: str) -> str:
        """Why an action does not apply now, as one sentence; empty when it does."""
        return self._reasons.get(action_id, "")

    def show_state(self, moment: Moment) -> None:
        """Offer what applies now; the rest says why not, by its tooltip and when its keys are pressed."""
        before = dict(self._reasons)
        for entry in ACTIONS:
            reason = why_not(entry, moment)
            if reason != self._reasons.get(entry.id, ""):
                self._reasons[entry.id] = reason
                self._actions[entry.id].setEnabled(not reason)
                self._actions[entry.id].setStatusTip(reason)
                # The style goes past what is disabled, so menus tell it by tooltip. Without one of its own an
                # action's tooltip is its text.
                self._actions[entry.id].setToolTip(wrapped_tip(reason) if reason else "")
                for each in self._refusals.get(entry.id, ()):
                    each.setEnabled(bool(reason))
        if self._reasons == before:
            return
        for menu in self._inner.values():
            actions = menu.actions()
            reason = "" if any(each.isEnabled() for each in actions) else actions[0].toolTip()
            menu.menuAction().setEnabled(not reason)
            menu.menuAction().setToolTip(reason)

    def name_steps(self, undo: str, redo: str) -> None:
        """Let undo and redo say what they do; empty texts are for nothing to do."""
        for action_id, text in (("undo", undo), ("redo", redo)):
            action = self._actions[action_id]
            word = next(_text(each.text) for each in ACTIONS if each.id == action_id)
            # Qt would take an ampersand in a title for a mnemonic, and show markup in a tooltip as markup.
            plain = text.replace("&", "&&")
            action.setText(f"{word} {plain}" if text else word)
            if text:
                action.setToolTip(wrapped_tip(f"{word.replace('&', '')} {text}"))

    def _make(self, entry: Entry, home: QWidget) -> QAction:
        action = QAction(_text(entry.text), home)
        action.setObjectName(entry.id)
        action.setCheckable(entry.checkable)
        action.setShortcutVisibleInContextMenu(True)
        action.setShortcuts([QKeySequence(each) for each in entry.keys.split()])
        if entry.on_timeline:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        home.addAction(action)
        self._refusals[entry.id] = [self._refusal(entry, each, home) for each in action.shortcuts()]
        return action

    def _refusal(self, entry: Entry, keys: QKeySequence, home: QWidget) -> QShortcut:
        """The keys of an action while it does not apply: Qt would let them pass without a word."""
        context = (
            Qt.ShortcutContext.WidgetWithChildrenShortcut
            if entry.on_timeline
            else Qt.ShortcutContext.WindowShortcut
        )
        shortcut = QShortcut(keys, home, context=context)
        shortcut.setEnabled(False)
        shortcut.activated.connect(lambda: self.refused.emit(self.why_not(entry.id)))
        return shortcut

    def _recolour(self) -> None:
        icons = self._theme_controller.icons
        for action_id in SHOWN_BY_ICON:
            entry = next(each for each in ACTIONS if each.id == action_id)
            self._actions[action_id].setIcon(icons.icon(entry.icon))
        self._undrawn = [each for each in ACTIONS if each.icon and each.id not in SHOWN_BY_ICON]
        self._menu_icons.start()

    def _draw_icons(self) -> None:
        """Draw what is not drawn yet: a moment after the window is there, or before, when a menu opens."""
        icons = self._theme_controller.icons
        for entry in self._undrawn:
            self._actions[entry.id].setIcon(icons.icon(entry.icon))
        self._undrawn = []


def _text(text: str) -> str:
    return QCoreApplication.translate("Actions", text)
