"""What the finish hangs on: which activities are named, which share a line, and which open with a press."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.forecast.forecast import Driver
from planner.domain.forecast.shapes import Shape
from planner.domain.items import ActivityId
from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.forecasting.drivers_list import DriversList, arranged
from planner.ui.forecasting.keeper import ForecastKeeper
from planner.ui.theme_controller import ThemeController
from tests.helpers.forecasts import with_ranges
from tests.helpers.networks import MONDAY, chain, goal, network, wait, work


@pytest.mark.parametrize(
    ("shares", "folded", "named", "rest"),
    [
        ([1.0] * 6 + [0.56, 0.44, 0.2], 6, [0.56, 0.44, 0.2], []),
        ([1.0] * 6 + [0.9, 0.8, 0.7, 0.6, 0.5, 0.4], 6, [0.9, 0.8, 0.7, 0.6], [0.5, 0.4]),
        ([1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4], 0, [1.0, 0.9, 0.8, 0.7, 0.6], [0.5, 0.4]),
        ([1.0, 0.9, 0.8, 0.7, 0.6, 0.5], 0, [1.0, 0.9, 0.8, 0.7, 0.6, 0.5], []),
        ([1.0] * 9, 9, [], []),
        ([1.0] * 4, 0, [1.0] * 4, []),
        ([0.4, 0.3], 0, [0.4, 0.3], []),
        ([], 0, [], []),
    ],
)
def test_many_that_always_decide_share_a_line_and_leave_room_for_the_others(
    shares: list[float], folded: int, named: list[float], rest: list[float]
) -> None:
    ranked = [Driver(ActivityId(f"A{number}"), share) for number, share in enumerate(shares)]
    found = arranged(ranked)
    assert [len(found.folded), [each.share for each in found.named]] == [folded, named]
    assert [each.share for each in found.rest] == rest
    assert [*found.folded, *found.named, *found.rest] == ranked


def test_what_shares_a_line_opens_with_a_press(tmp_path: Path, look: ThemeController, qtbot: QtBot) -> None:
    names = "ABCDEF"
    side = [work("G", 30, high=90), work("H", 30, high=90)]
    plan = with_ranges(
        network(
            *(work(each, 6) for each in names),
            *side,
            goal("end"),
            *chain(*names),
            *(wait("F", each.id) for each in side),
            *(wait(each.id, "end") for each in side),
            finish="end",
        )
    )
    with Document.create(tmp_path / "path.milepost", plan) as document:
        keeper = ForecastKeeper(Editor(document, lambda: MONDAY), Shape.PERT)
        holder = QWidget()
        qtbot.addWidget(holder)
        page = DriversList(keeper, look, holder)
        QVBoxLayout(holder).addWidget(page)
        with qtbot.waitSignal(keeper.changed):
            pass
        holder.show()
        page.show()
        qtbot.waitUntil(page.heading.isVisible)
        assert page.folded.isHidden()
        chosen: list[str] = []
        page.item_chosen.connect(chosen.append)
        qtbot.mouseClick(page.always, Qt.MouseButton.LeftButton)
        assert page.folded.isVisible()
        assert page.always.accessibleName().endswith(" activities in every try")
        qtbot.mouseClick(page.folded.links[0], Qt.MouseButton.LeftButton)
        assert chosen
        assert page.folded.links[0].accessibleName().startswith(chosen[0])
        qtbot.mouseClick(page.always, Qt.MouseButton.LeftButton)
        assert page.folded.isHidden()
        keeper.deleteLater()
