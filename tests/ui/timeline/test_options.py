"""What the chart shows: colours by phase, kind and state, the critical path, float, baseline and ranges."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.domain.edits import mark_finished, move_activity, tick_step
from planner.domain.items import (
    ActivityId,
    ActivityKind,
    Baseline,
    BaselineDays,
    BaselineId,
    MilestoneId,
    Pause,
    StepId,
)
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from planner.ui.timeline.axis import DateScale
from planner.ui.timeline.layout import lay_out
from planner.ui.timeline.marks import BarMark, DiamondMark, Layout, SummaryMark
from planner.ui.timeline.options import PLAIN, ColourBy, ViewOptions, options_from, state_of
from planner.ui.timeline.places import Viewport
from planner.ui.timeline.rows import rows_of
from planner.ui.timeline.tints import LATE, TINT_OF_KIND, Sign
from tests.helpers.networks import chain, goal, network, wait, work
from tests.helpers.plans import START, small_plan

SCALE = DateScale(START.toordinal(), 10.0, 1000.0)
REGRESSION, SERVE = ActivityId("regression-course"), ActivityId("serve-model")
CORE = MilestoneId("core-proven")


def laid_out(plan: Plan, options: ViewOptions, today: date = START) -> Layout:
    viewport = Viewport(SCALE, 400.0, 0.0, 27.0)
    return lay_out(plan, schedule(plan), rows_of(plan), viewport, today, options)


def bar(layout: Layout, item: str) -> BarMark:
    mark = layout.mark_of(item)
    assert isinstance(mark, BarMark)
    return mark


def two_ways() -> Plan:
    """A long way to the goal and something short beside it, which has time to spare."""
    return network(work("long", 24), work("short", 4), goal("goal"), wait("long", "goal"))


def test_options_come_back_as_they_were_kept() -> None:
    options = ViewOptions(
        colour_by=ColourBy.STATE,
        critical=True,
        float_bars=True,
        baseline="first",
        links=False,
        ranges=False,
        legend=True,
        overview=False,
    )

    assert options_from(state_of(options)) == options


@pytest.mark.parametrize("kept", [None, "much", {"colour_by": "taste", "critical": 3, "baseline": 7}, []])
def test_what_was_kept_and_makes_no_sense_is_left_aside(kept: object) -> None:
    assert options_from(kept) == PLAIN


def test_kinds_have_a_colour_and_a_sign_each() -> None:
    assert len({each.colour for each in TINT_OF_KIND.values()}) == len(ActivityKind)
    assert len({each.sign for each in TINT_OF_KIND.values()}) == len(ActivityKind)
    plan = small_plan()

    mark = bar(laid_out(plan, ViewOptions(colour_by=ColourBy.KIND)), REGRESSION)

    tint = TINT_OF_KIND[plan.activity(REGRESSION).kind]
    assert (mark.colour, mark.sign) == (tint.colour, tint.sign)


def test_phases_colour_without_signs() -> None:
    mark = bar(laid_out(small_plan(), PLAIN), REGRESSION)

    assert mark.sign is None
    assert mark.colour == small_plan().phases[small_plan().activity(REGRESSION).phase].colour


def test_states_change_with_what_is_done_and_with_the_day() -> None:
    by_state = ViewOptions(colour_by=ColourBy.STATE)
    plan = small_plan()

    assert bar(laid_out(plan, by_state), REGRESSION).sign is Sign.CIRCLE
    begun = tick_step(plan, REGRESSION, StepId("week-1"), True)
    assert bar(laid_out(begun, by_state), REGRESSION).sign is Sign.HALF
    done = mark_finished(plan, REGRESSION, START)
    assert bar(laid_out(done, by_state), REGRESSION).sign is Sign.CHECK
    late = bar(laid_out(plan, by_state, START + timedelta(days=90)), REGRESSION)
    assert (late.sign, late.colour) == (Sign.BANG, LATE)


def test_the_critical_path_stands_out_and_the_rest_steps_back() -> None:
    layout = laid_out(two_ways(), ViewOptions(critical=True))

    assert bar(layout, "long").critical
    assert not bar(layout, "long").faded
    assert bar(layout, "short").faded
    assert not bar(layout, "short").critical
    critical = {(each.before, each.after) for each in layout.links if each.critical}
    assert critical == {("long", "goal")}


def test_nothing_is_faded_where_the_critical_path_is_not_asked_for() -> None:
    layout = laid_out(two_ways(), PLAIN)

    assert not any(mark.faded for mark in layout.marks)
    assert not any(each.faded or each.critical for each in layout.links)


def test_a_dependency_with_time_between_its_ends_is_not_critical() -> None:
    # From the first to the last by two ways: straight, and past the one in the middle.
    plan = network(*(work(name, 6) for name in "ABC"), *chain("A", "B", "C"), wait("A", "C"))

    layout = laid_out(plan, ViewOptions(critical=True))

    assert {(each.before, each.after) for each in layout.links if each.critical} == {("A", "B"), ("B", "C")}


def test_float_reaches_to_the_latest_day_and_critical_items_have_none() -> None:
    plan = two_ways()
    layout = laid_out(plan, ViewOptions(float_bars=True))
    current = schedule(plan)
    days = current.float_days(ActivityId("short"))
    assert days > 0

    short = bar(layout, "short")
    assert short.float_x == short.x1 + 10 * days
    assert bar(layout, "long").float_x is None
    assert bar(laid_out(plan, PLAIN), "short").float_x is None


def test_what_is_done_has_no_float() -> None:
    plan = mark_finished(two_ways(), ActivityId("short"), START)

    assert bar(laid_out(plan, ViewOptions(float_bars=True)), "short").float_x is None


def test_the_baseline_stays_while_the_plan_moves() -> None:
    plan = small_plan()
    current = schedule(plan)
    days = tuple(
        BaselineDays(node=node, start=current.start_day(node), finish=current.finish_day(node))
        for node in current.graph.nodes
    )
    kept = Baseline(id=BaselineId("made"), taken_on=START, reason="As it was made", days=days)
    moved = move_activity(replace(plan, baselines={kept.id: kept}), SERVE, date(2027, 3, 1))
    before = laid_out(plan, PLAIN)

    layout = laid_out(moved, ViewOptions(baseline="made"))

    assert bar(layout, SERVE).was == (bar(before, SERVE).x0, bar(before, SERVE).x1)
    assert bar(layout, SERVE).x0 > bar(before, SERVE).x0
    diamond, stood = layout.mark_of(CORE), before.mark_of(CORE)
    assert isinstance(diamond, DiamondMark)
    assert isinstance(stood, DiamondMark)
    assert diamond.was_x == stood.x
    assert bar(laid_out(moved, ViewOptions(baseline="gone")), SERVE).was is None


def test_ranges_can_be_left_out() -> None:
    shown, plain = laid_out(small_plan(), PLAIN), laid_out(small_plan(), ViewOptions(ranges=False))

    assert bar(shown, REGRESSION).tail_x > bar(shown, REGRESSION).x1
    assert bar(plain, REGRESSION).tail_x == bar(plain, REGRESSION).x1
    phase = plain.mark_of("learning")
    assert isinstance(phase, SummaryMark)
    assert (phase.low_x, phase.high_x, phase.months) == (None, None, None)


def test_dependencies_can_be_left_out() -> None:
    assert laid_out(small_plan(), PLAIN).links
    assert laid_out(small_plan(), ViewOptions(links=False)).links == ()


def test_a_pause_is_a_gap_that_holds_no_work() -> None:
    plan = small_plan()
    pause = Pause(first=START + timedelta(days=5), last=START + timedelta(days=8))
    activity = replace(plan.activity(REGRESSION), pauses=(pause,))
    plan = replace(plan, activities={**plan.activities, REGRESSION: activity})
    plan = tick_step(plan, REGRESSION, StepId("week-1"), True)

    mark = bar(laid_out(plan, PLAIN), REGRESSION)

    assert mark.gaps == ((50.0, 90.0),)
    part = mark.separators[0]
    worked = part if part <= 50 else part - 40
    assert worked / (mark.x1 - mark.x0 - 40) == pytest.approx(1 / 3)
    assert mark.done_x == pytest.approx(part)


def test_bars_and_diamonds_are_lower_in_lower_rows() -> None:
    plan = small_plan()
    layout = lay_out(plan, schedule(plan), rows_of(plan), Viewport(SCALE, 400.0, 0.0, 10.0), START)

    assert bar(layout, REGRESSION).height < 10
    diamond = layout.mark_of(CORE)
    assert isinstance(diamond, DiamondMark)
    assert 2 * diamond.radius < 10
