"""The levers of one problem: what can be pressed, and under each what it would do."""

from collections.abc import Collection

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.impossible.lever import Lever, LeverKind
from planner.domain.impossible.problems import Problem
from planner.domain.wording import effort_text
from planner.ui.fields.link_button import LinkButton
from planner.ui.fields.text import TextLabel, filled
from planner.ui.impossible.keeper import ProblemKeeper


class LeverList(QWidget):
    """Shows the levers of a problem, but for some; while an edit is being judged they do nothing."""

    def __init__(self, keeper: ProblemKeeper, parent: QWidget) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._levers: tuple[Lever, ...] = ()
        self.buttons: list[LinkButton] = []
        self.effects: list[TextLabel] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)
        self.behind = TextLabel(role="muted", parent=self)
        self.behind.setContentsMargins(3, 0, 0, 5)
        self._column.addWidget(self.behind)
        self.hide()

    @property
    def empty(self) -> bool:
        """Whether there is nothing to press."""
        return not self._levers

    def show_problem(self, problem: Problem | None, without: Collection[LeverKind] = ()) -> None:
        """Show another problem's levers, or none."""
        if problem is not None and not self._keeper.fresh:
            return
        found = () if problem is None else self._keeper.levers(problem)
        self._levers = tuple(each for each in found if each.kind not in without)
        while len(self.buttons) < len(self._levers):
            self._add()
        for number, (button, effect) in enumerate(zip(self.buttons, self.effects, strict=True)):
            lever = self._levers[number] if number < len(self._levers) else None
            button.say("" if lever is None else lever_words(lever))
            effect.say("" if lever is None else lever.effect)
            button.setAccessibleDescription("" if lever is None else lever.effect)
        self.behind.say(self._behind_words() if self._levers else "")
        self.setEnabled(not self._keeper.editor.read_only)
        self.setVisible(bool(self._levers))

    def _add(self) -> None:
        number = len(self.buttons)
        button, effect = LinkButton(self), TextLabel(role="muted", parent=self)
        button.clicked.connect(lambda: self._press(number))
        effect.setContentsMargins(3, 0, 0, 5)
        self.buttons.append(button)
        self.effects.append(effect)
        self._column.addWidget(button)
        self._column.addWidget(effect)

    def _behind_words(self) -> str:
        hours = self._keeper.open_hours
        if not hours:
            return ""
        words = self.tr("With the %1 still open: what you press catches up to today first.")
        return filled(words, effort_text(hours))

    def _press(self, number: int) -> None:
        """What is shown while an edit is being judged was of the plan before it."""
        if self._keeper.fresh:
            self._keeper.press(self._levers[number])


def lever_words(lever: Lever) -> str:
    """What is pressed; dots say that it is looked at first."""
    return lever.words if lever.tried is None else f"{lever.words}…"
