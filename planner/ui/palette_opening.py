"""Opens the command palette on the window's actions and the plan's rows; keeps what was used of late."""

from functools import cached_property

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from planner.ui.action_entries import ACTIONS
from planner.ui.actions import ActionTable
from planner.ui.editor import Editor
from planner.ui.entries.entry import Entry
from planner.ui.palette import Palette
from planner.ui.palette_lines import Line, row_lines
from planner.ui.settings import Settings
from planner.ui.theme_controller import ThemeController

OWN_ID = "palette"


class PaletteOpening(QObject):
    """The palette is built when it is first asked for, so that the window opens soon."""

    row_chosen = Signal(str)
    """The id of a row to go to."""

    def __init__(
        self,
        window: QWidget,
        editor: Editor,
        theme_controller: ThemeController,
        actions: ActionTable,
        settings: Settings,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._editor = editor
        self._theme_controller = theme_controller
        self._actions = actions
        self._settings = settings

    def open(self) -> None:
        """Show the palette; the same keys put it away again."""
        if self._palette.isHidden():
            self._palette.open(self._settings.recent_actions)
        else:
            self._palette.close_up()

    @cached_property
    def _palette(self) -> Palette:
        palette = Palette(self._window, self._theme_controller, self._action_lines, self._row_lines)
        palette.action_chosen.connect(self._do)
        palette.row_chosen.connect(self.row_chosen)
        return palette

    def _do(self, action_id: str) -> None:
        self._settings.remember_action(action_id)
        self._actions[action_id].trigger()

    def _action_lines(self) -> list[Line]:
        lines = []
        for entry in ACTIONS:
            if entry.id == OWN_ID:
                continue
            action = self._actions[entry.id]
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            lines.append(
                Line(
                    plain(action.text()),
                    entry.icon,
                    keys=keys,
                    where=self._where(entry, action.isChecked()),
                    reason=self._actions.why_not(entry.id),
                    action=entry.id,
                    also=QCoreApplication.translate("Actions", entry.also) if entry.also else "",
                )
            )
        return lines

    def _where(self, entry: Entry, on: bool) -> str:
        """The menu an action stands in, and whether it is on."""
        menus = (entry.menu, entry.submenu)
        path = " › ".join(plain(QCoreApplication.translate("Actions", each)) for each in menus if each)
        return self.tr("{menu} · on").format(menu=path) if on else path

    def _row_lines(self) -> list[Line]:
        return list(row_lines(self._editor.plan, self.tr("Go to {title}")))


def plain(text: str) -> str:
    """The words of an action without the mark of its letter: a doubled ampersand is one."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")
