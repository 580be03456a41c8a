"""The mouse over the chart: what a press begins, what hovering shows."""

from typing import Protocol

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, SignalInstance
from PySide6.QtGui import QGuiApplication, QHelpEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from planner.domain.items import ActivityId
from planner.ui.timeline.axis import DateScale, zoomed
from planner.ui.timeline.figures import beside, figure_at, figure_lines
from planner.ui.timeline.gestures import Gesture, Pan, Stage, drag_of
from planner.ui.timeline.layout import Hit, Part
from planner.ui.timeline.marks import Layout, box
from planner.ui.timeline.rows import RowKind, Rows
from planner.ui.timeline.style import TimelineStyle
from planner.ui.timeline.tooltip import description, rich_text

ZOOM_STEP = 1.25
WHEEL_NOTCH = 120
ROWS_A_NOTCH = 3
NOTCHES_A_WIDTH = 12


class Chart(Stage, Protocol):
    """What the pointer needs of the chart under it."""

    item_clicked: SignalInstance
    edit_requested: SignalInstance

    @property
    def look(self) -> TimelineStyle: ...

    @property
    def rows(self) -> Rows: ...

    @property
    def laid_out(self) -> Layout: ...

    def hit(self, at: QPointF) -> Hit | None:
        """What lies under a point."""

    def show_scale(self, scale: DateScale) -> None:
        """Bring days into view."""

    def viewport(self) -> QWidget:
        """The widget the mouse is over."""


class Pointer:
    """Turns presses, moves and releases into clicks and gestures."""

    def __init__(self, chart: Chart) -> None:
        self._chart = chart
        self._pressed: QPointF | None = None
        self.gesture: Gesture | None = None
        self.at = QPointF()

    @property
    def pressed(self) -> bool:
        """Whether the left button is held since a press on the chart."""
        return self._pressed is not None

    def press(self, event: QMouseEvent) -> None:
        """Select what was pressed; a drag may follow."""
        if self.gesture is not None:
            return
        found = self._chart.hit(event.position())
        right = event.button() == Qt.MouseButton.RightButton
        if found is not None and (right or found.part is not Part.ROW):
            self._chart.item_clicked.emit(found.id)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position()

    def move(self, event: QMouseEvent) -> None:
        """Go on with a drag, begin one once the pointer went far enough, or show what could be dragged."""
        self.at = event.position()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self._show_cursor()
            return
        if self.gesture is None:
            far = (self.at - self._pressed).manhattanLength()
            if far < QGuiApplication.styleHints().startDragDistance():
                return
            self.gesture = self._gesture_at(self._pressed)
            self._chart.viewport().setCursor(self.gesture.cursor)
            QToolTip.hideText()
            self.gesture.start(self._pressed)
        self.gesture.move(self.at, event.modifiers())

    def release(self, event: QMouseEvent) -> None:
        """End the drag, or take a press that went nowhere as a click."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        pressed, self._pressed = self._pressed, None
        gesture, self.gesture = self.gesture, None
        if gesture is not None:
            gesture.end()
        elif (found := self._chart.hit(pressed)) is not None:
            self._chart.item_clicked.emit(found.id)
        self.at = event.position()
        self._show_cursor()

    def double_click(self, event: QMouseEvent) -> None:
        """Ask to edit what lies there."""
        found = self._chart.hit(event.position())
        if event.button() == Qt.MouseButton.LeftButton and found is not None:
            self._chart.edit_requested.emit(found.id)

    def wheel(self, event: QWheelEvent) -> None:
        """Scroll the rows; with Shift the days, with Ctrl zoom at the pointer."""
        chart, pixels, turn = self._chart, event.pixelDelta(), event.angleDelta()
        notches = (turn.y() or turn.x()) / WHEEL_NOTCH
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            chart.show_scale(zoomed(chart.scale, ZOOM_STEP**notches, event.position().x()))
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            chart.pan(notches * chart.scale.width / NOTCHES_A_WIDTH, 0)
        elif not pixels.isNull():
            chart.pan(pixels.x(), pixels.y())
        else:
            notch = ROWS_A_NOTCH * chart.look.row_height / WHEEL_NOTCH
            chart.pan(turn.x() * notch, turn.y() * notch)
        event.accept()

    def cancel(self, reason: str) -> None:
        """Stop the drag in progress, with everything back."""
        self._pressed = None
        if self.gesture is not None:
            gesture, self.gesture = self.gesture, None
            gesture.cancel(reason)
            self._show_cursor()

    def show_tooltip(self, event: QHelpEvent) -> None:
        """Tell what a bar, a diamond or a phase is, else where the figure there comes from.

        Nothing while something is dragged.
        """
        chart = self._chart
        found = chart.hit(QPointF(event.pos()))
        mark = None if found is None else chart.laid_out.mark_of(found.id)
        if mark is not None and found is not None and found.part is Part.ROW:
            mark = mark if beside(mark, event.pos().x()) else None
        if self.gesture is not None:
            QToolTip.hideText()
            return
        if mark is None:
            self._show_figure(event)
            return
        lines = description(chart.editor.plan, chart.editor.schedule, chart.rows.rows[mark.row])
        left, top, right, bottom = box(mark)
        area = QRectF(left, top + chart.look.header_height, right - left, bottom - top).toAlignedRect()
        around = area.adjusted(-8, -4, 8, 4).united(_near(event.pos()))
        QToolTip.showText(event.globalPos(), rich_text(lines), chart.viewport(), around)

    def _show_figure(self, event: QHelpEvent) -> None:
        chart, editor, at = self._chart, self._chart.editor, event.pos()
        figure = figure_at(chart.laid_out, at.x(), at.y() - chart.look.header_height)
        if figure is None:
            QToolTip.hideText()
            return
        lines = figure_lines(editor.plan, editor.schedule, figure, editor.today)
        QToolTip.showText(event.globalPos(), rich_text(lines), chart.viewport(), _near(at))

    def _gesture_at(self, at: QPointF) -> Gesture:
        found = self._chart.hit(at)
        if found is None or found.part is Part.ROW or found.kind is RowKind.PHASE:
            return Pan(self._chart)
        item = self._chart.editor.plan.node(ActivityId(found.id))
        return drag_of(self._chart, item, by_edge=found.part is Part.RIGHT_EDGE)

    def _show_cursor(self) -> None:
        found = self._chart.hit(self.at)
        shape = Qt.CursorShape.ArrowCursor
        if found is not None and found.kind is not RowKind.PHASE:
            if found.part is Part.RIGHT_EDGE:
                shape = Qt.CursorShape.SizeHorCursor
            elif found.part is Part.BODY:
                shape = Qt.CursorShape.OpenHandCursor
        self._chart.viewport().setCursor(shape)


def _near(at: QPoint) -> QRect:
    """As far as the pointer may stray before what it was told goes away."""
    return QRect(at.x() - 12, at.y() - 8, 24, 16)
