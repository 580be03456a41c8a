"""Compress: catch up, and study more hours a week from today, so that a date holds as it was.

The date is a target of the learner's own, or the day the finish had before: before it is caught up now, or
before it was caught up earlier today. Nobody is asked for more hours a week than they said they can give:
then it is said what would hold instead.
"""

from dataclasses import dataclass, replace
from datetime import date
from math import floor

from planner.domain.baselines import change_after
from planner.domain.catching_up.proposal import Proposal, week_from
from planner.domain.catching_up.settling import settled
from planner.domain.catching_up.unstacking import unstacked
from planner.domain.drift import finish_of
from planner.domain.errors import InvalidValue, PlanTooLong
from planner.domain.frame import scale_weekly_hours
from planner.domain.items import MilestoneId
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule, schedule
from planner.domain.targets import HALF_HOURS, LONGEST_DAY_HOURS, fewest_half_hours, hours_to_hold
from planner.domain.wording import day_text, isolated, number_text

MOST_GOALS = 12
"""So many goals are answered at once: each takes several schedules."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A day to hold: a milestone's target, or where it has none (`is_target` is False) the day it had before.

    `milestone` is None for the finish of a plan without milestones.
    """

    milestone: MilestoneId | None
    title: str
    day: date
    is_target: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """Hours a week from today with which a goal holds, caught up; `now_hours` where those are enough.

    `hours` is None where no hours within the learner's most hold it: `most_hours` are those, and `instead` is
    the day they lead to. `sentence` says it to the learner.
    """

    goal: Goal
    now_hours: float
    hours: float | None
    most_hours: float
    instead: date | None
    sentence: str

    @property
    def asks_for_more(self) -> bool:
        """Whether more hours than now are needed, and there are more that can be given."""
        return self.hours != self.now_hours and (self.hours is not None or self.most_hours > self.now_hours)

    @property
    def in_short(self) -> str:
        """Like “12.5 h · 18 Mar 2027 · Core proven”."""
        hours = self.most_hours if self.hours is None else self.hours
        above = "over " if self.hours is None else ""
        what = isolated(self.goal.title) if self.goal.is_target else "as it was"
        return f"{above}{number_text(hours)} h · {day_text(self.goal.day)} · {what}"


def goals(current: Schedule, today: date) -> tuple[Goal, ...]:
    """What can be held: the finish first, then the other milestones with a target, by day."""
    plan, finish = current.plan, current.finish_milestone
    found = [
        Goal(milestone=key, title=each.title, day=each.target, is_target=True)
        for key, each in plan.milestones.items()
        if each.target is not None
        and each.reached_on is None
        and key != finish
        and current.work_lands(key) is not None
    ]
    return (_finish_goal(current, today), *sorted(found, key=lambda each: (each.day, each.title)))


def hours_for(plan: Plan, goal: Goal, today: date, current: Schedule | None = None) -> Hold:
    """The fewest half hours a week, from today, with which a goal holds once the plan is caught up.

    Every study day from today on grows by one factor; days off and extra days stay. `current` is the plan's
    schedule where it is at hand. Raises `InvalidValue` for a day before the plan's status date.
    """
    before = schedule(plan) if current is None else current
    question = _Question(settled(plan, before, today), before, goal, today)
    if question.holds(question.now):
        return question.answer(question.now)
    return question.answer(fewest_half_hours(question.now, question.most, question.holds))


def all_holds(plan: Plan, today: date, current: Schedule | None = None) -> tuple[Hold, ...]:
    """Which hours a week hold which day: one answer for each goal, the nearest `MOST_GOALS` of them."""
    before = schedule(plan) if current is None else current
    return tuple(hours_for(plan, each, today, before) for each in goals(before, today)[:MOST_GOALS])


def compress(
    plan: Plan, today: date, hours: float, goal: Goal | None = None, current: Schedule | None = None
) -> Proposal:
    """Catch up to today, and study so many hours a week from then on; targets and fixed dates stay.

    Days get whole quarter hours, unless the goal would not hold with them. Raises `InvalidValue` for more
    hours than the learner's most, and for a day before the plan's status date.
    """
    before = schedule(plan) if current is None else current
    question = _Question(settled(plan, before, today), before, goal or _finish_goal(before, today), today)
    if hours > question.most_with_sets:
        most = number_text(max(plan.facts.most_hours_a_week, question.now))
        raise InvalidValue(
            f"{number_text(hours)} h a week are more than the {most} h you said you can give. "
            "Fewer hours, or a later target, would be kinder."
        )
    after = question.with_hours(hours, in_quarters=True)
    if goal is not None and question.lands(after) > goal.day:
        after = question.with_hours(hours)
    return Proposal(
        plan=after.plan,
        schedule=after,
        before=before,
        today=today,
        text=f"Catch up to {day_text(today)} with {number_text(hours)} h a week",
        reason=f"Before catching up to {day_text(today)} with {number_text(hours)} h a week",
    )


