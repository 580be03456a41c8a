"""What cannot be as planned, quietly: each problem in a sentence, with the levers of the one that is open."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from planner.domain.impossible.problems import Problem, ProblemKind
from planner.domain.items import MilestoneId
from planner.ui.fields.focus import arrange_focus
from planner.ui.fields.link_button import LinkButton
from planner.ui.fields.text import TextLabel, filled
from planner.ui.impossible.keeper import ProblemKeeper
from planner.ui.impossible.lever_list import LeverList
from planner.ui.impossible.words import headline

MOST_SHOWN = 3
"""More at once would be a wall; they come up as these are solved."""


class ProblemStrip(QFrame):
    """Hidden while all can be. The first problem is open, a press opens another."""

    def __init__(self, keeper: ProblemKeeper, parent: QWidget) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._open: tuple[ProblemKind, MilestoneId | None] | None = None
        self.setProperty("banner", "info")
        self.headline = TextLabel(role="strong", parent=self)
        self.cards = [_Card(keeper, self) for _ in range(MOST_SHOWN)]
        self.more = TextLabel(parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 12, 9)
        column.setSpacing(6)
        column.addWidget(self.headline)
        for number, card in enumerate(self.cards):
            card.toggle.clicked.connect(lambda _on=False, number=number: self._open_card(number))
            column.addWidget(card)
        column.addWidget(self.more)
        self.refresh()

    def refresh(self) -> None:
        """Show what is known now."""
        found = self._keeper.problems
        if all(each.key != self._open for each in found[:MOST_SHOWN]):
            self._open = found[0].key if found else None
        self.headline.say(headline(len(found)))
        for number, card in enumerate(self.cards):
            problem = found[number] if number < len(found) else None
            card.show_problem(problem, opened=problem is not None and problem.key == self._open)
        more = len(found) - MOST_SHOWN
        self.more.say(filled(self.tr("and %1 more"), f"{more:,}") if more > 0 else "")
        self.setVisible(bool(found))

    def _open_card(self, number: int) -> None:
        """What was pressed is gone then, so the keyboard goes on at the first lever."""
        self._open = self._keeper.problems[number].key
        self.refresh()
        arrange_focus(self)
        levers = self.cards[number].levers
        if not levers.empty:
            levers.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)


class _Card(QWidget):
    """One problem: its sentence, and its levers or what opens them."""

    def __init__(self, keeper: ProblemKeeper, parent: QWidget) -> None:
        super().__init__(parent)
        self.sentence = TextLabel(parent=self)
        self.toggle = LinkButton(self)
        self.levers = LeverList(keeper, self)
        self.none = TextLabel(role="muted", parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for widget in (self.sentence, self.toggle, self.levers, self.none):
            column.addWidget(widget)

    def show_problem(self, problem: Problem | None, *, opened: bool) -> None:
        self.setVisible(problem is not None)
        self.sentence.say("" if problem is None else problem.sentence)
        self.toggle.say("" if problem is None or opened else self.tr("What would help?"))
        self.levers.show_problem(problem if opened else None)
        alone = opened and self.levers.empty
        words = self.tr("No single change solves it. In Plan › What if… you can try several together.")
        self.none.say(words if alone else "")
