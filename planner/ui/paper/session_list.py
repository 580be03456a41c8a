"""The sessions of a sheet to tab through, a line each, with a field for the minutes that stand on paper."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from planner.domain.paper_entry import Sheet
from planner.ui.fields.text import TextLabel
from planner.ui.paper.session_row import SessionRow, heading

_LEAST_HEIGHT = 64


class SessionList(QFrame):
    """Shows a sheet's sessions; `typed` tells of an amount typed beside one, by its number.

    Tab and Enter go on to the next field, Enter in the last one tells `finished`; arrows go up and down.
    `left` tells that the keyboard has left a field.
    """

    typed = Signal(int, str)
    left = Signal()
    finished = Signal()

    def __init__(self, below: QWidget, parent: QWidget) -> None:
        """`below` stands below the sessions and is scrolled with them."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self._below = below
        self.rows: list[SessionRow] = []
        self._empty = TextLabel(self.tr("Nothing was planned on this sheet."), "muted", self)
        self._empty.setContentsMargins(8, 8, 8, 8)
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inner = QWidget()
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 2, 0, 6)
        self._column.setSpacing(0)
        self._area.setWidget(self._inner)
        self._area.viewport().setAutoFillBackground(False)
        self._inner.setAutoFillBackground(False)
        names = (
            self.tr("No."),
            self.tr("Day"),
            self.tr("Session"),
            self.tr("Planned"),
            self.tr("Logged"),
            self.tr("Minutes"),
            self.tr("Then"),
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(4, 8, 4, 2)
        whole.setSpacing(4)
        self._heading = heading(names)
        self._area.setMinimumHeight(_LEAST_HEIGHT)
        self._area.verticalScrollBar().rangeChanged.connect(self._make_room_for_bar)
        whole.addWidget(self._heading)
        whole.addWidget(self._area, 1)

    def show_sheet(self, sheet: Sheet, today: date) -> None:
        """Show the sessions of another sheet."""
        while self._column.takeAt(0) is not None:
            continue
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        day = None
        for session in sheet.sessions:
            row = SessionRow(session, today, names_day=session.day != day, parent=self._inner)
            day = session.day
            row.typed.connect(self.typed)
            row.amount.left.connect(self.left)
            row.amount.installEventFilter(self)
            self._column.addWidget(row)
            self.rows.append(row)
        self._empty.setVisible(not self.rows)
        if not self.rows:
            self._column.addWidget(self._empty)
        self._column.addWidget(self._below)
        self._column.addStretch(1)

    def show_minutes(self, minutes: Mapping[int, int]) -> None:
        """Show what was understood, by session number."""
        for row in self.rows:
            amount = minutes.get(row.session.number)
            row.amount.show_amount("" if amount is None else str(amount))
            row.show_outcome(amount)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring the field with the keyboard into view, and move on by Enter and arrows."""
        fields = [each.amount for each in self.rows]
        if event.type() == QEvent.Type.FocusIn and watched in fields:
            row = self.rows[fields.index(watched)]
            self._area.ensureWidgetVisible(row, 0, 8)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched in fields:
            steps = {
                Qt.Key.Key_Return: 1,
                Qt.Key.Key_Enter: 1,
                Qt.Key.Key_Down: 1,
                Qt.Key.Key_Up: -1,
            }
            step = steps.get(Qt.Key(event.key()))
            if step is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                self._go_on(fields.index(watched), step)
                return True
        return super().eventFilter(watched, event)

    def _make_room_for_bar(self, _least: int, most: int) -> None:
        """The names of columns stay over their columns when a scroll bar takes room beside these."""
        bar = self._area.verticalScrollBar().sizeHint().width() if most else 0
        self._heading.setContentsMargins(0, 0, bar, 0)

    def _go_on(self, place: int, step: int) -> None:
        places = range(place + step, len(self.rows) if step > 0 else -1, step)
        for each in places:
            if self.rows[each].amount.isEnabled():
                self.rows[each].amount.setFocus(Qt.FocusReason.TabFocusReason)
                return
        if step > 0:
            self.finished.emit()
