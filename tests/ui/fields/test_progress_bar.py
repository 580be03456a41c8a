"""The bar of what is done is painted with everything else, not before."""

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planner.ui.fields.progress_bar import ProgressBar


class Painted(QWidget):
    """Counts how often it is painted."""

    times = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        self.times += 1


def test_another_value_paints_nothing_in_the_midst_of_an_edit(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    bar, other = ProgressBar(), Painted()
    column = QVBoxLayout(window)
    column.addWidget(bar)
    column.addWidget(other)
    window.resize(300, 200)
    window.show()
    qtbot.waitExposed(window)
    qtbot.waitUntil(lambda: other.times > 0)
    before = other.times

    other.update()
    bar.setValue(50)
    assert other.times == before

    qtbot.waitUntil(lambda: other.times > before)
    assert bar.value() == 50
    assert bar.updatesEnabled()
