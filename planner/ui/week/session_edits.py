"""Everything that can be done to a planned session from the week page: each is one undo step."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from planner.domain.calendar import week_of
from planner.domain.edits import tick_step
from planner.domain.items import PlacementId, SessionId, new_id
from planner.domain.placing import (
    move_session,
    put_back,
    put_week_back,
    set_session_clock,
    set_session_minutes,
)
from planner.domain.plan import Plan
from planner.domain.week import PlannedSession, SessionState, WeekPlan, week_plan
from planner.domain.week_days import state_of
from planner.domain.week_logging import (
    bring_to_today,
    log_ahead,
    log_for_placement,
    log_the_rest,
    set_logged,
)
from planner.domain.wording import clock_text, minutes_text, weekday_text
from planner.ui.editor import Editor
from planner.ui.fields.text import filled
from planner.ui.week.card_words import stays_put


class SessionEdits(QObject):
    """Applies edits to sessions of the week on show; `week` gives it as it is now."""

    timer_requested = Signal(object, object)
    """A `PlannedSession` that is worked on from now on, and its day."""

    log_requested = Signal(object)
    """A day on which something else was studied."""

    placed = Signal(object)
    """The `PlacementId` of a session of this week that has just been put somewhere."""

    given_back = Signal(object)
    """A `PlannedSession`, as it was, that lies where the schedule has it from now on."""

    left = Signal(object)
    """A day of another week, to which the keyboard has taken a session: told before `placed`."""

    message = Signal(str)
    """One sentence in passing: why something was not done."""

    refused = Signal()
    """Nothing was changed, so what a field shows is not so."""

    item_requested = Signal(str)
    """An activity or a milestone that is to be shown on the timeline."""

    def __init__(self, editor: Editor, week: Callable[[], WeekPlan], parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._week = week

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed."""
        return self._editor.read_only

    @property
    def week(self) -> WeekPlan:
        """The week on show, as it is now."""
        return self._week()

    @property
    def today(self) -> date:
        """The learner's day."""
        return self._editor.today

    @property
    def week_start(self) -> int:
        """The weekday weeks begin on: 0 for Monday to 6 for Sunday."""
        return self._editor.plan.facts.week_start

    @property
    def has_clock_times(self) -> bool:
        """Whether the learner wants times of the day."""
        return bool(self._editor.plan.facts.clock_times)

    def tick(self, session: PlannedSession, day: date, done: bool) -> None:
        """Log what a session lacks, as an entry of its own, or take back all that is logged for it."""
        if not done:
            self.log(session, day, 0)
        elif session.state is SessionState.BEGUN:
            text = filled(self.tr("Log %1 more of %2"), minutes_text(session.minutes_left), session.title)
            self._apply(text, lambda plan: log_the_rest(plan, session, day))
        else:
            self.log(session, day, session.minutes)

    def log(self, session: PlannedSession, day: date, minutes: int) -> None:
        """Let so many minutes stand for a session; 0 takes them back.

        One of a day still to come is then done today, and lies there.
        """
        entries = self._entries_of(session, day)
        if minutes:
            text = filled(self.tr("Log %1 of %2"), minutes_text(minutes), session.title)
        else:
            text = filled(self.tr("Take back hours of %1"), session.title)
        if minutes and not entries and day > self.today:
            self._log_ahead(text, session, day, minutes)
            return
        self._apply(
            text,
            lambda plan: set_logged(
                plan, entries, session.activity, day, minutes, session.step, session.placement
            ),
        )

    def start_timer(self, session: PlannedSession, day: date) -> None:
        """Ask for the timer to run for a session; an open one of another day is moved to today."""
        today = self.today
        if day == today or session.logged_minutes or today < self._editor.plan.facts.start:
            self.timer_requested.emit(session, day)
            return
        text = filled(self.tr("Move %1 to %2"), session.title, weekday_text(today))
        key = self._place(
            text,
            session,
            day,
            lambda plan, key: bring_to_today(plan, session, day, today, key),
            follow_to=today,
        )
        if key is None:
            return
        placed = replace(session, placement=key if key in self._editor.plan.placements else None)
        self.timer_requested.emit(placed, today)

    def move(self, session: PlannedSession, day_from: date, day: date, *, follow: bool = False) -> None:
        """Put a session on another day, of this week or another; `follow` goes along into that week."""
        if day == day_from:
            return
        if session.logged_minutes:
            self.message.emit(stays_put())
            return
        text = filled(self.tr("Move %1 to %2"), session.title, weekday_text(day))
        self._place(
            text,
            session,
            day_from,
            lambda plan, key: move_session(plan, session, day_from, day, key),
            follow_to=day if follow else None,
        )

    def set_minutes(self, session: PlannedSession, day: date, minutes: int) -> None:
        """Plan another length for a session."""
        if minutes == session.minutes or minutes <= 0:
            return
        text = filled(self.tr("Plan %1 for %2"), minutes_text(minutes), session.title)
        self._place(
            text, session, day, lambda plan, key: set_session_minutes(plan, session, day, minutes, key)
        )

    def set_clock(self, session: PlannedSession, day: date, starts_at: int | None) -> None:
        """Give a session a time of its own, in minutes after midnight; None takes it away."""
        if starts_at is None:
            text = filled(self.tr("Take the time of %1 away"), session.title)
        else:
            text = filled(self.tr("Begin %1 at %2"), session.title, clock_text(starts_at))
        self._place(
            text, session, day, lambda plan, key: set_session_clock(plan, session, day, starts_at, key)
        )

    def put_back(self, session: PlannedSession, *, follow: bool = False) -> None:
        """Let a session lie again where the schedule has it; `follow` as for `move`."""
        key = session.placement
        if key is None:
            return
        text = filled(self.tr("Put %1 back"), session.title)
        if self._apply(text, lambda plan: put_back(plan, key)):
            self._tell_place(session, key, session.taken_from if follow else None)

    def put_week_back(self) -> None:
        """Let all sessions of the week on show lie again where the schedule has them."""
        first_day = self._week().first_day
        self._apply(self.tr("Put the week’s sessions back"), lambda plan: put_week_back(plan, first_day))

    def step_done(self, session: PlannedSession) -> bool:
        """Whether the step of a session is ticked."""
        steps = self._editor.plan.activity(session.activity).steps
        return any(each.id == session.step and each.done for each in steps)

    def tick_step(self, session: PlannedSession, done: bool) -> None:
        """Tick the step of a session, or take the tick back."""
        step = session.step
        if step is not None:
            text = self.tr("Tick %1") if done else self.tr("Untick %1")
            self._apply(
                filled(text, session.step_title), lambda plan: tick_step(plan, session.activity, step, done)
            )

    def preview_move(self, session: PlannedSession, day_from: date, day: date) -> WeekPlan:
        """The week of a day once a session lay on it. Raises `PlanError`."""
        key = PlacementId(new_id())
        return self._preview(move_session(self._editor.plan, session, day_from, day, key), day)

    def preview_minutes(self, session: PlannedSession, day: date, minutes: int) -> WeekPlan:
        """The week on show once a session had another length. Raises `PlanError`."""
        key = PlacementId(new_id())
        return self._preview(set_session_minutes(self._editor.plan, session, day, minutes, key), day)

    def _log_ahead(self, text: str, session: PlannedSession, day: date, minutes: int) -> None:
        """Log a session of a day still to come: it is done today."""
        key, today = session.placement or PlacementId(new_id()), self.today
        if not self._apply(text, lambda plan: log_ahead(plan, session, day, today, minutes, key)):
            return
        self.placed.emit(key)
        left = session.minutes - minutes
        if state_of(session.minutes, minutes) is SessionState.BEGUN and session.placement is None:
            form = self.tr("%1 of “%2” are logged today. The other %3 stay on %4.")
            words = filled(form, minutes_text(minutes), session.title, minutes_text(left), weekday_text(day))
        else:
            form = self.tr("“%1” was planned for %2. It is moved to today and logged there.")
            words = filled(form, session.title, weekday_text(day))
        self.message.emit(words)

    def _preview(self, plan: Plan, day: date) -> WeekPlan:
        # Where sessions lie moves no date, so the schedule is the one there is.
        return week_plan(plan, self._editor.schedule, day, self._editor.today)

    def _entries_of(self, session: PlannedSession, day: date) -> list[SessionId]:
        """What was logged for a session of a day."""
        days = [each for each in self._week().days if each.day == day]
        return [each.id for found in days for each in found.logged if each.number == session.number]

    def _place(
        self,
        text: str,
        session: PlannedSession,
        day: date,
        verb: Callable[[Plan, PlacementId], Plan],
        *,
        follow_to: date | None = None,
    ) -> PlacementId | None:
        """Place a session of a day, as one step; what was logged for it counts for it where it lies then.

        `follow_to` is the day there, if the page is to go along.
        """
        key = session.placement or PlacementId(new_id())
        entries = self._entries_of(session, day)
        if not self._apply(text, lambda plan: log_for_placement(verb(plan, key), entries, key)):
            return None
        self._tell_place(session, key, follow_to)
        return key

    def _tell_place(self, session: PlannedSession, key: PlacementId, follow_to: date | None) -> None:
        """Tell where a session lies now, so that the keyboard goes with it."""
        if follow_to is not None and week_of(follow_to, self.week_start) != self.week.first_day:
            self.left.emit(follow_to)
        if key in self._editor.plan.placements:
            self.placed.emit(key)
        else:
            self.given_back.emit(session)

    def _apply(self, text: str, verb: Callable[[Plan], Plan]) -> bool:
        kept = self._editor.apply(text, verb)
        if not kept:
            self.refused.emit()
        return kept
