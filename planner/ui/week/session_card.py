"""One planned session as a card: tick it, or type what it really took."""

from datetime import date

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from planner.domain.week import PlannedSession
from planner.domain.wording import minutes_text, weekday_text
from planner.ui.fields.check_box import CheckBox
from planner.ui.fields.icon_button import IconButton
from planner.ui.fields.text import TextLabel, filled
from planner.ui.reasons import wrapped_tip
from planner.ui.theme_controller import ThemeController
from planner.ui.week.minutes_field import MinutesField

_STRIP = 3.0
_RADIUS = 7.0


class SessionCard(QFrame):
    """Shows a planned session. `minutes_chosen` tells how much was studied for it, or 0."""

    minutes_chosen = Signal(object, int)

    timer_requested = Signal(object)
    """The session that the learner begins to work on now."""

    def __init__(self, theme_controller: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = theme_controller
        self._session: PlannedSession | None = None
        self.tick = CheckBox()
        self._number = QLabel()
        self._number.setProperty("role", "muted")
        self._minutes = QLabel()
        self._minutes.setProperty("role", "muted")
        self._title = TextLabel(role="strong")
        self._step = TextLabel(role="muted")
        self.actual = MinutesField(self.tr("actual"))
        self.play = IconButton("play", self.tr("Start the timer"), theme_controller, self)
        self._lay_out()
        self.tick.chosen.connect(self._on_tick)
        self.actual.typed.connect(lambda minutes: self.minutes_chosen.emit(self._session, minutes))
        self.play.clicked.connect(lambda: self.timer_requested.emit(self._session))

    @property
    def session(self) -> PlannedSession | None:
        """What it shows."""
        return self._session

    def show_session(self, session: PlannedSession, day: date, reason: str, *, editable: bool) -> None:
        """Show a session of a day; the boxes stay, and the keyboard with them.

        `reason` says where its activity's effort comes from.
        """
        self.setToolTip(wrapped_tip(reason))
        self.setAccessibleDescription(reason)
        self.tick.show_checked(session.logged_minutes > 0)
        self.actual.show_minutes(session.logged_minutes)
        self.tick.setEnabled(editable)
        self.actual.setEnabled(editable)
        self.play.setEnabled(editable)
        if session == self._session:
            return
        self._session = session
        self._number.setText(str(session.number))
        self._minutes.setText(minutes_text(session.minutes))
        self._title.say(session.title)
        self._step.say(session.step_title)
        what = f"{session.title}, {session.step_title}" if session.step_title else session.title
        where = filled(self.tr("%1, %2, %3"), what, minutes_text(session.minutes), weekday_text(day))
        self.setAccessibleName(filled(self.tr("Session %1: %2"), str(session.number), where))
        self.tick.setAccessibleName(filled(self.tr("Done: %1"), where))
        self.tick.setToolTip(filled(self.tr("Log %1"), minutes_text(session.minutes)))
        self.actual.setAccessibleName(filled(self.tr("Actual minutes: %1"), where))
        self.play.setAccessibleName(filled(self.tr("Start the timer: %1"), where))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A card with the phase's colour along its left edge; a done one steps back."""
        theme = self._look.theme
        done = self._session is not None and self._session.logged_minutes > 0
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        card = QPainterPath()
        card.addRoundedRect(area, _RADIUS, _RADIUS)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillPath(card, theme.colour("header" if done else "surface_raised"))
            if self._session is not None:
                phase = theme.phase(self._session.colour)
                painter.save()
                painter.setClipPath(card)
                strip = QRectF(area.left(), area.top(), _STRIP, area.height())
                painter.fillRect(strip, phase.soft if done else phase.solid)
                painter.restore()
            painter.setPen(theme.colour("divider" if done else "border"))
            painter.drawPath(card)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self.tick)
        top.addWidget(self._number)
        top.addStretch()
        top.addWidget(self._minutes)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(10, 8, 8, 8)
        whole.setSpacing(3)
        whole.addLayout(top)
        whole.addWidget(self._title)
        whole.addWidget(self._step)
        whole.addSpacing(3)
        bottom = QHBoxLayout()
        bottom.setSpacing(3)
        bottom.addWidget(self.actual, 1)
        bottom.addWidget(self.play)
        whole.addLayout(bottom)

    def _on_tick(self) -> None:
        if self._session is not None:
            self.minutes_chosen.emit(self._session, self._session.minutes if self.tick.isChecked() else 0)
