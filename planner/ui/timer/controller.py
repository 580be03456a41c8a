"""The one timer of an open plan: it hears the learner and the clock, and says what it is at."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from planner.domain.items import ActivityId, PlacementId, StepId, new_id
from planner.domain.local_time import LocalTime
from planner.domain.timer import (
    DayTime,
    Timer,
    at_midnight,
    beaten,
    day_is_over,
    minutes_of,
    paused,
    resumed,
    seconds_at,
    silent,
    started,
    stopped_at_beat,
)
from planner.storage.timer_file import TimerFile
from planner.ui.editor import Editor
from planner.ui.fields.text import filled
from planner.ui.timer.notice import Notice
from planner.ui.timer.silence import Answer, Cause, Silence, as_answered
from planner.ui.timer.timer_log import TimerLog
from planner.ui.timer.timer_words import day_ended_text, discarded_text, title_of

TICK_MS = 1_000


class TimerController(QObject):
    """Runs at most one timer. A plan that is open for reading only has none.

    `now` gives the instant in seconds since 1970; it is asked each time, so that tests can let days pass.
    """

    changed = Signal()
    """Another timer, question or notice, or the timer runs or stands now."""

    ticked = Signal()
    """The time it shows went on."""

    message = Signal(str)
    """One sentence in passing."""

    failed = Signal(str)
    """One sentence that stays."""

    def __init__(
        self,
        editor: Editor,
        file: TimerFile,
        now: Callable[[], float],
        local: LocalTime,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.local = local
        self._editor = editor
        self._now = now
        self._log = TimerLog(editor, file, self)
        self._log.failed.connect(self.failed)
        self._timer: Timer | None = None
        self._silence: Silence | None = None
        self._notice: Notice | None = None
        self._refused = False
        """Whether the minutes could not be logged: the timer then waits for the learner, not for midnight."""
        self._clock = QTimer(self)
        self._clock.setInterval(TICK_MS)
        self._clock.timeout.connect(self.tick)
        editor.today_changed.connect(self.tick)

    @property
    def timer(self) -> Timer | None:
        """The timer, running or paused."""
        return self._timer

    @property
    def silence(self) -> Silence | None:
        """The time the learner is asked about."""
        return self._silence

    @property
    def notice(self) -> Notice | None:
        """What became of the last timer, until it is put away."""
        return self._notice

    @property
    def seconds(self) -> float:
        """Seconds counted by now; while a question stands, those before the silence."""
        if self._timer is None:
            return 0.0
        return self._timer.seconds if self._silence else seconds_at(self._timer, self._now())

    def seconds_if(self, answer: Answer) -> float:
        """Seconds that would count by an answer to the question."""
        if self._timer is None or self._silence is None or answer is Answer.NOTHING:
            return 0.0
        return seconds_at(as_answered(self._timer, self._silence, answer), self._now())

    def restore(self) -> None:
        """Take up the timer that was kept, and ask about the time it was not heard of."""
        timer = None if self._editor.read_only else self._log.read()
        if timer is None:
            return
        now = self._now()
        self._timer = timer
        if silent(timer, now):
            self._silence = Silence(Cause.CLOSED, timer.beat, now)
        elif timer.running:
            title = title_of(self._editor.plan, timer)
            self.message.emit(filled(self.tr("The timer for “%1” went on while Milepost was closed."), title))
        self._clock.start()
        self.changed.emit()
        self.tick()

    def start(self, activity: ActivityId, step: StepId | None, placement: PlacementId | None = None) -> None:
        """Time an activity; another one that is timed is stopped and logged first."""
        self.tick()
        if self._editor.read_only or self._asks_first():
            return
        if activity not in self._editor.plan.activities:
            self.failed.emit(self.tr("This activity is no longer in the plan, so it cannot be timed."))
            return
        before = self._timer
        wish = (activity, step, placement)
        if before is not None and (before.activity, before.step, before.placement) == wish:
            self.resume()
            return
        if before is not None and not self._stop(before):
            return
        title = self._editor.plan.activity(activity).title
        self._begin(started(new_id(), activity, title, self._now(), self.local, step, placement))
        self.message.emit(filled(self.tr("The timer for “%1” runs."), title))

    def pause(self) -> None:
        """Let the timer stand."""
        self._turn(paused)

    def resume(self) -> None:
        """Let the timer run on."""
        self._turn(resumed)

    def toggle(self) -> None:
        """Pause a running timer, resume a paused one."""
        if self._timer is not None:
            self._turn(paused if self._timer.running else resumed)

    def stop(self) -> None:
        """Log what was counted and forget the timer."""
        self.tick()
        if self._timer is not None and not self._asks_first():
            self._stop(self._timer)

    def discard(self) -> None:
        """Forget the timer without logging; the notice offers it back."""
        timer = self._timer
        if timer is None:
            return
        timer = stopped_at_beat(timer) if self._silence else paused(timer, self._now())
        sentence = discarded_text(title_of(self._editor.plan, timer), timer.seconds)
        self._forget(Notice(sentence, self.tr("Bring it back"), lambda: self._begin(timer)))

    def answer(self, answer: Answer) -> None:
        """Say how much of the silence counts."""
        timer, silence = self._timer, self._silence
        if timer is None or silence is None:
            return
        if answer is Answer.NOTHING:
            self.discard()
            return
        now = self._now()
        ended, rest = at_midnight(as_answered(timer, silence, answer), now, self.local)
        if not self._log.log(timer, ended):
            return
        self._silence = None
        if ended and not rest.running:
            self._forget(self._day_ended(timer, ended))
            return
        self._timer = rest
        self._log.keep(rest, now)
        self.changed.emit()

    def put_away(self) -> None:
        """Put the notice away."""
        self._notice = None
        self.changed.emit()

    def take_way_on(self) -> None:
        """Do what the notice offers."""
        notice = self._notice
        if notice is not None:
            self.put_away()
            notice.then()

    def close(self) -> None:
        """Keep the timer as it is now: the window goes."""
        self._clock.stop()
        timer, now = self._timer, self._now()
        if timer is not None and self._silence is None and not silent(timer, now):
            self._log.keep(beaten(timer, now), now)
        self._timer = None

    def tick(self) -> None:
        """Let the clock be heard: each second, at midnight, and on waking from sleep."""
        timer, now = self._timer, self._now()
        if timer is None:
            return
        if self._silence is not None:
            self.ticked.emit()
        elif silent(timer, now):
            self._silence = Silence(Cause.SLEPT, timer.beat, now)
            self.changed.emit()
        elif day_is_over(timer, now, self.local) and not self._refused:
            self._end_day(timer, now)
        else:
            self._timer = beaten(timer, now)
            if timer.running:
                self._log.keep_if_due(self._timer, now)
            self.ticked.emit()

    def _turn(self, verb: Callable[[Timer, float], Timer]) -> None:
        self.tick()
        if self._timer is None or self._asks_first():
            return
        now = self._now()
        self._refused = False
        self._timer = verb(self._timer, now)
        self._log.keep(self._timer, now)
        self.changed.emit()
        form = self.tr("The timer for “%1” is paused.")
        if self._timer.running:
            form = self.tr("The timer for “%1” runs.")
        self.message.emit(filled(form, title_of(self._editor.plan, self._timer)))

    def _asks_first(self) -> bool:
        """Whether a question stands; it is then pointed at."""
        if self._silence is None or self._timer is None:
            return False
        title = title_of(self._editor.plan, self._timer)
        self.message.emit(filled(self.tr("First say how much of the timer for “%1” counts."), title))
        return True

    def _begin(self, timer: Timer) -> None:
        self._notice = None
        self._refused = False
        self._timer = timer
        self._clock.start()
        self._log.keep(timer, self._now())
        self.changed.emit()

    def _stop(self, timer: Timer) -> bool:
        """Log the timer's minutes and forget it; False when they could not be logged: it then stands."""
        now = self._now()
        timer = paused(timer, now)
        if not minutes_of(timer.seconds):
            title = title_of(self._editor.plan, timer)
            self._forget(None)
            form = self.tr("The timer for “%1” ran less than half a minute: nothing is logged.")
            self.message.emit(filled(form, title))
        elif self._log.log(timer, (DayTime(timer.day, timer.seconds),)):
            self._forget(None)
        else:
            self._wait(timer, now)
            return False
        return True

    def _end_day(self, timer: Timer, now: float) -> None:
        """Midnight: what was counted belongs to the day that ended."""
        ended, _ = at_midnight(timer, now, self.local)
        if self._log.log(timer, ended):
            self._forget(self._day_ended(timer, ended))
        else:
            self._wait(paused(timer, self.local.midnight_after(timer.day)), now)

    def _wait(self, timer: Timer, now: float) -> None:
        """Let a timer whose minutes could not be logged stand until the learner does something about it."""
        self._refused = True
        self._timer = timer
        self._log.keep(timer, now)
        self.changed.emit()

    def _day_ended(self, timer: Timer, ended: tuple[DayTime, ...]) -> Notice | None:
        sentence = day_ended_text(title_of(self._editor.plan, timer), ended)
        if not sentence:
            return None
        again = partial(self.start, timer.activity, timer.step)
        return Notice(sentence, self.tr("Go on timing"), again)

    def _forget(self, notice: Notice | None) -> None:
        self._clock.stop()
        self._log.forget()
        self._timer = None
        self._silence = None
        self._refused = False
        self._notice = notice
        self.changed.emit()
