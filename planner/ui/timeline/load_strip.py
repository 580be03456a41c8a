"""The load strip: hours a week that the plan asks for, against the hours there are, under the chart.

The limit line of a week can be dragged: up for more hours in that week, down for fewer; with Ctrl for each
week from that one on.
"""

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.domain.wording import effort_text
from planner.ui.reasons import load_reason
from planner.ui.timeline.canvas import Canvas
from planner.ui.timeline.card import paint_card
from planner.ui.timeline.days_off import days_off_line, days_off_marks
from planner.ui.timeline.load_drag import LimitDrag
from planner.ui.timeline.load_painting import LoadFrame, paint_load
from planner.ui.timeline.load_weeks import Weeks, weeks_of
from planner.ui.timeline.load_words import planned, story, week_days
from planner.ui.timeline.tooltip import rich_text
from planner.ui.timeline.view import TimelineView
from planner.ui.timeline.week_move import week_refusal
from planner.ui.timeline.words import translate
from planner.ui.tips import show_tip

MANY_ITEMS, RESTING_MS = 3_000, 80
"""In plans of so many items the strip follows a drag on the chart once the pointer rests: its share of a step
is what the frame then lacks.
"""

LIMIT_REACH = 5.0
"""Pixels from the limit line within which it can be grabbed."""


