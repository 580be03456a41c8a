"""Days off behind the chart and the load strip: shaded columns, with their names where there is room.

No widgets here.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from planner.ui.timeline.days_off import DaysOffMark
from planner.ui.timeline.strokes import fill, set_ink, write
from planner.ui.timeline.style import TimelineStyle

NAME_PAD = 5.0
MOST_OF_HEIGHT = 0.4
"""An upright name may take so much of the chart's height."""


def paint_days_off(
    painter: QPainter, marks: tuple[DaysOffMark, ...], height: float, style: TimelineStyle
) -> None:
    """The columns, from the top of the painter's place down."""
    painter.setPen(Qt.PenStyle.NoPen)
    for mark in marks:
        fill(painter, mark.x0, 0, mark.x1 - mark.x0, height, style.colour("day_off"))


def paint_days_off_names(
    painter: QPainter, marks: tuple[DaysOffMark, ...], width: float, height: float, style: TimelineStyle
) -> None:
    """Each name at the top of its column: across where it is wide enough, else upright along it."""
    set_ink(painter, style.small, style.colour("day_off_text"))
    metrics = painter.fontMetrics()
    for mark in marks:
        left, right = max(mark.x0, 0.0), min(mark.x1, width)
        name = mark.name
        if not name or right <= left:
            continue
        long = metrics.horizontalAdvance(name)
        if long + 2 * NAME_PAD <= right - left:
            write(painter, (left + right - long) / 2, 0, style.row_height, name)
        elif metrics.height() <= mark.x1 - mark.x0:
            room = height * MOST_OF_HEIGHT
            text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, int(room))
            painter.save()
            painter.translate(QPointF((mark.x0 + mark.x1) / 2, NAME_PAD))
            painter.rotate(90)
            box = QRectF(0, -metrics.height() / 2, room, metrics.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
            painter.restore()
