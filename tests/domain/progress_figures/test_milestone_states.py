"""The state of each milestone."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from planner.domain.edits import retarget
from planner.domain.items import ChecklistItemId, MilestoneId, NodeId
from planner.domain.plan import Plan
from planner.domain.progress_figures.milestone_states import milestone_states, next_open
from planner.domain.proof import tick
from planner.domain.schedule import schedule
from tests.helpers.plans import WEDDING, WEDDING_DAY, plan_with_a_wedding, small_plan

CORE, ENDPOINT = MilestoneId("core-proven"), MilestoneId("endpoint-live")


@dataclass(frozen=True)
class Range:
    """The same days for all."""

    p10: date = date(2027, 2, 1)
    p50: date = date(2027, 2, 15)
    p80: date = date(2027, 3, 1)
    p90: date = date(2027, 3, 15)


@dataclass(frozen=True)
class Forecast:
    """A forecast that says the same of all."""

    plan: Plan = field(default_factory=small_plan)
    finish: Range = Range()

    def of(self, node: NodeId) -> Range:
        """The same days."""
        return self.finish

    def hours_by(self, days: Sequence[date], parts: Sequence[float]) -> list[tuple[list[float], float]]:
        """Nothing here asks for it."""
        raise NotImplementedError


def test_they_come_by_date_with_checklist_margin_and_forecast() -> None:
    plan = retarget(small_plan(), ENDPOINT, date(2027, 2, 10))
    plan = tick(plan, ChecklistItemId("course-done"), date(2027, 1, 5))
    core, endpoint = milestone_states(plan, schedule(plan), Forecast())
    assert (core.id, endpoint.id) == (CORE, ENDPOINT)
    assert (core.shown, core.lands, core.target, core.margin_days) == (
        date(2027, 2, 6),
        date(2027, 2, 6),
        None,
        None,
    )
    assert (endpoint.shown, endpoint.lands, endpoint.margin_days) == (
        date(2027, 2, 10),
        date(2027, 2, 20),
        -10,
    )
    assert (endpoint.done, endpoint.total) == (1, 3)
    assert endpoint.range == Range()


def test_what_is_reached_is_forecast_no_more() -> None:
    plan = small_plan()
    for key in ("regression-certificate", "explain-bias"):
        plan = tick(plan, ChecklistItemId(key), date(2027, 1, 20))
    states = milestone_states(plan, schedule(plan), Forecast())
    core = states[0]
    assert (core.reached_on, core.range, core.margin_days) == (date(2027, 1, 20), None, None)
    following = next_open(states)
    assert following is not None
    assert following.id == ENDPOINT


def test_what_was_added_since_the_forecast_has_none_yet() -> None:
    plan = small_plan()
    new = replace(plan.milestones[CORE], id=MilestoneId("new"), title="New")
    plan = replace(plan, milestones={**plan.milestones, new.id: new})
    ranges = {each.title: each.range for each in milestone_states(plan, schedule(plan), Forecast())}
    assert ranges == {"Core proven": Range(), "New": None, "Endpoint live": Range()}


def test_a_date_that_waits_for_nothing_has_no_landing_and_no_forecast() -> None:
    plan = plan_with_a_wedding()
    wedding = next(each for each in milestone_states(plan, schedule(plan), Forecast()) if each.id == WEDDING)
    assert (wedding.shown, wedding.lands, wedding.range) == (WEDDING_DAY, None, None)
