"""How often the true finish fell at or before what was forecast, and how wide the forecasts were."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean, median

from tests.calibration.outcomes import PARTS, Outcome

Band = tuple[float, float]

BANDS: dict[str, Band] = {"P50": (45, 55), "P80": (75, 85), "P90": (85, 94)}
"""Percent of the histories in which the finish may fall at or before a quantile, from 25 % of the way on."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the forecasts at one part of the way came to.

    `covered` is in percent of the histories. The width is from P10 to P90, as medians over the histories: in
    weeks, and as a part of the time left by P50. `times` is the true time left over that, as a median, too.
    """

    part: float
    histories: int
    enough: float
    covered: dict[str, float]
    width_weeks: float
    width_part: float
    times: float


def coverage(outcomes: Sequence[Outcome]) -> list[Coverage]:
    """The coverage at each part of the way."""
    return [_at(part, [each for each in outcomes if each.part == part]) for part in PARTS]


def misses(found: Sequence[Coverage], bands: dict[str, Band]) -> list[str]:
    """What lies outside the bands from 25 % of the way on, in words; and widths that do not shrink."""
    known = [each for each in found if each.part]
    said = [
        f"At {each.part:.0%} of the way {name} covers {each.covered[name]:.1f} %, not {low}–{high} %."
        for each in known
        for name, (low, high) in bands.items()
        if not low <= each.covered[name] <= high
    ]
    widths = [each.width_weeks for each in known]
    if widths != sorted(widths, reverse=True):
        said.append(f"The widths do not shrink: {', '.join(f'{each:.1f}' for each in widths)} weeks.")
    return said


def table(found: Sequence[Coverage]) -> str:
    """The coverage as a table in Markdown, the form in which it stands in the manual."""
    lines = [
        "| of the way | own pace used | at or before P50 | P80 | P90 | P10–P90, weeks | of what is left |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    lines += [
        f"| {each.part:.0%} | {each.enough:.0%} | {each.covered['P50']:.1f} % | {each.covered['P80']:.1f} % "
        f"| {each.covered['P90']:.1f} % | {each.width_weeks:.0f} | {each.width_part:.0%} |"
        for each in found
    ]
    return "\n".join(lines)


def prior_text(found: Sequence[Coverage]) -> str:
    """How far the forecast is off while nothing is known of the learner."""
    return (
        f"With nothing known of the learner (0 %) the path takes {found[0].times:.1f} times as long as P50 "
        "says (median)."
    )


def _at(part: float, outcomes: Sequence[Outcome]) -> Coverage:
    def covered(said: Iterable[int]) -> float:
        return 100 * fmean(each.truth <= by for each, by in zip(outcomes, said, strict=True))

    return Coverage(
        part=part,
        histories=len(outcomes),
        enough=fmean(each.enough for each in outcomes),
        covered={
            "P50": covered(each.p50 for each in outcomes),
            "P80": covered(each.p80 for each in outcomes),
            "P90": covered(each.p90 for each in outcomes),
        },
        width_weeks=median((each.p90 - each.p10) / 7 for each in outcomes),
        width_part=median((each.p90 - each.p10) / max(each.p50, 1) for each in outcomes),
        times=median(each.truth / max(each.p50, 1) for each in outcomes),
    )
