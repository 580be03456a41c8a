"""What goes wrong while painting is told once, and the window lives on. In a program of its own."""

import subprocess
import sys

import pytest

SCRIPT = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication
from planner.ui.timeline.canvas import Canvas

class Chart(Canvas):
    frames = 0
    wrong = True

    def paint(self, painter: QPainter) -> None:
        self.frames += 1
        painter.fillRect(self.rect(), QColor("blue"))
        for _ in range({saves}):
            painter.save()
            painter.translate(40, 40)
        if self.wrong:
            raise ValueError("half-edited")
        for _ in range({saves}):
            painter.restore()

def paint_often() -> None:
    for _ in range(20):
        chart.viewport().repaint()
        QApplication.processEvents()

told = []
sys.excepthook = lambda kind, error, traceback: told.append((kind.__name__, traceback is not None))
application = QApplication([])
chart = Chart()
chart.resize(200, 100)
chart.show()
paint_often()
print(told, chart.frames >= 20, chart.grab().toImage().pixelColor(5, 5).name())
chart.wrong = False
paint_often()
chart.wrong = True
paint_often()
print(len(told), chart.isVisible())
"""


@pytest.mark.parametrize("saves", [0, 3])
def test_an_exception_while_painting_is_told_once_and_the_window_lives_on(saves: int) -> None:
    script = SCRIPT.format(saves=saves)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)

    assert done.stdout == "[('ValueError', True)] True #0000ff\n2 True\n"
    assert done.stderr == ""
    assert done.returncode == 0
