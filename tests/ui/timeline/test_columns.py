"""What the cells say."""

from dataclasses import replace
from datetime import date

from planner.domain.edits import mark_finished, retarget
from planner.domain.items import ActivityId, ChecklistItemId, MilestoneId, PhaseId
from planner.domain.plan import Plan
from planner.domain.proof import tick
from planner.domain.schedule import schedule
from planner.ui.timeline.columns import Column, Dates, Thing, cell_text, explanation_of, is_late, title_of
from tests.helpers.plans import small_plan


def said(plan: Plan, item: str) -> dict[Column, str]:
    dates = Dates(plan, schedule(plan), date(2027, 1, 20))
    thing: Thing = plan.phases[PhaseId(item)] if item in plan.phases else plan.node(ActivityId(item))
    return {column: cell_text(dates, thing, column) for column in Column}


def test_an_activity() -> None:
    assert said(small_plan(), "regression-course") == {
        Column.PATH: "Regression course",
        Column.START: "4 Jan 2027",
        Column.FINISH: "16 Jan 2027",
        Column.LENGTH: "13 days",
        Column.LEFT: "4 days ago",
        Column.HOURS: "20 h (15–30)",
        Column.DONE: "0%",
        Column.KIND: "course",
        Column.MARGIN: "",
        Column.FLOAT: "none",
        Column.WAITS: "",
    }


def test_a_milestone() -> None:
    plan = retarget(small_plan(), MilestoneId("core-proven"), date(2027, 2, 1))
    cells = said(plan, "core-proven")

    assert cells[Column.START] == ""
    assert cells[Column.FINISH] == "1 Feb 2027"
    assert cells[Column.LEFT] == "12 days"
    assert cells[Column.MARGIN] == "5 days late"
    assert cells[Column.KIND] == "milestone"
    assert cells[Column.WAITS] == "Clustering course"
    assert is_late(Dates(plan, schedule(plan), plan.facts.start), plan.milestone(MilestoneId("core-proven")))


def test_what_is_ticked_without_its_evidence_has_a_star() -> None:
    certificate = ChecklistItemId("regression-certificate")
    needing = replace(small_plan().item(certificate), needs_evidence=True)
    plan = replace(small_plan(), checklist={**small_plan().checklist, certificate: needing})
    assert said(plan, "core-proven")[Column.DONE] == "0 / 2"
    assert said(tick(plan, certificate, date(2027, 1, 20)), "core-proven")[Column.DONE] == "1 / 2*"


def test_a_group_adds_its_hours_up() -> None:
    cells = said(small_plan(), "learning")

    assert cells[Column.START] == "4 Jan 2027"
    assert cells[Column.FINISH] == "6 Feb 2027"
    assert cells[Column.HOURS] == "50 h"
    assert cells[Column.FLOAT] == ""


def test_what_is_finished_has_no_time_left() -> None:
    plan = mark_finished(small_plan(), ActivityId("regression-course"), date(2027, 1, 15))
    cells = said(plan, "regression-course")

    assert cells[Column.LEFT] == ""
    assert cells[Column.DONE] == "100%"


def test_every_column_has_a_name_and_an_explanation() -> None:
    assert len({title_of(column) for column in Column}) == len(Column)
    assert all(explanation_of(column) for column in Column)
