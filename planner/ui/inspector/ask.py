"""Small questions: on which day, how many hours."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from planner.ui.fields.day_field import DayField
from planner.ui.fields.hours_field import HoursField
from planner.ui.fields.hours_problem import HoursProblem
from planner.ui.fields.text import TextLabel
from planner.ui.theme_controller import ThemeController

_LEAST_WIDTH = 320


class Question(QDialog):
    """A question, a place for the answer and the buttons; `open()` it."""

    def __init__(self, title: str, question: str, accept: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.heading = TextLabel(title, "title", self)
        self.question = TextLabel(question, parent=self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.accept_button = self.buttons.addButton(accept, QDialogButtonBox.ButtonRole.AcceptRole)
        self.accept_button.setDefault(True)
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        self.body.addStrut(_LEAST_WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self.heading)
        layout.addWidget(self.question)
        layout.addLayout(self.body)
        layout.addStretch(1)
        layout.addWidget(self.buttons)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def open(self) -> None:
        """Ask without waiting; it frees itself when it is answered. By `exec`, its caller frees it."""
        self.finished.connect(self.deleteLater)
        super().open()

    def add_way_out(self, text: str, on_pressed: Callable[[], object]) -> QPushButton:
        """Offer another answer, by the button it gives."""
        button = self.buttons.addButton(text, QDialogButtonBox.ButtonRole.DestructiveRole)
        button.clicked.connect(self.reject)
        button.clicked.connect(on_pressed)
        return button


class AskDay(Question):
    """Asks for a day up to today; `answered` comes with it."""

    answered = Signal(object)

    def __init__(
        self,
        title: str,
        question: str,
        accept: str,
        today: date,
        theme_controller: ThemeController,
        parent: QWidget,
        *,
        day: date | None = None,
    ) -> None:
        super().__init__(title, question, accept, parent)
        self.field = DayField(
            self.tr("Day"), theme_controller, clearable=False, today=lambda: today, parent=self
        )
        self.field.set_limits(None, today)
        self.field.show_day(day or today)
        self.body.addWidget(self.field)
        self.accepted.connect(lambda: self.answered.emit(self.field.day))
        self.field.edit.setFocus()
        self.field.edit.selectAll()

    def accept(self) -> None:
        """Take the answer once it is a day."""
        self.field.take_text()
        if not self.field.problem:
            super().accept()


class AskHours(Question):
    """Asks for a number of hours; `answered` comes with it."""

    answered = Signal(float)

    def __init__(self, title: str, question: str, accept: str, hours: float, parent: QWidget) -> None:
        super().__init__(title, question, accept, parent)
        self.field = HoursField(self.tr("Hours"), most=10_000, step=1, parent=self)
        self.field.setMinimum(0.25)
        self.field.setValue(hours)
        self.field.setMaximumWidth(160)
        self.body.addWidget(self.field)
        self.body.addWidget(HoursProblem((self.field,), self))
        self.field.typed.connect(lambda: self.accept_button.setEnabled(not self.field.problem))
        self.accepted.connect(lambda: self.answered.emit(self.field.value()))
        self.field.setFocus()
        self.field.selectAll()

    def accept(self) -> None:
        """Take the answer, also one that is still being typed."""
        self.field.interpretText()
        if not self.field.problem:
            super().accept()
