"""How fast the chart scrolls along near an edge of the window."""

import pytest
from PySide6.QtCore import QObject, QPointF, QRectF
from pytestqt.qtbot import QtBot

from planner.ui.timeline.edge_scroll import EDGE, FASTEST, TICK_MS, EdgeScroll, edge_speed

ROOM = QRectF(0, 50, 800, 400)
MIDDLE = QPointF(400, 250)


@pytest.mark.parametrize(
    ("near", "nearer", "outside", "way"),
    [
        (QPointF(EDGE - 4, 250), QPointF(4, 250), QPointF(-90, 250), (1, 0)),
        (QPointF(800 - EDGE + 4, 250), QPointF(796, 250), QPointF(1200, 250), (-1, 0)),
        (QPointF(400, 50 + EDGE - 4), QPointF(400, 54), QPointF(400, 10), (0, 1)),
        (QPointF(400, 450 - EDGE + 4), QPointF(400, 446), QPointF(400, 900), (0, -1)),
    ],
)
def test_the_nearer_the_edge_the_faster(
    near: QPointF, nearer: QPointF, outside: QPointF, way: tuple[int, int]
) -> None:
    slow, fast, fastest = (edge_speed(at, MIDDLE, ROOM) for at in (near, nearer, outside))

    def along(speed: QPointF) -> float:
        return speed.x() * way[0] + speed.y() * way[1]

    assert 0 < along(slow) < along(fast) <= along(fastest) == FASTEST
    assert along(QPointF(slow.y(), slow.x())) == 0


def test_away_from_the_edges_nothing_scrolls() -> None:
    assert edge_speed(MIDDLE, MIDDLE, ROOM).isNull()
    assert edge_speed(QPointF(EDGE + 1, 250), MIDDLE, ROOM).isNull()


def test_what_is_grabbed_at_an_edge_scrolls_only_when_it_is_pulled_there() -> None:
    grabbed = QPointF(790, 250)
    assert edge_speed(grabbed - QPointF(20, 0), grabbed, ROOM).isNull()
    assert edge_speed(grabbed + QPointF(8, 0), grabbed, ROOM).x() < 0


def test_in_a_small_window_there_is_a_middle_left() -> None:
    small = QRectF(0, 0, 60, 60)
    assert edge_speed(QPointF(30, 30), QPointF(5, 5), small).isNull()


def test_it_goes_on_until_it_is_stopped(qtbot: QtBot) -> None:
    steps: list[tuple[float, float]] = []
    holder = QObject()
    edges = EdgeScroll(lambda dx, dy: steps.append((dx, dy)), holder)

    edges.follow(QPointF(799, 250), MIDDLE, ROOM)
    qtbot.waitUntil(lambda: len(steps) >= 3)
    assert all(dx < 0 and dy == 0 for dx, dy in steps)
    runs = []
    edges.follow(MIDDLE, MIDDLE, ROOM)
    runs.append(edges.running)
    edges.follow(QPointF(1, 250), MIDDLE, ROOM)
    runs.append(edges.running)
    edges.stop()
    runs.append(edges.running)
    assert runs == [False, True, False]


def test_it_begins_slowly_and_grows_to_about_a_chart_in_two_seconds(qtbot: QtBot) -> None:
    steps: list[float] = []
    holder = QObject()
    edges = EdgeScroll(lambda dx, _dy: steps.append(-dx), holder)

    edges.follow(QPointF(900, 250), MIDDLE, ROOM)
    qtbot.waitUntil(lambda: len(steps) >= 5)
    edges.stop()

    assert steps[0] == FASTEST / 4
    assert steps[:5] == sorted(steps[:5])
    assert steps[4] > steps[0]
    assert FASTEST * 2000 / TICK_MS <= 1100
