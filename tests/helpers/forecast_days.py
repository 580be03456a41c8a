"""The days a forecast of the real plan gives: `python -m tests.helpers.forecast_days` prints them as JSON.

They must be the same on every Python, numpy and machine. `python -m tests.same_days` asks several Pythons.
"""

import json
import platform
import sys
from dataclasses import astuple, replace
from datetime import date, timedelta

import numpy as np

from planner.domain.edits import mark_finished
from planner.domain.forecast.forecast import Forecast, Forecaster
from planner.domain.forecast.shapes import Shape
from planner.domain.items import ActivityId, MilestoneId, Session, SessionId
from planner.domain.pace.pace import Factor, Pace
from planner.domain.plan import Plan
from planner.domain.planting import plan_from
from planner.domain.roadmap import Answers
from planner.exchange.roadmap_toml import default_roadmap

START = date(2027, 1, 4)
TODAY = date(2027, 3, 1)

PACE = Pace(
    effort=Factor(median=1.15, sigma=0.2),
    kept=Factor(median=0.85, sigma=0.15),
    factor=Factor(median=1.15 / 0.85, sigma=0.25),
    finished=1,
    weeks=8,
    enough=False,
    sentence="Some pace.",
    straying=0.35,
)
"""Its own, so that no better estimate of a learner's pace changes these days."""


def real_plan() -> Plan:
    """The plan of `milepost new`, some weeks on: one activity finished, one begun."""
    plan = plan_from(default_roadmap(), Answers(start=START, plan_id="real"))
    plan = mark_finished(plan, ActivityId("mathematics"), date(2027, 2, 13))
    sessions = [
        Session(
            id=SessionId(f"s{number}"),
            activity=ActivityId("structuring-ml-projects"),
            day=date(2027, 2, 15) + timedelta(days=number),
            minutes=95,
        )
        for number in range(9)
    ]
    return replace(plan, sessions={each.id: each for each in sessions})


def days_of(found: Forecast) -> dict[str, list[str]]:
    """Every milestone's quantile days, and a few further ones of the finish."""
    days = {
        str(each): [day.isoformat() for day in astuple(found.of(MilestoneId(each)))]
        for each in found.plan.milestones
    }
    days["finish"] = [found.finish_at(part / 20).isoformat() for part in range(1, 20)]
    return days


def forecast_days() -> dict[str, dict[str, list[str]]]:
    """The days of each shape, with all samples and the first seed."""
    plan = real_plan()
    return {str(each): days_of(Forecaster(shape=each).forecast(plan, TODAY, PACE)) for each in Shape}


if __name__ == "__main__":
    made_by = f"Python {platform.python_version()}, numpy {np.__version__}, {platform.machine()}"
    json.dump({"made by": made_by, "days": forecast_days()}, sys.stdout, indent=1)
    sys.stdout.write("\n")
