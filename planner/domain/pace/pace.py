"""The learner's own pace: hours taken against hours estimated, and hours kept against hours planned.

Both are told in logged hours. Who logs only a part of the hours takes fewer hours by their record, and keeps
fewer, by the same factor; the forecast uses the quotient, in which it cancels. What nothing was logged for
counts with the hours the calendar had for it (`evidence`).
"""

from dataclasses import dataclass
from datetime import date
from math import ceil, exp, sqrt

from planner.domain.items import Activity
from planner.domain.pace.estimates import Estimated, effort_estimate, kept_estimate
from planner.domain.pace.evidence import Evidence, evidence_of
from planner.domain.pace.words import (
    ENOUGH_FINISHED,
    ENOUGH_WEEKS,
    ENOUGH_WEEKS_ALONE,
    known_sentence,
    unknown_sentence,
)
from planner.domain.plan import Plan
from planner.domain.progress import logged_hours
from planner.domain.schedule import Schedule

STRAYING_STEP = 0.05
"""Rounded to it, straying differs seldom from one logged session to the next, and ranges drawn are kept."""

_DECIMALS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Factor:
    """A lognormal belief about a factor: its median, and the sigma of its logarithm."""

    median: float
    sigma: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How fast the learner goes, as far as it is known.

    `effort` is actual over estimated hours, common to all that is left; `kept` hours kept over hours planned.
    `factor` is what the forecast multiplies the sampled remaining efforts with: their quotient, with its own
    joint spread. `straying` is how far single activities were seen to stray from that, as a part of their
    hours: ranges that say less are widened. `finished` activities (and ticked steps of those in progress) and
    `weeks` settled weeks stand behind it. Until there is `enough` of them the forecast rests on the roadmap's
    ranges alone; `sentence` says so in plain words.
    """

    effort: Factor
    kept: Factor
    factor: Factor
    finished: int
    weeks: int
    enough: bool
    sentence: str
    straying: float = 0.0


def _unknown(finished: int, weeks: int, silent: int = 0) -> Pace:
    return Pace(
        effort=Factor(median=1.0, sigma=0.25),
        kept=Factor(median=1.0, sigma=0.25),
        factor=Factor(median=1.0, sigma=0.35),
        finished=finished,
        weeks=weeks,
        enough=False,
        sentence=unknown_sentence(finished, weeks, silent),
    )


UNKNOWN = _unknown(0, 0)
"""Nothing is known: no shift, and a wide allowance for a pace that may be any."""


def pace_of(plan: Plan, schedule: Schedule, today: date) -> Pace:
    """The pace that a plan's sessions, ticked steps and finished activities show up to a day.

    Weeks tell something of it when hours were logged in them, and where nothing is ever logged when something
    was finished.

    The variance of the joint factor's logarithm is the sum of the doubt about both means and of what the runs
    of kept and missed weeks add over the time left. How far single activities stray is no part of it: the
    forecast draws them one by one.
    """
    evidence = evidence_of(plan, schedule.graph, today)
    finished, weeks = sum(each.count for each in evidence.pieces), len(evidence.weeks)
    telling = sum(each.logged > 0 for each in evidence.weeks)
    by_clock_alone = not plan.sessions
    if by_clock_alone:
        weeks = max((today - plan.facts.start).days // 7, 0)
        telling = weeks if finished else 0
    if telling < (ENOUGH_WEEKS if finished >= ENOUGH_FINISHED else ENOUGH_WEEKS_ALONE):
        return _unknown(finished, telling, evidence.silent)
    left = [each for each in plan.active.values() if each.finished_on is None]
    effort, kept = _estimates(plan, evidence, left, today)
    kept_doubt = kept.ahead + (0.0 if by_clock_alone else kept.doubt)
    effort_doubt = min(effort.doubt, UNKNOWN.factor.sigma**2)
    return Pace(
        effort=_factor(effort.mean, effort_doubt),
        kept=_factor(kept.mean, kept_doubt),
        factor=_factor(effort.mean - kept.mean, effort_doubt + kept_doubt),
        finished=finished,
        weeks=weeks,
        enough=True,
        sentence=known_sentence(
            exp(effort.mean), None if by_clock_alone else exp(kept.mean), finished, weeks
        ),
        straying=round(round(sqrt(effort.spread) / STRAYING_STEP) * STRAYING_STEP, 2),
    )


def _factor(mean: float, variance: float) -> Factor:
    """Of a logarithm's mean and variance; rounded, as the last bits differ from one machine to another."""
    return Factor(median=round(exp(mean), _DECIMALS), sigma=round(sqrt(variance), _DECIMALS))


def _estimates(
    plan: Plan, evidence: Evidence, left: list[Activity], today: date
) -> tuple[Estimated, Estimated]:
    """Effort and kept; how long the rest will take, which the latter asks for, follows from both."""
    kept = kept_estimate(evidence.weeks, 1)
    effort = effort_estimate(evidence.pieces, exp(kept.mean))
    factor = exp(effort.mean)
    hours = sum(
        max(factor * each.effort.likely - logged_hours(plan, each), 0.0) / exp(kept.mean) for each in left
    )
    week_hours = plan.calendar.weekly_on(today).total or plan.calendar.weekly[-1].total
    return effort, kept_estimate(evidence.weeks, ceil(hours / week_hours))
