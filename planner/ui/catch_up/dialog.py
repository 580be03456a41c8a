"""Catch up, or bring forward: the ways side by side with what each does, one of them taken as one step."""

from dataclasses import replace

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QDialogButtonBox, QWidget

from planner.domain.catching_up.compress import Hold
from planner.domain.catching_up.proposal import take
from planner.domain.forecast.shapes import Shape
from planner.domain.items import BaselineId, new_id
from planner.domain.pace.pace import pace_of
from planner.ui.catch_up.card import WayCard
from planner.ui.catch_up.offers import Offer, Offers, Way, translate
from planner.ui.catch_up.scrolled import MARGIN, ScrolledDialog
from planner.ui.editor import Editor
from planner.ui.fields.text import TextLabel
from planner.ui.theme_controller import ThemeController

_WIDTH, _HEIGHT = 1080, 900
_ONE_WIDTH = 900
_QUIET_WIDTH, _QUIET_HEIGHT = 720, 440
_LEAST_CARD_WIDTH = 240


class CatchUpDialog(ScrolledDialog):
    """Shows what each way would do; its button takes the chosen one. Nothing moves before that."""

    def __init__(
        self,
        editor: Editor,
        theme_controller: ThemeController,
        parent: QWidget | None = None,
        *,
        shape: Shape = Shape.PERT,
    ) -> None:
        """`shape` is what the forecast draws efforts from."""
        offers = Offers(editor.schedule, editor.today, shape)
        ways = offers.ways()
        name = translate("Bring forward") if offers.ahead else translate("Catch up")
        super().__init__(name, _opening(offers, ways), parent)
        self._editor = editor
        self._offers = offers
        self.cards = {each.way: WayCard(theme_controller, self) for each in ways}
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._group = QButtonGroup(self)
        self._lay_out()
        self._fill(ways)

    @property
    def offer(self) -> Offer:
        """The way that is chosen."""
        cards = self.cards.values()
        chosen = next((each for each in cards if each.button.isChecked()), next(iter(cards)))
        assert chosen.offer is not None
        return chosen.offer

    def accept(self) -> None:
        """Take the chosen way, with a baseline of the dates from before it."""
        proposal = self.offer.proposal
        if proposal is None or not proposal.changes:
            return
        if self._editor.apply(proposal.text, take, proposal, BaselineId(new_id())):
            super().accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cards that have no room beside each other come one below the other."""
        room = len(self.cards) * _LEAST_CARD_WIDTH + 2 * MARGIN
        wide = self.width() >= room
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(way)
        super().resizeEvent(event)

    def _lay_out(self) -> None:
        self._row.setSpacing(12)
        for card in self.cards.values():
            self._row.addWidget(card, 1)
            self._group.addButton(card.button)
        self.body.addLayout(self._row)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(TextLabel(self._reason(), "muted", self))
        self.body.addStretch(0)
        self.fit(_WIDTH if len(self.cards) > 1 else _ONE_WIDTH, _HEIGHT)

    def _fill(self, ways: tuple[Offer, ...]) -> None:
        for offer in ways:
            card = self.cards[offer.way]
            card.button.toggled.connect(self._on_choice)
            # With one way that changes nothing, the words above the card have said so.
            quiet = len(ways) == 1 and offer.proposal is not None and not offer.proposal.changes
            self._show_on_card(replace(offer, notes=()) if quiet else offer)
        if len(ways) == 1:
            self.cards[ways[0].way].stand_alone()
        if Way.COMPRESS in self.cards:
            card = self.cards[Way.COMPRESS]
            card.offer_holds(self._offers.holds, self._offers.first_hold)
            card.hold_chosen.connect(self._on_hold)
        first = next((each for each in ways if each.proposal is not None and each.proposal.changes), ways[0])
        self.cards[first.way].button.setChecked(True)

    def _show_on_card(self, offer: Offer) -> None:
        now, days = self._offers.range_now, [self._editor.schedule.finish]
        days += [self._offers.range_now.p90, self._editor.today]
        if self._offers.shift.proposal is not None:
            days.append(self._offers.shift.proposal.finish_after)
        self.cards[offer.way].show_offer(offer, now, self._editor.today, max(days))

    def _on_hold(self, hold: Hold) -> None:
        self._show_on_card(self._offers.compress(hold))
        self.cards[Way.COMPRESS].button.setChecked(True)
        self._on_choice()

    def _on_choice(self) -> None:
        """Show what the chosen way moves, and name the button after it."""
        offer = self.offer
        self.show_moves(() if offer.proposal is None else offer.proposal.moves)
        self.accept_button.setText(offer.accept)
        changes = offer.proposal is not None and offer.proposal.changes
        self.accept_button.setEnabled(changes)
        if not changes and len(self.cards) == 1:
            self.accept_button.hide()
            self.fit(_QUIET_WIDTH, _QUIET_HEIGHT)
            self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Close"))

    def _reason(self) -> str:
        """What the figures rest on."""
        editor = self._editor
        return "\n".join(
            (
                self.tr(
                    "Finish: the likely efforts of what is left, on your hours. P10–P90: in 8 of 10 tries of "
                    "the forecast the finish lies between these days."
                ),
                pace_of(editor.plan, editor.schedule, editor.today).sentence,
            )
        )


def _opening(offers: Offers, ways: tuple[Offer, ...]) -> str:
    """What this is about, and that there is nothing to do where that is so."""
    proposal = ways[0].proposal
    if proposal is not None and not proposal.moves and len(ways) > 1:
        return translate(
            "Your plan is settled up to today, and nothing has to move. More hours a week would bring a date "
            "back; you can undo it."
        )
    if proposal is not None and not proposal.changes:
        return translate("Your plan is settled up to today already. There is nothing to catch up on.")
    if offers.ahead:
        return translate(
            "More is done than the plan has until today. What is left can start now, so that the finish "
            "comes earlier. Fixed dates stay, and you can undo it."
        )
    if proposal is not None and not proposal.moves:
        return translate("You are where your plan has you: it can be settled up to today, and nothing moves.")
    return translate(
        "Weeks go differently than planned; that is what this is for. Here are three ways to go on from "
        "today. Fixed dates never move, nothing is piled onto one day, and you can undo it."
    )
