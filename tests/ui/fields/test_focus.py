"""Tab goes down the page, whatever was built first."""

from PySide6.QtWidgets import QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planner.ui.fields.focus import arrange_focus


def test_tab_follows_the_layout(qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    last, first, inner = QLineEdit(root), QLineEdit(root), QWidget()
    middle = QPushButton("middle", inner)
    QVBoxLayout(inner).addWidget(middle)
    area = QScrollArea(root)
    area.setWidget(inner)
    layout = QVBoxLayout(root)
    for widget in (first, area, last):
        layout.addWidget(widget)
    arrange_focus(root)
    root.show()
    first.setFocus()
    seen = [root.focusWidget()]
    for _ in range(3):
        root.focusNextChild()
        seen.append(root.focusWidget())
    assert [each for each in seen if each in (first, middle, last)][:3] == [first, middle, last]
