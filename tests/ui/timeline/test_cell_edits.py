"""What is typed into cells, and what it means."""

from dataclasses import replace
from datetime import date

import pytest

from planner.domain.edits import fix_date, mark_finished, mark_started, move_activity, retarget
from planner.domain.errors import PlanError
from planner.domain.items import ActivityId, MilestoneId, PhaseId
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from planner.ui.timeline.cell_edits import read_edit, refusal_of, text_to_edit
from planner.ui.timeline.columns import Column, Dates, Thing
from tests.helpers.plans import small_plan

TODAY = date(2027, 1, 20)
SERVE, CORE, REGRESSION = (
    ActivityId("serve-model"),
    MilestoneId("core-proven"),
    ActivityId("regression-course"),
)
START, FINISH, HOURS, PATH = Column.START, Column.FINISH, Column.HOURS, Column.PATH


def asked(plan: Plan, item: str) -> tuple[Dates, Thing]:
    thing: Thing = plan.phases[PhaseId(item)] if item in plan.phases else plan.node(ActivityId(item))
    return Dates(plan, schedule(plan), TODAY), thing


def edited(plan: Plan, item: str, column: Column, typed: str) -> tuple[Plan, str, str]:
    edit = read_edit(*asked(plan, item), column, typed)
    return (plan if edit.verb is None else edit.verb(plan)), edit.text, edit.says


def test_a_start_is_typed_as_one_says_it() -> None:
    plan, text, says = edited(small_plan(), "serve-model", START, "+2w")

    assert schedule(plan).start_day(SERVE) == date(2027, 2, 22)
    assert plan.activity(SERVE).not_before == date(2027, 2, 22)
    assert text == "Move Serve model to 22 Feb 2027"
    assert says.startswith("starts Mon 22 Feb 2027 · path ends ")


def test_a_start_before_what_it_waits_for_needs_no_date_and_says_where_it_starts() -> None:
    plan, _, says = edited(small_plan(), "serve-model", START, "5 Jan 2027")

    assert plan.activity(SERVE).not_before is None
    assert says == "starts Mon 8 Feb 2027, as early as it can"


def test_an_emptied_start_lets_go_of_the_date() -> None:
    plan = move_activity(small_plan(), SERVE, date(2027, 5, 3))
    plan, text, _ = edited(plan, "serve-model", START, " ")

    assert plan.activity(SERVE).not_before is None
    assert text == "Let Serve model start as early as it can"


def test_a_typed_finish_changes_the_hours() -> None:
    plan, text, says = edited(small_plan(), "serve-model", FINISH, "6 Mar 2027")

    assert schedule(plan).finish_day(SERVE) == date(2027, 3, 6)
    assert plan.activity(SERVE).effort.likely > 15
    assert text.startswith("Give Serve model ")
    assert "finishes Sat 6 Mar 2027" in says


def test_a_milestones_finish_is_its_target() -> None:
    plan, _, says = edited(small_plan(), "core-proven", FINISH, "1 Mar 2027")
    early, _, warned = edited(small_plan(), "core-proven", FINISH, "1 Feb 2027")
    none, text, _ = edited(plan, "core-proven", FINISH, "")

    assert plan.milestone(CORE).target == date(2027, 3, 1)
    assert plan.milestone(CORE).holds
    assert says.startswith("target Mon 1 Mar 2027 · path ends")
    assert early.milestone(CORE).target == date(2027, 2, 1)
    assert warned == "target Mon 1 Feb 2027, lands 6 Feb 2027"
    assert none.milestone(CORE).target is None
    assert text == "Take the date off Core proven"


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ("20", (20, 20, 20)),
        ("20 h", (20, 20, 20)),
        ("12,5", (12.5, 12.5, 12.5)),
        ("+5", (20, 20, 20)),
        ("-5 hours", (10, 10, 10)),
        ("10-30", (10, 15, 30)),
        ("20–30", (20, 20, 30)),
        ("10 to 30", (10, 15, 30)),
        ("10–20–40", (10, 20, 40)),
        ("10 / 20 / 40 h", (10, 20, 40)),
    ],
)
def test_hours_are_typed_alone_or_as_a_range(typed: str, hours: tuple[float, float, float]) -> None:
    effort = edited(small_plan(), "serve-model", HOURS, typed)[0].activity(SERVE).effort

    assert (effort.low, effort.likely, effort.high) == pytest.approx(hours)


@pytest.mark.parametrize("typed", ["", "many", "0", "-40", "30-10", "1-2-3-4", "+1-2"])
def test_hours_that_cannot_be_are_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises(PlanError, match=r"hours|Hours"):
        edited(small_plan(), "serve-model", HOURS, typed)


def test_days_that_cannot_be_are_refused_with_what_is_understood() -> None:
    with pytest.raises(PlanError, match=r"not a day I can read\. Try"):
        edited(small_plan(), "serve-model", START, "soonish")
    with pytest.raises(PlanError, match=r"starts on 8 Feb 2027, so it cannot finish on 1 Jan 2027"):
        edited(small_plan(), "serve-model", FINISH, "2027-01-01")


def test_a_group_moves_as_a_whole() -> None:
    plan, text, says = edited(small_plan(), "production", START, "+1w")

    assert plan.activity(SERVE).not_before is not None
    assert text == "Move Production to 15 Feb 2027"
    assert says.startswith("starts Mon 15 Feb 2027")


def test_titles_of_items_and_groups() -> None:
    assert edited(small_plan(), "serve-model", PATH, "Serve it")[0].activity(SERVE).title == "Serve it"
    plan, text, _ = edited(small_plan(), "production", PATH, "In production")
    assert plan.phases[PhaseId("production")].title == "In production"
    assert text == "Rename Production to In production"
    with pytest.raises(PlanError, match="cannot be empty"):
        edited(small_plan(), "serve-model", PATH, "  ")


def test_what_stands_there_already_changes_nothing() -> None:
    for column in (PATH, START, FINISH, HOURS):
        dates, thing = asked(small_plan(), "regression-course")
        assert read_edit(dates, thing, column, text_to_edit(dates, thing, column)).verb is None


def test_cells_that_cannot_be_typed_into_say_why() -> None:
    plan = mark_started(small_plan(), REGRESSION, date(2027, 1, 4))
    finished = mark_finished(small_plan(), REGRESSION, date(2027, 1, 16))
    fixed = fix_date(retarget(small_plan(), CORE, date(2027, 3, 1)), CORE, date(2027, 3, 1))
    empty = replace(small_plan(), activities={}, milestones={}, dependencies={}, checklist={})

    assert "has started" in refusal_of(*asked(plan, "regression-course"), START)
    assert refusal_of(*asked(plan, "regression-course"), HOURS) == ""
    assert "is finished" in refusal_of(*asked(finished, "regression-course"), HOURS)
    assert "fixed date" in refusal_of(*asked(fixed, "core-proven"), FINISH)
    assert "single day" in refusal_of(*asked(plan, "core-proven"), START)
    assert "from what lies in it" in refusal_of(*asked(plan, "learning"), HOURS)
    assert "from what lies in it" in refusal_of(*asked(empty, "learning"), START)
    assert "worked out" in refusal_of(*asked(plan, "core-proven"), Column.MARGIN)
    assert all(refusal_of(*asked(plan, each), PATH) == "" for each in ("learning", "core-proven"))
