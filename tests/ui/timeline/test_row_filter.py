"""What words and quick filters find."""

from dataclasses import replace
from datetime import date

import pytest

from planner.domain.arrange import add_group, move_rows
from planner.domain.edits import mark_finished, retarget, set_note
from planner.domain.items import ActivityId, MilestoneId, PhaseId
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from planner.ui.timeline.columns import Dates
from planner.ui.timeline.row_filter import Quick, found_in, matching, spans_of, words_in
from tests.helpers.plans import small_plan

NO_QUICK: frozenset[Quick] = frozenset()


def found(plan: Plan, words: str) -> set[str]:
    return set(matching(plan, words, NO_QUICK, None) or ())


def through(plan: Plan, *quick: Quick, today: date = date(2027, 1, 20)) -> set[str]:
    return set(matching(plan, "", frozenset(quick), Dates(plan, schedule(plan), today)) or ())


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("regression", {"regression-course", "core-proven"}),
        ("REGRESSION Course", {"regression-course"}),
        ("course regression", {"regression-course"}),
        ("numpy", {"regression-course"}),
        ("week 2", {"regression-course"}),
        ("project", {"serve-model", "write-up"}),
        ("milestone", {"core-proven", "endpoint-live"}),
        ("explain bias", {"core-proven"}),
        ("production serve", {"serve-model"}),
        ("nothing like it", set()),
    ],
)
def test_every_word_must_be_found_somewhere_in_an_item(words: str, ids: set[str]) -> None:
    assert found(small_plan(), words) == ids


def test_no_words_mean_everything() -> None:
    assert matching(small_plan(), "  ", NO_QUICK, None) is None


def test_a_note_and_the_groups_around_are_looked_into() -> None:
    plan = set_note(small_plan(), ActivityId("write-up"), "Ask Ada for a review")
    plan = add_group(plan, PhaseId("inner"), "Deep end", PhaseId("learning"))
    plan = move_rows(plan, ["clustering-course"], PhaseId("inner"), None)

    assert found(plan, "ada") == {"write-up"}
    assert found(plan, "deep learning") == {"clustering-course"}


def test_quick_filters_look_at_dates_and_evidence() -> None:
    plan = mark_finished(small_plan(), ActivityId("regression-course"), date(2027, 1, 15))
    plan = retarget(plan, MilestoneId("core-proven"), date(2027, 2, 1))

    assert through(plan, Quick.OPEN) == {*plan.activities, *plan.milestones} - {"regression-course"}
    assert through(plan, Quick.THIS_MONTH) == {"regression-course", "clustering-course"}
    assert through(plan, Quick.LATE) == {"core-proven"}
    assert through(plan, Quick.NO_EVIDENCE) == {"endpoint-live"}
    assert through(plan, Quick.MILESTONES) == {"core-proven", "endpoint-live"}
    assert "regression-course" not in through(plan, Quick.CRITICAL)
    assert "write-up" in through(plan, Quick.CRITICAL)
    assert through(plan, Quick.MILESTONES, Quick.LATE) == {"core-proven"}
    assert "clustering-course" in through(plan, Quick.LATE, today=date(2028, 1, 1))


def test_quick_filters_need_dates() -> None:
    with pytest.raises(ValueError, match="dates"):
        matching(small_plan(), "", frozenset({Quick.OPEN}), None)


def test_what_is_archived_is_not_found() -> None:
    plan = small_plan()
    asleep = replace(plan.activity(ActivityId("write-up")), archived_on=date(2027, 1, 9))
    plan = replace(plan, activities={**plan.activities, asleep.id: asleep})

    assert found(plan, "write-up") == set()


def test_it_is_known_where_words_were_found() -> None:
    plan = small_plan()

    assert found_in(plan, "regression-course", ("numpy",)) == "numpy"
    assert found_in(plan, "core-proven", ("bias",)) == "Explain bias"
    assert found_in(plan, "regression-course", ("regression",)) == ""


def test_the_letters_found_in_a_title_are_known() -> None:
    assert spans_of("Core ML, more ML", words_in("ml")) == [(5, 7), (14, 16)]
    assert spans_of("Clustering", words_in("clus luster")) == [(0, 7)]
    assert spans_of("Clustering", words_in("zz")) == []
