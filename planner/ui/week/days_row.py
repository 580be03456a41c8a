"""The seven days of the week page, side by side or in rows, with the hand that moves sessions among them."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from planner.domain.items import ActivityId, PlacementId
from planner.domain.week import PlannedSession, WeekPlan
from planner.ui.theme_controller import ThemeController
from planner.ui.week.card_menu import card_menu
from planner.ui.week.day_column import DayColumn
from planner.ui.week.desk import Desk
from planner.ui.week.session_card import SessionCard
from planner.ui.week.session_edits import SessionEdits
from planner.ui.week.session_hand import SessionHand

LEAST_COLUMN = 114
"""Narrower columns, in pixels, would cut off what stands in their cards."""

_ROWS_OF = (7, 4, 3, 2, 1)
_GAP = 8
_AROUND = 16
_AT_FIRST = 1000


class DaysRow(QWidget):
    """Shows the days of a week. `page` is what a card in hand is drawn over, `scroll` what it scrolls."""

    def __init__(
        self, look: ThemeController, edits: SessionEdits, page: QWidget, scroll: QScrollArea
    ) -> None:
        super().__init__()
        self._edits = edits
        self._scroll = scroll
        self._a_row = 0
        self._today = -1
        self.hand = SessionHand(self, edits, look, page, scroll)
        desk = Desk(look=look, edits=edits, hand=self.hand, steering=self)
        self.columns = [DayColumn(desk, self) for _ in range(7)]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self.arrange(_AT_FIRST)

    def show_week(self, week: WeekPlan, reasons: Mapping[ActivityId, str], place_of_today: int) -> None:
        """Show a week; `place_of_today` is that of its day which is today, or less than 0."""
        self.hand.cancel()
        self._today = place_of_today if 0 <= place_of_today < 7 else -1
        # The last session of each step stands for it.
        step_ends = {(each.activity, each.step): each.number for each in week.sessions if each.step}.values()
        for place, (column, day) in enumerate(zip(self.columns, week.days, strict=True)):
            column.show_day(day, reasons, step_ends, today=place == place_of_today, over=week.over)

    def column_at(self, place: QPoint) -> DayColumn | None:
        """The day under a point of the screen."""
        return next((each for each in self.columns if each.holds(place)), None)

    def cards(self) -> list[SessionCard]:
        """All cards of the week, in the order of their numbers."""
        return [card for column in self.columns for card in column.cards]

    def take_focus(self) -> None:
        """Give the keyboard to today's first session, or else to the week's."""
        cards = (self.columns[self._today].cards if self._today >= 0 else []) or self.cards()
        if cards:
            cards[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_placement(self, placement: PlacementId) -> None:
        """Give the keyboard to a session that was put somewhere in this week."""
        for card in self.cards():
            if card.session is not None and card.session.placement == placement:
                self._go_to(card)

    def focus_given_back(self, session: PlannedSession) -> None:
        """Give the keyboard to the card of a session that lies where the schedule has it again.

        Its minutes may be part of another session by now, or lie in another week: then to what is nearest.
        """

        def distance(card: SessionCard) -> tuple[bool, int, bool, bool]:
            shown = card.session
            return (
                shown is None or shown.activity != session.activity,
                abs((card.day - session.taken_from).days),
                shown is None or shown.step != session.step,
                shown is None or shown.placement is not None,
            )

        if cards := self.cards():
            self._go_to(min(cards, key=distance))

    def step_from(self, card: SessionCard, days: int, cards: int) -> None:
        """Give the keyboard to the card so many days or cards away; days without any are passed over."""
        place = next((at for at, each in enumerate(self.columns) if card in each.cards), None)
        if place is None:
            return
        row = self.columns[place].cards.index(card)
        if cards:
            stack = self.columns[place].cards
            self._go_to(stack[min(max(row + cards, 0), len(stack) - 1)])
            return
        place += days
        while 0 <= place < len(self.columns):
            if stack := self.columns[place].cards:
                self._go_to(stack[min(row, len(stack) - 1)])
                return
            place += days

    def show_menu(self, card: SessionCard, place: QPoint, *, by_keys: bool) -> None:
        """Show what can be done with the session of a card."""
        menu = card_menu(card, self._edits, [each.day for each in self.columns], self)
        if menu is None:
            return
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)
        first = next((each for each in menu.actions() if each.isEnabled() and not each.isSeparator()), None)
        if by_keys and first is not None:
            menu.setActiveAction(first)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use as many days a row as there is room for."""
        super().resizeEvent(event)
        self.arrange(event.size().width())

    def _go_to(self, card: SessionCard) -> None:
        """Give the keyboard to a card, and bring it into view."""
        card.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(card, 0, _AROUND)

    def arrange(self, width: int) -> None:
        """Use as many days a row as so many pixels have room for."""
        a_row = days_a_row(width)
        if a_row == self._a_row:
            return
        before, self._a_row = self._a_row, a_row
        for place, column in enumerate(self.columns):
            self._grid.addWidget(column, place // a_row, place % a_row)
        for number in range(7):
            self._grid.setColumnStretch(number, 1 if number < a_row else 0)
        for number in range(max(-(-7 // a_row), -(-7 // max(before, 1)))):
            self._grid.setRowStretch(number, 1 if number < -(-7 // a_row) else 0)


def days_a_row(width: int) -> int:
    """How many days stand side by side in so many pixels."""
    return next((each for each in _ROWS_OF if each * (LEAST_COLUMN + _GAP) - _GAP <= width), 1)
