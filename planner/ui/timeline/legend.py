"""What the chart's colours and lines mean, as a list of samples with their words. No Qt widgets."""

from dataclasses import dataclass
from enum import StrEnum

from planner.domain.items import ActivityKind, BaselineId
from planner.domain.plan import Plan
from planner.domain.states import State
from planner.domain.wording import day_text
from planner.ui.forecasting.words import legend_text as forecast_text
from planner.ui.timeline.days_off import is_off
from planner.ui.timeline.options import ColourBy, ViewOptions
from planner.ui.timeline.tints import TINT_OF_KIND, TINT_OF_MILESTONES, TINT_OF_STATE, Tint
from planner.ui.timeline.words import translate

MOST_PHASES = 8
"""So many phases are named, as each has its own row too."""


GREY = Tint(0)
"""The colour of samples whose colour means nothing."""


class Sample(StrEnum):
    """What is drawn beside the words."""

    BAR = "bar"
    DIAMOND = "diamond"
    RANGE = "range"
    FORECAST = "forecast"
    LANDING = "landing"
    CRITICAL = "critical"
    FLOAT = "float"
    WAS = "was"
    DAY_OFF = "day off"
    LINK_IN = "link in"
    LINK_OUT = "link out"


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A sample with its words; `tint` is the colour and sign of a bar or diamond."""

    sample: Sample
    text: str
    tint: Tint = GREY


def legend_entries(plan: Plan, options: ViewOptions, *, on_paper: bool = False) -> tuple[LegendEntry, ...]:
    """What is to be named: the colours first, then what else is shown. On paper nothing is selected."""
    entries = (*_colours(plan, options), *_lines(plan, options))
    if on_paper:
        return tuple(each for each in entries if each.sample not in (Sample.LINK_IN, Sample.LINK_OUT))
    return entries


def legend_text(entries: tuple[LegendEntry, ...]) -> str:
    """The words alone, for a screen reader."""
    return ", ".join(each.text for each in entries)


def state_words() -> dict[State, str]:
    """Each state by its name."""
    return {
        State.DONE: translate("Done"),
        State.UNDER_WAY: translate("Under way"),
        State.READY: translate("Ready to start"),
        State.WAITING: translate("Waiting"),
        State.LATE: translate("Late"),
    }


def _colours(plan: Plan, options: ViewOptions) -> list[LegendEntry]:
    if options.colour_by is ColourBy.KIND:
        kinds = {each.kind for each in plan.active.values()}
        entries = [
            LegendEntry(Sample.BAR, words, TINT_OF_KIND[kind])
            for kind, words in _kind_words().items()
            if kind in kinds
        ]
        return [*entries, LegendEntry(Sample.DIAMOND, translate("Milestone"), TINT_OF_MILESTONES)]
    if options.colour_by is ColourBy.STATE:
        return [
            LegendEntry(Sample.BAR, words, TINT_OF_STATE[state]) for state, words in state_words().items()
        ]
    top = [each for each in plan.ordered_phases if each.parent is None]
    return [LegendEntry(Sample.BAR, each.title, Tint(each.colour)) for each in top[:MOST_PHASES]]


def _lines(plan: Plan, options: ViewOptions) -> list[LegendEntry]:
    entries = []
    if options.ranges:
        entries.append(LegendEntry(Sample.RANGE, translate("High estimate")))
    if options.forecast and any(each.reached_on is None for each in plan.milestones.values()):
        entries.append(LegendEntry(Sample.FORECAST, forecast_text()))
    if any(each.target is not None for each in plan.milestones.values()):
        entries.append(LegendEntry(Sample.LANDING, translate("Target, and where its work lands")))
    if options.critical:
        entries.append(LegendEntry(Sample.CRITICAL, translate("Critical: a delay moves the finish")))
    if options.float_bars:
        entries.append(LegendEntry(Sample.FLOAT, translate("Float: can end this much later")))
    baseline = plan.baselines.get(BaselineId(options.baseline)) if options.baseline is not None else None
    if baseline is not None:
        words = translate("Where it stood on {day}").format(day=day_text(baseline.taken_on))
        entries.append(LegendEntry(Sample.WAS, words))
    if any(is_off(plan.calendar, each) for each in plan.calendar.exceptions):
        entries.append(LegendEntry(Sample.DAY_OFF, translate("Days off")))
    if options.links:
        entries.append(LegendEntry(Sample.LINK_IN, translate("What the selected item waits for")))
        entries.append(LegendEntry(Sample.LINK_OUT, translate("What waits for it")))
    return entries


def _kind_words() -> dict[ActivityKind, str]:
    return {
        ActivityKind.TOPIC: translate("Topic"),
        ActivityKind.COURSE: translate("Course"),
        ActivityKind.PROJECT: translate("Project"),
        ActivityKind.CERTIFICATION: translate("Certification"),
        ActivityKind.REVIEW: translate("Review"),
        ActivityKind.JOB_SEARCH: translate("Job search"),
    }
