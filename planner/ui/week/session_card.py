"""One planned session as a card: tick it, time it, type what it took, and put it on another day."""

from datetime import date, timedelta
from math import ceil, floor

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from planner.domain.week import PlannedSession, SessionState
from planner.domain.wording import clock_span_text
from planner.ui.fields.check_row import bare_box
from planner.ui.fields.icon_button import IconButton
from planner.ui.fields.text import TextLabel
from planner.ui.week.card_keys import act_on_key
from planner.ui.week.card_names import name_card
from planner.ui.week.card_painting import CardState, paint_card
from planner.ui.week.card_words import about_session, amount_in_two
from planner.ui.week.desk import Desk
from planner.ui.week.minutes_field import MinutesField
from planner.ui.week.planned_field import PlannedField

EDGE = 8
"""How near to its lower edge a card can be pulled longer, in pixels."""

_OVERRIDE = QEvent.Type.ShortcutOverride


class SessionCard(QFrame):
    """Shows a planned session; what is done with it goes to the week's `SessionEdits`.

    Where a step of its activity ends in the week, it has a box for the step too. `card_keys` has its keys.
    """

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._edits = desk.edits
        self._session: PlannedSession | None = None
        self._day = date.min
        self._left_open = False
        self._shown: tuple[PlannedSession, date, bool, str] | None = None
        self._stands_for: object = None
        self._planned_field: PlannedField | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.tick = bare_box(self)
        self._number = QLabel()
        self._number.setProperty("role", "muted")
        self.planned = QLabel()
        self.planned.setProperty("role", "muted")
        self.planned.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.planned.setCursor(Qt.CursorShape.IBeamCursor)
        self._clock = TextLabel(role="muted")
        self._title = TextLabel(role="strong")
        self._step = TextLabel(role="muted")
        self.step_tick = bare_box(self)
        self.step_tick.setProperty("role", "step")
        self.actual = MinutesField(self.tr("actual"))
        self.actual.setProperty("role", "compact")
        self.play = IconButton("play", self.tr("Start the timer"), desk.look, self)
        self.play.setFixedWidth(22)
        for each in (self.tick, self.step_tick, self.play):
            each.setCursor(Qt.CursorShape.ArrowCursor)
        self._lay_out()
        self._connect()

    @property
    def session(self) -> PlannedSession | None:
        """What it shows."""
        return self._session

    @property
    def day(self) -> date:
        """The day it lies on."""
        return self._day

    @property
    def editable(self) -> bool:
        """Whether the session can be moved, changed and logged."""
        return self._session is not None and not self._edits.read_only

    @property
    def movable(self) -> bool:
        """Whether the session can be put on another day: what is logged stays on its own."""
        return self.editable and self._session is not None and not self._session.logged_minutes

    def show_session(
        self, session: PlannedSession, day: date, reason: str, *, over: bool, ends_step: bool
    ) -> None:
        """Show a session of a day; the boxes stay, and the keyboard with them.

        `reason` says where its activity's effort comes from; `over` that its week is, `ends_step` that no
        later session of the week is for the same step.
        """
        stands_for = (session.activity, session.step, session.placement, day)
        if stands_for != self._stands_for:
            self._stands_for = stands_for
            self.forget()
        editable, state = not self._edits.read_only, session.state
        self.tick.show_checked(state is SessionState.DONE, begun=state is SessionState.BEGUN)
        self.actual.show_minutes(session.logged_minutes)
        self.step_tick.setVisible(ends_step)
        self.step_tick.show_checked(ends_step and self._edits.step_done(session))
        for each in (self.tick, self.step_tick, self.actual, self.play):
            each.setEnabled(editable)
        left_open = over and not session.logged_minutes
        shown = (session, day, left_open, reason)
        if shown == self._shown:
            return
        self._shown = shown
        self._session, self._day, self._left_open = session, day, left_open
        self._number.setText(str(session.number))
        self._say_planned(session)
        starts_at = session.starts_at
        self._clock.say("" if starts_at is None else clock_span_text(starts_at, session.minutes))
        self._title.say(session.title)
        self._step.say(session.step_title)
        name_card(self, session, day, about_session(session, reason, left_open=left_open))
        self.update()

    def forget(self) -> None:
        """Leave what was typed and pressed here: it was meant for the session that the card showed."""
        self.actual.forget()
        self.leave_planned()
        for each in (self.tick, self.step_tick, self.play):
            each.setDown(False)

    def type_planned(self) -> None:
        """Let the planned minutes be typed where they stand."""
        if not self.editable or self._session is None:
            return
        if self._planned_field is None:
            self._planned_field = PlannedField(self)
            self._planned_field.typed.connect(self._on_planned)
        self._planned_field.begin(self._session, self.planned.geometry())

    def leave_planned(self) -> bool:
        """Leave the planned minutes as they were, if they are being typed; whether they were."""
        return self._planned_field is not None and self._planned_field.leave()

    def move_by(self, days: int) -> None:
        """Put the session so many days later."""
        if self.editable and self._session is not None:
            self._edits.move(self._session, self._day, self._day + timedelta(days=days), follow=True)

    def plan_by(self, minutes: int) -> None:
        """Plan so many minutes more, or fewer, up to the next whole step of so many."""
        if self.editable and self._session is not None:
            step = abs(minutes)
            steps = (self._session.minutes + minutes) / step
            planned = step * (floor(steps) if minutes > 0 else ceil(steps))
            self._edits.set_minutes(self._session, self._day, max(planned, step))

    def put_back(self) -> None:
        """Let the session lie where the schedule has it."""
        if self.editable and self._session is not None:
            self._edits.put_back(self._session, follow=True)

    def show_menu_by_keys(self) -> None:
        """Show what can be done with the session, in the middle of the card."""
        place = self.mapToGlobal(QPoint(self.width() // 3, self.height() // 2))
        self._desk.steering.show_menu(self, place, by_keys=True)

    def on_edge(self, place: QPoint) -> bool:
        """Whether a point of the card is where it is pulled longer."""
        return self.editable and place.y() >= self.height() - EDGE

    def event(self, event: QEvent) -> bool:
        """Keep F2, which renames elsewhere, for the planned minutes."""
        keys = (Qt.Key.Key_F2, Qt.Key.Key_Delete)
        if isinstance(event, QKeyEvent) and event.type() == _OVERRIDE and event.key() in keys:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the keys of a card do."""
        if not act_on_key(self, event, self._desk.steering):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the card."""
        if event.button() == Qt.MouseButton.LeftButton and self._session is not None:
            self._desk.hand.press(self, event)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the card that is held, or show what a press would do here."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._desk.hand.move(event)
        else:
            self._show_cursor(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of it; a click on the planned minutes lets one type them."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        clicked = not self._desk.hand.dragging
        self._desk.hand.release(event)
        if clicked and self.planned.geometry().contains(event.position().toPoint()):
            self.type_planned()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done with the session."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self.show_menu_by_keys()
        else:
            self._desk.steering.show_menu(self, event.globalPos(), by_keys=False)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card as it stands."""
        session = self._session
        if session is None:
            return
        state = CardState(
            colour=session.colour,
            done=session.state is SessionState.DONE,
            left_open=self._left_open,
            placed=session.placement is not None,
            focused=self.hasFocus(),
            hovered=self.underMouse() and self.editable,
        )
        with QPainter(self) as painter:
            paint_card(painter, QRectF(self.rect()), state, self._desk.look.theme)

    def _lay_out(self) -> None:
        top = self._top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self.tick)
        top.addWidget(self._number)
        top.addStretch()
        top.addWidget(self.planned)
        step = QHBoxLayout()
        step.setSpacing(1)
        step.addWidget(self.step_tick, 0, Qt.AlignmentFlag.AlignTop)
        self._step.setContentsMargins(0, 1, 0, 2)
        step.addWidget(self._step, 1)
        bottom = QHBoxLayout()
        bottom.setSpacing(3)
        bottom.addWidget(self.actual, 1)
        bottom.addWidget(self.play)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(10, 8, 8, 9)
        whole.setSpacing(3)
        whole.addLayout(top)
        whole.addWidget(self._clock)
        whole.addWidget(self._title)
        whole.addLayout(step)
        whole.addSpacing(3)
        whole.addLayout(bottom)

    def _say_planned(self, session: PlannedSession) -> None:
        begun = session.state is SessionState.BEGUN
        self.planned.setWordWrap(begun)
        self._top.setStretchFactor(self.planned, int(begun))
        self.planned.setText(amount_in_two(session))

    def _connect(self) -> None:
        self.tick.chosen.connect(self._on_tick)
        self.step_tick.chosen.connect(self._on_step)
        self.actual.typed.connect(self._on_actual)
        self.actual.refused.connect(self._edits.message)
        self.play.clicked.connect(self._on_play)

    def _show_cursor(self, place: QPoint) -> None:
        shapes = Qt.CursorShape
        shape = shapes.SizeVerCursor if self.on_edge(place) else shapes.OpenHandCursor
        self.setCursor(shape if self.movable or self.on_edge(place) else shapes.ArrowCursor)

    def _on_planned(self, minutes: int) -> None:
        if self._session is not None and minutes:
            self._edits.set_minutes(self._session, self._day, minutes)
        else:
            self.put_back()

    def _on_tick(self, done: bool) -> None:
        if self._session is not None:
            self._edits.tick(self._session, self._day, done)

    def _on_step(self, done: bool) -> None:
        if self._session is not None:
            self._edits.tick_step(self._session, done)

    def _on_actual(self, minutes: int) -> None:
        if self._session is not None:
            self._edits.log(self._session, self._day, minutes)

    def _on_play(self) -> None:
        if self._session is not None:
            self._edits.start_timer(self._session, self._day)
