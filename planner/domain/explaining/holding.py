"""Why an item is held where it is: what it waits for, in words, and the item the chain goes on with."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from planner.domain.explaining.clauses import (
    after_clause,
    all_work_clause,
    lead,
    status_clause,
    titled,
    waiting_clause,
)
from planner.domain.explaining.holders import Holder, Holders
from planner.domain.explaining.reasons import Kind, Named, Point, Reason, Spot, Target, Where
from planner.domain.forward_pass import FROM_FINISH
from planner.domain.items import ActivityId, MilestoneId
from planner.domain.schedule import Schedule
from planner.domain.waits import Wait
from planner.domain.wording import weekday_text

ALSO = "This alone would do, too: "
"""What begins the line of a second holder of one day."""

_SAID_APART = 3
"""Holders of one day that get a line each; the others share one."""


@dataclass(frozen=True, slots=True)
class Next:
    """The item that a chain goes on with, and the date of it that matters."""

    node: int
    point: Point


@dataclass(frozen=True, slots=True)
class Held:
    """What holds an item: the lines, and what comes before it (None: nothing).

    `decisive` is what sort of thing holds it, `point` which of its dates that is.
    """

    reasons: list[Reason]
    point: Point
    decisive: Kind
    before: Next | None


class Holding:
    """Explains what holds the items of one schedule that have neither started nor been reached."""

    def __init__(self, done: Schedule, holders: Holders) -> None:
        self._done = done
        self._holders = holders

    def of_activity(self, node: int, step: int) -> Held:
        """What holds an activity: its start, or its finish where that leads its start."""
        holders = self._holders.of_activity(node)
        point = holders[0].point
        day = holders[0].day(point)
        group = [each for each in holders if each.day(point) == day]
        rest = max((each.day(point) for each in holders[1:]), default=-1)
        return self._said(node, step, point, group, [len(group) == 1] * len(group), rest)

    def of_milestone(self, node: int, step: int) -> Held:
        """What holds the landing of a milestone."""
        holders = self._holders.of_milestone(node)
        group = [each for each in holders if each.last == holders[0].last]
        alone = [
            number < _SAID_APART + 1
            and each.wait is not None
            and self._holders.lands_without(node, each.wait) != each.last
            for number, each in enumerate(group)
        ]
        rest = max(self._holders.work_done(node), *(each.last for each in holders[1:]), -1)
        return self._said(node, step, Point.LANDS, group, alone, rest)

    def _said(
        self, node: int, step: int, point: Point, group: Sequence[Holder], alone: Sequence[bool], rest: int
    ) -> Held:
        """A line for each thing that holds the same day, and what else must be said of the first.

        The first is the last to let go, and the one to follow. `rest` is the last day by anything else.
        """
        decisive, end = group[0], Point.FINISH if point is Point.LANDS else point
        index = decisive.day(end)
        spot = Spot(self._done.graph.nodes[node], point, self._done.axis.first + timedelta(days=index), step)
        said = [self._line(spot, node, each, is_alone) for each, is_alone in zip(group, alone, strict=True)]
        if len(said) > _SAID_APART + 1:
            said = [*said[:_SAID_APART], _others(spot, said[_SAID_APART:])]
        texts = [f"{ALSO}{each.text}" for each in said]
        texts[0] = f"{lead(point, spot.day)}: {said[0].text}"
        reasons = [replace(each, text=text) for each, text in zip(said, texts, strict=True)]
        if decisive.wait is None:
            return Held(reasons, point, decisive.kind, None)
        link = self._holders.dependencies(node, decisive.wait)[0]
        if decisive.unlagged is not None and _at(decisive.unlagged, end) != index:
            target = Target(where=Where.LINK, id=link.id)
            text = waiting_clause(self._done, link)
            reasons.append(spot.say(text, Kind.WAITING_DAYS, target, (link,), alone=rest != index))
        if self._by_hold(decisive, end):
            reasons.append(self._hold(spot, decisive.wait, alone=rest != index))
            return Held(reasons, point, Kind.HELD, None)
        return Held(reasons, point, Kind.AFTER, self._next(decisive.wait))

    def _line(self, spot: Spot, node: int, holder: Holder, alone: bool) -> Reason:
        """What a holder is, where a click on it goes to, and the facts it names."""
        done, facts = self._done, self._done.plan.facts
        if holder.wait is not None:
            links = self._holders.dependencies(node, holder.wait)
            end = Point.FINISH if spot.point is Point.LANDS else spot.point
            clause = after_clause(done, links[0], held=self._by_hold(holder, end))
            target = Target(where=Where.ITEM, id=links[0].before)
            return spot.say(f"{clause}.", Kind.AFTER, target, links, alone=alone)
        if holder.kind is Kind.NOT_BEFORE:
            activity = done.plan.activity(ActivityId(spot.about))
            assert activity.not_before is not None
            clause = f"not before {weekday_text(activity.not_before)}, your own start date."
            target = Target(where=Where.NOT_BEFORE, id=activity.id)
            return spot.say(clause, Kind.NOT_BEFORE, target, (activity,), alone=alone)
        if holder.kind is Kind.ALL_WORK:
            clause = all_work_clause(self._holders.hours_before(node), facts.status_date)
            return spot.say(clause, Kind.ALL_WORK, Target(where=Where.HOURS))
        target = Target(where=Where.STATUS, day=facts.status_date)
        landing = spot.point is Point.LANDS
        return spot.say(status_clause(done.plan, spot.day, landing=landing), Kind.STATUS, target)

    def _hold(self, spot: Spot, wait: Wait, *, alone: bool) -> Reason:
        milestone = self._done.plan.milestone(MilestoneId(self._done.graph.nodes[wait.before]))
        assert milestone.target is not None
        words = f"{titled(milestone)} holds what follows it until its target, "
        target = Target(where=Where.TARGET, id=milestone.id, day=milestone.target)
        text = f"{words}{weekday_text(milestone.target)}."
        return spot.say(text, Kind.HELD, target, (milestone,), alone=alone)

    def _by_hold(self, holder: Holder, end: Point) -> bool:
        """Whether the item before lets this one go later because it holds its followers to its target."""
        return holder.unheld is not None and _at(holder.unheld, end) != holder.day(end)

    def _next(self, wait: Wait) -> Next:
        if wait.before >= self._done.graph.activity_count:
            return Next(wait.before, Point.LANDS)
        return Next(wait.before, Point.FINISH if wait.kind in FROM_FINISH else Point.START)


def _others(spot: Spot, hidden: Sequence[Reason]) -> Reason:
    names: tuple[Named, ...] = tuple(name for each in hidden for name in each.names)
    text = f"any one of {len(hidden)} more things it waits for."
    return spot.say(text, Kind.AFTER, Target(where=Where.ITEM, id=spot.about), names)


def _at(days: tuple[int, int], end: Point) -> int:
    return days[0] if end is Point.START else days[1]
