"""A sentence stays at the top until it is put away, and is never read as markup."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from planner.ui.banner import Banner


def test_it_says_one_sentence_until_it_is_put_away(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    assert banner.sentence == ""
    banner.tell("<b>disk</b> full")
    assert banner.sentence == "<b>disk</b> full"
    assert banner.property("banner") == "danger"
    label = banner.findChild(QLabel)
    assert label is not None
    assert label.textFormat() == Qt.TextFormat.PlainText
    button = banner.findChild(QPushButton, "close")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert banner.sentence == ""


def test_it_can_simply_inform(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.inform("Open for reading only.")
    assert banner.property("banner") == "info"


def test_an_offer_does_what_it_says_and_goes(qtbot: QtBot) -> None:
    done: list[str] = []
    banner = Banner()
    qtbot.addWidget(banner)
    banner.offer("It was archived.", "Undo", lambda: done.append("undone"))
    button = banner.findChild(QPushButton, "way-out")
    assert button is not None
    assert button.text() == "Undo"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == ["undone"]
    assert banner.sentence == ""


def test_an_offer_that_is_withdrawn_goes_and_other_sentences_stay(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.offer("It was archived.", "Undo", lambda: None)
    banner.withdraw()
    assert banner.sentence == ""
    banner.inform("Open for reading only.")
    banner.withdraw()
    assert banner.sentence == "Open for reading only."
    button = banner.findChild(QPushButton, "way-out")
    assert button is not None
    assert button.isHidden()


def test_what_did_not_work_goes_with_what_does(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.tell("The disk is full.")
    banner.withdraw()
    assert banner.sentence == ""
