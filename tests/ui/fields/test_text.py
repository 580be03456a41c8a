"""Words from anywhere stay words, and fit their place."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.ui.fields.text import TextLabel, breakable, filled


def test_markup_is_shown_and_not_obeyed(qtbot: QtBot) -> None:
    label = TextLabel("<b>bold</b> <img src=file:///etc/passwd>")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.words == "<b>bold</b> <img src=file:///etc/passwd>"


def test_a_word_as_long_as_a_german_one_can_be_wrapped(qtbot: QtBot) -> None:
    word = "Donaudampfschifffahrtsgesellschaftskapitän"
    label = TextLabel(word)
    qtbot.addWidget(label)
    assert label.accessibleName() == word
    assert label.heightForWidth(120) > label.heightForWidth(600)
    assert breakable(word).replace("\u200b", "") == word
    assert breakable("short words stay") == "short words stay"


def test_an_empty_label_takes_no_room(qtbot: QtBot) -> None:
    label = TextLabel("here")
    qtbot.addWidget(label)
    label.say("")
    assert label.isHidden()


def test_a_value_may_contain_what_looks_like_a_place() -> None:
    assert filled("Move %1 to %2", "“%2 of it”", "May") == "Move “%2 of it” to May"
