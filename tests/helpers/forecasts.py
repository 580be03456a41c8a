"""Forecasting in tests: paces that are known, ranges for plans drawn at random, and a slow plain forecast."""

from dataclasses import replace
from datetime import date

from planner.domain.forecast.forecast import Forecast
from planner.domain.frame import settle
from planner.domain.items import ActivityId
from planner.domain.pace.pace import Factor, Pace
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule, schedule
from tests.helpers import plans


def pace(effort: float = 1.0, kept: float = 1.0, *, sigma: float = 0.0, kept_sigma: float = 0.0) -> Pace:
    """A pace of these medians; certain unless a sigma is said."""
    return Pace(
        effort=Factor(median=effort, sigma=sigma),
        kept=Factor(median=kept, sigma=kept_sigma),
        factor=Factor(median=effort / kept, sigma=(sigma**2 + kept_sigma**2) ** 0.5),
        finished=0,
        weeks=0,
        enough=False,
        sentence="Known to the test.",
    )


SURE = pace()
"""Estimates and hours are what they are: only the ranges of efforts are left to chance."""


def with_ranges(plan: Plan, low: float = 0.5, high: float = 2.0) -> Plan:
    """The plan with every effort between such parts of its likely hours."""
    return replace(
        plan,
        activities={
            key: replace(
                each,
                effort=plans.estimate(
                    each.effort.likely, low * each.effort.likely, high * each.effort.likely
                ),
            )
            for key, each in plan.activities.items()
        },
    )


def slow_schedules(plan: Plan, today: date, found: Forecast) -> list[Schedule]:
    """What a forecast's samples stand for: its hours left written into the plan, laid out one by one."""
    settled = settle(plan, max(today, plan.facts.status_date))
    schedules = []
    for sample in range(found.samples):
        activities = dict(settled.activities)
        for row, key in enumerate(settled.active):
            if activities[key].finished_on is None:
                hours = float(found.hours_left[row, sample])
                activities[ActivityId(key)] = replace(activities[key], remaining_hours=hours)
        schedules.append(schedule(replace(settled, activities=activities)))
    return schedules
