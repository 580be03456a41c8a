"""A milestone in the inspector: ticked with evidence, given a date, held."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from planner.domain import edits, frame, proof
from planner.domain.items import (
    ChecklistItem,
    ChecklistItemId,
    ChecklistKind,
    Evidence,
    EvidenceKind,
    MilestoneId,
    PhaseId,
    new_id,
)
from planner.domain.structure import add_milestone
from planner.ui.editor import Editor
from planner.ui.fields.day_field import CalendarPopup
from planner.ui.inspector.add_item import AskItem
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


def test_an_item_that_needs_evidence_asks_for_it_when_ticked(
    inspector: Inspector, editor: Editor, qtbot: QtBot
) -> None:
    inspector.show_node(ENDPOINT)
    item = item_titled(editor, "Endpoint answers over HTTPS")
    row = inspector.milestone.checklist.row(item.id)
    row.box.click()
    assert editor.plan.item(item.id).lacks_evidence
    assert row.line.words == "done 5 Apr 2027 · without evidence"
    assert row.box.accessibleName() == "Endpoint answers over HTTPS, without evidence"
    assert row.drawer.isVisible()
    QTest.keyClicks(row.drawer.line, "https://example.org/predict")
    QTest.keyClick(row.drawer.line, Qt.Key.Key_Return)
    assert editor.plan.item(item.id).evidence == (
        Evidence(kind=EvidenceKind.LINK, text="https://example.org/predict"),
    )
    assert row.line.words == "done 5 Apr 2027 · link kept"
    assert not row.drawer.isVisible()


def test_evidence_can_wait_or_be_a_sentence(inspector: Inspector, editor: Editor, qtbot: QtBot) -> None:
    inspector.show_node(ENDPOINT)
    item = item_titled(editor, "Endpoint answers over HTTPS")
    row = inspector.milestone.checklist.row(item.id)
    row.box.click()
    QTest.mouseClick(row.drawer.later, Qt.MouseButton.LeftButton)
    assert editor.plan.item(item.id).lacks_evidence
    row.more.click()
    QTest.keyClicks(row.drawer.line, "Shown to Ana on Friday")
    QTest.mouseClick(row.drawer.keep, Qt.MouseButton.LeftButton)
    assert editor.plan.item(item.id).evidence == (
        Evidence(kind=EvidenceKind.NOTE, text="Shown to Ana on Friday"),
    )


def test_an_unsafe_link_is_no_evidence(inspector: Inspector, editor: Editor, qtbot: QtBot) -> None:
    inspector.show_node(ENDPOINT)
    item = item_titled(editor, "Endpoint answers over HTTPS")
    row = inspector.milestone.checklist.row(item.id)
    row.open_drawer()
    for link in ("ftp://example.org/x", "https://me:secret@example.org/"):
        row.drawer.line.setText(link)
        QTest.keyClick(row.drawer.line, Qt.Key.Key_Return)
        assert row.drawer.problem
        assert row.drawer.isVisible()
    assert editor.plan.item(item.id).evidence == ()


def test_a_kept_link_with_user_info_is_refused_with_a_message(
    inspector: Inspector, editor: Editor, qtbot: QtBot
) -> None:
    item = item_titled(editor, "Endpoint answers over HTTPS")
    hostile = Evidence(kind=EvidenceKind.LINK, text="https://bank.example@evil.example/")
    editor.apply("Import", proof.set_evidence, item.id, (hostile,))
    inspector.show_node(ENDPOINT)
    with qtbot.waitSignal(inspector.message) as told:
        inspector.milestone.checklist.row(item.id).evidence.open_requested.emit(hostile.text)
    assert "user name" in told.args[0]
    assert inspector.findChild(QMessageBox) is None


def test_a_good_link_shows_where_it_goes_first(inspector: Inspector, editor: Editor, qtbot: QtBot) -> None:
    item = item_titled(editor, "Endpoint answers over HTTPS")
    evidence = Evidence(kind=EvidenceKind.LINK, text="https://example.org/")
    editor.apply("Add", proof.set_evidence, item.id, (evidence,))
    inspector.show_node(ENDPOINT)
    inspector.milestone.checklist.row(item.id).evidence.open_requested.emit(evidence.text)
    ask = inspector.findChild(QMessageBox)
    assert ask is not None
    assert "example.org" in ask.text()
    ask.reject()
    wait_until_freed(qtbot, ask)


def test_an_item_of_ones_own_is_added_and_removed(inspector: Inspector, editor: Editor, qtbot: QtBot) -> None:
    inspector.show_node(ENDPOINT)
    page = inspector.milestone
    page.checklist.add.click()
    ask = page.findChild(AskItem)
    assert ask is not None
    ask.title.setText("   ")
    assert not ask.accept_button.isEnabled()
    ask.title.setText(" Load test passed ")
    ask.kind.setCurrentIndex(list(ChecklistKind).index(ChecklistKind.SKILL))
    ask.accept_button.click()
    item = item_titled(editor, "Load test passed")
    assert (item.kind, item.required) == (ChecklistKind.SKILL, True)
    assert editor.undo_text == "Add Load test passed to Endpoint live"
    assert page.head.line.words == "Milestone · Phase 3 · 0 of 9 done"
    row = page.checklist.row(item.id)
    row.more.click()
    row.drawer.notes.setPlainText("With 50 users")
    row.drawer.remove.click()
    assert item.id not in editor.plan.checklist
    assert editor.undo_text == "Remove Load test passed from Endpoint live"
    assert page.head.line.words == "Milestone · Phase 3 · 0 of 8 done"
    editor.undo()
    assert editor.plan.item(item.id).note == "With 50 users"
    wait_until_freed(qtbot, ask)


def test_only_one_drawer_is_open(inspector: Inspector, editor: Editor) -> None:
    inspector.show_node(ENDPOINT)
    first, second, *_ = editor.plan.items_of_milestone[ENDPOINT]
    checklist = inspector.milestone.checklist
    checklist.row(first.id).open_drawer()
    checklist.row(second.id).open_drawer()
    assert not checklist.row(first.id).drawer.isVisible()
    assert checklist.row(second.id).drawer.isVisible()


def test_the_last_required_tick_reaches_the_milestone(
    inspector: Inspector, editor: Editor, qtbot: QtBot
) -> None:
    inspector.show_node(ENDPOINT)
    *others, last = (each for each in editor.plan.items_of_milestone[ENDPOINT] if each.required)
    for item in others:
        editor.apply("Tick", proof.tick, item.id, date(2027, 4, 1))
    with qtbot.waitSignal(inspector.message) as told:
        inspector.milestone.checklist.row(last.id).box.click()
    assert told.args == ["Endpoint live reached. Well earned."]
    assert editor.plan.milestone(ENDPOINT).reached_on == TODAY
    assert inspector.milestone.banner.headline.words == "Reached on 5 Apr 2027"
    assert inspector.milestone.reached.value.words == "5 Apr 2027"


def test_a_late_milestone_offers_two_ways_out_and_both_hold(inspector: Inspector, editor: Editor) -> None:
    page = inspector.milestone
    lands = editor.schedule.lands(ENDPOINT)
    target = lands - timedelta(days=21)
    editor.apply("Move", edits.retarget, ENDPOINT, target)
    inspector.show_node(ENDPOINT)
    assert page.banner.headline.words == "3 weeks behind at 10 h a week"
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


def test_reaching_it_early_names_what_is_not_finished(editor: Editor, inspector: Inspector) -> None:
    said: list[str] = []
    inspector.message.connect(said.append)
    inspector.show_node("ready-to-start")
    for item in editor.plan.items_of_milestone[MilestoneId("ready-to-start")]:
        inspector.milestone.checklist.row(item.id).box.click()
    assert "Ready to start reached. Well earned." in said
    assert said[-1] == "Not finished yet: Linear algebra, calculus, statistics. What follows runs beside it."


def test_a_milestone_of_ones_own_does_not_claim_the_roadmap(editor: Editor, inspector: Inspector) -> None:
    own = MilestoneId(new_id())
    editor.apply("Add", add_milestone, own, PhaseId("phase-1"), "My stone")
    inspector.show_node(own)
    assert inspector.milestone.source.value.words == "added by you"
