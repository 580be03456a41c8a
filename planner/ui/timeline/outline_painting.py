"""One row of the outline, painted whole: its title by depth, and a cell for each column that shows."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPolygonF

from planner.domain.wording import without_overrides
from planner.ui.timeline.columns import Column, Dates, Thing, cell_text, is_late, share_of
from planner.ui.timeline.row_filter import spans_of
from planner.ui.timeline.rows import Row, RowKind
from planner.ui.timeline.style import TimelineStyle

ARROW_LEFT = 8.0
ARROW_ROOM = 21
INDENT = 16
TITLE_LEFT = 24
DIAMOND_ROOM = 16
CELL_LEFT = 8
DIAMOND_RADIUS = 5.0
CURRENT_WIDTH = 3
FOUND_GAP = 10
LEAST_FOUND = 40
ONE_LINE = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


@dataclass(frozen=True, slots=True)
class RowState:
    """How a row shows: whether it can be unfolded and is, and what part it has in the selection."""

    holds_rows: bool
    expanded: bool
    selected: bool
    current: bool
    tint: int
    """The number of the colour that its bar or diamond has in the chart."""

    found_in: str = ""
    """Where a filter found it besides the title."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A column that is to be painted, and where its cell stands."""

    column: Column
    rect: QRect


def arrow_left(row: Row) -> int:
    """Where the room for a group's arrow begins, in pixels from the left of its cell."""
    return INDENT * row.depth


def title_left(row: Row) -> int:
    """Where a row's title begins, in pixels from the left of its cell."""
    return TITLE_LEFT + INDENT * row.depth + (DIAMOND_ROOM if row.kind is RowKind.MILESTONE else 0)


def title_font(look: TimelineStyle, row: Row) -> QFont:
    """The font of a row's title: groups are strong."""
    return look.strong if row.kind is RowKind.PHASE else look.font


def paint_row(
    painter: QPainter,
    look: TimelineStyle,
    line: QRect,
    row: Row,
    thing: Thing,
    dates: Dates,
    cells: Sequence[Cell],
    state: RowState,
    words: tuple[str, ...],
) -> None:
    """Paint a row over its whole line: what is under its cells, then each of them.

    `words` are emphasised in the title.
    """
    if state.selected:
        painter.fillRect(line, look.colour("accent_soft"))
        if state.current:
            painter.fillRect(line.left(), line.top(), CURRENT_WIDTH, line.height(), look.colour("accent"))
    painter.fillRect(line.left(), line.bottom(), line.width(), 1, look.colour("grid"))
    for each in cells:
        cell = QRect(each.rect.left(), line.top(), each.rect.width(), line.height())
        if each.column is Column.PATH:
            _paint_path(painter, look, cell, row, thing, state, words)
        elif each.column is Column.DONE and row.kind is not RowKind.MILESTONE:
            _paint_share(
                painter,
                look,
                cell,
                state.tint,
                share_of(dates.plan, thing),
                on="border" if state.selected else "track",
            )
        else:
            _paint_words(painter, look, cell, row, each.column, dates, thing)


def _paint_path(
    painter: QPainter,
    look: TimelineStyle,
    cell: QRect,
    row: Row,
    thing: Thing,
    state: RowState,
    words: tuple[str, ...],
) -> None:
    middle = cell.top() + cell.height() / 2
    left = cell.left() + title_left(row)
    painter.setPen(Qt.PenStyle.NoPen)
    if state.holds_rows:
        painter.setBrush(look.colour("text_muted"))
        painter.drawPolygon(_arrow(cell.left() + arrow_left(row) + ARROW_LEFT, middle, down=state.expanded))
    elif row.kind is RowKind.MILESTONE:
        painter.setBrush(look.tint(state.tint).solid)
        painter.drawPolygon(_diamond(left - 10.0, middle, DIAMOND_RADIUS))
    room = QRect(left, cell.top(), cell.right() - 4 - left, cell.height())
    if room.width() <= 0:
        return
    painter.setFont(title_font(look, row))
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(without_overrides(thing.title), Qt.TextElideMode.ElideRight, room.width())
    if words:
        _paint_spans(painter, look, metrics, room, shown, words)
    painter.setPen(look.colour("text"))
    painter.drawText(room, ONE_LINE, shown)
    if state.found_in:
        _paint_found_in(painter, look, room, metrics.horizontalAdvance(shown), state.found_in, words)


def _paint_found_in(
    painter: QPainter, look: TimelineStyle, room: QRect, taken: int, text: str, words: tuple[str, ...]
) -> None:
    """What was found beside the title, behind it where there is room for some of it."""
    rest = room.adjusted(taken + FOUND_GAP, 0, 0, 0)
    if rest.width() < LEAST_FOUND:
        return
    painter.setFont(look.small)
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rest.width())
    _paint_spans(painter, look, metrics, rest, shown, words)
    painter.setPen(look.colour("text"))
    painter.drawText(rest, ONE_LINE, shown)


def _paint_spans(
    painter: QPainter,
    look: TimelineStyle,
    metrics: QFontMetrics,
    room: QRect,
    shown: str,
    words: tuple[str, ...],
) -> None:
    """What was looked for, marked behind the letters."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("found"))
    for begin, end in spans_of(shown, words):
        x0 = metrics.horizontalAdvance(shown[:begin])
        x1 = metrics.horizontalAdvance(shown[:end])
        top = room.top() + (room.height() - metrics.height()) / 2
        painter.drawRoundedRect(QRectF(room.left() + x0 - 1, top, x1 - x0 + 2, metrics.height()), 3, 3)


def _paint_words(
    painter: QPainter,
    look: TimelineStyle,
    cell: QRect,
    row: Row,
    column: Column,
    dates: Dates,
    thing: Thing,
) -> None:
    strong = row.kind is RowKind.MILESTONE and column is Column.FINISH
    role = "text" if strong else "text_muted"
    if column is Column.MARGIN and is_late(dates, thing):
        role = "danger_text"
    painter.setFont(look.small_strong if strong else look.small)
    painter.setPen(look.colour(role))
    _elided(painter, cell.adjusted(CELL_LEFT, 0, -2, 0), cell_text(dates, thing, column))


def _paint_share(
    painter: QPainter, look: TimelineStyle, cell: QRect, tint: int, share: float, *, on: str
) -> None:
    room = cell.adjusted(CELL_LEFT, 0, -12, 0)
    track = QRectF(room.left(), cell.top() + cell.height() / 2 - 2, room.width(), 4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(on))
    painter.drawRoundedRect(track, 2, 2)
    if share > 0:
        track.setWidth(max(track.width() * share, 4))
        painter.setBrush(look.tint(tint).solid)
        painter.drawRoundedRect(track, 2, 2)


def _arrow(x: float, y: float, *, down: bool) -> QPolygonF:
    """The arrow of a group: down while its rows show."""
    if down:
        return QPolygonF([QPointF(x, y - 2), QPointF(x + 8, y - 2), QPointF(x + 4, y + 3)])
    return QPolygonF([QPointF(x + 1.5, y - 4), QPointF(x + 6.5, y), QPointF(x + 1.5, y + 4)])


def _diamond(x: float, y: float, radius: float) -> QPolygonF:
    return QPolygonF(
        [QPointF(x, y - radius), QPointF(x + radius, y), QPointF(x, y + radius), QPointF(x - radius, y)]
    )


def _elided(painter: QPainter, room: QRect, text: str) -> None:
    """A text in one line, cut with three dots where it has to be."""
    text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, ONE_LINE, text)
