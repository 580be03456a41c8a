"""why(plan, schedule, asked): why a date is what it is, back step by step to where the chain begins.

Each step is one item: why it ends where it does, then why it starts where it does, then the item it waited
for, and so on. The reasons are those of the schedule's own rules: the last thing to let an item go is the
one that is followed (`driving.py` walks the same way). Nothing recurses.
"""

from collections.abc import Iterator
from datetime import date

from planner.domain.calendar import INSTANT_TOLERANCE_HOURS
from planner.domain.errors import UnknownItem
from planner.domain.explaining.clauses import (
    effort_clause,
    hours_sentence,
    lead,
    logged_sentence,
    pause_sentence,
    share_of_work,
    target_sentence,
)
from planner.domain.explaining.holders import Holders
from planner.domain.explaining.holding import Holding, Next
from planner.domain.explaining.lasting import Lasting
from planner.domain.explaining.members import members
from planner.domain.explaining.reasons import Asked, Kind, Point, Reason, Spot, Target, Where
from planner.domain.items import Activity, ActivityId, Milestone, MilestoneId, PhaseId
from planner.domain.plan import Plan
from planner.domain.progress import hours_left
from planner.domain.schedule import Schedule
from planner.domain.wording import effort_text, weekday_text

Step = tuple[Reason, ...]

_WORK_NAMED = 3
"""Activities named where all the work before a milestone says its day."""


def why(plan: Plan, schedule: Schedule, asked: Asked) -> tuple[Reason, ...]:
    """The whole chain of reasons for the dates of an item or a phase; None asks for the plan's finish.

    Raises `UnknownItem`. The schedule must be the plan's.
    """
    return tuple(reason for step in steps(plan, schedule, asked) for reason in step)


def steps(plan: Plan, schedule: Schedule, asked: Asked) -> Iterator[Step]:
    """The same step by step, from what was asked back to the beginning; each is worked out when it is taken.

    Raises `UnknownItem` with the first.
    """
    walk = _Walk(schedule)
    phase = None if asked is None else plan.phases.get(PhaseId(asked))
    if asked is not None and phase is None:
        number = schedule.graph.index.get(ActivityId(asked))
        if number is None:
            raise UnknownItem("item", asked)
        yield from walk.back(Next(number, Point.STANDS), 0)
        return
    first, ways = members(schedule, phase)
    yield first
    step = 1
    for way in ways:
        for each in walk.back(way, step):
            yield each
            step += 1


