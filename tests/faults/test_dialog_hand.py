"""The hand that answers what holds everything up."""

from random import Random

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QMenu, QToolButton
from pytestqt.qtbot import QtBot

from tests.faults.dialog_hand import DialogHand


def test_a_buttons_menu_does_not_hold_everything_up(qtbot: QtBot) -> None:
    button = QToolButton()
    qtbot.addWidget(button)
    menu = QMenu(button)
    menu.addAction("Only what is late")
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.show()
    DialogHand(Random(1), button)
    too_late = QTimer(button, singleShot=True, interval=5000)
    too_late.timeout.connect(menu.close)
    too_late.start()

    # Comes back once the menu is closed.
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert not menu.isVisible()
    assert too_late.isActive()
