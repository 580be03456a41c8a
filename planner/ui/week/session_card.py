"""One planned session as a card: tick it, time it, type what it took, and put it on another day."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from planner.domain.week import PlannedSession
from planner.domain.wording import clock_span_text, minutes_text, weekday_text
from planner.ui.fields.check_row import bare_box
from planner.ui.fields.icon_button import IconButton
from planner.ui.fields.text import TextLabel, filled
from planner.ui.reasons import wrapped_tip
from planner.ui.theme_controller import ThemeController
from planner.ui.week.card_painting import CardState, paint_card
from planner.ui.week.minutes_field import MinutesField
from planner.ui.week.session_edits import SessionEdits

EDGE = 8
"""How near to its lower edge a card can be pulled longer, in pixels."""

STEP_MINUTES = 5
"""What one press of + or - and one step of the pulled edge change."""

_OVERRIDE = QEvent.Type.ShortcutOverride
_FIELD_WIDTH = 76


class Hand(Protocol):
    """What takes hold of a card with the mouse."""

    def press(self, card: "SessionCard", event: QMouseEvent) -> None:
        """The left button went down on a card."""

    def move(self, event: QMouseEvent) -> None:
        """The mouse moved with the button held."""

    def release(self, event: QMouseEvent) -> None:
        """The button was let go."""


class Steering(Protocol):
    """What moves the keyboard from card to card, and shows the menu of one."""

    def step_from(self, card: "SessionCard", days: int, cards: int) -> None:
        """Give the keyboard to a card so many days or cards away."""

    def show_menu(self, card: "SessionCard", place: QPoint, *, by_keys: bool) -> None:
        """Show the menu of a card at a point of the screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What every card of the week works with."""

    look: ThemeController
    edits: SessionEdits
    hand: Hand
    steering: Steering


class SessionCard(QFrame):
    """Shows a planned session; what is done with it goes to the week's `SessionEdits`.

    Keys on a card: the arrows go to others, Ctrl+Left and Right move the session a day, + and - change its
    planned minutes, F2 lets one type them, Space ticks it, Enter goes to its actual minutes.
    """

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._look = desk.look
        self._edits = desk.edits
        self._session: PlannedSession | None = None
        self._day = date.min
        self._left_open = False
        self._planned_field: MinutesField | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.tick = bare_box(self)
        self._number = QLabel()
        self._number.setProperty("role", "muted")
        self.planned = QLabel()
        self.planned.setProperty("role", "muted")
        self._clock = TextLabel(role="muted")
        self._title = TextLabel(role="strong")
        self._step = TextLabel(role="muted")
        self.actual = MinutesField(self.tr("actual"))
        self.play = IconButton("play", self.tr("Start the timer"), desk.look, self)
        for each in (self.tick, self.actual, self.play):
            each.setCursor(Qt.CursorShape.ArrowCursor)
        self.actual.setCursor(Qt.CursorShape.IBeamCursor)
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

    def show_session(self, session: PlannedSession, day: date, reason: str, *, over: bool) -> None:
        """Show a session of a day; the boxes stay, and the keyboard with them.

        `reason` says where its activity's effort comes from; `over` that its week is.
        """
        editable = not self._edits.read_only
        self.tick.show_checked(session.logged_minutes > 0)
        self.actual.show_minutes(session.logged_minutes)
        for each in (self.tick, self.actual, self.play):
            each.setEnabled(editable)
        left_open = over and not session.logged_minutes
        if (session, day, left_open) == (self._session, self._day, self._left_open):
            return
        self._session, self._day, self._left_open = session, day, left_open
        self._number.setText(str(session.number))
        self.planned.setText(minutes_text(session.minutes))
        self._clock.say(
            "" if session.starts_at is None else clock_span_text(session.starts_at, session.minutes)
        )
        self._title.say(session.title)
        self._step.say(session.step_title)
        self._name(session, day, reason)
        self.update()

    def type_planned(self) -> None:
        """Let the planned minutes be typed where they stand."""
        if not self.editable or self._session is None:
            return
        if self._planned_field is None:
            self._planned_field = self._make_planned_field()
        field = self._planned_field
        field.show_minutes(self._session.minutes)
        height = field.sizeHint().height()
        field.setGeometry(
            self.width() - _FIELD_WIDTH - 5,
            self.planned.geometry().center().y() - height // 2,
            _FIELD_WIDTH,
            height,
        )
        field.raise_()
        field.show()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

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
        if not self._on_key(event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the card."""
        if event.button() == Qt.MouseButton.LeftButton and self.editable:
            self._desk.hand.press(self, event)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the card that is held, or show what a press would do here."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._desk.hand.move(event)
        else:
            self._show_cursor(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._desk.hand.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Type the planned minutes where they stand."""
        if self.planned.geometry().adjusted(-6, -6, 6, 6).contains(event.position().toPoint()):
            self.type_planned()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done with the session."""
        by_keys = event.reason() is QContextMenuEvent.Reason.Keyboard
        place = self._menu_place() if by_keys else event.globalPos()
        self._desk.steering.show_menu(self, place, by_keys=by_keys)
        event.accept()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show where it can be taken hold of."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Rest again."""
        super().leaveEvent(event)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that it has the keyboard."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that it has it no more."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card as it stands."""
        session = self._session
        if session is None:
            return
        state = CardState(
            colour=session.colour,
            done=session.logged_minutes > 0,
            left_open=self._left_open,
            focused=self.hasFocus(),
            hovered=self.underMouse() and self.editable,
        )
        with QPainter(self) as painter:
            paint_card(painter, QRectF(self.rect()), state, self._look.theme)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self.tick)
        top.addWidget(self._number)
        top.addStretch()
        top.addWidget(self.planned)
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
        whole.addWidget(self._step)
        whole.addSpacing(3)
        whole.addLayout(bottom)

    def _connect(self) -> None:
        self.tick.chosen.connect(self._on_tick)
        self.actual.typed.connect(self._on_actual)
        self.play.clicked.connect(self._on_play)

    def _name(self, session: PlannedSession, day: date, reason: str) -> None:
        """Tell screen readers and tooltips what the card and its boxes are."""
        what = f"{session.title}, {session.step_title}" if session.step_title else session.title
        when = weekday_text(day)
        if session.starts_at is not None:
            when = f"{when} {clock_span_text(session.starts_at, session.minutes)}"
        where = filled(self.tr("%1, %2, %3"), what, minutes_text(session.minutes), when)
        own = self.tr("You have put it here yourself.") if session.placement is not None else ""
        left = self.tr("Nothing was logged for it in its week.") if self._left_open else ""
        about = "\n".join(filter(None, (own, left, reason)))
        self.setToolTip(wrapped_tip(about))
        self.setAccessibleDescription(about)
        self.setAccessibleName(filled(self.tr("Session %1: %2"), str(session.number), where))
        self.tick.setAccessibleName(filled(self.tr("Done: %1"), where))
        self.tick.setToolTip(filled(self.tr("Log %1"), minutes_text(session.minutes)))
        self.actual.setAccessibleName(filled(self.tr("Actual minutes: %1"), where))
        self.play.setAccessibleName(filled(self.tr("Start the timer: %1"), where))

    def _on_key(self, event: QKeyEvent) -> bool:
        """Whether a key means something here; if so it is done."""
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
        sides = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        heights = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        steering = self._desk.steering
        if key in sides and held == control:
            self._move_by(sides[Qt.Key(key)])
        elif key in sides and not held:
            steering.step_from(self, sides[Qt.Key(key)], 0)
        elif key in heights and not held:
            steering.step_from(self, 0, heights[Qt.Key(key)])
        elif event.text() in ("+", "=") and not held & control:
            self._plan_by(STEP_MINUTES)
        elif event.text() in ("-", "\u2212") and not held & control:
            self._plan_by(-STEP_MINUTES)
        elif key == Qt.Key.Key_F2 and not held:
            self.type_planned()
        elif key == Qt.Key.Key_Space and not held and self.editable:
            self.tick.click()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held:
            self.actual.setFocus(Qt.FocusReason.OtherFocusReason)
        elif key == Qt.Key.Key_Escape and self._planned_field is not None and self._planned_field.isVisible():
            self._leave_planned()
        elif key == Qt.Key.Key_F10 and held == shift:
            steering.show_menu(self, self._menu_place(), by_keys=True)
        else:
            return False
        return True

    def _move_by(self, days: int) -> None:
        if self.editable and self._session is not None:
            day = date.fromordinal(self._day.toordinal() + days)
            self._edits.move(self._session, self._day, day)

    def _plan_by(self, minutes: int) -> None:
        """Change the planned minutes, to whole steps."""
        if self.editable and self._session is not None:
            steps = (self._session.minutes + minutes) / STEP_MINUTES
            planned = int(steps if minutes > 0 else -(-steps // 1)) * STEP_MINUTES
            self._edits.set_minutes(self._session, self._day, max(planned, STEP_MINUTES))

    def _show_cursor(self, place: QPoint) -> None:
        shapes = Qt.CursorShape
        shape = shapes.SizeVerCursor if self.on_edge(place) else shapes.OpenHandCursor
        self.setCursor(shape if self.editable else shapes.ArrowCursor)

    def _menu_place(self) -> QPoint:
        return self.mapToGlobal(QPoint(self.width() // 3, self.height() // 2))

    def _make_planned_field(self) -> MinutesField:
        field = MinutesField(self.tr("planned"), self)
        field.setAccessibleName(filled(self.tr("Planned minutes: %1"), self._title.words))
        field.typed.connect(self._on_planned)
        field.editingFinished.connect(self._end_planned)
        return field

    def _leave_planned(self) -> None:
        """Keep the planned minutes as they were."""
        if self._planned_field is not None and self._session is not None:
            self._planned_field.setModified(False)
            self._end_planned()

    def _end_planned(self) -> None:
        field = self._planned_field
        if field is not None and field.isVisible():
            had_focus = field.hasFocus()
            field.hide()
            if had_focus:
                self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_planned(self, minutes: int) -> None:
        if self._session is None:
            return
        if minutes:
            self._edits.set_minutes(self._session, self._day, minutes)
        else:
            self._edits.put_back(self._session)

    def _on_tick(self) -> None:
        if self._session is not None:
            self._edits.log(self._session, self._day, self._session.minutes if self.tick.isChecked() else 0)

    def _on_actual(self, minutes: int) -> None:
        if self._session is not None:
            self._edits.log(self._session, self._day, minutes)

    def _on_play(self) -> None:
        if self._session is not None:
            self._edits.start_timer(self._session, self._day)
