"""What if: other hours, a pause, less to do, another date, tried together before anything is kept.

A `WhatIf` only says what is tried. `with_what_if` is the verb that makes the plan of it, built from the verbs
that do each of these by itself, so that trying and doing cannot come apart.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from math import isfinite

from planner.domain import edits
from planner.domain.catching_up.pause import pause as without_study
from planner.domain.errors import InvalidValue
from planner.domain.frame import LEAST_DIFFERENCE_HOURS, scale_weekly_hours
from planner.domain.items import Activity, ActivityId, MilestoneId
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from planner.domain.structure import remove_items
from planner.domain.wording import day_text, isolated, number_text

LEAST_HOURS = 0.5
"""Fewer hours a week are a pause."""

LONGEST_BREAK_WEEKS = 104


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """So many whole weeks without study, from a day on."""

    first: date
    weeks: int

    @property
    def last(self) -> date:
        """Its last day. Raises `OverflowError` past the year 9999."""
        return self.first + timedelta(days=7 * self.weeks - 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """What is tried: hours a week from today, a pause, optional activities dropped, dates of milestones.

    What is None or empty stays as it is.
    """

    hours: float | None = None
    pause: Break | None = None
    dropped: frozenset[ActivityId] = frozenset()
    targets: Mapping[MilestoneId, date] = field(default_factory=dict)


NOTHING = WhatIf()
"""Everything as it is."""


def with_what_if(plan: Plan, tried: WhatIf, today: date) -> Plan:
    """The plan as it would be; the plan itself where nothing would be different.

    A date later than the work would land holds what follows, as dragging the diamond there does. Raises
    `InvalidValue` with a sentence for what cannot be, `UnknownItem`, `PlanTooLong`.
    """
    changed = _without(plan, tried.dropped, today)
    if tried.hours is not None:
        changed = _with_hours(changed, tried.hours, today)
    if tried.pause is not None:
        changed = _with_pause(changed, tried.pause, today)
    return _with_targets(changed, tried.targets, today)


def with_its_rows(plan: Plan, tried: WhatIf, today: date) -> Plan:
    """The plan as it would be for a chart that has a row for all there is now: what is dropped is kept there,
    without any work. Raises as `with_what_if` does.
    """
    if not tried.dropped:
        return with_what_if(plan, tried, today)
    weightless = [
        replace(plan.activity(each), remaining_hours=0.0, not_before=None, started_on=None)
        for each in tried.dropped
    ]
    kept = edits.put_items(plan, weightless)
    return with_what_if(kept, replace(tried, dropped=frozenset()), today)


def hours_now(plan: Plan, today: date) -> float:
    """The hours a week that *hours a week* speaks of: today's, in a week of rest those that come after it."""
    weeks = plan.calendar.weekly_from(max(today, plan.facts.start))
    return next(each.total for each in weeks if each.total > 0)


def first_break_day(plan: Plan, today: date) -> date:
    """The first day a pause can begin on: what is settled already stays as it was."""
    return max(today, plan.facts.status_date)


def droppable(plan: Plan) -> tuple[Activity, ...]:
    """The optional activities that are still to do, in the plan's order."""
    return tuple(each for each in plan.active.values() if not each.required and each.finished_on is None)


def _without(plan: Plan, dropped: frozenset[ActivityId], today: date) -> Plan:
    """The plan without some optional activities; those with logged hours are archived and keep them."""
    if not dropped:
        return plan
    offered = {each.id for each in droppable(plan)}
    for each in dropped:
        if each not in offered:
            title = isolated(plan.activity(each).title)
            raise InvalidValue(f"“{title}” is no optional activity that is still to do, so it stays.")
    return remove_items(plan, [each for each in plan.activities if each in dropped], today)


def _with_hours(plan: Plan, hours: float, today: date) -> Plan:
    now, most = hours_now(plan, today), plan.facts.most_hours_a_week
    if not isfinite(hours) or hours < LEAST_HOURS:
        raise InvalidValue("A week needs half an hour at least. For weeks without study, try a pause.")
    if abs(hours - now) < LEAST_DIFFERENCE_HOURS:
        return plan
    if hours > max(most, now):
        raise InvalidValue(
            f"{number_text(hours)} h a week is more than the most you can give, {number_text(most)} h. "
            "You can change that under “Hours a week”."
        )
    return scale_weekly_hours(plan, hours, today, in_quarters=True)


def _with_pause(plan: Plan, pause: Break, today: date) -> Plan:
    if pause.weeks < 1:
        raise InvalidValue("A pause lasts a week at least.")
    if pause.weeks > LONGEST_BREAK_WEEKS:
        raise InvalidValue(
            f"A pause can last {LONGEST_BREAK_WEEKS} weeks, two years. After a longer one, a new plan fits "
            "you better."
        )
    earliest = first_break_day(plan, today)
    if pause.first < earliest:
        raise InvalidValue(f"A pause can begin on {day_text(earliest)} or later; the days before stay.")
    if (date.max - pause.first).days < 7 * pause.weeks:
        raise InvalidValue("That day is too far away for a pause.")
    return without_study(plan, pause.first, pause.last)


def _with_targets(plan: Plan, targets: Mapping[MilestoneId, date], today: date) -> Plan:
    asked = {key: day for key, day in targets.items() if plan.milestone(key).target != day}
    if not asked:
        return plan
    laid_out = schedule(plan)
    for key, day in asked.items():
        found = plan.milestone(key)
        _check_target(plan, found.title, day, today)
        if found.reached_on is not None:
            raise InvalidValue(f"“{isolated(found.title)}” is reached already.")
        if found.fixed:
            plan = edits.fix_date(plan, key, day)
        else:
            plan = edits.retarget(plan, key, day, holds=day > laid_out.lands(key))
    return plan


def _check_target(plan: Plan, title: str, day: date, today: date) -> None:
    if day < plan.facts.start:
        start = day_text(plan.facts.start)
        raise InvalidValue(f"{day_text(day)} is before your plan begins, on {start}. Choose a later day.")
    if day < today:
        raise InvalidValue(f"{day_text(day)} has passed. Choose a day to come for “{isolated(title)}”.")
