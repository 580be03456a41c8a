"""The finish by each baseline in time order, and today's at the end."""

from dataclasses import replace
from datetime import date

from planner.domain import edits
from planner.domain.baselines import change_after, take_baseline
from planner.domain.catching_up.absorb import absorb
from planner.domain.catching_up.compress import compress
from planner.domain.catching_up.pause import propose_pause, propose_return
from planner.domain.catching_up.shift import shift
from planner.domain.drift import NOW, DriftPoint, finish_drift
from planner.domain.items import ActivityId, BaselineId, MilestoneId
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from tests.helpers.catching_up import catch_up
from tests.helpers.networks import chain, goal, network, work


def jan(day: int) -> date:
    """A day of January 2027."""
    return date(2027, 1, day)


def path() -> Plan:
    """A takes until Saturday 9 January, B until Saturday 16, and M is the finish."""
    return network(work("A", 12), work("B", 12), goal("M"), *chain("A", "B", "M"), finish="M")


def taken(plan: Plan, name: str, day: int) -> Plan:
    """The plan with its dates kept on a day, for a reason that is the name."""
    return take_baseline(plan, BaselineId(name), jan(day), name)


def drift(plan: Plan) -> tuple[DriftPoint, ...]:
    """The drift as it is seen on 20 January."""
    return finish_drift(plan, schedule(plan), jan(20))


def test_a_plan_without_baselines_has_its_finish_now() -> None:
    assert drift(path()) == (DriftPoint(day=jan(20), finish=jan(16), reason=NOW),)


def test_each_baseline_says_where_the_finish_was_in_the_order_they_were_taken() -> None:
    plan = taken(path(), "later", 12)
    plan = edits.set_effort_range(plan, ActivityId("B"), 24, 24, 24)
    plan = taken(plan, "first", 5)  # the day counts, not when it came into the plan
    plan = edits.move_activity(plan, ActivityId("A"), jan(11))
    found = [(each.reason, each.day, each.before, each.finish, each.baseline) for each in drift(plan)]
    assert found == [
        ("first", jan(5), None, jan(23), "first"),
        ("Changes since 5 Jan 2027", jan(12), jan(23), jan(16), None),
        ("later", jan(12), None, jan(16), "later"),
        ("Changes since 12 Jan 2027", jan(20), jan(16), jan(30), None),
        (NOW, jan(20), None, jan(30), None),
    ]


def test_a_step_stands_on_the_day_of_what_made_it() -> None:
    plan = taken(path(), "made", 4)
    plan = catch_up(plan, jan(11), BaselineId("one"))  # a week later: M on the 23rd
    plan = catch_up(plan, jan(18), BaselineId("two"))  # and one more: M on the 30th
    found = [(each.reason, each.day, each.before, each.finish, each.note) for each in drift(plan)]
    assert found == [
        ("made", jan(4), None, jan(16), ""),
        (
            "Catching up to 11 Jan 2027",
            jan(11),
            jan(16),
            jan(23),
            "and any changes until 18 Jan 2027",
        ),
        (
            "Catching up to 18 Jan 2027",
            jan(18),
            jan(23),
            jan(30),
            "and any changes until 20 Jan 2027",
        ),
        (NOW, jan(20), None, jan(30), ""),
    ]


def test_a_baseline_by_hand_after_catching_up_tells_what_that_alone_did() -> None:
    plan = catch_up(taken(path(), "made", 4), jan(11), BaselineId("one"))
    plan = taken(plan, "Before the holidays", 11)
    plan = edits.set_effort_range(plan, ActivityId("B"), 14, 14, 14)
    caught_up, by_hand, own, now = drift(plan)[1:]
    assert (caught_up.before, caught_up.finish, caught_up.note) == (jan(16), jan(23), "")
    assert (by_hand.reason, by_hand.before, by_hand.finish) == ("Before the holidays", None, jan(23))
    assert (own.day, own.before, own.finish) == (jan(20), jan(23), now.finish)


def test_every_way_to_go_on_from_today_is_known_by_the_reason_it_leaves() -> None:
    plan, today = path(), jan(11)
    ways = (
        (shift(plan, today), "Catching up to 11 Jan 2027"),
        (absorb(plan, today), "Catching up to 11 Jan 2027 with the buffer"),
        (compress(plan, today, 15), "Catching up to 11 Jan 2027 with 15 h a week"),
        (propose_pause(plan, jan(12), jan(14), "", today), "The pause of 12–14 January 2027 (Pause)"),
        (
            propose_return(plan, jan(5), jan(10), "", today),
            "Going on from 11 Jan 2027 after 5–10 January 2027 (Pause)",
        ),
    )
    assert [change_after(proposal.reason) for proposal, _ in ways] == [words for _, words in ways]
    assert change_after("Before the summer, with a new job") is None


def test_a_finish_on_its_target_is_where_the_work_before_it_ended() -> None:
    for target in (jan(10), jan(31)):
        plan = taken(edits.retarget(path(), MilestoneId("M"), target), "with a target", 5)
        point = drift(plan)[0]
        assert point.finish == jan(16)
        assert "stood on its target" in point.note


def test_a_target_set_later_hides_nothing_of_earlier_baselines() -> None:
    plan = edits.retarget(taken(path(), "before it", 5), MilestoneId("M"), jan(31))
    assert [(each.finish, each.note) for each in drift(plan)] == [(jan(16), ""), (jan(16), "")]


def test_a_finish_that_a_baseline_did_not_have_is_the_last_day_in_it() -> None:
    plan = taken(path(), "old", 5)
    new = replace(plan, milestones={**plan.milestones, MilestoneId("N"): goal("N")})
    new = replace(new, facts=replace(new.facts, finish=MilestoneId("N")))
    point = drift(new)[0]
    assert (point.finish, point.note) == (
        jan(16),
        "“N” was not in it yet: this is the last day of all that was in it.",
    )


def test_a_plan_without_milestones_has_its_last_day() -> None:
    plan = taken(network(work("A", 12)), "bars alone", 5)
    assert [each.finish for each in drift(plan)] == [jan(9), jan(9)]


def test_a_baseline_of_an_empty_plan_has_no_finish() -> None:
    assert [each.reason for each in drift(taken(network(), "empty", 5))] == [NOW]
