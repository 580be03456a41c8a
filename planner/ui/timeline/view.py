"""TimelineView: the chart. It paints the layout of the plan, or of what a drag proposes, and hands the mouse
to gestures.

The date header belongs to it; its rows are those of the outline, scrolled by the one bar `rows_bar`.
"""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QGuiApplication,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QScrollBar, QToolTip, QWidget

from planner.domain.changes import Changes
from planner.domain.items import ActivityId
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.ui.editor import Editor
from planner.ui.theme_controller import ThemeController
from planner.ui.timeline.axis import DateScale, Header, bounded, header, panned, showing, zoomed
from planner.ui.timeline.canvas import Canvas
from planner.ui.timeline.gestures import Gesture, Pan, Proposal, drag_of
from planner.ui.timeline.layout import Hit, Layout, Part, Viewport, box, hit, lay_out, moved, whole_path
from planner.ui.timeline.painting import paint_card, paint_ghosts, paint_guide, paint_header, paint_rows
from planner.ui.timeline.rows import Row, RowKind, Rows, change_rows, rows_of
from planner.ui.timeline.style import TimelineStyle, style_of
from planner.ui.timeline.tooltip import description, rich_text
from planner.ui.timeline.words import short_day_text, translate

ZOOM_STEP = 1.25
WHEEL_NOTCH = 120


@dataclass(frozen=True, slots=True)
class ShownMark:
    """A bar or diamond in view: what it stands for, and where, in pixels of the widget."""

    id: str
    kind: RowKind
    rect: QRect


