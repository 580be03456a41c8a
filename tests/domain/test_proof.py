"""Ticks, evidence, notes and logged hours."""

from dataclasses import replace
from datetime import date

import pytest

from planner.domain import proof
from planner.domain.checklist_facts import ChecklistKind, Evidence, EvidenceKind
from planner.domain.errors import InvalidValue, UnknownItem
from planner.domain.items import (
    ActivityId,
    ChecklistItemId,
    MilestoneId,
    SessionId,
    StepId,
)
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from tests.helpers.plans import small_plan

PLAN = small_plan()
COURSE = ActivityId("regression-course")
PROVEN, LIVE = MilestoneId("core-proven"), MilestoneId("endpoint-live")
CERTIFICATE, BIAS = ChecklistItemId("regression-certificate"), ChecklistItemId("explain-bias")


def jan(day: int) -> date:
    """A day of January 2027."""
    return date(2027, 1, day)


def proven() -> Plan:
    """Both items of the first milestone ticked, the later one first."""
    return proof.tick(proof.tick(PLAN, BIAS, jan(12)), CERTIFICATE, jan(10))


def test_a_milestone_is_reached_on_the_day_its_last_required_item_was_done() -> None:
    assert proof.tick(PLAN, BIAS, jan(12)).milestone(PROVEN).reached_on is None
    assert proven().milestone(PROVEN).reached_on == jan(12)


def test_unticking_makes_it_unreached() -> None:
    again = proof.tick(proven(), BIAS, None)
    assert again.milestone(PROVEN).reached_on is None
    assert proof.tick(again, CERTIFICATE, None) == PLAN


def test_optional_items_are_not_waited_for() -> None:
    done = proof.tick(PLAN, ChecklistItemId("course-done"), jan(12))
    done = proof.tick(done, ChecklistItemId("endpoint-answers"), jan(13))
    assert done.milestone(LIVE).reached_on == jan(13)
    # A later tick of an optional item moves nothing.
    assert proof.tick(done, ChecklistItemId("extra-load-test"), jan(20)).milestone(LIVE).reached_on == jan(13)


def test_a_checklist_without_required_items_proves_nothing() -> None:
    plan = proof.remove_item(proof.remove_item(PLAN, CERTIFICATE), BIAS)
    assert plan.milestone(PROVEN).reached_on is None


def test_a_new_item_makes_a_milestone_unreached_and_removing_it_reaches_it() -> None:
    more = proof.add_item(proven(), ChecklistItemId("more"), PROVEN, ChecklistKind.SKILL, " More ")
    item = more.item(ChecklistItemId("more"))
    assert (item.title, item.position, item.kind) == ("More", 3, ChecklistKind.SKILL)
    assert more.milestone(PROVEN).reached_on is None
    assert proof.remove_item(more, ChecklistItemId("more")) == proven()


def test_evidence_and_notes_are_kept_and_reach_nothing() -> None:
    link = Evidence(kind=EvidenceKind.LINK, text="https://example.org/proof")
    plan = proof.set_item_note(proof.set_evidence(PLAN, BIAS, (link,)), BIAS, "with examples")
    assert (plan.item(BIAS).evidence, plan.item(BIAS).note) == ((link,), "with examples")
    assert plan.milestones == PLAN.milestones


def test_logged_hours_move_no_date() -> None:
    logged = proof.log_session(PLAN, COURSE, jan(5), 90, StepId("week-1"), "gradient descent")
    (session,) = logged.sessions.values()
    assert (session.activity, session.day, session.minutes) == (COURSE, jan(5), 90)
    assert (session.step, session.note) == ("week-1", "gradient descent")
    assert schedule(logged).finishes == schedule(PLAN).finishes


def test_a_session_is_corrected_and_taken_back() -> None:
    logged = proof.log_session(PLAN, COURSE, jan(5), 90)
    (key,) = logged.sessions
    changed = proof.change_session(logged, key, jan(6), 45)
    assert changed.sessions[key] == replace(logged.sessions[key], day=jan(6), minutes=45)
    assert proof.remove_session(changed, key) == PLAN
    with pytest.raises(InvalidValue, match="from 1 minute to 24 hours"):
        proof.change_session(logged, key, jan(6), 0)


def test_what_the_plan_does_not_hold_is_said_plainly() -> None:
    with pytest.raises(UnknownItem, match="no checklist item “nowhere”"):
        proof.tick(PLAN, ChecklistItemId("nowhere"), jan(5))
    with pytest.raises(UnknownItem, match="no checklist item “nowhere”"):
        proof.remove_item(PLAN, ChecklistItemId("nowhere"))
    with pytest.raises(UnknownItem, match="no milestone “nowhere”"):
        proof.add_item(PLAN, ChecklistItemId("i"), MilestoneId("nowhere"), ChecklistKind.SKILL, "I")
    with pytest.raises(UnknownItem, match="no activity “nowhere”"):
        proof.log_session(PLAN, ActivityId("nowhere"), jan(5), 30)
    with pytest.raises(UnknownItem, match="no session “nowhere”"):
        proof.change_session(PLAN, SessionId("nowhere"), jan(5), 30)
    with pytest.raises(UnknownItem, match="no session “nowhere”"):
        proof.remove_session(PLAN, SessionId("nowhere"))
