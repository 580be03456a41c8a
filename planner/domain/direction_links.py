"""Dependencies when a direction changes: what comes takes the place of what goes, or stands behind it."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from planner.domain.graph import chain_that_would_close
from planner.domain.items import (
    Activity,
    ActivityId,
    Dependency,
    DependencyId,
    DependencyKind,
    Milestone,
    NodeId,
    is_own,
)
from planner.domain.plan import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Replaced:
    """What takes whose place: by the ids of what goes, those of what comes.

    Of what goes, `removed` are no longer in the plan; the rest is archived. Of what comes, `there` were in it
    all along and have their own links. `beside` are new activities, each with the finished one it stands
    behind.
    """

    taken: Mapping[ActivityId, ActivityId]
    removed: Set[ActivityId]
    there: Set[ActivityId]
    beside: Sequence[tuple[ActivityId, ActivityId]]


def relinked(before: Plan, after: Plan, replaced: Replaced) -> Plan:
    """The plan after a change of direction, given with the links of the plan before it, with its own.

    Links of what is archived sleep with it. What comes back from the archive has the links of what stood in
    its place, and those it had itself go.
    """
    work = _Links(before, after, replaced)
    work.take_over()
    for finished, new in reversed(replaced.beside):
        work.put_beside(finished, new)
    return replace(after, dependencies=work.links)


class _Links:
    def __init__(self, before: Plan, after: Plan, replaced: Replaced) -> None:
        self._after, self._replaced = after, replaced
        awake = before.active_dependencies
        self._awake = list(awake.values())
        slept = (each for each in after.active_dependencies.values() if each.id not in awake)
        self._slept = {(each.before, each.after): each for each in slept}
        gone = {each.id for each in self._slept.values()}
        for each in self._awake:
            if not replaced.removed.isdisjoint((each.before, each.after)):
                gone.add(each.id)
        self.links = {key: each for key, each in before.dependencies.items() if key not in gone}

    def take_over(self) -> None:
        """Give what comes the links of what goes; what was there gets those alone that the learner made."""
        pairs = {(each.before, each.after) for each in self.links.values()}
        for each in self._awake:
            ends = self._now(each.before), self._now(each.after)
            if ends == (each.before, each.after) or ends[0] == ends[1] or ends in pairs:
                continue
            if not self._replaced.there.isdisjoint(ends) and not (is_own(each.id) and self._fits(*ends)):
                continue
            pairs.add(ends)
            self._add(*ends, each)

    def put_beside(self, finished: ActivityId, new: ActivityId) -> None:
        """Let a new activity stand behind a finished one: before the first unfinished items that lead on."""
        waits = {each.before: each for each in self.links.values() if each.after == finished}
        direct = {each.after: each for each in self.links.values() if each.before == finished}
        passed, followers = self._leading_on(finished)
        running = {
            each.before
            for each in self.links.values()
            if each.after in followers and each.before in passed and not self._done(each.before)
        }
        for each in waits.values():
            self._add(each.before, new, each)
        for node in sorted(running - waits.keys()):
            self._add(node, new)
        for node in sorted(followers):
            self._add(new, node, direct.get(node))

    def _leading_on(self, finished: ActivityId) -> tuple[set[NodeId], set[NodeId]]:
        """What has begun or is done behind an activity, and the first items behind that which are open.

        Of two open items one of which leads to the other, the first is enough.
        """
        companions = dict(self._replaced.beside)
        followers = self._followers()
        passed: set[NodeId] = set()
        found: set[NodeId] = set()
        waiting: list[NodeId] = list(followers.get(finished, ()))
        while waiting:
            node = waiting.pop()
            if node in passed:
                continue
            if node in companions:
                found.add(companions[ActivityId(node)])
            elif self._begun(node):
                passed.add(node)
                waiting += followers.get(node, ())
            else:
                found.add(node)
        return passed, found - self._behind(found, followers)

    def _behind(self, nodes: Iterable[NodeId], followers: Mapping[NodeId, Sequence[NodeId]]) -> set[NodeId]:
        """All items that follow one of these."""
        found: set[NodeId] = set()
        waiting = [each for node in nodes for each in followers.get(node, ())]
        while waiting:
            node = waiting.pop()
            if node not in found:
                found.add(node)
                waiting += followers.get(node, ())
        return found

    def _followers(self) -> dict[NodeId, list[NodeId]]:
        found: dict[NodeId, list[NodeId]] = {}
        for each in self.links.values():
            found.setdefault(each.before, []).append(each.after)
        return found

    def _begun(self, node: NodeId) -> bool:
        item = self._after.node(node)
        if isinstance(item, Milestone):
            return item.reached_on is not None
        asleep = item.archived_on is not None
        return asleep or item.started_on is not None or item.finished_on is not None

    def _done(self, node: NodeId) -> bool:
        item = self._after.node(node)
        if isinstance(item, Activity):
            return item.finished_on is not None or item.archived_on is not None
        return item.reached_on is not None

    def _now(self, node: NodeId) -> NodeId:
        return self._replaced.taken.get(ActivityId(node), node)

    def _fits(self, before: NodeId, after: NodeId) -> bool:
        linked = replace(self._after, dependencies=self.links)
        return chain_that_would_close(linked, before, after) is None

    def _add(self, before: NodeId, after: NodeId, like: Dependency | None = None) -> None:
        """Add a link, or bring the one back that slept between the two."""
        kind = DependencyKind.FINISH_START if like is None else like.kind
        lag = 0 if like is None else like.lag_days
        slept = self._slept.get((before, after))
        key = DependencyId(f"{before}--{after}") if slept is None else slept.id
        self.links[key] = Dependency(id=key, before=before, after=after, kind=kind, lag_days=lag)
