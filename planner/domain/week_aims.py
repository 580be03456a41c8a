"""What a week is for: up to three goals, and the milestones its work leads to. Drawn from the schedule."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from planner.domain.guards import LONGEST_TITLE
from planner.domain.items import Activity, ActivityId, MilestoneId, Step, StepId
from planner.domain.plan import Plan
from planner.domain.progress import checklist_count
from planner.domain.schedule import Schedule
from planner.domain.week_facts import WeekGoal
from planner.domain.week_sessions import step_after
from planner.domain.wording import minutes_text, span_text

MOST_GOALS = 3
MOST_FEEDS = 3
MOST_NAMES = 3
FINISH = "finish"

GoesOn = Callable[[Step], bool]
"""Whether a step has work after the week."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """One thing to get done in a week; `minutes` is 0 where it has no time of its own.

    `own` goals are the learner's, the others those the schedule suggests; only own ones can be `done`.
    """

    text: str
    kind: str
    minutes: int
    activity: ActivityId | None
    done: bool = False
    own: bool = False

    @property
    def about(self) -> str:
        """Like “course · 4 h”; empty where neither is known."""
        parts = [self.kind, minutes_text(self.minutes) if self.minutes else ""]
        return " · ".join(each for each in parts if each)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A milestone that a week's work leads to. `spare_days` is negative when it lands after its target."""

    milestone: MilestoneId
    title: str
    day: date
    colour: int
    weeks_away: int
    spare_days: int
    done: int
    total: int

    @property
    def spare(self) -> str:
        """Like “3 weeks to spare” or “2 weeks late”."""
        if self.spare_days < 0:
            return f"{span_text(self.spare_days)} late"
        return f"{span_text(self.spare_days)} to spare" if self.spare_days else "nothing to spare"

    @property
    def about(self) -> str:
        """Like “11 weeks · 3 weeks to spare · 6 of 9 done”."""
        weeks = "1 week" if self.weeks_away == 1 else f"{self.weeks_away} weeks"
        parts = [weeks if self.weeks_away > 0 else "this week", self.spare]
        if self.total:
            parts.append(f"{self.done} of {self.total} done")
        return " · ".join(parts)


def goals_of(
    plan: Plan,
    schedule: Schedule,
    minutes: Mapping[ActivityId, int],
    steps: Mapping[ActivityId, Mapping[StepId, int]],
    first_day: date,
    today: date,
) -> tuple[Goal, ...]:
    """At most three goals of the week in which these activities, and their steps, have these minutes planned.

    What ends this week comes first; then what it produces, leaving a line for work that goes on. The steps of
    such work come in the order of their activity, each as a goal of its own as far as there is room; the last
    line names all the others.
    """
    last_day = first_day + timedelta(days=6)
    busy = [plan.activities[key] for key in minutes]
    ending = [each for each in busy if schedule.finish_day(each.id) <= last_day]
    ending.sort(key=lambda each: (schedule.finish_day(each.id), each.position))
    lasting = [each for each in busy if each not in ending]
    lasting.sort(key=lambda each: (-minutes[each.id], each.position))
    finish = [_goal(f"Finish {each.title}", each, minutes[each.id]) for each in ending][:MOST_GOALS]
    room = MOST_GOALS - len(finish) - min(len(lasting), 1)
    proof = list(_proof_goals(plan, ending))[: max(room, 0)]
    goals = [*finish, *proof]
    for place, each in enumerate(lasting, start=1):
        if len(goals) == MOST_GOALS:
            break
        room = MOST_GOALS - len(goals) - (len(lasting) - place)
        goes_on = _goes_on(plan, schedule, each, last_day, today)
        goals += _work_goals(each, steps.get(each.id, {}), goes_on, minutes[each.id], room)
    return tuple(goals)


def own_goals(plan: Plan, goals: Sequence[WeekGoal]) -> tuple[Goal, ...]:
    """The learner's goals of a week; what they belonged to may be gone."""
    return tuple(
        Goal(
            text=each.text,
            kind=each.kind,
            minutes=each.minutes,
            activity=each.activity if each.activity in plan.activities else None,
            done=each.done,
            own=True,
        )
        for each in goals
    )


