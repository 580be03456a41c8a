"""The part of the settings about the forecast: two shapes, of which one is chosen and kept."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.forecast.shapes import Shape
from planner.ui.forecasting.kept import KeptShape
from planner.ui.settings import Settings
from planner.ui.settings_dialog.forecast import ForecastPart


def test_a_shape_is_chosen_told_and_kept(qtbot: QtBot, tmp_path: Path) -> None:
    settings, parent = Settings(tmp_path / "milepost.ini"), QWidget()
    qtbot.addWidget(parent)
    part = ForecastPart(settings, parent)
    part.adjustSize()
    parent.show()
    rounded, straight = part.findChildren(QRadioButton)
    assert rounded.isChecked()
    assert "wider" in straight.accessibleDescription()
    with qtbot.waitSignal(part.shape_chosen) as told:
        qtbot.mouseClick(straight, Qt.MouseButton.LeftButton)
    assert told.args == [Shape.TRIANGULAR]
    assert straight.isChecked()
    assert settings.save()
    assert KeptShape(Settings(tmp_path / "milepost.ini")).shape is Shape.TRIANGULAR
