"""What a bar, a diamond or a phase says of itself, and what a drag tells."""

from dataclasses import replace
from datetime import date

from planner.domain.edits import (
    fix_date,
    mark_finished,
    move_activity,
    rename,
    retarget,
    set_share,
    tick_step,
)
from planner.domain.items import ActivityId, ChecklistItemId, MilestoneId, StepId
from planner.domain.plan import Plan
from planner.domain.proof import tick
from planner.domain.schedule import schedule
from planner.ui.timeline.descriptions import describe
from planner.ui.timeline.options import PLAIN
from planner.ui.timeline.rows import rows_of
from planner.ui.timeline.tooltip import description, rich_text
from tests.helpers.plans import small_plan

CORE = MilestoneId("core-proven")
REGRESSION = ActivityId("regression-course")
TODAY = date(2027, 1, 20)


def told(plan: Plan, item: str) -> list[str]:
    rows = rows_of(plan)
    return list(description(plan, schedule(plan), rows.rows[rows.index[item]]))


def test_a_phase_tells_its_dates_and_whose_range_it_is() -> None:
    assert told(small_plan(), "learning") == [
        "Learning",
        "4 Jan 2027 – 6 Feb 2027",
        "2–4 months · the source",
    ]


def test_an_activity_tells_its_dates_hours_and_where_they_come_from() -> None:
    assert told(small_plan(), "regression-course") == [
        "Regression course",
        "4 Jan 2027 – 16 Jan 2027",
        "20 h (15–30 h) · our suggestion",
    ]
    assert told(small_plan(), "clustering-course")[2] == "30 h · our suggestion"


def test_an_activity_tells_its_share_progress_and_own_start() -> None:
    plan = tick_step(small_plan(), REGRESSION, StepId("week-1"), True)
    plan = move_activity(set_share(plan, REGRESSION, 0.5), REGRESSION, date(2027, 1, 11))

    assert told(plan, "regression-course")[3:] == [
        "takes 50 % of the week",
        "33 % done",
        "not before 11 Jan 2027",
    ]


def test_a_finished_activity_tells_when() -> None:
    plan = mark_finished(small_plan(), REGRESSION, date(2027, 1, 14))

    assert told(plan, "regression-course")[-1] == "finished 14 Jan 2027"


def test_a_milestone_tells_where_it_lands_and_what_is_done() -> None:
    plan = small_plan()
    assert told(plan, "core-proven") == ["Core proven", "lands Sat 6 Feb 2027", "0 of 2 done"]

    late = retarget(plan, CORE, date(2027, 1, 30))
    assert told(late, "core-proven")[1:3] == [
        "target Sat 30 Jan 2027",
        "lands 6 Feb 2027, 7 days behind",
    ]
    held = fix_date(retarget(plan, CORE, date(2027, 3, 6), holds=True), CORE, date(2027, 3, 6))
    assert told(held, "core-proven")[1:5] == [
        "target Sat 6 Mar 2027",
        "lands 6 Feb 2027, 4 weeks spare",
        "what follows waits for the target",
        "a fixed date",
    ]
    exact = retarget(plan, CORE, date(2027, 2, 6))
    assert told(exact, "core-proven")[2] == "lands 6 Feb 2027"


def test_a_reached_milestone_tells_when() -> None:
    plan = small_plan()
    for item in plan.items_of_milestone[CORE]:
        plan = tick(plan, item.id, date(2027, 2, 3))

    assert told(plan, "core-proven")[1:] == ["reached 3 Feb 2027", "2 of 2 done"]


def test_a_milestone_tells_what_is_ticked_without_its_evidence() -> None:
    certificate = ChecklistItemId("regression-certificate")
    needing = replace(small_plan().item(certificate), needs_evidence=True)
    plan = replace(small_plan(), checklist={**small_plan().checklist, certificate: needing})
    plan = tick(plan, certificate, date(2027, 1, 20))
    assert told(plan, "core-proven")[-2:] == ["1 of 2 done", "1 without evidence"]
    assert ", 1 of 2 done, 1 without evidence" in describe(
        plan, schedule(plan), "core-proven", PLAIN, date(2027, 1, 20)
    )


def test_titles_are_never_read_as_markup() -> None:
    plan = rename(small_plan(), REGRESSION, "<img src='file:///etc/passwd'> & more")

    text = rich_text(tuple(told(plan, "regression-course")))

    assert "<img" not in text
    assert "&lt;img" in text
    assert "&amp; more" in text
