"""The forecast in the line at the bottom says as much as there is room for, and all of it in its tooltip."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from planner.domain.forecast.shapes import Shape
from planner.ui.editor import Editor
from planner.ui.forecasting.keeper import ForecastKeeper
from planner.ui.forecasting.words import status_forms
from planner.ui.status import StatusLine
from planner.ui.theme_controller import ThemeController

MESSAGE = "Move Tracking, registry, feature stores to 16 Jan 2028 · Moves 31 others · finish 17 Aug → 9 Oct"
WEEK = "This week 0 min of 10 h · 10 h open from last week"


@pytest.fixture
def line(editor: Editor, look: ThemeController, qtbot: QtBot) -> StatusLine:
    line = StatusLine(editor)
    qtbot.addWidget(line)
    line.resize(1500, 30)
    line.show()
    keeper = ForecastKeeper(editor, Shape.PERT, line)
    with qtbot.waitSignal(keeper.changed):
        line.follow_forecast(keeper)
    return line


@pytest.fixture
def forms(line: StatusLine) -> tuple[str, ...]:
    keeper = line.findChild(ForecastKeeper)
    assert keeper is not None
    assert keeper.forecast is not None
    return status_forms(keeper.forecast.finish)


def shown(line: StatusLine) -> list[str]:
    return [each.text() for each in line.findChildren(QLabel) if each.isVisible() and each.text()]


def test_it_stands_beside_the_plans_own_finish(line: StatusLine, forms: tuple[str, ...]) -> None:
    said = shown(line)
    assert "Finish 17 Aug 2028" in said
    assert forms[0] in said


def test_with_less_room_it_says_less_and_at_last_nothing(line: StatusLine, forms: tuple[str, ...]) -> None:
    line.resize(950, 30)
    assert forms[0] in shown(line)
    assert not any(each.startswith("Roadmap") for each in shown(line)), "where it comes from goes first"
    line.resize(800, 30)
    assert forms[1] in shown(line)
    line.resize(640, 30)
    assert not set(forms) & set(shown(line))
    assert "Finish 17 Aug 2028" in shown(line), "the plan's own finish stays"
    line.resize(1500, 30)
    assert forms[0] in shown(line)


def test_the_figures_stay_in_their_places_beside_a_message(line: StatusLine, forms: tuple[str, ...]) -> None:
    line.resize(1300, 30)
    line.tell(MESSAGE)
    assert {WEEK, "Finish 17 Aug 2028", forms[0], MESSAGE} <= set(shown(line))
    assert "Roadmap v1 · started 4 Jan 2027" not in shown(line)
    line.resize(1060, 30)
    assert {WEEK, "Finish 17 Aug 2028", forms[1], MESSAGE} <= set(shown(line))
    line.resize(900, 30)
    assert {WEEK, "Finish 17 Aug 2028", MESSAGE} <= set(shown(line))
    assert not set(forms) & set(shown(line))
