"""How a session's card is drawn: its phase's colour, its frame by how it stands, the edge to pull."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from planner.ui.theme import Theme

RADIUS = 7.0
_STRIP = 3.0
_GRIP = 22.0
_CORNER = 12.0


@dataclass(frozen=True, slots=True, kw_only=True)
class CardState:
    """What decides how a card looks.

    `left_open` is nothing logged in a week that is over; `placed` is put there by the learner.
    """

    colour: int
    done: bool
    left_open: bool
    placed: bool
    focused: bool
    hovered: bool


def paint_card(painter: QPainter, room: QRectF, state: CardState, theme: Theme) -> None:
    """A done card steps back, one left open is dashed, one under the mouse shows the edge to pull."""
    inset = 1.0 if state.focused else 0.5
    area = room.adjusted(inset, inset, -inset, -inset)
    frame = QPainterPath()
    frame.addRoundedRect(area, RADIUS, RADIUS)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(frame, theme.colour("header" if state.done else "surface_raised"))
    phase = theme.phase(state.colour)
    painter.save()
    painter.setClipPath(frame)
    painter.fillRect(
        QRectF(area.left(), area.top(), _STRIP, area.height()), phase.soft if state.done else phase.solid
    )
    painter.restore()
    painter.setPen(_line(state, theme))
    painter.drawPath(frame)
    if state.placed:
        _paint_corner(painter, area, theme)
    if state.hovered:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("border_strong"))
        grip = QRectF(room.center().x() - _GRIP / 2, room.bottom() - 5.0, _GRIP, 2.4)
        painter.drawRoundedRect(grip, 1.2, 1.2)


def _line(state: CardState, theme: Theme) -> QPen:
    if state.focused:
        return QPen(theme.colour("accent"), 2.0)
    if state.hovered:
        role = "border_strong"
    else:
        role = "divider" if state.done else "border"
    return QPen(theme.colour(role), 1.0, Qt.PenStyle.DashLine if state.left_open else Qt.PenStyle.SolidLine)


def _paint_corner(painter: QPainter, area: QRectF, theme: Theme) -> None:
    """A folded corner at the upper right: the learner has put it here."""
    right, top = area.right(), area.top()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent"))
    corner = QPainterPath()
    corner.moveTo(right - _CORNER, top)
    corner.lineTo(right - RADIUS, top)
    corner.arcTo(QRectF(right - 2 * RADIUS, top, 2 * RADIUS, 2 * RADIUS), 90, -90)
    corner.lineTo(right, top + _CORNER)
    corner.closeSubpath()
    painter.drawPath(corner)
