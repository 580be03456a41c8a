"""The reminder comes at its time with what today holds, once a day, and is silent when all is logged."""

from datetime import timedelta

from pytestqt.qtbot import QtBot

from planner.domain.items import ActivityId
from planner.domain.proof import log_session
from planner.domain.reminders import Occasion, Reminder, Reminders
from planner.domain.week_notes import keep_review
from planner.ui.editor import Editor
from planner.ui.reminders.kept import KeptReminders
from planner.ui.reminders.reminder_clock import ReminderClock
from tests.helpers.plans import START
from tests.helpers.reminding import Recorder, Wall

REGRESSION = ActivityId("regression-course")
AT_SEVEN = Reminders(study=True, study_at=19 * 60)
SUNDAY = START + timedelta(days=6)
SECOND_MONDAY = START + timedelta(days=7)


def test_nothing_comes_unless_it_is_wanted(clock: ReminderClock, wall: Wall, recorder: Recorder) -> None:
    wall.put(START, "23:59")
    clock.check()
    assert recorder.told == []
    assert not recorder.wanted
    assert clock.next is None


def test_it_comes_at_its_time_with_what_today_holds(
    clock: ReminderClock, wall: Wall, recorder: Recorder
) -> None:
    clock.want(AT_SEVEN)
    assert recorder.wanted
    wall.put(START, "18:59")
    clock.check()
    assert recorder.told == []
    wall.put(START, "19:00")
    clock.check()
    ((occasion, words),) = recorder.told
    assert occasion is Occasion.STUDY
    assert words.title == "Today’s study: 1 h 30"
    assert words.lines == "Regression course, Week 1"


def test_it_comes_by_itself(qtbot: QtBot, clock: ReminderClock, wall: Wall, recorder: Recorder) -> None:
    wall.put(START, "18:59:59.900")
    clock.want(AT_SEVEN)
    wall.put(START, "19:00")
    qtbot.waitUntil(lambda: len(recorder.told) == 1)


def test_it_does_not_come_twice_a_day_also_after_a_restart(
    editor: Editor, clock: ReminderClock, kept: KeptReminders, wall: Wall, recorder: Recorder
) -> None:
    clock.want(AT_SEVEN)
    wall.put(START, "19:00")
    clock.check()
    wall.put(START, "18:30")
    clock.check()
    again = ReminderClock(editor, kept, recorder, wall, editor)
    assert again.reminders == AT_SEVEN
    wall.put(START, "19:30")
    clock.check()
    again.check()
    assert len(recorder.told) == 1
    assert again.next == Reminder(Occasion.STUDY, wall.now.replace(hour=19, minute=0) + timedelta(days=1))


def test_a_time_already_past_when_chosen_waits_for_tomorrow(
    clock: ReminderClock, wall: Wall, recorder: Recorder
) -> None:
    wall.put(START, "20:00")
    clock.want(AT_SEVEN)
    wall.go_on(minutes=5)
    clock.check()
    assert recorder.told == []
    wall.put(START + timedelta(days=1), "19:00")
    clock.check()
    assert len(recorder.told) == 1


def test_it_comes_on_waking_from_sleep_but_not_for_days_gone_by(
    editor: Editor, clock: ReminderClock, wall: Wall, recorder: Recorder
) -> None:
    clock.want(AT_SEVEN)
    wall.put(START + timedelta(days=1), "08:00")
    editor.check_today()
    assert recorder.told == []
    wall.put(START + timedelta(days=1), "21:40")
    clock.check()
    assert recorder.titles == ["Today’s study: 1 h 30"]


def test_it_is_silent_once_everything_of_today_is_logged(
    editor: Editor, clock: ReminderClock, wall: Wall, recorder: Recorder
) -> None:
    clock.want(AT_SEVEN)
    editor.apply("Log", log_session, REGRESSION, START, 90)
    wall.put(START, "19:00")
    clock.check()
    assert recorder.told == []


def test_one_minute_does_not_make_it_silent(
    editor: Editor, clock: ReminderClock, wall: Wall, recorder: Recorder
) -> None:
    clock.want(AT_SEVEN)
    editor.apply("Log", log_session, REGRESSION, START, 1)
    wall.put(START, "19:00")
    clock.check()
    ((_, words),) = recorder.told
    assert words.title == "Today’s study: 1 h 29"


def test_days_without_study_are_left_alone_unless_every_day_is_wanted(
    clock: ReminderClock, wall: Wall, recorder: Recorder
) -> None:
    clock.want(AT_SEVEN)
    wall.put(SUNDAY, "19:00")
    clock.check()
    assert recorder.told == []
    wall.put(SUNDAY, "12:00")
    clock.want(Reminders(study=True, study_at=19 * 60, study_days_only=False))
    wall.put(SUNDAY, "19:00")
    clock.check()
    ((_, words),) = recorder.told
    assert words.title == "Nothing is planned today"
    assert words.lines == "This week so far: nothing logged yet."


def test_the_week_is_looked_back_on_when_it_ends(
    clock: ReminderClock, wall: Wall, recorder: Recorder
) -> None:
    clock.want(Reminders(review=True))
    wall.put(SUNDAY, "18:00")
    clock.check()
    ((occasion, words),) = recorder.told
    assert occasion is Occasion.REVIEW
    assert words.title == "How was your week?"
    assert words.lines.startswith("Nothing is logged so far.\n")


def test_a_week_that_was_reviewed_is_not_asked_about(
    editor: Editor, clock: ReminderClock, wall: Wall, recorder: Recorder
) -> None:
    clock.want(Reminders(review=True, review_weekday=0, review_at=9 * 60))
    editor.apply(
        "Review",
        keep_review,
        START,
        done="",
        moved="",
        why="",
        next_step="",
        reviewed_on=SUNDAY,
        planned_minutes=600,
    )
    wall.put(SECOND_MONDAY, "09:00")
    clock.check()
    assert recorder.told == []


def test_a_week_that_was_let_go_is_not_asked_about(
    clock: ReminderClock, kept: KeptReminders, wall: Wall, recorder: Recorder
) -> None:
    clock.want(Reminders(review=True, review_weekday=0, review_at=9 * 60))
    kept.let_go(START)
    wall.put(SECOND_MONDAY, "09:00")
    clock.check()
    assert recorder.told == []
    wall.put(SECOND_MONDAY + timedelta(days=7), "09:00")
    clock.check()
    assert recorder.titles == ["How was your week?"]


def test_nonsense_in_the_settings_file_reads_as_no_reminders(kept: KeptReminders, editor: Editor) -> None:
    kept.keep(AT_SEVEN)
    assert kept.reminders == AT_SEVEN
    kept._settings.set_value_for(editor.plan.facts.id, "reminders-study-at", 5000)
    assert kept.reminders == Reminders()
    kept._settings.set_value_for(editor.plan.facts.id, "reminders-told-study", "soon")
    assert kept.told == {}
