"""Asks for a title: of a new group, or another one for what is there."""

from PySide6.QtWidgets import QLineEdit, QWidget

from planner.ui.fields.title_limit import TitleLimit
from planner.ui.inspector.ask import Question


class TitleDialog(Question):
    """One line. It is accepted once there is a title, and another one than `old`."""

    def __init__(self, heading: str, question: str, accept: str, parent: QWidget, *, old: str = "") -> None:
        super().__init__(heading, question, accept, parent)
        self._old = old
        self.field = QLineEdit(old, self)
        self.field.setObjectName("title")
        self.field.setAccessibleName(self.tr("Title"))
        self.field.selectAll()
        self.body.addWidget(self.field)
        self.body.addWidget(TitleLimit(self.field, self))
        self.field.textChanged.connect(self._check)
        self.field.setFocus()
        self._check()

    @property
    def title(self) -> str:
        """The title, without spaces around it."""
        return self.field.text().strip()

    def _check(self) -> None:
        self.accept_button.setEnabled(self.title not in ("", self._old))
