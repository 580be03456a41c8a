"""The bar shows the timer, asks, and tells; each of its buttons does what it says."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from planner.domain.edits import rename
from planner.domain.items import ActivityId, StepId
from planner.ui.editor import Editor
from planner.ui.theme_controller import ThemeController
from planner.ui.timer.bar import TimerBar
from planner.ui.timer.controller import TimerController
from planner.ui.timer.silence import Answer
from tests.helpers.clocks import Clock

REGRESSION = ActivityId("regression-course")
MINUTE, HOUR = 60.0, 3600.0

LetPass = Callable[[TimerController, float], None]


@pytest.fixture
def bar(qtbot: QtBot, timer: TimerController, editor: Editor, look: ThemeController) -> TimerBar:
    bar = TimerBar(timer, editor, look)
    qtbot.addWidget(bar)
    bar.resize(900, 44)
    return bar


def press(qtbot: QtBot, button: QPushButton) -> None:
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_without_a_timer_it_takes_no_room(bar: TimerBar) -> None:
    assert bar.isHidden()


def test_it_shows_title_step_and_time_as_it_runs(
    bar: TimerBar, timer: TimerController, let_pass: LetPass
) -> None:
    timer.start(REGRESSION, StepId("week-1"))
    assert bar.isVisible()
    assert bar.sentence.words == "Regression course · Week 1"
    let_pass(timer, 35 * MINUTE + 7)
    assert bar.time.text() == "0:35:07"
    assert bar.time.accessibleName() == "Time studied: 35 min"


def test_pause_resume_and_stop_by_its_buttons(
    qtbot: QtBot, bar: TimerBar, timer: TimerController, editor: Editor, let_pass: LetPass
) -> None:
    timer.start(REGRESSION, None)
    let_pass(timer, 20 * MINUTE)
    press(qtbot, bar.toggle)
    assert (bar.toggle.text(), bar.sentence.words) == ("Resume", "Regression course · paused")
    let_pass(timer, 20 * MINUTE)
    assert bar.time.text() == "0:20:00"
    press(qtbot, bar.toggle)
    assert bar.toggle.text() == "Pause"
    let_pass(timer, 5 * MINUTE)
    press(qtbot, bar.stop)
    assert bar.isHidden()
    assert [each.minutes for each in editor.plan.sessions.values()] == [25]


def test_it_asks_about_sleep_and_each_answer_says_what_it_counts(
    qtbot: QtBot, bar: TimerBar, timer: TimerController, editor: Editor, clock: Clock, let_pass: LetPass
) -> None:
    timer.start(REGRESSION, None)
    let_pass(timer, 35 * MINUTE)
    clock.now += 95 * MINUTE
    timer.tick()
    assert bar.sentence.words == (
        "The computer slept from 14:35 to 16:10 while the timer for “Regression course” ran. "
        "How much of it counts?"
    )
    texts = [bar.answers[each].text() for each in Answer if bar.answers[each].isVisible()]
    assert texts == ["Without the sleep (35 min)", "With the sleep (2 h 10)", "Not at all"]
    assert not bar.stop.isVisible()
    let_pass(timer, 2 * MINUTE)
    assert bar.answers[Answer.THEN].text() == "Without the sleep (37 min)"
    press(qtbot, bar.answers[Answer.THEN])
    assert bar.time.text() == "0:37:00"
    assert bar.stop.isVisible()
    assert not bar.answers[Answer.THEN].isVisible()


def test_it_asks_about_the_time_milepost_was_closed(
    qtbot: QtBot,
    start_milepost: Callable[[], TimerController],
    editor: Editor,
    look: ThemeController,
    clock: Clock,
    let_pass: LetPass,
) -> None:
    before = start_milepost()
    before.start(REGRESSION, None)
    let_pass(before, 35 * MINUTE)
    clock.set(2027, 1, 5, 9, 0)
    bar = TimerBar(start_milepost(), editor, look)
    qtbot.addWidget(bar)
    bar.show()
    assert bar.sentence.words == (
        "The timer for “Regression course” was running when Milepost closed at 14:35 on Mon 4 Jan 2027. "
        "How much of it counts?"
    )
    texts = [bar.answers[each].text() for each in Answer]
    assert texts == [
        "Go on without the time away (35 min)",
        "Until then (35 min)",
        "Until now (19 h)",
        "Not at all",
    ]
    press(qtbot, bar.answers[Answer.NOTHING])
    assert editor.plan.sessions == {}
    assert bar.sentence.words == "The timer for “Regression course” was discarded, with 35 min."


def test_a_notice_goes_by_its_button_or_does_what_it_offers(
    qtbot: QtBot, bar: TimerBar, timer: TimerController, clock: Clock, let_pass: LetPass
) -> None:
    clock.set(2027, 1, 4, 23, 30)
    timer.start(REGRESSION, None)
    let_pass(timer, 31 * MINUTE)
    assert "The day is over" in bar.sentence.words
    assert bar.way_on.text() == "Go on timing"
    press(qtbot, bar.way_on)
    assert bar.toggle.isVisible()
    timer.discard()
    qtbot.mouseClick(bar.close_notice, Qt.MouseButton.LeftButton)
    assert bar.isHidden()


def test_titles_are_plain_and_long_ones_wrap(
    qtbot: QtBot, bar: TimerBar, timer: TimerController, editor: Editor
) -> None:
    editor.apply("Rename", rename, REGRESSION, "<b>Lines</b> & curves " + "of a very long kind " * 8)
    timer.start(REGRESSION, None)
    bar.resize(640, bar.heightForWidth(640))
    qtbot.waitExposed(bar)
    assert bar.sentence.words.startswith("<b>Lines</b> & curves")
    assert bar.width() == 640
    for widget in (bar.time, bar.sentence, bar.toggle, bar.stop, bar.discard):
        assert bar.rect().contains(widget.geometry())
    assert bar.sentence.height() >= 2 * bar.sentence.fontMetrics().height()


def test_a_new_title_shows_at_once(bar: TimerBar, timer: TimerController, editor: Editor) -> None:
    timer.start(REGRESSION, None)
    editor.apply("Rename", rename, REGRESSION, "Lines")
    assert bar.sentence.words == "Lines"


def test_the_keyboard_goes_from_left_to_right(bar: TimerBar, timer: TimerController) -> None:
    timer.start(REGRESSION, None)
    bar.toggle.setFocus()
    places = []
    for _ in range(3):
        focused = bar.focusWidget()
        assert focused is not None
        places.append(focused.x())
        bar.focusNextChild()
    assert len(set(places)) == 3
    assert places == sorted(places)


def test_all_in_it_has_a_name(bar: TimerBar, timer: TimerController) -> None:
    timer.start(REGRESSION, None)
    assert bar.toggle.accessibleName() == "Pause the timer: Regression course"
    assert bar.stop.accessibleName() == "Stop the timer and log it: Regression course"
    assert bar.discard.accessibleName() == "Discard the timer: nothing is logged"
    assert bar.accessibleName() == "Timer"
