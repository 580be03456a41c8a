"""The keys of a session's card, whichever of its parts has the keyboard.

The arrows go to other cards; Ctrl+Left and Right put the session a day earlier or later; + and - plan five
minutes more or fewer, and F2 lets one type them; Space ticks, Enter goes to the actual minutes; Delete puts a
session back where the schedule has it; Shift+F10 shows its menu.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from planner.ui.week.desk import Steering

if TYPE_CHECKING:
    from planner.ui.week.session_card import SessionCard

STEP_MINUTES = 5
"""What one press of + or -, and one step of an edge that is pulled, changes."""

_WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_MORE, _LESS = ("+", "="), ("-", "\u2212")


def act_on_key(card: "SessionCard", event: QKeyEvent, steering: Steering) -> bool:
    """Do what a key means on a card; whether it means anything."""
    key = Qt.Key(event.key())
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if held == Qt.KeyboardModifier.ControlModifier and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        card.move_by(_WAYS[key][0])
    elif held == Qt.KeyboardModifier.ShiftModifier and key == Qt.Key.Key_F10:
        card.show_menu_by_keys()
    elif not held & Qt.KeyboardModifier.ControlModifier and event.text() in (*_MORE, *_LESS):
        card.plan_by(STEP_MINUTES if event.text() in _MORE else -STEP_MINUTES)
    elif held:
        return False
    elif key in _WAYS:
        steering.step_from(card, *_WAYS[key])
    else:
        return _act_on_plain_key(card, key)
    return True


def _act_on_plain_key(card: "SessionCard", key: Qt.Key) -> bool:
    if key == Qt.Key.Key_Escape:
        return card.leave_planned()
    if key == Qt.Key.Key_F2:
        card.type_planned()
    elif key == Qt.Key.Key_Delete:
        card.put_back()
    elif key == Qt.Key.Key_Space:
        card.tick.click()
    elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        card.actual.setFocus(Qt.FocusReason.OtherFocusReason)
    else:
        return False
    return True
