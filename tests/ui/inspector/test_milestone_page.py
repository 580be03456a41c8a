"""A milestone in the inspector: ticked with evidence, given a date, held."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.domain import edits, frame, proof
from planner.domain.catching_up.ground import caught_up, open_hours
from planner.domain.checklist_facts import ChecklistItem
from planner.domain.frame import settle
from planner.domain.items import (
    ChecklistItemId,
    MilestoneId,
    PhaseId,
    new_id,
)
from planner.domain.structure import add_milestone, remove_items
from planner.domain.wording import day_text
from planner.ui.editor import Editor
from planner.ui.fields.day_field import CalendarPopup
from planner.ui.inspector.inspector import Inspector
from tests.helpers.looks import wait_until_freed
from tests.ui.conftest import TODAY

ENDPOINT = MilestoneId("endpoint-live")


def item_titled(editor: Editor, title: str, milestone: MilestoneId = ENDPOINT) -> ChecklistItem:
    return next(each for each in editor.plan.items_of_milestone[milestone] if each.title == title)


def test_its_head_says_where_it_stands(inspector: Inspector) -> None:
    inspector.show_node(ENDPOINT)
    page = inspector.milestone
    assert page.head.title.words == "Endpoint live"
    assert page.head.line.words == "Milestone · Phase 3 · 0 of 8 done"


def test_a_tick_is_kept_with_its_day_and_undone_by_name(inspector: Inspector, editor: Editor) -> None:
    inspector.show_node(ENDPOINT)
    item = item_titled(editor, "Explain an A/B rollout")
    row = inspector.milestone.checklist.row(item.id)
    row.box.click()
    assert editor.plan.item(item.id).done_on == TODAY
    assert editor.undo_text == "Tick Explain an A/B rollout"
    assert inspector.milestone.head.line.words == "Milestone · Phase 3 · 1 of 8 done"
    editor.undo()
    assert not row.box.isChecked()
    assert editor.plan.item(item.id).done_on is None


def test_the_words_beside_a_box_tick_it_too(inspector: Inspector, editor: Editor, qtbot: QtBot) -> None:
    inspector.show_node(ENDPOINT)
    item = item_titled(editor, "Explain an A/B rollout")
    QTest.mouseClick(inspector.milestone.checklist.row(item.id).title, Qt.MouseButton.LeftButton)
    assert editor.plan.item(item.id).done


def test_only_one_drawer_is_open(inspector: Inspector, editor: Editor) -> None:
    inspector.show_node(ENDPOINT)
    first, second, *_ = editor.plan.items_of_milestone[ENDPOINT]
    checklist = inspector.milestone.checklist
    checklist.row(first.id).open_drawer()
    checklist.row(second.id).open_drawer()
    assert not checklist.row(first.id).drawer.isVisible()
    assert checklist.row(second.id).drawer.isVisible()


def test_a_late_milestone_offers_two_ways_out_and_both_hold(inspector: Inspector, editor: Editor) -> None:
    page = inspector.milestone
    editor.apply("Catch up", settle, TODAY)
    lands = editor.schedule.lands(ENDPOINT)
    target = lands - timedelta(days=21)
    editor.apply("Move", edits.retarget, ENDPOINT, target)
    inspector.show_node(ENDPOINT)
    assert page.banner.headline.words == "Lands 3 weeks after your date at 10 h a week"
    assert page.banner.property("banner") == "info"
    assert page.margin.value.words == "3 weeks late"
    assert page.hold_link.accessibleName().startswith("Hold it with ")
    page.hold_link.click()
    assert editor.plan.milestone(ENDPOINT).target == target
    assert editor.schedule.lands(ENDPOINT) <= target
    assert editor.plan.calendar.weekly_on(TODAY - timedelta(days=1)).total == 10
    assert page.banner.isHidden()
    assert editor.undo_text.startswith("Study ")
    editor.undo()
    page.move_link.click()
    assert editor.plan.milestone(ENDPOINT).target == lands
    assert editor.schedule.margin_days(ENDPOINT) == 0
    assert page.margin.value.words == "lands on the day"


def test_a_fixed_date_is_not_behind_but_before_its_preparation_ends(
    inspector: Inspector, editor: Editor
) -> None:
    editor.apply("Catch up", settle, TODAY)
    lands = editor.schedule.lands(ENDPOINT)
    day = lands - timedelta(days=21)
    editor.apply("Fix", edits.fix_date, ENDPOINT, day)
    inspector.show_node(ENDPOINT)
    words = f"{day_text(day)} comes before its preparation ends, {day_text(lands)}"
    assert inspector.milestone.banner.headline.words == words
    assert inspector.milestone.banner.property("banner") == "danger"


def test_a_promise_counts_what_is_open_and_catches_up_in_the_same_step(
    inspector: Inspector, editor: Editor
) -> None:
    page, plan = inspector.milestone, editor.plan
    planned = round(open_hours(editor.schedule, TODAY))
    target = editor.schedule.lands(ENDPOINT) - timedelta(days=21)
    editor.apply("Move", edits.retarget, ENDPOINT, target)
    inspector.show_node(ENDPOINT)
    lands = caught_up(editor.schedule, TODAY).lands(ENDPOINT)
    assert lands > editor.schedule.lands(ENDPOINT)
    said = f"{planned} h planned before today are not logged. With them still to do it would land on "
    assert page.banner.sentence.words.startswith(said + day_text(lands))
    assert page.hold_link.accessibleName().startswith("Catch up, hold with ")
    page.hold_link.click()
    assert editor.undo_text.startswith("Catch up, and study ")
    assert editor.plan.facts.status_date == TODAY
    assert editor.plan.milestone(ENDPOINT).target == target
    assert editor.schedule.lands(ENDPOINT) <= target
    assert len(editor.plan.baselines) == len(plan.baselines) + 1
    assert page.banner.isHidden()
    editor.undo()
    assert editor.plan.facts.status_date == plan.facts.status_date
    page.move_link.click()
    assert editor.undo_text == f"Catch up, and move Endpoint live to {day_text(lands)}"
    assert editor.plan.milestone(ENDPOINT).target == lands
    assert editor.schedule.margin_days(ENDPOINT) == 0


def test_what_is_pressed_right_after_an_edit_is_of_the_plan_as_it_is_then(
    inspector: Inspector, editor: Editor, qtbot: QtBot
) -> None:
    """While work is open the banner follows an edit a moment later."""
    page = inspector.milestone
    editor.apply("Move", edits.retarget, ENDPOINT, editor.schedule.lands(ENDPOINT) - timedelta(days=21))
    inspector.show_node(ENDPOINT)
    other = editor.schedule.lands(ENDPOINT) - timedelta(days=14)
    editor.apply("Move", edits.retarget, ENDPOINT, other)
    page.hold_link.click()
    assert editor.plan.milestone(ENDPOINT).target == other
    assert editor.schedule.lands(ENDPOINT) <= other
    assert page.banner.isHidden()
    editor.undo()
    before = page.banner.headline.words
    editor.apply("Move", edits.retarget, ENDPOINT, other - timedelta(days=60))
    qtbot.waitUntil(lambda: page.banner.headline.words != before)
    editor.apply("Move", edits.retarget, ENDPOINT, other - timedelta(days=61))
    editor.apply("Delete", remove_items, [ENDPOINT], TODAY)
    qtbot.waitUntil(lambda: not page._resting.isActive())


def test_a_date_that_holds_only_on_paper_says_so_kindly(inspector: Inspector, editor: Editor) -> None:
    page = inspector.milestone
    editor.apply("Move", edits.retarget, ENDPOINT, editor.schedule.lands(ENDPOINT) + timedelta(days=1))
    inspector.show_node(ENDPOINT)
    assert page.margin.value.words == "1 day to spare"
    assert page.banner.property("banner") == "info"
    assert page.banner.headline.words.endswith(" late with what is open")
    editor.apply("Catch up", settle, TODAY)
    assert page.banner.headline.words.startswith("Lands ")
    assert page.banner.property("banner") == "info"


def test_a_target_typed_later_than_it_lands_holds_what_follows(
    inspector: Inspector, editor: Editor, qtbot: QtBot
) -> None:
    inspector.show_node(ENDPOINT)
    field = inspector.milestone.day.edit
    QTest.keyClicks(field, "16 Jan 2028")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert editor.undo_text == "Move Endpoint live to 16 Jan 2028"
    found = editor.plan.milestone(ENDPOINT)
    assert (found.target, found.holds) == (date(2028, 1, 16), True)
    assert inspector.milestone.margin.value.words.endswith("to spare")
    inspector.milestone.holds.box.click()
    assert not editor.plan.milestone(ENDPOINT).holds
    QTest.mouseClick(inspector.milestone.day.clear, Qt.MouseButton.LeftButton)
    assert editor.plan.milestone(ENDPOINT).target is None
    assert inspector.milestone.margin.value.isHidden()


def test_a_fixed_date_can_be_changed_but_not_cleared(inspector: Inspector, editor: Editor) -> None:
    editor.apply("Move", edits.retarget, ENDPOINT, date(2028, 1, 16))
    inspector.show_node(ENDPOINT)
    inspector.milestone.fixed.box.click()
    assert editor.plan.milestone(ENDPOINT).fixed
    assert not inspector.milestone.day.clear.isEnabled()
    inspector.milestone.day.day_chosen.emit(date(2028, 2, 1))
    found = editor.plan.milestone(ENDPOINT)
    assert (found.target, found.fixed) == (date(2028, 2, 1), True)


def test_notes_are_one_step_and_kept_on_leaving(inspector: Inspector, editor: Editor, qtbot: QtBot) -> None:
    inspector.show_node(ENDPOINT)
    QTest.keyClicks(inspector.milestone.notes, "Free cloud tier is enough.")
    assert editor.undo_text == ""
    inspector.show_node(None)
    assert editor.plan.milestone(ENDPOINT).note == "Free cloud tier is enough."
    assert editor.undo_text == "Edit the notes on Endpoint live"
    editor.undo()
    assert editor.plan.milestone(ENDPOINT).note == ""


def test_a_note_being_typed_survives_changes_elsewhere(
    inspector: Inspector, editor: Editor, qtbot: QtBot
) -> None:
    inspector.show_node(ENDPOINT)
    notes = inspector.milestone.notes
    QTest.keyClicks(notes, "half a thou")
    item = item_titled(editor, "Explain an A/B rollout")
    editor.apply("Tick", proof.tick, item.id, TODAY)
    assert notes.toPlainText() == "half a thou"
    row = inspector.milestone.checklist.row(ChecklistItemId(item.id))
    assert row.box.isChecked()


def test_where_its_length_comes_from_can_be_asked(inspector: Inspector) -> None:
    inspector.show_node(ENDPOINT)
    source = inspector.milestone.source
    assert source.value.words == "roadmap, phase 3 (2–3 months)"
    assert "article" in source.info.accessibleDescription()


@pytest.mark.qt_log_ignore("This plugin does not support grabbing", extend=True)
def test_its_calendar_begins_weeks_on_the_plans_day_at_once(
    inspector: Inspector, editor: Editor, qtbot: QtBot
) -> None:
    inspector.show_node(ENDPOINT)
    editor.apply("Weeks", frame.set_week_start, 6)
    inspector.milestone.day.pick.click()
    popup = inspector.findChild(CalendarPopup)
    assert popup is not None
    assert popup.calendar.firstDayOfWeek() is Qt.DayOfWeek.Sunday
    popup.close()
    wait_until_freed(qtbot, popup)


def test_a_milestone_of_ones_own_does_not_claim_the_roadmap(editor: Editor, inspector: Inspector) -> None:
    own = MilestoneId(new_id())
    editor.apply("Add", add_milestone, own, PhaseId("phase-1"), "My stone")
    inspector.show_node(own)
    assert inspector.milestone.source.value.words == "added by you"
