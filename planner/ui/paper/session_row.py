"""One numbered session of a sheet as a line: what was planned, what is logged, and what to log."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from planner.domain.paper_entry import SheetSession
from planner.domain.wording import minutes_text, weekday_text
from planner.ui.fields.text import TextLabel, filled, set_property

WIDTHS = (28, 82, 70, 70, 84, 116)
"""Of number, day, planned, logged, the field, and what comes of it; the title has the rest."""


class AmountField(QLineEdit):
    """Minutes as they stand on paper; empty while nothing is said of the session."""

    left = Signal()
    """The keyboard has gone elsewhere."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMaxLength(16)
        self.setToolTip(self.tr("Minutes, or hours like 1:30; 0 for not done, x for done as planned"))

    def show_amount(self, text: str) -> None:
        """Show what the line above says; what is being typed here is left alone."""
        if not self.hasFocus() and self.text() != text:
            self.setText(text)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose all of it, so that typing replaces it."""
        super().focusInEvent(event)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell, so that the field shows again what was understood."""
        super().focusOutEvent(event)
        self.left.emit()


class SessionRow(QWidget):
    """Shows a session of a sheet; `typed` tells of an amount as a person types it."""

    typed = Signal(int, str)

    def __init__(self, session: SheetSession, today: date, *, names_day: bool, parent: QWidget) -> None:
        """`names_day` says whether the day stands here, or over this line already."""
        super().__init__(parent)
        self.session = session
        self._ahead = session.is_ahead(today)
        self._after_finish = session.is_after_finish(today)
        self.amount = AmountField(self)
        self.outcome = _cell("")
        self.outcome.setWordWrap(True)
        when = weekday_text(session.day)
        what = filled(self.tr("Session %1: %2, %3"), str(session.number), session.about, when)
        self.amount.setAccessibleName(what)
        number = _cell(str(session.number), role="strong", end=True)
        day = _cell(when.rsplit(" ", 1)[0] if names_day else "")
        planned = _cell(minutes_text(session.planned_minutes), end=True)
        logged = _cell(minutes_text(session.logged_minutes) if session.logged_minutes else "–", end=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(TextLabel(session.title, parent=self))
        if session.step_title:
            words.addWidget(TextLabel(session.step_title, "muted", self))
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 5, 8, 5)
        line.setSpacing(10)
        sized: tuple[QWidget, ...] = (number, day, planned, logged, self.amount, self.outcome)
        for each, width in zip(sized, WIDTHS, strict=True):
            each.setFixedWidth(width)
        line.addWidget(number)
        line.addWidget(day)
        line.addLayout(words, 1)
        for each in (planned, logged, self.amount, self.outcome):
            line.addWidget(each)
        self.amount.textEdited.connect(lambda text: self.typed.emit(session.number, text))
        if session.gone:
            self.amount.setEnabled(False)
            self.show_outcome(None)

    def show_outcome(self, minutes: int | None) -> None:
        """Say what logging these minutes would do; None where the sheet says nothing of the session."""
        before = self.session.logged_minutes
        words, role = "", "muted"
        if self.session.gone:
            words = self.tr("no longer in the plan")
        elif minutes is not None and minutes == before:
            words = self.tr("as it is") if minutes else self.tr("not done")
        elif minutes == 0:
            words, role = self.tr("%1 taken back").replace("%1", minutes_text(before)), "strong"
        elif minutes is not None and before:
            words = self.tr("%1 instead").replace("%1", minutes_text(minutes))
            role = "strong"
        elif minutes is not None:
            words = self.tr("logs %1 today") if self._ahead else self.tr("logs %1")
            if self._after_finish:
                words = self.tr("logs %1, after it was finished")
            words, role = words.replace("%1", minutes_text(minutes)), "strong"
        set_property(self.outcome, "role", role)
        self.outcome.setText(words)
        self.amount.setAccessibleDescription(words)


def heading(words: tuple[str, str, str, str, str, str, str]) -> QWidget:
    """The columns' names: number, day, title, planned, logged, minutes, what comes of it."""
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(8, 0, 8, 0)
    line.setSpacing(10)
    number, day, title, *others = words
    for text, width, end in ((number, WIDTHS[0], True), (day, WIDTHS[1], False)):
        cell = _cell(text, end=end)
        cell.setFixedWidth(width)
        line.addWidget(cell)
    line.addWidget(_cell(title), 1)
    for place, (text, width) in enumerate(zip(others, WIDTHS[2:], strict=True)):
        cell = _cell(text, end=place < 2)
        cell.setFixedWidth(width)
        line.addWidget(cell)
    return row


def _cell(text: str, *, role: str = "muted", end: bool = False) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    side = Qt.AlignmentFlag.AlignRight if end else Qt.AlignmentFlag.AlignLeft
    label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    return label
