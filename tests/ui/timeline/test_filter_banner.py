"""What the banner says of a filter."""

from datetime import date

from planner.domain.schedule import schedule
from planner.ui.timeline.columns import Dates
from planner.ui.timeline.filter_banner import count_of, name_of, sentence_of
from planner.ui.timeline.row_filter import Quick
from planner.ui.timeline.rows import RowChoice, rows_of
from tests.helpers.plans import small_plan


def said(choice: RowChoice) -> tuple[str, str]:
    plan = small_plan()
    rows = rows_of(plan, choice, Dates(plan, schedule(plan), date(2027, 1, 20)))
    return count_of(rows), sentence_of(choice, rows)


def test_it_counts_items_and_names_what_was_asked_for() -> None:
    choice = RowChoice(words="  course ", quick=frozenset({Quick.OPEN, Quick.MILESTONES}))

    assert said(choice) == ("1 of 6", "Showing 1 of 6 items: “course” · still open · milestones only")


def test_it_is_kind_where_nothing_matches() -> None:
    assert said(RowChoice(words="zz")) == (
        "0 of 6",
        "Nothing matches “zz”. Fewer or other words may find it.",
    )
    assert count_of(rows_of(small_plan())) == ""


def test_every_quick_filter_has_a_name() -> None:
    assert len({name_of(quick) for quick in Quick}) == len(Quick)
