"""The share of production skill, by hand."""

from dataclasses import replace

import pytest

from planner.domain.edits import mark_finished
from planner.domain.items import ActivityId, ChecklistItemId
from planner.domain.plan import Plan
from planner.domain.progress_figures.production import production
from planner.domain.proof import log_session, tick
from tests.helpers.plans import START, small_plan

SERVE, WRITE = ActivityId("serve-model"), ActivityId("write-up")


def served() -> Plan:
    """The small plan with production work of 15 and 5 hours, and two items it is to prove."""
    plan = small_plan()
    activities = {
        key: replace(each, production=True) if key in (SERVE, WRITE) else each
        for key, each in plan.activities.items()
    }
    checklist = {
        key: replace(each, produced_by=SERVE) if key in ("endpoint-answers", "extra-load-test") else each
        for key, each in plan.checklist.items()
    }
    return replace(plan, activities=activities, checklist=checklist)


def test_hours_and_proofs_count() -> None:
    plan = mark_finished(served(), WRITE, START)
    plan = log_session(plan, SERVE, START, 180)
    plan = tick(plan, ChecklistItemId("endpoint-answers"), START)
    found = production(plan)
    assert [(each.title, each.hours) for each in found.works] == [("Serve model", 15), ("Write up", 5)]
    assert [each.done_hours for each in found.works] == [pytest.approx(3), 5]
    assert found.share == pytest.approx(8 / 20)
    assert (found.proven, found.to_prove) == (1, 2)


def test_a_plan_without_production_work_has_none() -> None:
    found = production(small_plan())
    assert (found.works, found.share, found.to_prove) == ((), 0.0, 0)
