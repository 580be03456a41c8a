"""What a landing hangs on: the one chain of items that drives it, and the dates the learner said along it."""

from planner.domain.calendar import INSTANT_TOLERANCE_HOURS
from planner.domain.items import Activity, ActivityId, Dependency, Milestone, MilestoneId
from planner.domain.schedule import Schedule
from planner.domain.waits import Waits


def driving_dates(done: Schedule, milestone: MilestoneId) -> list[Activity | Milestone | Dependency]:
    """What has a date that a milestone's landing may hang on, from the milestone backwards.

    These are activities with a not-before, milestones that hold and dependencies with a lag above 0. An item
    starts when the last of what it waits for lets it. Going back from the milestone by that last one gives
    a chain that leads to its day by itself: the day comes nearer only when a date on it goes, and leaving
    out any other changes nothing.
    """
    chain = _Chain(done)
    node: int | None = done.graph.index[milestone]
    while node is not None:
        node = chain.step_back(node)
    return chain.found


def driving_work(done: Schedule, milestone: MilestoneId) -> dict[ActivityId, float]:
    """The unfinished activities whose hours a milestone's landing hangs on, each with its gain.

    The gain is by how many study hours the landing comes nearer for an hour less of work, as long as nothing
    else drives it. These are the activities of the chain that leads to it; where the chain begins at a
    milestone that waits for all the hours of work before it, those too.
    """
    chain = _Chain(done)
    found: dict[ActivityId, float] = {}
    node: int | None = done.graph.index[milestone]
    while node is not None:
        following = chain.step_back(node)
        if node < done.graph.activity_count:
            activity = done.plan.activity(ActivityId(done.graph.nodes[node]))
            if activity.finished_on is None:
                found[activity.id] = 1 / activity.share
        elif following is None:
            found = {**dict.fromkeys(_work_before(done, node), 1.0), **found}
        node = following
    return found


def hours_that_decide(done: Schedule, milestone: MilestoneId) -> float | None:
    """The hours of all work left before a milestone, where they alone say the day it lands: rule 5.

    None where something it waits for is what it lands with, where it is reached, and where no work is left.
    """
    node = done.graph.index[milestone]
    if done.plan.milestone(milestone).reached_on is not None:
        return None
    last = max((each.instant for each in Waits(done).of(node)), default=0.0)
    if done.finishes[node] <= last + INSTANT_TOLERANCE_HOURS:
        return None
    return sum(done.plan.activity(each).remaining for each in _work_before(done, node)) or None


def _work_before(done: Schedule, node: int) -> list[ActivityId]:
    """The unfinished activities before a milestone that is not reached."""
    graph, plan = done.graph, done.plan
    if plan.milestone(MilestoneId(graph.nodes[node])).reached_on is not None:
        return []
    before = graph.stretches_before[node - graph.activity_count][graph.stretch] > 0
    ids = (ActivityId(each) for each in graph.nodes[: graph.activity_count])
    return [
        each for each, counts in zip(ids, before, strict=True) if counts and plan.activity(each).remaining > 0
    ]


class _Chain:
    """The walk backwards over one schedule."""

    def __init__(self, done: Schedule) -> None:
        self.found: list[Activity | Milestone | Dependency] = []
        self._done = done
        self._settled = done.axis.begin(done.plan.facts.status_date)
        self._waits = Waits(done)
        self._activities = list(done.plan.active.values())
        self._milestones = list(done.plan.milestones.values())
        self._lagging = {
            (each.before, each.after, each.kind, each.lag_days): each
            for each in done.plan.active_dependencies.values()
            if each.lag_days > 0
        }

    def step_back(self, node: int) -> int | None:
        """The item that drives this one, with dates on the way noted; None where the chain begins."""
        done, count = self._done, self._done.graph.activity_count
        own = self._settled
        not_before = False
        if node < count:
            activity = self._activities[node]
            if activity.started_on is not None or activity.finished_on is not None:
                return None
            if activity.not_before is not None:
                own = max(own, done.axis.begin(activity.not_before))
                not_before = own > self._settled
                own = self._waits.begins(node, own)
        elif self._milestones[node - count].reached_on is not None:
            return None
        else:
            own = 0.0  # the status date matters only to the hours of work before it
        last = max(self._waits.of(node), default=None)
        if last is None or last.instant <= own or (node >= count and last.instant < done.finishes[node]):
            # Nothing drives it but a date of its own, the status date, or all the hours of work before it.
            if not_before:
                self.found.append(self._activities[node])
            return None
        before, lag = last.before, last.lag_days
        if lag > 0:
            ends = done.graph.nodes[before], done.graph.nodes[node]
            self.found.append(self._lagging[*ends, last.kind, lag])
        followed = self._waits.followed[before]
        held = before in done.actual.holds and (lag != 0 or followed > done.finishes[before])
        if held:
            self.found.append(self._milestones[before - count])
        return None if held else before