class TimelineView(Canvas):
    """Bars, diamonds and dependencies over dates."""

    item_clicked = Signal(object)
    """The id of the row that was pressed."""

    edit_requested = Signal(object)
    """The id of the row that was double-clicked."""

    key_pressed = Signal(object)
    """A key the chart itself has no use for, as a `QKeyEvent`."""

    scale_changed = Signal()
    """Other days are in view."""

    preview_changed = Signal(object)
    """The schedule that a drag proposes; None when the plan's own holds again."""

    resized = Signal()
    """The chart has another size or place."""

    message = Signal(str)
    """One sentence for the status bar."""

    def __init__(
        self, editor: Editor, theme_controller: ThemeController, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._theme_controller = theme_controller
        self._look = style_of(theme_controller.theme, self.font())
        self._rows = rows_of(editor.plan)
        self._scale = showing(*whole_path(editor.plan, editor.schedule), 800)
        self._fitted = True
        self._selected: str | None = None
        self._pressed: QPointF | None = None
        self._gesture: Gesture | None = None
        self._proposal: Proposal | None = None
        self._pointer = QPointF()
        self._layout: Layout | None = None
        self._settled_layout: Layout | None = None
        self._header: Header | None = None
        self.rows_bar = QScrollBar(Qt.Orientation.Vertical)
        self._build()
        self._connect()

    @property
    def editor(self) -> Editor:
        """The plan's editor."""
        return self._editor

    @property
    def look(self) -> TimelineStyle:
        """Colours, fonts and sizes, which the outline beside it shares."""
        return self._look

    @property
    def scale(self) -> DateScale:
        """The days in view."""
        return self._scale

    @property
    def rows(self) -> Rows:
        """The rows, which the outline beside it shares."""
        return self._rows

    @property
    def selected(self) -> str | None:
        """The id of the selected row."""
        return self._selected

    @property
    def fitted(self) -> bool:
        """Whether the whole path is in view and stays so when the window grows."""
        return self._fitted

    @property
    def gesture(self) -> Gesture | None:
        """The drag in progress."""
        return self._gesture

    @property
    def proposal(self) -> Proposal | None:
        """What letting go of the drag in progress would do."""
        return self._proposal

    @property
    def laid_out(self) -> Layout:
        """Where everything in view stands, counted from below the header."""
        if self._layout is None:
            proposal = self._proposal
            if proposal is None:
                self._layout = self._lay_out(self._editor.plan, self._editor.schedule)
                self._settled_layout = self._layout
            else:
                self._layout = self._lay_out(proposal.schedule.plan, proposal.schedule)
        return self._layout

    def marks(self) -> list[ShownMark]:
        """The bars and diamonds in view, in row order."""
        frame = QRect(0, self._look.header_height, self.width(), self._body_height())
        found = []
        for mark in self.laid_out.marks:
            left, top, right, bottom = box(mark)
            rect = QRectF(left, top + self._look.header_height, right - left, bottom - top).toAlignedRect()
            if rect.intersects(frame):
                found.append(ShownMark(mark.id, self._rows.rows[mark.row].kind, rect))
        return found

    def row_of(self, item_id: str) -> Row | None:
        """The row of an id, where it has one."""
        number = self._rows.index.get(item_id)
        return None if number is None else self._rows.rows[number]

    def set_collapsed(self, collapsed: frozenset[str]) -> None:
        """Hide the items of these phases."""
        self._rows = rows_of(self._editor.plan, collapsed)
        self._measure_rows()
        self._lay_out_anew()

    def set_selected(self, item_id: str | None) -> None:
        """Let a row stand out."""
        if item_id != self._selected:
            self._selected = item_id
            self.repaint_soon()

    def show_scale(self, scale: DateScale, *, fitted: bool = False) -> None:
        """Bring days into view."""
        self._fitted = fitted
        if scale != self._scale:
            self._scale = scale
            self._header = None
            self._lay_out_anew()
            self.scale_changed.emit()

    def zoom_in(self) -> None:
        """Closer, around the middle."""
        self.show_scale(zoomed(self._scale, ZOOM_STEP, self._scale.width / 2))

    def zoom_out(self) -> None:
        """Farther, around the middle."""
        self.show_scale(zoomed(self._scale, 1 / ZOOM_STEP, self._scale.width / 2))

    def fit(self) -> None:
        """The whole path in view."""
        first, last = whole_path(self._editor.plan, self._editor.schedule)
        self.show_scale(showing(first, last, self.width()), fitted=True)

    def go_to_today(self) -> None:
        """Today in view, a third from the left."""
        left = self._editor.today.toordinal() + 0.5 - self._scale.width / 3 / self._scale.px_per_day
        self.show_scale(bounded(left, self._scale.px_per_day, self._scale.width))

    def reveal(self, item_id: str) -> None:
        """Bring a bar or diamond into view sideways, where none of it is."""
        mark = self.laid_out.mark_of(item_id)
        if mark is None:
            return
        left, _, right, _ = box(mark)
        if right < 0 or left > self._scale.width:
            self.show_scale(panned(self._scale, self._scale.width / 3 - left))

    def propose(self, proposal: Proposal | None) -> None:
        """Show what letting go of a drag would do, or that it would do nothing."""
        if proposal is not self._proposal:
            self._proposal = proposal
            self._layout = None
            self.preview_changed.emit(None if proposal is None else proposal.schedule)
        self.repaint_soon()

    def pan(self, dx: float, dy: float) -> None:
        """Move what is in view by so many pixels."""
        if dx:
            self.show_scale(panned(self._scale, dx))
        if dy:
            self.rows_bar.setValue(self.rows_bar.value() - round(dy))

    def say(self, sentence: str) -> None:
        """Say something in the status bar."""
        self.message.emit(sentence)

    def cancel_gesture(self, reason: str = "") -> None:
        """Stop the drag in progress, with everything back."""
        self._pressed = None
        if self._gesture is not None:
            gesture, self._gesture = self._gesture, None
            gesture.cancel(reason)
            self.unsetCursor()

    def on_changed(self, changes: Changes) -> None:
        """The plan changed: show it as it is now, with the same days in view."""
        if self._gesture is not None:
            self.cancel_gesture(translate("The plan changed, so the drag was let go."))
        if change_rows(changes):
            self._rows = rows_of(self._editor.plan, self._rows.collapsed)
            self._measure_rows()
        self._lay_out_anew()

    def on_theme_changed(self) -> None:
        """Another look."""
        self._look = style_of(self._theme_controller.theme, self.font())
        self._header = None
        self._measure_rows()
        self._lay_out_anew()

    def paint(self, painter: QPainter) -> None:
        layout, header, style = self.laid_out, self._header_now(), self._look
        top = style.header_height
        painter.save()
        painter.setClipRect(QRectF(0, top, self.width(), self._body_height()))
        painter.translate(0, top)
        paint_rows(painter, layout, header, style, self._selected)
        if self._proposal is not None:
            if self._settled_layout is not None:
                paint_ghosts(painter, moved(self._settled_layout, layout), style)
            for x, _ in self._guides():
                paint_guide(painter, x, layout, style)
        painter.restore()
        paint_header(painter, header, layout, style, self._guides())
        if self._proposal is not None:
            lines = tuple((line.text, line.role) for line in self._proposal.lines)
            paint_card(
                painter, lines, self._pointer, QRectF(0, top, self.width(), self._body_height()), style
            )

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        if event is None:  # pyqtgraph calls this itself while it is being built
            return
        self._measure_rows()
        if self._fitted:
            self.fit()
        else:
            self.show_scale(bounded(self._scale.left, self._scale.px_per_day, self.width()))
        self._lay_out_anew()
        self.resized.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        self.cancel_gesture()
        super().hideEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._show_tooltip(event)
            return True
        return bool(super().viewportEvent(event))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._gesture is not None:
            return
        found = self._hit(event.position())
        right = event.button() == Qt.MouseButton.RightButton
        if found is not None and (right or found.part is not Part.ROW):
            self.item_clicked.emit(found.id)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self._show_cursor(event.position())
            return
        if self._gesture is None:
            far = (event.position() - self._pressed).manhattanLength()
            if far < QGuiApplication.styleHints().startDragDistance():
                return
            self._gesture = self._gesture_at(self._pressed)
            self.viewport().setCursor(self._gesture.cursor)
            QToolTip.hideText()
            self._gesture.start(self._pressed)
        self._gesture.move(event.position(), event.modifiers())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        pressed, self._pressed = self._pressed, None
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            gesture.end()
        elif (found := self._hit(pressed)) is not None:
            self.item_clicked.emit(found.id)
        self._show_cursor(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        found = self._hit(event.position())
        if event.button() == Qt.MouseButton.LeftButton and found is not None:
            self.edit_requested.emit(found.id)

    def wheelEvent(self, event: QWheelEvent) -> None:
        pixels, turn = event.pixelDelta(), event.angleDelta()
        notches = (turn.y() or turn.x()) / WHEEL_NOTCH
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.show_scale(zoomed(self._scale, ZOOM_STEP**notches, event.position().x()))
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.pan(notches * self._scale.width / 12, 0)
        elif not pixels.isNull():
            self.pan(pixels.x(), pixels.y())
        else:
            rows = 3 * self._look.row_height
            self.pan(turn.x() / WHEEL_NOTCH * rows, turn.y() / WHEEL_NOTCH * rows)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._pressed is not None:
            self.cancel_gesture(translate("Never mind: everything is where it was."))
        elif self._gesture is None:
            self.key_pressed.emit(event)

    def _build(self) -> None:
        self.setMinimumSize(200, self._look.header_height + 2 * self._look.row_height)
        self.rows_bar.setSingleStep(self._look.row_height)
        self.setAccessibleName(translate("Timeline"))

    def _connect(self) -> None:
        self.rows_bar.valueChanged.connect(self._lay_out_anew)
        self._theme_controller.changed.connect(self.on_theme_changed)
        self._editor.today_changed.connect(self._lay_out_anew)

    def _lay_out(self, plan: Plan, schedule: Schedule) -> Layout:
        viewport = Viewport(self._scale, self._body_height(), self.rows_bar.value(), self._look.row_height)
        return lay_out(plan, schedule, self._rows, viewport, self._editor.today)

    def _lay_out_anew(self) -> None:
        if self._proposal is not None:
            self._settled_layout = self._lay_out(self._editor.plan, self._editor.schedule)
        self._layout = None
        self.repaint_soon()

    def _measure_rows(self) -> None:
        body = self._body_height()
        self.rows_bar.setPageStep(body)
        self.rows_bar.setRange(0, max(len(self._rows) * self._look.row_height - body, 0))

    def _body_height(self) -> int:
        return max(int(self.height()) - self._look.header_height, 0)

    def _header_now(self) -> Header:
        if self._header is None:
            upper, lower = QFontMetricsF(self._look.strong), QFontMetricsF(self._look.small)
            week_start = self._editor.plan.facts.week_start
            self._header = header(self._scale, week_start, upper.horizontalAdvance, lower.horizontalAdvance)
        return self._header

    def _guides(self) -> tuple[tuple[float, str], ...]:
        """Where the lines of the drag in progress stand, and what their flags say."""
        guides = self._proposal.guides if self._proposal is not None else ()
        return tuple((self._scale.x(each.place), short_day_text(each.day)) for each in guides)

    def _hit(self, at: QPointF) -> Hit | None:
        y = at.y() - self._look.header_height
        return hit(self.laid_out, self._rows, at.x(), y) if y >= 0 else None

    def _gesture_at(self, at: QPointF) -> Gesture:
        found = self._hit(at)
        if found is None or found.part is Part.ROW or found.kind is RowKind.PHASE:
            return Pan(self)
        item = self._editor.plan.node(ActivityId(found.id))
        return drag_of(self, item, by_edge=found.part is Part.RIGHT_EDGE)

    def _show_cursor(self, at: QPointF) -> None:
        found = self._hit(at)
        shape = Qt.CursorShape.ArrowCursor
        if found is not None and found.kind is not RowKind.PHASE:
            if found.part is Part.RIGHT_EDGE:
                shape = Qt.CursorShape.SizeHorCursor
            elif found.part is Part.BODY:
                shape = Qt.CursorShape.OpenHandCursor
        self.viewport().setCursor(shape)

    def _show_tooltip(self, event: QHelpEvent) -> None:
        found = self._hit(QPointF(event.pos()))
        mark = None if found is None or found.part is Part.ROW else self.laid_out.mark_of(found.id)
        if found is None or mark is None or self._gesture is not None:
            QToolTip.hideText()
            return
        lines = description(self._editor.plan, self._editor.schedule, self._rows.rows[mark.row])
        left, top, right, bottom = box(mark)
        area = QRectF(left, top + self._look.header_height, right - left, bottom - top).toAlignedRect()
        QToolTip.showText(event.globalPos(), rich_text(lines), self.viewport(), area.adjusted(-8, -4, 8, 4))
