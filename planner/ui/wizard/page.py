"""What the wizard's pages share: a heading, a lead, and a way to put their answers into the whole."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from planner.domain.roadmap import Answers
from planner.ui.fields.text import TextLabel


class WizardPage(QScrollArea):
    """One page. `edited` tells of each change by the person; a page higher than the window scrolls."""

    edited = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget(self)
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(28, 24, 28, 16)
        self.body.setSpacing(12)
        self.setWidget(content)

    def introduce(self, name: str, title: str, lead: str) -> None:
        """Begin the page: what it is called among the steps, its heading, and what it is about."""
        self.name = name
        self.setAccessibleName(title)
        self.body.addWidget(TextLabel(title, "title", self.widget()))
        self.body.addWidget(TextLabel(lead, parent=self.widget()))

    def take_text(self) -> None:
        """Take what is still being typed."""

    def put_into(self, answers: Answers) -> Answers:
        """The answers with what stands on this page."""
        return answers

    def problem(self) -> str:
        """What keeps the plan from being made, as one kind sentence; empty when nothing does."""
        return ""

    def first_field(self) -> QWidget:
        """Where typing begins."""
        return self

    def add_section(self, text: str) -> None:
        """Put a small heading."""
        heading = TextLabel(text, "section", self.widget())
        heading.setContentsMargins(0, 8, 0, 0)
        self.body.addWidget(heading)
