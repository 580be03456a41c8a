"""Publishing as a person does it: in the dialog, with keys and clicks."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.plan import Plan
from planner.exchange.calendar_events import uid_beginning
from planner.ui.publish.dialog import PublishDialog
from planner.ui.publish.publisher import Publisher
from tests.helpers.calendar_servers import PASSWORD, USER, Radicale

WAIT_MS = 20_000


def opened(publisher: Publisher, window: QWidget) -> PublishDialog:
    """The dialog of a publisher, on show."""
    dialog = PublishDialog(publisher, "My path", window)
    dialog.open()
    return dialog


def sign_in(dialog: PublishDialog, address: str, password: str = PASSWORD) -> None:
    """Type who one is, and press Enter."""
    for field, text in (
        (dialog.account.address, address),
        (dialog.account.user, USER),
        (dialog.account.password, password),
    ):
        field.setFocus()
        QTest.keyClicks(field, text)
    QTest.keyClick(dialog.account.password, Qt.Key.Key_Return)


def press(button: QPushButton) -> None:
    """Click a button that can be pressed."""
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def wait_for(qtbot: QtBot, dialog: PublishDialog, words: str) -> None:
    """Wait until the dialog says something."""
    qtbot.waitUntil(lambda: words in dialog.status.words, timeout=WAIT_MS)


def publish(qtbot: QtBot, dialog: PublishDialog, server: Radicale) -> None:
    """Sign in and publish into a new calendar."""
    sign_in(dialog, server.address)
    wait_for(qtbot, dialog, "Choose a calendar")
    press(dialog.publish_button)
    wait_for(qtbot, dialog, "The calendar is up to date")


def ours(server: Radicale, plan: Plan) -> dict[str, str]:
    """The events of a plan on the server, by file name."""
    return {name: text for name, text in server.files().items() if name.startswith(uid_beginning(plan))}
