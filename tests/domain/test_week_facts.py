"""Facts of a week guard themselves."""

from datetime import date

import pytest

from planner.domain.errors import InvalidValue
from planner.domain.items import ActivityId, PlacementId
from planner.domain.week_facts import MOST_GOALS, Placement, WeekGoal, WeekNotes

MONDAY = date(2027, 1, 4)


@pytest.mark.parametrize(
    "fields", [{"text": " "}, {"text": "x" * 501}, {"minutes": -1}, {"minutes": 10_081}, {"kind": "x" * 501}]
)
def test_a_goal_that_cannot_be_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(InvalidValue):
        WeekGoal(**{"text": "Read", **fields})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "fields",
    [
        {"goals": (WeekGoal(text="Read"),) * (MOST_GOALS + 1)},
        {"planned_minutes": -1},
        {"planned_minutes": 10_081},
        {"why": "x" * 4_001},
        {"first_day": date(1, 1, 1)},
    ],
)
def test_notes_that_cannot_be_are_refused(fields: dict[str, object]) -> None:
    with pytest.raises(InvalidValue):
        WeekNotes(**{"first_day": MONDAY, **fields})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "fields",
    [
        {"minutes": 0},
        {"minutes": 1441},
        {"starts_at": -1},
        {"starts_at": 1440},
        {"day": date(9999, 12, 31)},
        {"taken_from": date(1, 1, 1)},
    ],
)
def test_a_placement_that_cannot_be_is_refused(fields: dict[str, object]) -> None:
    fine = {"day": MONDAY, "taken_from": MONDAY, "minutes": 30}
    with pytest.raises(InvalidValue):
        Placement(
            id=PlacementId("a"),
            activity=ActivityId("b"),
            step=None,
            **{**fine, **fields},  # type: ignore[arg-type]
        )


def test_notes_say_when_they_hold_nothing() -> None:
    assert WeekNotes(first_day=MONDAY).empty
    assert not WeekNotes(first_day=MONDAY, goals=()).empty
    assert not WeekNotes(first_day=MONDAY, planned_minutes=0).empty
