"""Typing in the rows: titles, days and hours where they stand."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.domain.edits import mark_started
from planner.domain.items import ActivityId, MilestoneId
from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.theme_controller import ThemeController
from planner.ui.timeline.cell_editor import CellEditor
from planner.ui.timeline.columns import Column
from planner.ui.timeline.page import TimelinePage
from tests.helpers.mouse import Mouse

Key = Qt.Key
SERVE, CORE = ActivityId("serve-model"), MilestoneId("core-proven")


@pytest.fixture(autouse=True)
def columns(page: TimelinePage) -> None:
    for column in (Column.START, Column.HOURS):
        page.outline.columns.show_column(column, True)


def double_click(page: TimelinePage, item: str, column: Column) -> None:
    Mouse(page.outline).double_click(page.outline.cell_rect(item, column).center())


def line(page: TimelinePage) -> CellEditor:
    found = page.editing.line
    assert found is not None
    return found


def retype(page: TimelinePage, text: str) -> None:
    line(page).selectAll()
    QTest.keyClicks(line(page), text)


def test_a_title_is_edited_where_it_stands(page: TimelinePage, editor: Editor) -> None:
    page.select("serve-model")

    page.rename()
    assert line(page).text() == "Serve model"
    assert line(page).selectedText() == "Serve model"
    assert page.outline.cell_rect("serve-model", Column.PATH).contains(line(page).geometry().center())
    QTest.keyClicks(line(page), "Serve & monitor")
    QTest.keyClick(line(page), Key.Key_Return)

    assert editor.plan.activity(SERVE).title == "Serve & monitor"
    assert editor.undo_text == "Rename Serve model to Serve & monitor"
    assert page.editing.line is None
    assert page.selected == "serve-model"
    editor.undo()
    assert editor.plan.activity(SERVE).title == "Serve model"


def test_what_is_typed_is_kept_when_its_row_goes_out_of_view(page: TimelinePage, editor: Editor) -> None:
    page.select("serve-model")
    page.rename()
    retype(page, "Serve & monitor")

    page.keeper.fold(None, True)

    assert editor.plan.activity(SERVE).title == "Serve & monitor"
    assert page.editing.line is None
    assert editor.undo_text == "Rename Serve model to Serve & monitor"


def test_a_line_of_a_row_that_stays_goes_with_the_rows_above_it(page: TimelinePage, editor: Editor) -> None:
    page.select("serve-model")
    page.rename()
    before = editor.plan

    page.keeper.show_words("serve")

    assert page.editing.line is None
    assert editor.plan == before


def test_esc_leaves_everything_as_it_was(page: TimelinePage, editor: Editor) -> None:
    page.select("learning")
    page.rename()
    retype(page, "Something else")

    QTest.keyClick(line(page), Key.Key_Escape)

    assert page.editing.line is None
    assert editor.undo_text == ""
    assert page.outline.hasFocus()


def test_while_a_day_is_typed_it_says_what_will_be(page: TimelinePage, editor: Editor) -> None:
    double_click(page, "serve-model", Column.START)
    assert line(page).text() == "8 Feb 2027"
    assert "next Monday" in page.editing.sentence

    retype(page, "+2w")
    assert page.editing.sentence.startswith("starts Mon 22 Feb 2027 · path ends ")
    assert editor.undo_text == ""
    QTest.keyClick(line(page), Key.Key_Return)

    assert editor.schedule.start_day(SERVE) == date(2027, 2, 22)
    assert editor.undo_text == "Move Serve model to 22 Feb 2027"


def test_wrong_text_says_what_is_understood_and_changes_nothing(page: TimelinePage, editor: Editor) -> None:
    double_click(page, "core-proven", Column.FINISH)
    retype(page, "when I feel like it")
    QTest.keyClick(line(page), Key.Key_Return)

    assert "is not a day I can read. Try 16 Jan" in page.editing.sentence
    assert page.editing.line is not None
    assert editor.undo_text == ""
    retype(page, "1 Mar")
    QTest.keyClick(line(page), Key.Key_Return)
    assert editor.plan.milestone(CORE).target == date(2027, 3, 1)


def test_tab_goes_on_to_the_next_cell_that_takes_typing(page: TimelinePage, editor: Editor) -> None:
    page.select("serve-model")
    page.rename()
    seen = []
    for key in (Key.Key_Tab, Key.Key_Tab, Key.Key_Tab, Key.Key_Backtab):
        QTest.keyClick(line(page), key)
        seen.append(line(page).text())

    assert seen == ["8 Feb 2027", "18 Feb 2027", "15", "18 Feb 2027"]
    retype(page, "27 Feb 2027")
    QTest.keyClick(line(page), Key.Key_Tab)
    assert editor.schedule.finish_day(SERVE) == date(2027, 2, 27)
    assert editor.undo_text.startswith("Give Serve model ")
    retype(page, "30-60")
    QTest.keyClick(line(page), Key.Key_Return)
    effort = editor.plan.activity(SERVE).effort
    assert (effort.low, effort.high) == (30, 60)


def test_leaving_the_line_keeps_what_makes_sense(page: TimelinePage, editor: Editor) -> None:
    page.activateWindow()
    double_click(page, "serve-model", Column.HOURS)
    retype(page, "25")
    page.view.setFocus()
    assert editor.plan.activity(SERVE).effort.likely == 25

    said: list[str] = []
    page.message.connect(said.append)
    double_click(page, "serve-model", Column.HOURS)
    retype(page, "a lot")
    page.view.setFocus()
    assert editor.plan.activity(SERVE).effort.likely == 25
    assert said[0].startswith("“a lot” is not hours I can read.")
    assert said[0].endswith("Nothing was changed.")


def test_what_cannot_be_typed_into_says_why(page: TimelinePage, editor: Editor) -> None:
    said: list[str] = []
    page.message.connect(said.append)
    editor.apply("Start", mark_started, ActivityId("regression-course"), date(2027, 1, 4))

    double_click(page, "regression-course", Column.START)
    double_click(page, "core-proven", Column.HOURS)

    assert page.editing.line is None
    assert "has started" in said[0]
    assert "single day" in said[1]


def test_a_double_click_on_other_cells_asks_for_the_details(page: TimelinePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.edit_requested) as asked:
        double_click(page, "core-proven", Column.DONE)

    assert asked.args == ["core-proven"]
    assert page.editing.line is None


def test_scrolling_closes_the_line(long_page: TimelinePage) -> None:
    long_page.select("activity-3")
    long_page.rename()

    long_page.view.rows_bar.setValue(300)

    assert long_page.editing.line is None


def test_a_plan_for_reading_takes_no_typing(editor: Editor, look: ThemeController, qtbot: QtBot) -> None:
    path = editor.document.path
    editor.document.close()
    with Document.open(path, read_only=True) as document:
        page = TimelinePage(Editor(document, lambda: date(2027, 1, 20)), look)
        qtbot.addWidget(page)
        page.resize(1200, 600)
        page.show()
        said: list[str] = []
        page.message.connect(said.append)
        page.select("serve-model")

        page.rename()

        assert page.editing.line is None
        assert said == ["This plan is open for reading only."]
