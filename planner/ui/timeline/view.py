"""TimelineView: the chart. It paints the layout of the plan, or of what a drag proposes, and hands the mouse
to gestures.

The date header belongs to it; its rows are those of the outline, scrolled by the one bar `rows_bar`.
"""

from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import QScrollBar, QWidget

from planner.domain.changes import Changes
from planner.domain.items import DependencyId
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.ui.editor import Editor
from planner.ui.theme_controller import ThemeController
from planner.ui.timeline.axis import DateScale, Header, bounded, header, panned, showing, with_day, zoomed
from planner.ui.timeline.chart import Place
from planner.ui.timeline.dense import READABLE_ROW_HEIGHT, RowFacts, row_facts
from planner.ui.timeline.header_painting import paint_header
from planner.ui.timeline.hitting import Hit, hit, link_at
from planner.ui.timeline.layout import lay_out, whole_path
from planner.ui.timeline.marks import Layout, box, moved
from planner.ui.timeline.options import PLAIN, ViewOptions
from planner.ui.timeline.overlay import Overlay, paint_overlay
from planner.ui.timeline.painting import paint_rows
from planner.ui.timeline.places import Viewport
from planner.ui.timeline.pointer import Pointer
from planner.ui.timeline.row_zoom import COMFORTABLE, RowZoom, zoomed_rows
from planner.ui.timeline.rows import Row, Rows
from planner.ui.timeline.shown_marks import ShownMark, shown_marks
from planner.ui.timeline.stage_canvas import StageCanvas
from planner.ui.timeline.style import TimelineStyle, style_of
from planner.ui.timeline.words import short_day_text, translate
from planner.ui.timeline.zooming import ZOOM_STEP

SAME = 1e-6
"""All rows in view share its height: what is left of a division is no pixel to scroll."""


