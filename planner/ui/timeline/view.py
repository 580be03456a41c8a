"""TimelineView: the chart. It paints the layout of the plan, or of what a drag proposes, and hands the mouse
to gestures.

The date header belongs to it; its rows are those of the outline, scrolled by the one bar `rows_bar`.
"""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QScrollBar, QWidget

from planner.domain.changes import Changes
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.ui.editor import Editor
from planner.ui.theme_controller import ThemeController
from planner.ui.timeline.axis import DateScale, Header, bounded, header, panned, showing, zoomed
from planner.ui.timeline.canvas import Canvas
from planner.ui.timeline.drag_painting import paint_card, paint_ghosts, paint_guide
from planner.ui.timeline.gestures import Gesture, Proposal
from planner.ui.timeline.header_painting import paint_header
from planner.ui.timeline.layout import Hit, hit, lay_out, whole_path
from planner.ui.timeline.marks import Layout, box, moved
from planner.ui.timeline.options import PLAIN, ViewOptions
from planner.ui.timeline.painting import paint_rows
from planner.ui.timeline.places import Viewport
from planner.ui.timeline.pointer import ZOOM_STEP, Pointer
from planner.ui.timeline.rows import Row, RowChoice, Rows, change_rows, rows_of
from planner.ui.timeline.shown_marks import ShownMark, shown_marks
from planner.ui.timeline.style import TimelineStyle, style_of
from planner.ui.timeline.words import short_day_text, translate


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

    options_changed = Signal()
    """The chart shows other things of the plan."""

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
        self._selection: frozenset[str] = frozenset()
        self._options = PLAIN
        self._proposal: Proposal | None = None
        self._layout: Layout | None = None
        self._settled_layout: Layout | None = None
        self._header: Header | None = None
        self.rows_bar = QScrollBar(Qt.Orientation.Vertical)
        self._pointer = Pointer(self)
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
        """The id of the current row."""
        return self._selected

    @property
    def selection(self) -> frozenset[str]:
        """The ids of all selected rows."""
        return self._selection

    @property
    def options(self) -> ViewOptions:
        """What the chart shows besides the plan itself."""
        return self._options

    @property
    def fitted(self) -> bool:
        """Whether the whole path is in view and stays so when the window grows."""
        return self._fitted

    @property
    def gesture(self) -> Gesture | None:
        """The drag in progress."""
        return self._pointer.gesture

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
        return shown_marks(self.laid_out, self._rows, frame)

    def hit(self, at: QPointF) -> Hit | None:
        """What lies under a point of the widget; None on the header and below the last row."""
        y = at.y() - self._look.header_height
        return hit(self.laid_out, self._rows, at.x(), y) if y >= 0 else None

    def row_of(self, item_id: str) -> Row | None:
        """The row of an id, where it has one."""
        number = self._rows.index.get(item_id)
        return None if number is None else self._rows.rows[number]

    def set_collapsed(self, collapsed: frozenset[str]) -> None:
        """Hide the items of these phases."""
        self._rows = rows_of(self._editor.plan, RowChoice(collapsed))
        self._measure_rows()
        self._lay_out_anew()

    def set_selection(self, current: str | None, ids: frozenset[str]) -> None:
        """Let the selected rows stand out; `current` is the one that keys act on."""
        if (current, ids) != (self._selected, self._selection):
            self._selected, self._selection = current, ids
            self.repaint_soon()

    def show_options(self, options: ViewOptions) -> None:
        """Show other things of the plan, or in other colours."""
        if options != self._options:
            self._options = options
            self._lay_out_anew()
            self.options_changed.emit()

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
        self._pointer.cancel(reason)

    def on_changed(self, changes: Changes) -> None:
        """The plan changed: show it as it is now, with the same days in view."""
        if self.gesture is not None:
            self.cancel_gesture(translate("The plan changed, so the drag was let go."))
        if change_rows(changes):
            self._rows = rows_of(self._editor.plan, RowChoice(self._rows.collapsed))
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
        paint_rows(painter, layout, header, style, self._selection)
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
                painter, lines, self._pointer.at, QRectF(0, top, self.width(), self._body_height()), style
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
            self._pointer.show_tooltip(event)
            return True
        return bool(super().viewportEvent(event))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pointer.double_click(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._pointer.wheel(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._pointer.pressed:
            self.cancel_gesture(translate("Never mind: everything is where it was."))
        elif self.gesture is None:
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
        return lay_out(plan, schedule, self._rows, viewport, self._editor.today, self._options)

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
