"""Sessions where the learner wants them: minutes move within the week they come from, and no date does."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain import edits
from planner.domain.archive import archive
from planner.domain.errors import InvalidValue, UnknownItem
from planner.domain.frame import set_week_start, settle
from planner.domain.items import ActivityId, PlacementId, StepId, new_id
from planner.domain.placing import (
    move_session,
    put_back,
    put_week_back,
    set_clock_times,
    set_session_clock,
    set_session_minutes,
)
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from planner.domain.structure import remove_items
from planner.domain.week import PlannedSession, WeekPlan, open_minutes, week_plan
from tests.helpers.networks import random_networks
from tests.helpers.plans import START, activity, make_plan, small_plan

MONDAY, TUESDAY, FRIDAY, SATURDAY, SUNDAY = (START + timedelta(days=number) for number in (0, 1, 4, 5, 6))
NEXT_TUESDAY = TUESDAY + timedelta(days=7)
REGRESSION = ActivityId("regression-course")
A, B, C = PlacementId("a"), PlacementId("b"), PlacementId("c")


def two_courses() -> Plan:
    """Half of the week's ten hours for each of two activities: 45 minutes on four days, 2 h on Saturday."""
    return make_plan(
        activity("algebra", 50, position=1, share=0.5), activity("python", 50, position=2, share=0.5)
    )


def week_of(plan: Plan, day: date = START, today: date = START) -> WeekPlan:
    return week_plan(plan, schedule(plan), day, today)


def laid(plan: Plan, day: date = START) -> list[list[tuple[str, int]]]:
    """For each day of a week the titles and minutes of its sessions, in order."""
    return [[(each.title, each.minutes) for each in one.sessions] for one in week_of(plan, day).days]


def on(plan: Plan, day: date, place: int = 0) -> PlannedSession:
    """A session on a day."""
    return next(each for each in week_of(plan, day).days if each.day == day).sessions[place]


SATURDAY_OF_BOTH = [("Algebra", 120), ("Python", 120)]


def test_a_session_moves_to_another_day_and_the_rest_stays() -> None:
    plan = two_courses()
    assert laid(plan)[0] == [("Algebra", 45), ("Python", 45)]

    moved = move_session(plan, on(plan, MONDAY), MONDAY, FRIDAY, A)

    assert laid(moved)[0] == [("Python", 45)]
    assert laid(moved)[4] == [("Algebra", 45)]
    assert laid(moved)[5] == SATURDAY_OF_BOTH
    placed = on(moved, FRIDAY)
    assert (placed.placement, placed.taken_from, placed.taken_minutes) == (A, MONDAY, 45)
    assert [each.number for each in week_of(moved).sessions] == list(range(1, 11))
    assert schedule(moved).finish == schedule(plan).finish
    assert week_of(moved).amounts == week_of(plan).amounts


def test_a_session_that_comes_home_is_the_schedules_again() -> None:
    plan = two_courses()
    moved = move_session(plan, on(plan, MONDAY), MONDAY, FRIDAY, A)

    assert move_session(moved, on(moved, FRIDAY), FRIDAY, MONDAY, B) == plan
    assert put_back(moved, A) == plan
    assert move_session(plan, on(plan, MONDAY), MONDAY, MONDAY, A) is plan


def test_a_session_that_moves_on_remembers_where_it_came_from() -> None:
    plan = two_courses()
    moved = move_session(plan, on(plan, MONDAY), MONDAY, FRIDAY, A)
    again = move_session(moved, on(moved, FRIDAY), FRIDAY, SUNDAY, B)

    assert list(again.placements) == [A]
    assert laid(again)[0] == [("Python", 45)]
    assert (laid(again)[4], laid(again)[6]) == ([], [("Algebra", 45)])


def test_a_session_in_the_next_week_lies_there_on_top() -> None:
    plan = two_courses()
    moved = move_session(plan, on(plan, MONDAY), MONDAY, NEXT_TUESDAY, A)

    assert week_of(moved).planned_minutes == 600 - 45
    assert laid(moved, NEXT_TUESDAY)[1] == [("Algebra", 45), ("Python", 45), ("Algebra", 45)]
    assert week_of(moved, NEXT_TUESDAY).planned_minutes == 645
    assert laid(moved, NEXT_TUESDAY + timedelta(days=7)) == laid(plan, NEXT_TUESDAY + timedelta(days=7))


