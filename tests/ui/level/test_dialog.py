"""Levelling the load, shown before it is done."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.arrange import duplicate
from planner.domain.edits import fix_date, mark_started
from planner.domain.items import ActivityId, DependencyId, MilestoneId, PhaseId
from planner.domain.levelling import First, level
from planner.domain.plan import Plan
from planner.domain.structure import add_milestone, link, unlink
from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.level.dialog import LevelDialog
from planner.ui.level.outcomes import Outcomes
from planner.ui.theme_controller import ThemeController
from planner.ui.timeline.axis import bounded
from planner.ui.timeline.page import TimelinePage
from tests.helpers.networks import network, work
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
    """Of the chosen way: the finish, where all work ends, what moves, weeks with too much."""
    assert dialog.outcomes is not None
    return [each.words for each in dialog.outcomes.facts[dialog.outcomes.first]]


def choose(dialog: LevelDialog, first: First) -> None:
    assert dialog.outcomes is not None
    button = dialog.outcomes.buttons[first]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(8, button.height() // 2))


def left_of(page: TimelinePage, item: str) -> int:
    return next(mark.rect.left() for mark in page.view.marks() if mark.id == item)


def test_it_lists_what_would_start_later_and_what_that_does(page: TimelinePage, qtbot: QtBot) -> None:
    dialog = opened(page, qtbot)

    assert dialog.table.rowCount() == 2
    assert cells(dialog, 0) == ["Regression course", "4 Jan 2027", "25 Jan 2027", "3 weeks"]
    assert facts(dialog) == ["6 Feb → 20 Feb 2027", "6 Feb → 20 Feb 2027", "4, by 3 weeks at most", "2 → 0"]


def test_while_it_is_open_the_chart_shows_the_plan_as_it_would_be(page: TimelinePage, qtbot: QtBot) -> None:
    before, picture = left_of(page, "regression-course"), page.view.grab().toImage()

    dialog = opened(page, qtbot)
    assert left_of(page, "regression-course") == pytest.approx(before + 21 * 12, abs=2)
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
    assert editor.plan.activity(REGRESSION).not_before == date(2027, 1, 25)
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


def test_the_finish_can_be_kept_instead_of_the_order(
    page: TimelinePage, editor: Editor, qtbot: QtBot
) -> None:
    dialog = opened(page, qtbot)
    assert dialog.outcomes is not None
    assert dialog.outcomes.first is First.EARLIEST_START
    kept = left_of(page, "regression-course")

    choose(dialog, First.LEAST_FLOAT)

    assert cells(dialog, 0)[2] == "8 Feb 2027"
    assert facts(dialog)[0] == "6 Feb 2027, as now"
    assert left_of(page, "regression-course") > kept
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert editor.plan.activity(REGRESSION).not_before == date(2027, 2, 8)


def test_both_ways_stand_side_by_side_and_hide_no_work_after_the_finish(
    page: TimelinePage, editor: Editor, qtbot: QtBot
) -> None:
    dialog = opened(page, qtbot)
    assert dialog.outcomes is not None
    order, finish = (dialog.outcomes.facts[each] for each in First)

    assert [each.words for each in finish] == [
        "6 Feb 2027, as now",
        "20 Feb 2027, after the finish",
        "1, by 5 weeks at most",
        "2 → 0",
    ]
    assert all(one.y() == other.y() and one.x() < other.x() for one, other in zip(order, finish, strict=True))
    description = dialog.outcomes.buttons[First.LEAST_FLOAT].accessibleDescription()
    assert "All work ends: 20 Feb 2027, after the finish" in description
    assert not dialog.left.isVisible()
    choose(dialog, First.LEAST_FLOAT)
    assert dialog.left.words == (
        "Not all of it fits before 6 Feb 2027. “Regression course” ends after the finish, on 20 Feb 2027."
    )


def test_a_duplicate_stays_beside_its_original(page: TimelinePage, editor: Editor, qtbot: QtBot) -> None:
    editor.undo()
    names = {str(CLUSTERING): "clustering-copy"}
    editor.apply("In order", link, REGRESSION, CLUSTERING)
    editor.apply("Duplicate", duplicate, [CLUSTERING], names)
    original = editor.schedule.finish_day(CLUSTERING)

    dialog = opened(page, qtbot)
    QTest.keyClick(dialog, Qt.Key.Key_Return)

    starts = editor.schedule.start_day(ActivityId("clustering-copy"))
    assert 0 <= (starts - original).days <= 7
    assert editor.schedule.finish == editor.schedule.last_day


def test_where_both_ways_do_the_same_there_is_nothing_to_choose(look: ThemeController, qtbot: QtBot) -> None:
    plan = network(work("A", 12), work("B", 12))
    window = QWidget()
    qtbot.addWidget(window)
    outcomes = Outcomes({each: level(plan, START, first=each) for each in First}, window)
    window.show()
    assert list(outcomes.buttons) == [First.EARLIEST_START]
    assert not outcomes.buttons[First.EARLIEST_START].isVisible()
    assert outcomes.facts[First.EARLIEST_START][0].isVisible()


def test_the_table_and_the_buttons_keep_apart_whatever_is_chosen(page: TimelinePage, qtbot: QtBot) -> None:
    dialog = opened(page, qtbot)
    for first in (First.LEAST_FLOAT, First.EARLIEST_START, First.LEAST_FLOAT):
        choose(dialog, first)
        QApplication.processEvents()
        above = [each.geometry().bottom() for each in (dialog.table, dialog.left) if each.isVisible()]
        assert max(above) < dialog.buttons.geometry().top()
        assert dialog.table.height() >= dialog.table.minimumHeight()


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
    assert dialog.left.words == "“Exam” would land 6 days after its target."


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
