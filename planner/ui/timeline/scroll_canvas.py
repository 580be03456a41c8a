"""A canvas over days and rows: which days are in view and how wide, which rows and how high.

The rows are those of the outline, scrolled by the one bar `rows_bar`. The days have a header above.
"""

from datetime import date
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from planner.ui.editor import Editor
from planner.ui.theme_controller import ThemeController
from planner.ui.timeline.axis import DateScale, Header, bounded, header, panned, showing, with_day, zoomed
from planner.ui.timeline.chart import Place
from planner.ui.timeline.dense import READABLE_ROW_HEIGHT
from planner.ui.timeline.layout import whole_path
from planner.ui.timeline.row_zoom import COMFORTABLE, RowZoom, zoomed_rows
from planner.ui.timeline.rows import Row, Rows
from planner.ui.timeline.stage_canvas import StageCanvas
from planner.ui.timeline.style import TimelineStyle, style_of
from planner.ui.timeline.zooming import ZOOM_STEP

SAME = 1e-6
"""All rows in view share its height: what is left of a division is no pixel to scroll."""


class ScrollCanvas(StageCanvas):
    """What is in view of days and rows. Subclasses lay out what stands there."""

    scale_changed = Signal()
    """Other days are in view."""

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
        self._row_zoom = COMFORTABLE
        self._header: Header | None = None
        self.rows_bar = QScrollBar(Qt.Orientation.Vertical)
        self.rows_bar.valueChanged.connect(self._lay_out_anew)

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

    @property
    def zoom_centre(self) -> float:
        """The x that stays where it is in a zoom by button, key or name: the middle."""
        return self._scale.width / 2

    def zoom_in(self) -> None:
        """Closer."""
        self.show_scale(zoomed(self._scale, ZOOM_STEP, self.zoom_centre))

    def zoom_out(self) -> None:
        """Farther."""
        self.show_scale(zoomed(self._scale, 1 / ZOOM_STEP, self.zoom_centre))

    def fit(self) -> None:
        """The whole path in view."""
        first, last = whole_path(self._editor.plan, self._editor.schedule)
        self.show_scale(showing(first, last, self.width()), fitted=True)

    def go_to_today(self) -> None:
        """Today in view."""
        self.go_to_day(self._editor.today)

    def go_to_day(self, day: date) -> None:
        """A day in view, at this zoom, with as much of the path as fits."""
        ends = whole_path(self._editor.plan, self._editor.schedule)
        scale = with_day(self._scale, day, *ends)
        self.show_scale(scale, fitted=self._fitted and scale == self._scale)

    def reveal_row(self, item_id: str) -> None:
        """Scroll a low row into view: the outline, which does so for others, has its own height then."""
        number = self._rows.index.get(item_id)
        if number is not None:
            middle, body = round((number + 0.5) * self.row_height), self._body_height()
            if not self.rows_bar.value() <= middle <= self.rows_bar.value() + body:
                self.rows_bar.setValue(middle - body // 2)

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

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        if event is None:  # pyqtgraph calls this itself while it is being built
            return
        self._measure_rows()
        # A legend or another height of the window leaves the days where they are.
        if self._fitted and self._scale.width != self.width():
            self.fit()
        elif not self._fitted:
            self.show_scale(bounded(self._scale.left, self._scale.px_per_day, self.width()))
        self._lay_out_anew()
        self.resized.emit()

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

    def _lay_out_anew(self) -> None:
        """Other days or rows are in view."""
        raise NotImplementedError