def test_a_longer_session_takes_from_the_weeks_latest_days() -> None:
    plan = two_courses()
    longer = set_session_minutes(plan, on(plan, MONDAY), MONDAY, 180, A)

    assert laid(longer)[0] == [("Algebra", 180), ("Python", 45)]
    # 135 minutes more: all 120 of Saturday, then 15 of Thursday.
    assert laid(longer)[5] == [("Python", 120)]
    assert laid(longer)[3] == [("Algebra", 30), ("Python", 45)]
    assert laid(longer)[1] == [("Algebra", 45), ("Python", 45)]
    assert week_of(longer).planned_minutes == 600


def test_minutes_beyond_what_the_week_has_are_the_learners_own() -> None:
    plan = two_courses()
    longer = set_session_minutes(plan, on(plan, MONDAY), MONDAY, 400, A)

    assert laid(longer)[0] == [("Algebra", 400), ("Python", 45)]
    assert week_of(longer).planned_minutes == 700
    assert week_of(longer).amounts == "11 h 40 planned · the week has 10 hours"


def test_a_shorter_session_leaves_the_rest_where_it_was() -> None:
    plan = two_courses()
    shorter = set_session_minutes(plan, on(plan, SATURDAY), SATURDAY, 50, A)
    assert laid(shorter)[5] == [("Algebra", 50), ("Algebra", 70), ("Python", 120)]

    rest_moved = move_session(shorter, on(shorter, SATURDAY, 1), SATURDAY, SUNDAY, B)
    assert laid(rest_moved)[5] == [("Algebra", 50), ("Python", 120)]
    assert laid(rest_moved)[6] == [("Algebra", 70)]

    longer_again = set_session_minutes(shorter, on(shorter, SATURDAY), SATURDAY, 120, B)
    assert laid(longer_again)[5] == SATURDAY_OF_BOTH
    assert set_session_minutes(plan, on(plan, SATURDAY), SATURDAY, 120, A) is plan


def test_a_move_takes_the_minutes_that_are_seen_even_where_others_took_some_before() -> None:
    plan = two_courses()
    longer = set_session_minutes(plan, on(plan, MONDAY), MONDAY, 105, A)
    assert laid(longer)[5] == [("Algebra", 60), ("Python", 120)]

    moved = move_session(longer, on(longer, SATURDAY), SATURDAY, SUNDAY, B)

    assert laid(moved)[0] == laid(longer)[0]
    assert laid(moved)[5:] == [[("Python", 120)], [("Algebra", 60)]]


def test_a_step_takes_its_own_minutes_first() -> None:
    plan = small_plan()
    # Saturday has 40 minutes of Week 1 and 200 of Week 2.
    moved = move_session(plan, on(plan, SATURDAY, 1), SATURDAY, SUNDAY, A)

    week = week_of(moved)
    assert [(each.step_title, each.minutes) for each in week.days[5].sessions] == [("Week 1", 40)]
    assert [(each.step_title, each.minutes) for each in week.days[6].sessions] == [("Week 2", 200)]


def test_a_step_ticked_early_gives_way_to_the_one_that_its_work_is_now() -> None:
    plan = small_plan()
    moved = move_session(plan, on(plan, MONDAY), MONDAY, FRIDAY, A)
    assert on(moved, FRIDAY).step_title == "Week 1"

    ticked = edits.tick_step(moved, REGRESSION, StepId("week-1"), True)

    assert on(ticked, FRIDAY).step_title == "Week 2"


@pytest.mark.parametrize(
    "gone",
    [
        lambda plan: edits.mark_finished(plan, ActivityId("algebra"), MONDAY),
        lambda plan: archive(plan, ActivityId("algebra"), MONDAY),
        lambda plan: remove_items(plan, [ActivityId("algebra")], MONDAY),
        lambda plan: edits.move_activity(plan, ActivityId("algebra"), date(2027, 3, 1)),
        lambda plan: settle(plan, SATURDAY),
    ],
    ids=["finished", "archived", "removed", "planned for later", "settled"],
)
def test_a_placement_rests_while_there_is_nothing_to_place(gone) -> None:  # type: ignore[no-untyped-def]
    plan = two_courses()
    moved = move_session(plan, on(plan, MONDAY), MONDAY, FRIDAY, A)

    assert laid(gone(moved)) == laid(gone(plan))
    if gone(moved).placements:
        assert on(moved, FRIDAY).placement == A


