"""Figures of the whole plan answer where they come from."""

from dataclasses import replace
from datetime import date

from planner.domain.calendar import CalendarException
from planner.domain.frame import set_weekly_hours
from planner.domain.items import ActivityId, PhaseId, Provenance
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from planner.domain.week import week_plan
from planner.ui.reasons import (
    buffer_reason,
    effort_reason,
    finish_reason,
    outcome_reason,
    phase_reason,
    provenance_line,
    roadmap_reason,
    week_hours_reason,
    week_reason,
    window_reason,
)
from tests.helpers.plans import START, activity, make_plan


def test_the_finish_names_its_milestone_and_whose_figures_it_rests_on(plan: Plan) -> None:
    assert finish_reason(plan, schedule(plan)) == (
        "“Job-ready” lands here: likely efforts, in their order, on your own study hours.\n"
        "Of these 19.4 months, 8.6 rest on the source's own lengths and 10.8 on our suggestions."
    )
    aimless = make_plan(activity("alone", 10))
    assert finish_reason(aimless, schedule(aimless)).startswith("The last day of any activity")


def test_the_window_gives_its_own_reason_and_its_days(plan: Plan) -> None:
    reason = window_reason(plan)
    assert plan.facts.window is not None
    assert plan.facts.window.reason in reason
    assert reason.endswith("Counted from your start on 4 Jan 2027, that is 4 Jul 2028 to 4 Jan 2029.")
    assert "18–24 months: The article" in outcome_reason(plan, schedule(plan))


def test_the_buffer_is_counted_from_finish_to_windows_end_or_back(plan: Plan) -> None:
    inside = buffer_reason(plan, schedule(plan))
    assert inside.startswith("Worked out: from your finish on 17 Aug 2028 to the window's end on 4 Jan 2029.")
    slow = set_weekly_hours(plan, (1, 1, 1, 1, 0, 1, 0), START)
    past = buffer_reason(slow, schedule(slow))
    assert past.startswith("Worked out: from the window's end on 4 Jan 2029 to your finish on ")
    assert past.endswith(" months later.")


def test_without_a_window_there_is_nothing_to_explain() -> None:
    bare = make_plan(activity("alone", 10))
    assert window_reason(bare) == buffer_reason(bare, schedule(bare)) == ""
    assert outcome_reason(bare, schedule(bare)) == finish_reason(bare, schedule(bare))


def test_a_phase_answers_with_the_sources_months_or_with_its_activities(plan: Plan) -> None:
    sourced = phase_reason(plan, plan.phase(PhaseId("phase-1")))
    assert "2–4 months: The article this roadmap follows gives this figure." in sourced
    assert "At 10 h a week the middle of it is the phase's likely length." in sourced
    own = phase_reason(plan, plan.phase(PhaseId("portfolio"))).splitlines()[1:]
    assert len(own) == 3
    assert all(line.endswith("our suggestion") for line in own)


def test_every_effort_says_whose_it_is_and_why(plan: Plan) -> None:
    for each in plan.activities.values():
        line, reason = effort_reason(each).split("\n", 1)
        assert line.startswith(each.title)
        assert reason
    bare = make_plan(activity("alone", 10)).activity(ActivityId("alone"))
    assert effort_reason(bare) == (
        "Alone · 10 h in all · our suggestion\n"
        "No source gives this figure. It is our suggestion: change it freely."
    )


def test_the_weeks_hours_name_the_set_in_force_days_off_and_a_start_in_the_middle(plan: Plan) -> None:
    off = CalendarException(first=date(2027, 4, 7), last=date(2027, 4, 8), name="Easter")
    calendar = replace(plan.calendar, exceptions=(off,))
    reason = week_hours_reason(replace(plan, calendar=calendar), date(2027, 4, 9))
    assert "your 10 h a week, in force from 4 Jan 2027" in reason
    assert "Days that differ this week: Easter." in reason
    assert "differ" not in week_hours_reason(plan, date(2027, 4, 9))
    midweek = replace(plan, facts=replace(plan.facts, week_start=6))
    assert "The plan starts on 4 Jan 2027" in week_hours_reason(midweek, START)


def test_a_week_explains_its_number_and_what_is_still_open(plan: Plan) -> None:
    current, today = schedule(plan), date(2027, 1, 12)
    second = week_reason(plan, week_plan(plan, current, today, today))
    assert "Still open: planned for weeks that are over, of work not finished, and not logged." in second
    assert second.startswith(
        "Planned: 10 h, what your plan puts into this week. Its days have 10 h of study."
    )
    assert second.endswith("Weeks are counted from the one your plan starts in to the one it finishes in.")
    assert "Still open" not in week_reason(plan, week_plan(plan, current, START, START))


def test_the_roadmap_line_tells_version_and_reading_of_the_week(plan: Plan) -> None:
    reason = roadmap_reason(plan)
    assert "version 1 of the roadmap “machine-learning-engineer”" in reason
    assert "Its months are read as 10 h a week." in reason
    assert plan.facts.reference_week_reason in reason
    assert roadmap_reason(make_plan(activity("alone", 10))).startswith(
        "This plan was not made from a roadmap"
    )


def test_whose_figure_it_is_is_said_once() -> None:
    assert provenance_line(Provenance.SUGGESTION, "Our reading.") == "Our suggestion. Our reading."
    assert provenance_line(Provenance.SOURCE, "The source's range.") == "The source's range."
