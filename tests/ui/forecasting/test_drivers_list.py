"""What the finish hangs on: which activities are named."""

import pytest

from planner.domain.forecast.forecast import Driver
from planner.domain.items import ActivityId
from planner.ui.forecasting.drivers_list import named_first


@pytest.mark.parametrize(
    ("shares", "named"),
    [
        ([1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.56, 0.44, 0.2], [1.0, 1.0, 1.0, 0.56, 0.44]),
        ([1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.56], [1.0, 1.0, 1.0, 1.0, 0.56]),
        ([1.0, 0.9, 0.8, 0.7, 0.6, 0.5], [1.0, 0.9, 0.8, 0.7, 0.6]),
        ([1.0] * 9, [1.0] * 5),
        ([0.4, 0.3], [0.4, 0.3]),
        ([], []),
    ],
)
def test_what_decides_in_part_is_named_where_many_always_do(shares: list[float], named: list[float]) -> None:
    ranked = [Driver(ActivityId(f"A{number}"), share) for number, share in enumerate(shares)]
    found = named_first(ranked)
    assert [each.share for each in found] == named
    assert found == [each for each in ranked if each in found]
