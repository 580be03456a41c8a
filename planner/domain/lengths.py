"""How long the activities of a roadmap take: hours, each with where they come from, in plain words.

Months become hours through the reference week. What a phase's months leave over after its activities of known
length is split by weight, at the low, likely and high end each, so that the phase's likely hours are the
middle of the source's range. No length is tuned to any date.
"""

from collections.abc import Iterable, Sequence

from planner.domain.errors import InvalidValue
from planner.domain.items import WEEKS_A_MONTH, Estimate, Provenance
from planner.domain.roadmap import ActivityTemplate, KnownHours, KnownWeeks, PartOfPhase, PhaseTemplate
from planner.domain.wording import number_text, range_text

LEAST_PART_OF_LIKELY = 0.25
"""Where known lengths alone fill a phase's shortest length, the rest keeps this part of its likely hours."""

Hours = tuple[float, float, float]


def estimates_of(
    phases: Iterable[PhaseTemplate], activities: Sequence[ActivityTemplate], reference_week: float
) -> dict[str, Estimate]:
    """The estimate of each activity by id, with a reference week of so many hours.

    Raises `InvalidValue` where a phase's known lengths leave nothing for the rest of it.
    """
    estimates: dict[str, Estimate] = {}
    for phase in phases:
        parts: list[tuple[ActivityTemplate, PartOfPhase]] = []
        known: list[Estimate] = []
        for activity in activities:
            if activity.phase != phase.id:
                continue
            if isinstance(activity.length, PartOfPhase):
                parts.append((activity, activity.length))
            else:
                estimates[activity.id] = _known(activity.length, reference_week)
                known.append(estimates[activity.id])
        if parts:
            estimates |= _split(phase, parts, known, reference_week)
    return estimates


def _known(length: KnownHours | KnownWeeks, reference_week: float) -> Estimate:
    if isinstance(length, KnownHours):
        return Estimate(
            low=length.low,
            likely=length.likely,
            high=length.high,
            provenance=length.provenance,
            reason=length.reason,
        )
    low, likely, high = _hours(length.low, length.high, reference_week)
    arithmetic = f"At {number_text(reference_week)} h a week, {length.words} are {_whole_range(low, high)} h"
    middle = f", the middle {likely:.0f} h" if low < high else ""
    return Estimate(
        low=low,
        likely=likely,
        high=high,
        provenance=Provenance.DERIVED,
        reason=f"{length.reason} {arithmetic}{middle}.",
    )


def _split(
    phase: PhaseTemplate,
    parts: Sequence[tuple[ActivityTemplate, PartOfPhase]],
    known: Sequence[Estimate],
    reference_week: float,
) -> dict[str, Estimate]:
    """What a phase's months leave over, by weight."""
    if phase.months is None:
        raise InvalidValue(f"“{phase.title}” gives no months, so its activities need lengths of their own.")
    low, likely, high = _hours(
        phase.months.low * WEEKS_A_MONTH, phase.months.high * WEEKS_A_MONTH, reference_week
    )
    left = likely - sum(each.likely for each in known)
    if left <= 0:
        raise InvalidValue(
            f"With a reference week of {number_text(reference_week)} h the known lengths fill all of "
            f"“{phase.title}”: nothing is left for the rest."
        )
    least = min(max(low - sum(each.low for each in known), LEAST_PART_OF_LIKELY * left), left)
    most = max(high - sum(each.high for each in known), left)
    weights = sum(length.weight for _, length in parts)
    basis = (
        f"{phase.title} takes {range_text(phase.months.low, phase.months.high)} months in the source: "
        f"{likely:.0f} h in the middle, at {number_text(reference_week)} h a week."
    )
    if known:
        taken = sum(each.likely for each in known)
        basis += f" What has a known length takes {taken:.0f} h of it; {left:.0f} h are left."
    estimates = {}
    for activity, length in parts:
        split = f"By our split this is {number_text(length.weight)} of {number_text(weights)} parts."
        part = length.weight / weights
        estimates[activity.id] = Estimate(
            low=least * part,
            likely=left * part,
            high=most * part,
            provenance=Provenance.DERIVED,
            reason=f"{basis} {split} {length.reason}".strip(),
        )
    return estimates


def _hours(low_weeks: float, high_weeks: float, reference_week: float) -> Hours:
    """Low, middle and high of a range of weeks, in hours of study."""
    return (
        low_weeks * reference_week,
        (low_weeks + high_weeks) / 2 * reference_week,
        high_weeks * reference_week,
    )


def _whole_range(low: float, high: float) -> str:
    return range_text(round(low), round(high))
