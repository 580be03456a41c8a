"""Another track or cloud in mid plan: what is done stays, what has not begun is replaced.

For each item that reads otherwise in the new direction:

- The same work (only its description differs) stays and is described anew, unless it is finished.
- Other work (its title differs) that has not begun is replaced in its place, with its dates, notes and links.
- Other work that has begun and is not finished goes to the archive with its hours; the new work takes its
  place with its full effort.
- Other work that is finished stays. The new work comes behind it, before what is still open; where the
  learner does not want that, it does not come.

Ticked items stay with their evidence, a reached milestone stays reached, and all the learner added or dated
stays. Changing back gives the same plan: what was replaced is there again, and the archive gives back what
went there.
"""

from dataclasses import dataclass
from datetime import date

from planner.domain.direction_lines import Fate, Line
from planner.domain.direction_work import Work
from planner.domain.errors import InvalidValue
from planner.domain.plan import Plan
from planner.domain.roadmap import Roadmap
from planner.domain.schedule import Schedule, schedule


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectionChange:
    """The plan in the new direction, and what the change does.

    `untouched` counts the activities and milestones that are not named. `asks_again` says that finished work
    has a counterpart in the new direction, which comes or not as the learner likes.
    """

    plan: Plan
    schedule_before: Schedule
    schedule: Schedule
    stays: tuple[Line, ...]
    goes: tuple[Line, ...]
    comes: tuple[Line, ...]
    untouched: int
    asks_again: bool

    @property
    def finish_before(self) -> date:
        """The day the path is done as things are."""
        return self.schedule_before.finish

    @property
    def finish_after(self) -> date:
        """The day the path would be done."""
        return self.schedule.finish

    @property
    def changes_anything(self) -> bool:
        """Whether the plan is another one than before."""
        return bool(self.goes or self.comes or any(each.fate is Fate.REWORDED for each in self.stays))


def change_direction(
    plan: Plan, roadmap: Roadmap, track: str, cloud: str, today: date, *, again: bool = True
) -> DirectionChange:
    """The plan with another track, another cloud, or both.

    Finished work of the old direction gets a counterpart in the new one if `again` is true. Raises
    `InvalidValue` for a choice the roadmap does not have, or a plan that another roadmap made.
    """
    if plan.facts.roadmap != roadmap.id:
        raise InvalidValue("This plan was made from another roadmap, so it has no other direction to offer.")
    work = Work(plan, roadmap, (track, cloud), today, again)
    changed = plan if (track, cloud) == (plan.facts.track, plan.facts.cloud) else work.made()
    named = {each.item for each in (*work.stays, *work.goes, *work.comes)}
    rows = [*plan.active, *plan.milestones]
    return DirectionChange(
        plan=changed,
        schedule_before=schedule(plan),
        schedule=schedule(changed),
        stays=tuple(work.stays),
        goes=tuple(work.goes),
        comes=tuple(work.comes),
        untouched=sum(each not in named for each in rows),
        asks_again=work.asks_again,
    )


def in_direction(
    plan: Plan, roadmap: Roadmap, track: str, cloud: str, today: date, again: bool = True
) -> Plan:
    """The verb: the plan alone that `change_direction` gives."""
    return change_direction(plan, roadmap, track, cloud, today, again=again).plan
