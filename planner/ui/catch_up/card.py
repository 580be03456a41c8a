"""One way to catch up on a card: what it is, what it does to the finish, and a button to choose it."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QRadioButton, QVBoxLayout, QWidget

from planner.domain.catching_up.compress import Hold
from planner.domain.catching_up.words import finish_words, hours_words, moves_words, range_words
from planner.domain.forecast.forecast import Quantiles
from planner.ui.catch_up.offers import Offer
from planner.ui.catch_up.picture import Finishes, FinishPicture
from planner.ui.catch_up.still_fields import StillCombo
from planner.ui.fields.clearing import clear
from planner.ui.fields.text import ClickLabel, set_property
from planner.ui.fields.tips import wrapped_tip
from planner.ui.theme_controller import ThemeController

_CAPTION_WIDTH = 88


class WayCard(QFrame):
    """A card that takes a click anywhere. `hold_chosen` comes with a `Hold` of another day."""

    hold_chosen = Signal(object)

    def __init__(self, theme_controller: ThemeController, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.offer: Offer | None = None
        self.button = QRadioButton(self)
        self.about = ClickLabel(role="muted", parent=self)
        self.holds = StillCombo(self)
        self.holds.setAccessibleName(self.tr("The date to hold"))
        self.holds.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.holds.hide()
        self.holds.activated.connect(lambda _index: self.hold_chosen.emit(self.holds.currentData()))
        self.picture = FinishPicture(theme_controller, self)
        self.captions = [ClickLabel(text, "muted", self) for text in self._captions()]
        self.facts = [ClickLabel(role="strong", parent=self) for _ in self.captions]
        self._notes = QVBoxLayout()
        self._notes.setSpacing(6)
        self._lay_out()
        for place in (self.about, *self.captions, *self.facts):
            place.clicked.connect(self._choose)
        self.button.toggled.connect(
            lambda on: set_property(self, "chosen", on and not self.button.isHidden())
        )

    def offer_holds(self, holds: tuple[Hold, ...], first: Hold) -> None:
        """Let the learner choose the day to hold, by the hours it takes, where there are several."""
        for number, each in enumerate(holds):
            self.holds.addItem(each.in_short, each)
            self.holds.setItemData(number, wrapped_tip(each.in_short), Qt.ItemDataRole.ToolTipRole)
        view = self.holds.view()
        view.setMinimumWidth(view.sizeHintForColumn(0) + view.verticalScrollBar().sizeHint().width())
        self.holds.setCurrentIndex(holds.index(first))
        self.holds.setVisible(len(holds) > 1)

    def show_offer(self, offer: Offer, range_now: Quantiles, first: date, last: date) -> None:
        """Show a way; the picture's line runs from first to last."""
        self.offer = offer
        self.button.setText(offer.title)
        self.about.say(offer.about)
        proposal, found = offer.proposal, offer.range
        texts = ["", "", "", "", ""]
        if proposal is not None and found is not None:
            same = self.tr(", as now") if found == range_now else ""
            full = str(proposal.overfull_weeks) if proposal.overfull_weeks else self.tr("none")
            texts = [
                finish_words(proposal),
                f"{range_words(found)}{same}",
                hours_words(proposal),
                full,
                moves_words(proposal),
            ]
            finish = proposal.before.finish_milestone
            held = None if finish is None else proposal.plan.milestone(finish).target
            days = Finishes(
                now=proposal.finish_before,
                then=proposal.finish_after,
                earliest=found.p10,
                latest=found.p90,
                held=held,
            )
            self.picture.show_finishes(days, first, last)
        else:
            self.picture.show_finishes(None, first, last)
        for caption, fact, text in zip(self.captions, self.facts, texts, strict=True):
            fact.say(text)
            caption.setVisible(bool(text))
        clear(self._notes)
        for each in offer.notes:
            note = ClickLabel(each, parent=self)
            note.clicked.connect(self._choose)
            self._notes.addWidget(note)
        self.button.setAccessibleDescription(self._spoken(offer))

    def stand_alone(self) -> None:
        """Be the only one: there is nothing to choose."""
        self.button.hide()
        self.about.hide()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that the release comes here too."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the card is one on its button."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._choose()
        event.accept()

    def _choose(self) -> None:
        if self.button.isVisible():
            self.button.setFocus()
            self.button.click()

    def _captions(self) -> tuple[str, ...]:
        return (
            self.tr("Finish"),
            self.tr("P10–P90"),
            self.tr("Hours a week"),
            self.tr("Overfull weeks"),
            self.tr("Moves"),
        )

    def _spoken(self, offer: Offer) -> str:
        facts = [
            f"{caption.words}: {fact.words}"
            for caption, fact in zip(self.captions, self.facts, strict=True)
            if fact.words
        ]
        return "\n".join([offer.about, *facts, *offer.notes])

    def _lay_out(self) -> None:
        facts = QGridLayout()
        facts.setHorizontalSpacing(10)
        facts.setVerticalSpacing(6)
        facts.setColumnMinimumWidth(0, _CAPTION_WIDTH)
        facts.setColumnStretch(1, 1)
        for number, (caption, fact) in enumerate(zip(self.captions, self.facts, strict=True)):
            facts.addWidget(caption, number, 0, Qt.AlignmentFlag.AlignTop)
            facts.addWidget(fact, number, 1, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(10)
        column.addWidget(self.button)
        column.addWidget(self.about)
        column.addLayout(facts)
        column.addWidget(self.picture)
        column.addWidget(self.holds)
        column.addLayout(self._notes)
        column.addStretch(1)
