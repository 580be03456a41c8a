"""Moving many items at once, a bar's left edge and its range tail."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from planner.domain.archive import archive
from planner.domain.edits import mark_finished, mark_started, put_activity
from planner.domain.errors import InvalidValue, PlanTooLong, UnknownItem
from planner.domain.items import Activity, ActivityId, MilestoneId, Provenance
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from planner.domain.shifting import (
    Shift,
    high_hours_until,
    move_start,
    set_high,
    shift_items,
    staying_sentence,
)
from planner.domain.waits import Waits
from tests.helpers.networks import FF, chain, goal, network, random_networks, wait, work
from tests.helpers.plans import small_plan

EVERY_DAY = (2, 2, 2, 2, 2, 2, 2)


def january(day: int) -> date:
    """A day of January 2027."""
    return date(2027, 1, day)


def shifted(plan: Plan, days: int, *ids: str) -> Plan:
    """The plan with some items so many days later."""
    return shift_items(plan, ids, days, schedule(plan))


def own_dates(plan: Plan) -> dict[str, date]:
    """The activities with a start date of their own."""
    return {key: each.not_before for key, each in plan.activities.items() if each.not_before is not None}


def starts(plan: Plan) -> dict[str, date]:
    """The first day of each activity and the day each diamond stands on."""
    laid_out = schedule(plan)
    days: dict[str, date] = {key: laid_out.start_day(key) for key in plan.activities}
    return days | {key: laid_out.shown_day(key) for key in plan.milestones}


CHAIN = network(work("A", 4), work("B", 4), work("C", 4), *chain("A", "B", "C"), week=EVERY_DAY)


def test_only_the_first_of_a_chain_gets_a_date_and_the_others_follow() -> None:
    plan = shifted(CHAIN, 7, "C", "A", "B")
    assert own_dates(plan) == {"A": january(11)}
    assert starts(plan) == {"A": january(11), "B": january(13), "C": january(15)}


def test_what_follows_through_an_item_that_was_not_taken_needs_no_date_either() -> None:
    assert own_dates(shifted(CHAIN, 7, "A", "C")) == {"A": january(11)}


def test_an_item_whose_start_hangs_on_something_else_gets_its_own_date() -> None:
    plan = network(
        work("A", 4), work("long", 12), work("B", 4), wait("A", "B"), wait("long", "B"), week=EVERY_DAY
    )
    assert own_dates(shifted(plan, 3, "A", "B")) == {"A": january(7), "B": january(13)}


def test_dates_move_back_and_go_once_they_hold_nothing_back() -> None:
    later = shifted(CHAIN, 7, "A", "B", "C")
    assert own_dates(shifted(later, -3, "A", "B", "C")) == {"A": january(8)}
    assert shifted(later, -7, "A", "B", "C") == CHAIN
    assert shifted(later, -70, "A", "B", "C") == CHAIN


def test_what_is_held_only_by_what_it_waits_for_cannot_come_earlier() -> None:
    assert shifted(CHAIN, -2, "B", "C") == CHAIN


def test_diamonds_move_by_their_target_and_keep_what_it_means() -> None:
    plan = network(
        work("A", 4),
        goal("held", january(20), holds=True),
        goal("due", january(25)),
        *chain("A", "held"),
        week=EVERY_DAY,
    )
    moved = shifted(plan, 2, "held", "due")
    held, due = moved.milestone(MilestoneId("held")), moved.milestone(MilestoneId("due"))
    assert (held.target, held.holds) == (january(22), True)
    assert (due.target, due.holds) == (january(27), False)


def test_a_diamond_without_a_date_goes_where_its_work_leads() -> None:
    plan = network(work("A", 4), goal("M"), work("B", 4), *chain("A", "M", "B"), week=EVERY_DAY)
    moved = shifted(plan, 7, "A", "M", "B")
    assert moved.milestones == plan.milestones
    assert own_dates(moved) == {"A": january(11)}
    # Taken without its work, it gets a date as when it is dragged alone.
    assert shifted(plan, 7, "M").milestone(MilestoneId("M")).holds
    assert shifted(plan, -1, "M").milestone(MilestoneId("M")).target == january(4)


def test_a_group_stands_for_all_it_holds() -> None:
    plan = small_plan()
    moved = shifted(plan, 14, "production")
    assert own_dates(moved) == {
        "serve-model": schedule(plan).start_day(ActivityId("serve-model")) + timedelta(14)
    }
    assert shifted(plan, 14, "production", "write-up") == moved


def test_what_has_begun_or_is_fixed_stays_and_is_named() -> None:
    plan = network(
        work("A", 4, finished=january(5)),
        work("B", 4, started=january(4)),
        work("C", 4),
        goal("exam", january(20), fixed=True),
        goal("done", reached=january(6)),
        week=EVERY_DAY,
    )
    everything = ["A", "B", "C", "exam", "done"]
    moved = shifted(plan, 7, *everything)
    assert own_dates(moved) == {"C": january(11)}
    assert moved.milestones == plan.milestones
    assert staying_sentence(plan, ["C"]) == ""
    assert staying_sentence(plan, ["A"]) == "“A” is finished, so it stays."
    assert (
        staying_sentence(plan, ["B", "C", "exam"])
        == "“B” has started and “exam” has a fixed date, so they stay."
    )
    assert staying_sentence(plan, everything).endswith("“exam” has a fixed date and 1 more, so they stay.")
    with pytest.raises(InvalidValue, match="“A” is finished and “done” is reached, so they stay"):
        shifted(plan, 7, "A", "done")


def test_what_cannot_be_asked_is_said_plainly() -> None:
    with pytest.raises(UnknownItem):
        shifted(CHAIN, 7, "nowhere")
    with pytest.raises(InvalidValue, match="nothing here to move"):
        shifted(CHAIN, 7)
    with pytest.raises(PlanTooLong):
        shifted(CHAIN, 4_000_000, "A")


@given(random_networks(), st.integers(1, 40))
def test_on_even_days_all_bars_move_by_just_so_many_days(plan: Plan, days: int) -> None:
    bars = network(
        *[replace(_open(each), pauses=()) for each in plan.active.values()],
        *[
            each
            for each in plan.dependencies.values()
            if each.before in plan.active and each.after in plan.active
        ],
        week=EVERY_DAY,
    )
    assume(bars.activities)
    before, after = starts(bars), starts(shifted(bars, days, *bars.activities))
    assert after == {key: day + timedelta(days) for key, day in before.items()}


@given(random_networks(), st.integers(-40, 40), st.data())
def test_nothing_moves_the_wrong_way_and_no_date_is_kept_in_vain(plan: Plan, days: int, data: Any) -> None:
    names = [*plan.active, *plan.milestones]
    assume(names)
    chosen = data.draw(st.lists(st.sampled_from(names), min_size=1, unique=True))
    movable = [each for each in chosen if not staying_sentence(plan, [each])]
    assume(movable)
    before, result = schedule(plan), shifted(plan, days, *chosen)
    after = schedule(result)
    waits = Waits(after)
    for key, activity in result.active.items():
        moved = (after.start_day(key) - before.start_day(key)).days
        assert moved * days >= 0
        if activity is not plan.activities[key]:
            assert key in movable
            earliest = waits.earliest(after.graph.index[key])
            assert (
                activity.not_before is None
                or waits.begins(after.graph.index[key], after.axis.begin(activity.not_before)) > earliest
            )
    for milestone in result.milestones.values():
        assert milestone is plan.milestones[milestone.id] or milestone.id in movable


def test_the_left_edge_changes_start_and_hours_and_keeps_the_finish() -> None:
    plan = network(
        replace(work("A", 8, high=16), not_before=january(8)), work("B", 4), *chain("A", "B"), week=EVERY_DAY
    )
    earlier = move_start(plan, ActivityId("A"), january(6), schedule(plan))
    found, laid_out = earlier.activity(ActivityId("A")), schedule(earlier)
    assert (laid_out.start_day(found.id), laid_out.finish_day(found.id)) == (january(6), january(11))
    assert (found.effort.low, found.effort.likely, found.effort.high) == (12, 12, 24)
    assert (found.not_before, found.effort.provenance) == (january(6), Provenance.LEARNER)
    assert starts(earlier)["B"] == starts(plan)["B"]
    later = move_start(plan, ActivityId("A"), january(10), schedule(plan)).activity(ActivityId("A"))
    assert (later.effort.likely, later.effort.high, later.not_before) == (4, 8, january(10))


def test_the_share_counts_in_the_hours_a_left_edge_gives() -> None:
    plan = network(work("A", 4, share=0.5), week=EVERY_DAY)
    found = move_start(plan, ActivityId("A"), january(6), schedule(plan)).activity(ActivityId("A"))
    assert found.effort.likely == 2


def test_a_left_edge_goes_no_further_than_what_the_bar_waits_for() -> None:
    plan = network(
        work("A", 4), replace(work("B", 4), not_before=january(9)), *chain("A", "B"), week=EVERY_DAY
    )
    found = move_start(plan, ActivityId("B"), january(1), schedule(plan)).activity(ActivityId("B"))
    assert (found.not_before, found.effort.likely) == (None, 10)
    assert move_start(CHAIN, ActivityId("B"), january(1), schedule(CHAIN)) == CHAIN


def test_a_bar_pulled_past_its_end_keeps_its_last_day() -> None:
    plan = move_start(CHAIN, ActivityId("A"), january(30), schedule(CHAIN))
    laid_out = schedule(plan)
    assert laid_out.start_day(ActivityId("A")) == laid_out.finish_day(ActivityId("A")) == january(5)


def test_a_finish_that_waits_for_another_finish_is_kept_too() -> None:
    plan = network(work("A", 20), work("B", 4), wait("A", "B", FF), week=EVERY_DAY)
    before = schedule(plan).finish_day(ActivityId("B"))
    for day in (5, 10, 13):
        result = move_start(plan, ActivityId("B"), january(day), schedule(plan))
        laid_out = schedule(result)
        assert (laid_out.start_day(ActivityId("B")), laid_out.finish_day(ActivityId("B"))) == (
            january(day),
            before,
        )


def test_the_start_of_what_has_begun_is_refused_with_a_way_out() -> None:
    started = mark_started(CHAIN, ActivityId("A"), january(4))
    with pytest.raises(InvalidValue, match="“A” has started, so its start stays"):
        move_start(started, ActivityId("A"), january(6), schedule(started))
    finished = mark_finished(CHAIN, ActivityId("A"), january(5))
    with pytest.raises(InvalidValue, match="Reopen it"):
        move_start(finished, ActivityId("A"), january(6), schedule(finished))
    with pytest.raises(InvalidValue, match="Reopen it"):
        set_high(finished, ActivityId("A"), 9)


def _open(activity: Activity) -> Activity:
    return replace(activity, started_on=None, finished_on=None, remaining_hours=None)


@given(random_networks(), st.integers(-40, 40), st.data())
def test_what_a_drag_shows_is_where_everything_falls_after_the_drop(plan: Plan, days: int, data: Any) -> None:
    names = [*plan.active, *plan.milestones]
    assume(names)
    chosen = data.draw(st.lists(st.sampled_from(names), min_size=1, unique=True))
    assume(days and any(not staying_sentence(plan, [each]) for each in chosen))
    shift = Shift(plan, chosen, schedule(plan))

    shown, dropped = shift.scheduled(plan, days), schedule(shift.by(plan, days))

    assert shown.plan == dropped.plan
    assert shown.start_indices.tolist() == dropped.start_indices.tolist()
    assert shown.finish_indices.tolist() == dropped.finish_indices.tolist()


@given(random_networks(), st.integers(-10, 60), st.data())
def test_a_left_edge_keeps_the_finish_and_the_shape_of_the_range(plan: Plan, day: int, data: Any) -> None:
    assume(plan.active)
    key = data.draw(st.sampled_from(list(plan.active)))
    plan = put_activity(plan, _open(plan.activities[key]))
    before = schedule(plan)
    result = move_start(plan, key, plan.facts.start + timedelta(day), before)
    after = schedule(result)
    old, new = plan.activity(key).effort, result.activity(key).effort
    if new.likely > 0.25:
        assert after.finish_day(key) == before.finish_day(key)
    assert new.low * old.likely == pytest.approx(old.low * new.likely)
    assert new.high * old.likely == pytest.approx(old.high * new.likely)


def test_the_range_tail_changes_the_high_estimate_alone() -> None:
    plan = network(work("A", 4), week=EVERY_DAY)
    key, current = ActivityId("A"), schedule(plan)
    hours = high_hours_until(current, key, january(8))
    assert hours == 10
    wider = set_high(plan, key, hours)
    assert (wider.activity(key).effort.likely, wider.activity(key).effort.high) == (4, 10)
    assert schedule(wider).high_finish_day(key) == january(8)
    assert high_hours_until(current, key, january(4)) == 4
    assert set_high(wider, key, 1).activity(key).effort.high == 4


def test_the_start_of_what_is_archived_does_not_move() -> None:
    archived = archive(small_plan(), ActivityId("write-up"), january(5))
    with pytest.raises(InvalidValue, match="is archived"):
        move_start(archived, ActivityId("write-up"), january(9), schedule(archived))
