"""A date from outside stands where it is, and what waits for it waits."""

from datetime import date

from planner.domain.fixed_dates import add_fixed_date
from planner.domain.items import ActivityId, MilestoneId, PhaseId
from planner.domain.schedule import schedule
from tests.helpers.plans import small_plan

EXAM = MilestoneId("exam")


def test_it_stands_on_its_day_and_tells_whether_the_work_is_done_in_time() -> None:
    plan = small_plan()
    work = plan.rows_of_phase[PhaseId("learning")][0].id
    done = schedule(plan).finish_day(ActivityId(work))
    fixed = add_fixed_date(plan, EXAM, PhaseId("learning"), "Exam", date(2026, 1, 5), prepared_by=work)
    assert fixed.milestone(EXAM).fixed
    assert not fixed.milestone(EXAM).holds
    assert schedule(fixed).shown_day(EXAM) == date(2026, 1, 5)
    assert schedule(fixed).lands(EXAM) == done


def test_what_comes_after_it_waits_for_the_day() -> None:
    plan = small_plan()
    rows = [each for each in plan.rows_of_phase[PhaseId("production")] if each.id in plan.activities]
    then, day = ActivityId(rows[0].id), date(2030, 3, 1)
    fixed = add_fixed_date(plan, EXAM, PhaseId("learning"), "Cohort begins", day, then=then)
    assert schedule(fixed).start_day(then) >= day
    assert schedule(plan).start_day(then) < day