def test_what_was_put_in_another_week_rests_with_the_week_it_came_from() -> None:
    plan = two_courses()
    moved = move_session(plan, on(plan, MONDAY), MONDAY, NEXT_TUESDAY, A)
    later = edits.move_activity(moved, ActivityId("algebra"), START + timedelta(days=7))

    assert ("Algebra", 45) in laid(moved, NEXT_TUESDAY)[1]
    assert len(laid(later, NEXT_TUESDAY)[1]) == 2


def test_after_catching_up_a_session_still_lies_where_the_learner_put_it() -> None:
    plan = two_courses()
    moved = move_session(plan, on(plan, MONDAY), MONDAY, FRIDAY, A)
    settled = settle(moved, TUESDAY + timedelta(days=1))

    # Monday is gone; what Friday has comes out of Saturday now.
    assert laid(settled)[4] == [("Algebra", 45)]
    assert laid(settled)[5] == [("Algebra", 75), ("Python", 120)]
    assert (
        week_of(settled).planned_minutes == week_of(settle(plan, TUESDAY + timedelta(days=1))).planned_minutes
    )


def test_a_settled_day_takes_no_session() -> None:
    plan = settle(two_courses(), TUESDAY)
    with pytest.raises(InvalidValue, match="settled up to 5 Jan 2027"):
        move_session(plan, on(plan, SATURDAY), SATURDAY, MONDAY, A)


def test_a_day_before_the_plan_takes_no_session() -> None:
    plan = two_courses()
    with pytest.raises(InvalidValue, match="The plan begins on 4 Jan 2027"):
        move_session(plan, on(plan, MONDAY), MONDAY, START - timedelta(days=1), A)


def test_a_week_is_put_back_with_what_came_in_and_what_went_out() -> None:
    plan = two_courses()
    moved = move_session(plan, on(plan, MONDAY), MONDAY, FRIDAY, A)
    moved = move_session(moved, on(moved, TUESDAY), TUESDAY, NEXT_TUESDAY, B)
    third = NEXT_TUESDAY + timedelta(days=7)
    moved = move_session(moved, on(moved, third), third, third + timedelta(days=1), C)

    assert list(put_week_back(moved, START).placements) == [C]
    assert list(put_week_back(moved, START + timedelta(days=7)).placements) == [A, C]
    untouched = START + timedelta(days=28)
    assert put_week_back(moved, untouched) is moved


def test_a_placement_that_is_gone_is_said() -> None:
    plan = two_courses()
    with pytest.raises(UnknownItem, match="moved session"):
        put_back(plan, A)
    moved = move_session(plan, on(plan, MONDAY), MONDAY, FRIDAY, A)
    with pytest.raises(UnknownItem, match="moved session"):
        move_session(plan, on(moved, FRIDAY), FRIDAY, SUNDAY, B)


def test_a_session_moved_out_of_a_week_is_not_open_when_it_is_over() -> None:
    plan = two_courses()
    moved = move_session(plan, on(plan, MONDAY), MONDAY, NEXT_TUESDAY, A)
    monday = START + timedelta(days=7)

    assert open_minutes(plan, schedule(plan), monday, monday) == 600
    assert open_minutes(moved, schedule(moved), monday, monday) == 555


EVENINGS = (19 * 60,) * 5 + (10 * 60, 0)


def starts(plan: Plan, day: date) -> list[tuple[str, int | None]]:
    sessions = next(each for each in week_of(plan, day).days if each.day == day).sessions
    return [(each.title, each.starts_at) for each in sessions]


def test_weeks_have_no_clock_times_unless_the_learner_wants_them() -> None:
    plan = two_courses()
    assert starts(plan, MONDAY) == [("Algebra", None), ("Python", None)]
    timed = set_session_clock(plan, on(plan, MONDAY), MONDAY, 600, A)
    assert starts(timed, MONDAY) == [("Algebra", None), ("Python", None)]

    plan = set_clock_times(plan, EVENINGS)

    assert starts(plan, MONDAY) == [("Algebra", 1140), ("Python", 1185)]
    assert starts(plan, SATURDAY) == [("Algebra", 600), ("Python", 720)]
    assert starts(set_clock_times(plan, ()), MONDAY) == [("Algebra", None), ("Python", None)]


