"""The goals that the schedule suggests for work that goes on: what of it gets done, and what begins."""

from dataclasses import replace
from datetime import date, timedelta

from planner.domain.edits import tick_step
from planner.domain.items import ActivityId, PlacementId, Step, StepId
from planner.domain.placing import move_session
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from planner.domain.week import WeekPlan, week_plan
from planner.domain.week_notes import tick_goal
from tests.helpers.plans import START, activity, make_plan, small_plan

ALGEBRA = ActivityId("algebra")


def steps(*parts: float, title: str = "Week") -> tuple[Step, ...]:
    """Steps "Week 1", "Week 2"… of these parts; those of algebra are as many hours."""
    return tuple(
        Step(id=StepId(f"step-{number}"), title=f"{title} {number}", part=part)
        for number, part in enumerate(parts, start=1)
    )


def algebra(*parts: float, title: str = "Week") -> Plan:
    """One activity whose steps take these hours; a week has ten: Mon-Thu 1 h 30 each, Sat 4 h."""
    return make_plan(activity("algebra", sum(parts), steps=steps(*parts, title=title)))


def week_of(plan: Plan, number: int = 1, today: date = START) -> WeekPlan:
    """The plan's week of that number."""
    return week_plan(plan, schedule(plan), START + timedelta(days=7 * (number - 1)), today)


def goals(plan: Plan, number: int = 1, today: date = START) -> list[tuple[str, int]]:
    """The words and minutes of a week's goals."""
    return [(each.text, each.minutes) for each in week_of(plan, number, today).goals]


def test_each_step_is_a_goal_with_its_own_minutes() -> None:
    assert goals(algebra(3, 4, 13)) == [
        ("Algebra: finish Week 1", 180),
        ("Algebra: finish Week 2", 240),
        ("Algebra: begin Week 3", 180),
    ]


def test_a_step_that_ends_with_the_week_gets_done() -> None:
    plan = algebra(10, 4, 6, 10)
    assert goals(plan) == [("Algebra: finish Week 1", 600)]
    assert goals(plan, 2) == [("Algebra: finish Week 2", 240), ("Algebra: finish Week 3", 360)]


def test_a_step_longer_than_the_week_is_worked_on() -> None:
    plan = algebra(25, 15)
    assert goals(plan) == goals(plan, 2) == [("Algebra: work on Week 1", 600)]
    assert goals(plan, 3) == [("Algebra: finish Week 1", 300), ("Algebra: begin Week 2", 300)]


def test_goals_of_the_longest_titles_can_be_ticked() -> None:
    ending = activity("ending", 2, title="E" * 500)
    lasting = activity("lasting", 40, title="L" * 500, steps=steps(5, 35, title="S" * 490))
    plan = make_plan(ending, lasting)
    week = week_of(plan)
    assert [len(each.text) for each in week.goals] == [500, 500, 500]
    for place in range(3):
        plan = tick_goal(plan, week_of(plan), place, True)
    assert [each.done for each in week_of(plan).goals] == [True, True, True]


def test_more_steps_than_there_is_room_for_are_said_in_one_line() -> None:
    assert goals(algebra(2, 2, 2, 14)) == [
        ("Algebra: finish Week 1", 120),
        ("Algebra: finish Week 2", 120),
        ("Algebra: finish Week 3, begin Week 4", 360),
    ]
    assert goals(algebra(3, 3, 2, 2, 10)) == [
        ("Algebra: finish Week 1", 180),
        ("Algebra: finish Week 2", 180),
        ("Algebra: finish Week 3 and Week 4", 240),
    ]


def test_the_last_line_names_every_step_that_has_no_line_of_its_own() -> None:
    def last(*parts: float) -> tuple[str, int]:
        return goals(algebra(*parts))[-1]

    assert last(2, 2, 2, 1, 23) == ("Algebra: finish Week 3 and Week 4, begin Week 5", 360)
    assert last(2, 2, 2, 1, 1, 22) == ("Algebra: finish Week 3, Week 4 and Week 5, begin Week 6", 360)
    assert last(1, 1, 1, 1, 1, 1, 24) == ("Algebra: finish Week 3 to Week 6, begin Week 7", 480)


