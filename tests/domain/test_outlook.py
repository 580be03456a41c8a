"""What the learner's hours mean, in figures and sentences."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.domain.calendar import spread_week
from planner.domain.frame import scale_weekly_hours
from planner.domain.items import ActivityId, Estimate, MonthRange, Provenance
from planner.domain.outlook import Outlook, Place, what_the_hours_mean, window_days
from planner.domain.plan import Plan
from planner.domain.planting import plan_from
from planner.domain.schedule import schedule
from tests.helpers.plans import START, activity, make_plan
from tests.helpers.roadmaps import SMALL, answers


def outlook(plan: Plan) -> Outlook:
    return what_the_hours_mean(plan, schedule(plan))


def at(hours: float) -> Outlook:
    """The novice's path (130 + 30 + 30 h, window 4–6 months) at so many hours a week."""
    return outlook(plan_from(SMALL, answers(week=spread_week(hours))))


def test_inside_the_window() -> None:
    found = at(10)

    assert found.place is Place.INSIDE
    assert found.finish == date(2027, 5, 17)
    assert (found.window_first, found.window_last) == (date(2027, 5, 4), date(2027, 7, 4))
    assert found.buffer_days == 48
    assert found.sentences == (
        "At 10 h a week this path takes about 4.4 months, inside the source's 4–6 months.",
        "The window runs from 4 May 2027 to 4 Jul 2027: 7 weeks of buffer after the finish.",
        "Of these 4.4 months, 3 rest on the source's own lengths and 1.4 on our suggestions.",
    )


def test_beyond_the_window() -> None:
    found = at(5)

    assert found.place is Place.BEYOND
    assert found.buffer_days is not None
    assert found.buffer_days < 0
    assert found.sentences[0] == (
        "At 5 h a week this path takes about 9 months; the source's 4–6 months assume steady study, "
        "about 10 h a week by this plan's reading."
    )
    assert found.sentences[1].endswith("the finish lies 12 weeks past its end.")


def test_earlier_than_the_window() -> None:
    found = at(20)

    assert found.place is Place.EARLIER
    assert "takes about 2.2 months, sooner than the source's 4–6 months, which assume" in found.sentences[0]


@pytest.mark.parametrize(("low", "high"), [(1, 4), (4, 9)])
def test_the_windows_first_and_last_day_still_lie_in_it(low: float, high: float) -> None:
    """The finish is 17 May, 4 months and 13 days after the start."""
    days = 13 / 30.4375
    window = MonthRange(low=low + days, high=high + days, provenance=Provenance.SOURCE, reason="Test.")
    plan = plan_from(SMALL, answers())
    plan = replace(plan, facts=replace(plan.facts, window=window))

    found = outlook(plan)

    assert found.finish in (window_days(plan) or ())
    assert found.place is Place.INSIDE


def test_the_months_divide_into_source_suggestions_and_the_learners_own() -> None:
    plan = plan_from(SMALL, answers())
    own = Estimate(low=60, likely=60, high=60, provenance=Provenance.LEARNER, reason="Mine.")
    project = ActivityId("project")
    plan = replace(plan, activities={**plan.activities, project: replace(plan.activity(project), effort=own)})

    found = outlook(plan)

    total = found.source_months + found.suggested_months + found.learner_months
    assert total == pytest.approx(found.months)
    assert found.learner_months / found.suggested_months == pytest.approx(60 / 30)
    assert found.sentences[-1].endswith(
        "on the source's own lengths, 0.7 on our suggestions and 1.4 on your own figures."
    )


def test_a_derived_window_is_not_called_the_sources_own() -> None:
    plan = plan_from(SMALL, answers())
    window = MonthRange(low=4, high=6, provenance=Provenance.DERIVED, reason="Added up.")

    found = outlook(replace(plan, facts=replace(plan.facts, window=window)))

    assert "inside the 4–6 months derived from the source." in found.sentences[0]


def test_a_path_just_beyond_the_window_is_not_rounded_into_it() -> None:
    plan = plan_from(SMALL, answers(week=spread_week(7)))
    window = MonthRange(low=4, high=6, provenance=Provenance.SOURCE, reason="As it says.")

    found = outlook(replace(plan, facts=replace(plan.facts, window=window)))

    assert found.place is Place.BEYOND
    assert 6 < found.months < 6.5
    assert "takes about 6.3 months;" in found.sentences[0]


def test_a_plan_without_a_window_says_only_its_length() -> None:
    plan = plan_from(SMALL, answers())

    found = outlook(replace(plan, facts=replace(plan.facts, window=None)))

    assert found.place is Place.OPEN
    assert (found.window_first, found.window_last, found.buffer_days) == (None, None, None)
    assert found.sentences[0] == "At 10 h a week this path takes about 4.4 months."


def test_a_plan_without_work_has_nothing_to_divide() -> None:
    plan = plan_from(SMALL, answers())

    found = outlook(replace(plan, activities={}, milestones={}, checklist={}, dependencies={}))

    assert found.place is Place.EARLIER
    assert len(found.sentences) == 2


def test_the_finish_on_the_windows_last_day_leaves_no_buffer() -> None:
    plan = plan_from(SMALL, answers())
    window = MonthRange(low=3, high=4 + 13 / 30.4375, provenance=Provenance.SOURCE, reason="Test.")

    found = outlook(replace(plan, facts=replace(plan.facts, window=window)))

    assert found.buffer_days == 0
    assert found.sentences[1].endswith("the finish is its last day.")


def test_a_path_done_before_the_plan_began_takes_no_months() -> None:
    done = activity("done", finished_on=START - timedelta(days=9))
    found = what_the_hours_mean(plan := make_plan(done), schedule(plan))
    assert (found.months, found.suggested_months) == (0, 0)


def test_hours_that_changed_since_are_those_of_today_and_those_before() -> None:
    day = START + timedelta(weeks=4)
    plan = scale_weekly_hours(plan_from(SMALL, answers(week=spread_week(10))), 12, day)
    laid_out = schedule(plan)
    now = what_the_hours_mean(plan, laid_out, day + timedelta(days=1))
    assert now.week_hours == 12
    assert now.sentences[0].startswith("At 12 h a week (10 h before 1 Feb 2027) this path takes about 3.8")
    assert what_the_hours_mean(plan, laid_out, START).sentences[0].startswith("At 10 h a week this path")
    again = scale_weekly_hours(plan, 15, day + timedelta(weeks=1))
    words = what_the_hours_mean(again, schedule(again), day + timedelta(weeks=1)).sentences[0]
    assert words.startswith("At 15 h a week (other hours before 8 Feb 2027) this path")
