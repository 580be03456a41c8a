"""A plan as JSON holds its inputs and its dates, as the schema that comes with Milepost says."""

import json
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from planner.domain import edits, proof
from planner.domain.attachments import Attachment
from planner.domain.calendar import CalendarException
from planner.domain.checklist_facts import ChecklistItem, Evidence, EvidenceKind, EvidenceRole
from planner.domain.errors import InvalidValue
from planner.domain.items import (
    Activity,
    ActivityId,
    AttachmentId,
    Baseline,
    BaselineDays,
    BaselineId,
    ChecklistItemId,
    Dependency,
    Milestone,
    MilestoneId,
    MonthRange,
    Pause,
    Phase,
    PhaseId,
    PlacementId,
    Provenance,
    Session,
    StepId,
)
from planner.domain.plan import Paper, Plan, PlanFacts
from planner.domain.planting import plan_from
from planner.domain.roadmap import Answers
from planner.domain.schedule import schedule
from planner.domain.week_facts import Placement, WeekGoal, WeekNotes
from planner.exchange.plan_json import SCHEMA, plan_json
from planner.exchange.roadmap_toml import load_roadmap
from planner.paths import resource
from tests.helpers.networks import random_networks, shuffled
from tests.helpers.plans import START, calendar, make_plan, session, small_plan

SCHEMA_CONTENT = json.loads(resource(SCHEMA).read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA_CONTENT, format_checker=Draft202012Validator.FORMAT_CHECKER)


def exported(plan: Plan) -> Any:
    """The plan's JSON, read back and held against the schema."""
    content = json.loads(plan_json(plan, schedule(plan)))
    VALIDATOR.validate(content)
    return content


def lived_in_plan() -> Plan:
    """The small plan with a bit of everything: a holiday, a target, ticks, evidence, logged hours, notes."""
    plan = small_plan()
    away = CalendarException(first=date(2027, 2, 1), last=date(2027, 2, 7), name="Away")
    facts = replace(
        plan.facts,
        window=MonthRange(low=18, high=24, provenance=Provenance.SOURCE),
        paper=Paper.LETTER,
        week_start=6,
    )
    plan = replace(plan, facts=facts, calendar=replace(plan.calendar, exceptions=(away,)))
    regression = ActivityId("regression-course")
    logged = session("first", regression, minutes=95, note="Slow but sure")
    plan = replace(plan, sessions={logged.id: logged})
    plan = edits.mark_started(plan, regression, START)
    plan = edits.retarget(plan, MilestoneId("endpoint-live"), date(2027, 3, 1))
    answers = ChecklistItemId("endpoint-answers")
    plan = proof.tick(plan, answers, date(2027, 1, 9))
    pause = Pause(first=date(2027, 2, 10), last=date(2027, 2, 12))
    paused = replace(plan.activity(ActivityId("serve-model")), pauses=(pause,))
    old = replace(plan.activity(regression), id=ActivityId("old"), archived_on=START, position=4)
    inner = replace(plan.phase(PhaseId("production")), id=PhaseId("inner"), parent=PhaseId("learning"))
    made = Baseline(
        id=BaselineId("made"),
        taken_on=START,
        reason="The plan as it was made",
        days=(BaselineDays(node="serve-model", start=START, finish=date(2027, 2, 9)),),
    )
    plan = replace(
        plan,
        phases={**plan.phases, inner.id: inner},
        activities={**plan.activities, paused.id: paused, old.id: old},
        baselines={made.id: made},
    )
    link = Evidence(kind=EvidenceKind.LINK, text="https://example.org/endpoint", role=EvidenceRole.ENDPOINT)
    plan = proof.set_evidence(plan, answers, (link,))
    certificate = Attachment(
        id=AttachmentId("pdf"), name="certificate.pdf", media_type="application/pdf", data=b"%PDF-1.7\x00"
    )
    plan = proof.attach_file(
        plan, ChecklistItemId("regression-certificate"), certificate, EvidenceRole.CERTIFICATE
    )
    notes = WeekNotes(
        first_day=START, goals=(WeekGoal(text="Read on", minutes=90),), done="Most of it", planned_minutes=600
    )
    placed = Placement(
        id=PlacementId("placed"),
        activity=regression,
        step=StepId("week-1"),
        day=date(2027, 1, 8),
        minutes=45,
        taken_from=START,
        starts_at=19 * 60,
    )
    plan = replace(
        plan,
        facts=replace(plan.facts, clock_times=(19 * 60,) * 7),
        weeks={notes.id: notes},
        placements={placed.id: placed},
    )
    return proof.tick(plan, ChecklistItemId("course-done"), date(2027, 1, 9))


