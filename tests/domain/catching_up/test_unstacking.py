"""No day is asked for more than its hours because of catching up."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from planner.domain.catching_up.absorb import absorb
from planner.domain.catching_up.compress import compress
from planner.domain.catching_up.pause import propose_pause, propose_return
from planner.domain.catching_up.proposal import Proposal, week_from
from planner.domain.catching_up.shift import shift
from planner.domain.items import Activity, ActivityId, Dependency, DependencyKind, Pause
from planner.domain.plan import Plan
from planner.domain.proof import log_session
from planner.domain.schedule import Schedule, schedule
from planner.domain.week_sessions import lay_days
from tests.helpers.networks import MONDAY, chain, days, network, random_networks, wait, work

ROUNDING_MINUTES = 0.01


def jan(day: int) -> date:
    """A day of January 2027."""
    return date(2027, 1, day)


def test_what_dates_kept_apart_comes_one_after_the_other() -> None:
    plan = network(work("A", 12), work("B", 4, not_before=jan(11)))
    proposal = shift(plan, jan(18))
    # A from Mon 18 to Sat 23; B waits until Mon 25 instead of beginning beside it.
    assert proposal.schedule.finish_day(ActivityId("A")) == jan(23)
    assert proposal.plan.activity(ActivityId("B")).not_before == jan(25)
    assert proposal.schedule.start_day(ActivityId("B")) == jan(25)
    assert proposal.waits == ("B",)


def test_what_has_begun_pauses_until_it_is_its_turn() -> None:
    plan = network(work("A", 12), work("B", 4, not_before=jan(11)))
    for name in ("A", "B"):
        plan = log_session(plan, ActivityId(name), jan(4) if name == "A" else jan(11), 60)
    proposal = shift(plan, jan(18))
    # 11 h of A end within Sat 23, so that the 3 h of B go on with Mon 25.
    assert proposal.plan.activity(ActivityId("B")).pauses == (Pause(first=jan(18), last=jan(24)),)
    assert proposal.schedule.finish_day(ActivityId("B")) == jan(26)


def test_what_ran_side_by_side_may_do_so_again() -> None:
    plan = network(work("A", 12), work("B", 4))
    proposal = shift(plan, jan(18))
    assert proposal.waits == ()
    assert proposal.schedule.start_day(ActivityId("B")) == jan(18)


def test_but_for_no_longer_than_it_did() -> None:
    # B ran beside A for its last hour of work, on Sat 9.
    plan = network(work("A", 12), work("B", 8, not_before=jan(9)))
    proposal = shift(plan, jan(18))
    # Beside the last 4 hours of A again, those of Sat 23.
    assert proposal.plan.activity(ActivityId("B")).not_before == jan(23)


def test_shares_that_fit_the_week_stay_side_by_side() -> None:
    plan = network(work("A", 6, share=0.5), work("B", 3, share=0.5, not_before=jan(11)))
    assert shift(plan, jan(18)).waits == ()


@st.composite
def apart(draw: st.DrawFn) -> Plan:
    """Work that never asks for more than there is, kept apart by dates and by dependencies."""
    items: list[Activity | Dependency] = []
    plan = network()
    for number in range(draw(st.integers(2, 6))):
        name, hours = f"A{number}", draw(st.integers(1, 60)) / 4
        share = draw(st.sampled_from([1.0, 1.0, 0.5]))
        done = schedule(plan)
        last = max([done.finish_day(each) for each in plan.activities], default=MONDAY - timedelta(days=1))
        if number and draw(st.booleans()):
            items += [work(name, hours, share=share), wait(f"A{number - 1}", name)]
        else:
            gap = timedelta(days=1 + draw(st.integers(0, 9)))
            items.append(work(name, hours, share=share, not_before=last + gap))
        plan = network(*items)
    for name in draw(st.lists(st.sampled_from([*plan.activities]), max_size=4)):
        plan = log_session(plan, name, draw(days(0, 20)), draw(st.sampled_from([30, 60, 240])))
    return plan


@settings(max_examples=40)
@given(plan=apart(), late=st.integers(0, 70), hours=st.integers(12, 30))
def test_no_day_has_more_than_its_hours(plan: Plan, late: int, hours: int) -> None:
    today = MONDAY + timedelta(days=late)
    before = schedule(plan)
    assume(fullest_excess(before, MONDAY) <= ROUNDING_MINUTES)
    last = today + timedelta(days=9)
    for proposal in (
        shift(plan, today, before),
        absorb(plan, today, before),
        compress(plan, today, hours, current=before),
        propose_pause(plan, today, last, "Holiday", today, before),
        *([propose_return(plan, MONDAY, today - timedelta(days=1), "", today, before)] if late else []),
    ):
        assert fullest_excess(proposal.schedule, today) <= ROUNDING_MINUTES
        assert_same_work(proposal)


@settings(max_examples=40)
@given(
    plan=random_networks((DependencyKind.FINISH_START, DependencyKind.START_START)), late=st.integers(0, 40)
)
def test_no_two_run_beside_each_other_for_longer_than_they_did(plan: Plan, late: int) -> None:
    today = plan.facts.status_date + timedelta(days=late)
    before = schedule(plan)
    proposal = shift(plan, today, before)
    after = proposal.schedule
    left = [key for key, each in proposal.plan.active.items() if each.remaining > 0 and not each.finished_on]
    for place, one in enumerate(left):
        for other in left[:place]:
            if proposal.plan.activity(one).share + proposal.plan.activity(other).share > 1:
                assert beside(after, one, other) <= beside(before, one, other) + 1e-6
    assert_same_work(proposal)


@settings(max_examples=30)
@given(plan=random_networks(), late=st.integers(1, 40), fixed=st.integers(0, 7))
def test_no_fixed_date_ever_moves(plan: Plan, late: int, fixed: int) -> None:
    milestones = {
        key: replace(each, fixed=each.target is not None and bool(fixed >> number & 1))
        for number, (key, each) in enumerate(plan.milestones.items())
    }
    plan = replace(plan, milestones=milestones)
    today = plan.facts.status_date + timedelta(days=late)
    for proposal in (
        shift(plan, today),
        absorb(plan, today),
        compress(plan, today, week_from(plan, today).total),
        propose_return(plan, plan.facts.status_date, today - timedelta(days=1), "", today),
    ):
        for key, each in milestones.items():
            if each.fixed or each.reached_on is not None:
                assert proposal.plan.milestones[key] == each
        assert {each.milestone for each in proposal.late_fixed} == {
            key
            for key, each in milestones.items()
            if each.fixed and each.reached_on is None and (proposal.schedule.margin_days(key) or 0) < 0
        }


def test_catching_up_to_a_week_later_again_does_no_more() -> None:
    plan = network(work("A", 12), work("B", 4, not_before=jan(11)), *chain("A"))
    once = shift(plan, jan(18)).plan
    assert not shift(once, jan(18)).changes


def fullest_excess(laid_out: Schedule, today: date) -> float:
    """The most minutes that a day from today on is asked for above its hours."""
    last = max([laid_out.finish_day(each) for each in laid_out.plan.activities], default=today)
    found = [0.0]
    for number in range(max((last - today).days + 1, 0)):
        day = today + timedelta(days=number)
        (pieces,) = lay_days(laid_out, [day], today)
        found.append(sum(each.minutes for each in pieces) - 60 * laid_out.plan.calendar.hours_on(day))
    return max(found)


def beside(laid_out: Schedule, one: ActivityId, other: ActivityId) -> float:
    """Hours that two activities run at once, their pauses left out."""
    settled = laid_out.axis.begin(laid_out.plan.facts.status_date)
    spans = []
    for number in (laid_out.graph.index[one], laid_out.graph.index[other]):
        start, finish = max(laid_out.starts[number], settled), laid_out.finishes[number]
        own = laid_out.actual.own_hours.get(number)
        spans.append([(start, finish)] if own is None else list(own.stretches(start, finish)))
    return sum(max(min(b, d) - max(a, c), 0.0) for a, b in spans[0] for c, d in spans[1])


def assert_same_work(proposal: Proposal) -> None:
    """Only dates moved: what is left is what the logged hours leave, and fixed dates and efforts stay."""
    was = proposal.before.plan
    for key, each in proposal.plan.activities.items():
        assert each.effort == was.activities[key].effort
        assert each.finished_on == was.activities[key].finished_on
    assert week_from(proposal.plan, proposal.today).total > 0
