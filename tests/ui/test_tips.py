"""What the chart tells under the pointer looks like the card of a drag."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QToolTip, QWidget
from pytestqt.qtbot import QtBot

from planner.ui.tips import show_tip, tips


@pytest.fixture
def widget(qtbot: QtBot) -> Iterator[QWidget]:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(300, 200)
    widget.show()
    qtbot.waitExposed(widget)
    yield widget
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not tips())


def corners(tip: QWidget) -> list[QPoint]:
    area = tip.rect()
    return [area.topLeft(), area.topRight(), area.bottomLeft(), area.bottomRight()]


def test_a_tip_has_round_corners(widget: QWidget) -> None:
    show_tip(widget.mapToGlobal(QPoint(20, 20)), "Regression", widget)

    (tip,) = tips()
    assert not any(tip.mask().contains(each) for each in corners(tip))
    assert tip.mask().contains(tip.rect().center())


def test_the_corners_stay_round_when_another_text_follows_in_the_same_tip(widget: QWidget) -> None:
    at = widget.mapToGlobal(QPoint(20, 20))
    show_tip(at, "Short", widget, QRect(0, 0, 100, 100))
    (tip,) = tips()
    narrow = tip.width()

    QToolTip.showText(at, "A text that is a good deal longer", widget, QRect(0, 0, 120, 100))

    assert tips() == [tip]
    assert tip.width() > narrow
    assert tip.mask().boundingRect() == tip.rect()
    assert not any(tip.mask().contains(each) for each in corners(tip))