class TimelineView(StageCanvas):
    """Bars, diamonds and dependencies over dates."""

    scale_changed = Signal()
    """Other days are in view."""

    options_changed = Signal()
    """The chart shows other things of the plan."""

    relaid = Signal()
    """What is in view may stand elsewhere."""

    rows_zoomed = Signal()
    """The rows are higher or lower."""

    resized = Signal()
    """The chart has another size or place."""

    def __init__(
        self, editor: Editor, theme_controller: ThemeController, rows: Rows, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._theme_controller = theme_controller
        self._look = style_of(theme_controller.theme, self.font())
        self._rows = rows
        self._scale = showing(*whole_path(editor.plan, editor.schedule), 800)
        self._fitted = True
        self._room_below = 0
        self._selected: str | None = None
        self._selection: frozenset[str] = frozenset()
        self._options = PLAIN
        self._row_zoom = COMFORTABLE
        self._facts: RowFacts | None = None
        self._facts_of: tuple[object, ...] = ()
        self._layout: Layout | None = None
        self._settled_layout: Layout | None = None
        self._shown: tuple[Layout, list[ShownMark]] | None = None
        self._header: Header | None = None
        self._pointer = Pointer(self)
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
    def row_height(self) -> float:
        """How high the rows are, in pixels."""
        return self._row_zoom.height(self._look.row_height, self._body_height(), len(self._rows))

    @property
    def low(self) -> bool:
        """Whether the rows are too low for a text."""
        return self.row_height < READABLE_ROW_HEIGHT

    @property
    def row_zoom(self) -> RowZoom:
        """What decides how high the rows are."""
        return self._row_zoom

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
    def place(self) -> Place:
        """What is in view."""
        return Place(self._scale, self._fitted, self.rows_bar.value())

    @property
    def body(self) -> QRectF:
        """The chart without its header, in pixels of the widget."""
        return QRectF(0, self._look.header_height, self.width(), self._body_height())

    @property
    def laid_out(self) -> Layout:
        """Where everything in view stands, by the plan or what is proposed, counted from below the header."""
        if self._layout is None:
            after = self._proposal.schedule if self._proposal is not None else None
            self._layout = self.settled if after is None else self._lay_out(after.plan, after)
        return self._layout

    @property
    def settled(self) -> Layout:
        """Where everything in view stands by the plan as it is, whatever is proposed."""
        if self._settled_layout is None:
            self._settled_layout = self._lay_out(self._editor.plan, self._editor.schedule)
        return self._settled_layout

    def marks(self) -> list[ShownMark]:
        """The bars and diamonds in view, in row order."""
        layout = self.laid_out
        if self._shown is None or self._shown[0] is not layout:
            frame = QRect(0, self._look.header_height, self.width(), self._body_height())
            self._shown = layout, shown_marks(layout, self._rows, frame)
        return self._shown[1]

    def hit(self, at: QPointF) -> Hit | None:
        """What lies under a point of the widget; None on the header and below the last row."""
        place = self.below_header(at)
        return hit(self.laid_out, self._rows, place.x(), place.y()) if place.y() >= 0 else None

    def link_under(self, at: QPointF) -> DependencyId | None:
        """The dependency whose line can be clicked at a point of the widget."""
        place = self.below_header(at)
        found = link_at(self.laid_out, self._rows, place.x(), place.y()) if place.y() >= 0 else None
        return None if found is None else found.id

    def below_header(self, at: QPointF) -> QPointF:
        """A point of the widget as one of the layout."""
        return at - QPointF(0, self._look.header_height)

    def row_of(self, item_id: str) -> Row | None:
        """The row of an id, where it has one."""
        number = self._rows.index.get(item_id)
        return None if number is None else self._rows.rows[number]

    def leave_room_below(self, room: int) -> None:
        """Let the rows scroll on by so many pixels, where the outline's own bar would hide the last."""
        if room != self._room_below:
            self._room_below = room
            self._measure_rows()

    def show_rows(self, rows: Rows) -> None:
        """Show other rows, or the same folded otherwise."""
        self._rows = rows
        self._measure_rows()
        self._lay_out_anew()

    def set_selection(self, current: str | None, ids: frozenset[str]) -> None:
        """Let the selected rows stand out; `current` is the one that keys act on."""
        if (current, ids) != (self._selected, self._selection):
            self._selected, self._selection = current, ids
            self.repaint_soon()
            self.relaid.emit()

    def show_options(self, options: ViewOptions) -> None:
        """Show other things of the plan, or in other colours."""
        if options != self._options:
            self._options = options
            self._lay_out_anew()
            self.options_changed.emit()

    def show_row_zoom(self, zoom: RowZoom, y: float = 0.0) -> None:
        """Make rows as high as chosen; the row at a y below the header stays there."""
        if zoom == self._row_zoom:
            return
        row = (self.rows_bar.value() + y) / self.row_height
        self._row_zoom = zoom
        self._measure_rows()
        self.rows_bar.setValue(round(row * self.row_height - y))
        self._lay_out_anew()
        self.rows_zoomed.emit()

    def zoom_rows(self, notches: float, y: float) -> None:
        """Make rows higher by so many notches, lower where negative, around a y of the widget."""
        room, least = self._body_height(), self._look.row_height
        zoom = zoomed_rows(self.row_height, notches, least, room, len(self._rows))
        self.show_row_zoom(zoom, max(y - self._look.header_height, 0.0))

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
        """Today in view, with as much of the path as this zoom can show."""
        ends = whole_path(self._editor.plan, self._editor.schedule)
        scale = with_day(self._scale, self._editor.today, *ends)
        self.show_scale(scale, fitted=self._fitted and scale == self._scale)

    def reveal(self, item_id: str) -> None:
        """Bring a bar or diamond into view sideways, where none of it is."""
        if self.low:
            self.reveal_row(item_id)
        mark = self.laid_out.mark_of(item_id)
        if mark is None:
            return
        left, _, right, _ = box(mark)
        if right < 0 or left > self._scale.width:
            self.show_scale(panned(self._scale, self._scale.width / 3 - left))

    def reveal_row(self, item_id: str) -> None:
        """Scroll a low row into view: the outline, which does so for others, has its own height then."""
        number = self._rows.index.get(item_id)
        if number is not None:
            middle, body = round((number + 0.5) * self.row_height), self._body_height()
            if not self.rows_bar.value() <= middle <= self.rows_bar.value() + body:
                self.rows_bar.setValue(middle - body // 2)

    def forget_layout(self) -> None:
        """Lay out anew what is shown; how things stand by the plan as it is stays."""
        self._layout = None

    def pan(self, dx: float, dy: float) -> None:
        """Move what is in view by so many pixels."""
        if dx:
            self.show_scale(panned(self._scale, dx))
        if dy:
            self.rows_bar.setValue(self.rows_bar.value() - round(dy))

    def show_place(self, place: Place) -> None:
        """Bring back what was in view."""
        self.show_scale(place.scale, fitted=place.fitted)
        self.rows_bar.setValue(place.top)

    def on_changed(self, changes: Changes) -> None:
        """The plan changed: show it as it is now, with the same days in view."""
        if self.gesture is not None:
            self.cancel_gesture(translate("The plan changed, so the drag was let go."))
        if self._link not in self._editor.plan.dependencies:
            self._link = None
        self._lay_out_anew()

    def on_theme_changed(self) -> None:
        """Another look."""
        self._look = style_of(self._theme_controller.theme, self.font())
        self._header = None
        self._measure_rows()
        self._lay_out_anew()

    def paint(self, painter: QPainter) -> None:
        layout, header, style = self.laid_out, self._header_now(), self._look
        overlay, top = self._overlay(layout), style.header_height
        painter.save()
        painter.setClipRect(QRectF(0, top, self.width(), self._body_height()))
        painter.translate(0, top)
        hovered = self._pointer.hovered
        paint_rows(painter, layout, header, style, self._selection, hovered, overlay.ghosts)
        paint_overlay(painter, overlay, style)
        painter.restore()
        paint_header(painter, header, layout, style, self._guides())

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

    def _build(self) -> None:
        self.setMinimumSize(200, self._look.header_height + 2 * self._look.row_height)
        self.setAccessibleName(translate("Timeline"))
        self.viewport().setMouseTracking(True)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)

    def _connect(self) -> None:
        self.rows_bar.valueChanged.connect(self._lay_out_anew)
        self._theme_controller.changed.connect(self.on_theme_changed)
        self._editor.today_changed.connect(self._lay_out_anew)

    def _lay_out(self, plan: Plan, schedule: Schedule) -> Layout:
        height = self.row_height
        viewport = Viewport(self._scale, self._body_height(), self.rows_bar.value(), height)
        facts = self._facts_now() if self.low else None
        return lay_out(plan, schedule, self._rows, viewport, self._editor.today, self._options, facts)

    def _facts_now(self) -> RowFacts:
        """By the plan as it is: what they say does not change while something is dragged."""
        plan, today, colour_by = self._editor.plan, self._editor.today, self._options.colour_by
        of = (plan, self._rows, today, colour_by)
        if self._facts is None or any(now is not then for now, then in zip(of, self._facts_of, strict=True)):
            self._facts = row_facts(plan, self._editor.schedule, self._rows, today, colour_by, self._facts)
            self._facts_of = of
        return self._facts

    def _lay_out_anew(self) -> None:
        self._layout = self._settled_layout = None
        self.repaint_soon()
        self.relaid.emit()

    def _measure_rows(self) -> None:
        body = self._body_height()
        self.rows_bar.setPageStep(body)
        self.rows_bar.setSingleStep(max(round(self.row_height), 1))
        below = ceil(len(self._rows) * self.row_height - SAME) + self._room_below - body
        self.rows_bar.setRange(0, max(below, 0))

    def _body_height(self) -> int:
        return max(int(self.height()) - self._look.header_height, 0)

    def _header_now(self) -> Header:
        if self._header is None:
            upper, lower = QFontMetricsF(self._look.strong), QFontMetricsF(self._look.small)
            week_start = self._editor.plan.facts.week_start
            self._header = header(self._scale, week_start, upper.horizontalAdvance, lower.horizontalAdvance)
        return self._header

    def _overlay(self, layout: Layout) -> Overlay:
        dotted = frozenset(each for each in (self._pointer.hovered, self._selected) if each is not None)
        settled = layout if self._proposal is None else self.settled
        return Overlay(
            layout=layout,
            settled=settled,
            ghosts=() if settled is layout else moved(settled, layout),
            at=self.below_header(self._pointer.at),
            proposal=self._proposal,
            dotted=frozenset() if self._editor.read_only or self.gesture is not None else dotted,
            link=self._link,
        )

    def _guides(self) -> tuple[tuple[float, str], ...]:
        """Where the lines of the drag in progress stand, and what their flags say."""
        guides = self._proposal.guides if self._proposal is not None else ()
        return tuple((self._scale.x(each.place), short_day_text(each.day)) for each in guides)
