"""The state of every milestone: its date, where its work lands, the forecast, and its checklist. Pure."""

from dataclasses import dataclass
from datetime import date

from planner.domain.items import Milestone, MilestoneId
from planner.domain.plan import Plan
from planner.domain.progress import checklist_count
from planner.domain.progress_figures.foreseen import Foreseen, Range
from planner.domain.schedule import Schedule


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneState:
    """One milestone. `shown` is where its diamond stands, `lands` where its work does (None without work).

    `margin_days` from landing to target are negative where it is late; None without a target. `range` is the
    forecast's, for what is not reached.
    """

    id: MilestoneId
    title: str
    target: date | None
    shown: date
    lands: date | None
    margin_days: int | None
    range: Range | None
    done: int
    total: int
    reached_on: date | None


def milestone_states(plan: Plan, schedule: Schedule, forecast: Foreseen | None) -> tuple[MilestoneState, ...]:
    """All milestones by the days their diamonds stand on."""
    found = []
    for each in plan.milestones.values():
        count = checklist_count(plan, each.id)
        lands = schedule.work_lands(each.id)
        found.append(
            MilestoneState(
                id=each.id,
                title=each.title,
                target=each.target,
                shown=schedule.shown_day(each.id),
                lands=lands,
                margin_days=None if each.reached_on is not None else schedule.margin_days(each.id),
                range=_range(each, forecast) if lands is not None else None,
                done=count.done,
                total=count.total,
                reached_on=each.reached_on,
            )
        )
    return tuple(sorted(found, key=lambda each: (each.shown, each.title, each.id)))


def _range(milestone: Milestone, forecast: Foreseen | None) -> Range | None:
    """What is forecast; nothing for what is reached, or was added since the forecast was made."""
    if forecast is None or milestone.reached_on is not None or milestone.id not in forecast.plan.milestones:
        return None
    return forecast.of(milestone.id)


def next_open(states: tuple[MilestoneState, ...]) -> MilestoneState | None:
    """The first milestone that is still to be reached."""
    return next((each for each in states if each.reached_on is None), None)
