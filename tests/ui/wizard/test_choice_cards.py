"""A card is chosen by a click anywhere on it, as it looks like one button."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planner.ui.theme_controller import ThemeController
from planner.ui.wizard.choice_cards import ChoiceCards


def test_the_whole_card_can_be_clicked(look: ThemeController, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    cards = ChoiceCards(
        "Where from", [("a", "First", "The first."), ("b", "Second", "The other.")], "a", parent
    )
    cards.resize(400, 160)
    parent.show()
    card = cards.buttons["b"].parentWidget()
    assert card is not None
    corners = [QPoint(3, 3), QPoint(card.width() - 4, card.height() - 4), QPoint(20, card.height() - 4)]
    for corner in corners:
        cards.buttons["a"].setChecked(True)
        with qtbot.waitSignal(cards.chosen) as told:
            qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=corner)
        assert told.args == ["b"]
        assert cards.current == "b"
        # The arrow keys go on from the card that was clicked.
        assert cards.focusWidget() is cards.buttons["b"]


def test_tab_reaches_the_chosen_card_and_no_other(look: ThemeController, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    before, after = QLineEdit(window), QLineEdit(window)
    choices = [("a", "First", "1"), ("b", "Second", "2"), ("c", "Third", "3")]
    cards = ChoiceCards("Where from", choices, "b", window)
    column = QVBoxLayout(window)
    for each in (before, cards, after):
        column.addWidget(each)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    before.setFocus()
    reached = []
    for _ in range(6):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        reached.append(window.focusWidget())
    assert cards.buttons["b"] in reached
    assert cards.buttons["a"] not in reached
    cards.buttons["b"].setFocus()
    qtbot.keyClick(cards.buttons["b"], Qt.Key.Key_Down)
    assert cards.current == "c"
    before.setFocus()
    reached = []
    for _ in range(6):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        reached.append(window.focusWidget())
    assert cards.buttons["c"] in reached
    assert cards.buttons["b"] not in reached
