"""Two plans line by line: each phase and milestone now and then, the finish, the hours, what is late."""

from dataclasses import dataclass
from datetime import date

from planner.domain.cascade import count_moved
from planner.domain.items import Activity, MilestoneId, Phase, PhaseId
from planner.domain.levelling import red_weeks
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.domain.what_if.what_if import hours_now


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A phase or a milestone in both plans: a phase's last day, the day a milestone lands.

    Days are None where there is none to tell: a phase without items, a milestone without work before it and
    without a date. Targets and margins are a milestone's; a margin is in days and negative where it is late.
    `depth` is 0 for a phase at the top.
    """

    id: str
    title: str
    milestone: bool
    depth: int
    now: date | None
    then: date | None
    target_now: date | None
    target_then: date | None
    margin_now: int | None
    margin_then: int | None

    @property
    def days(self) -> int:
        """By how many days it comes later; negative is earlier, 0 where there is nothing to compare."""
        return 0 if self.now is None or self.then is None else (self.then - self.now).days

    @property
    def differs(self) -> bool:
        """Whether anything of it would be different."""
        return (self.now, self.target_now) != (self.then, self.target_then)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What would be different. Hours a week are those from today on; hours of work are what is left in all.

    `moved` counts the items whose days differ; `late` are the milestones that would miss their targets,
    `crowded` how many weeks would ask for more hours than they have.
    """

    lines: tuple[Line, ...]
    finish_now: date
    finish_then: date
    hours_now: float
    hours_then: float
    work_now: float
    work_then: float
    moved: int
    late_now: tuple[MilestoneId, ...]
    late_then: tuple[MilestoneId, ...]
    crowded_now: int
    crowded_then: int

    @property
    def days(self) -> int:
        """By how many days the finish comes later; negative is earlier."""
        return (self.finish_then - self.finish_now).days


def compare(now: Schedule, then: Schedule, today: date) -> Comparison:
    """A plan as it is and as it would be, with a line for each phase and milestone of it in outline order."""
    return Comparison(
        lines=_lines(now, then),
        finish_now=now.finish,
        finish_then=then.finish,
        hours_now=hours_now(now.plan, today),
        hours_then=hours_now(then.plan, today),
        work_now=_work(now.plan),
        work_then=_work(then.plan),
        moved=count_moved(now, then)[0],
        late_now=late_milestones(now),
        late_then=late_milestones(then),
        crowded_now=len(red_weeks(now, today)),
        crowded_then=len(red_weeks(then, today)),
    )


def late_milestones(laid_out: Schedule) -> tuple[MilestoneId, ...]:
    """The milestones still to reach that land after their targets, in the plan's order."""
    return tuple(
        key
        for key, each in laid_out.plan.milestones.items()
        if each.reached_on is None and (laid_out.margin_days(key) or 0) < 0
    )


def _lines(now: Schedule, then: Schedule) -> tuple[Line, ...]:
    found: list[Line] = []
    plan = now.plan
    waiting = [(each, 0) for each in reversed(plan.children_of[None])]
    while waiting:
        each, depth = waiting.pop()
        if isinstance(each, Activity):
            continue
        if isinstance(each, Phase):
            found.append(_phase_line(now, then, each, depth))
            waiting += [(inner, depth + 1) for inner in reversed(plan.children_of[each.id])]
            continue
        after = then.plan.milestone(each.id)
        found.append(
            Line(
                id=each.id,
                title=each.title,
                milestone=True,
                depth=depth,
                now=_lands(now, each.id),
                then=_lands(then, each.id),
                target_now=each.target,
                target_then=after.target,
                margin_now=now.margin_days(each.id),
                margin_then=then.margin_days(each.id),
            )
        )
    return tuple(found)


def _phase_line(now: Schedule, then: Schedule, phase: Phase, depth: int) -> Line:
    return Line(
        id=phase.id,
        title=phase.title,
        milestone=False,
        depth=depth,
        now=_ends(now, phase.id),
        then=_ends(then, phase.id),
        target_now=None,
        target_then=None,
        margin_now=None,
        margin_then=None,
    )


def _ends(laid_out: Schedule, phase: PhaseId) -> date | None:
    span = laid_out.phase_span(phase)
    return None if span is None else span[1]


def _lands(laid_out: Schedule, milestone: MilestoneId) -> date | None:
    return laid_out.work_lands(milestone) or laid_out.plan.milestone(milestone).target


def _work(plan: Plan) -> float:
    return sum(each.remaining for each in plan.active.values())
