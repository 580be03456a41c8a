"""A plan made from another has the same lookups as one made anew, and where it can they are handed on."""

from dataclasses import fields, replace
from datetime import date

import pytest

from planner.domain import edits, structure
from planner.domain.archive import archive, restore
from planner.domain.arrange import move_rows
from planner.domain.changes import apply, difference, inverse
from planner.domain.frame import settle
from planner.domain.items import ActivityId, MilestoneId, PhaseId
from planner.domain.plan import Plan
from planner.domain.proof import log_session
from tests.helpers.plans import START, activity, make_plan, milestone, phase, session

A, B, M = ActivityId("a"), ActivityId("b"), MilestoneId("m")
LOOKUPS = (
    "archived",
    "active",
    "active_dependencies",
    "ordered_phases",
    "rows_of_phase",
    "children_of",
    "sessions_of_activity",
    "items_of_milestone",
)


def plan() -> Plan:
    """Groups in groups, a milestone, an archived activity with hours; every lookup is worked out."""
    made = make_plan(
        phase("outer", position=1),
        phase("inner", position=2, parent="outer"),
        phase("other", position=2),
        activity("a", phase="outer", position=1),
        activity("b", phase="inner", position=1),
        activity("old", phase="inner", position=2, archived_on=START),
        milestone("m", phase="outer", position=3),
        session("s", "old"),
    )
    for each in LOOKUPS:
        getattr(made, each)
    return made


def made_anew(plan: Plan) -> Plan:
    """The same plan without any lookup worked out."""
    return Plan(**{each.name: getattr(plan, each.name) for each in fields(plan)})


EDITS = {
    "a bar moved": lambda plan: edits.move_activity(plan, A, date(2027, 2, 1)),
    "a diamond moved": lambda plan: edits.retarget(plan, M, date(2027, 2, 1)),
    "renamed within an inner group": lambda plan: edits.rename(plan, B, "New"),
    "several edits": lambda plan: edits.rename(edits.set_share(plan, A, 0.5), M, "New"),
    "put into another place": lambda plan: edits.put_activity(plan, replace(plan.activity(A), position=9)),
    "put into another group": lambda plan: edits.put_activity(
        plan, replace(plan.activity(A), phase=PhaseId("inner"))
    ),
    "added": lambda plan: structure.add_activity(plan, ActivityId("new"), PhaseId("other"), "New", 2),
    "removed": lambda plan: structure.remove_items(plan, [B], START),
    "moved in the outline": lambda plan: move_rows(plan, ["inner"], PhaseId("other"), None),
    "archived": lambda plan: archive(plan, A, START),
    "restored": lambda plan: restore(plan, ActivityId("old")),
    "hours logged": lambda plan: log_session(plan, A, START, 30),
    "settled": lambda plan: settle(log_session(plan, A, START, 30), date(2027, 1, 10)),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_every_lookup_is_as_if_worked_out_anew(edit: object) -> None:
    assert callable(edit)
    before = plan()
    edited = edit(before)
    changes = difference(before, edited)
    applied = apply(before, changes)
    for each in LOOKUPS:
        getattr(applied, each)
    undone = apply(applied, inverse(changes))
    for here in (edited, applied, undone):
        for name in LOOKUPS:
            assert getattr(here, name) == getattr(made_anew(here), name), name
    for group, row in applied.rows_of_phase.items():
        assert all(each is applied.node(each.id) for each in row), group


def test_an_edit_that_keeps_the_outline_works_no_other_row_out_again() -> None:
    before = plan()
    edited = edits.move_activity(before, A, date(2027, 2, 1))
    inner, outer = PhaseId("inner"), PhaseId("outer")
    assert edited.ordered_phases is before.ordered_phases
    assert edited.rows_of_phase[inner] is before.rows_of_phase[inner]
    assert edited.children_of[outer] != before.children_of[outer]
