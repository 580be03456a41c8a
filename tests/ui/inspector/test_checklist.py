"""A milestone's checklist: ticked with its evidence or without, edited, and reached with a moment of joy."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from planner.domain import proof
from planner.domain.attachments import Attachment
from planner.domain.checklist_edits import ItemWords, change_item
from planner.domain.checklist_facts import ChecklistItem, ChecklistKind, Evidence, EvidenceKind, EvidenceRole
from planner.domain.evidence import give_evidence
from planner.domain.items import (
    AttachmentId,
    ChecklistItemId,
    MilestoneId,
    new_id,
)
from planner.domain.progress import unfinished_before
from planner.ui.celebration import Celebration
from planner.ui.editor import Editor
from planner.ui.inspector.checklist_row import ChecklistRow
from planner.ui.inspector.evidence_dialog import EvidenceDialog
from planner.ui.inspector.inspector import Inspector
from planner.ui.inspector.item_dialog import ItemDialog
from planner.ui.link_check.dialog import LinkCheckDialog
from tests.helpers.looks import wait_until_freed
from tests.ui.conftest import TODAY

ENDPOINT = MilestoneId("endpoint-live")
COURSE = ChecklistItemId("endpoint-structuring")
PORTFOLIO = ChecklistItemId("endpoint-https")
SKILL = ChecklistItemId("endpoint-ab-rollout")


def row_of(inspector: Inspector, item: ChecklistItemId) -> ChecklistRow:
    inspector.show_node(ENDPOINT)
    return inspector.milestone.checklist.row(item)


def asked(inspector: Inspector) -> EvidenceDialog:
    """The question for evidence that is open now."""
    (dialog,) = (each for each in inspector.findChildren(EvidenceDialog) if each.isVisible())
    return dialog


def button(dialog: EvidenceDialog | ItemDialog, text: str) -> QPushButton:
    (found,) = (each for each in dialog.findChildren(QPushButton) if each.text() == text)
    return found


def link(text: str, role: EvidenceRole) -> Evidence:
    return Evidence(kind=EvidenceKind.LINK, text=text, role=role)


def test_an_item_that_needs_evidence_asks_for_it_before_it_is_ticked(
    inspector: Inspector, editor: Editor, qtbot: QtBot
) -> None:
    row = row_of(inspector, PORTFOLIO)
    QTest.mouseClick(row.box, Qt.MouseButton.LeftButton)
    dialog = asked(inspector)
    assert not editor.plan.item(PORTFOLIO).done
    assert not row.box.isChecked()
    assert dialog.heading.words == "Endpoint answers over HTTPS"
    assert not button(dialog, "Tick it").isEnabled()
    QTest.keyClicks(dialog.form.links[EvidenceRole.ENDPOINT], "predict.example.org/health")
    QTest.keyClick(dialog.form.links[EvidenceRole.ENDPOINT], Qt.Key.Key_Return)
    item = editor.plan.item(PORTFOLIO)
    assert item.done_on == TODAY
    assert item.evidence == (link("https://predict.example.org/health", EvidenceRole.ENDPOINT),)
    assert editor.undo_text == "Tick Endpoint answers over HTTPS"
    assert row.line.words == "done 5 Apr 2027 · link kept"
    wait_until_freed(qtbot, dialog)
    editor.undo()
    assert (editor.plan.item(PORTFOLIO).done, editor.plan.item(PORTFOLIO).evidence) == (False, ())


def test_a_portfolio_item_has_a_field_for_each_of_its_places(
    inspector: Inspector, editor: Editor, qtbot: QtBot
) -> None:
    row_of(inspector, PORTFOLIO).box.click()
    dialog = asked(inspector)
    fields = dialog.form.links
    for role, text in (
        (EvidenceRole.REPOSITORY, "https://code.example/me"),
        (EvidenceRole.ENDPOINT, "https://api.example/"),
        (EvidenceRole.WRITE_UP, "https://blog.example/post"),
    ):
        QTest.keyClicks(fields[role], text)
    QTest.keyClicks(dialog.form.note, "Shown to Ana on Friday")
    button(dialog, "Tick it").click()
    kept = editor.plan.item(PORTFOLIO).evidence
    assert [(each.kind, each.role) for each in kept] == [
        (EvidenceKind.LINK, EvidenceRole.REPOSITORY),
        (EvidenceKind.LINK, EvidenceRole.ENDPOINT),
        (EvidenceKind.LINK, EvidenceRole.WRITE_UP),
        (EvidenceKind.NOTE, EvidenceRole.OTHER),
    ]
    assert row_of(inspector, PORTFOLIO).line.words.endswith("evidence kept")


def test_a_course_keeps_its_certificate_as_a_small_file(
    inspector: Inspector, editor: Editor, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "certificate.pdf"
    path.write_bytes(b"%PDF-1.7 certificate")
    row_of(inspector, COURSE).box.click()
    dialog = asked(inspector)
    drop_on(dialog, path)
    button(dialog, "Tick it").click()
    (evidence,) = editor.plan.item(COURSE).evidence
    assert (evidence.kind, evidence.role, evidence.text) == (
        EvidenceKind.FILE,
        EvidenceRole.CERTIFICATE,
        "certificate.pdf",
    )
    assert evidence.file is not None
    assert editor.plan.attachment(evidence.file).data == b"%PDF-1.7 certificate"
    editor.undo()
    assert editor.plan.attachments == {}


def test_a_file_that_is_too_large_is_said_and_nothing_is_lost(
    inspector: Inspector, editor: Editor, tmp_path: Path
) -> None:
    path = tmp_path / "video.mp4"
    path.write_bytes(bytes(1024 * 1024 + 1))
    row_of(inspector, COURSE).box.click()
    dialog = asked(inspector)
    QTest.keyClicks(dialog.form.note, "Passed with 94 %")
    drop_on(dialog, path)
    assert "larger than 1 MiB" in dialog.form.files.problem
    button(dialog, "Tick it").click()
    assert editor.plan.item(COURSE).evidence == (Evidence(kind=EvidenceKind.NOTE, text="Passed with 94 %"),)


def test_where_the_plan_has_no_room_the_dialog_stays_and_says_so(
    inspector: Inspector, editor: Editor, tmp_path: Path
) -> None:
    files = [
        Attachment(id=AttachmentId(new_id()), name=f"{each}.bin", media_type="", data=bytes(1024 * 1024))
        for each in range(20)
    ]
    editor.apply("Fill", give_evidence, PORTFOLIO, (), files)
    path = tmp_path / "one more.pdf"
    path.write_bytes(b"%PDF")
    row_of(inspector, COURSE).box.click()
    dialog = asked(inspector)
    drop_on(dialog, path)
    button(dialog, "Tick it").click()
    assert dialog.isVisible()
    assert "more than 20 MiB" in dialog.problem.words
    assert not editor.plan.item(COURSE).done
    dialog.reject()


def drop_on(dialog: EvidenceDialog, path: Path) -> None:
    """Let go of a file over the dialog."""
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(path))])
    place, copy = QPoint(20, 20), Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(dialog, QDragEnterEvent(place, copy, files, left, none))
    QApplication.sendEvent(dialog, QDropEvent(QPointF(place), copy, files, left, none))


def test_ticking_without_evidence_is_possible_and_stays_visible(inspector: Inspector, editor: Editor) -> None:
    row = row_of(inspector, PORTFOLIO)
    row.box.click()
    button(asked(inspector), "Tick without evidence").click()
    assert editor.plan.item(PORTFOLIO).lacks_evidence
    assert editor.undo_text == "Tick Endpoint answers over HTTPS without evidence"
    assert row.line.words == "done 5 Apr 2027 · without evidence"
    assert row.line.property("role") == "warning"
    assert row.box.accessibleName() == "Endpoint answers over HTTPS, without evidence"
    head = inspector.milestone.head.line.words
    assert head == "Milestone · Phase 3 · 1 of 8 done · 1 without evidence"
    inspector.show_node(None)
    assert inspector.overview.head.line.words.endswith("· 1 without evidence")


def test_what_is_typed_is_not_lost_by_ticking_without_evidence(
    inspector: Inspector, editor: Editor, qtbot: QtBot
) -> None:
    row_of(inspector, COURSE).box.click()
    dialog = asked(inspector)
    without = button(dialog, "Tick without evidence")
    assert without.isEnabled()
    QTest.keyClicks(dialog.form.note, "Rolled out to a tenth")
    assert not without.isEnabled()
    dialog.form.note.clear()
    assert without.isEnabled()


def test_an_item_asks_for_no_more_than_it_takes(inspector: Inspector, editor: Editor) -> None:
    row = row_of(inspector, PORTFOLIO)
    assert row.line.words == "needs a link or a note"
    row.box.click()
    dialog = asked(inspector)
    QTest.keyClicks(dialog.form.note, "Shown to Ana")
    button(dialog, "Tick it").click()
    assert editor.plan.item(PORTFOLIO).done


def test_what_lacks_evidence_gets_it_later(inspector: Inspector, editor: Editor) -> None:
    editor.apply("Tick", proof.tick, PORTFOLIO, TODAY)
    row = row_of(inspector, PORTFOLIO)
    row.more.click()
    row.drawer.evidence.click()
    QTest.keyClicks(asked(inspector).form.note, "Runs on the laptop of the meet-up")
    button(asked(inspector), "Save").click()
    assert editor.plan.item(PORTFOLIO).evidence[0].text == "Runs on the laptop of the meet-up"
    assert editor.undo_text == "Change the evidence of Endpoint answers over HTTPS"
    assert row.line.words == "done 5 Apr 2027 · note kept"
    assert "without" not in inspector.milestone.head.line.words


def test_cancelling_the_question_leaves_the_item_open(inspector: Inspector, editor: Editor) -> None:
    row = row_of(inspector, PORTFOLIO)
    row.box.click()
    QTest.keyClicks(asked(inspector).form.note, "half a thought")
    QTest.keyClick(asked(inspector), Qt.Key.Key_Escape)
    assert editor.undo_text == ""
    assert not row.box.isChecked()


def test_an_item_that_needs_none_is_ticked_at_once(inspector: Inspector, editor: Editor) -> None:
    row_of(inspector, SKILL).box.click()
    assert editor.plan.item(SKILL).done
    assert not inspector.findChildren(EvidenceDialog)


@pytest.mark.parametrize(
    "text", ["ftp://example.org/x", "https://me:secret@example.org/", "two words.example"]
)
def test_an_unsafe_link_is_no_evidence_and_says_why_at_its_field(
    inspector: Inspector, editor: Editor, text: str
) -> None:
    row_of(inspector, PORTFOLIO).box.click()
    dialog = asked(inspector)
    field = dialog.form.links[EvidenceRole.REPOSITORY]
    QTest.keyClicks(field, text)
    button(dialog, "Tick it").click()
    assert dialog.isVisible()
    assert field.problem.words
    assert not editor.plan.item(PORTFOLIO).done


def test_evidence_is_changed_left_out_and_kept_in_one_dialog(inspector: Inspector, editor: Editor) -> None:
    several = (
        link("https://code.example/me", EvidenceRole.REPOSITORY),
        link("https://old.example/", EvidenceRole.OTHER),
        Evidence(kind=EvidenceKind.NOTE, text="first words"),
    )
    editor.apply("Keep", proof.set_evidence, PORTFOLIO, several)
    row = row_of(inspector, PORTFOLIO)
    row.more.click()
    row.drawer.evidence.click()
    form = asked(inspector).form
    assert form.links[EvidenceRole.REPOSITORY].text() == "https://code.example/me"
    assert form.note.toPlainText() == "first words"
    form.note.setPlainText("better words")
    form.others.remove_requested.emit(several[1])
    button(asked(inspector), "Save").click()
    assert [each.text for each in editor.plan.item(PORTFOLIO).evidence] == [
        "https://code.example/me",
        "better words",
    ]


def test_keeping_what_was_there_already_is_no_step(inspector: Inspector, editor: Editor) -> None:
    note = Evidence(kind=EvidenceKind.NOTE, text="words")
    kept = (note, link("https://code.example/me", EvidenceRole.REPOSITORY))
    editor.apply("Keep", proof.set_evidence, PORTFOLIO, kept)
    row = row_of(inspector, PORTFOLIO)
    row.more.click()
    row.drawer.evidence.click()
    button(asked(inspector), "Save").click()
    assert editor.undo_text == "Keep"


def test_evidence_is_removed_with_a_press(inspector: Inspector, editor: Editor) -> None:
    kept = link("https://code.example/me", EvidenceRole.REPOSITORY)
    editor.apply("Keep", proof.set_evidence, PORTFOLIO, (kept,))
    row = row_of(inspector, PORTFOLIO)
    row.evidence.remove_requested.emit(kept)
    assert editor.plan.item(PORTFOLIO).evidence == ()
    assert editor.undo_text == "Remove evidence from Endpoint answers over HTTPS"


def test_an_item_of_ones_own_is_added_and_removed(inspector: Inspector, editor: Editor, qtbot: QtBot) -> None:
    inspector.show_node(ENDPOINT)
    page = inspector.milestone
    page.checklist.add.click()
    ask = page.findChild(ItemDialog)
    assert ask is not None
    ask.title.setText("   ")
    assert not ask.accept_button.isEnabled()
    ask.title.setText(" Load test passed ")
    QTest.keyClicks(ask.hint, "50 users")
    ask.kind.setCurrentIndex(list(ChecklistKind).index(ChecklistKind.SKILL))
    ask.needs_evidence.box.click()
    ask.accept_button.click()
    item = item_titled(editor, "Load test passed")
    assert (item.kind, item.hint, item.required, item.needs_evidence) == (
        ChecklistKind.SKILL,
        "50 users",
        True,
        True,
    )
    assert editor.undo_text == "Add Load test passed to Endpoint live"
    assert page.head.line.words == "Milestone · Phase 3 · 0 of 9 done"
    row = page.checklist.row(item.id)
    row.more.click()
    row.drawer.notes.setPlainText("With 50 users")
    row.drawer.remove.click()
    assert item.id not in editor.plan.checklist
    assert editor.undo_text == "Remove Load test passed from Endpoint live"
    editor.undo()
    assert editor.plan.item(item.id).note == "With 50 users"
    wait_until_freed(qtbot, ask)


def item_titled(editor: Editor, title: str) -> ChecklistItem:
    return next(each for each in editor.plan.items_of_milestone[ENDPOINT] if each.title == title)


def test_an_item_is_said_anew(inspector: Inspector, editor: Editor) -> None:
    row = row_of(inspector, SKILL)
    row.more.click()
    row.drawer.edit.click()
    ask = inspector.findChild(ItemDialog)
    assert ask is not None
    assert ask.title.text() == "Explain an A/B rollout"
    ask.title.setText("Explain a canary release")
    ask.required.box.click()
    ask.kind.setCurrentIndex(list(ChecklistKind).index(ChecklistKind.PORTFOLIO))
    ask.accept_button.click()
    item = editor.plan.item(SKILL)
    assert (item.title, item.required, item.kind) == (
        "Explain a canary release",
        False,
        ChecklistKind.PORTFOLIO,
    )
    assert editor.undo_text == "Edit Explain an A/B rollout"
    row = row_of(inspector, SKILL)
    assert row.title.words == "Explain a canary release"
    assert "optional" in row.line.words


def test_an_item_moves_up_with_its_drawer_open(inspector: Inspector, editor: Editor) -> None:
    row = row_of(inspector, SKILL)
    row.more.click()
    QTest.mouseClick(row.drawer.up, Qt.MouseButton.LeftButton)
    skills = [
        each.id for each in editor.plan.items_of_milestone[ENDPOINT] if each.kind is ChecklistKind.SKILL
    ]
    assert skills.index(SKILL) == 1
    assert row is inspector.milestone.checklist.row(SKILL)
    assert row.drawer.isVisible()
    QTest.mouseClick(row.drawer.up, Qt.MouseButton.LeftButton)
    assert not row.drawer.up.isEnabled()
    QApplication.processEvents()
    other = inspector.milestone.checklist.row(skills[0])
    assert row.mapTo(inspector, QPoint()).y() < other.mapTo(inspector, QPoint()).y()


def test_a_kept_file_is_saved_and_never_opened(
    inspector: Inspector, editor: Editor, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "certificate.pdf"
    path.write_bytes(b"%PDF")
    row = row_of(inspector, COURSE)
    row.box.click()
    drop_on(asked(inspector), path)
    button(asked(inspector), "Tick it").click()
    target = tmp_path / "copy.pdf"
    monkeypatch.setattr("planner.ui.inspector.file_copy.ask_where", lambda *_args, **_more: target)
    with qtbot.waitSignal(inspector.message) as told:
        row.evidence.save_requested.emit(editor.plan.item(COURSE).evidence[0])
    assert target.read_bytes() == b"%PDF"
    assert "copy.pdf" in told.args[0]


def test_the_last_required_tick_reaches_the_milestone_with_joy(
    inspector: Inspector, editor: Editor, qtbot: QtBot
) -> None:
    row = all_but_the_last(inspector, editor)
    with qtbot.waitSignal(inspector.message) as told:
        row.box.click()
    assert told.args == ["Endpoint live reached. Well earned."]
    assert editor.plan.milestone(ENDPOINT).reached_on == TODAY
    assert inspector.milestone.banner.headline.words == "Reached on 5 Apr 2027"
    assert inspector.milestone.reached.value.words == "5 Apr 2027"
    (joy,) = inspector.findChildren(Celebration)
    joy.animation.pause()
    assert len(colours_at(joy, 0.4)) > 20
    assert len(colours_at(joy, 1.0)) == 1, "it leaves nothing behind"


def colours_at(joy: Celebration, moment: float) -> set[int]:
    joy.show_at(moment)
    image = joy.grab().toImage()
    return {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}


def all_but_the_last(inspector: Inspector, editor: Editor) -> ChecklistRow:
    """Everything required is done but one skill, whose row comes back."""
    for item in editor.plan.items_of_milestone[ENDPOINT]:
        if item.required and item.id != SKILL:
            editor.apply("Tick", proof.tick, item.id, date(2027, 4, 1))
    return row_of(inspector, SKILL)


def test_undo_and_redo_bring_no_joy(inspector: Inspector, editor: Editor, qtbot: QtBot) -> None:
    all_but_the_last(inspector, editor).box.click()
    for joy in inspector.findChildren(Celebration):
        joy.animation.finished.emit()
        wait_until_freed(qtbot, joy)
    said: list[str] = []
    inspector.message.connect(said.append)
    editor.undo()
    assert editor.plan.milestone(ENDPOINT).reached_on is None
    assert inspector.milestone.banner.headline.words != "Reached on 5 Apr 2027"
    editor.redo()
    assert editor.plan.milestone(ENDPOINT).reached_on == TODAY
    assert inspector.findChildren(Celebration) == []
    assert said == []


def test_a_tick_after_it_was_reached_brings_no_second_joy(inspector: Inspector, editor: Editor) -> None:
    editor.apply("Edit", change_item, COURSE, ItemWords(title="Course", required=False))
    all_but_the_last(inspector, editor).box.click()
    editor.apply("Untick", proof.tick, COURSE, None)
    said: list[str] = []
    inspector.message.connect(said.append)
    row_of(inspector, COURSE).box.click()
    assert editor.plan.item(COURSE).done
    assert said == []


def test_where_less_motion_is_asked_for_the_sentence_is_enough(
    inspector: Inspector, editor: Editor, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planner.ui.inspector.milestone_page.less_motion", lambda: True)
    row = all_but_the_last(inspector, editor)
    with qtbot.waitSignal(inspector.message):
        row.box.click()
    assert inspector.findChildren(Celebration) == []
    assert inspector.milestone.banner.headline.words == "Reached on 5 Apr 2027"


def test_reaching_it_early_names_what_is_not_finished(editor: Editor, inspector: Inspector) -> None:
    said: list[str] = []
    inspector.message.connect(said.append)
    inspector.show_node("ready-to-start")
    for item in editor.plan.items_of_milestone[MilestoneId("ready-to-start")]:
        inspector.milestone.checklist.row(item.id).box.click()
    assert "Ready to start reached. Well earned." in said
    words = "Not finished yet: Linear algebra, calculus, statistics (50 h left). What follows runs beside it."
    assert unmarked(said[-1]) == words
    page = inspector.milestone
    assert unmarked(page.banner.sentence.words).endswith(words)
    assert page.finish_link.text() == "Mark it finished"
    page.finish_link.click()
    assert editor.undo_text == "Mark Linear algebra, calculus, statistics finished"
    assert not unfinished_before(editor.plan, MilestoneId("ready-to-start"))
    assert page.banner.sentence.words == "Every required item is done. Well earned."
    assert not page.finish_link.isVisible()
    editor.undo()
    assert page.finish_link.isVisible()


def unmarked(text: str) -> str:
    """A text without the signs around titles that keep their direction to themselves."""
    return text.replace("\u2068", "").replace("\u2069", "")


def test_a_right_click_on_an_item_offers_what_can_be_done_with_it(
    inspector: Inspector, editor: Editor, qtbot: QtBot
) -> None:
    row = row_of(inspector, SKILL)
    at = row.title.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, row.title.mapToGlobal(at))
    QApplication.sendEvent(row.title, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = [each.text().replace("&", "") for each in menu.actions()]
    assert texts == ["Tick", "Evidence…", "Note, day and more", "Edit…", "Move up", "Move down", "Remove"]
    menu.actions()[0].trigger()
    menu.close()
    assert editor.plan.item(SKILL).done
    assert row.menu().actions()[0].text() == "&Untick"
    row.menu().actions()[6].trigger()
    assert SKILL not in editor.plan.checklist
    wait_until_freed(qtbot, menu)


def test_the_links_of_a_milestone_are_checked_from_its_page(
    inspector: Inspector, editor: Editor, qtbot: QtBot
) -> None:
    kept = link("https://code.example/me", EvidenceRole.REPOSITORY)
    editor.apply("Keep", proof.set_evidence, PORTFOLIO, (kept,))
    inspector.show_node(ENDPOINT)
    inspector.milestone.checklist.check_links.click()
    dialog = inspector.findChild(LinkCheckDialog)
    assert dialog is not None
    first = dialog.list.topLevelItem(0)
    assert first is not None
    assert first.text(0) == "code.example/me"
    inspector.milestone.checklist.check_links.click()
    wait_until_freed(qtbot, dialog)
    (again,) = inspector.findChildren(LinkCheckDialog)
    again.reject()
    wait_until_freed(qtbot, again)


def test_a_kept_link_with_user_info_is_refused_with_a_message(
    inspector: Inspector, editor: Editor, qtbot: QtBot
) -> None:
    item = editor.plan.item(PORTFOLIO)
    hostile = Evidence(kind=EvidenceKind.LINK, text="https://bank.example@evil.example/")
    editor.apply("Import", proof.set_evidence, item.id, (hostile,))
    inspector.show_node(ENDPOINT)
    with qtbot.waitSignal(inspector.message) as told:
        inspector.milestone.checklist.row(item.id).evidence.open_requested.emit(hostile.text)
    assert "user name" in told.args[0]
    assert inspector.findChild(QMessageBox) is None


def test_a_good_link_shows_where_it_goes_first(inspector: Inspector, editor: Editor, qtbot: QtBot) -> None:
    item = editor.plan.item(PORTFOLIO)
    evidence = Evidence(kind=EvidenceKind.LINK, text="https://example.org/")
    editor.apply("Add", proof.set_evidence, item.id, (evidence,))
    inspector.show_node(ENDPOINT)
    inspector.milestone.checklist.row(item.id).evidence.open_requested.emit(evidence.text)
    ask = inspector.findChild(QMessageBox)
    assert ask is not None
    assert "example.org" in ask.text()
    ask.reject()
    wait_until_freed(qtbot, ask)
