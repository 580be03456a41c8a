"""A milestone is found as a person names it, or those that could be meant are named."""

import pytest

from planner.domain.errors import InvalidValue
from planner.domain.named_milestones import milestone_named
from tests.helpers.plans import activity, make_plan, milestone, small_plan


@pytest.mark.parametrize("text", ["core-proven", "Core proven", " core  PROVEN ", "proven", "core"])
def test_by_id_title_or_a_part_of_it(text: str) -> None:
    assert milestone_named(small_plan(), text) == "core-proven"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("e", "“e” could be “Core proven” and “Endpoint live”. Type more of the title, or the id."),
        ("core provn", "This plan has no milestone “core provn”. Did you mean “Core proven”?"),
        ("zzz", "This plan has no milestone “zzz”. It has “Core proven” and “Endpoint live”."),
        ("", "This plan has no milestone “”. It has “Core proven” and “Endpoint live”."),
    ],
)
def test_what_could_be_meant_is_named(text: str, sentence: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        milestone_named(small_plan(), text)
    assert str(refused.value) == sentence


def test_the_same_titles_are_told_apart_by_their_ids() -> None:
    plan = make_plan(milestone("one", title="Exam"), milestone("two", title="Exam"))
    with pytest.raises(InvalidValue, match=r"“Exam” \(one\) and “Exam” \(two\)"):
        milestone_named(plan, "exam")
    assert milestone_named(plan, "two") == "two"


def test_many_are_counted_and_none_is_said() -> None:
    plan = make_plan(*(milestone(f"m-{number}", title=f"Exam {number}") for number in range(9)))
    with pytest.raises(InvalidValue, match="and 3 more"):
        milestone_named(plan, "exam")
    with pytest.raises(InvalidValue, match="no milestones yet"):
        milestone_named(make_plan(activity("work")), "exam")
