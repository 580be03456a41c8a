"""Why a phase begins and ends, and the plan finishes, where it does: by the item that does so."""

from planner.domain.explaining.clauses import titled
from planner.domain.explaining.holding import Next
from planner.domain.explaining.reasons import Kind, Point, Reason, Spot, Target, Where
from planner.domain.items import Activity, Milestone, NodeId, Phase
from planner.domain.schedule import Schedule
from planner.domain.wording import weekday_text


def members(done: Schedule, phase: Phase | None) -> tuple[tuple[Reason, ...], tuple[Next, ...]]:
    """What a phase's days are those of, or the plan's finish (None), and the items to go on with."""
    return _finish(done) if phase is None else _phase(done, phase)


def _finish(done: Schedule) -> tuple[tuple[Reason, ...], tuple[Next, ...]]:
    spot = Spot("", Point.FINISH, done.finish, 0)
    day = weekday_text(done.finish)
    node: NodeId | None = done.finish_milestone
    if node is None and done.graph.nodes:
        number = max(range(len(done.graph.nodes)), key=lambda each: (done.finishes[each], -each))
        node = done.graph.nodes[number]
    if node is None:
        text = f"The plan is empty, so it finishes on the day it begins, {day}."
        return (spot.say(text, Kind.NOTHING, Target(where=Where.STATUS, day=done.finish)),), ()
    item = done.plan.node(node)
    verb = "ends" if isinstance(item, Activity) else "lands"
    point = Point.FINISH if isinstance(item, Activity) else Point.LANDS
    if isinstance(item, Milestone) and done.work_lands(item.id) is None:
        verb, point = "stands", Point.STANDS
    text = f"The plan finishes on {day}, where {titled(item)} {verb}."
    reason = spot.say(text, Kind.MEMBER, Target(where=Where.ITEM, id=node))
    return (reason,), (Next(done.graph.index[node], point),)


def _phase(done: Schedule, phase: Phase) -> tuple[tuple[Reason, ...], tuple[Next, ...]]:
    span = done.phase_span(phase.id)
    if span is None:
        spot = Spot(phase.id, Point.START, done.plan.facts.start, 0)
        text = "It is empty, so it has no dates."
        return (spot.say(text, Kind.NOTHING, Target(where=Where.ITEM, id=phase.id)),), ()
    days = [(each, *_days(done, each)) for each in done.plan.items_within(phase.id)]
    # Work counts before milestones that wait for nothing: those stand elsewhere than the phase's days.
    begins = next(each for each, first, _ in days if first == span[0])
    last_day = [each for each, _, last in days if last == span[1]]
    ends = max(last_day, key=lambda each: done.finishes[done.graph.index[each.id]])
    lines, ways = [], []
    for item, point, verb, day in (
        (ends, Point.FINISH, "ends", span[1]),
        (begins, Point.START, "begins", span[0]),
    ):
        spot = Spot(phase.id, point, day, 0)
        text = f"It {verb} on {weekday_text(day)}, with {titled(item)}."
        lines.append(spot.say(text, Kind.MEMBER, Target(where=Where.ITEM, id=item.id)))
        own = Point.LANDS if isinstance(item, Milestone) else point
        ways.append(Next(done.graph.index[item.id], own))
    return tuple(lines), tuple(ways)


def _days(done: Schedule, item: Activity | Milestone) -> tuple[object, object]:
    """The first and last day an item counts with."""
    if isinstance(item, Milestone):
        day = done.work_lands(item.id) or done.shown_day(item.id)
        return day, day
    return done.start_day(item.id), done.finish_day(item.id)