def test_a_session_with_a_time_of_its_own_has_the_others_make_way() -> None:
    plan = set_clock_times(two_courses(), EVENINGS)
    early = set_session_clock(plan, on(plan, MONDAY, 1), MONDAY, 420, A)
    assert starts(early, MONDAY) == [("Python", 420), ("Algebra", 1140)]

    late = set_session_clock(plan, on(plan, MONDAY, 1), MONDAY, 1150, A)
    # Algebra's 45 minutes do not fit before 19:10, so it follows at 19:55.
    assert starts(late, MONDAY) == [("Python", 1150), ("Algebra", 1195)]

    assert set_session_clock(late, on(late, MONDAY), MONDAY, None, B) == plan
    assert set_session_clock(plan, on(plan, MONDAY), MONDAY, None, A) is plan


def test_a_time_of_its_own_goes_along_to_another_day() -> None:
    plan = set_clock_times(two_courses(), EVENINGS)
    early = set_session_clock(plan, on(plan, MONDAY, 1), MONDAY, 420, A)
    moved = move_session(early, on(early, MONDAY), MONDAY, FRIDAY, B)
    assert starts(moved, FRIDAY) == [("Python", 420)]
    home = move_session(moved, on(moved, FRIDAY), FRIDAY, MONDAY, B)
    assert starts(home, MONDAY) == starts(early, MONDAY)


def test_what_would_begin_after_midnight_has_no_time() -> None:
    plan = set_clock_times(two_courses(), (23 * 60 + 30,) * 7)
    assert starts(plan, MONDAY) == [("Algebra", 1410), ("Python", None)]


@pytest.mark.parametrize("times", [(60,) * 6, (60,) * 8, (-1,) * 7, (1440,) * 7])
def test_clock_times_are_seven_times_of_a_day(times: tuple[int, ...]) -> None:
    with pytest.raises(InvalidValue):
        set_clock_times(two_courses(), times)


def test_a_step_on_two_days_of_the_week_stays_itself_when_weeks_begin_on_sunday() -> None:
    plan = set_week_start(two_courses(), 6)
    moved = move_session(plan, on(plan, MONDAY), MONDAY, SUNDAY, A)
    assert week_of(moved, MONDAY).planned_minutes == 555
    assert laid(moved, SUNDAY)[0] == [("Algebra", 45)]


def minutes_by_activity(week: WeekPlan) -> dict[ActivityId, int]:
    found: dict[ActivityId, int] = {}
    for session in week.sessions:
        found[session.activity] = found.get(session.activity, 0) + session.minutes
    return found


@given(
    random_networks(),
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 30), st.integers(0, 6)), min_size=1, max_size=6),
)
def test_any_moves_within_weeks_keep_the_minutes_and_every_other_week(
    plan: Plan, moves: list[tuple[int, int, int]]
) -> None:
    today, laid_out = plan.facts.start, schedule(plan)
    first_days = [plan.facts.start + timedelta(days=7 * number) for number in range(6)]

    def weeks(of: Plan) -> list[WeekPlan]:
        return [week_plan(of, laid_out, each, today) for each in first_days]

    for number, place, day in moves:
        before = weeks(plan)
        sessions = [(one.day, each) for one in before[number].days for each in one.sessions]
        target = before[number].first_day + timedelta(days=day)
        if not sessions or target < plan.facts.status_date:
            continue
        day_from, session = sessions[place % len(sessions)]
        plan = move_session(plan, session, day_from, target, PlacementId(new_id()))
        after = weeks(plan)
        for index, (was, now) in enumerate(zip(before, after, strict=True)):
            if index != number:
                assert now == was
        assert minutes_by_activity(after[number]) == minutes_by_activity(before[number])
        on_target = next(each for each in after[number].days if each.day == target)
        assert sum(each.minutes for each in on_target.sessions if each.activity == session.activity) >= (
            session.minutes
        )