def feeds_of(plan: Plan, schedule: Schedule, busy: Sequence[ActivityId], first_day: date) -> tuple[Feed, ...]:
    """The next milestones, at most three, that wait for what these activities do in the week.

    To spare is the margin to the milestone's own target; without one, the float of the work that leads to it:
    what it can slip before the end of the path moves.
    """
    graph = schedule.graph
    numbers = [graph.index[each] for each in busy]
    found = []
    for place, milestone in enumerate(plan.milestones.values()):
        leading = [each for each in numbers if graph.stretches_before[place, graph.stretch[each]]]
        if milestone.reached_on is None and leading:
            found.append((schedule.shown_day(milestone.id), milestone.position, milestone, leading))
    feeds = []
    for day, _, milestone, leading in sorted(found, key=lambda each: each[:2])[:MOST_FEEDS]:
        margin = schedule.margin_days(milestone.id)
        spare = min(schedule.float_days(graph.nodes[each]) for each in leading) if margin is None else margin
        count = checklist_count(plan, milestone.id)
        feeds.append(
            Feed(
                milestone=milestone.id,
                title=milestone.title,
                day=day,
                colour=plan.phases[milestone.phase].colour,
                weeks_away=0 if (day - first_day).days < 7 else round((day - first_day).days / 7),
                spare_days=spare,
                done=count.done,
                total=count.total,
            )
        )
    return tuple(feeds)


def _goal(text: str, activity: Activity, minutes: int) -> Goal:
    """A goal of an activity; long titles are cut, so that it can be kept as the learner's own."""
    if len(text) > LONGEST_TITLE:
        text = f"{text[: LONGEST_TITLE - 1].rstrip()}…"
    return Goal(text=text, kind=activity.kind.value, minutes=minutes, activity=activity.id)


def _work_goals(
    activity: Activity, steps: Mapping[StepId, int], goes_on: GoesOn, minutes: int, room: int
) -> list[Goal]:
    """What to do of an activity that goes on: a goal for each step, the last for all that have no room."""
    shown = [each for each in activity.steps if each.id in steps]
    aims = [(_verb(step, place, goes_on), step) for place, step in enumerate(shown)]
    if not aims:
        found = [(f"Work on {activity.title}", minutes)]
    else:
        alone = aims if len(aims) <= room else aims[: max(room - 1, 0)]
        found = [(_sentence(activity, [(verb, step)]), steps[step.id]) for verb, step in alone]
        if together := aims[len(alone) :]:
            left = minutes - sum(each for _, each in found)
            found.append((_sentence(activity, together), left))
    return [_goal(text, activity, each) for text, each in found]


def _verb(step: Step, place: int, goes_on: GoesOn) -> str:
    if not goes_on(step):
        return FINISH
    return "begin" if place else "work on"


def _sentence(activity: Activity, aims: Sequence[tuple[str, Step]]) -> str:
    """Like “Linear algebra: finish Week 1 and Week 2, begin Week 3”.

    A title that the steps begin with is said once.
    """
    together = groupby(aims, key=lambda each: each[0])
    words = ", ".join(f"{verb} {_names([step.title for _, step in group])}" for verb, group in together)
    if all(step.title.casefold().startswith(activity.title.casefold()) for _, step in aims):
        return words[0].upper() + words[1:]
    return f"{activity.title}: {words}"


def _names(titles: Sequence[str]) -> str:
    """Like “Week 1, Week 2 and Week 3”, or “Week 1 to Week 4”, so that the line stays short."""
    if len(titles) > MOST_NAMES:
        return f"{titles[0]} to {titles[-1]}"
    return " and ".join(filter(None, (", ".join(titles[:-1]), titles[-1])))


def _goes_on(plan: Plan, schedule: Schedule, activity: Activity, last_day: date, today: date) -> GoesOn:
    """Tells of a step whether there is work of it after a day: the schedule’s, or put there by hand."""
    after = step_after(schedule, activity, last_day, today)
    places = {each.id: place for place, each in enumerate(activity.steps)}
    begun = len(places) if after is None else places[after.id]
    put_later = {
        each.step
        for each in plan.placements.values()
        if each.activity == activity.id and each.taken_from <= last_day < each.day
    }
    return lambda step: places[step.id] >= begun or step.id in put_later


def _proof_goals(plan: Plan, ending: Sequence[Activity]) -> Iterator[Goal]:
    """The open checklist items that the activities ending this week produce."""
    for activity in ending:
        for items in plan.items_of_milestone.values():
            for item in items:
                # A course's certificate often bears the course's name: one line says both.
                said = item.title.casefold() in activity.title.casefold()
                if item.produced_by == activity.id and not item.done and not said:
                    yield Goal(text=item.title, kind=item.kind.value, minutes=0, activity=activity.id)
