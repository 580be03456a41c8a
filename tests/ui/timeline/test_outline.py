"""The tree beside the chart."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from planner.domain.arrange import add_group, move_rows
from planner.domain.edits import mark_finished, retarget
from planner.domain.items import ActivityId, ChecklistItemId, MilestoneId, PhaseId
from planner.domain.proof import tick
from planner.ui.editor import Editor
from planner.ui.timeline.columns import COLUMNS, Column
from planner.ui.timeline.options import ColourBy
from planner.ui.timeline.outline import Outline
from planner.ui.timeline.page import TimelinePage
from tests.helpers.mouse import Mouse


@pytest.fixture
def outline(page: TimelinePage) -> Outline:
    return page.outline


def cells(outline: Outline, item: str) -> list[str]:
    index = outline.outline_model.index_of(item)
    shown = (Column.PATH, Column.FINISH, Column.DONE)
    return [index.siblingAtColumn(COLUMNS.index(column)).data() for column in shown]


def place(outline: Outline, item: str, column: Column = Column.PATH) -> QPoint:
    return outline.cell_rect(item, column).center()


def test_the_model_keeps_qts_rules(outline: Outline) -> None:
    QAbstractItemModelTester(
        outline.outline_model, QAbstractItemModelTester.FailureReportingMode.Warning, outline
    )
    outline.outline_model.refresh(())
    outline.outline_model.show_rows(outline.rows)

    assert outline.outline_model.rowCount() == 2
    assert outline.outline_model.rowCount(outline.outline_model.index(0, 0)) == 4 - 1
    assert not outline.outline_model.index(9, 0).isValid()
    assert not outline.outline_model.parent(QModelIndex()).isValid()


def test_each_row_says_its_title_its_finish_and_what_is_done(outline: Outline, editor: Editor) -> None:
    assert cells(outline, "learning") == ["Learning", "6 Feb 2027", "0%"]
    assert cells(outline, "regression-course") == ["Regression course", "16 Jan 2027", "0%"]
    assert cells(outline, "core-proven") == ["Core proven", "6 Feb 2027", "0 / 2"]

    editor.apply("Finish", mark_finished, ActivityId("regression-course"), date(2027, 1, 15))
    editor.apply("Tick", tick, ChecklistItemId("explain-bias"), date(2027, 1, 20))
    editor.apply("Aim", retarget, MilestoneId("core-proven"), date(2027, 3, 1))

    assert cells(outline, "learning")[2] == "40%"
    assert cells(outline, "regression-course") == ["Regression course", "15 Jan 2027", "100%"]
    assert cells(outline, "core-proven") == ["Core proven", "1 Mar 2027", "1 / 2"]


def test_columns_have_names_and_rows_say_what_they_are(outline: Outline) -> None:
    model = outline.outline_model
    names = {model.headerData(each, Qt.Orientation.Horizontal) for each in range(len(COLUMNS))}

    assert {"Path", "Start", "Finish", "Hours", "Done", "Margin", "Float", "Waits for"} <= names
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index_of("learning").data(role) == "Learning, phase"
    assert model.index_of("serve-model").data(role) == "Serve model, project"
    core = model.index_of("core-proven")
    assert core.data(role) == "Core proven, milestone"
    assert core.siblingAtColumn(COLUMNS.index(Column.FINISH)).data(role) == "Finish 6 Feb 2027"


def test_a_click_on_the_arrow_folds_a_phase(outline: Outline, page: TimelinePage) -> None:
    at = QPoint(12, place(outline, "learning").y())

    QTest.mouseClick(outline.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert outline.rows.collapsed == {"learning"}
    assert not outline.isExpanded(outline.outline_model.index_of("learning"))
    assert page.view.rows.collapsed == {"learning"}
    QTest.mouseClick(outline.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert outline.rows.collapsed == frozenset()
    assert outline.isExpanded(outline.outline_model.index_of("learning"))


def test_selecting_a_hidden_row_unfolds_its_phase(outline: Outline, page: TimelinePage) -> None:
    page.keeper.fold("learning", True)

    page.select("core-proven")

    assert outline.rows.collapsed == frozenset()
    assert outline.selection.current == "core-proven"


def test_a_double_click_asks_to_edit_and_folds_nothing(
    outline: Outline, page: TimelinePage, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.edit_requested) as asked:
        Mouse(outline).double_click(place(outline, "learning"))

    assert asked.args == ["learning"]
    assert outline.rows.collapsed == frozenset()


def test_a_resting_pointer_shows_the_whole_title(outline: Outline) -> None:
    at = place(outline, "regression-course")

    QApplication.sendEvent(
        outline.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, outline.viewport().mapToGlobal(at))
    )

    assert "Regression course" in QToolTip.text()


def test_columns_keep_the_width_one_gives_them(outline: Outline) -> None:
    finish = COLUMNS.index(Column.FINISH)
    outline.header().resizeSection(finish, 120)

    assert outline.header().sectionSize(finish) == 120
    assert outline.header().length() == outline.viewport().width()


def test_screen_readers_find_the_tree_as_it_is(
    page: TimelinePage, outline: Outline, editor: Editor, qtbot: QtBot
) -> None:
    QAccessible.setActive(True)
    try:
        editor.apply("Group", add_group, PhaseId("inner"), "Inner", PhaseId("learning"))
        editor.apply("Move", move_rows, ["clustering-course"], PhaseId("inner"), None)
        page.chosen.select_many(["core-proven", "write-up"])
        qtbot.waitUntil(lambda: "Inner, group" in dict(_heard(outline)))
        heard = dict(_heard(outline))
        assert heard["Inner, group"].expandable
        assert heard["Inner, group"].expanded
        assert not heard["Clustering course, course"].expandable
        assert [text for text, state in heard.items() if state.selected and "," in text] == [
            "Core proven, milestone",
            "Write up, project",
        ]

        page.keeper.fold("inner", True)
        qtbot.waitUntil(lambda: "Clustering course, course" not in dict(_heard(outline)))
        heard = dict(_heard(outline))
        assert not heard["Inner, group"].expanded

        page.keeper.show_words("write")
        rows = ["Production, phase", "Write up, project"]
        qtbot.waitUntil(lambda: [text for text, _ in _heard(outline) if "," in text] == rows)
    finally:
        QAccessible.setActive(False)


def _heard(outline: Outline) -> Iterator[tuple[str, QAccessible.State]]:
    """What a screen reader finds in the tree, cell by cell, with its state."""
    tree = QAccessible.queryAccessibleInterface(outline)
    for number in range(tree.childCount()):
        child = tree.child(number)
        if not child.state().invisible:
            yield child.text(QAccessible.Text.Name), child.state()


@pytest.mark.parametrize("by", list(ColourBy))
def test_diamonds_and_progress_have_the_colours_of_the_chart(
    outline: Outline, page: TimelinePage, editor: Editor, by: ColourBy
) -> None:
    editor.apply("Finish", mark_finished, ActivityId("regression-course"), date(2027, 1, 15))
    page.view.show_options(replace(page.view.options, colour_by=by))
    look = page.view.look

    for item, column in (("core-proven", Column.PATH), ("regression-course", Column.DONE)):
        mark = page.view.laid_out.mark_of(item)
        assert mark is not None
        assert look.tint(mark.colour).solid.name() in shown_in(outline, item, column)


def test_a_milestone_that_becomes_late_is_late_in_the_outline_too(
    outline: Outline, page: TimelinePage, editor: Editor
) -> None:
    page.view.show_options(replace(page.view.options, colour_by=ColourBy.STATE))
    late = page.view.look.late.solid.name()
    assert late not in shown_in(outline, "core-proven", Column.PATH)

    editor.apply("Aim", retarget, MilestoneId("core-proven"), date(2027, 1, 25))

    assert late in shown_in(outline, "core-proven", Column.PATH)


def shown_in(outline: Outline, item: str, column: Column) -> set[str]:
    """All colours that a cell shows."""
    area = outline.cell_rect(item, column)
    image = outline.viewport().grab(area).toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
