"""What an edit moves is counted by the days a person sees."""

from dataclasses import replace
from datetime import date

from hypothesis import given

from planner.domain.cascade import count_moved, moved
from planner.domain.edits import move_activity, rename, retarget, set_effort
from planner.domain.items import ActivityId, MilestoneId, NodeId, PhaseId
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from planner.domain.structure import add_activity, remove_items
from tests.helpers.networks import MONDAY, chain, goal, network, random_networks, work

PLAN = network(
    work("A", 4), work("B", 4), goal("M"), work("C", 2), goal("N"), *chain("A", "B", "M"), *chain("C", "N")
)


def after(plan: Plan) -> list[NodeId]:
    """What moves from the plan above to this one."""
    return moved(schedule(PLAN), schedule(plan))


def test_followers_move_along() -> None:
    found = after(move_activity(PLAN, ActivityId("A"), date(2027, 1, 11)))
    # A from Mon 4 - Tue 5 to Mon 11 - Tue 12, B and M from Thu 7 to Thu 14.
    assert found == ["A", "B", "M"]
    assert moved(schedule(PLAN), schedule(PLAN)) == []


def test_what_is_not_seen_to_move_does_not_count() -> None:
    assert after(rename(PLAN, ActivityId("A"), "Another title")) == []
    assert after(move_activity(PLAN, ActivityId("A"), MONDAY)) == []


def test_a_diamond_moves_with_its_target() -> None:
    found = after(retarget(PLAN, MilestoneId("M"), date(2027, 2, 7)))
    # M lands on Thu 7 January as before; its diamond goes to the learner's date.
    assert found == ["M"]


def test_earlier_counts_as_a_move_back() -> None:
    late = schedule(move_activity(PLAN, ActivityId("A"), date(2027, 1, 11)))
    assert moved(late, schedule(PLAN)) == ["A", "B", "M"]


def test_a_bar_whose_end_stays_moves_with_its_start() -> None:
    before = network(work("A", 8))
    after_that = network(work("A", 2, not_before=date(2027, 1, 7)))
    # From Mon 4 - Thu 7 to Thu 7 alone.
    assert moved(schedule(before), schedule(after_that)) == ["A"]


def test_days_are_compared_though_the_plans_begin_on_different_ones() -> None:
    plan = network(work("A", 4, not_before=date(2027, 1, 11)))
    earlier = replace(plan, facts=replace(plan.facts, start=date(2026, 12, 28)))
    assert moved(schedule(plan), schedule(earlier)) == []


def test_what_was_added_or_removed_did_not_move() -> None:
    assert after(add_activity(PLAN, ActivityId("D"), PhaseId("phase"), "D", 3)) == []
    # Without B, M lands with A on Tue 5.
    assert after(remove_items(PLAN, ["B"], MONDAY)) == ["M"]


@given(random_networks(), random_networks())
def test_both_ways_of_comparing_agree(one: Plan, other: Plan) -> None:
    before, following = schedule(one), schedule(other)
    expected = [
        node
        for node in following.graph.nodes
        if node in before.graph.index
        and (
            before.start_day(node) != following.start_day(node)
            or before.finish_day(node) != following.finish_day(node)
            or (
                node in one.milestones
                and before.shown_day(MilestoneId(node)) != following.shown_day(MilestoneId(node))
            )
        )
    ]
    assert moved(before, following) == expected


def test_how_many_move_and_how_far_counts_both_ends_and_diamonds() -> None:
    before = schedule(PLAN)
    longer = schedule(set_effort(PLAN, ActivityId("A"), 16))
    target = schedule(retarget(PLAN, MilestoneId("M"), date(2027, 3, 1)))

    assert count_moved(before, before) == (0, 0)
    assert count_moved(before, longer) == (3, 7)
    assert count_moved(before, longer, ["A", "B", "M", "gone"]) == (0, 0)
    days = (date(2027, 3, 1) - before.lands(MilestoneId("M"))).days
    assert count_moved(before, target) == (1, days)
    more = schedule(add_activity(PLAN, ActivityId("D"), PhaseId("phase"), "D", 4))
    assert count_moved(before, more) == (0, 0)
