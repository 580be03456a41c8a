"""Two baselines side by side, or one and the plan as it is now."""

from dataclasses import replace
from datetime import date

import pytest

from planner.domain import edits
from planner.domain.archive import archive
from planner.domain.baseline_comparison import GONE, ComparedLine, Comparison, Sort, compare
from planner.domain.baselines import take_baseline
from planner.domain.errors import UnknownItem
from planner.domain.items import ActivityId, BaselineId, new_id
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from tests.helpers.networks import chain, goal, network, work

ONE, OTHER = BaselineId("one"), BaselineId("other")


def jan(day: int) -> date:
    """A day of January 2027."""
    return date(2027, 1, day)


def path() -> Plan:
    """A takes until Saturday 9 January, B until Saturday 16, where M lands; kept as “one”."""
    plan = network(work("A", 12), work("B", 12), goal("M"), *chain("A", "B", "M"), finish="M")
    return take_baseline(plan, ONE, jan(4), "As made")


def compared(plan: Plan, other: BaselineId | None = None) -> Comparison:
    """The baseline “one” against another or the plan as it is."""
    return compare(plan, schedule(plan), ONE, other)


def by_title(found: Comparison) -> dict[str, ComparedLine]:
    """The lines by their titles."""
    return {each.title: each for each in found.lines}


def test_a_plan_that_has_not_moved_is_the_same() -> None:
    found = compared(path())
    assert [(each.title, each.sort, each.days) for each in found.lines] == [
        ("A", Sort.SAME, 0),
        ("B", Sort.SAME, 0),
        ("M", Sort.SAME, 0),
    ]
    assert found.moved == ()
    assert found.sentence == "The finish is the same, 16 Jan 2027. No item has other days."


def test_each_item_has_its_days_in_both_and_by_how_much_it_ends_later() -> None:
    found = compared(edits.set_effort_range(path(), ActivityId("B"), 24, 24, 24))
    line = by_title(found)["B"]
    assert line.one is not None
    assert line.other is not None
    assert (line.one.finish, line.other.finish) == (jan(16), jan(23))
    assert (line.days, line.start_days, line.sort) == (7, 0, Sort.LATER)
    assert [each.title for each in found.moved] == ["B", "M"]
    words = "The finish is 7 days later: 23 Jan 2027 instead of 16 Jan 2027. Items: 2 later."
    assert found.sentence == words


def test_what_only_starts_on_another_day_has_moved_too() -> None:
    plan = edits.move_activity(path(), ActivityId("B"), jan(14))
    plan = edits.set_effort_range(plan, ActivityId("B"), 6, 6, 6)
    line = by_title(compared(plan))["B"]
    assert (line.days, line.start_days, line.sort) == (0, 3, Sort.LATER)


def test_two_baselines_are_compared_as_the_plan_and_one_are() -> None:
    plan = edits.set_effort_range(path(), ActivityId("B"), 6, 6, 6)
    plan = take_baseline(plan, OTHER, jan(6), "Shorter")
    moved_on = edits.move_activity(plan, ActivityId("A"), jan(25))
    assert compared(moved_on, OTHER).lines == compared(plan).lines
    assert compared(moved_on, OTHER).sentence.startswith("The finish was 3 days earlier: 13 Jan 2027")


def test_what_came_and_what_went_are_told_apart() -> None:
    plan = archive(path(), ActivityId("A"), jan(5))
    own = new_id()
    new = replace(work("Extra", 2), id=ActivityId(own))
    plan = replace(plan, activities={**plan.activities, ActivityId(own): new})
    found = by_title(compared(plan))
    assert (found["Extra"].sort, found["Extra"].one, found["Extra"].days) == (Sort.ADDED, None, None)
    assert (found["A"].sort, found["A"].other) == (Sort.REMOVED, None)
    kept = take_baseline(plan, OTHER, jan(6), "With the extra")
    without = replace(kept, activities={key: each for key, each in kept.activities.items() if key != own})
    gone = compare(without, schedule(without), OTHER, None).lines[-1]
    assert (gone.title, gone.sort) == (GONE, Sort.REMOVED)


def test_a_baseline_that_is_not_there_is_said() -> None:
    with pytest.raises(UnknownItem, match="baseline “other”"):
        compared(path(), OTHER)
