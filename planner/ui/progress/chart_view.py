"""One chart on screen: pyqtgraph's view with a single item, like the timeline's.

The same painters make the pictures that are saved, so that what is saved is what was seen. pyqtgraph's own
plots would bring menus, dragging and zooming that a page of charts has no use for, and draw their points as
pixels in an SVG.
"""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from planner.ui.progress.chart import Chart
from planner.ui.progress.plot import Plot, Readout
from planner.ui.progress.plot_layout import PlotLayout, lay_out, plot_height
from planner.ui.progress.plot_painting import paint_plot
from planner.ui.progress.plot_style import PlotStyle, plot_style
from planner.ui.theme_controller import ThemeController
from planner.ui.timeline.canvas import Canvas
from planner.ui.timeline.strokes import fill
from planner.ui.timeline.tooltip import rich_text
from planner.ui.tips import show_tip


class ChartView(Canvas):
    """Shows a plot as high as it needs; under the pointer it tells its figures."""

    item_requested = Signal(str)
    """The id of what the row that was clicked is about."""

    # Here, as pyqtgraph's view tells of a size while it is being made.
    _plot: Plot | None = None
    _layout: PlotLayout | None = None

    def __init__(self, look: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._under: Readout | None = None
        self._style = self._dressed()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        look.changed.connect(self._dress)

    @property
    def plot(self) -> Plot | None:
        """What is shown."""
        return self._plot

    @property
    def layout_now(self) -> PlotLayout | None:
        """Where its parts lie; None before there is anything to show."""
        if self._layout is None and self._plot is not None:
            self._layout = lay_out(self._plot, (self.width(), self.height()), self._style)
        return self._layout

    @property
    def under_pointer(self) -> Readout | None:
        """The column or row whose figures are told."""
        return self._under

    def show_chart(self, chart: Chart) -> None:
        """Show a chart, and say to a screen reader what it says."""
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription(chart.sentence)
        self._plot = chart.plot
        self._under = None
        self._fit()
        self.repaint_soon()

    def paint(self, painter: QPainter) -> None:
        """The plot, and a line or a shade at what is under the pointer."""
        painter.fillRect(QRectF(self.rect()), self._style.colour("surface"))
        plot, layout = self._plot, self.layout_now
        if plot is None or layout is None:
            return
        if self._under is not None:
            self._paint_under(painter, plot, layout, self._under)
        paint_plot(painter, plot, layout, self._style)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the width asks for."""
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that the release comes here too."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lead to what the row is about."""
        found = self._at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and found is not None and found.row:
            self.item_requested.emit(found.row)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The first click led there already."""
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what is under the pointer."""
        found = self._at(event.position())
        if found != self._under:
            self._under = found
            leads = found is not None and bool(found.row)
            self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
            self.repaint_soon()
            if found is None:
                QToolTip.hideText()
            else:
                show_tip(
                    event.globalPosition().toPoint(),
                    rich_text(found.lines),
                    self.viewport(),
                    self._area(found),
                )
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        self._under = None
        self.repaint_soon()
        super().leaveEvent(event)

    def _fit(self) -> None:
        self._layout = None
        if self._plot is not None:
            height = round(plot_height(self._plot, self.width(), self._style))
            if height != self.height() or self.minimumHeight() != height:
                self.setFixedHeight(height)

    def _dress(self) -> None:
        self._style = self._dressed()
        self._fit()
        self.repaint_soon()

    def _dressed(self) -> PlotStyle:
        return plot_style(self._look.theme, self.font())

    def _at(self, place: QPointF) -> Readout | None:
        """The readout nearest to a place in the frame."""
        plot, layout = self._plot, self.layout_now
        if plot is None or layout is None or not plot.readouts:
            return None
        if plot.by_rows:
            rows = [
                each for each in plot.readouts if abs(layout.y(each.at) - place.y()) < self._half_row(layout)
            ]
            return rows[0] if rows else None
        if not layout.frame.adjusted(-4, -4, 4, 4).contains(place):
            return None
        return min(plot.readouts, key=lambda each: abs(layout.x(each.at) - place.x()))

    def _half_row(self, layout: PlotLayout) -> float:
        return abs(layout.y(1) - layout.y(0)) / 2

    def _area(self, readout: Readout) -> QRect:
        """Where the tip stays: the row, or the frame."""
        layout = self.layout_now
        assert layout is not None
        if self._plot is not None and self._plot.by_rows:
            half = self._half_row(layout)
            return QRectF(0, layout.y(readout.at) - half, self.width(), 2 * half).toRect()
        x = layout.x(readout.at)
        return QRectF(x - 40, layout.frame.top(), 80, layout.frame.height()).toRect()

    def _paint_under(self, painter: QPainter, plot: Plot, layout: PlotLayout, readout: Readout) -> None:
        if plot.by_rows:
            half = self._half_row(layout)
            row = QRectF(0, layout.y(readout.at) - half, self.width(), 2 * half)
            painter.fillRect(row, self._style.colour("hover"))
        else:
            colour = self._style.colour("border_strong")
            fill(painter, layout.x(readout.at), layout.frame.top(), 1, layout.frame.height(), colour)
