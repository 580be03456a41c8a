"""Asks for a new item of a checklist: what it is, and under which heading it goes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from planner.domain.items import ChecklistKind
from planner.ui.fields.text import TextLabel
from planner.ui.fields.title_limit import TitleLimit
from planner.ui.inspector.ask import Question
from planner.ui.inspector.words import checklist_word


class AskItem(Question):
    """Asks for a title and a heading; `answered` comes with the kind and the title."""

    answered = Signal(object, str)

    def __init__(self, milestone_title: str, kind: ChecklistKind, parent: QWidget) -> None:
        super().__init__(
            self.tr("Add an item"),
            self.tr("What will show that “%1” is reached? It is required like the others.").replace(
                "%1", milestone_title
            ),
            self.tr("Add the item"),
            parent,
        )
        self.title = QLineEdit(self)
        self.title.setPlaceholderText(self.tr("Like: Explain a confusion matrix"))
        self.title.setAccessibleName(self.tr("Title of the item"))
        self.kind = QComboBox(self)
        self.kind.setAccessibleName(self.tr("Heading"))
        for each in ChecklistKind:
            self.kind.addItem(checklist_word(each), each)
        self.kind.setCurrentIndex(list(ChecklistKind).index(kind))
        self.body.addWidget(self.title)
        self.body.addWidget(TitleLimit(self.title, self))
        self.body.addWidget(TextLabel(self.tr("Under the heading"), "muted", self))
        self.body.addWidget(self.kind)
        self.accept_button.setEnabled(False)
        self.title.textChanged.connect(lambda text: self.accept_button.setEnabled(bool(text.strip())))
        self.accepted.connect(
            lambda: self.answered.emit(ChecklistKind(self.kind.currentData()), self.title.text().strip())
        )
        self.title.setFocus()
