"""One day of the week page: its hours, its sessions, and what was studied beside the plan."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from planner.domain.items import ActivityId
from planner.domain.week import WeekDay
from planner.domain.wording import WEEKDAYS, isolated, long_day_text, minutes_text
from planner.ui.fields.text import TextLabel, filled
from planner.ui.theme_controller import ThemeController
from planner.ui.week.session_card import SessionCard

_HEAD = 34
_RADIUS = 8.0


class DayColumn(QWidget):
    """Shows a day. `minutes_chosen` tells of a session, its day, and the minutes studied for it."""

    minutes_chosen = Signal(object, object, int)

    timer_requested = Signal(object, object)
    """A session to be timed, and its day."""

    def __init__(self, theme_controller: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = theme_controller
        self._day: WeekDay | None = None
        self._today = False
        self.cards: list[SessionCard] = []
        self._name = QLabel()
        self._name.setProperty("role", "strong")
        self._hours = QLabel()
        self._hours.setProperty("role", "muted")
        self._exception = TextLabel(role="muted")
        self._beside = TextLabel(role="muted")
        for label in (self._exception, self._beside):
            label.setContentsMargins(3, 2, 3, 0)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._lay_out()

    def show_day(
        self, day: WeekDay, reasons: Mapping[ActivityId, str], *, today: bool, editable: bool
    ) -> None:
        """Show a day; cards that are there already are used again. `reasons` are those of the efforts."""
        self._day = day
        self._today = today
        self._name.setText(f"{WEEKDAYS[day.day.weekday()][:3]} {day.day.day}")
        hours = self.tr("rest") if day.rest else minutes_text(day.available_minutes)
        self._hours.setText(hours)
        spoken = filled(self.tr("%1 %2, %3"), WEEKDAYS[day.day.weekday()], long_day_text(day.day), hours)
        self.setAccessibleName(filled(self.tr("Today, %1"), spoken) if today else spoken)
        self._exception.say(day.exception)
        for number, session in enumerate(day.sessions):
            if number == len(self.cards):
                self._add_card()
            self.cards[number].show_session(session, day.day, reasons[session.activity], editable=editable)
            self.cards[number].show()
        for spare in self.cards[len(day.sessions) :]:
            spare.hide()
        also = [f"{minutes_text(each.minutes)} {isolated(each.title)}" for each in day.beside_the_plan]
        self._beside.say("\n".join([self.tr("Also studied"), *also]) if also else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A framed column; study days have a tinted head, today an accent round it."""
        theme = self._look.theme
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        frame = QPainterPath()
        frame.addRoundedRect(area, _RADIUS, _RADIUS)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillPath(frame, theme.colour("surface"))
            painter.save()
            painter.setClipPath(frame)
            if self._today:
                painter.fillRect(QRectF(0, 0, self.width(), _HEAD), theme.colour("accent_soft"))
            elif self._day is not None and not self._day.rest:
                painter.fillRect(QRectF(0, 0, self.width(), _HEAD), theme.colour("segment"))
            painter.restore()
            colour = theme.colour("accent" if self._today else "divider")
            painter.setPen(QPen(colour, 1.6 if self._today else 1.0))
            painter.drawPath(frame)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(9, 0, 9, 0)
        head.setSpacing(4)
        head.addWidget(self._name)
        head.addStretch()
        head.addWidget(self._hours)
        holder = QWidget()
        holder.setFixedHeight(_HEAD)
        holder.setLayout(head)
        self._stack = QVBoxLayout()
        self._stack.setContentsMargins(6, 6, 6, 6)
        self._stack.setSpacing(6)
        self._stack.addWidget(self._exception)
        self._stack.addWidget(self._beside)
        self._stack.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(holder)
        whole.addLayout(self._stack, 1)

    def _add_card(self) -> None:
        card = SessionCard(self._look, self)
        card.minutes_chosen.connect(self._on_minutes)
        card.timer_requested.connect(self._on_timer)
        # Before what was studied beside the plan, and the stretch below it.
        self._stack.insertWidget(self._stack.count() - 2, card)
        self.cards.append(card)

    def _on_minutes(self, session: object, minutes: int) -> None:
        if self._day is not None:
            self.minutes_chosen.emit(session, self._day.day, minutes)

    def _on_timer(self, session: object) -> None:
        if self._day is not None:
            self.timer_requested.emit(session, self._day.day)
