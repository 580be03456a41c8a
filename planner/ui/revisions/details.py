"""One revision at full length: what was done, what the plan was then, and what differs from now."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from planner.domain.schedule import Schedule
from planner.ui.fields.text import TextLabel
from planner.ui.revisions.differences import difference_lines, plan_lines


class RevisionDetails(QScrollArea):
    """Shows one revision; empty until it is given one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setAccessibleName(self.tr("The chosen place in the history"))

    @property
    def words(self) -> str:
        """All that is on show."""
        content = self.widget()
        return "" if content is None else "\n".join(each.words for each in content.findChildren(TextLabel))

    def show_nothing(self) -> None:
        """Show no revision."""
        self._show("", "", [])

    def show_waiting(self, heading: str, words: str) -> None:
        """Show what was done, while the plan of then is still looked for."""
        self._show(heading, words, [(self.tr("The plan then"), [self.tr("Looking back…")])])

    def show_plan(self, heading: str, words: str, then: Schedule, now: Schedule) -> None:
        """Show what was done, the plan of then and what differs from the plan of now."""
        differs = difference_lines(then, now) or [self.tr("Nothing: the plan is like this now.")]
        self._show(
            heading,
            words,
            [
                (self.tr("The plan then"), plan_lines(then)),
                (self.tr("What differs now"), differs),
            ],
        )

    def _show(self, heading: str, words: str, sections: Sequence[tuple[str, Sequence[str]]]) -> None:
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(18, 4, 8, 4)
        column.setSpacing(4)
        if heading:
            column.addWidget(TextLabel(heading, "strong"))
        column.addWidget(TextLabel(words))
        for caption, lines in sections:
            column.addSpacing(10)
            column.addWidget(TextLabel(caption, "section"))
            for line in lines:
                column.addWidget(TextLabel(line))
        column.addStretch(1)
        self.setWidget(content)