class _Walk:
    """The walk back over one schedule; what was told is not told again."""

    def __init__(self, done: Schedule) -> None:
        self._done = done
        self._holders = Holders(done)
        self._holding = Holding(done, self._holders)
        self._lasting = Lasting(done)
        self._told: set[tuple[int, Point]] = set()
        self._hours_told = ""

    def back(self, way: Next | None, step: int) -> Iterator[Step]:
        """The steps from an item back; the point STANDS asks for all of its dates."""
        while way is not None and (way.node, way.point) not in self._told:
            self._told.add((way.node, way.point))
            reasons, following = self._item(way, step)
            yield tuple(reasons)
            way = following
            step += 1

    def _item(self, way: Next, step: int) -> tuple[list[Reason], Next | None]:
        if way.node >= self._done.graph.activity_count:
            return self._milestone(way, step)
        activity = self._done.plan.activity(ActivityId(self._done.graph.nodes[way.node]))
        if activity.finished_on is not None or activity.started_on is not None:
            return self._begun(way, activity, step), None
        return self._waiting(way, activity, step)

    def _begun(self, way: Next, activity: Activity, step: int) -> list[Reason]:
        """Rules 1 and 2: what has started or finished keeps the learner's own days."""
        done, target = self._done, Target(where=Where.PROGRESS, id=activity.id)
        start = Spot(activity.id, Point.START, done.start_day(activity.id), step)
        finish = Spot(activity.id, Point.FINISH, done.finish_day(activity.id), step)
        reasons: list[Reason] = []
        if activity.finished_on is not None:
            text = f"You finished it on {weekday_text(activity.finished_on)}."
            reasons.append(finish.say(text, Kind.FINISHED, target))
        elif way.point is not Point.START:
            settled = done.plan.facts.status_date
            going_on = max(done.axis.begin(settled), done.starts[way.node])
            first = done.axis.start_day(done.resumes(way.node, going_on))
            since = max(settled, start.day)
            reasons += self._length(finish, activity, min(first, finish.day), since)
            if settled > start.day:
                text = f"What is left counts from {weekday_text(settled)}, the day the plan is settled up to."
                reasons.append(finish.say(text, Kind.STATUS, Target(where=Where.STATUS, day=settled)))
        if activity.started_on is not None and (way.point is not Point.FINISH or not activity.finished_on):
            text = f"You started it on {weekday_text(activity.started_on)}."
            reasons.append(start.say(text, Kind.STARTED, target))
        return reasons

    def _waiting(self, way: Next, activity: Activity, step: int) -> tuple[list[Reason], Next | None]:
        """Rules 3 and 4: it starts when the last thing lets it, or ends when something lets it end."""
        done = self._done
        held = self._holding.of_activity(way.node, step)
        start = Spot(activity.id, Point.START, done.start_day(activity.id), step)
        finish = Spot(activity.id, Point.FINISH, done.finish_day(activity.id), step)
        reasons: list[Reason] = []
        if held.point is Point.FINISH:
            just = f"its {effort_text(activity.remaining)} of work are to be done just then"
            text = f"{lead(Point.START, start.day)}: {just}."
            target = Target(where=Where.EFFORT, id=activity.id)
            leading = [start.say(text, Kind.EFFORT, target)] if way.point is not Point.FINISH else []
            reasons = [*held.reasons, *leading, *self._pauses(start, finish, activity)]
            return reasons, held.before
        if way.point is not Point.START:
            reasons += self._length(finish, activity, start.day, start.day)
        pauses = self._pauses(start, finish, activity)
        reasons += [each for each in pauses if each.point is Point.FINISH and way.point is not Point.START]
        reasons += held.reasons
        reasons += self._days_off_first(start)
        reasons += [each for each in pauses if each.point is Point.START]
        return reasons, held.before

    def _length(self, spot: Spot, activity: Activity, first: date, since: date) -> list[Reason]:
        """Why work that goes on from a day ends where it does; days off count since another."""
        text = f"{lead(Point.FINISH, spot.day)}: {effort_clause(activity, first)}."
        reasons = [spot.say(text, Kind.EFFORT, Target(where=Where.EFFORT, id=activity.id))]
        logged = activity.remaining - hours_left(self._done.plan, activity)
        if logged > INSTANT_TOLERANCE_HOURS:
            reasons.append(spot.say(logged_sentence(logged), Kind.LOGGED, Target(where=Where.STATUS)))
        if activity.remaining:
            reasons += self._hours(spot, activity.share, since, activity)
        return reasons

    def _hours(self, spot: Spot, share: float, first: date, activity: Activity | None = None) -> list[Reason]:
        """The weekly hours from a day to the spot's, and the days off between that count."""
        calendar, last = self._done.plan.calendar, spot.day
        text = hours_sentence(calendar, share, first, last)
        reasons = []
        if share < 1:
            reasons.append(spot.say(text, Kind.HOURS, Target(where=Where.SHARE, id=spot.about)))
        elif text != self._hours_told:
            reasons.append(spot.say(text, Kind.HOURS, Target(where=Where.HOURS, day=first)))
            self._hours_told = text
        pauses = () if activity is None else activity.pauses
        for exceptions, words in self._lasting.days_off(ActivityId(spot.about), first, pauses):
            target = Target(where=Where.DAYS_OFF, day=exceptions[0].first)
            reasons.append(spot.say(words, Kind.DAYS_OFF, target, exceptions, alone=True))
        return reasons

    def _days_off_first(self, start: Spot) -> list[Reason]:
        """The days off that an activity could have started before."""
        return [
            start.say(
                words,
                Kind.DAYS_OFF,
                Target(where=Where.DAYS_OFF, day=exceptions[0].first),
                exceptions,
                alone=True,
            )
            for exceptions, words in self._lasting.days_off_first(ActivityId(start.about))
        ]

    def _pauses(self, start: Spot, finish: Spot, activity: Activity) -> list[Reason]:
        """The activity's own pauses, each at the date it changes; at its finish where it changes both."""
        target = Target(where=Where.PAUSE, id=activity.id)
        reasons = []
        for pause, _, finishes in self._lasting.pauses(activity):
            inside = finishes and pause.last >= start.day
            spot = finish if inside else start
            text = pause_sentence(pause, inside=inside)
            reasons.append(spot.say(text, Kind.PAUSE, target, (pause,), alone=True))
        return reasons

    def _milestone(self, way: Next, step: int) -> tuple[list[Reason], Next | None]:
        """Rule 5, and the learner's own date where all is asked."""
        done = self._done
        milestone = done.plan.milestone(MilestoneId(done.graph.nodes[way.node]))
        lands = Spot(milestone.id, Point.LANDS, done.lands(milestone.id), step)
        if milestone.reached_on is not None:
            text = f"You reached it on {weekday_text(milestone.reached_on)}."
            return [lands.say(text, Kind.REACHED, Target(where=Where.PROGRESS, id=milestone.id))], None
        reasons: list[Reason] = []
        if way.point is Point.STANDS and milestone.target is not None:
            stands = Spot(milestone.id, Point.STANDS, milestone.target, step)
            target = Target(where=Where.TARGET, id=milestone.id, day=milestone.target)
            reasons.append(stands.say(target_sentence(milestone), Kind.TARGET, target))
        if done.work_lands(milestone.id) is None:
            return [*reasons, self._workless(milestone, step)], None
        held = self._holding.of_milestone(way.node, step)
        reasons += held.reasons
        if held.decisive is Kind.ALL_WORK:
            reasons += self._all_work(lands, way.node)
        return reasons, held.before

    def _all_work(self, spot: Spot, node: int) -> list[Reason]:
        """What the work before a milestone is made of, and the hours that cover it."""
        plan, nodes = self._done.plan, self._done.graph.nodes
        work = [plan.activity(ActivityId(nodes[each])) for each in self._holders.work_before(node)]
        most_first = sorted(work, key=lambda each: -each.remaining)
        reasons = [
            spot.say(share_of_work(each), Kind.MEMBER, Target(where=Where.ITEM, id=each.id))
            for each in most_first[:_WORK_NAMED]
        ]
        return [*reasons, *self._hours(spot, 1.0, self._done.plan.facts.status_date)]

    def _workless(self, milestone: Milestone, step: int) -> Reason:
        done = self._done
        spot = Spot(milestone.id, Point.STANDS, done.shown_day(milestone.id), step)
        if milestone.target is not None:
            text = "Nothing leads to it, so nothing but this date says where it is."
            return spot.say(text, Kind.NOTHING, Target(where=Where.ITEM, id=milestone.id))
        settled = done.plan.facts.status_date
        text = f"Nothing leads to it: it stands where the plan is settled up to, {weekday_text(settled)}."
        return spot.say(text, Kind.NOTHING, Target(where=Where.STATUS, day=settled))
