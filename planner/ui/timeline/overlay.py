"""Everything that lies over the chart at a moment, and painting it: pure, from values to a QPainter."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from planner.domain.items import DependencyId
from planner.ui.timeline.card import paint_card
from planner.ui.timeline.dense_painting import paint_dense_ghosts
from planner.ui.timeline.drag_painting import (
    paint_band,
    paint_chosen_link,
    paint_dots,
    paint_guide,
    paint_joined_end,
    paint_rubber,
)
from planner.ui.timeline.gestures.base import Band, Proposal, Rubber
from planner.ui.timeline.hitting import dots_of
from planner.ui.timeline.marks import BarMark, DiamondMark, Layout, Mark, SummaryMark, box, landing_x
from planner.ui.timeline.style import TimelineStyle

LINE_PIECES = 12
"""So many places of a link's line the card tries not to cover."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlay:
    """`layout` is what is shown, `settled` how things stand by the plan as it is; `at` is the pointer.

    `ghosts` are the marks of `settled` that stand elsewhere in `layout`: they lie below the titles, so they
    are painted with the rows. `dotted` are the items that show their dots, `link` the selected dependency.
    """

    layout: Layout
    settled: Layout
    ghosts: tuple[Mark, ...]
    at: QPointF
    proposal: Proposal | None
    dotted: frozenset[str]
    link: DependencyId | None


def paint_overlay(painter: QPainter, overlay: Overlay, style: TimelineStyle) -> None:
    """Paint over the chart; the painter stands at the top left of its body."""
    layout, proposal = overlay.layout, overlay.proposal
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    chosen = next((each for each in layout.links if each.id == overlay.link), None)
    if chosen is not None:
        paint_chosen_link(painter, chosen, style)
    if proposal is None:
        for mark in layout.marks:
            if mark.id in overlay.dotted:
                paint_dots(painter, mark, layout.viewport.scale.width, style)
        return
    if proposal.schedule is not None and overlay.settled.dense is not None and layout.dense is not None:
        paint_dense_ghosts(painter, overlay.settled.dense, layout.dense, layout.viewport, style)
    for guide in proposal.guides:
        paint_guide(painter, layout.viewport.scale.x(guide.place), layout, style)
    clear: list[QRectF] = []
    held = layout.mark_of(proposal.node) if proposal.node is not None else None
    if held is not None:
        clear.append(_around(held))
    if proposal.rubber is not None:
        clear += _paint_link(painter, proposal.rubber, overlay, style)
    if proposal.band is not None:
        area = _band_area(proposal.band, layout)
        paint_band(painter, area, _within(area, layout), style)
    viewport = layout.viewport
    room = QRectF(0, 0, viewport.scale.width, viewport.height)
    if proposal.lines:
        now = {each.id: _around(each) for each in layout.marks}
        moving = [each for each in overlay.ghosts if not isinstance(each, SummaryMark)]
        clear += [_around(each) for each in moving] + [now[each.id] for each in moving]
        seen = [each.intersected(room) for each in clear if each.intersects(room)]
        paint_card(painter, proposal.lines, overlay.at, room, seen, style, tuple(now.values()))


def _paint_link(painter: QPainter, rubber: Rubber, overlay: Overlay, style: TimelineStyle) -> list[QRectF]:
    """The line of a link being drawn and the end it would join; returns what of it is to be seen."""
    colour = style.colour("danger" if rubber.refused else "accent")
    shown: list[QRectF] = []
    target = overlay.settled.mark_of(rubber.target) if rubber.target is not None else None
    if target is not None:
        paint_joined_end(painter, target, at_start=rubber.to_start, colour=colour)
        shown.append(_around(target))
    source = overlay.settled.mark_of(rubber.source)
    dots = dots_of(source, overlay.layout.viewport.scale.width) if source is not None else None
    if dots is not None:
        begin = QPointF(dots.start_x if rubber.from_start else dots.end_x, dots.y)
        paint_rubber(painter, begin, overlay.at, colour)
        steps = (begin + (overlay.at - begin) * step / LINE_PIECES for step in range(LINE_PIECES))
        shown += [QRectF(each.x() - 3, each.y() - 3, 6, 6) for each in steps]
    return shown


def _band_area(band: Band, layout: Layout) -> QRectF:
    viewport = layout.viewport
    left, right = viewport.scale.x(band.first), viewport.scale.x(band.last)
    return QRectF(left, band.top - viewport.top, right - left, band.bottom - band.top)


def _within(area: QRectF, layout: Layout) -> tuple[Mark, ...]:
    """The bars and diamonds of the rows that a band touches, where it touches their days."""
    half = layout.viewport.row_height / 2
    return tuple(
        each
        for each in layout.marks
        if not isinstance(each, SummaryMark)
        and each.y + half > area.top()
        and each.y - half <= area.bottom()
        and _days(each, layout)[0] < area.right()
        and _days(each, layout)[1] > area.left()
    )


def _days(mark: Mark, layout: Layout) -> tuple[float, float]:
    """From where to where the days of a mark reach."""
    if isinstance(mark, DiamondMark):
        half_day = layout.viewport.scale.px_per_day / 2
        return mark.x - half_day, mark.x + half_day
    return mark.x0, mark.x1


def _around(mark: Mark) -> QRectF:
    """The room a mark takes, with its range tail, or the hollow diamond where its work lands."""
    left, top, right, bottom = box(mark)
    if isinstance(mark, BarMark):
        right = max(right, mark.tail_x)
    if isinstance(mark, DiamondMark) and (lands := landing_x(mark)) is not None:
        left, right = min(left, lands - 8), max(right, lands + 8)
    return QRectF(left, top, right - left, bottom - top)