def _finish_goal(current: Schedule, today: date) -> Goal:
    finish = current.finish_milestone
    if finish is None:
        return Goal(milestone=None, title="The finish", day=_finish_before(current, today), is_target=False)
    milestone = current.plan.milestone(finish)
    target = milestone.target if current.work_lands(finish) is not None else None
    return Goal(
        milestone=finish,
        title=milestone.title,
        day=target or _finish_before(current, today),
        is_target=target is not None,
    )


def _finish_before(current: Schedule, today: date) -> date:
    """The finish by the plan, or as the first baseline has it from before the plan was caught up today."""
    for each in current.plan.baselines.values():
        if each.taken_on == today and change_after(each.reason) is not None:
            kept = finish_of(each, current)
            return current.finish if kept is None else min(kept[0], current.finish)
    return current.finish


class _Question:
    """One goal of one plan that is settled up to today."""

    def __init__(self, plan: Plan, before: Schedule, goal: Goal, today: date) -> None:
        self.plan, self.before, self.goal, self.today = plan, before, goal, today
        week = week_from(plan, today)
        self.now = week.total
        sets = plan.calendar.weekly_from(max(today, plan.facts.start))
        busiest = max(each.total for each in sets)
        # The hours of later weeks grow along, and must not grow above the most either.
        factor = max(plan.facts.most_hours_a_week / busiest, 1.0)
        self.most_with_sets = self.now * factor
        self.most = floor(self.most_with_sets * HALF_HOURS + 1e-9) / HALF_HOURS
        self.longest = self.now * LONGEST_DAY_HOURS / max(week.hours)

    def with_hours(self, hours: float, *, in_quarters: bool = False) -> Schedule:
        """Caught up with so many hours a week, nothing stacked."""
        plan = self.plan
        if hours != self.now:
            plan = scale_weekly_hours(plan, hours, self.today, in_quarters=in_quarters)
        return unstacked(plan, self.before)

    def lands(self, laid_out: Schedule) -> date:
        """The day the goal's milestone, or the finish, would be."""
        milestone = self.goal.milestone
        return laid_out.finish if milestone is None else laid_out.lands(milestone)

    def holds(self, hours: float) -> bool:
        """Whether the goal holds with so many hours a week."""
        try:
            return self.lands(self.with_hours(hours)) <= self.goal.day
        except PlanTooLong:
            return False

    def answer(self, hours: float | None) -> Hold:
        """What to say of the hours that were found, or of none."""
        instead = None if hours is not None else self.lands(self.with_hours(max(self.most, self.now)))
        return Hold(
            goal=self.goal,
            now_hours=self.now,
            hours=hours,
            most_hours=max(self.most, self.now),
            instead=instead,
            sentence=self._sentence(hours, instead),
        )

    def _sentence(self, hours: float | None, instead: date | None) -> str:
        day, now = day_text(self.goal.day), number_text(self.now)
        if hours is not None:
            if hours == self.now:
                return f"{self._named(day)} holds with the {now} h a week you have."
            return f"{number_text(hours)} h a week from today would hold {self._named(day)} (now {now} h)."
        assert instead is not None
        most = number_text(max(self.most, self.now))
        other = f"With {most} h a week it would be {day_text(instead)}."
        return f"{self._refusal(day)} {other}"

    def _refusal(self, day: str) -> str:
        if self.goal.day < self.today:
            return f"{self._named(day)} has passed."
        needed = fewest_half_hours(self.now, self.longest, self.holds)
        if needed is not None:
            most = max(self.plan.facts.most_hours_a_week, self.now)
            named, asked = self._named(day), f"{number_text(needed)} h a week"
            if needed <= most:
                return f"{named} would take {asked}, and more than your {number_text(most)} h in later weeks."
            return f"{named} would take {asked}; your most is {number_text(most)} h."
        milestone = self.goal.milestone
        if milestone is None:
            return f"There are too few study days left before {day}, whatever the hours."
        dated = replace(self.plan.milestone(milestone), target=self.goal.day)
        plan = replace(self.plan, milestones={**self.plan.milestones, milestone: dated})
        return hours_to_hold(plan, milestone, self.today, self.before.graph).sentence

    def _named(self, day: str) -> str:
        return f"{day} for “{isolated(self.goal.title)}”" if self.goal.milestone is not None else day
