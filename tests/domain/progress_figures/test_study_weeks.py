"""The weeks shown, with the week page's own figures."""

from datetime import date, timedelta

from planner.domain.progress_figures.study_weeks import UsualWeek, study_weeks, usual_week
from planner.domain.schedule import schedule
from planner.domain.week import week_plan
from tests.helpers.plans import chain_plan, make_plan, session, small_plan

TODAY = date(2027, 1, 26)


def test_each_week_has_what_it_asks_for_and_what_was_logged() -> None:
    plan = make_plan(
        *small_plan().activities.values(),
        *small_plan().dependencies.values(),
        *small_plan().milestones.values(),
        session("one", "regression-course", date(2027, 1, 5), 90),
        session("two", "regression-course", date(2027, 1, 25), 150),
    )
    weeks = study_weeks(plan, schedule(plan), TODAY)
    assert [each.number for each in weeks] == [1, 2, 3, 4, 5, 6, 7]
    assert [each.logged for each in weeks] == [1.5, 0, 0, 2.5, 0, 0, 0]
    assert [each.over for each in weeks] == [True, True, True, False, False, False, False]
    assert [each.number for each in weeks if each.current] == [4]
    current = schedule(plan)
    for each in weeks:
        page = week_plan(plan, current, each.first_day, TODAY)
        assert each.planned * 60 == page.planned_minutes
        assert each.logged * 60 == page.logged_minutes


def test_a_long_path_shows_twelve_weeks_back_and_four_ahead() -> None:
    plan = chain_plan(500)
    weeks = study_weeks(plan, schedule(plan), date(2028, 1, 5))
    assert (len(weeks), weeks[12].current) == (17, True)


def test_before_the_start_and_after_the_end_the_nearest_weeks_show() -> None:
    plan = small_plan()
    current = schedule(plan)
    early = study_weeks(plan, current, plan.facts.start - timedelta(days=40))
    late = study_weeks(plan, current, current.finish + timedelta(days=400))
    assert [each.number for each in early] == [1, 2, 3, 4, 5]
    assert [each.number for each in late] == [1, 2, 3, 4, 5, 6, 7]
    assert not any(each.over or each.current for each in early)
    assert all(each.over for each in late)


def test_the_usual_week_is_that_of_the_last_four() -> None:
    plan = small_plan()
    weeks = study_weeks(plan, schedule(plan), TODAY)
    assert usual_week(weeks) == UsualWeek(3, 10.0, 0.0)
    assert usual_week(weeks[4:]) is None
