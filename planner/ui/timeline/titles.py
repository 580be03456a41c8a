"""Where the titles in and beside bars and diamonds stand. Measures texts, paints nothing.

A title beside keeps clear of the bar's tail, its dot, its float and a dependency that turns close by, and,
while something is dragged, of the ghost in its row. Lines farther away pass behind it (`link_painting`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from planner.ui.timeline.bar_painting import LEAST_DETAILED, SIGN_ROOM, first_end, holds_sign
from planner.ui.timeline.hitting import after_dot
from planner.ui.timeline.marks import (
    BandMark,
    BarMark,
    DiamondMark,
    Layout,
    Mark,
    SummaryMark,
    box,
    landing_x,
)
from planner.ui.timeline.sign_painting import SIGN_SIZE
from planner.ui.timeline.style import TimelineStyle

TITLED = 4.0
"""From so many pixels a day on, bars and diamonds have their titles."""

GAP = 8.0
"""Between a title and what stands left or right of it."""

CLOSE_BY = 40.0
"""A title moves so far to the right at most, to stand clear of a dependency that leaves its bar."""

AFTER_MARK = 6.0
"""Between a mark of the forecast and a title."""

LEAST_TITLE = 40.0
"""With less room than this there is no title beside."""


@dataclass(frozen=True, slots=True)
class Title:
    """The title of a mark as it is written, from x on; `inside` its bar or beside it."""

    mark: BarMark | DiamondMark
    text: str
    x: float
    wide: float
    inside: bool

    @property
    def area(self) -> QRectF:
        """The room that lines keep free of."""
        return QRectF(self.x - 3, self.mark.y - 8, self.wide + 6, 16)


def titles_of(layout: Layout, style: TimelineStyle, ghosts: Sequence[Mark] = ()) -> tuple[Title, ...]:
    """All titles, where the zoom is close enough; `ghosts` show where things stood before a drag."""
    viewport = layout.viewport
    if viewport.scale.px_per_day < TITLED or viewport.bar_height < LEAST_DETAILED:
        return ()
    metrics = QFontMetricsF(style.small)
    turns, stood = _turns_beside(layout), {each.row: each for each in ghosts}
    marks = (each for each in layout.marks if not isinstance(each, SummaryMark))
    placed = (_placed(each, metrics, turns, stood.get(each.row), viewport.scale.width) for each in marks)
    return tuple(each for each in placed if each is not None)


def _placed(
    mark: BarMark | DiamondMark,
    metrics: QFontMetricsF,
    turns: Mapping[str, float],
    ghost: Mark | None,
    width: float,
) -> Title | None:
    wide = metrics.horizontalAdvance(mark.title)
    if isinstance(mark, BarMark):
        left = max(mark.x0, 0.0) + (SIGN_ROOM if holds_sign(mark) else 5)
        if left + wide + 4 <= min(first_end(mark), width):
            return Title(mark, mark.title, left, wide, inside=True)
        if mark.x1 < 0:
            return None
    elif mark.float_x is not None or mark.x < -mark.radius:
        return None
    x, room = _beside(mark, turns.get(mark.id)), width
    if isinstance(mark, DiamondMark) and mark.band is not None:
        x = _clear_of_marks(mark.band, x, wide)
    if ghost is not None:
        x, room = _clear_of(ghost, x, wide, width)
    if x + LEAST_TITLE > room:
        return None
    if x + wide + 4 <= room:
        return Title(mark, mark.title, x, wide, inside=False)
    text = metrics.elidedText(mark.title, Qt.TextElideMode.ElideRight, room - x - 4)
    return Title(mark, text, x, metrics.horizontalAdvance(text), inside=False)


def _beside(mark: BarMark | DiamondMark, turn: float | None) -> float:
    """Where a title beside a mark begins, its ghost apart."""
    x = after_dot(mark)
    if isinstance(mark, BarMark):
        if mark.sign is not None and not holds_sign(mark):
            x += SIGN_SIZE + 1
        if mark.float_x is not None:
            x = max(x, mark.float_x + GAP)
    elif (lands := landing_x(mark)) is not None and lands > mark.x:
        x = max(x, lands + mark.radius + GAP)
    return x if turn is None else max(x, turn + GAP)


def _clear_of_marks(band: BandMark, x: float, wide: float) -> float:
    """Where a title over a forecast's band begins, so that neither of its two marks runs through it."""
    for place in (band.x50, band.x80):
        if x - AFTER_MARK < place < x + wide:
            x = place + AFTER_MARK
    return x


def _clear_of(ghost: Mark, x: float, wide: float, width: float) -> tuple[float, float]:
    """From where to where a title can be written: before a ghost if it fits there, else after it."""
    left, _, right, _ = box(ghost)
    right = max(right, ghost.tail_x) if isinstance(ghost, BarMark) else right
    if right + GAP <= x:
        return x, width
    if x + wide + GAP <= left or right + GAP + LEAST_TITLE > width:
        return x, min(left - GAP, width)
    return right + GAP, width


def _turns_beside(layout: Layout) -> dict[str, float]:
    """For each bar that dependencies leave to the right: the x where the last of them turns close by."""
    turns: dict[str, float] = {}
    for each in layout.links:
        left, turn = each.points[0][0], each.points[1][0]
        if left < turn < left + CLOSE_BY:
            turns[each.from_row] = max(turn, turns.get(each.from_row, turn))
    return turns