class LoadStrip(Canvas):
    """The strip itself: follows the days of a chart, and what a drag on it proposes."""

    week_edit_requested = Signal(object)
    """The first day of the week whose limit line was double-clicked."""

    def __init__(self, chart: TimelineView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart = chart
        self._proposed: Schedule | None = None
        self._weeks: Weeks | None = None
        self._pressed: QPointF | None = None
        self._at = QPointF()
        self._drag: LimitDrag | None = None
        self._focused_before: QWidget | None = None
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(RESTING_MS)
        self._resting.timeout.connect(self._show_proposed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(translate("Hours a week"))
        chart.scale_changed.connect(self.repaint_soon)
        chart.preview_changed.connect(self._on_preview_changed)

    @property
    def chart(self) -> TimelineView:
        """The chart whose days it follows."""
        return self._chart

    @property
    def story(self) -> str:
        """What it shows, in sentences: this week, the weeks that ask for too much, what bars and line are."""
        return "\n".join((story(self._weeks_now()), load_reason()))

    @property
    def drag(self) -> LimitDrag | None:
        """The drag of a limit line in progress."""
        return self._drag

    def refresh(self) -> None:
        """The plan changed."""
        if self._drag is not None:
            self.cancel_drag(translate("The plan changed, so the drag was let go."))
        self._weeks = None
        self.repaint_soon()

    def cancel_drag(self, reason: str = "") -> None:
        """Stop the drag in progress, with everything back, for a reason that is said where there is one."""
        self._pressed = None
        drag = self._let_go()
        if drag is not None:
            drag.cancel()
            if reason:
                self._chart.say(reason)
            self._show_cursor()

    def limit_at(self, at: QPointF) -> int | None:
        """The number of the week whose limit line is under a point."""
        frame = self._frame()
        number = frame.weeks.number_at(frame.scale, at.x())
        if number is None or abs(frame.y(float(frame.weeks.available[number])) - at.y()) > LIMIT_REACH:
            return None
        return number

    def paint(self, painter: QPainter) -> None:
        look = self._chart.look
        paint_load(painter, self._frame(), look)
        if self._drag is not None and self._drag.lines:
            room = QRectF(0, 0, self.width(), self.height())
            scale, first = self._chart.scale, self._weeks_now().day_of(self._drag.week)
            week = QRectF(scale.x(first.toordinal()), 0, 7 * scale.px_per_day, self.height())
            paint_card(painter, self._drag.lines, self._at, room, [week.intersected(room)], look)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._chart.wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self.limit_at(event.position()) is None:
            event.ignore()
            return
        self._pressed = self._at = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._at = event.position()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self._show_cursor()
            event.ignore()
            return
        if self._drag is None and not self._begin(self._pressed):
            return
        self._drag_on(event.modifiers())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            event.ignore()
            return
        self._pressed = None
        drag = self._let_go()
        if drag is not None:
            drag.end()
        self._show_cursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        number = self.limit_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and number is not None:
            self._pressed = None
            self.week_edit_requested.emit(self._weeks_now().day_of(number))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._pressed is not None:
            self.cancel_drag(translate("Never mind: everything is where it was."))
        elif event.key() == Qt.Key.Key_Control and self._drag is not None:
            self._drag_on(event.modifiers() | Qt.KeyboardModifier.ControlModifier)
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Control and self._drag is not None:
            self._drag_on(event.modifiers() & ~Qt.KeyboardModifier.ControlModifier)
        else:
            event.ignore()

    def hideEvent(self, event: QHideEvent) -> None:
        self.cancel_drag()
        super().hideEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            lines = self._week_lines(event.pos().x()) if self._drag is None else ()
            show_tip(event.globalPos(), rich_text(lines) if lines else "", self.viewport())
            return True
        return bool(super().viewportEvent(event))

    def _begin(self, pressed: QPointF) -> bool:
        """Take up the line once the pointer went far enough; False while it has not, or where it stays."""
        far = (self._at - pressed).manhattanLength()
        number = self.limit_at(pressed)
        if number is None or far < QGuiApplication.styleHints().startDragDistance():
            return False
        if refusal := self._refusal(number):
            self._pressed = None
            self._chart.say(refusal)
            return False
        QToolTip.hideText()
        self._drag = LimitDrag(self._chart, self._frame(), number)
        self._drag.start(pressed)
        # Esc must reach the strip, which nothing else gives the keyboard to.
        self._focused_before = QApplication.focusWidget()
        self.setFocus()
        return True

    def _drag_on(self, modifiers: Qt.KeyboardModifier) -> None:
        """The pointer moved, or a key that changes what the drag means was pressed or let go."""
        if self._drag is not None:
            self._drag.move(self._at, modifiers)
            self.repaint_soon()

    def _let_go(self) -> LimitDrag | None:
        drag, self._drag = self._drag, None
        if drag is not None:
            if self._focused_before is not None:
                self._focused_before.setFocus()
            self._focused_before = None
            self.repaint_soon()
        return drag

    def _refusal(self, number: int) -> str:
        editor = self._chart.editor
        if editor.read_only:
            return translate("This plan is open for reading only, so its hours stay.")
        return week_refusal(editor.plan, self._weeks_now().day_of(number), editor.today)

    def _show_cursor(self) -> None:
        shape = Qt.CursorShape.ArrowCursor
        if self._drag is None and (number := self.limit_at(self._at)) is not None:
            shape = LimitDrag.cursor if not self._refusal(number) else Qt.CursorShape.ForbiddenCursor
        self.viewport().setCursor(shape)

    def _week_lines(self, x: int) -> tuple[str, ...]:
        weeks = self._weeks_now()
        number = weeks.number_at(self._chart.scale, x)
        if number is None:
            return ()
        first = weeks.day_of(number)
        lines = [week_days(weeks, number), planned(weeks, number)]
        if weeks.logged[number]:
            lines.append(translate("{hours} logged").format(hours=effort_text(weeks.logged[number])))
        elif number < weeks.now:
            lines.append(translate("Nothing logged"))
        lines += self._days_off_lines(first)
        if not self._refusal(number):
            lines.append(translate("Drag the line: other hours in this week. With Ctrl: from this week on."))
        return (*lines, *load_reason().splitlines())

    def _days_off_lines(self, first: date) -> list[str]:
        calendar = self._plan_now().calendar
        return [days_off_line(each) for each in calendar.exceptions_between(first, first + timedelta(days=6))]

    def _on_preview_changed(self, proposed: Schedule | None) -> None:
        self._proposed = proposed
        if proposed is not None and self._drag is None and len(proposed.graph.nodes) > MANY_ITEMS:
            self._resting.start()
            return
        self._resting.stop()
        self._show_proposed()

    def _show_proposed(self) -> None:
        self._weeks = None
        self.repaint_soon()

    def _plan_now(self) -> Plan:
        return self._chart.editor.plan if self._proposed is None else self._proposed.plan

    def _weeks_now(self) -> Weeks:
        if self._weeks is None:
            current = self._proposed or self._chart.editor.schedule
            self._weeks = weeks_of(current.plan, current, self._chart.editor.today)
        return self._weeks

    def _frame(self) -> LoadFrame:
        weeks, calendar, scale = self._weeks_now(), self._plan_now().calendar, self._chart.scale
        drag = self._drag
        return LoadFrame(
            weeks=weeks,
            scale=scale,
            height=self.height(),
            full=weeks.full if drag is None else drag.frame.full,
            beyond=calendar.weekly[-1].total,
            days_off=days_off_marks(calendar, scale),
            chosen=None if drag is None else drag.week,
            onward=drag is not None and drag.onward,
        )
