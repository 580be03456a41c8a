"""Logged entries are added, corrected in all they say, and removed; nothing else changes."""

from dataclasses import replace
from datetime import date

import pytest

from planner.domain.errors import InvalidValue, UnknownItem
from planner.domain.items import ActivityId, SessionId, StepId
from planner.domain.logged_entries import LONGEST_NOTE, drop_entries, keep_entries
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from tests.helpers.plans import session, small_plan


def plan_with_two() -> Plan:
    plan = small_plan()
    return keep_entries(plan, (session("one", "regression-course"), session("two", "write-up")))


def test_an_entry_is_logged_and_then_corrected_in_its_place() -> None:
    plan = plan_with_two()
    corrected = replace(
        plan.sessions[SessionId("one")],
        activity=ActivityId("clustering-course"),
        day=date(2027, 1, 6),
        minutes=25,
        note="k-means by hand",
    )
    plan = keep_entries(plan, (corrected,))
    assert list(plan.sessions) == ["one", "two"]
    assert plan.sessions[SessionId("one")] == corrected


def test_several_are_logged_at_once_and_move_nothing() -> None:
    before = small_plan()
    after = plan_with_two()
    assert [each.minutes for each in after.sessions.values()] == [60, 60]
    assert schedule(after).finish == schedule(before).finish


def test_what_is_so_already_stays_the_same_object() -> None:
    plan = plan_with_two()
    kept = plan.sessions[SessionId("one")]
    assert keep_entries(plan, (replace(kept),)).sessions[SessionId("one")] is kept


def test_an_unknown_activity_a_foreign_step_and_an_endless_note_are_refused() -> None:
    plan = small_plan()
    with pytest.raises(UnknownItem):
        keep_entries(plan, (session("one", "no-such"),))
    with pytest.raises(InvalidValue, match="“Write up” has no step"):
        keep_entries(plan, (session("one", "write-up", step=StepId("week-1")),))
    with pytest.raises(InvalidValue, match="at most 4,000 characters"):
        keep_entries(plan, (session("one", "write-up", note="x" * (LONGEST_NOTE + 1)),))


def test_entries_are_removed_together_or_not_at_all() -> None:
    plan = plan_with_two()
    assert not drop_entries(plan, [SessionId("one"), SessionId("two")]).sessions
    with pytest.raises(UnknownItem):
        drop_entries(plan, [SessionId("one"), SessionId("three")])
