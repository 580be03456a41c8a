"""pyqtgraph comes without all of Qt's classes and its own, and has them all the same."""

import subprocess
import sys

MADE = """
import sys
from types import ModuleType

import PySide6.QtWidgets

import planner.ui.timeline.graphics
import pyqtgraph

print(len(vars(PySide6.QtWidgets)), len(dir(pyqtgraph.Qt.QtWidgets)), len(dir(PySide6.QtWidgets)))
print(pyqtgraph.Qt.QtWidgets.QCalendarWidget is PySide6.QtWidgets.QCalendarWidget)
print(pyqtgraph.mkColor("r").name(), pyqtgraph.QtCore.Qt is PySide6.QtCore.Qt)
"""


def test_only_the_classes_that_are_used_are_made() -> None:
    done = subprocess.run([sys.executable, "-c", MADE], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    figures, same, plain = done.stdout.splitlines()
    made, mirrored, there = map(int, figures.split())
    assert made < there / 2
    assert mirrored >= there > 100
    assert (same, plain) == ("True", "#ff0000 True")


LATER = """
import sys

from planner.ui.timeline.graphics import GraphicsView

before = set(sys.modules)
import pyqtgraph
import pyqtgraph.exporters
from pyqtgraph.graphicsItems.PlotItem import PlotItem
from pyqtgraph.widgets.PlotWidget import PlotWidget

print("pyqtgraph.widgets.PlotWidget" in before, issubclass(PlotWidget, GraphicsView))
print(pyqtgraph.PlotWidget is PlotWidget, pyqtgraph.PlotItem is PlotItem)
print(pyqtgraph.GroupBox.__name__, hasattr(pyqtgraph, "Nothing"))
"""


def test_plots_come_when_they_are_asked_for() -> None:
    done = subprocess.run([sys.executable, "-c", LATER], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.stdout.splitlines() == ["False True", "True True", "GroupBox False"]
