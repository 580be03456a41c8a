"""The chart under test: where things stand on it, and what colour they have."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor

from planner.ui.timeline.hitting import dots_of
from planner.ui.timeline.marks import BarMark
from planner.ui.timeline.view import TimelineView
from tests.helpers.mouse import Mouse


def rect_of(view: TimelineView, item: str) -> QRect:
    """Where a bar or diamond stands, in pixels of the chart."""
    return next(mark.rect for mark in view.marks() if mark.id == item)


def middle_of(view: TimelineView, item: str) -> QPoint:
    return rect_of(view, item).center()


def left_end_of(view: TimelineView, item: str) -> QPoint:
    rect = rect_of(view, item)
    return QPoint(rect.left(), rect.center().y())


def right_end_of(view: TimelineView, item: str) -> QPoint:
    rect = rect_of(view, item)
    return QPoint(rect.right() + 2, rect.center().y())


def tail_of(view: TimelineView, item: str) -> QPoint:
    """The end of a bar's range tail."""
    mark = view.laid_out.mark_of(item)
    assert isinstance(mark, BarMark)
    return QPoint(round(mark.tail_x), middle_of(view, item).y())


def dot_of(view: TimelineView, item: str, *, start: bool = False) -> QPoint:
    """One of the two dots a link is drawn from."""
    mark = view.laid_out.mark_of(item)
    dots = None if mark is None else dots_of(mark, view.scale.width)
    assert dots is not None
    return QPoint(round(dots.start_x if start else dots.end_x), middle_of(view, item).y())


def half_of(view: TimelineView, item: str, *, start: bool) -> QPoint:
    """A place on the left or right half of a bar."""
    rect = rect_of(view, item)
    quarter = rect.width() // 4
    return QPoint(rect.left() + quarter if start else rect.right() - quarter, rect.center().y())


def move_to(mouse: Mouse, begin: QPoint, end: QPoint) -> None:
    """From the press at `begin`, move the mouse to `end`."""
    mouse.move_by(end.x() - begin.x(), end.y() - begin.y())


def said(view: TimelineView) -> list[str]:
    """What the card of the drag in progress says, line by line."""
    return [] if view.proposal is None else [line.text for line in view.proposal.lines]


def pixel(view: TimelineView, at: QPoint) -> QColor:
    image = view.grab().toImage()
    return QColor(image.pixel(at * image.devicePixelRatio()))


def alike(one: QColor, other: QColor) -> bool:
    return (
        abs(one.red() - other.red()) <= 12
        and abs(one.green() - other.green()) <= 12
        and abs(one.blue() - other.blue()) <= 12
    )


def shows(view: TimelineView, around: QPoint, colour: QColor, reach: int = 6) -> bool:
    """Whether a colour is seen within some pixels of a place."""
    image = view.grab().toImage()
    ratio = image.devicePixelRatio()
    places = (around + QPoint(dx, dy) for dx in range(-reach, reach + 1) for dy in range(-reach, reach + 1))
    return any(
        alike(QColor(image.pixel(place * ratio)), colour)
        for place in places
        if image.rect().contains(place * ratio)
    )
