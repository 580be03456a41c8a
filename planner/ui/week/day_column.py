"""One day of the week page: its hours, its sessions, and what was studied beside the plan."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QVBoxLayout, QWidget

from planner.domain.items import ActivityId
from planner.domain.week import WeekDay
from planner.domain.week_days import TOLERANCE
from planner.domain.wording import WEEKDAYS, isolated, long_day_text, minutes_text, weekday_text
from planner.ui.fields.text import TextLabel, filled
from planner.ui.week.desk import Desk
from planner.ui.week.session_card import SessionCard

_HEAD = 36
_RADIUS = 8.0
_MARGIN = 6
_BAR = 2.5
_CHECK = 13


class DayColumn(QWidget):
    """Shows a day. Cards that are there already are used again for other sessions."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._look = desk.look
        self._day: WeekDay | None = None
        self._today = False
        self._aimed_at = False
        self._cards: list[SessionCard] = []
        self._name = QLabel()
        self._name.setProperty("role", "strong")
        self._hours = QLabel()
        self._hours.setProperty("role", "muted")
        self._note = TextLabel(role="muted")
        self._beside = TextLabel(role="muted")
        for label in (self._note, self._beside):
            label.setContentsMargins(3, 2, 3, 0)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._lay_out()

    @property
    def day(self) -> WeekDay | None:
        """What it shows; None before the first week is shown."""
        return self._day

    @property
    def cards(self) -> list[SessionCard]:
        """The cards of the day's sessions, in order."""
        return self._cards[: len(self._day.sessions) if self._day is not None else 0]

    def show_day(
        self,
        day: WeekDay,
        reasons: Mapping[ActivityId, str],
        step_ends: Collection[int],
        *,
        today: bool,
        over: bool,
    ) -> None:
        """Show a day. `reasons` are those of the efforts; `over` says that its week is.

        `step_ends` are the numbers of the sessions after which the week has no more of their step.
        """
        self._day = day
        self._today = today
        self._name.setText(f"{WEEKDAYS[day.day.weekday()][:3]} {day.day.day}")
        hours = self.tr("rest") if day.rest else minutes_text(day.available_minutes)
        self._hours.setText(hours)
        spoken = filled(self.tr("%1 %2, %3"), WEEKDAYS[day.day.weekday()], long_day_text(day.day), hours)
        self.setAccessibleName(filled(self.tr("Today, %1"), spoken) if today else spoken)
        self._note.say("\n".join(filter(None, (day.exception, self._more_than_it_has(day)))))
        for number, session in enumerate(day.sessions):
            if number == len(self._cards):
                self._add_card()
            self._cards[number].show_session(
                session,
                day.day,
                reasons[session.activity],
                over=over,
                ends_step=session.number in step_ends,
            )
            self._cards[number].show()
        for spare in self._cards[len(day.sessions) :]:
            spare.forget()
            spare.hide()
        also = [f"{minutes_text(each.minutes)} {isolated(each.title)}" for each in day.beside_the_plan]
        self._beside.say("\n".join([self.tr("Also studied"), *also]) if also else "")
        self.update()

    def aim_at(self, aimed_at: bool) -> None:
        """Show that a session in hand would be put here."""
        if aimed_at != self._aimed_at:
            self._aimed_at = aimed_at
            self.update()

    def free_place(self, height: int, besides: SessionCard) -> QRect:
        """Where one more card so high would lie, in the column's own pixels."""
        others = [each for each in self.cards if each is not besides]
        if others:
            top = others[-1].geometry().bottom() + _MARGIN + 1
        else:
            top = _HEAD + _MARGIN + (self._note.height() + _MARGIN if self._note.words else 0)
        room = QRect(_MARGIN, top, self.width() - 2 * _MARGIN, height)
        if room.bottom() > self.height() - _MARGIN:
            room.moveBottom(max(self.height() - _MARGIN, _HEAD + _MARGIN + 24))
        return room

    def holds(self, place: QPoint) -> bool:
        """Whether a point of the screen is over the column."""
        return self.isVisible() and self.rect().contains(self.mapFromGlobal(place))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to log study on the day."""
        day = self._day
        edits = self._desk.edits
        if day is None or edits.read_only or day.day > edits.today:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = filled(self.tr("&Log study on %1…"), weekday_text(day.day))
        menu.addAction(words).triggered.connect(lambda: edits.log_requested.emit(day.day))
        menu.popup(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        """A framed column with a head that fills as the day is studied, to a check mark where all of it is.

        Today has an accent round it.
        """
        theme = self._look.theme
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        frame = QPainterPath()
        frame.addRoundedRect(area, _RADIUS, _RADIUS)
        accented = self._today or self._aimed_at
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillPath(frame, theme.colour("surface"))
            painter.save()
            painter.setClipPath(frame)
            if accented:
                painter.fillRect(QRectF(0, 0, self.width(), _HEAD), theme.colour("accent_soft"))
            elif self._day is not None and not self._day.rest:
                painter.fillRect(QRectF(0, 0, self.width(), _HEAD), theme.colour("segment"))
            self._paint_progress(painter)
            painter.restore()
            if self._day is not None and self._day.done:
                mark = self._look.icons.pixmap("check", _CHECK, "success", self.devicePixelRatioF())
                painter.drawPixmap(self._hours.x() - _CHECK - 4, (_HEAD - _CHECK) // 2, mark)
            colour = theme.colour("accent" if accented else "divider")
            painter.setPen(QPen(colour, 1.8 if self._aimed_at else 1.6 if self._today else 1.0))
            painter.drawPath(frame)

    def _paint_progress(self, painter: QPainter) -> None:
        """A line under the head: how much of the day's planned minutes is studied."""
        day = self._day
        studied = sum(each.minutes for each in day.logged) if day is not None else 0
        if day is None or not studied:
            return
        share = min(studied / max(day.planned_minutes, 1), 1.0)
        role = "success" if share >= 1 else "accent"
        line = QRectF(0, _HEAD - _BAR, self.width() * share, _BAR)
        painter.fillRect(line, self._look.theme.colour(role))

    def _more_than_it_has(self, day: WeekDay) -> str:
        """Said where more lies on a day than its hours, whoever put it there; what rounding adds is not."""
        if day.planned_minutes - day.available_minutes <= TOLERANCE:
            return ""
        return filled(self.tr("%1 planned"), minutes_text(day.planned_minutes))

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
        self._stack.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self._stack.setSpacing(_MARGIN)
        self._stack.addWidget(self._note)
        self._stack.addWidget(self._beside)
        self._stack.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(holder)
        whole.addLayout(self._stack, 1)

    def _add_card(self) -> None:
        card = SessionCard(self._desk, self)
        # Before what was studied beside the plan, and the stretch below it.
        self._stack.insertWidget(self._stack.count() - 2, card)
        self._cards.append(card)
