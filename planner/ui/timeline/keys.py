"""What plain keys mean on the timeline, the same on the outline and on the chart.

Keys that stand in menus are not here: the table of actions has them.
"""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

Key = Qt.Key
Modifier = Qt.KeyboardModifier


class Command(Enum):
    """What a key asks for."""

    TODAY = auto()
    ZOOM_IN = auto()
    ZOOM_OUT = auto()
    EDIT = auto()
    LET_GO = auto()


_NO_TYPING = Modifier.AltModifier | Modifier.MetaModifier
_COMMANDS = {
    Key.Key_Home: Command.TODAY,
    Key.Key_Return: Command.EDIT,
    Key.Key_Enter: Command.EDIT,
    Key.Key_Escape: Command.LET_GO,
}


def command_of(event: QKeyEvent) -> Command | None:
    """What a key asks for; None when it means nothing here."""
    # Plus and minus by what they write: which key and whether with Shift differs from keyboard to keyboard.
    if event.text() in ("+", "=", "-") and not event.modifiers() & (
        Modifier.AltModifier | Modifier.MetaModifier
    ):
        return Command.ZOOM_OUT if event.text() == "-" else Command.ZOOM_IN
    if event.modifiers() & ~Modifier.KeypadModifier:
        return None
    return _COMMANDS.get(Key(event.key()))
