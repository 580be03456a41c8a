"""Choosing from a long list by typing."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planner.ui.fields.typed_choice import TypedChoice

COUNTRIES = {"AF": "Afghanistan", "DR": "DR Congo", "CG": "Congo", "DE": "Germany", "IO": "British India"}
COUNTRIES |= {"IN": "India", "ID": "Indonesia"}

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing", extend=True)


class Asked(QWidget):
    """A box among others, and what it told."""

    def __init__(self) -> None:
        super().__init__()
        self.box = TypedChoice("Choose or type a country", self)
        self.other = QLineEdit(self)
        column = QVBoxLayout(self)
        column.addWidget(self.box)
        column.addWidget(self.other)
        self.told: list[str | None] = []
        self.box.code_chosen.connect(lambda: self.told.append(self.box.code))

    def offer(self, code: str | None = None) -> None:
        self.box.offer(((name, each) for each, name in COUNTRIES.items()), code)

    def type(self, text: str) -> None:
        self.box.text.setFocus()
        self.box.text.selectAll()
        for letter in text:
            QTest.keyClicks(self.typing, letter)

    @property
    def typing(self) -> QWidget:
        """Where keys go: to the popup while it is open."""
        return self.box.popup if self.box.popup.isVisible() else self.box.text


@pytest.fixture
def asked(qtbot: QtBot) -> Iterator[Asked]:
    window = Asked()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield window
    window.box.popup.hide()


def test_nothing_is_chosen_until_something_is(asked: Asked) -> None:
    asked.offer()
    assert (asked.box.code, asked.box.currentIndex(), asked.box.text.text()) == (None, -1, "")
    asked.offer("DE")
    assert (asked.box.code, asked.box.text.text()) == ("DE", "Germany")
    asked.offer("XX")
    assert (asked.box.code, asked.box.text.text()) == (None, "")
    assert asked.told == []


@pytest.mark.parametrize(
    ("typed", "code"), [("Germ", "DE"), ("man", "DE"), ("ind", "IN"), ("congo", "CG"), ("indo", "ID")]
)
@pytest.mark.parametrize("before", [None, "AF"])
def test_enter_takes_the_best_match(asked: Asked, typed: str, code: str, before: str | None) -> None:
    asked.offer(before)
    asked.type(typed)
    QTest.keyClick(asked.typing, Qt.Key.Key_Return)

    assert (asked.box.code, asked.box.text.text()) == (code, COUNTRIES[code])
    assert asked.box.currentText() == COUNTRIES[code]
    assert not asked.box.popup.isVisible()
    assert asked.told[-1] == code


def test_while_one_is_typing_nothing_is_chosen(asked: Asked) -> None:
    asked.offer("AF")
    asked.type("Germ")
    assert asked.box.code is None
    assert asked.told == [None]
    asked.type("Germany")
    assert asked.box.code == "DE"


def test_what_matches_nothing_leaves_what_was_chosen(asked: Asked) -> None:
    asked.offer("AF")
    asked.type("Atlantis")
    QTest.keyClick(asked.typing, Qt.Key.Key_Return)
    asked.other.setFocus()
    assert (asked.box.code, asked.box.text.text()) == ("AF", "Afghanistan")


@pytest.mark.parametrize(("typed", "code"), [("germ", "DE"), ("ind", "AF")])
def test_leaving_takes_the_only_match(asked: Asked, typed: str, code: str) -> None:
    asked.offer("AF")
    asked.type(typed)
    asked.box.popup.hide()
    asked.other.setFocus()
    assert (asked.box.code, asked.box.text.text()) == (code, COUNTRIES[code])


def test_a_match_is_chosen_with_the_arrow_keys_too(asked: Asked) -> None:
    asked.offer("IN")
    asked.type("ind")
    QApplication.processEvents()
    assert asked.box.popup.isVisible()
    # British India, India, Indonesia: in the order of the list. India, again, is the same row as before.
    QTest.keyClick(asked.typing, Qt.Key.Key_Down)
    QTest.keyClick(asked.typing, Qt.Key.Key_Down)
    QTest.keyClick(asked.typing, Qt.Key.Key_Return)
    assert (asked.box.code, asked.box.text.text()) == ("IN", "India")
