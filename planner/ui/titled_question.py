"""What the questions for a new row share: a title, a form below it, and an Add that waits for both."""

from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from planner.ui.fields.title_limit import TitleLimit
from planner.ui.inspector.ask import Question

FIELD_WIDTH = 300


class TitledQuestion(Question):
    """A small form with a title first. `complete` says whether the rest of it can be taken."""

    def __init__(self, heading: str, question: str, parent: QWidget) -> None:
        super().__init__(heading, question, self.tr("Add"), parent)
        self._title = QLineEdit(self)
        self._title.setObjectName("title")
        self._title.textChanged.connect(self._check)
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(14)
        self.form.setVerticalSpacing(9)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.add_wide(self.tr("&Title"), self._title)
        self.form.addRow("", TitleLimit(self._title, self))
        self.body.addLayout(self.form)
        self._title.setFocus()

    @property
    def title(self) -> str:
        """The title, without spaces around it."""
        return self._title.text().strip()

    @property
    def complete(self) -> bool:
        """Whether all but the title is as it has to be."""
        return True

    def add_wide(self, caption: str, field: QWidget) -> None:
        """Add a row whose field is as wide as all of them."""
        field.setMinimumWidth(FIELD_WIDTH)
        field.setMaximumWidth(FIELD_WIDTH)
        self.form.addRow(caption, field)

    def _check(self) -> None:
        self.accept_button.setEnabled(bool(self.title) and self.complete)
