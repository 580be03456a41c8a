"""The sentence under a field for a title that takes no more letters."""

from PySide6.QtWidgets import QLineEdit, QWidget

from planner.ui.fields.growing import grow_around
from planner.ui.fields.text import TextLabel, filled

LONGEST_TITLE = 500


class TitleLimit(TextLabel):
    """Says that the limit is met once letters were left out; it goes when the title gets shorter."""

    def __init__(self, field: QLineEdit, parent: QWidget, *, most: int = LONGEST_TITLE) -> None:
        super().__init__(role="warning", parent=parent)
        self._most = most
        field.setMaxLength(most)
        field.inputRejected.connect(self._tell)
        field.textChanged.connect(self._on_text)

    def _tell(self) -> None:
        form = self.tr("Here is room for %1 letters; what came after them was left out.")
        self.say(filled(form, str(self._most)))
        grow_around(self)

    def _on_text(self, text: str) -> None:
        if len(text) < self._most:
            self.say("")
