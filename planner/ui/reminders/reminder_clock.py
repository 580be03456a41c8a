"""Watches the clock while a plan is open, and reminds of studying and of looking back on the week."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from PySide6.QtCore import QObject, QTimer

from planner.domain.reminders import Occasion, Reminder, Reminders, due, next_reminder
from planner.domain.week import week_plan
from planner.domain.week_asked import planned_minutes
from planner.domain.week_history import logged_minutes, week_to_review
from planner.ui.editor import Editor
from planner.ui.reminders.kept import KeptReminders
from planner.ui.reminders.notifier import Notifier
from planner.ui.reminders.words import ReminderWords, review_words, study_words

LONGEST_WAIT_MS = 30_000
"""The clock is looked at so often whatever comes next: it may be set anew, and the machine may sleep."""

LEAST_WAIT_MS = 200


def wall_clock() -> datetime:
    """What the clock on the wall shows, without a time zone."""
    return datetime.now(UTC).astimezone().replace(tzinfo=None)


class ReminderClock(QObject):
    """Tells of each wanted occasion once a day, through a notifier; `now` is asked for each time."""

    def __init__(
        self,
        editor: Editor,
        kept: KeptReminders,
        notifier: Notifier,
        now: Callable[[], datetime] = wall_clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._kept = kept
        self._notifier = notifier
        self._now = now
        self._since = now()
        self._reminders = kept.reminders
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.check)
        editor.today_changed.connect(self.check)
        self._begin()

    @property
    def reminders(self) -> Reminders:
        """What is wanted."""
        return self._reminders

    @property
    def next(self) -> Reminder | None:
        """The reminder that comes next, as things stand."""
        return self.next_of(self._reminders)

    def next_of(self, reminders: Reminders) -> Reminder | None:
        """The reminder that would come next, were these wanted and all stayed as it is now."""
        now = self._now()
        silent = [each for each in Occasion if self.words_of(each, now.date()) is None]
        told = {**self._kept.told, **dict.fromkeys(silent, now.date())}
        return next_reminder(reminders, now, told, self._is_study_day)

    def want(self, reminders: Reminders) -> None:
        """Keep what is wanted from now on; what would have been due before is let go."""
        self._kept.keep(reminders)
        self._reminders = reminders
        self._since = self._now()
        self._begin()

    def check(self) -> None:
        """Tell what has become due since the last look at the clock."""
        now = self._now()
        since, self._since = self._since, now
        for occasion in due(self._reminders, since, now, self._kept.told, self._is_study_day):
            words = self.words_of(occasion, now.date())
            if words is not None:
                self._kept.keep_told(occasion, now.date())
                self._notifier.tell(occasion, words)
        self._wait()

    def words_of(self, occasion: Occasion, today: date) -> ReminderWords | None:
        """What there is to tell on a day; None when there is nothing left to be reminded of."""
        plan, schedule = self._editor.plan, self._editor.schedule
        if occasion is Occasion.STUDY:
            return study_words(week_plan(plan, schedule, today, today), today)
        first_day = None if self._editor.read_only else week_to_review(plan, schedule, today)
        if first_day is None or self._kept.is_let_go(first_day):
            return None
        planned = planned_minutes(plan, schedule, first_day, today)
        return review_words(logged_minutes(plan, first_day), planned)

    def _begin(self) -> None:
        self._notifier.get_ready(wanted=self._reminders.wanted)
        self._wait()

    def _wait(self) -> None:
        """Look at the clock again when the next reminder is due, and before that every now and then."""
        self._timer.stop()
        if not self._reminders.wanted:
            return
        wait = LONGEST_WAIT_MS
        found = self.next
        if found is not None:
            left = found.at - self._now()
            wait = min(wait, max(left // timedelta(milliseconds=1), LEAST_WAIT_MS))
        self._timer.start(wait)

    def _is_study_day(self, day: date) -> bool:
        """Whether a day has study hours, or a session the learner put there."""
        plan = self._editor.plan
        if any(each.day == day for each in plan.placements.values()):
            return True
        return plan.facts.start <= day <= self._editor.schedule.finish and plan.calendar.hours_on(day) > 0
