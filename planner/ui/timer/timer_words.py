"""What is said of a timer: its title as the plan calls it now, and what became of it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from planner.domain.local_time import LocalTime
from planner.domain.plan import Plan
from planner.domain.timer import DayTime, Timer, minutes_of
from planner.domain.wording import minutes_text, weekday_text
from planner.ui.fields.text import filled
from planner.ui.timer.silence import Cause, Silence


def title_of(plan: Plan, timer: Timer) -> str:
    """What is timed, as the plan calls it now, or called it before it was removed."""
    activity = plan.activities.get(timer.activity)
    return timer.title if activity is None else activity.title


def step_title_of(plan: Plan, timer: Timer) -> str:
    """The step that is timed; empty without one."""
    activity = plan.activities.get(timer.activity)
    steps = () if activity is None else activity.steps
    return next((each.title for each in steps if each.id == timer.step), "")


def clock_of(seconds: float) -> str:
    """Like “0:35:07”."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}"


def day_ended_text(title: str, counted: Sequence[DayTime]) -> str:
    """That a day is over, and what was logged for it; empty when nothing was."""
    counted = [each for each in counted if minutes_of(each.seconds)]
    if not counted:
        return ""
    total = minutes_text(sum(minutes_of(each.seconds) for each in counted))
    days = ", ".join(weekday_text(each.day) for each in counted)
    return filled(_tr("The day is over: %1 of “%2” are logged for %3."), total, title, days)


def discarded_text(title: str, seconds: float) -> str:
    """That a timer was discarded, and what it had counted."""
    form = _tr("The timer for “%1” was discarded, with %2.")
    return filled(form, title, minutes_text(minutes_of(seconds)))


def question_text(title: str, silence: Silence, local: LocalTime) -> str:
    """What the learner is asked about a time in which nothing was heard of the timer."""
    since, until = moment_text(silence.since, silence.until, local), local.clock(silence.until)
    if silence.cause is Cause.CLOSED:
        form = _tr("The timer for “%1” was running when Milepost closed at %2. How much of it counts?")
        return filled(form, title, since)
    form = _tr("The computer slept from %2 to %3 while the timer for “%1” ran. How much of it counts?")
    return filled(form, title, since, until)


def moment_text(instant: float, now: float, local: LocalTime) -> str:
    """A clock time, with its day where that is not the day of `now`: “14:05”, “22:10 on Mon 4 Jan 2027”."""
    day, clock = local.day(instant), local.clock(instant)
    if day == local.day(now):
        return clock
    return filled(_tr("%1 on %2"), clock, weekday_text(day))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Timer", text)
