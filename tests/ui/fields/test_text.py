"""Words from anywhere stay words, and fit their place."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
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
    assert breakable(word).split("\u00ad")[:4] == ["Do", "nau", "dampf", "schiff"]
    assert breakable(word).replace("\u00ad", "") == word
    link = f"https://example.org/{word}"
    assert breakable(link).split("\u200b")[1] == word[:20]
    assert breakable("X" * 50) == "\u200b".join(["X" * 20, "X" * 20, "X" * 10])
    assert breakable("short words stay") == "short words stay"


def test_an_empty_label_takes_no_room(qtbot: QtBot) -> None:
    label = TextLabel("here")
    qtbot.addWidget(label)
    label.show()
    label.say("")
    assert label.isHidden()


def test_a_label_that_lies_nowhere_yet_opens_no_window(qtbot: QtBot) -> None:
    label = TextLabel("Words")
    assert label.isHidden()
    later = TextLabel()
    later.say("More words")
    assert later.isHidden()
    empty = TextLabel()

    whole = QWidget()
    qtbot.addWidget(whole)
    column = QVBoxLayout(whole)
    for each in (label, later, empty):
        column.addWidget(each)
    whole.show()

    assert [each.isVisible() for each in (label, later, empty)] == [True, True, False]


def test_a_value_may_contain_what_looks_like_a_place() -> None:
    assert filled("Move %1 to %2", "“%2 of it”", "May") == "Move “%2 of it” to May"


def test_beside_a_mark_what_runs_from_right_to_left_stays_by_it(qtbot: QtBot) -> None:
    def leftmost(marked: bool) -> int:
        label = TextLabel("שעות", marked=marked)
        qtbot.addWidget(label)
        label.resize(300, 30)
        image = label.grab().toImage()
        ground = image.pixel(0, 0)
        columns = range(image.width())
        return next(x for x in columns if any(image.pixel(x, y) != ground for y in range(image.height())))

    assert leftmost(marked=True) < 20
    assert leftmost(marked=False) > 150


def test_a_label_turns_no_direction(qtbot: QtBot) -> None:
    """Or the name of a program would pass for a PDF; what it says is kept as it was said."""
    label = TextLabel("invoice\u202efdp.exe")
    qtbot.addWidget(label)
    assert label.text() == "invoicefdp.exe"
    assert label.words == "invoice\u202efdp.exe"
