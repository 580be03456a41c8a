"""The timer logs what was really studied: through pauses, a crash, sleep, midnight and DST."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from planner.domain.edits import rename
from planner.domain.items import ActivityId, PlacementId, StepId
from planner.domain.placing import move_session
from planner.domain.progress import done_share
from planner.domain.structure import remove_items
from planner.domain.week import PlannedSession, week_plan
from planner.storage.document import Document
from planner.storage.timer_file import TimerFile
from planner.ui.editor import Editor
from planner.ui.timer.controller import TimerController
from planner.ui.timer.silence import Answer, Cause
from tests.helpers.clocks import Clock

REGRESSION, WRITE_UP = ActivityId("regression-course"), ActivityId("write-up")
WEEK_1 = StepId("week-1")
MONDAY, TUESDAY = date(2027, 1, 4), date(2027, 1, 5)
MINUTE, HOUR = 60.0, 3600.0

LetPass = Callable[[TimerController, float], None]
Start = Callable[[], TimerController]


def logged(editor: Editor) -> list[tuple[str, date, int]]:
    return [(each.activity, each.day, each.minutes) for each in editor.plan.sessions.values()]


def test_start_pause_resume_stop_log_what_ran(
    timer: TimerController, editor: Editor, clock: Clock, let_pass: LetPass
) -> None:
    timer.start(REGRESSION, WEEK_1)
    let_pass(timer, 25 * MINUTE)
    timer.pause()
    clock.now += HOUR
    timer.resume()
    let_pass(timer, 10 * MINUTE)
    assert timer.seconds == 35 * MINUTE
    timer.stop()
    assert timer.timer is None
    assert logged(editor) == [(REGRESSION, MONDAY, 35)]
    assert next(iter(editor.plan.sessions.values())).step == WEEK_1
    assert editor.undo_text == "Log 35 min of Regression course"
    editor.undo()
    assert logged(editor) == []


def test_logged_hours_fill_the_bar_at_once(timer: TimerController, editor: Editor, let_pass: LetPass) -> None:
    timer.start(REGRESSION, None)
    let_pass(timer, 2 * HOUR)
    timer.stop()
    assert done_share(editor.plan, editor.plan.activity(REGRESSION)) == pytest.approx(0.1)


def test_only_one_runs_and_another_logs_the_first(
    timer: TimerController, editor: Editor, let_pass: LetPass
) -> None:
    timer.start(REGRESSION, None)
    let_pass(timer, 20 * MINUTE)
    timer.start(WRITE_UP, None)
    assert logged(editor) == [(REGRESSION, MONDAY, 20)]
    assert timer.timer is not None
    assert (timer.timer.activity, timer.seconds) == (WRITE_UP, 0)


def test_starting_the_same_again_goes_on(timer: TimerController, editor: Editor, let_pass: LetPass) -> None:
    timer.start(REGRESSION, None)
    let_pass(timer, 5 * MINUTE)
    timer.pause()
    timer.start(REGRESSION, None)
    let_pass(timer, 5 * MINUTE)
    timer.start(REGRESSION, None)
    assert timer.seconds == 10 * MINUTE
    assert logged(editor) == []


def test_less_than_half_a_minute_is_nothing(
    timer: TimerController, editor: Editor, let_pass: LetPass
) -> None:
    said: list[str] = []
    timer.message.connect(said.append)
    timer.start(REGRESSION, None)
    let_pass(timer, 20)
    timer.stop()
    assert timer.timer is None
    assert logged(editor) == []
    assert said[-1] == "The timer for “Regression course” ran less than half a minute: nothing is logged."


def test_a_discarded_timer_logs_nothing_and_can_be_brought_back(
    timer: TimerController, editor: Editor, let_pass: LetPass
) -> None:
    timer.start(REGRESSION, None)
    let_pass(timer, 35 * MINUTE)
    timer.discard()
    assert timer.timer is None
    assert timer.notice is not None
    assert timer.notice.sentence == "The timer for “Regression course” was discarded, with 35 min."
    timer.take_way_on()
    timer.stop()
    assert logged(editor) == [(REGRESSION, MONDAY, 35)]


def test_after_a_crash_nothing_but_seconds_is_lost_and_it_asks(
    timer: TimerController, start_milepost: Start, editor: Editor, clock: Clock, let_pass: LetPass
) -> None:
    timer.start(REGRESSION, None)
    let_pass(timer, 35 * MINUTE + 5)
    clock.now += 95 * MINUTE
    again = start_milepost()
    assert again.silence is not None
    assert again.silence.cause is Cause.CLOSED
    assert clock.local.clock(again.silence.since) == "14:35"
    assert again.seconds_if(Answer.THEN) == 35 * MINUTE
    assert again.seconds_if(Answer.NOW) == 130 * MINUTE + 5
    assert logged(editor) == []


def test_until_then_leaves_it_paused(
    timer: TimerController, start_milepost: Start, editor: Editor, clock: Clock, let_pass: LetPass
) -> None:
    timer.start(REGRESSION, None)
    let_pass(timer, 35 * MINUTE)
    clock.now += HOUR
    again = start_milepost()
    again.answer(Answer.THEN)
    assert again.silence is None
    assert again.timer is not None
    assert not again.timer.running
    clock.now += HOUR
    again.stop()
    assert logged(editor) == [(REGRESSION, MONDAY, 35)]


def test_going_on_leaves_out_the_time_away(
    timer: TimerController, start_milepost: Start, editor: Editor, clock: Clock, let_pass: LetPass
) -> None:
    timer.start(REGRESSION, None)
    let_pass(timer, 35 * MINUTE)
    clock.now += HOUR
    again = start_milepost()
    again.answer(Answer.ON)
    assert again.timer is not None
    assert again.timer.running
    let_pass(again, 10 * MINUTE)
    again.stop()
    assert logged(editor) == [(REGRESSION, MONDAY, 45)]


def test_until_now_counts_it_and_runs_on(
    timer: TimerController, start_milepost: Start, editor: Editor, clock: Clock, let_pass: LetPass
) -> None:
    timer.start(REGRESSION, None)
    let_pass(timer, 35 * MINUTE)
    clock.now += HOUR
    again = start_milepost()
    again.answer(Answer.NOW)
    let_pass(again, 5 * MINUTE)
    again.stop()
    assert logged(editor) == [(REGRESSION, MONDAY, 100)]


def test_not_at_all_logs_nothing(
    timer: TimerController, start_milepost: Start, editor: Editor, clock: Clock, let_pass: LetPass
) -> None:
    timer.start(REGRESSION, None)
    let_pass(timer, 35 * MINUTE)
    clock.now += HOUR
    again = start_milepost()
    again.answer(Answer.NOTHING)
    assert again.timer is None
    assert logged(editor) == []
    assert start_milepost().timer is None


def test_a_quick_restart_goes_on_without_asking(
    timer: TimerController, start_milepost: Start, clock: Clock, let_pass: LetPass
) -> None:
    timer.start(REGRESSION, None)
    let_pass(timer, 35 * MINUTE)
    timer.close()
    clock.now += 40
    again = start_milepost()
    assert again.silence is None
    assert again.seconds == 35 * MINUTE + 40


def test_a_paused_timer_is_there_again_after_a_restart(
    timer: TimerController, start_milepost: Start, clock: Clock, let_pass: LetPass
) -> None:
    timer.start(REGRESSION, WEEK_1)
    let_pass(timer, 12 * MINUTE)
    timer.pause()
    timer.close()
    clock.now += 3 * HOUR
    again = start_milepost()
    assert again.silence is None
    assert again.timer is not None
    assert (again.timer.step, again.timer.running, again.seconds) == (WEEK_1, False, 12 * MINUTE)


def test_a_question_left_open_is_asked_again(
    timer: TimerController, start_milepost: Start, clock: Clock, let_pass: LetPass
) -> None:
    timer.start(REGRESSION, None)
    let_pass(timer, 35 * MINUTE)
    clock.now += HOUR
    unanswered = start_milepost()
    let_pass(unanswered, 2 * MINUTE)
    unanswered.close()
    clock.now += HOUR
    again = start_milepost()
    assert again.silence is not None
    assert again.seconds_if(Answer.THEN) == 35 * MINUTE


def test_while_a_question_stands_nothing_else_is_done(
    timer: TimerController, start_milepost: Start, editor: Editor, clock: Clock, let_pass: LetPass
) -> None:
    timer.start(REGRESSION, None)
    let_pass(timer, 35 * MINUTE)
    clock.now += HOUR
    again = start_milepost()
    said: list[str] = []
    again.message.connect(said.append)
    for action in (again.toggle, again.pause, again.resume, again.stop, lambda: again.start(WRITE_UP, None)):
        action()
    assert again.silence is not None
    assert logged(editor) == []
    assert set(said) == {"First say how much of the timer for “Regression course” counts."}


def test_sleep_is_noticed_and_asked_about(
    timer: TimerController, editor: Editor, clock: Clock, let_pass: LetPass
) -> None:
    timer.start(REGRESSION, None)
    let_pass(timer, 35 * MINUTE)
    clock.now += 2 * HOUR
    timer.tick()
    assert timer.silence is not None
    assert timer.silence.cause is Cause.SLEPT
    let_pass(timer, 3 * MINUTE)
    assert timer.seconds_if(Answer.THEN) == 38 * MINUTE, "who woke the machine studies on"
    assert timer.seconds_if(Answer.NOW) == 158 * MINUTE
    timer.answer(Answer.THEN)
    let_pass(timer, 2 * MINUTE)
    timer.stop()
    assert logged(editor) == [(REGRESSION, MONDAY, 40)]


def test_sleep_is_noticed_by_a_press_too(timer: TimerController, editor: Editor, clock: Clock) -> None:
    timer.start(REGRESSION, None)
    clock.now += 2 * HOUR
    timer.stop()
    assert timer.silence is not None
    assert logged(editor) == []


def test_sleep_right_before_closing_is_asked_about_on_the_next_start(
    timer: TimerController, start_milepost: Start, clock: Clock, let_pass: LetPass
) -> None:
    timer.start(REGRESSION, None)
    let_pass(timer, 5 * MINUTE)
    clock.now += 2 * HOUR
    timer.close()
    again = start_milepost()
    assert again.silence is not None
    assert again.seconds_if(Answer.THEN) == 5 * MINUTE


def test_sleep_with_a_paused_timer_asks_nothing(
    timer: TimerController, clock: Clock, let_pass: LetPass
) -> None:
    timer.start(REGRESSION, None)
    let_pass(timer, 5 * MINUTE)
    timer.pause()
    clock.now += 2 * HOUR
    timer.tick()
    assert timer.silence is None
    assert timer.seconds == 5 * MINUTE


def test_at_midnight_it_stops_into_the_day_that_ended_and_offers_to_go_on(
    timer: TimerController, editor: Editor, clock: Clock, let_pass: LetPass
) -> None:
    clock.set(2027, 1, 4, 23, 20)
    timer.start(REGRESSION, WEEK_1)
    let_pass(timer, 41 * MINUTE)
    assert timer.timer is None
    assert logged(editor) == [(REGRESSION, MONDAY, 40)]
    assert timer.notice is not None
    sentence = "The day is over: 40 min of “Regression course” are logged for Mon 4 Jan 2027."
    assert timer.notice.sentence == sentence
    timer.take_way_on()
    let_pass(timer, 15 * MINUTE)
    timer.stop()
    assert logged(editor) == [(REGRESSION, MONDAY, 40), (REGRESSION, TUESDAY, 15)]


def test_a_paused_timer_is_logged_when_its_day_ends(
    timer: TimerController, start_milepost: Start, editor: Editor, clock: Clock, let_pass: LetPass
) -> None:
    timer.start(REGRESSION, None)
    let_pass(timer, 12 * MINUTE)
    timer.pause()
    timer.close()
    clock.set(2027, 1, 6, 9, 0)
    again = start_milepost()
    assert logged(editor) == [(REGRESSION, MONDAY, 12)]
    assert again.timer is None
    assert again.notice is not None


def test_sleep_over_midnight_is_asked_about_and_cut_at_midnight(
    timer: TimerController, editor: Editor, clock: Clock, let_pass: LetPass
) -> None:
    clock.set(2027, 1, 4, 22, 0)
    timer.start(REGRESSION, None)
    let_pass(timer, 30 * MINUTE)
    clock.set(2027, 1, 5, 1, 0)
    timer.tick()
    assert logged(editor) == [], "it asks before it logs"
    timer.answer(Answer.NOW)
    assert logged(editor) == [(REGRESSION, MONDAY, 120)]
    let_pass(timer, 5 * MINUTE)
    timer.stop()
    assert logged(editor) == [(REGRESSION, MONDAY, 120), (REGRESSION, TUESDAY, 65)]


def test_sleep_over_midnight_can_be_left_out(
    timer: TimerController, editor: Editor, clock: Clock, let_pass: LetPass
) -> None:
    clock.set(2027, 1, 4, 22, 0)
    timer.start(REGRESSION, None)
    let_pass(timer, 30 * MINUTE)
    clock.set(2027, 1, 5, 9, 0)
    timer.tick()
    let_pass(timer, MINUTE)
    timer.answer(Answer.THEN)
    assert logged(editor) == [(REGRESSION, MONDAY, 30)]
    timer.stop()
    assert logged(editor) == [(REGRESSION, MONDAY, 30), (REGRESSION, TUESDAY, 1)]


def test_a_crash_yesterday_goes_into_yesterday(
    timer: TimerController, start_milepost: Start, editor: Editor, clock: Clock, let_pass: LetPass
) -> None:
    timer.start(REGRESSION, None)
    let_pass(timer, 30 * MINUTE)
    clock.set(2027, 1, 5, 9, 0)
    again = start_milepost()
    again.answer(Answer.THEN)
    assert logged(editor) == [(REGRESSION, MONDAY, 30)]
    assert again.timer is None
    assert again.notice is not None


@pytest.mark.parametrize(
    ("begin", "end", "minutes"),
    [
        ((2027, 3, 28, 1, 30), (2027, 3, 28, 3, 30), 60),
        ((2027, 10, 31, 1, 30), (2027, 10, 31, 3, 30), 180),
    ],
)
def test_when_clocks_change_the_hours_that_passed_count(
    timer: TimerController,
    editor: Editor,
    clock: Clock,
    let_pass: LetPass,
    begin: tuple[int, ...],
    end: tuple[int, ...],
    minutes: int,
) -> None:
    clock.set(*begin)
    begun = clock.now
    timer.start(REGRESSION, None)
    clock.set(*end)
    passed, clock.now = clock.now - begun, begun
    let_pass(timer, passed)
    timer.stop()
    assert logged(editor) == [(REGRESSION, date(*begin[:3]), minutes)]


def test_a_crash_between_logging_and_forgetting_logs_nothing_twice(
    timer: TimerController, start_milepost: Start, editor: Editor, file: TimerFile, let_pass: LetPass
) -> None:
    timer.start(REGRESSION, None)
    let_pass(timer, 35 * MINUTE)
    timer.pause()
    kept = file.path.read_bytes()
    timer.stop()
    file.path.write_bytes(kept)
    assert start_milepost().timer is None
    assert logged(editor) == [(REGRESSION, MONDAY, 35)]
    assert not file.path.exists()


def test_an_activity_that_was_removed_meanwhile_keeps_its_timer(
    timer: TimerController, editor: Editor, let_pass: LetPass
) -> None:
    timer.start(WRITE_UP, None)
    let_pass(timer, 35 * MINUTE)
    editor.apply("Remove", remove_items, [WRITE_UP], MONDAY)
    said: list[str] = []
    timer.failed.connect(said.append)
    timer.stop()
    assert said == ["“Write up” is no longer in the plan, so its 35 min cannot be logged. The timer waits."]
    assert timer.timer is not None
    assert not timer.timer.running
    editor.undo()
    timer.stop()
    assert logged(editor) == [(WRITE_UP, MONDAY, 35)]


def test_midnight_with_a_removed_activity_is_said_once(
    timer: TimerController, editor: Editor, clock: Clock, let_pass: LetPass
) -> None:
    clock.set(2027, 1, 4, 23, 50)
    timer.start(WRITE_UP, None)
    editor.apply("Remove", remove_items, [WRITE_UP], MONDAY)
    said: list[str] = []
    timer.failed.connect(said.append)
    let_pass(timer, 20 * MINUTE)
    assert len(said) == 1
    editor.undo()
    timer.stop()
    assert logged(editor) == [(WRITE_UP, MONDAY, 10)]


def test_a_refused_timer_that_goes_on_still_ends_with_its_day(
    timer: TimerController, editor: Editor, clock: Clock, let_pass: LetPass
) -> None:
    clock.set(2027, 1, 4, 23, 40)
    timer.start(WRITE_UP, None)
    let_pass(timer, 10 * MINUTE)
    editor.apply("Remove", remove_items, [WRITE_UP], MONDAY)
    timer.stop()
    editor.undo()
    timer.resume()
    let_pass(timer, 20 * MINUTE)
    assert logged(editor) == [(WRITE_UP, MONDAY, 20)]
    assert timer.timer is None


def test_a_step_that_was_removed_meanwhile_is_left_out(
    timer: TimerController, editor: Editor, let_pass: LetPass
) -> None:
    timer.start(REGRESSION, WEEK_1)
    let_pass(timer, 35 * MINUTE)
    activity = editor.plan.activity(REGRESSION)
    editor.apply(
        "Steps",
        lambda plan: replace(plan, activities={**plan.activities, REGRESSION: replace(activity, steps=())}),
    )
    timer.stop()
    assert next(iter(editor.plan.sessions.values())).step is None


def test_a_session_that_was_moved_to_today_is_the_one_that_is_timed(
    timer: TimerController, editor: Editor, let_pass: LetPass
) -> None:
    key = PlacementId("moved")

    def sessions(number: int) -> tuple[PlannedSession, ...]:
        return week_plan(editor.plan, editor.schedule, MONDAY, MONDAY).days[number].sessions

    (thursdays,) = sessions(3)
    editor.apply("Move", move_session, thursdays, date(2027, 1, 7), MONDAY, key)
    moved = next(each for each in sessions(0) if each.placement == key)
    timer.start(moved.activity, moved.step, moved.placement)
    let_pass(timer, 25 * MINUTE)
    timer.stop()
    assert {each.placement: each.logged_minutes for each in sessions(0)} == {None: 0, key: 25}


def test_it_is_called_as_the_plan_calls_it_now(
    timer: TimerController, editor: Editor, let_pass: LetPass
) -> None:
    timer.start(REGRESSION, None)
    let_pass(timer, 35 * MINUTE)
    editor.apply("Rename", rename, REGRESSION, "Lines & curves")
    timer.stop()
    assert editor.undo_text == "Log 35 min of Lines & curves"


def test_a_plan_open_for_reading_only_has_no_timer_and_touches_none(
    timer: TimerController, document: Document, file: TimerFile, clock: Clock, qapp: QApplication
) -> None:
    timer.start(REGRESSION, None)
    kept = file.path.read_bytes()
    with Document.open(document.path, read_only=True) as reading:
        other = TimerController(Editor(reading, clock.today, qapp), file, clock, clock.local)
        other.restore()
        other.start(WRITE_UP, None)
        assert other.timer is None
        other.close()
    assert file.path.read_bytes() == kept


def test_what_cannot_be_kept_is_said_once_and_the_timer_goes_on(
    timer: TimerController, editor: Editor, file: TimerFile, let_pass: LetPass
) -> None:
    file.path.parent.write_text("in the way")
    said: list[str] = []
    timer.failed.connect(said.append)
    timer.start(REGRESSION, None)
    let_pass(timer, 35 * MINUTE)
    timer.stop()
    assert len(said) == 1
    assert said[0].startswith("The timer goes on, but would not survive a crash: ")
    assert logged(editor) == [(REGRESSION, MONDAY, 35)]
