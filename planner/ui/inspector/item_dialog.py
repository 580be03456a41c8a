"""Asks what a checklist item is: a new one, or one that is to be said anew."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from planner.domain.checklist_edits import ItemWords
from planner.domain.checklist_facts import ChecklistKind
from planner.ui.fields.check_row import CheckRow
from planner.ui.fields.title_limit import TitleLimit
from planner.ui.inspector.ask import Question
from planner.ui.inspector.words import checklist_word

WIDTH = 420
_LONGEST_HINT = 500


class ItemDialog(Question):
    """`answered` comes with the `ItemWords`."""

    answered = Signal(object)

    def __init__(self, heading: str, question: str, accept: str, words: ItemWords, parent: QWidget) -> None:
        super().__init__(heading, question, accept, parent)
        self.title = QLineEdit(words.title, self)
        self.title.setPlaceholderText(self.tr("Like: Explain a confusion matrix"))
        self.hint = QLineEdit(words.hint, self)
        self.hint.setMaxLength(_LONGEST_HINT)
        self.hint.setPlaceholderText(self.tr("A word more, shown below the title"))
        self.kind = QComboBox(self)
        for each in ChecklistKind:
            self.kind.addItem(checklist_word(each), each)
        self.kind.setCurrentIndex(list(ChecklistKind).index(words.kind))
        self.required = CheckRow(self.tr("Required: the milestone is not reached without it"), self)
        self.required.box.show_checked(words.required)
        words_of_need = self.tr("Needs evidence: ticking it asks for a link, a file or a note")
        self.needs_evidence = CheckRow(words_of_need, self)
        self.needs_evidence.box.show_checked(words.needs_evidence)
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(9)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("&Title"), self.title)
        form.addRow("", TitleLimit(self.title, self))
        form.addRow(self.tr("&Hint"), self.hint)
        form.addRow(self.tr("&Under the heading"), self.kind)
        self.body.addStrut(WIDTH)
        self.body.addLayout(form)
        self.body.addWidget(self.required)
        self.body.addWidget(self.needs_evidence)
        self.title.textChanged.connect(self._check)
        self.accepted.connect(lambda: self.answered.emit(self.words))
        self._check()
        self.title.setFocus()
        self.title.selectAll()

    @property
    def words(self) -> ItemWords:
        """What stands in the fields now."""
        return ItemWords(
            title=self.title.text().strip(),
            hint=self.hint.text().strip(),
            kind=ChecklistKind(self.kind.currentData()),
            required=self.required.box.isChecked(),
            needs_evidence=self.needs_evidence.box.isChecked(),
        )

    def _check(self) -> None:
        self.accept_button.setEnabled(bool(self.title.text().strip()))
