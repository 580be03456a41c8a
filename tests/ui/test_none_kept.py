"""Qt gives back what it borrows: a binding that loses references to `None` ends the program after a while."""

import sys
import tomllib
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

ROOT = Path(__file__).parents[2]
CALLS = 10_000
NOISE = 500
"""References that the test itself and the interpreter take meanwhile."""


def test_none_is_as_much_referred_to_after_10_000_calls(qtbot: QtBot) -> None:
    """PySide6 6.12.0 loses one with each call that returns nothing, on Python below 3.12."""
    label = QLabel()
    qtbot.addWidget(label)
    image = QImage(20, 20, QImage.Format.Format_ARGB32)
    before = sys.getrefcount(None)
    with QPainter(image) as painter:
        for number in range(CALLS):
            label.setText("one" if number % 2 else "two")
            painter.fillRect(QRectF(0, 0, 5, 5), 0xFF0000)
    assert abs(sys.getrefcount(None) - before) < NOISE


def test_the_version_that_loses_them_is_excluded() -> None:
    """Of the requirement and of what is locked."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    (essentials,) = (each for each in project["dependencies"] if each.startswith("PySide6-Essentials"))
    assert "!=6.12.0" in essentials
    locked = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))["package"]
    assert "6.12.0" not in {each["version"] for each in locked if each["name"] == "pyside6-essentials"}
