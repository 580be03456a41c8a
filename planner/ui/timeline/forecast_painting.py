"""Where milestones may land by the forecast: a faded band with a mark for 5 in 10 and one for 8. No widgets.

The marks differ in length and not only in colour: the middle one reaches beyond the band, the other does not.
"""

import numpy as np
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from planner.ui.theme import PhaseColours
from planner.ui.timeline.dense import DenseMarks
from planner.ui.timeline.marks import BandMark, DiamondMark, Mark
from planner.ui.timeline.places import Viewport
from planner.ui.timeline.strokes import fill
from planner.ui.timeline.style import FADED, TimelineStyle

HEIGHT = 0.62
"""How high a band is, as a part of its diamond."""

LEAST_HEIGHT = 2.0
LEAST_WIDTH = 4.0
"""A forecast that is sure to the day is still seen."""

BAND_ALPHA, EDGE_ALPHA = 0.62, 0.3
"""The edge lets a band stand out on a selected row and on shaded days, too."""

HALF_OVER, HALF_WIDTH = 5.0, 2.0
"""How far the mark for 5 in 10 reaches beyond the band, to be seen behind the diamond, too; and its width."""

EIGHT_WIDTH = 1.5
LOW_ALPHA = 0.5
MARKED_ROW_HEIGHT = 6.0
"""From here on low rows show the mark for 5 in 10."""


def paint_forecast(painter: QPainter, mark: Mark, style: TimelineStyle) -> None:
    """The band behind a diamond, where it has one."""
    if isinstance(mark, DiamondMark) and mark.band is not None:
        painter.setOpacity(FADED if mark.faded else 1.0)
        paint_band(painter, mark.band, mark.y, mark.radius, style.tint(mark.colour))
        painter.setOpacity(1.0)


def paint_band(painter: QPainter, band: BandMark, y: float, radius: float, colours: PhaseColours) -> None:
    """A band around a y, as high as fits a diamond of this radius."""
    high = max(round(2 * radius * HEIGHT), LEAST_HEIGHT)
    left, right = band.x10, max(band.x90, band.x10 + LEAST_WIDTH)
    top = round(y - high / 2)
    painter.setPen(QPen(_faded(colours.solid, EDGE_ALPHA), 1))
    painter.setBrush(_faded(colours.soft, BAND_ALPHA))
    painter.drawRoundedRect(QRectF(left, top + 0.5, right - left, high - 1), high / 3, high / 3)
    fill(painter, band.x80 - EIGHT_WIDTH / 2, top, EIGHT_WIDTH, high, colours.solid)
    over = HALF_OVER if radius > HALF_OVER else 0.0
    fill(painter, band.x50 - HALF_WIDTH / 2, top - over, HALF_WIDTH, high + 2 * over, colours.solid)


def paint_low_bands(
    painter: QPainter, marks: DenseMarks, viewport: Viewport, seen: slice, style: TimelineStyle
) -> None:
    """The bands of rows too low to read, those of a stretch of rows: one stroke a colour."""
    if marks.bands is None:
        return
    high, first = max(viewport.row_height * HEIGHT, 1.0), seen.start or 0
    bands, colours = marks.bands[seen], marks.facts.colours[seen]
    shown = (bands[:, 2] >= 0) & (bands[:, 0] <= viewport.scale.width)
    for colour in np.unique(colours[shown]).tolist():
        tint, rects, halves = style.tint(colour), [], []
        for place in np.flatnonzero(shown & (colours == colour)).tolist():
            left, half, right = bands[place].tolist()
            top = viewport.middle_of(first + place) - high / 2
            rects.append(QRectF(left, top, max(right - left, LEAST_WIDTH), high))
            halves.append(QLineF(half, top, half, top + high))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_faded(tint.soft, LOW_ALPHA))
        painter.drawRects(rects)
        if viewport.row_height >= MARKED_ROW_HEIGHT:
            painter.setPen(tint.solid)
            painter.drawLines(halves)


def _faded(colour: QColor, alpha: float) -> QColor:
    faded = QColor(colour)
    faded.setAlphaF(alpha)
    return faded
