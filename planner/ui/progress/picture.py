"""A chart as a picture that stands for itself: title, sentence and plot, as PNG or SVG. No widgets."""

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from planner.domain.errors import MilepostError
from planner.domain.wording import without_overrides
from planner.ui.printing.svg_text import with_measured_texts
from planner.ui.progress.chart import Chart
from planner.ui.progress.plot import Plot
from planner.ui.progress.plot_layout import lay_out, plot_height
from planner.ui.progress.plot_painting import paint_plot
from planner.ui.progress.plot_style import picture_style
from planner.ui.timeline.strokes import set_ink, write

WIDTH = 960.0
MARGIN = 24.0
PNG_DENSITY = 2
"""Pixels of a PNG for each logical pixel, so that it stays sharp when enlarged or printed."""

_GAP = 10.0


class _Sheet:
    """The words and the plot, laid out; `size` includes the margin."""

    def __init__(self, chart: Chart, plot: Plot) -> None:
        self._chart = chart
        self._plot = plot
        self.style = picture_style()
        inner = WIDTH - 2 * MARGIN
        self._lines = wrapped(without_overrides(chart.sentence), self.style.font, inner)
        self._title_height = QFontMetricsF(self.style.title).height() + 4
        self._line = QFontMetricsF(self.style.font).height() + 2
        self._plot_top = self._title_height + len(self._lines) * self._line + _GAP
        self._plot_size = (inner, plot_height(plot, inner, self.style))
        self.size = QSizeF(WIDTH, round(self._plot_top + self._plot_size[1] + 2 * MARGIN))

    def paint(self, painter: QPainter) -> None:
        """Paint it all from the painter's origin."""
        style = self.style
        painter.fillRect(QRectF(0, 0, self.size.width(), self.size.height()), style.colour("surface"))
        painter.translate(MARGIN, MARGIN)
        set_ink(painter, style.title, style.colour("text"))
        write(painter, 0, 0, self._title_height, self._chart.title)
        set_ink(painter, style.font, style.colour("text_muted"))
        for number, line in enumerate(self._lines):
            write(painter, 0, self._title_height + number * self._line, self._line, line)
        painter.translate(0, self._plot_top)
        paint_plot(painter, self._plot, lay_out(self._plot, self._plot_size, style), style)


def chart_png(chart: Chart) -> bytes:
    """A chart as PNG, twice as many pixels wide as its logical width. Raises `MilepostError`."""
    sheet = _sheet(chart)
    image = QImage((sheet.size * PNG_DENSITY).toSize(), QImage.Format.Format_RGB32)
    if image.isNull():
        raise MilepostError("There is not enough memory for a picture that large.")
    image.setDevicePixelRatio(PNG_DENSITY)
    with QPainter(image) as painter:
        sheet.paint(painter)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload] # the stubs want bytes, Qt wants text
        raise MilepostError("The picture could not be written as PNG.")
    return bytes(buffer.data().data())


def chart_svg(chart: Chart) -> bytes:
    """A chart as vectors. Raises `MilepostError` where there is nothing to draw."""
    sheet = _sheet(chart)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(96)
    generator.setSize(sheet.size.toSize())
    generator.setViewBox(QRectF(0, 0, sheet.size.width(), sheet.size.height()))
    generator.setTitle(chart.title)
    generator.setDescription(chart.sentence)
    with QPainter(generator) as painter:
        sheet.paint(painter)
    return with_measured_texts(bytes(buffer.data().data()))


def wrapped(text: str, font: QFont, width: float) -> list[str]:
    """A text in lines that fit a width; a word that does not fit is elided."""
    metrics = QFontMetricsF(font)
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(metrics.elidedText(word, Qt.TextElideMode.ElideRight, width))
    return lines


def _sheet(chart: Chart) -> _Sheet:
    if chart.plot is None:
        raise MilepostError("There is nothing to draw yet.")
    return _Sheet(chart, chart.plot)
