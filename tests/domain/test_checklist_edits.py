"""Checklist items said anew and put in another order."""

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from planner.domain.checklist_edits import ItemWords, add_item_as, change_item, move_item
from planner.domain.checklist_facts import ChecklistKind
from planner.domain.items import ChecklistItemId, MilestoneId
from planner.domain.plan import Plan
from planner.domain.proof import tick
from tests.helpers.plans import checklist_item, make_plan, milestone

PROVEN = MilestoneId("proven")


def four() -> Plan:
    """A course between three skills."""
    names = ("a", "course", "b", "c")
    kinds = [ChecklistKind.COURSE if each == "course" else ChecklistKind.SKILL for each in names]
    return make_plan(
        milestone("proven"),
        *(
            checklist_item(name, milestone="proven", position=place, kind=kind)
            for place, (name, kind) in enumerate(zip(names, kinds, strict=True), 1)
        ),
    )


def order(of: Plan) -> list[str]:
    return [each.id for each in of.items_of_milestone[PROVEN]]


def said(of: Plan, item: str, **fields: Any) -> Plan:
    found = of.item(ChecklistItemId(item))
    words = ItemWords(title=found.title, hint=found.hint, kind=found.kind, required=found.required)
    return change_item(of, found.id, replace(words, **fields))


def test_an_item_is_added_with_all_its_words() -> None:
    words = ItemWords(title=" Load test ", hint="50 users", kind=ChecklistKind.PORTFOLIO, needs_evidence=True)
    after = add_item_as(four(), ChecklistItemId("new"), PROVEN, words)
    found = after.item(ChecklistItemId("new"))
    assert (found.title, found.hint, found.kind) == ("Load test", "50 users", ChecklistKind.PORTFOLIO)
    assert found.needs_evidence
    assert order(after)[-1] == "new"


def test_an_item_is_said_anew_and_keeps_its_tick() -> None:
    ticked = tick(four(), ChecklistItemId("a"), date(2027, 4, 5))
    after = said(ticked, "a", title=" Explain it ", hint=" aloud ", kind=ChecklistKind.PORTFOLIO)
    found = after.item(ChecklistItemId("a"))
    assert (found.title, found.hint, found.kind) == ("Explain it", "aloud", ChecklistKind.PORTFOLIO)
    assert found.done_on == date(2027, 4, 5)


def test_a_milestone_is_reached_once_what_is_open_is_optional_and_not_once_it_is_required_again() -> None:
    ticked = four()
    for item in ("a", "course", "b"):
        ticked = tick(ticked, ChecklistItemId(item), date(2027, 4, 5))
    assert ticked.milestone(PROVEN).reached_on is None
    optional = said(ticked, "c", required=False)
    assert optional.milestone(PROVEN).reached_on == date(2027, 4, 5)
    assert said(optional, "c", required=True).milestone(PROVEN).reached_on is None


def test_an_item_moves_among_those_of_its_kind() -> None:
    assert order(move_item(four(), ChecklistItemId("a"), 1)) == ["b", "course", "a", "c"]
    assert order(move_item(four(), ChecklistItemId("c"), -1)) == ["a", "course", "c", "b"]


def test_at_either_end_it_stays() -> None:
    start = four()
    assert move_item(start, ChecklistItemId("a"), -1) is start
    assert move_item(start, ChecklistItemId("c"), 1) is start
    assert move_item(start, ChecklistItemId("course"), 1) is start


def test_equal_positions_are_told_apart() -> None:
    start = four()
    same = replace(start, checklist={key: replace(each, position=1) for key, each in start.checklist.items()})
    assert order(move_item(same, ChecklistItemId("a"), 1)) == ["b", "course", "a", "c"]


@given(st.sampled_from(["a", "course", "b", "c"]), st.sampled_from([-1, 1]))
def test_moving_there_and_back_is_no_move(item: str, by: int) -> None:
    start = four()
    there = move_item(start, ChecklistItemId(item), by)
    if there is not start:
        assert move_item(there, ChecklistItemId(item), -by) == start
