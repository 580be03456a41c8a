"""A box tells what a person chose by mouse, key or screen reader, and keeps quiet when it is only shown."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.ui.fields.check_box import CheckBox


def test_every_way_to_choose_is_told(qtbot: QtBot) -> None:
    box = CheckBox("Endpoint answers")
    told: list[bool] = []
    qtbot.addWidget(box)
    box.chosen.connect(told.append)
    qtbot.keyClick(box, Qt.Key.Key_Space)
    box.toggle()  # what Qt does for a screen reader's “Toggle”
    box.click()
    assert told == [True, False, True]


def test_what_is_done_in_part_is_ticked_by_every_way_to_choose(qtbot: QtBot) -> None:
    box = CheckBox("Regression course")
    told: list[bool] = []
    qtbot.addWidget(box)
    box.chosen.connect(told.append)
    for press in (box.click, box.toggle, lambda: qtbot.keyClick(box, Qt.Key.Key_Space)):
        box.show_checked(False, begun=True)
        assert box.checkState() is Qt.CheckState.PartiallyChecked
        press()
        assert box.checkState() is Qt.CheckState.Checked
    assert told == [True, True, True]
    box.click()
    assert told[3:] == [False]
    assert box.checkState() is Qt.CheckState.Unchecked


def test_showing_is_not_choosing(qtbot: QtBot) -> None:
    box = CheckBox()
    told: list[bool] = []
    qtbot.addWidget(box)
    box.chosen.connect(told.append)
    box.show_checked(True)
    assert box.isChecked()
    assert told == []


def test_showing_what_is_shown_already_paints_nothing(qtbot: QtBot) -> None:
    class Painted(CheckBox):
        times = 0

        def paintEvent(self, event: QPaintEvent) -> None:
            self.times += 1
            super().paintEvent(event)

    box = Painted()
    qtbot.addWidget(box)
    box.show()
    box.show_checked(True)
    qtbot.waitUntil(lambda: box.times > 0)
    QApplication.processEvents()
    before = box.times
    box.show_checked(True)
    QApplication.processEvents()
    assert box.times == before
    box.show_checked(False, begun=True)
    qtbot.waitUntil(lambda: box.times > before)
