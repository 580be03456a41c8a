"""Levelling the load, shown before it is done."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.domain.edits import fix_date, mark_started
from planner.domain.items import ActivityId, DependencyId, MilestoneId, PhaseId
from planner.domain.plan import Plan
from planner.domain.structure import add_milestone, unlink
from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.level.dialog import LevelDialog
from planner.ui.theme_controller import ThemeController
from planner.ui.timeline.axis import bounded
from planner.ui.timeline.page import TimelinePage
from tests.helpers.plans import START, small_plan

CLUSTERING = ActivityId("clustering-course")
REGRESSION = ActivityId("regression-course")


def too_much() -> Plan:
    """Two courses at a time."""
    return unlink(small_plan(), DependencyId("regression-course>clustering-course"))


@pytest.fixture
def editor(tmp_path: Path, qapp: QApplication) -> Iterator[Editor]:
    with Document.create(tmp_path / "path.milepost", too_much()) as document:
        yield Editor(document, lambda: START)


@pytest.fixture
def page(editor: Editor, look: ThemeController, qtbot: QtBot) -> TimelinePage:
    page = TimelinePage(editor, look)
    editor.changed.connect(page.on_changed)
    qtbot.addWidget(page)
    page.resize(1400, 700)
    page.show()
    qtbot.waitExposed(page)
    page.view.show_scale(bounded(START.toordinal() - 3.0, 12.0, page.view.width()))
    return page


def opened(page: TimelinePage, qtbot: QtBot) -> LevelDialog:
    dialog = LevelDialog(page.view.editor, page.view, page.select, page)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitExposed(dialog)
    return dialog


def cells(dialog: LevelDialog, row: int) -> list[str]:
    table = dialog.table.model()
    return [table.index(row, column).data() for column in range(4)]


def facts(dialog: LevelDialog) -> list[str]:
    return [dialog.weeks.words, dialog.finish.words, dialog.moves.words]


def left_of(page: TimelinePage, item: str) -> int:
    return next(mark.rect.left() for mark in page.view.marks() if mark.id == item)


def test_it_lists_what_would_start_later_and_what_that_does(page: TimelinePage, qtbot: QtBot) -> None:
    dialog = opened(page, qtbot)

    assert dialog.table.rowCount() == 1
    assert cells(dialog, 0) == ["Regression course", "4 Jan 2027", "8 Feb 2027", "5 weeks"]
    assert facts(dialog) == ["2 → 0", "6 Feb 2027, as now", "1"]


def test_while_it_is_open_the_chart_shows_the_plan_as_it_would_be(page: TimelinePage, qtbot: QtBot) -> None:
    before, picture = left_of(page, "regression-course"), page.view.grab().toImage()

    dialog = opened(page, qtbot)
    assert left_of(page, "regression-course") == pytest.approx(before + 35 * 12, abs=2)
    assert page.view.grab().toImage() != picture
    dialog.reject()

    assert left_of(page, "regression-course") == before
    assert page.view.grab().toImage() == picture
    assert page.view.editor.undo_text == ""


def test_taking_it_is_one_undo_step(page: TimelinePage, editor: Editor, qtbot: QtBot) -> None:
    before = editor.plan
    dialog = opened(page, qtbot)

    QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)

    assert not dialog.isVisible()
    assert editor.plan.activity(REGRESSION).not_before == date(2027, 2, 8)
    assert editor.undo_text == "Level the load"
    assert page.view.proposal is None
    editor.undo()
    assert editor.plan == before


def test_enter_takes_it_and_escape_leaves_it(page: TimelinePage, editor: Editor, qtbot: QtBot) -> None:
    QTest.keyClick(opened(page, qtbot), Qt.Key.Key_Escape)
    assert editor.undo_text == ""
    QTest.keyClick(opened(page, qtbot), Qt.Key.Key_Return)
    assert editor.undo_text == "Level the load"


def test_choosing_a_row_brings_its_bar_into_view(page: TimelinePage, qtbot: QtBot) -> None:
    page.view.show_scale(replace(page.view.scale, left=page.view.scale.left + 400))
    dialog = opened(page, qtbot)
    QTest.mouseClick(
        dialog.table.viewport(),
        Qt.MouseButton.LeftButton,
        pos=dialog.table.visualRect(dialog.table.model().index(0, 0)).center(),
    )
    assert page.selected == "regression-course"
    assert 0 <= left_of(page, "regression-course") <= page.view.width()


def test_the_order_can_be_kept_instead_of_the_finish(
    page: TimelinePage, editor: Editor, qtbot: QtBot
) -> None:
    dialog = opened(page, qtbot)
    assert dialog.keep_finish.isChecked()
    finish, kept = dialog.finish.words, left_of(page, "regression-course")

    QTest.mouseClick(
        dialog.keep_order, Qt.MouseButton.LeftButton, pos=QPoint(8, dialog.keep_order.height() // 2)
    )

    # Both start on the same day, so float decides here too; what comes later waits for both.
    assert cells(dialog, 0)[0] == "Regression course"
    assert dialog.weeks.words == "2 → 0"
    assert dialog.finish.words != finish
    assert left_of(page, "regression-course") < kept
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert editor.plan.activity(REGRESSION).not_before == date(2027, 1, 25)


def test_without_red_it_says_so(page: TimelinePage, editor: Editor, qtbot: QtBot) -> None:
    dialog = opened(page, qtbot)
    dialog.accept()

    again = opened(page, qtbot)

    assert "There is nothing to level" in again.words.words
    assert not again.accept_button.isVisible()
    assert not again.table.isVisible()
    assert again.height() < dialog.height()


def test_a_target_that_would_be_missed_is_named(page: TimelinePage, editor: Editor, qtbot: QtBot) -> None:
    exam = MilestoneId("exam")
    editor.apply("Exam", add_milestone, exam, PhaseId("learning"), "Exam", follows=REGRESSION)
    editor.apply("On a day", fix_date, exam, date(2027, 1, 31))
    dialog = opened(page, qtbot)
    assert dialog.left.words == "“Exam” would land 3 weeks after its target."


def test_what_stays_too_full_is_named_with_the_reason(
    page: TimelinePage, editor: Editor, qtbot: QtBot
) -> None:
    for each in (REGRESSION, CLUSTERING):
        editor.apply("Start", mark_started, each, START)

    dialog = opened(page, qtbot)

    assert dialog.words.words == "Nothing that could start later would help."
    assert "Week of 4 Jan 2027, 20 h of 10 h" in dialog.left.words
    assert "“Regression course” and “Clustering course” have started" in dialog.left.words
    assert not dialog.accept_button.isVisible()
