"""What a reminder says of a day: the sessions still open by name, and their minutes."""

from planner.domain.items import ActivityId
from planner.domain.plan import Plan
from planner.domain.proof import log_session
from planner.domain.schedule import schedule
from planner.domain.week import week_plan
from planner.ui.reminders.notifier import without_markup
from planner.ui.reminders.words import ReminderWords, study_words
from tests.helpers.plans import START, activity, make_plan


def side_by_side(count: int) -> Plan:
    """So many activities at the same time, with an equal part of each day."""
    return make_plan(
        *(activity(f"part-{number}", 20, share=1 / count, position=number) for number in range(count)),
        calendar=None,
    )


def words_of(plan: Plan) -> ReminderWords | None:
    """What a reminder says on the first day."""
    return study_words(week_plan(plan, schedule(plan), START, START), START)


def test_it_names_only_what_is_still_open() -> None:
    plan = log_session(side_by_side(2), ActivityId("part-0"), START, 40)
    assert words_of(plan) == ReminderWords("Today’s study: 45 min", "Part 1")


def test_it_says_what_is_left_of_what_is_begun_and_nothing_once_all_is_done() -> None:
    plan = log_session(side_by_side(2), ActivityId("part-0"), START, 15)
    assert words_of(plan) == ReminderWords("Today’s study: 1 h 15", "Part 0 · 30 min left\nPart 1 · 45 min")
    plan = log_session(plan, ActivityId("part-0"), START, 28)
    assert words_of(log_session(plan, ActivityId("part-1"), START, 45)) is None


def test_it_names_three_sessions_and_counts_the_rest() -> None:
    said = words_of(side_by_side(5))
    assert said is not None
    assert said.title == "Today’s study: 1 h 30"
    assert said.lines.splitlines()[3] == "and 2 more"
    assert len(said.lines.splitlines()) == 4


def test_titles_from_elsewhere_stay_short_and_plain() -> None:
    title = "<img src='file:///etc/passwd'> & " + "long " * 40
    plan = make_plan(activity("hostile", 20, title=title))
    said = words_of(plan)
    assert said is not None
    assert len(said.lines) < 80
    assert said.lines.endswith("…")
    assert without_markup(said.lines).startswith("‹img src='file:///etc/passwd'› & long")
