"""Publishing from the window to a real Radicale: find calendars, publish, stop, and what goes wrong."""

import threading
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionComboBox, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.edits import rename
from planner.domain.items import ActivityId
from planner.domain.plan import Plan
from planner.storage.secrets import Passwords
from planner.ui.editor import Editor
from planner.ui.inspector.ask import Question
from planner.ui.publish.calendar_choice import CalendarChoice
from planner.ui.publish.dialog import PublishDialog
from planner.ui.publish.publisher import Publisher
from planner.ui.settings import Settings
from tests.helpers.calendar_servers import PASSWORD, USER, Answer, Radicale, free_port, scripted
from tests.helpers.keyrings import BrokenKeyring, MemoryKeyring
from tests.helpers.publishing import WAIT_MS, opened, ours, press, publish, sign_in, wait_for

COURSE = ActivityId("regression-course")


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
    assert dialog.account.password.placeholderText() == "As kept; type it to change it"
    again = Publisher(editor, settings, Passwords(BrokenKeyring()), window)  # type: ignore[no-untyped-call]
    dialog = opened(again, window)
    assert dialog.account.password.placeholderText() == ""
    assert dialog.focusWidget() is dialog.account.password
    press(dialog.publish_button)
    wait_for(qtbot, dialog, "Type your password for 127.0.0.1")


def test_with_a_keyring_the_password_is_typed_once(
    dialog: PublishDialog,
    editor: Editor,
    settings: Settings,
    system: MemoryKeyring,
    server: Radicale,
    window: QWidget,
    qtbot: QtBot,
) -> None:
    publish(qtbot, dialog, server)
    again = opened(Publisher(editor, settings, Passwords(system), window), window)
    assert again.account.password.placeholderText() == "As kept; type it to change it"
    assert again.focusWidget() is again.publish_button
    press(again.publish_button)
    wait_for(qtbot, again, "The calendar is up to date")


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


def test_tab_goes_through_the_dialog_as_it_is_read(
    dialog: PublishDialog, server: Radicale, qtbot: QtBot
) -> None:
    def order(first: QWidget) -> list[QWidget]:
        first.setFocus()
        passed = [first]
        while len(passed) < 20:
            QTest.keyClick(passed[-1], Qt.Key.Key_Tab)
            focused = dialog.focusWidget()
            if focused is first:
                break
            passed.append(focused)
        return passed

    account, options = dialog.account, dialog.options
    fields = [account.address, account.user, account.password]
    boxes = [options.sessions, options.milestones, options.remind]
    QTest.keyClicks(account.address, server.address)
    QTest.keyClicks(account.user, USER)
    assert order(account.address) == [
        *fields,
        dialog.connect_button,
        *boxes,
        dialog.keep,
        dialog.close_button,
    ]
    QTest.keyClicks(account.password, PASSWORD)
    press(dialog.connect_button)
    wait_for(qtbot, dialog, "Choose a calendar")
    options.remind.click()
    assert order(account.address) == [
        *fields,
        dialog.connect_button,
        dialog.calendars,
        *boxes,
        options.time,
        dialog.keep,
        dialog.close_button,
        dialog.publish_button,
    ]
    press(dialog.publish_button)
    wait_for(qtbot, dialog, "The calendar is up to date")
    assert order(account.password) == [
        account.password,
        *boxes,
        options.time,
        dialog.keep,
        dialog.stop_button,
        dialog.close_button,
        dialog.publish_button,
    ]


def test_a_wrong_password_is_said_where_it_was_typed(
    dialog: PublishDialog, server: Radicale, system: MemoryKeyring, qtbot: QtBot
) -> None:
    sign_in(dialog, server.address, "wrong")
    wait_for(qtbot, dialog, "does not accept this user name and password")
    assert not dialog.publish_button.isEnabled()
    assert system.kept == {}
    assert dialog.focusWidget() is dialog.account.password
    assert dialog.account.password.selectedText()
    QTest.keyClicks(dialog.account.password, PASSWORD)
    press(dialog.connect_button)
    wait_for(qtbot, dialog, "Choose a calendar")


def test_no_server_is_said(dialog: PublishDialog, qtbot: QtBot) -> None:
    sign_in(dialog, f"http://127.0.0.1:{free_port()}/")
    wait_for(qtbot, dialog, "Nothing answers at 127.0.0.1")
    assert dialog.connect_button.isEnabled()
    address = dialog.account.address
    qtbot.waitUntil(lambda: dialog.focusWidget() is address)
    assert address.selectedText() == address.text()


def test_what_is_no_address_is_said_without_asking_anyone(
    dialog: PublishDialog, publisher: Publisher
) -> None:
    sign_in(dialog, "ftp://example.org")
    assert "begins with https://" in dialog.status.words
    assert not publisher.busy


def test_an_address_without_encryption_is_warned_of(dialog: PublishDialog) -> None:
    QTest.keyClicks(dialog.account.address, "http://cal.example.org/")
    assert dialog.account.warning.words == ""
    QTest.keyClick(dialog.account.address, Qt.Key.Key_Tab)
    assert "everyone on the way can read your password" in dialog.account.warning.words
    dialog.account.address.clear()
    QTest.keyClicks(dialog.account.address, "https://cal.example.org/")
    QTest.keyClick(dialog.account.address, Qt.Key.Key_Tab)
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


def test_no_button_moves_whatever_is_said(dialog: PublishDialog, server: Radicale, qtbot: QtBot) -> None:
    def places() -> tuple[int, int, int]:
        return dialog.height(), dialog.close_button.x(), dialog.close_button.y()

    before = places()
    sign_in(dialog, server.address, "wrong")
    wait_for(qtbot, dialog, "does not accept this user name and password")
    assert places() == before
    QTest.keyClicks(dialog.account.password, PASSWORD)
    press(dialog.connect_button)
    wait_for(qtbot, dialog, "Choose a calendar")
    press(dialog.publish_button)
    wait_for(qtbot, dialog, "changes sent")
    assert places() == before
    assert dialog.cancel_button.text() == "Cancel sending"
    assert "close this window: sending goes on" in dialog.status.words
    assert dialog.cancel_button.mapTo(dialog, dialog.cancel_button.rect().bottomLeft()).y() < before[2]
    wait_for(qtbot, dialog, "The calendar is up to date")
    assert places() == before
    assert dialog.focusWidget() is dialog.publish_button


def test_a_long_name_of_a_calendar_leaves_out_its_middle(window: QWidget, qtbot: QtBot) -> None:
    names = CalendarChoice("A calendar with a name of very many words " * 4, window)
    names.show_found(())
    names.resize(300, names.sizeHint().height())
    names.show()
    assert names.sizeHint().width() < 400
    assert "very many words" in names.toolTip()
    option = QStyleOptionComboBox()
    names.initStyleOption(option)
    area = names.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, names
    )
    shown, y = names.grab().toImage(), names.height() // 2
    darkest = min(
        shown.pixelColor(area.right() - x, y + up).lightness() for x in range(2) for up in range(-4, 4)
    )
    assert darkest > 200, "the end of the name is cut off at the arrow"
