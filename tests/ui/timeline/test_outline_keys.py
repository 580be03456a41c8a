"""The keyboard on the rows, the same on outline and chart."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from planner.domain.arrange import add_group, move_rows
from planner.domain.items import PhaseId
from planner.domain.structure import remove_items
from planner.ui.editor import Editor
from planner.ui.timeline.page import TimelinePage

Key = Qt.Key
Shift, Ctrl = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
NO_KEY = Qt.KeyboardModifier.NoModifier


@pytest.fixture(params=["outline", "chart"])
def focus(request: pytest.FixtureRequest, page: TimelinePage) -> QWidget:
    widget: QWidget = page.outline if request.param == "outline" else page.view
    widget.setFocus()
    return widget


@pytest.fixture
def nested(editor: Editor, page: TimelinePage) -> TimelinePage:
    """learning [regression-course, inner [clustering-course], core-proven], production [...]."""
    editor.apply("Group", add_group, PhaseId("inner"), "Inner", PhaseId("learning"))
    editor.apply("Move", move_rows, ["inner"], PhaseId("learning"), "clustering-course")
    editor.apply("Move", move_rows, ["clustering-course"], PhaseId("inner"), None)
    return page


def press(focus: QWidget, *keys: Qt.Key, modifier: Qt.KeyboardModifier = NO_KEY) -> None:
    for key in keys:
        QTest.keyClick(focus, key, modifier)


def test_shift_and_arrows_extend_and_shrink_the_selection(page: TimelinePage, focus: QWidget) -> None:
    page.select("regression-course")

    press(focus, Key.Key_Down, Key.Key_Down, modifier=Shift)
    assert list(page.selection) == ["regression-course", "clustering-course", "core-proven"]
    assert page.selected == "core-proven"
    press(focus, Key.Key_Up, modifier=Shift)
    assert list(page.selection) == ["regression-course", "clustering-course"]
    press(focus, Key.Key_Down)
    assert list(page.selection) == ["core-proven"]


def test_end_and_pages_walk_far(page: TimelinePage, focus: QWidget) -> None:
    page.select("learning")

    press(focus, Key.Key_End)
    assert page.selected == "endpoint-live"
    press(focus, Key.Key_PageUp)
    assert page.selected == "learning"
    press(focus, Key.Key_PageDown, modifier=Shift)
    assert page.selection == page.view.rows.ids


def test_arrows_fold_unfold_and_walk_the_tree(nested: TimelinePage, focus: QWidget) -> None:
    nested.select("clustering-course")

    press(focus, Key.Key_Left)
    assert nested.selected == "inner"
    press(focus, Key.Key_Left)
    assert nested.view.rows.collapsed == {"inner"}
    press(focus, Key.Key_Left)
    assert nested.selected == "learning"
    press(focus, Key.Key_Left)
    assert nested.view.rows.collapsed == {"inner", "learning"}
    press(focus, Key.Key_Left)
    assert nested.selected == "learning"
    press(focus, Key.Key_Right)
    assert nested.view.rows.collapsed == {"inner"}
    press(focus, Key.Key_Right)
    assert nested.selected == "regression-course"


def test_shift_left_folds_all_and_a_star_unfolds_all(nested: TimelinePage, focus: QWidget) -> None:
    nested.select("core-proven")

    press(focus, Key.Key_Left, modifier=Shift)
    assert nested.view.rows.ids == ("learning", "production")
    assert nested.selected == "learning"
    press(focus, Key.Key_Right, modifier=Shift)
    assert len(nested.view.rows) == 9
    press(focus, Key.Key_Left, modifier=Shift)
    press(focus, Key.Key_Asterisk)
    assert len(nested.view.rows) == 9


def test_ctrl_space_takes_the_current_row_out_and_in(page: TimelinePage, focus: QWidget) -> None:
    page.select("regression-course")
    press(focus, Key.Key_Down, modifier=Shift)

    press(focus, Key.Key_Space, modifier=Ctrl)

    assert page.selection == ("regression-course",)


def test_after_a_removal_the_arrows_go_on_where_the_row_was(
    page: TimelinePage, editor: Editor, focus: QWidget
) -> None:
    page.select("regression-course")
    press(focus, Key.Key_Down)
    editor.apply("Remove", remove_items, ["clustering-course"], editor.today)
    assert page.selected == "core-proven"

    press(focus, Key.Key_Down)

    assert page.selected == "production"


def test_typing_a_title_finds_its_row(page: TimelinePage) -> None:
    page.outline.setFocus()
    page.select("learning")

    QTest.keyClicks(page.outline, "prod")

    assert page.selected == "production"
    assert page.selection == ("production",)
