"""ViewOptions: what the chart shows besides the plan itself, kept for each plan in its view state. No Qt."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class ColourBy(StrEnum):
    """What the colours of bars and diamonds mean."""

    PHASE = "phase"
    KIND = "kind"
    STATE = "state"


class Switch(StrEnum):
    """What of the options is on or off; each is the name of its field."""

    CRITICAL = "critical"
    FLOAT_BARS = "float_bars"
    LINKS = "links"
    RANGES = "ranges"
    FORECAST = "forecast"
    LEGEND = "legend"
    OVERVIEW = "overview"


@dataclass(frozen=True, slots=True)
class ViewOptions:
    """What is drawn. `baseline` is the id of the baseline behind the bars, None for none."""

    colour_by: ColourBy = ColourBy.PHASE
    critical: bool = False
    float_bars: bool = False
    baseline: str | None = None
    links: bool = True
    ranges: bool = True
    forecast: bool = True
    legend: bool = False
    overview: bool = True


PLAIN = ViewOptions()
"""How a plan is shown at first."""


def is_on(options: ViewOptions, switch: Switch) -> bool:
    """Whether something is drawn."""
    return bool(getattr(options, switch.value))


def switched(options: ViewOptions, switch: Switch) -> ViewOptions:
    """The options with something drawn that was not, or the other way round."""
    return options_from({**state_of(options), switch.value: not is_on(options, switch)})


def state_of(options: ViewOptions) -> dict[str, Any]:
    """The options as values that JSON knows."""
    switches = {each.value: is_on(options, each) for each in Switch}
    return {"colour_by": options.colour_by.value, "baseline": options.baseline, **switches}


def options_from(state: object) -> ViewOptions:
    """The options that `state_of` gave; what is missing or makes no sense is as it is at first."""
    if not isinstance(state, Mapping):
        return PLAIN
    colour_by, baseline = state.get("colour_by"), state.get("baseline")
    return ViewOptions(
        colour_by=ColourBy(colour_by) if colour_by in set(ColourBy) else PLAIN.colour_by,
        critical=_said(state, "critical", PLAIN.critical),
        float_bars=_said(state, "float_bars", PLAIN.float_bars),
        baseline=baseline if isinstance(baseline, str) else None,
        links=_said(state, "links", PLAIN.links),
        ranges=_said(state, "ranges", PLAIN.ranges),
        forecast=_said(state, "forecast", PLAIN.forecast),
        legend=_said(state, "legend", PLAIN.legend),
        overview=_said(state, "overview", PLAIN.overview),
    )


def _said(state: Mapping[Any, Any], key: str, otherwise: bool) -> bool:
    found = state.get(key)
    return found if isinstance(found, bool) else otherwise
