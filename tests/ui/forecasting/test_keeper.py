"""The forecast follows the plan, the day and the shape; that of a large plan is made beside the window."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.domain.edits import move_activity
from planner.domain.forecast.forecast import DRAG_SAMPLES, SAMPLES, Forecast
from planner.domain.forecast.shapes import Shape
from planner.domain.items import ActivityId, MilestoneId
from planner.domain.schedule import schedule
from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.forecasting.keeper import ForecastKeeper
from tests.helpers.big_plans import study_plan
from tests.helpers.plans import small_plan

TODAY = date(2027, 1, 20)
REGRESSION = ActivityId("regression-course")
CORE = MilestoneId("core-proven")


class Day:
    """A calendar on the wall."""

    def __init__(self) -> None:
        self.now = TODAY

    def __call__(self) -> date:
        return self.now


@pytest.fixture
def day() -> Day:
    return Day()


@pytest.fixture
def editor(tmp_path: Path, qapp: QApplication, day: Day) -> Iterator[Editor]:
    with Document.create(tmp_path / "path.milepost", small_plan()) as document:
        yield Editor(document, day)


@pytest.fixture
def keeper(editor: Editor, qtbot: QtBot) -> Iterator[ForecastKeeper]:
    keeper = ForecastKeeper(editor, Shape.PERT)
    with qtbot.waitSignal(keeper.changed):
        pass
    yield keeper
    keeper.deleteLater()


def now(keeper: ForecastKeeper) -> Forecast:
    assert keeper.forecast is not None
    return keeper.forecast


def test_the_first_is_there_soon_from_all_samples(keeper: ForecastKeeper) -> None:
    assert now(keeper).samples == SAMPLES
    assert keeper.pace is not None
    assert keeper.pace.sentence


def test_it_follows_an_edit_and_edits_in_one_go_are_one(
    keeper: ForecastKeeper, editor: Editor, qtbot: QtBot
) -> None:
    before, told = now(keeper), []
    keeper.changed.connect(lambda: told.append(now(keeper)))
    with qtbot.waitSignal(keeper.changed):
        editor.apply("Later", move_activity, REGRESSION, date(2027, 3, 1))
        editor.apply("Later still", move_activity, REGRESSION, date(2027, 4, 1))
        assert now(keeper) is before, "the last one holds until the next is there"
    assert len(told) == 1
    assert now(keeper).of(CORE).p50 > before.of(CORE).p50 + timedelta(days=28)


def test_it_follows_the_day(keeper: ForecastKeeper, editor: Editor, day: Day, qtbot: QtBot) -> None:
    before = now(keeper)
    day.now = TODAY + timedelta(days=30)
    with qtbot.waitSignal(keeper.changed):
        editor.check_today()
    assert now(keeper).today == day.now
    assert now(keeper).finish.p50 > before.finish.p50


def test_it_follows_the_shape(keeper: ForecastKeeper, qtbot: QtBot) -> None:
    before = now(keeper)
    with qtbot.waitSignal(keeper.changed):
        keeper.choose_shape(Shape.TRIANGULAR)
    assert now(keeper).shape is Shape.TRIANGULAR
    assert now(keeper).finish.p90 > before.finish.p90, "straight lines reach the ends of a range more often"
    with qtbot.assertNotEmitted(keeper.changed, wait=100):
        keeper.choose_shape(Shape.TRIANGULAR)


def test_what_is_only_proposed_is_told_without_changing_what_is(
    keeper: ForecastKeeper, editor: Editor
) -> None:
    before, found = now(keeper), list[Forecast]()
    proposed = editor.preview(move_activity, REGRESSION, date(2027, 6, 1))
    few = keeper.of_proposed(proposed.plan, proposed.graph)
    keeper.ask_in_full(proposed.plan, proposed.graph, found.append)
    assert few.samples == DRAG_SAMPLES
    assert found[0].samples == SAMPLES
    assert abs(few.finish.p50 - found[0].finish.p50) < timedelta(days=10)
    assert keeper.forecast is before


def test_few_samples_of_an_unchanged_plan_move_its_finish_by_nothing(
    keeper: ForecastKeeper, editor: Editor
) -> None:
    same = keeper.of_proposed(editor.plan, editor.schedule.graph)
    assert keeper.proposed_half(same) == now(keeper).finish.p50
    later = schedule(move_activity(editor.plan, REGRESSION, date(2027, 6, 1)))
    few = keeper.of_proposed(later.plan, later.graph)
    assert keeper.proposed_half(few) - now(keeper).finish.p50 == few.finish.p50 - same.finish.p50


def test_a_large_plan_is_worked_out_beside_the_window_and_only_what_was_asked_last(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    with Document.create(tmp_path / "large.milepost", study_plan(700)) as document:
        editor, parent = Editor(document, lambda: TODAY), QObject()
        keeper = ForecastKeeper(editor, Shape.PERT, parent)
        with qtbot.waitSignal(keeper.changed, timeout=20_000):
            pass
        ticks: list[int] = []
        ticking = QTimer(parent)
        ticking.timeout.connect(lambda: ticks.append(1))
        ticking.start(1)
        found: list[str] = []
        graph = editor.schedule.graph
        with qtbot.waitSignal(keeper.changed, timeout=20_000):
            editor.apply("Later", move_activity, ActivityId("a0"), date(2027, 6, 1))
            keeper.ask_in_full(editor.plan, graph, lambda _forecast: found.append("first"))
            keeper.ask_in_full(editor.plan, graph, lambda _forecast: found.append("second"))
            keeper.ask_in_full(editor.plan, graph, lambda _forecast: found.append("third"))
        assert found == ["first", "third"], "the first had begun; the second was not wanted any more"
        assert ticks, "the window went on meanwhile"
        assert now(keeper).samples < SAMPLES
        assert now(keeper).drivers
        parent.deleteLater()
