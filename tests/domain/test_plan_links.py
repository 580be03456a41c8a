"""All links of a plan, with where they stand."""

from dataclasses import replace
from datetime import date

from planner.domain.checklist_facts import Evidence, EvidenceKind, EvidenceRole
from planner.domain.items import (
    ActivityId,
    ChecklistItemId,
    MilestoneId,
)
from planner.domain.plan import Plan
from planner.domain.plan_links import PlanLink, plan_links
from planner.domain.proof import set_evidence
from tests.helpers.plans import activity, checklist_item, make_plan, milestone, phase


def with_links() -> Plan:
    made = make_plan(
        phase("learning"),
        activity("course", link="https://courses.example/ml"),
        activity("other", link="https://other.example/"),
        activity("offline"),
        milestone("proven"),
        checklist_item("repository", milestone="proven", produced_by=ActivityId("course")),
    )
    evidence = (
        Evidence(kind=EvidenceKind.LINK, text="https://code.example/me", role=EvidenceRole.REPOSITORY),
        Evidence(kind=EvidenceKind.NOTE, text="see https://nowhere.example/"),
    )
    return set_evidence(made, ChecklistItemId("repository"), evidence)


REPOSITORY = PlanLink(
    link="https://code.example/me", title="Repository", milestone="Proven", role=EvidenceRole.REPOSITORY
)


def test_evidence_comes_first_then_the_pages_of_activities() -> None:
    assert plan_links(with_links()) == (
        REPOSITORY,
        PlanLink(link="https://courses.example/ml", title="Course"),
        PlanLink(link="https://other.example/", title="Other"),
    )


def test_a_milestone_has_its_evidence_and_the_pages_of_what_produces_it() -> None:
    assert plan_links(with_links(), MilestoneId("proven")) == (
        REPOSITORY,
        PlanLink(link="https://courses.example/ml", title="Course"),
    )


def test_what_is_archived_is_left_out() -> None:
    made = with_links()
    archived = replace(made.activities[ActivityId("other")], archived_on=date(2027, 2, 1))
    made = replace(made, activities={**made.activities, archived.id: archived})
    assert [each.title for each in plan_links(made)] == ["Repository", "Course"]
