"""Find goes through the outline, wraps around, and looks into steps, tools and checklists."""

from planner.ui.finder import next_match
from tests.helpers.plans import small_plan


def test_it_goes_from_match_to_match_and_begins_again() -> None:
    plan = small_plan()
    first = next_match(plan, "course", None)
    second = next_match(plan, "course", first)
    third = next_match(plan, "course", second)
    assert (first, second, third) == ("regression-course", "clustering-course", "endpoint-live")
    assert next_match(plan, "course", third) == first


def test_it_finds_an_activity_by_a_tool_or_step_and_a_milestone_by_its_checklist() -> None:
    plan = small_plan()
    assert next_match(plan, "numpy", None) == "regression-course"
    assert next_match(plan, "WEEK 2", None) == "regression-course"
    assert next_match(plan, "explain bias", None) == "core-proven"


def test_nothing_is_found_for_nothing() -> None:
    assert next_match(small_plan(), "   ", None) is None
    assert next_match(small_plan(), "no such words in here", None) is None