def test_inputs_stand_beside_the_dates_computed_from_them() -> None:
    plan = lived_in_plan()
    laid_out = schedule(plan)

    content = exported(plan)

    assert (content["format"], content["version"]) == ("milepost-plan", 3)
    assert content["plan"]["paper"] == "Letter"
    assert content["calendar"]["exceptions"] == [
        {"first": "2027-02-01", "last": "2027-02-07", "hours": 0, "name": "Away", "source": ""}
    ]
    endpoint = next(each for each in content["milestones"] if each["id"] == "endpoint-live")
    assert endpoint["target"] == "2027-03-01"
    assert endpoint["computed"]["lands"] == laid_out.finish.isoformat() == content["computed"]["finish"]
    assert endpoint["computed"]["margin_days"] == (date(2027, 3, 1) - laid_out.finish).days
    assert (endpoint["computed"]["items_done"], endpoint["computed"]["items"]) == (2, 3)
    item = next(each for each in content["checklist"] if each["id"] == "endpoint-answers")
    assert item["evidence"] == [
        {"kind": "link", "text": "https://example.org/endpoint", "role": "endpoint", "file": None}
    ]
    assert (item["done_on"], item["lacks_evidence"]) == ("2027-01-09", False)
    assert [each["minutes"] for each in content["sessions"]] == [95]
    regression = next(each for each in content["activities"] if each["id"] == "regression-course")
    assert regression["computed"]["logged_hours"] == pytest.approx(95 / 60, abs=1e-6)
    assert regression["effort"]["likely"] == 20
    serving = next(each for each in content["activities"] if each["id"] == "serve-model")
    assert serving["pauses"] == [{"first": "2027-02-10", "last": "2027-02-12"}]
    old = next(each for each in content["activities"] if each["id"] == "old")
    assert (old["archived_on"], old["computed"]) == (START.isoformat(), None)
    assert [(each["id"], each["parent"]) for each in content["phases"]] == [
        ("learning", None),
        ("inner", "learning"),
        ("production", None),
    ]
    assert content["baselines"][0]["days"] == [
        {"node": "serve-model", "start": "2027-01-04", "finish": "2027-02-09"}
    ]


@pytest.mark.parametrize(
    ("list_name", "fact", "computed"),
    [
        ("phases", Phase, {"computed"}),
        ("activities", Activity, {"computed"}),
        ("milestones", Milestone, {"computed"}),
        ("checklist", ChecklistItem, {"lacks_evidence"}),
        ("dependencies", Dependency, set()),
        ("sessions", Session, set()),
        ("baselines", Baseline, set()),
        ("attachments", Attachment, set()),
        ("weeks", WeekNotes, set()),
        ("placements", Placement, set()),
    ],
)
def test_no_input_is_left_out(list_name: str, fact: type, computed: set[str]) -> None:
    content = exported(lived_in_plan())

    for entry in content[list_name]:
        assert set(entry) == {each.name for each in fields(fact)} | computed
    assert set(content["plan"]) == {each.name for each in fields(PlanFacts)}


@pytest.mark.parametrize("background", ["engineer", "some-python", "zero"])
def test_the_real_roadmap_follows_the_schema(background: str) -> None:
    roadmap = load_roadmap(resource("roadmaps/machine-learning-engineer.toml"))
    plan = plan_from(roadmap, Answers(start=START, background=background))

    content = exported(plan)

    assert len(content["activities"]) == len(plan.activities)
    assert content["computed"]["buffer_days"] is not None


@given(random_networks(), st.integers(0, 5))
def test_any_plan_follows_the_schema_and_its_order_in_memory_does_not_matter(plan: Plan, seed: int) -> None:
    other = shuffled(plan, seed)

    content = exported(plan)

    assert len(content["dependencies"]) == len(plan.dependencies)
    assert plan_json(other, schedule(other)) == plan_json(plan, schedule(plan))


@given(st.text(min_size=1).filter(str.strip), st.text())
def test_any_text_that_is_text_comes_back_as_it_was(title: str, note: str) -> None:
    plan = make_plan(title=title)
    written = replace(small_plan(), facts=plan.facts)
    written = edits.set_note(written, MilestoneId("core-proven"), note)
    try:
        (title + note).encode()
    except UnicodeEncodeError:
        with pytest.raises(InvalidValue, match="half a character"):
            plan_json(written, schedule(written))
        return

    content = exported(written)

    assert content["plan"]["title"] == title
    assert next(each["note"] for each in content["milestones"] if each["id"] == "core-proven") == note


def test_half_a_character_is_refused_with_its_place() -> None:
    plan = edits.set_note(small_plan(), MilestoneId("core-proven"), "\ud83d")

    with pytest.raises(InvalidValue, match="core-proven, note"):
        plan_json(plan, schedule(plan))


def test_a_whole_number_reads_the_same_however_it_was_kept() -> None:
    whole, broken = (
        calendar(hours=(2, 2, 2, 2, 0, 4, 0)),
        calendar(hours=(2.0, 2.0, 2.0, 2.0, 0.0, 4.0, 0.0)),
    )

    one, other = (replace(small_plan(), calendar=each) for each in (whole, broken))

    assert plan_json(one, schedule(one)) == plan_json(other, schedule(other))


def test_an_empty_plan_has_a_finish_and_no_window() -> None:
    content = exported(make_plan())

    assert content["computed"]["finish"] == START.isoformat()
    assert content["computed"]["finish_milestone"] is None
    assert content["computed"]["window_first"] is None


@pytest.mark.parametrize(
    ("property_name", "value"),
    [("mood", "bright"), ("start", "4 January 2027"), ("start", None), ("week_start", 7), ("paper", "A3")],
)
def test_what_the_schema_does_not_describe_is_noticed(property_name: str, value: Any) -> None:
    content = exported(small_plan())

    content["plan"][property_name] = value

    assert not VALIDATOR.is_valid(content)


def test_the_schema_describes_every_property() -> None:
    Draft202012Validator.check_schema(SCHEMA_CONTENT)
    properties = list(_properties(SCHEMA_CONTENT))

    assert len(properties) > 100
    assert [name for name, content in properties if not content.get("description", "").endswith(".")] == []


def _properties(content: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(content, dict):
        if content.get("type") == "object":
            assert content["additionalProperties"] is False
            assert content["required"] == list(content["properties"])
            yield from content["properties"].items()
        for each in content.values():
            yield from _properties(each)


def test_days_are_days_and_never_points_in_time() -> None:
    content = exported(lived_in_plan())
    first = date.fromisoformat(content["activities"][0]["computed"]["start"])

    assert first - START < timedelta(days=7)
    assert "T00:00" not in json.dumps(content)
