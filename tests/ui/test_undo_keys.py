"""Ctrl+Z in a field takes back what is being typed, and else the last step of the plan."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDoubleSpinBox, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planner.ui.undo_keys import UndoKeys


@pytest.fixture(autouse=True)
def undo_keys(qapp: QApplication) -> Iterator[None]:
    keys = UndoKeys(qapp)
    yield
    keys.deleteLater()


@pytest.mark.parametrize("kind", [QLineEdit, QDoubleSpinBox])
def test_a_field_without_changes_lets_the_plan_undo(
    qtbot: QtBot, kind: type[QLineEdit | QDoubleSpinBox]
) -> None:
    window, undone = QWidget(), []
    qtbot.addWidget(window)
    field = kind()
    QVBoxLayout(window).addWidget(field)
    undo = QAction("Undo", window)
    undo.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
    undo.triggered.connect(lambda: undone.append("plan"))
    window.addAction(undo)
    window.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)

    before = field.text()
    qtbot.keyClicks(field, "3")
    assert field.text() != before
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (field.text(), undone) == (before, [])

    if isinstance(field, QDoubleSpinBox):
        field.setValue(30.0)
    else:
        field.setText("30")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == ["plan"]
