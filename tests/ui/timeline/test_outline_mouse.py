"""The mouse on the rows: selecting, and dragging rows to another place."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.domain.arrange import add_group
from planner.domain.items import PhaseId
from planner.ui.editor import Editor
from planner.ui.theme_controller import ThemeController
from planner.ui.timeline.columns import Column
from planner.ui.timeline.page import TimelinePage
from tests.helpers.mouse import Modifier, Mouse


@pytest.fixture
def hand(page: TimelinePage) -> Mouse:
    return Mouse(page.outline)


def spot(page: TimelinePage, item: str, part: float = 0.5, x: int = 90) -> QPoint:
    """A point on a row's title, `part` of the row's height down."""
    rect = page.outline.cell_rect(item, Column.PATH)
    return QPoint(x, rect.top() + round(part * (rect.height() - 1)))


def drag(hand: Mouse, begin: QPoint, end: QPoint) -> None:
    hand.drag(begin, end.x() - begin.x(), end.y() - begin.y())


def order(editor: Editor, group: str | None = "learning") -> list[str]:
    return [each.id for each in editor.plan.children_of[None if group is None else PhaseId(group)]]


def test_ctrl_and_shift_clicks_select_several_rows_on_both_sides(page: TimelinePage, hand: Mouse) -> None:
    hand.click(spot(page, "regression-course"))
    hand.modifiers = Modifier.ControlModifier
    hand.click(spot(page, "core-proven"))
    assert set(page.selection) == {"regression-course", "core-proven"}
    assert page.selected == "core-proven"
    hand.modifiers = Modifier.ShiftModifier
    hand.click(spot(page, "serve-model"))
    assert list(page.selection) == ["core-proven", "production", "serve-model"]
    assert page.view.selection == set(page.selection)

    accent = page.view.look.colour("accent_soft")
    middle = page.outline.cell_rect("production", Column.PATH).center()
    image = page.outline.viewport().grab().toImage()
    assert image.pixelColor(page.outline.viewport().width() - 3, middle.y()) == accent


def test_clicks_on_outline_and_chart_extend_each_other(page: TimelinePage, hand: Mouse, mouse: Mouse) -> None:
    marks = {mark.id: mark.rect.center() for mark in page.view.marks()}
    mouse.click(marks["regression-course"])
    hand.modifiers = Modifier.ShiftModifier

    hand.click(spot(page, "core-proven"))

    assert page.selection == ("regression-course", "clustering-course", "core-proven")


def test_a_click_below_the_rows_selects_nothing(page: TimelinePage, hand: Mouse) -> None:
    hand.click(spot(page, "write-up"))

    hand.click(QPoint(60, page.outline.viewport().height() - 5))

    assert page.selection == ()
    assert page.selected is None


def test_dropping_on_a_line_reorders_in_one_undo_step(
    page: TimelinePage, editor: Editor, hand: Mouse
) -> None:
    drag(hand, spot(page, "core-proven"), spot(page, "regression-course", 0.1))

    assert order(editor) == ["core-proven", "regression-course", "clustering-course"]
    assert editor.undo_text == "Move Core proven in the outline"
    assert page.view.rows.ids[1] == "core-proven"
    assert page.selection == ("core-proven",)
    editor.undo()
    assert order(editor) == ["regression-course", "clustering-course", "core-proven"]


def test_dropping_on_a_group_puts_several_rows_into_it(
    page: TimelinePage, editor: Editor, hand: Mouse
) -> None:
    hand.click(spot(page, "regression-course"))
    hand.modifiers = Modifier.ControlModifier
    hand.click(spot(page, "core-proven"))
    hand.modifiers = Modifier.NoModifier

    drag(hand, spot(page, "core-proven"), spot(page, "production"))

    assert order(editor, "production")[-2:] == ["regression-course", "core-proven"]
    assert order(editor) == ["clustering-course"]
    assert editor.undo_text == "Move 2 rows"
    assert set(page.selection) == {"regression-course", "core-proven"}
    editor.undo()
    assert len(order(editor)) == 3


def test_a_group_is_dragged_with_what_lies_in_it(page: TimelinePage, editor: Editor, hand: Mouse) -> None:
    drag(hand, spot(page, "production"), spot(page, "learning", 0.1, x=30))

    assert order(editor, None) == ["production", "learning"]
    assert page.view.rows.ids[:4] == ("production", "serve-model", "write-up", "endpoint-live")


def test_how_deep_the_pointer_stands_decides_where_levels_end(
    page: TimelinePage, editor: Editor, hand: Mouse
) -> None:
    editor.apply("Group", add_group, PhaseId("inner"), "Inner", PhaseId("learning"))
    drag(hand, spot(page, "core-proven"), spot(page, "inner"))
    assert order(editor, "inner") == ["core-proven"]

    drag(hand, spot(page, "write-up"), spot(page, "core-proven", 0.9, x=60))
    assert order(editor, "inner") == ["core-proven", "write-up"]
    drag(hand, spot(page, "serve-model"), spot(page, "write-up", 0.9, x=40))
    assert order(editor)[-1] == "serve-model"


def test_the_line_shows_where_the_rows_would_go_and_esc_cancels(
    page: TimelinePage, editor: Editor, hand: Mouse, look: ThemeController
) -> None:
    page.outline.setFocus()
    said: list[str] = []
    page.message.connect(said.append)
    begin, end = spot(page, "core-proven"), spot(page, "clustering-course", 0.1)
    hand.press(begin)
    hand.move_by(end.x() - begin.x(), end.y() - begin.y())

    line = page.outline.cell_rect("clustering-course", Column.PATH).top() - 1
    colours = [page.outline.viewport().grab().toImage().pixelColor(200, line + step) for step in (-1, 0, 1)]
    assert any(_near(colour, look.theme.colour("accent")) for colour in colours)

    QTest.keyClick(page.outline, Qt.Key.Key_Escape)
    hand.release()
    assert order(editor) == ["regression-course", "clustering-course", "core-proven"]
    assert said == ["Never mind: the rows are where they were."]
    assert page.outline.mouse.drop is None


def test_a_group_is_not_dropped_into_itself(page: TimelinePage, editor: Editor, hand: Mouse) -> None:
    hand.press(spot(page, "learning"))
    hand.move_by(0, page.outline.look.row_height)

    assert page.outline.viewport().cursor().shape() == Qt.CursorShape.ForbiddenCursor
    hand.release()
    assert editor.undo_text == ""


def test_a_press_that_hardly_moves_is_a_click(page: TimelinePage, editor: Editor, hand: Mouse) -> None:
    page.chosen.select_many(["regression-course", "clustering-course"])

    hand.press(spot(page, "regression-course"))
    hand.move_by(2, 2, steps=1)
    hand.release()

    assert page.selection == ("regression-course",)
    assert editor.undo_text == ""


def test_the_rows_scroll_along_at_the_edge(long_page: TimelinePage, qtbot: QtBot) -> None:
    hand, bar = Mouse(long_page.outline), long_page.outline.verticalScrollBar()
    begin = spot(long_page, "activity-1")
    hand.press(begin)
    hand.move_by(0, long_page.outline.viewport().height() - 4 - begin.y())

    qtbot.waitUntil(lambda: bar.value() > 200)
    assert long_page.view.rows_bar.value() == bar.value()
    hand.move_by(0, -long_page.outline.viewport().height() + 8)
    qtbot.waitUntil(lambda: bar.value() == 0)
    hand.move_by(0, long_page.outline.look.row_height)
    hand.release()
    assert long_page.view.editor.plan.children_of[PhaseId("learning")][0].id == "activity-1"


def test_sorted_rows_refuse_to_be_dragged(page: TimelinePage, editor: Editor, hand: Mouse) -> None:
    said: list[str] = []
    page.message.connect(said.append)
    page.keeper.sort_by(Column.FINISH)

    drag(hand, spot(page, "core-proven"), spot(page, "regression-course", 0.1))

    assert order(editor) == ["regression-course", "clustering-course", "core-proven"]
    assert said == ["The rows are sorted by a column. Sort in the plan's own order to move them."]


def _near(colour: QColor, other: QColor) -> bool:
    apart = (colour.red() - other.red(), colour.green() - other.green(), colour.blue() - other.blue())
    return sum(abs(each) for each in apart) < 60
