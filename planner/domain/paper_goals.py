"""Goals ticked on a printed week: which are done now, and ticking them in the plan."""

from collections.abc import Mapping
from dataclasses import replace

from planner.domain.paper_entry import Sheet
from planner.domain.plan import Plan
from planner.domain.week_facts import MOST_GOALS, WeekGoal
from planner.domain.week_notes import goals_to_keep, set_goals


def goals_done(plan: Plan, sheet: Sheet) -> tuple[bool, ...]:
    """For each goal on the sheet whether the plan has it done."""
    done = {each.text for each in _goals_now(plan, sheet) if each.done}
    return tuple(each.text in done for each in sheet.week.goals)


def tick_paper_goals(plan: Plan, sheet: Sheet, done: Mapping[int, bool]) -> Plan:
    """Tick or untick the sheet's goals by their places, counted from 0.

    What stood on paper becomes the learner's own list. Where there is another list by now, what was ticked
    and is not on it is added.
    """
    if not done:
        return plan
    goals = list(_goals_now(plan, sheet))
    for place, ticked in done.items():
        printed = goals_to_keep(sheet.week.goals)[place]
        found = next((at for at, each in enumerate(goals) if each.text == printed.text), None)
        if found is not None:
            goals[found] = replace(goals[found], done=ticked)
        elif ticked and len(goals) < MOST_GOALS:
            goals.append(replace(printed, done=True))
    return set_goals(plan, sheet.week.first_day, goals)


def _goals_now(plan: Plan, sheet: Sheet) -> tuple[WeekGoal, ...]:
    notes = plan.notes_of_week(sheet.week.first_day)
    if notes is None or notes.goals is None:
        return goals_to_keep(sheet.week.goals)
    return notes.goals
