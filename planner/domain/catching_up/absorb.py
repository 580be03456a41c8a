"""Use the buffer: what is left starts now, the learner's own targets stay, and the days to spare take it."""

from dataclasses import dataclass
from datetime import date

from planner.domain.catching_up.proposal import Proposal
from planner.domain.catching_up.settling import settled
from planner.domain.catching_up.unstacking import unstacked
from planner.domain.items import MilestoneId
from planner.domain.outlook import window_days
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule, schedule
from planner.domain.wording import day_text, isolated


@dataclass(frozen=True, slots=True, kw_only=True)
class BufferUse:
    """Days to spare before a date, as things are and as they would be; negative is past the date.

    `milestone` is None for the end of the window to finish in.
    """

    milestone: MilestoneId | None
    title: str
    until: date
    before: int
    after: int

    @property
    def used(self) -> int:
        """How many of the days it takes; never more than there are."""
        return max(max(self.before, 0) - max(self.after, 0), 0)

    @property
    def enough(self) -> bool:
        """Whether the date still holds."""
        return self.after >= 0


def absorb(plan: Plan, today: date, current: Schedule | None = None) -> Proposal:
    """Settle the plan up to today with every target left where it is; hours and fixed dates stay, too.

    `current` is the plan's schedule where it is at hand. Raises `InvalidValue` for a day before the plan's
    status date.
    """
    before = schedule(plan) if current is None else current
    after = unstacked(settled(plan, before, today), before)
    return Proposal(
        plan=after.plan,
        schedule=after,
        before=before,
        today=today,
        text=f"Catch up to {day_text(today)} with the buffer",
        reason=f"Before catching up to {day_text(today)} with the buffer",
    )


def buffers(proposal: Proposal) -> tuple[BufferUse, ...]:
    """The days to spare of everything that has a date: the finish first, then the other targets by day."""
    before, after = proposal.before, proposal.schedule
    finish = before.finish_milestone
    found = []
    for key, each in proposal.plan.milestones.items():
        was, margin = before.margin_days(key), after.margin_days(key)
        if each.target is None or each.reached_on is not None or was is None or margin is None:
            continue
        use = BufferUse(milestone=key, title=each.title, until=each.target, before=was, after=margin)
        found.append((key != finish, each.target, each.title, use))
    uses = [use for *_, use in sorted(found, key=lambda one: one[:3])]
    window = window_days(proposal.plan)
    if window is not None:
        end = BufferUse(
            milestone=None,
            title="the window's end",
            until=window[1],
            before=(window[1] - before.finish).days,
            after=(window[1] - after.finish).days,
        )
        own = bool(uses) and uses[0].milestone == finish
        uses.insert(1 if own else 0, end)
    return tuple(uses)


def buffer_sentences(proposal: Proposal) -> tuple[str, ...]:
    """What it takes of the buffer and what remains: of the finish's first, then of each target it touches.

    Fixed dates of others are left to `words.remarks`.
    """
    found = buffers(proposal)
    if not found:
        return ("There is no target and no window to finish in, so there is no buffer to use.",)
    first, *others = found
    fixed = {key for key, each in proposal.plan.milestones.items() if each.fixed}
    touched = [each for each in others if each.before != each.after and each.milestone not in fixed]
    return tuple(_sentence(each) for each in (first, *touched))


def _sentence(use: BufferUse) -> str:
    named = "the window’s end" if use.milestone is None else f"“{isolated(use.title)}”"
    until = f"before {named}, {day_text(use.until)}"
    if use.after >= use.before:
        if use.before < 0:
            return f"Takes no buffer: there is none {until}."
        return f"Takes no buffer: {_days(use.after)} remain {until}."
    if use.before <= 0:
        return f"There is no buffer {until}: it would be {_days(-use.after)} past it."
    if not use.enough:
        return (
            f"Needs {_days(use.before - use.after)}, and there are {_days(use.before)} of buffer {until}: "
            f"it would be {_days(-use.after)} past it."
        )
    return f"Uses {_days(use.used)} of the {use.before} {until}; {_days(use.after)} remain."


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"
