"""Whose figures a week's minutes rest on."""

from dataclasses import replace

from planner.domain.items import ActivityId, MonthRange, Provenance
from planner.domain.week_origin import WeekOrigin, origin_of_week
from tests.helpers.plans import activity, make_plan, phase

OURS, THEIRS, MINE = ActivityId("ours"), ActivityId("theirs"), ActivityId("mine")


def test_minutes_are_divided_by_whose_figure_the_length_is() -> None:
    mine = activity("mine", 10)
    mine = replace(mine, effort=replace(mine.effort, provenance=Provenance.LEARNER))
    sourced = phase("sourced", months=MonthRange(low=2, high=4, provenance=Provenance.SOURCE))
    plan = make_plan(sourced, activity("ours", 10), activity("theirs", 10, phase="sourced"), mine)

    found = origin_of_week(plan, {OURS: 90, THEIRS: 240, MINE: 30})

    assert found == WeekOrigin(source_minutes=240, suggested_minutes=90, learner_minutes=30)
    assert found.sentence == (
        "Minutes are likely efforts laid on your own hours: 4 h rest on the roadmap’s source, "
        "1 h 30 on our suggestions and 30 min on your own figures."
    )


def test_two_origins_and_one() -> None:
    assert WeekOrigin(source_minutes=60, suggested_minutes=540).sentence.endswith(
        ": 1 h rest on the roadmap’s source and 9 h on our suggestions."
    )
    assert WeekOrigin(suggested_minutes=600).sentence == (
        "Minutes are likely efforts laid on your own hours; all of them rest on our suggestions."
    )


def test_a_week_without_work_says_nothing() -> None:
    assert origin_of_week(make_plan(activity("ours", 10)), {}).sentence == ""
