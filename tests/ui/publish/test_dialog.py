"""Publishing from the window to a real Radicale: find calendars, publish, follow edits, stop."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
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
from planner.ui.inspector.ask import Question
from planner.ui.publish.choice import Choice
from planner.ui.publish.dialog import PublishDialog
from planner.ui.publish.publisher import Publisher
from planner.ui.settings import Settings
from planner.ui.theme_controller import ThemeController
from tests.helpers.calendar_servers import PASSWORD, USER, Answer, Radicale, free_port, radicale, scripted
from tests.helpers.keyrings import BrokenKeyring, MemoryKeyring
from tests.helpers.plans import START, small_plan

WAIT_MS = 20_000
COURSE = ActivityId("regression-course")
QUIET_SECONDS = 0.05


@pytest.fixture(scope="session")
def plan() -> Plan:
    """A plan that is published in a moment."""
    return small_plan()


@pytest.fixture
def editor(tmp_path: Path, plan: Plan, look: ThemeController) -> Iterator[Editor]:
    """Its editor, on the plan's first day."""
    with Document.create(tmp_path / "path.milepost", plan) as document:
        yield Editor(document, lambda: START)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Radicale]:
    with radicale(tmp_path / "radicale") as running:
        yield running


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def system() -> MemoryKeyring:
    return MemoryKeyring()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def publisher(editor: Editor, settings: Settings, system: MemoryKeyring, window: QWidget) -> Publisher:
    return Publisher(editor, settings, Passwords(system), window, quiet_seconds=QUIET_SECONDS)


@pytest.fixture
def dialog(publisher: Publisher, window: QWidget) -> PublishDialog:
    return opened(publisher, window)


def opened(publisher: Publisher, window: QWidget) -> PublishDialog:
    dialog = PublishDialog(publisher, "My path", window)
    dialog.open()
    return dialog


def sign_in(dialog: PublishDialog, address: str, password: str = PASSWORD) -> None:
    for field, text in (
        (dialog.account.address, address),
        (dialog.account.user, USER),
        (dialog.account.password, password),
    ):
        field.setFocus()
        QTest.keyClicks(field, text)
    QTest.keyClick(dialog.account.password, Qt.Key.Key_Return)


def press(button: QPushButton) -> None:
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def wait_for(qtbot: QtBot, dialog: PublishDialog, words: str) -> None:
    qtbot.waitUntil(lambda: words in dialog.status.words, timeout=WAIT_MS)


def publish(qtbot: QtBot, dialog: PublishDialog, server: Radicale) -> None:
    sign_in(dialog, server.address)
    wait_for(qtbot, dialog, "Choose a calendar")
    press(dialog.publish_button)
    wait_for(qtbot, dialog, "The calendar is up to date")


def ours(server: Radicale, plan: Plan) -> dict[str, str]:
    return {name: text for name, text in server.files().items() if name.startswith(uid_beginning(plan))}


def test_nothing_is_sent_before_a_button_is_pressed(
    dialog: PublishDialog, publisher: Publisher, editor: Editor
) -> None:
    editor.apply("Rename", rename, COURSE, "Regression")
    assert not publisher.busy
    assert not dialog.publish_button.isEnabled()
    assert not dialog.connect_button.isEnabled()


def test_a_plan_goes_into_a_new_calendar(
    dialog: PublishDialog, server: Radicale, publisher: Publisher, plan: Plan, qtbot: QtBot
) -> None:
    publish(qtbot, dialog, server)
    events = ours(server, plan)
    assert sum("◆ Core proven" in text for text in events.values()) == 1
    assert sum("Clustering course" in text for text in events.values()) > 5
    assert publisher.choice.calendar_name == "My path"
    assert f"{len(events)} events written" in dialog.status.words


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


