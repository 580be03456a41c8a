"""What cannot be as planned: said quietly where one looks, with levers of which a press solves it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from planner.domain import edits
from planner.domain.frame import settle
from planner.domain.items import ActivityId, DependencyId, MilestoneId
from planner.domain.plan import Plan
from planner.domain.structure import unlink
from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.fields.link_button import LinkButton
from planner.ui.impossible.in_status import ProblemSign
from planner.ui.impossible.keeper import ProblemKeeper
from planner.ui.impossible.lever_list import LeverList
from planner.ui.impossible.strip import ProblemStrip
from planner.ui.inspector.inspector import Inspector
from planner.ui.main_window import MainWindow
from planner.ui.settings import Settings
from planner.ui.status import StatusLine
from planner.ui.theme_controller import ThemeController
from planner.ui.what_if.dialog import WhatIfDialog
from tests.helpers.plans import START, activity, make_plan, small_plan

ENDPOINT = MilestoneId("endpoint-live")
CORE = MilestoneId("core-proven")
WRITE_UP = ActivityId("write-up")


def tight_plan() -> Plan:
    """The small plan of a learner who can give 12 h a week at most; its write-up is optional."""
    plan = small_plan()
    return replace(
        plan,
        facts=replace(plan.facts, most_hours_a_week=12.0),
        activities={**plan.activities, WRITE_UP: replace(plan.activity(WRITE_UP), required=False)},
    )


@pytest.fixture
def editor(tmp_path: Path, qapp: QApplication) -> Iterator[Editor]:
    with Document.create(tmp_path / "path.milepost", tight_plan()) as document:
        yield Editor(document, lambda: START)


@pytest.fixture
def keeper(editor: Editor) -> ProblemKeeper:
    return ProblemKeeper(editor, editor)


@pytest.fixture
def inspector(editor: Editor, keeper: ProblemKeeper, look: ThemeController, qtbot: QtBot) -> Inspector:
    made = Inspector(editor, look)
    made.follow_problems(keeper)
    qtbot.addWidget(made)
    made.resize(330, 900)
    made.show()
    qtbot.waitExposed(made)
    return made


def press(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def links(widget: QWidget) -> list[str]:
    return [each.accessibleName() for each in widget.findChildren(LinkButton) if each.isVisible()]


def link(widget: QWidget, words: str) -> LinkButton:
    return next(each for each in widget.findChildren(LinkButton) if each.accessibleName() == words)


def strip_of(inspector: Inspector) -> ProblemStrip:
    found = inspector.overview.strip
    assert found is not None
    return found


def test_a_plan_that_holds_shows_nothing(inspector: Inspector, keeper: ProblemKeeper) -> None:
    assert keeper.problems == ()
    assert inspector.overview.strip is None


def test_an_impossible_target_shows_at_rest_in_the_overview_with_what_would_help(
    inspector: Inspector, keeper: ProblemKeeper, editor: Editor, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(keeper.changed):
        editor.apply("Too soon", edits.retarget, ENDPOINT, date(2027, 1, 30))
        assert not keeper.fresh

    strip = strip_of(inspector)
    assert strip.headline.words == "One thing cannot be as planned"
    assert strip.cards[0].sentence.words == (
        "“Endpoint live” cannot land by 30 Jan 2027: even 12 h a week, the most you can give, would have it "
        "land on 13 Feb 2027."
    )
    assert links(strip) == ["Move Endpoint live to 20 Feb 2027", "Try 12 h a week and 13 Feb 2027…"]
    assert strip.cards[0].levers.effects[0].words == (
        "“Endpoint live” lands on 20 Feb 2027, the finish stays 20 Feb 2027."
    )
    assert strip.property("banner") == "info"


def test_pressing_a_lever_is_one_step_and_the_problem_is_gone_until_it_is_undone(
    inspector: Inspector, keeper: ProblemKeeper, editor: Editor, qtbot: QtBot
) -> None:
    editor.apply("Too soon", edits.retarget, ENDPOINT, date(2027, 1, 30))
    keeper.renew()
    strip = strip_of(inspector)

    press(link(strip, "Move Endpoint live to 20 Feb 2027"))

    assert editor.undo_text == "Move Endpoint live to 20 Feb 2027"
    keeper.renew()
    assert strip.isHidden()
    editor.undo()
    keeper.renew()
    assert strip.isVisible()


def test_weeks_with_too_much_are_levelled_by_one_press(
    inspector: Inspector, keeper: ProblemKeeper, editor: Editor
) -> None:
    editor.apply("Side by side", unlink, DependencyId("regression-course>clustering-course"))
    keeper.renew()
    strip = strip_of(inspector)
    assert strip.cards[0].sentence.words.startswith("2 weeks ask for more hours than they have.")

    press(link(strip, "Level the load: 2 activities later"))
    keeper.renew()

    assert editor.undo_text == "Level the load: 2 activities later"
    assert keeper.problems == ()


def test_another_problem_opens_by_a_press_and_the_keyboard_goes_on_in_it(
    inspector: Inspector, keeper: ProblemKeeper, editor: Editor
) -> None:
    editor.apply("Too soon", edits.retarget, ENDPOINT, date(2027, 1, 30))
    editor.apply("Side by side", unlink, DependencyId("regression-course>clustering-course"))
    keeper.renew()
    strip = strip_of(inspector)
    assert strip.headline.words == "2 things cannot be as planned"
    assert not strip.cards[1].levers.isVisible()

    strip.cards[1].toggle.setFocus()
    QTest.keyClick(strip.cards[1].toggle, Qt.Key.Key_Space)

    assert strip.cards[1].levers.isVisible()
    assert not strip.cards[0].levers.isVisible()
    assert inspector.focusWidget() is strip.cards[1].levers.buttons[0]


def test_a_milestones_banner_offers_what_it_does_not_offer_anyway(
    inspector: Inspector, keeper: ProblemKeeper, editor: Editor
) -> None:
    editor.apply("Exam", edits.fix_date, ENDPOINT, date(2027, 2, 18))
    keeper.renew()
    inspector.show_node(ENDPOINT)

    banner = inspector.milestone.banner
    assert links(banner) == [
        "Hold it with 11 h a week",
        "Drop Write up…",
        "Try a later date, 20 Feb 2027…",
    ]
    inspector.show_node(CORE)
    assert links(banner) == []


def test_a_lever_that_is_looked_at_first_asks_for_what_if_filled_in(
    inspector: Inspector, keeper: ProblemKeeper, editor: Editor, qtbot: QtBot
) -> None:
    editor.apply("Exam", edits.fix_date, ENDPOINT, date(2027, 2, 18))
    keeper.renew()
    inspector.show_node(ENDPOINT)
    before = editor.plan

    with qtbot.waitSignal(keeper.trying) as asked:
        press(link(inspector.milestone.banner, "Drop Write up…"))

    assert asked.args is not None
    assert asked.args[0].dropped == {WRITE_UP}
    assert editor.plan is before


def test_while_an_edit_is_being_judged_no_lever_of_the_plan_before_is_pressed(
    inspector: Inspector, keeper: ProblemKeeper, editor: Editor
) -> None:
    editor.apply("Too soon", edits.retarget, ENDPOINT, date(2027, 1, 30))
    keeper.renew()
    editor.apply("Rename", edits.rename, ENDPOINT, "Live")
    press(link(strip_of(inspector), "Move Endpoint live to 20 Feb 2027"))
    assert editor.undo_text == "Rename"


def test_an_edit_that_makes_something_impossible_says_so_once(
    keeper: ProblemKeeper, editor: Editor, qtbot: QtBot
) -> None:
    said: list[tuple[str, str]] = []
    keeper.arisen.connect(lambda short, whole: said.append((short, whole)))
    editor.apply("Too soon", edits.retarget, ENDPOINT, date(2027, 1, 30))
    keeper.renew()
    editor.apply("Rename", edits.rename, ENDPOINT, "Live")
    keeper.renew()
    ((short, whole),) = said
    assert short == "No hours you can give hold 30 Jan 2027"
    assert whole.startswith("“Endpoint live” cannot land by 30 Jan 2027")


def test_a_plan_for_reading_only_offers_no_presses(
    editor: Editor, look: ThemeController, qtbot: QtBot
) -> None:
    editor.apply("Too soon", edits.retarget, ENDPOINT, date(2027, 1, 30))
    path = editor.document.path
    editor.document.close()
    with Document.open(path, read_only=True) as document:
        reader = Editor(document, lambda: START)
        keeper = ProblemKeeper(reader, reader)
        levers = LeverList(keeper, None)  # type: ignore[arg-type]
        qtbot.addWidget(levers)
        levers.show_problem(keeper.problems[0])
        assert not levers.isEnabled()


def test_in_the_window_it_is_told_below_and_opens_what_if(
    editor: Editor, look: ThemeController, tmp_path: Path, qtbot: QtBot
) -> None:
    window = MainWindow(editor, look, Settings(tmp_path / "milepost.ini"))
    qtbot.addWidget(window)
    window.show()
    keeper = window.problems
    editor.apply("Take the exam", edits.fix_date, ENDPOINT, date(2027, 2, 18))
    keeper.renew()
    shown = window.statusBar().findChildren(QWidget)
    told = next(each.accessibleName() for each in shown if "Take the exam" in each.accessibleName())
    assert "“Endpoint live” comes before its preparation ends" in told

    seen: list[bool] = []

    def look_at_it() -> None:
        dialog = window.findChild(WhatIfDialog)
        assert dialog is not None
        seen.append(dialog.choices.drops[WRITE_UP].box.isChecked())
        dialog.apply.click()

    QTimer.singleShot(0, look_at_it)
    lever = next(each for each in keeper.levers(keeper.problems[0]) if each.words == "Drop Write up")
    keeper.press(lever)

    assert seen == [True]
    assert editor.undo_text == "What if: without Write up"
    keeper.renew()
    assert keeper.problems == ()


def test_a_sign_below_stays_while_something_cannot_be_and_leads_to_it(
    editor: Editor, look: ThemeController, tmp_path: Path, qtbot: QtBot
) -> None:
    window = MainWindow(editor, look, Settings(tmp_path / "milepost.ini"))
    qtbot.addWidget(window)
    window.show()
    keeper = window.problems
    (sign,) = window.statusBar().findChildren(ProblemSign)
    assert sign.isHidden()
    editor.apply("Take the exam", edits.fix_date, ENDPOINT, date(2027, 2, 18))
    keeper.renew()
    assert sign.accessibleName() == "One thing cannot be as planned"
    assert sign.isVisible()
    window.timeline.select(ENDPOINT)
    inspector = window.findChild(Inspector)
    assert inspector is not None
    inspector.hide()

    press(sign)

    assert window.timeline.selected is None
    strip = inspector.overview.strip
    assert strip is not None
    assert strip.isVisible()
    editor.undo()
    keeper.renew()
    assert sign.isHidden()


def test_the_sign_below_gives_way_to_a_message_before_the_finish_does(
    editor: Editor, keeper: ProblemKeeper, qtbot: QtBot
) -> None:
    line = StatusLine(editor)
    qtbot.addWidget(line)
    sign = ProblemSign(keeper, line)
    line.show_sign(sign)
    editor.apply("Take the exam", edits.fix_date, ENDPOINT, date(2027, 2, 18))
    keeper.renew()
    line.resize(1200, 30)
    line.show()
    finish = next(each for each in line.findChildren(QLabel) if each.text().startswith("Finish"))
    assert (sign.isVisible(), finish.isVisible()) == (True, True)
    line.resize(480, 30)
    line.tell("Move Tracking, registry, feature stores to 16 Jan 2028 · Moves 31 others")
    assert (sign.isVisible(), finish.isVisible()) == (False, True)


def test_where_no_single_change_helps_it_says_what_one_can_do(
    tmp_path: Path, look: ThemeController, qtbot: QtBot
) -> None:
    # All have begun, so none can start later, and their shares are as small as they can be.
    begun = [activity(f"activity-{number}", 1, share=0.05, started_on=START) for number in range(25)]
    plan = make_plan(*begun, most_hours_a_week=10.0)
    with Document.create(tmp_path / "begun.milepost", plan) as document:
        editor = Editor(document, lambda: START)
        around = QWidget()
        qtbot.addWidget(around)
        strip = ProblemStrip(ProblemKeeper(editor, editor), around)
        assert strip.headline.words == "One thing cannot be as planned"
        assert strip.cards[0].levers.empty
        assert strip.cards[0].none.words.startswith("No single change solves it.")


@pytest.fixture
def late_editor(tmp_path: Path, qapp: QApplication) -> Iterator[Editor]:
    """Two weeks in, with nothing logged."""
    with Document.create(tmp_path / "late.milepost", tight_plan()) as document:
        yield Editor(document, lambda: date(2027, 1, 18))


def test_work_open_from_weeks_gone_by_is_told_quietly_with_the_way_to_go_on(
    late_editor: Editor, look: ThemeController, qtbot: QtBot
) -> None:
    keeper = ProblemKeeper(late_editor, late_editor)
    made = Inspector(late_editor, look)
    made.follow_problems(keeper)
    qtbot.addWidget(made)
    made.show()
    behind = made.overview.behind
    assert behind is not None
    assert behind.headline.words == "20 h planned before today are not logged"
    assert behind.property("banner") == "info"
    with qtbot.waitSignal(keeper.catch_up_asked):
        press(link(behind, "Catch up…"))
    late_editor.apply("Catch up", settle, late_editor.today)
    keeper.renew()
    assert behind.isHidden()


def test_what_is_open_counts_as_still_to_do_and_a_press_catches_up_first(
    late_editor: Editor, look: ThemeController, qtbot: QtBot
) -> None:
    """By the plan 20 February would do; with 20 hours still open not even the most hours do."""
    late_editor.apply("Deadline", edits.retarget, ENDPOINT, date(2027, 2, 20))
    assert late_editor.schedule.margin_days(ENDPOINT) == 0
    keeper = ProblemKeeper(late_editor, late_editor)
    around = QWidget()
    qtbot.addWidget(around)
    strip = ProblemStrip(keeper, around)
    (problem,) = keeper.problems
    assert problem.sentence.endswith("would have it land on 27 Feb 2027.")
    assert strip.cards[0].levers.behind.words == (
        "With the 20 h still open: what you press catches up to today first."
    )
    move = next(each for each in keeper.levers(problem) if each.words.startswith("Move "))
    assert move.effect.endswith("the finish goes from 20 Feb 2027 to 6 Mar 2027."), "as the screen has it now"
    keeper.press(move)
    assert late_editor.undo_text == f"Catch up, then: {move.words}"
    assert late_editor.plan.facts.status_date == late_editor.today
    assert late_editor.schedule.margin_days(ENDPOINT) == 0
    late_editor.undo()
    assert late_editor.plan.facts.status_date == START
