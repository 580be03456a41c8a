"""The verbs on what is kept with a week: its goals, the words of its review, what was planned. Plan -> Plan.

`first_day` may be any day of the week. A week about which nothing is said any more leaves no trace.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from planner.domain.calendar import week_of
from planner.domain.edits import with_entry, without
from planner.domain.errors import InvalidValue
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.domain.week import WeekPlan, week_plan
from planner.domain.week_aims import Goal
from planner.domain.week_asked import planned_minutes
from planner.domain.week_facts import MOST_GOALS, WeekGoal, WeekNotes


def set_goals(plan: Plan, first_day: date, goals: Sequence[WeekGoal]) -> Plan:
    """Let these be the goals of a week, in this order, whatever the schedule suggests; there may be none."""
    return _put(plan, replace(_notes(plan, first_day), goals=tuple(goals)))


def suggest_goals_again(plan: Plan, schedule: Schedule, first_day: date, today: date) -> Plan:
    """Let the schedule suggest the goals of a week as it stands today.

    What is ticked, and what is in the learner's own words, stays, in its order; today's suggestions come
    after it in place of those before. Without any of that the goals follow the schedule again.
    """
    before = _notes(plan, first_day).goals or ()
    plan = _put(plan, replace(_notes(plan, first_day), goals=None))
    kept = [each for each in before if each.done or not each.suggested]
    if not kept:
        return plan
    said = {each.text for each in kept}
    suggestions = goals_to_keep(week_plan(plan, schedule, first_day, today).goals)
    fresh = [each for each in suggestions if each.text not in said]
    return set_goals(plan, first_day, [*kept, *fresh][: max(MOST_GOALS, len(kept))])


def write_goal(plan: Plan, week: WeekPlan, place: int, text: str) -> Plan:
    """Let the goal at a place of a week, counted from 0, say something else, in the learner's own words."""
    return _with_goal(plan, week, place, text=text, kind="")


def tick_goal(plan: Plan, week: WeekPlan, place: int, done: bool) -> Plan:
    """Tick or untick the goal at a place of a week, counted from 0; suggestions become the learner's own."""
    return _with_goal(plan, week, place, done=done)


def goals_to_keep(goals: Sequence[Goal]) -> tuple[WeekGoal, ...]:
    """Goals as they are shown, as the learner's own."""
    return tuple(
        WeekGoal(text=each.text, kind=each.kind, minutes=each.minutes, activity=each.activity, done=each.done)
        for each in goals
    )


def keep_review(
    plan: Plan,
    first_day: date,
    *,
    done: str,
    moved: str,
    why: str,
    next_step: str,
    reviewed_on: date,
    planned_minutes: int,
) -> Plan:
    """Keep the words of a week's review; what was planned is kept as it was first settled."""
    notes = _notes(plan, first_day)
    kept = planned_minutes if notes.planned_minutes is None else notes.planned_minutes
    return _put(
        plan,
        replace(
            notes,
            done=done.strip(),
            moved=moved.strip(),
            why=why.strip(),
            next_step=next_step.strip(),
            reviewed_on=reviewed_on,
            planned_minutes=kept,
        ),
    )


def settle_weeks(plan: Plan, schedule: Schedule, until: date) -> Plan:
    """Keep what was planned for the weeks since the status date that begin before a day.

    Catching up leaves nothing planned before that day: what those weeks asked for is then known from here
    alone. What is kept for a week already stays as it is.
    """
    first_day = week_of(plan.facts.status_date, plan.facts.week_start)
    weeks = dict(plan.weeks)
    while first_day < until and first_day <= schedule.finish:
        notes = _notes(plan, first_day)
        planned = planned_minutes(plan, schedule, first_day, until)
        if notes.planned_minutes is None and planned:
            weeks[notes.id] = replace(notes, planned_minutes=planned)
        first_day += timedelta(days=7)
    return plan if weeks == plan.weeks else replace(plan, weeks=weeks)


def _with_goal(plan: Plan, week: WeekPlan, place: int, **said: Any) -> Plan:
    """The goals of a week as the learner's own, one of them saying something else; raises `InvalidValue`."""
    if not 0 <= place < len(week.goals):
        raise InvalidValue("This goal is no longer there.")
    goals = list(goals_to_keep(week.goals))
    goals[place] = replace(goals[place], **said)
    return set_goals(plan, week.first_day, goals)


def _notes(plan: Plan, day: date) -> WeekNotes:
    first_day = week_of(day, plan.facts.week_start)
    return plan.notes_of_week(first_day) or WeekNotes(first_day=first_day)


def _put(plan: Plan, notes: WeekNotes) -> Plan:
    if notes.empty:
        return replace(plan, weeks=without(plan.weeks, notes.id)) if notes.id in plan.weeks else plan
    return replace(plan, weeks=with_entry(plan.weeks, notes.id, notes))
