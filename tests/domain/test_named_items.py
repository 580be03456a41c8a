"""An activity, milestone or phase is found as a person names it, or those that could be meant are named."""

import pytest

from planner.domain.errors import InvalidValue
from planner.domain.named_items import item_named
from tests.helpers.plans import activity, make_plan, milestone, phase, small_plan


@pytest.mark.parametrize("text", ["regression-course", "regression COURSE", " regression "])
def test_by_id_title_or_a_part_of_it(text: str) -> None:
    assert item_named(small_plan(), text) == "regression-course"


def test_milestones_and_phases_are_found_too() -> None:
    assert item_named(small_plan(), "core proven") == "core-proven"
    plan = make_plan(phase("learning", title="Phase one"), activity("a", phase="learning"))
    assert item_named(plan, "phase one") == "learning"


def test_an_item_goes_before_the_phase_it_shares_a_title_with() -> None:
    plan = make_plan(
        phase("learning", title="Networks"), activity("a", phase="learning", title="Networks"), milestone("m")
    )
    assert item_named(plan, "networks") == "a"
    assert item_named(plan, "learning") == "learning"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("exam", "“exam” could be “Exam” (one) and “Exam” (two). Type more of the title, or the id."),
        ("wrok", "This plan has no item “wrok”. Did you mean “Work”?"),
        ("zzz", "This plan has no item “zzz”. It has “Work”, “Exam” (one), “Exam” (two) and “Learning”."),
    ],
)
def test_what_could_be_meant_is_named(text: str, sentence: str) -> None:
    plan = make_plan(activity("work"), milestone("one", title="Exam"), milestone("two", title="Exam"))
    with pytest.raises(InvalidValue) as refused:
        item_named(plan, text)
    assert str(refused.value) == sentence
