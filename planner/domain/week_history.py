"""The weeks that are over: what was planned, what was studied, and the learner's own words. Pure.

What a week asked for is `week_asked`'s to say.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from unicodedata import combining, normalize

from planner.domain.calendar import week_of
from planner.domain.items import ActivityId, Session
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.domain.week_asked import kept_minutes, planned_minutes
from planner.domain.week_days import days_from
from planner.domain.week_facts import WeekNotes
from planner.domain.wording import days_text, minutes_text

A_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Studied:
    """Minutes logged for one activity in a week."""

    activity: ActivityId
    title: str
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PastWeek:
    """A week that is over, or that was reviewed on its last days. `number` is 1 for the plan's first week.

    `kept` says whether `planned_minutes` were kept at the time. `studied` begins with the most.
    """

    first_day: date
    number: int
    planned_minutes: int
    kept: bool
    studied: tuple[Studied, ...] = ()
    reached: tuple[str, ...] = ()
    notes: WeekNotes | None = None

    @property
    def last_day(self) -> date:
        """The week's seventh day."""
        return self.first_day + timedelta(days=6)

    @property
    def logged_minutes(self) -> int:
        """Minutes logged in the week, for whatever activity."""
        return sum(each.minutes for each in self.studied)

    @property
    def dates(self) -> str:
        """Like “5–11 April 2027”."""
        return days_text(self.first_day, self.last_day)

    @property
    def amounts(self) -> str:
        """Like “6 h 30 of 10 h”, or what was studied alone where nothing was planned."""
        logged = minutes_text(self.logged_minutes)
        return f"{logged} of {minutes_text(self.planned_minutes)}" if self.planned_minutes else logged

    @property
    def reviewed(self) -> bool:
        """Whether the learner looked back on it."""
        return self.notes is not None and self.notes.reviewed_on is not None

    @property
    def words(self) -> tuple[str, ...]:
        """The answers of its review, without those left empty: done, moved, why, next step."""
        notes = self.notes
        answers = () if notes is None else (notes.done, notes.moved, notes.why, notes.next_step)
        return tuple(each for each in answers if each)

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything in it that can be searched for."""
        goals = () if self.notes is None or self.notes.goals is None else self.notes.goals
        titles = (*(each.title for each in self.studied), *self.reached, *(each.text for each in goals))
        return (f"Week {self.number}", self.dates, *titles, *self.words)


def past_weeks(plan: Plan, schedule: Schedule, today: date) -> tuple[PastWeek, ...]:
    """The weeks that are over by today, the latest first, and this one once it is reviewed.

    All weeks between the plan's start and its finish, and those outside that hold anything.
    """
    week_start = plan.facts.week_start
    this_week = week_of(today, week_start)
    logged: dict[date, list[Session]] = {}
    for session in plan.sessions.values():
        logged.setdefault(week_of(session.day, week_start), []).append(session)
    reached: dict[date, list[str]] = {}
    for milestone in plan.milestones.values():
        if milestone.reached_on is not None:
            reached.setdefault(week_of(milestone.reached_on, week_start), []).append(milestone.title)
    noted = {week_of(each.first_day, week_start) for each in plan.weeks.values() if not each.empty}
    first, last = week_of(plan.facts.start, week_start), week_of(schedule.finish, week_start)
    weeks = {each for each in (*logged, *reached, *noted) if each < this_week}
    weeks |= set(_weeks_between(first, min(last, this_week - A_WEEK)))
    notes = plan.notes_of_week(this_week)
    if notes is not None and notes.reviewed_on is not None:
        weeks.add(this_week)
    return tuple(
        PastWeek(
            first_day=each,
            number=(each - first).days // 7 + 1,
            planned_minutes=planned_minutes(plan, schedule, each, today),
            kept=kept_minutes(plan, each) is not None,
            studied=_studied(plan, logged.get(each, ())),
            reached=tuple(reached.get(each, ())),
            notes=plan.notes_of_week(each),
        )
        for each in sorted(weeks, reverse=True)
    )


def logged_minutes(plan: Plan, first_day: date) -> int:
    """Minutes logged in the week that begins on a day, for whatever activity."""
    last_day = first_day + timedelta(days=6)
    return sum(each.minutes for each in plan.sessions.values() if first_day <= each.day <= last_day)


def week_to_review(plan: Plan, schedule: Schedule, today: date) -> date | None:
    """The first day of the week to look back on: the one that ends today, else the last one that is over.

    None when it was reviewed, lies outside the plan, or had neither hours nor anything logged.
    """
    week_start = plan.facts.week_start
    first_day = week_of(today, week_start)
    if today < first_day + timedelta(days=6):
        first_day -= A_WEEK
    notes = plan.notes_of_week(first_day)
    if notes is not None and notes.reviewed_on is not None:
        return None
    if not week_of(plan.facts.start, week_start) <= first_day <= schedule.finish:
        return None
    days = days_from(first_day)
    worth = any(plan.calendar.hours_on(each) for each in days if each >= plan.facts.start)
    return first_day if worth or any(each.day in days for each in plan.sessions.values()) else None


def found_in(week: PastWeek, typed: str) -> bool:
    """Whether every typed word stands somewhere in a week's texts; capitals and accents do not matter.

    A typed number finds that number, not longer ones: “week 2” is not asked to find all of 2027.
    """
    texts = [_folded(each) for each in week.texts]
    return all(any(_begin_of(word, text) >= 0 for text in texts) for word in _folded(typed).split())


def places_of(typed: str, text: str) -> tuple[tuple[int, int], ...]:
    """Where the typed words stand in a text: (begin, end) of each place, in order and apart."""
    signs = [_folded(sign) for sign in text]
    origin = [place for place, sign in enumerate(signs) for _ in sign]
    line = "".join(signs)
    marked: set[int] = set()
    for word in _folded(typed).split():
        at = _begin_of(word, line)
        while at >= 0:
            marked.update(origin[at : at + len(word)])
            at = _begin_of(word, line, at + 1)
    places: list[tuple[int, int]] = []
    for place in sorted(marked):
        if places and places[-1][1] == place:
            places[-1] = (places[-1][0], place + 1)
        else:
            places.append((place, place + 1))
    return tuple(places)


def _studied(plan: Plan, sessions: tuple[Session, ...] | list[Session]) -> tuple[Studied, ...]:
    minutes: dict[ActivityId, int] = {}
    for each in sessions:
        minutes[each.activity] = minutes.get(each.activity, 0) + each.minutes
    found = [
        Studied(activity=key, title=plan.activity(key).title, minutes=each) for key, each in minutes.items()
    ]
    return tuple(sorted(found, key=lambda each: -each.minutes))


def _weeks_between(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += A_WEEK


def _begin_of(word: str, text: str, start: int = 0) -> int:
    """Where a word begins in a text from a place on; -1 where it does not, as within a longer number."""
    at = text.find(word, start)
    if not word.isdecimal():
        return at
    while at >= 0:
        around = text[max(at - 1, 0) : at] + text[at + len(word) : at + len(word) + 1]
        if not any(sign.isdecimal() for sign in around):
            return at
        at = text.find(word, at + 1)
    return -1


def _folded(text: str) -> str:
    """A text as it is compared: without accents, and all small."""
    return "".join(sign for sign in normalize("NFKD", text.casefold()) if not combining(sign))
