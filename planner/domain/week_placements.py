"""A week's work as the schedule gives it, with the sessions the learner has put elsewhere.

The schedule gives each activity minutes in a week, on days. A placement is the learner's own session:

1. Its minutes are taken off what the schedule gives its activity in the week of `taken_from`: first what lies
   on that day, of the same step before other steps; then what lies on `day`; then from the week's last day
   backwards. They lie on `day` instead, and all else lies where the schedule has it.
2. Where `day` is in another week, they lie there on top of what that week has.
3. Where the week has fewer minutes than a placement asks for, the learner's own minutes stand: they are more.
4. A placement counts while its activity is neither finished nor archived, while the schedule gives the
   activity work in the week of `taken_from`, and while its `day` is not before the plan's status date. Else
   it rests unseen: nothing is taken and nothing lies on its day.

So a session that is moved keeps the minutes of its activity in the week, no other week and no date of the
plan changes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from planner.domain.calendar import week_of
from planner.domain.items import Activity, ActivityId, Step
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.domain.week_facts import Placement
from planner.domain.week_sessions import lay_days, rounded

_LAST = 1_000_000
"""A place behind all that the schedule has on a day."""


@dataclass(frozen=True, slots=True)
class Portion:
    """Minutes of one activity on a day: the schedule's, or those of a placement.

    `taken_from` is the day the schedule has them on, and `taken_minutes` how many of them it has there.
    """

    activity: Activity
    step: Step | None
    minutes: int
    taken_from: date
    taken_minutes: int
    placement: Placement | None = None


class _Left:
    """A piece of the schedule's on a day, and the minutes that no placement has taken yet."""

    def __init__(self, day: date, place: int, activity: Activity, step: Step | None, minutes: int) -> None:
        self.day = day
        self.place = place
        self.activity = activity
        self.step = step
        self.minutes = minutes

    def take(self, wanted: int) -> int:
        """Take so many minutes, or as many as there are."""
        taken = min(wanted, self.minutes)
        self.minutes -= taken
        return taken


class _Taking:
    """A placement that counts, and what it has taken so far: how much, where, and from which piece first."""

    def __init__(self, placement: Placement) -> None:
        self.placement = placement
        self.wanted = placement.minutes
        self.on_its_day = 0
        self.first: _Left | None = None

    def take(self, pieces: Iterable[_Left]) -> None:
        """Take what is still wanted from pieces, one after the other."""
        for piece in pieces:
            taken = piece.take(self.wanted)
            self.wanted -= taken
            if taken and self.first is None:
                self.first = piece
            if piece.day == self.placement.taken_from:
                self.on_its_day += taken


def placed_days(plan: Plan, schedule: Schedule, days: Sequence[date], today: date) -> list[list[Portion]]:
    """For each of a week's seven days what is planned for it, in the order it begins."""
    pieces = _pieces(schedule, days, today)
    takings = _takings(plan, pieces, days)
    found: list[list[tuple[tuple[int, int], Portion]]] = [[] for _ in days]
    for piece in (piece for day in pieces for piece in day):
        if piece.minutes:
            portion = Portion(piece.activity, piece.step, piece.minutes, piece.day, piece.minutes)
            found[(piece.day - days[0]).days].append(((piece.place, 1), portion))
    for taking in takings:
        placement = taking.placement
        if days[0] <= placement.day <= days[-1]:
            there = taking.first is not None and taking.first.day == placement.day
            place = taking.first.place if taking.first is not None and there else _LAST
            found[(placement.day - days[0]).days].append(((place, 0), _portion(plan, taking, today)))
    for placement in _guests(plan, schedule, days, today):
        portion = _portion(plan, _Taking(placement), today)
        found[(placement.day - days[0]).days].append(((_LAST, 1), portion))
    return [[portion for _, portion in sorted(each, key=lambda one: one[0])] for each in found]


def _pieces(schedule: Schedule, days: Sequence[date], today: date) -> list[list[_Left]]:
    """What the schedule gives each day, in whole minutes."""
    return [
        [
            _Left(day, place, piece.activity, piece.step, minutes)
            for place, (piece, minutes) in enumerate(rounded(pieces))
        ]
        for day, pieces in zip(days, lay_days(schedule, days, today), strict=True)
    ]


def _takings(plan: Plan, pieces: Sequence[Sequence[_Left]], days: Sequence[date]) -> list[_Taking]:
    """The placements that count and are taken from these days, with what they have taken off the pieces."""
    by_activity: dict[ActivityId, list[_Left]] = {}
    takings = []
    for placement in _in_order(plan):
        if not days[0] <= placement.taken_from <= days[-1] or placement.day < plan.facts.status_date:
            continue
        if not by_activity:
            for piece in (piece for day in pieces for piece in day):
                by_activity.setdefault(piece.activity.id, []).append(piece)
        if placement.activity in by_activity:
            takings.append(_Taking(placement))
    for taking in takings:
        own, placement = by_activity[taking.placement.activity], taking.placement
        on_its_day = [each for each in own if each.day == placement.taken_from]
        taking.take(sorted(on_its_day, key=lambda each: _step_id(each.step) != placement.step))
    for taking in takings:
        own, placement = by_activity[taking.placement.activity], taking.placement
        taking.take(sorted(own, key=lambda each: (each.day != placement.day, days[-1] - each.day)))
    return takings


def _guests(plan: Plan, schedule: Schedule, days: Sequence[date], today: date) -> list[Placement]:
    """The placements that count and are put on these days out of another week."""
    found = [
        each
        for each in _in_order(plan)
        if days[0] <= each.day <= days[-1]
        and not days[0] <= each.taken_from <= days[-1]
        and each.day >= plan.facts.status_date
    ]
    worked_in: dict[date, set[ActivityId]] = {}
    for first_day in {week_of(each.taken_from, plan.facts.week_start) for each in found}:
        week = [first_day + timedelta(days=number) for number in range(7)]
        pieces = _pieces(schedule, week, today)
        worked_in[first_day] = {piece.activity.id for day in pieces for piece in day}
    return [
        each for each in found if each.activity in worked_in[week_of(each.taken_from, plan.facts.week_start)]
    ]


def _in_order(plan: Plan) -> list[Placement]:
    """All placements in an order that undo and opening the file again do not change."""
    return sorted(plan.placements.values(), key=lambda each: (each.taken_from, each.day, each.id))


def _portion(plan: Plan, taking: _Taking, today: date) -> Portion:
    """A placement as a session; a step that was ticked since gives way to the one that its work is now."""
    placement = taking.placement
    activity = plan.activity(placement.activity)
    step = next((each for each in activity.steps if each.id == placement.step), None)
    if step is None or (step.done and placement.day >= today):
        step = taking.first.step if taking.first is not None else _next_step(activity)
    return Portion(
        activity, step, placement.minutes, placement.taken_from, taking.on_its_day, placement=placement
    )


def _next_step(activity: Activity) -> Step | None:
    return next((each for each in activity.steps if not each.done), None)


def _step_id(step: Step | None) -> str | None:
    return None if step is None else step.id
