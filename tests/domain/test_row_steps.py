"""Rows go a step up or down: within their group, and on into the one beside it."""

import pytest

from planner.domain.arrange import add_group
from planner.domain.errors import InvalidValue
from planner.domain.items import PhaseId
from planner.domain.plan import Plan
from planner.domain.row_steps import step_rows
from planner.domain.schedule import schedule
from tests.helpers.plans import small_plan


def order(plan: Plan, group: str | None) -> list[str]:
    return [each.id for each in plan.children_of[None if group is None else PhaseId(group)]]


def test_a_row_goes_past_the_next_and_back() -> None:
    plan = small_plan()
    first, second, *rest = order(plan, "learning")
    down = step_rows(plan, [first], 1)
    assert order(down, "learning") == [second, first, *rest]
    assert order(step_rows(down, [first], -1), "learning") == [first, second, *rest]
    before, after = schedule(plan), schedule(down)
    assert before.finish == after.finish


def test_several_rows_go_together_and_keep_their_order() -> None:
    plan = small_plan()
    first, second, third, *rest = order(plan, "learning")
    assert order(step_rows(plan, [second, first], 1), "learning") == [third, first, second, *rest]


def test_at_the_end_of_its_group_a_row_goes_into_the_next_one() -> None:
    plan = small_plan()
    last, behind = order(plan, "learning")[-1], order(plan, "production")
    down = step_rows(plan, [last], 1)
    assert order(down, "production") == [last, *behind]
    assert order(step_rows(down, [last], -1), "learning") == order(plan, "learning")


def test_a_group_goes_past_the_next_group() -> None:
    plan = small_plan()
    groups = order(plan, None)
    assert order(step_rows(plan, [groups[0]], 1), None) == [groups[1], groups[0], *groups[2:]]


def test_at_the_very_edge_there_is_nowhere_to_go() -> None:
    plan = small_plan()
    with pytest.raises(InvalidValue, match="the first row already"):
        step_rows(plan, [order(plan, "learning")[0]], -1)
    with pytest.raises(InvalidValue, match="the last row already"):
        step_rows(plan, [order(plan, None)[-1]], 1)


def test_a_row_goes_into_an_empty_group() -> None:
    plan = add_group(small_plan(), PhaseId("new"), "New", None, behind="learning")
    last = order(plan, "learning")[-1]
    assert order(step_rows(plan, [last], 1), "new") == [last]


def test_rows_of_several_groups_stay() -> None:
    plan = small_plan()
    with pytest.raises(InvalidValue, match="several groups"):
        step_rows(plan, [order(plan, "learning")[0], order(plan, "production")[0]], 1)