def test_a_step_put_off_is_not_among_those_that_get_done() -> None:
    plan = algebra(1.5, 1.5, 1.5, 1.5, 14)
    tuesday = START + timedelta(days=1)
    session = week_of(plan).days[1].sessions[0]
    moved = move_session(plan, session, tuesday, tuesday + timedelta(days=7), PlacementId("later"))
    assert goals(moved) == [
        ("Algebra: finish Week 1", 90),
        ("Algebra: finish Week 3", 90),
        ("Algebra: finish Week 4, begin Week 5", 330),
    ]


def test_every_activity_has_a_line_before_one_has_several() -> None:
    first = activity("algebra", 15, share=0.5, steps=steps(2, 13))
    second = activity("python", 40, position=2, share=0.25)
    third = activity("statistics", 40, position=3, share=0.25)
    assert [each[0] for each in goals(make_plan(first, second))] == [
        "Algebra: finish Week 1",
        "Algebra: begin Week 2",
        "Work on Python",
    ]
    assert [each[0] for each in goals(make_plan(first, second, third))] == [
        "Algebra: finish Week 1, begin Week 2",
        "Work on Python",
        "Work on Statistics",
    ]


def test_what_ends_comes_first_and_leaves_less_room() -> None:
    plan = make_plan(
        activity("short", 2, share=0.5), activity("algebra", 25, share=0.5, steps=steps(1, 1, 23), position=2)
    )
    assert [each[0] for each in goals(plan)] == [
        "Finish Short",
        "Algebra: finish Week 1",
        "Algebra: finish Week 2, begin Week 3",
    ]


def test_a_title_that_the_steps_begin_with_is_said_once() -> None:
    plan = algebra(4, 16, title="Algebra week")
    assert goals(plan) == [("Finish Algebra week 1", 240), ("Begin Algebra week 2", 360)]
    assert goals(algebra(1, 1, 1, 17, title="algebra, part"))[-1][0] == (
        "Finish algebra, part 3, begin algebra, part 4"
    )


def test_sessions_in_another_order_change_no_goal() -> None:
    plan = algebra(3, 17)
    saturday = next(each for each in week_of(plan).sessions if each.taken_from == START + timedelta(days=5))
    moved = move_session(plan, saturday, saturday.taken_from, START, PlacementId("saturday"))
    assert goals(moved) == goals(plan) == [("Algebra: finish Week 1", 180), ("Algebra: begin Week 2", 420)]


def test_a_step_put_off_into_the_next_week_does_not_get_done() -> None:
    plan = algebra(3, 17)
    tuesday = START + timedelta(days=1)
    session = week_of(plan).days[1].sessions[0]
    moved = move_session(plan, session, tuesday, tuesday + timedelta(days=7), PlacementId("later"))
    assert goals(moved) == [("Algebra: work on Week 1", 90), ("Algebra: begin Week 2", 420)]


def test_a_step_begun_before_its_week_does_not_get_done_in_this_one() -> None:
    plan = algebra(10, 10, 10)
    next_monday = START + timedelta(days=7)
    session = week_of(plan, 2).days[0].sessions[0]
    moved = move_session(plan, session, next_monday, START, PlacementId("sooner"))
    assert goals(moved) == [("Algebra: finish Week 1", 600), ("Algebra: begin Week 2", 90)]


def test_steps_of_one_title_stay_two() -> None:
    plan = algebra(3, 4, 13)
    same = replace(
        plan.activities[ALGEBRA],
        steps=tuple(replace(each, title="Exercises") for each in plan.activities[ALGEBRA].steps),
    )
    assert [each[0] for each in goals(replace(plan, activities={ALGEBRA: same}))] == [
        "Algebra: finish Exercises",
        "Algebra: finish Exercises",
        "Algebra: begin Exercises",
    ]


def test_a_step_ticked_early_makes_room_for_the_next() -> None:
    plan = tick_step(algebra(3, 4, 13), ALGEBRA, StepId("step-1"), True)
    assert [each[0] for each in goals(plan)] == ["Algebra: finish Week 2", "Algebra: begin Week 3"]


def test_a_week_that_is_over_keeps_the_goals_it_had() -> None:
    plan = small_plan()
    assert goals(plan, 1, START + timedelta(days=9)) == goals(plan)