def test_the_password_is_in_the_keyring_and_nowhere_else(
    dialog: PublishDialog,
    server: Radicale,
    system: MemoryKeyring,
    settings: Settings,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    publish(qtbot, dialog, server)
    settings.save()
    assert list(system.kept.values()) == [PASSWORD]
    for path in (tmp_path / "settings.ini", tmp_path / "path.milepost"):
        content = path.read_bytes()
        assert PASSWORD.encode() not in content
        assert PASSWORD.split()[0].encode() not in content


def test_without_a_keyring_it_says_how_long_the_password_is_kept(
    editor: Editor, settings: Settings, server: Radicale, window: QWidget, qtbot: QtBot
) -> None:
    publisher = Publisher(editor, settings, Passwords(BrokenKeyring()), window)  # type: ignore[no-untyped-call]
    dialog = opened(publisher, window)
    publish(qtbot, dialog, server)
    assert "kept only until Milepost is closed" in dialog.status.words
    again = Publisher(editor, settings, Passwords(BrokenKeyring()), window)  # type: ignore[no-untyped-call]
    dialog = opened(again, window)
    press(dialog.publish_button)
    wait_for(qtbot, dialog, "Type your password for 127.0.0.1")


def test_publishing_again_sends_only_what_changed(
    dialog: PublishDialog,
    server: Radicale,
    editor: Editor,
    plan: Plan,
    window: QWidget,
    publisher: Publisher,
    qtbot: QtBot,
) -> None:
    publish(qtbot, dialog, server)
    dialog.close()
    editor.apply("Rename", rename, ActivityId("write-up"), "Report")
    again = opened(publisher, window)
    assert not again.account.address.isEnabled()
    assert again.calendars.currentText() == "My path"
    press(again.publish_button)
    wait_for(qtbot, again, "The calendar is up to date")
    changed = sum("SUMMARY:Report" in text for text in ours(server, plan).values())
    assert f"{changed} events written" in again.status.words
    assert 1 < changed < 8


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
        editor.document.path.rename(tmp_path / "gone.milepost")
        assert copy.choice.keep


def test_only_what_is_ticked_is_published(
    dialog: PublishDialog, server: Radicale, plan: Plan, qtbot: QtBot
) -> None:
    publish(qtbot, dialog, server)
    dialog.options.sessions.click()
    press(dialog.publish_button)
    wait_for(qtbot, dialog, "taken out")
    assert len(ours(server, plan)) == len(plan.milestones)
    dialog.options.milestones.click()
    assert not dialog.publish_button.isEnabled()


def test_stopping_takes_the_events_out_and_forgets_the_password(
    dialog: PublishDialog,
    server: Radicale,
    publisher: Publisher,
    system: MemoryKeyring,
    plan: Plan,
    qtbot: QtBot,
) -> None:
    publish(qtbot, dialog, server)
    press(dialog.stop_button)
    ask = dialog.findChild(Question)
    assert ask is not None
    press(ask.accept_button)
    wait_for(qtbot, dialog, "published no longer")
    assert ours(server, plan) == {}
    assert not publisher.choice.published
    assert publisher.choice.user == USER
    assert system.kept == {}
    assert dialog.account.address.isEnabled()
    assert dialog.stop_button.isHidden()


def test_a_calendar_can_be_left_as_it_is_without_asking_its_server(
    dialog: PublishDialog,
    server: Radicale,
    publisher: Publisher,
    system: MemoryKeyring,
    plan: Plan,
    qtbot: QtBot,
) -> None:
    publish(qtbot, dialog, server)
    server.stop()
    press(dialog.stop_button)
    ask = dialog.findChild(Question)
    assert ask is not None
    leave = next(each for each in ask.findChildren(QPushButton) if each.text() == "Leave them there")
    press(leave)
    assert "Its events stay in the calendar" in dialog.status.words
    qtbot.waitUntil(lambda: system.kept == {})
    assert not publisher.choice.published
    assert len(ours(server, plan)) > 20


def test_a_wrong_password_is_said_where_it_was_typed(
    dialog: PublishDialog, server: Radicale, system: MemoryKeyring, qtbot: QtBot
) -> None:
    sign_in(dialog, server.address, "wrong")
    wait_for(qtbot, dialog, "does not accept this user name and password")
    assert not dialog.publish_button.isEnabled()
    assert system.kept == {}
    assert dialog.account.password.selectedText()
    QTest.keyClicks(dialog.account.password, PASSWORD)
    press(dialog.connect_button)
    wait_for(qtbot, dialog, "Choose a calendar")


def test_no_server_is_said(dialog: PublishDialog, qtbot: QtBot) -> None:
    sign_in(dialog, f"http://127.0.0.1:{free_port()}/")
    wait_for(qtbot, dialog, "Nothing answers at 127.0.0.1")
    assert dialog.connect_button.isEnabled()


def test_what_is_no_address_is_said_without_asking_anyone(
    dialog: PublishDialog, publisher: Publisher
) -> None:
    sign_in(dialog, "ftp://example.org")
    assert "begins with https://" in dialog.status.words
    assert not publisher.busy


def test_an_address_without_encryption_is_warned_of(dialog: PublishDialog) -> None:
    QTest.keyClicks(dialog.account.address, "http://cal.example.org/")
    assert "everyone on the way can read your password" in dialog.account.warning.words
    dialog.account.address.clear()
    QTest.keyClicks(dialog.account.address, "https://cal.example.org/")
    assert dialog.account.warning.words == ""


def test_cancelling_says_how_far_it_came(publisher: Publisher, window: QWidget, qtbot: QtBot) -> None:
    """The server holds back its answer to the second event until cancel was pressed."""
    taken: list[str] = []
    cancelled = threading.Event()

    def answer(method: str, path: str) -> Answer:
        if method == "PROPFIND":
            return Answer(207, b"<?xml version='1.0'?><d:multistatus xmlns:d='DAV:'/>")
        taken.append(path)
        if len(taken) == 2:
            cancelled.wait(WAIT_MS / 1000)
        return Answer(201)

    with scripted(answer) as address:
        place = f"{address}calendar/"
        publisher.choose(
            replace(publisher.choice, address=address, user=USER, calendar=place, calendar_name="Study")
        )
        dialog = opened(publisher, window)
        QTest.keyClicks(dialog.account.password, PASSWORD)
        press(dialog.publish_button)
        qtbot.waitUntil(lambda: len(taken) == 2, timeout=WAIT_MS)
        press(dialog.cancel_button)
        cancelled.set()
        wait_for(qtbot, dialog, "Cancelled: 2 events written. The rest follows")
    assert publisher.choice.revision == -1


def test_cancelling_a_server_that_keeps_silent_takes_no_time(dialog: PublishDialog, qtbot: QtBot) -> None:
    with scripted(lambda _method, _path: None) as address:
        sign_in(dialog, address)
        assert "Asking the server" in dialog.status.words
        press(dialog.cancel_button)
        assert dialog.status.words == "Cancelled; nothing was changed."
        assert dialog.connect_button.isEnabled()


def test_closing_while_it_publishes_lets_it_go_on(
    dialog: PublishDialog, server: Radicale, publisher: Publisher, plan: Plan, qtbot: QtBot
) -> None:
    sign_in(dialog, server.address)
    wait_for(qtbot, dialog, "Choose a calendar")
    press(dialog.publish_button)
    wait_for(qtbot, dialog, "Comparing with the calendar")
    with qtbot.waitSignal(publisher.message, timeout=WAIT_MS):
        dialog.close()
    assert len(ours(server, plan)) > 20
