"""The dependencies of what is selected or pointed at stand out, also while their group is collapsed."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor

from planner.ui.timeline.page import TimelinePage
from planner.ui.timeline.view import TimelineView
from tests.helpers.mouse import Mouse


def accent_along(view: TimelineView, from_row: str, to_row: str) -> bool:
    """Whether the middle of the last piece of a dependency's line has the accent."""
    link = next(each for each in view.laid_out.links if (each.from_row, each.to_row) == (from_row, to_row))
    (x0, y0), (x1, y1) = link.points[-2:]
    image, accent = view.grab().toImage(), view.look.colour("accent")
    x, y = round((x0 + x1) / 2), round((y0 + y1) / 2) + view.look.header_height
    around = [image.pixelColor(x + dx, y + dy) for dx in range(-2, 3) for dy in range(-4, 5)]
    return any(_near(each, accent) for each in around)


def _near(one: QColor, other: QColor) -> bool:
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return sum(abs(a - b) for a, b in pairs) < 40


def middle(view: TimelineView, item: str) -> QPoint:
    return next(mark.rect for mark in view.marks() if mark.id == item).center()


def test_pointing_at_a_bar_lights_its_dependencies_until_the_pointer_leaves(
    view: TimelineView, mouse: Mouse
) -> None:
    assert not accent_along(view, "serve-model", "write-up")

    mouse.hover(middle(view, "serve-model"))
    assert accent_along(view, "serve-model", "write-up")

    mouse.hover(QPoint(view.width() - 5, view.height() - 5))
    assert not accent_along(view, "serve-model", "write-up")


def test_a_collapsed_group_shows_what_waits_for_it(page: TimelinePage, view: TimelineView) -> None:
    page.keeper.fold("learning", True)
    assert not accent_along(view, "learning", "serve-model")

    page.select("learning")

    assert accent_along(view, "learning", "serve-model")
