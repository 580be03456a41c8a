"""Catch up shows where each way leads before it is taken, and what is taken is one step to undo."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QScrollArea
from pytestqt.qtbot import QtBot

from planner.domain.edits import fix_date, move_activity, retarget
from planner.domain.items import ActivityId, MilestoneId
from planner.domain.plan import Plan
from planner.domain.proof import log_session
from planner.storage.document import Document
from planner.ui.catch_up.dialog import CatchUpDialog
from planner.ui.catch_up.offers import Way
from planner.ui.editor import Editor
from planner.ui.theme_controller import ThemeController
from tests.helpers.mouse import Mouse
from tests.helpers.networks import chain, goal, network, work

READY = MilestoneId("Ready")
DONE = MilestoneId("Done")
START, TODAY = date(2027, 1, 4), date(2027, 1, 25)


def behind() -> Plan:
    """Three weeks in, with nothing done: A until Sat 9 January, B until Sat 30 January, 12 hours a week."""
    return network(
        work("A", 12),
        goal("Ready", date(2027, 1, 16)),
        work("B", 36),
        goal("Done"),
        *chain("A", "Ready", "B", "Done"),
        finish="Done",
        most_hours=30,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def opened_once(folder: Path, plan: Plan) -> Editor:
    """The editor of a plan; its document is to be closed."""
    return Editor(Document.create(folder / "plan.milepost", plan), lambda: TODAY)


@pytest.fixture
def late(folder: Path, look: ThemeController) -> Iterator[Editor]:
    """The editor of a plan that is three weeks behind."""
    editor = opened_once(folder, behind())
    with editor.document:
        yield editor


@pytest.fixture
def dialog(late: Editor, look: ThemeController, qtbot: QtBot) -> CatchUpDialog:
    return shown(late, look, qtbot)


def shown(editor: Editor, look: ThemeController, qtbot: QtBot) -> CatchUpDialog:
    dialog = CatchUpDialog(editor, look)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def said(dialog: CatchUpDialog, way: Way) -> str:
    """All that a card says, as a screen reader has it."""
    return dialog.cards[way].button.accessibleDescription()


def cells(dialog: CatchUpDialog) -> list[tuple[str, ...]]:
    table = dialog.table
    return [
        tuple(
            cell.text() if (cell := table.item(row, column)) else "" for column in range(table.columnCount())
        )
        for row in range(table.rowCount())
    ]


def test_three_ways_stand_side_by_side_each_with_what_it_does(dialog: CatchUpDialog, late: Editor) -> None:
    assert [each.replace("&", "") for each in (card.button.text() for card in dialog.cards.values())] == [
        "Shift",
        "More hours",
        "Use the buffer",
    ]
    assert "Finish: 30 Jan → 20 Feb 2027, 3 weeks later" in said(dialog, Way.SHIFT)
    assert "Hours a week: 12 h, as now" in said(dialog, Way.SHIFT)
    assert "Moves: 4 items, by 3 weeks at most" in said(dialog, Way.SHIFT)
    assert "P10–P90: " in said(dialog, Way.SHIFT)
    # 48 hours in the week that is left would take more than the 30 h the learner can give.
    assert "30 Jan 2027 for “Done” would take 48 h a week; your most is 30 h." in said(dialog, Way.COMPRESS)
    assert "there are 7 days of buffer before “Ready”" in said(dialog, Way.BUFFER)
    tops = {card.mapTo(dialog, card.rect().topLeft()).y() for card in dialog.cards.values()}
    assert len(tops) == 1
    assert late.plan == behind()


def test_without_targets_the_buffer_says_that_shifting_does_the_same(
    dialog: CatchUpDialog, folder: Path, look: ThemeController, qtbot: QtBot
) -> None:
    same = "No target of yours would move, so Shift does the same."
    assert same not in said(dialog, Way.BUFFER)
    untargeted = folder / "without"
    untargeted.mkdir()
    editor = opened_once(untargeted, retarget(behind(), READY, None))
    with editor.document:
        assert same in said(shown(editor, look, qtbot), Way.BUFFER)


def test_what_moves_is_listed_with_the_days_now_and_then(dialog: CatchUpDialog) -> None:
    assert cells(dialog) == [
        ("A", "4 Jan 2027", "25 Jan 2027", "9 Jan 2027", "30 Jan 2027", "3 weeks later"),
        ("◆ Ready", "", "", "9 Jan 2027", "30 Jan 2027", "3 weeks later"),
        ("◇ Target of Ready", "", "", "16 Jan 2027", "6 Feb 2027", "3 weeks later"),
        ("B", "11 Jan 2027", "1 Feb 2027", "30 Jan 2027", "20 Feb 2027", "3 weeks later"),
        ("◆ Done", "", "", "30 Jan 2027", "20 Feb 2027", "3 weeks later"),
    ]
    Mouse(dialog.cards[Way.BUFFER]).click(dialog.cards[Way.BUFFER].rect().center())
    assert "◇ Target of Ready" not in {row[0] for row in cells(dialog)}


def test_shifting_is_one_step_that_undo_takes_back(
    dialog: CatchUpDialog, late: Editor, folder: Path, qtbot: QtBot
) -> None:
    before = late.plan
    assert dialog.accept_button.text() == "Start from today"
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert (late.plan.facts.status_date, late.schedule.finish) == (TODAY, date(2027, 2, 20))
    assert late.plan.milestone(READY).target == date(2027, 2, 6)
    assert late.undo_text == "Catch up to 25 Jan 2027"
    assert [each.reason for each in late.plan.baselines.values()] == ["Before catching up to 25 Jan 2027"]
    with Document.open(folder / "plan.milepost", read_only=True) as reopened:
        assert reopened.plan == late.plan
    late.undo()
    assert late.plan == before


def test_the_buffer_is_chosen_by_the_keyboard_and_keeps_the_target(
    dialog: CatchUpDialog, late: Editor, qtbot: QtBot
) -> None:
    dialog.cards[Way.SHIFT].button.setFocus()
    for way in (Way.SHIFT, Way.COMPRESS):
        qtbot.keyClick(dialog.cards[way].button, Qt.Key.Key_Right)
    assert dialog.cards[Way.BUFFER].button.isChecked()
    assert dialog.accept_button.text() == "Use the buffer"
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert late.plan.milestone(READY).target == date(2027, 1, 16)
    assert late.undo_text == "Catch up to 25 Jan 2027 with the buffer"


def test_where_no_hours_hold_the_date_the_most_there_are_can_be_taken(
    dialog: CatchUpDialog, late: Editor, qtbot: QtBot
) -> None:
    dialog.cards[Way.COMPRESS].button.click()
    assert "With 30 h a week it would be 4 Feb 2027." in said(dialog, Way.COMPRESS)
    assert "Hours a week: 12 h → 30 h" in said(dialog, Way.COMPRESS)
    assert dialog.accept_button.text() == "Study 30 h a week"
    assert cells(dialog)
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert late.plan.calendar.weekly_on(TODAY).total == 30
    assert late.schedule.finish == date(2027, 2, 4)


def test_who_studies_the_most_already_is_led_to_the_other_ways(
    folder: Path, look: ThemeController, qtbot: QtBot
) -> None:
    plan = behind()
    editor = opened_once(folder, replace(plan, facts=replace(plan.facts, most_hours_a_week=12.0)))
    with editor.document:
        dialog = shown(editor, look, qtbot)
        dialog.cards[Way.COMPRESS].button.click()
        assert not dialog.accept_button.isEnabled()
        assert "The other two ways need no more hours." in said(dialog, Way.COMPRESS)
        dialog.cards[Way.SHIFT].button.click()
        assert dialog.accept_button.isEnabled()


def test_after_using_the_buffer_more_hours_can_still_be_taken(
    folder: Path, look: ThemeController, qtbot: QtBot
) -> None:
    plan = behind()
    editor = opened_once(folder, replace(plan, facts=replace(plan.facts, most_hours_a_week=60.0)))
    with editor.document:
        first = shown(editor, look, qtbot)
        first.cards[Way.BUFFER].button.click()
        qtbot.mouseClick(first.accept_button, Qt.MouseButton.LeftButton)
        assert editor.schedule.finish == date(2027, 2, 20)
        dialog = shown(editor, look, qtbot)
        assert dialog.cards[Way.COMPRESS].button.isChecked()
        assert "More hours a week would bring a date back" in dialog.words.words
        assert "would hold 30 Jan 2027 for “Done” (now 12 h)." in said(dialog, Way.COMPRESS)
        for way in (Way.SHIFT, Way.BUFFER):
            assert "This changes nothing: your plan is settled up to today already." in said(dialog, way)
            dialog.cards[way].button.click()
            assert not dialog.accept_button.isEnabled()
        dialog.cards[Way.COMPRESS].button.click()
        qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
        assert editor.schedule.finish == date(2027, 1, 30)


def test_another_date_to_hold_can_be_chosen_by_the_hours_it_takes(
    folder: Path, look: ThemeController, qtbot: QtBot
) -> None:
    editor = opened_once(folder, retarget(behind(), READY, date(2027, 1, 28)))
    with editor.document:
        dialog = shown(editor, look, qtbot)
        card = dialog.cards[Way.COMPRESS]
        card.button.click()
        assert "the chance of that is" not in said(dialog, Way.COMPRESS)  # no hours hold the finish
        # A has 12 hours; from Mon 25 to Thu 28 lie 8 of 12 a week, so that 18 a week hold Thu 28.
        assert [card.holds.itemText(each) for each in range(card.holds.count())] == [
            "over 30 h · 30 Jan 2027 · as it was",
            "18 h · 28 Jan 2027 · Ready",
        ]
        qtbot.keyClick(card.holds, Qt.Key.Key_Down)
        assert "18 h a week from today would hold 28 Jan 2027 for “Ready” (now 12 h)." in said(
            dialog, Way.COMPRESS
        )
        # Half of the tries take longer than likely.
        assert "differently, the chance of that is 5 in 10." in said(dialog, Way.COMPRESS)
        assert dialog.accept_button.text() == "Study 18 h a week"
        qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
        assert editor.plan.calendar.weekly_on(TODAY).total == 18
        assert editor.schedule.lands(READY) == date(2027, 1, 28)
        assert editor.undo_text == "Catch up to 25 Jan 2027 with 18 h a week"


def test_who_is_ahead_is_offered_to_bring_forward(folder: Path, look: ThemeController, qtbot: QtBot) -> None:
    plan = behind()
    for name, hours in (("A", 12), ("B", 20), ("B", 10)):
        plan = log_session(plan, ActivityId(name), TODAY - timedelta(days=1), hours * 60)
    editor = opened_once(folder, plan)
    with editor.document:
        dialog = shown(editor, look, qtbot)
        assert dialog.windowTitle() == "Bring forward"
        assert list(dialog.cards) == [Way.SHIFT]
        assert "30 Jan → 27 Jan 2027, 3 days earlier" in said(dialog, Way.SHIFT)
        assert dialog.accept_button.text() == "Bring forward"
        qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
        assert editor.undo_text == "Bring forward to 25 Jan 2027"
        again = shown(editor, look, qtbot)
        assert "There is nothing to catch up on." in again.words.words
        assert again.accept_button.isHidden()
        assert again.buttons.button(QDialogButtonBox.StandardButton.Cancel).text() == "Close"


def test_a_fixed_date_stays_and_says_that_its_preparation_ends_later(
    folder: Path, look: ThemeController, qtbot: QtBot
) -> None:
    editor = opened_once(folder, fix_date(behind(), READY, date(2027, 1, 16)))
    with editor.document:
        dialog = shown(editor, look, qtbot)
        for way in Way:
            offer = dialog.cards[way].offer
            assert offer is not None
            # With the 30 hours a week of more hours it ends on 27 January.
            before = "11 days" if way is Way.COMPRESS else "2 weeks"
            stays = f"“Ready” stays on 16 Jan 2027, {before} before its preparation would end"
            assert stays in said(dialog, way)
        dialog.accept()
        assert editor.plan.milestone(READY).target == date(2027, 1, 16)


def test_narrow_windows_have_the_cards_below_each_other(dialog: CatchUpDialog, qtbot: QtBot) -> None:
    dialog.resize(480, 440)

    def lefts() -> set[int]:
        return {card.mapTo(dialog, card.rect().topLeft()).x() for card in dialog.cards.values()}

    qtbot.waitUntil(lambda: len(lefts()) == 1)
    assert all(card.width() <= dialog.width() for card in dialog.cards.values())
    assert dialog.accept_button.isVisible()


@pytest.mark.parametrize(("size", "table_scrolls"), [((1080, 900), True), ((1080, 560), False)])
def test_only_one_thing_scrolls(
    folder: Path, look: ThemeController, qtbot: QtBot, size: tuple[int, int], table_scrolls: bool
) -> None:
    names = [f"A{number}" for number in range(30)]
    plan = network(*(work(name, 12) for name in names), goal("Done"), *chain(*names, "Done"), finish="Done")
    editor = opened_once(folder, plan)
    with editor.document:
        dialog = shown(editor, look, qtbot)
        dialog.resize(*size)
        (around,) = dialog.findChildren(QScrollArea, options=Qt.FindChildOption.FindDirectChildrenOnly)

        def scrolls() -> tuple[bool, bool]:
            bars = dialog.table.verticalScrollBar(), around.verticalScrollBar()
            return bars[0].maximum() > 0, bars[1].maximum() > 0

        qtbot.waitUntil(lambda: scrolls() == (table_scrolls, not table_scrolls))


def test_one_column_says_months_in_weeks_where_others_are_weeks(
    folder: Path, look: ThemeController, qtbot: QtBot
) -> None:
    weeks_ago, months_ago = TODAY - timedelta(weeks=8), TODAY - timedelta(weeks=20)
    plan = behind()
    plan = replace(plan, facts=replace(plan.facts, start=months_ago, status_date=months_ago))
    plan = move_activity(plan, ActivityId("B"), weeks_ago)
    editor = opened_once(folder, plan)
    with editor.document:
        by = [row[-1] for row in cells(shown(editor, look, qtbot))]
    assert {each.split(" ", 1)[1] for each in by} == {"weeks later"}
    assert {int(each.split()[0]) for each in by} == {20, 9}


def test_the_picture_has_the_finish_where_its_day_is(dialog: CatchUpDialog, look: ThemeController) -> None:
    card = dialog.cards[Way.SHIFT]
    offer = card.offer
    assert offer is not None
    assert offer.proposal is not None
    assert offer.range is not None
    image = card.picture.grab().toImage()
    accent = look.theme.colour("accent")
    marks = [x for x in range(image.width()) if image.pixelColor(x, 16) == accent]
    # The line runs from today to the latest of all days shown, 8 pixels from either end.
    last = max(offer.range.p90, offer.proposal.finish_after)
    part = (offer.proposal.finish_after - TODAY) / (last - TODAY)
    assert abs((min(marks) + max(marks)) / 2 - (8 + part * (image.width() - 16))) <= 2


def test_cancelling_changes_nothing(dialog: CatchUpDialog, late: Editor) -> None:
    dialog.reject()
    assert late.plan == behind()
    assert late.undo_text == ""
