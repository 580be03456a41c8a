"""A box for a day in words: “+2w”, “next Monday”, “16 Jan”. It says at once what was understood."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from planner.domain.errors import InvalidValue
from planner.domain.typed_dates import DAY_EXAMPLES, read_day
from planner.domain.wording import weekday_text
from planner.ui.fields.growing import grow_to_fit
from planner.ui.fields.text import TextLabel, set_property


class TypedDay(QWidget):
    """Reads a day as it is typed. What counts on (“+2w”) counts from `base`, else from today.

    `may_be_empty` is what an empty box means, in words; without it an empty box is not yet a day. Without
    `says_day` whoever holds it says what was understood.
    """

    changed = Signal()
    """Another day, or another problem, or none."""

    def __init__(
        self,
        name: str,
        today: date,
        *,
        base: date | None = None,
        week_start: int = 0,
        may_be_empty: str = "",
        says_day: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._today, self._base, self._week_start = today, base, week_start
        self._may_be_empty = may_be_empty
        self._says_day = says_day
        self._day: date | None = None
        self._problem = ""
        self.edit = QLineEdit(self)
        self.edit.setObjectName("typed-day")
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(may_be_empty or self.tr("Like 16 Jan, next Monday or +2w"))
        self.meaning = TextLabel(parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.edit)
        column.addWidget(self.meaning)
        # A label's Alt key goes to no field without a policy of its own; set later, it would be the line's.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self._read)
        self._read()

    @property
    def day(self) -> date | None:
        """The day that was typed; None while there is none, or while it cannot be read."""
        return self._day

    @property
    def problem(self) -> str:
        """What is wrong with the text; empty when it is a day, or may be empty and is."""
        return self._problem

    def set_base(self, base: date | None) -> None:
        """Count on from another day."""
        self._base = base
        self._read()

    def _read(self) -> None:
        text = self.edit.text().strip()
        self._day, self._problem = None, ""
        if text:
            try:
                self._day = read_day(text, today=self._today, base=self._base, week_start=self._week_start)
            except InvalidValue as error:
                self._problem = str(error)
        elif not self._may_be_empty:
            self._problem = self.tr("Type a day, like {examples}.").format(examples=DAY_EXAMPLES)
        if self._says_day:
            self._say(self._problem if text else "")
        self.changed.emit()

    def _say(self, problem: str) -> None:
        set_property(self.meaning, "role", "danger" if problem else "muted")
        self.meaning.say(problem or (weekday_text(self._day) if self._day is not None else ""))
        self.edit.setAccessibleDescription(self.meaning.words)
        window = self.window()
        if isinstance(window, QDialog) and window.isVisible():
            grow_to_fit(window)
