"""What keys mean on the timeline, the same on the outline and on the chart."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

Key = Qt.Key
Modifier = Qt.KeyboardModifier


class Command(Enum):
    """What a key asks for."""

    NUDGE_EARLIER = auto()
    NUDGE_LATER = auto()
    SHORTEN = auto()
    LENGTHEN = auto()
    TODAY = auto()
    ZOOM_IN = auto()
    ZOOM_OUT = auto()
    FIT = auto()
    EDIT = auto()
    RENAME = auto()
    REMOVE = auto()


_ALT = Modifier.AltModifier
_ALT_SHIFT = Modifier.AltModifier | Modifier.ShiftModifier
_NONE = Modifier.NoModifier

_COMMANDS = {
    (_ALT, Key.Key_Left): Command.NUDGE_EARLIER,
    (_ALT, Key.Key_Right): Command.NUDGE_LATER,
    (_ALT_SHIFT, Key.Key_Left): Command.SHORTEN,
    (_ALT_SHIFT, Key.Key_Right): Command.LENGTHEN,
    (_NONE, Key.Key_Home): Command.TODAY,
    (Modifier.ControlModifier, Key.Key_0): Command.FIT,
    (_NONE, Key.Key_Return): Command.EDIT,
    (_NONE, Key.Key_Enter): Command.EDIT,
    (_NONE, Key.Key_F2): Command.RENAME,
    (_NONE, Key.Key_Delete): Command.REMOVE,
}


def command_of(event: QKeyEvent) -> Command | None:
    """What a key asks for; None when it means nothing here."""
    # Plus and minus by what they write: which key and whether with Shift differs from keyboard to keyboard.
    if event.text() in ("+", "=", "-") and not event.modifiers() & (_ALT | Modifier.MetaModifier):
        return Command.ZOOM_OUT if event.text() == "-" else Command.ZOOM_IN
    modifiers = event.modifiers() & ~Modifier.KeypadModifier
    return _COMMANDS.get((modifiers, Key(event.key())))
