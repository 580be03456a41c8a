"""Changes are sent on by themselves to a real Radicale, a while after an edit."""

import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from planner.domain.edits import rename
from planner.domain.items import ActivityId
from planner.domain.plan import Plan
from planner.exchange.calendar_events import uid_beginning
from planner.exchange.calendar_ics import read_calendar_file
from planner.storage.document import Document
from planner.storage.secrets import Passwords
from planner.ui.editor import Editor
from planner.ui.publish.choice import Choice
from planner.ui.publish.dialog import PublishDialog
from planner.ui.publish.publisher import Publisher
from planner.ui.publish.standing import short_standing
from planner.ui.settings import Settings
from tests.helpers.calendar_servers import USER, Radicale
from tests.helpers.keyrings import MemoryKeyring
from tests.helpers.plans import START
from tests.helpers.publishing import WAIT_MS, opened, ours, press, publish, wait_for
from tests.ui.publish.conftest import QUIET_SECONDS

COURSE = ActivityId("regression-course")


def test_weeks_gone_by_are_left_as_they_are(
    tmp_path: Path, plan: Plan, settings: Settings, server: Radicale, window: QWidget, qtbot: QtBot
) -> None:
    days = [START]
    with Document.create(tmp_path / "later.milepost", plan) as document:
        editor = Editor(document, lambda: days[0])
        publisher = Publisher(editor, settings, Passwords(MemoryKeyring()), window)
        dialog = opened(publisher, window)
        publish(qtbot, dialog, server)
        before = ours(server, plan)
        today = days[0] = START + timedelta(days=14)
        editor.check_today()
        gone_by = sum(each.day < today for text in before.values() for each in read_calendar_file(text))
        assert gone_by >= 10
        press(dialog.publish_button)
        wait_for(qtbot, dialog, f"{len(before) - gone_by} as they were")
        assert ours(server, plan).keys() == before.keys()
        dialog.reject()


def test_changes_are_sent_on_a_while_after_an_edit(
    dialog: PublishDialog, server: Radicale, editor: Editor, plan: Plan, publisher: Publisher, qtbot: QtBot
) -> None:
    publish(qtbot, dialog, server)
    dialog.keep.click()
    with qtbot.waitSignal(publisher.message, timeout=WAIT_MS) as told:
        editor.apply("Rename", rename, COURSE, "Lines and slopes")
    assert told.args == ["Your calendar “My path” is up to date."]
    assert any("SUMMARY:Lines and slopes" in text for text in ours(server, plan).values())
    assert publisher.choice.revision == editor.document.revision


def test_changes_made_just_before_closing_are_sent_on_at_the_next_start(
    dialog: PublishDialog,
    server: Radicale,
    editor: Editor,
    settings: Settings,
    system: MemoryKeyring,
    plan: Plan,
    publisher: Publisher,
    window: QWidget,
    qtbot: QtBot,
) -> None:
    publish(qtbot, dialog, server)
    dialog.close()
    publisher.choose(replace(publisher.choice, keep=True))
    publisher.setParent(None)
    publisher.deleteLater()
    qtbot.waitUntil(lambda: not isValid(publisher))
    editor.apply("Rename", rename, COURSE, "Lines and slopes")
    started = Publisher(editor, settings, Passwords(system), window, quiet_seconds=QUIET_SECONDS)
    with qtbot.waitSignal(started.message, timeout=WAIT_MS):
        pass
    assert any("SUMMARY:Lines and slopes" in text for text in ours(server, plan).values())


def test_a_server_that_is_gone_is_said_once_and_nothing_is_lost(
    dialog: PublishDialog, server: Radicale, editor: Editor, plan: Plan, publisher: Publisher, qtbot: QtBot
) -> None:
    publish(qtbot, dialog, server)
    dialog.keep.click()
    server.stop()
    with qtbot.waitSignal(publisher.failed, timeout=WAIT_MS) as told:
        editor.apply("Rename", rename, COURSE, "Lines")
    assert "was not brought up to date. Nothing answers at 127.0.0.1" in str(told.args)
    with qtbot.assertNotEmitted(publisher.failed):
        editor.apply("Rename", rename, COURSE, "Slopes")
        qtbot.waitUntil(lambda: publisher.busy, timeout=WAIT_MS)
        qtbot.waitUntil(lambda: not publisher.busy, timeout=WAIT_MS)
    server.start()
    with qtbot.waitSignal(publisher.message, timeout=WAIT_MS):
        editor.apply("Rename", rename, COURSE, "Lines and slopes")
    assert any("SUMMARY:Lines and slopes" in text for text in ours(server, plan).values())


