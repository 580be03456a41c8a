"""A sentence stays at the top until it is put away, and is never read as markup."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
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


def test_what_is_held_cannot_be_put_away_and_has_as_many_ways_on_as_it_takes(qtbot: QtBot) -> None:
    done: list[str] = []
    banner = Banner()
    qtbot.addWidget(banner)
    banner.hold(
        "Not saved.", ("Try again", lambda: done.append("again")), ("Copy", lambda: done.append("copy"))
    )
    assert banner.property("banner") == "danger"
    shown = [each for each in banner.findChildren(QPushButton) if not each.isHidden()]
    assert [each.text() for each in shown] == ["Try again", "Copy"]
    banner.withdraw()
    assert banner.sentence == "Not saved."
    for each in shown:
        qtbot.mouseClick(each, Qt.MouseButton.LeftButton)
    assert done == ["again", "copy"]
    assert banner.sentence == "Not saved."
    banner.hold("Saved again.", ("Done", lambda: None))
    assert [each.text() for each in shown if not each.isHidden()] == ["Done"]
    banner.release()
    assert banner.sentence == ""


def test_what_can_wait_is_said_when_nothing_else_is(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.tell("It did not work.")
    banner.mention("A new version is there.")
    assert banner.sentence == "It did not work."
    banner.withdraw()
    assert banner.sentence == "A new version is there."
    banner.withdraw()
    assert banner.sentence == "A new version is there."


def test_the_keyboard_goes_back_to_where_it_was_when_the_banner_goes(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    banner, next_field, outline = Banner(), QLineEdit(), QLineEdit()
    for each in (banner, next_field, outline):
        column.addWidget(each)
    window.show()
    window.activateWindow()
    outline.setFocus()
    qtbot.waitUntil(outline.hasFocus)
    banner.hold("Another program has changed the file.", ("Reload", banner.release))
    button = banner.findChild(QPushButton, "way-out")
    assert button is not None
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert banner.sentence == ""
    assert window.focusWidget() is outline
