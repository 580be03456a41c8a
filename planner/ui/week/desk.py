"""What every session's card of the week works with, so that one word is passed on where four would be."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPoint
from PySide6.QtGui import QMouseEvent

from planner.ui.theme_controller import ThemeController
from planner.ui.week.session_edits import SessionEdits

if TYPE_CHECKING:
    from planner.ui.week.session_card import SessionCard


class Hand(Protocol):
    """What takes hold of a card with the mouse."""

    @property
    def dragging(self) -> bool:
        """Whether a card is moved or pulled now."""

    def press(self, card: "SessionCard", event: QMouseEvent) -> None:
        """The left button went down on a card."""

    def move(self, event: QMouseEvent) -> None:
        """The mouse moved with the button held."""

    def release(self, event: QMouseEvent) -> None:
        """The button was let go."""


class Steering(Protocol):
    """What moves the keyboard from card to card, and shows the menu of one."""

    def step_from(self, card: "SessionCard", days: int, cards: int) -> None:
        """Give the keyboard to a card so many days or cards away."""

    def show_menu(self, card: "SessionCard", place: QPoint, *, by_keys: bool) -> None:
        """Show the menu of a card at a point of the screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What every card of the week works with."""

    look: ThemeController
    edits: SessionEdits
    hand: Hand
    steering: Steering