def test_stopping_while_changes_are_being_sent_leaves_none_behind(
    dialog: PublishDialog, server: Radicale, editor: Editor, plan: Plan, publisher: Publisher, qtbot: QtBot
) -> None:
    publish(qtbot, dialog, server)
    for each in (server.folder / "data").rglob(f"{uid_beginning(plan)}*.ics"):
        each.unlink()
    sending = publisher.publish()
    with qtbot.waitSignal(publisher.stop().done, timeout=WAIT_MS):
        pass
    qtbot.waitUntil(lambda: not isValid(sending), timeout=WAIT_MS)
    assert ours(server, plan) == {}
    assert not publisher.choice.published


def test_a_copy_of_a_published_plan_sends_nothing_on_by_itself(
    editor: Editor, settings: Settings, window: QWidget, tmp_path: Path
) -> None:
    def publisher_of(opened: Editor) -> Publisher:
        return Publisher(opened, settings, Passwords(MemoryKeyring()), window, quiet_seconds=3600)

    original = publisher_of(editor)
    original.choose(
        Choice(address="https://example.org", user=USER, calendar="https://example.org/c/", keep=True)
    )
    editor.document.save_copy(tmp_path / "what if.milepost")
    with Document.open(tmp_path / "what if.milepost") as document:
        copy = publisher_of(Editor(document, lambda: START))
        assert copy.choice.published
        assert not copy.choice.keep
        assert original.choice.keep
        if sys.platform != "win32":  # which keeps a file that is open in its place
            editor.document.path.rename(tmp_path / "gone.milepost")
            assert copy.choice.keep


def test_the_dialog_says_when_it_was_sent_and_what_could_not_be(
    dialog: PublishDialog,
    server: Radicale,
    editor: Editor,
    publisher: Publisher,
    window: QWidget,
    qtbot: QtBot,
) -> None:
    assert dialog.standing.words == "This plan is not published yet."
    publish(qtbot, dialog, server)
    qtbot.waitUntil(lambda: dialog.standing.words.startswith("Last brought up to date today at "))
    dialog.keep.click()
    dialog.close()
    server.stop()
    with qtbot.waitSignal(publisher.failed, timeout=WAIT_MS) as told:
        editor.apply("Rename", rename, COURSE, "Lines")
    assert "tried again after your next change and when Milepost starts" in str(told.args)
    again = opened(publisher, window)
    assert again.standing.words.endswith("Changes since then could not be sent.")
    assert again.status.words.startswith("Nothing answers at 127.0.0.1")
    server.start()
    press(again.publish_button)
    wait_for(qtbot, again, "The calendar is up to date")
    qtbot.waitUntil(lambda: again.standing.words.startswith("Last brought up to date today at "))
    assert "could not be sent" not in again.standing.words


def test_what_waits_is_told_after_an_edit_and_no_longer_once_it_is_sent(
    dialog: PublishDialog, server: Radicale, editor: Editor, publisher: Publisher, qtbot: QtBot
) -> None:
    publish(qtbot, dialog, server)
    dialog.keep.click()
    told: list[str] = []
    publisher.standing_changed.connect(lambda: told.append(short_standing(publisher.standing)))
    with qtbot.waitSignal(publisher.message, timeout=WAIT_MS):
        editor.apply("Rename", rename, COURSE, "Lines and slopes")
    qtbot.waitUntil(lambda: told[-1] == "")
    assert [each for each, before in zip(told, ["", *told], strict=False) if each != before] == [
        "Calendar: changes to send",
        "Calendar: sending …",
        "",
    ]
