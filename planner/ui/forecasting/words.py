"""What the window says of the forecast, in plain words: no figure stands without what it means.

Pure but for the translation; nothing here costs the start.
"""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from planner.domain.chances import chance_text
from planner.domain.wording import MONTHS, day_text, isolated, long_day_text

if TYPE_CHECKING:
    from planner.domain.forecast.forecast import Driver, Forecast, Quantiles
    from planner.domain.forecast.shapes import Shape
    from planner.domain.pace.pace import Pace
    from planner.domain.plan import Plan

NAMED_DRIVERS = 3
"""So many activities are named where there is no room for a list."""


def status_forms(finish: "Quantiles") -> tuple[str, ...]:
    """The finish's forecast for the line at the bottom, the longest form first."""
    short = _tr("Forecast P50 {half}").format(half=day_text(finish.p50))
    if finish.p10 == finish.p90:
        return (short,)
    span = short_span(finish.p10, finish.p90)
    return _tr("{forecast} · P10–P90 {span}").format(forecast=short, span=span), short


def finish_reason(forecast: "Forecast", pace: "Pace", drivers: "Sequence[Driver]") -> str:
    """What the figures at the bottom mean, what they rest on, and what the finish hangs on; line by line."""
    finish = forecast.finish
    lines = [
        _tr("The forecast tries your plan many times over, each time with other hours for what is left."),
        _tr("P50: in 5 of 10 tries the path is finished by {day}, in the others later.").format(
            day=day_text(finish.p50)
        ),
        _tr("P80: in 8 of 10 tries it is finished by {day}.").format(day=day_text(finish.p80)),
        _tr("P10–P90: in 8 of 10 tries it is finished between {first} and {last}.").format(
            first=day_text(finish.p10), last=day_text(finish.p90)
        ),
        _tr("Bars and diamonds are your plan; the forecast moves none of them."),
        pace.sentence,
        hangs_on(forecast.plan, drivers),
    ]
    return "\n".join(each for each in lines if each)


def hangs_on(plan: "Plan", drivers: "Sequence[Driver]") -> str:
    """What drives the finish, in one sentence; empty where nothing does."""
    named = [
        f"“{isolated(plan.activity(each.activity).title)}” ({share_text(each.share)})"
        for each in top_drivers(plan, drivers)[:NAMED_DRIVERS]
    ]
    return _tr("The finish hangs most on {activities}.").format(activities=", ".join(named)) if named else ""


def top_drivers(plan: "Plan", drivers: "Sequence[Driver]") -> "list[Driver]":
    """Those named first: the largest share, and of equal ones the most hours left to save a day in."""
    return sorted(drivers, key=lambda each: (-round(each.share, 2), -plan.activity(each.activity).remaining))


def milestone_line(lands: "Quantiles") -> str:
    """A diamond's tooltip: “Forecast: 1 in 10 by 9 Jan, 5 in 10 by 6 Feb, …, 9 in 10 by 19 Mar 2028”."""
    days = (
        *(day_pair(each, lands.p90)[0] for each in (lands.p10, lands.p50, lands.p80)),
        day_text(lands.p90),
    )
    return _tr("Forecast: {chances}").format(chances=_in_tenths(days))


def spoken_milestone(lands: "Quantiles") -> str:
    """The same for a screen reader."""
    days = tuple(map(long_day_text, (lands.p10, lands.p50, lands.p80, lands.p90)))
    return _tr("forecast: {chances}").format(chances=_in_tenths(days))


def landing_figures(lands: "Quantiles") -> str:
    """The panel's lines for a milestone, and for the finish: P10, P50, P80 and P90 by what they mean."""
    return _figures((1, lands.p10), (5, lands.p50), (8, lands.p80), (9, lands.p90))


def activity_figures(ends: "Quantiles") -> str:
    """The panel's lines for an activity's last day."""
    return _figures((5, ends.p50), (9, ends.p90))


def landing_reason(pace: "Pace") -> str:
    """What stands behind them."""
    return "\n".join(
        (
            _tr("The forecast tries your plan many times over, each time with other hours for what is left."),
            _tr("1, 5, 8, 9 in 10: in so many of the tries it is done by that day (P10, P50, P80, P90)."),
            pace.sentence,
        )
    )


def forecast_word() -> str:
    """The caption of the forecast's rows."""
    return _tr("Forecast")


def drivers_word() -> str:
    """The heading of the list of what the finish hangs on."""
    return _tr("What the finish hangs on")


def target_chance(share: float, target: date) -> str:
    """Like “7 in 10 by your target 16 Jan 2028”."""
    return _tr("{chance} by your target {day}").format(chance=chance_text(share), day=day_text(target))


def in_time_by_plan() -> str:
    """Why a date with little chance is in time by the plan."""
    return _tr("The plan has it in time: it counts likely hours, and every week as planned.")


def driver_text(title: str, share: float) -> str:
    """A line of the list of what the finish hangs on."""
    return f"{isolated(title)} · {share_text(share)}"


def drivers_reason() -> str:
    """What the shares of that list are."""
    return _tr(
        "In how many of the tries an activity is one of those that decide the day of the finish. A day saved "
        "there saves a day at the end; a day saved elsewhere does not."
    )


def share_text(share: float) -> str:
    """Like “84 %”; what happens at all is 1 % at least."""
    return _tr("{share} %").format(share=max(round(share * 100), 1)).replace(" ", "\u00a0")


def card_line(before: date, after: date) -> str:
    """What a drag does to the forecast's finish: “Finish P50 (5 in 10) 17 Sep → 3 Sep 2028”."""
    was, now = day_pair(before, after)
    return _tr("Finish P50 (5 in 10) {before} → {after}").format(before=was, after=now)


def legend_text() -> str:
    """What a band is."""
    return _tr("Forecast: 8 in 10 land in the band, 5 in 10 by its long mark, 8 in 10 by its short one")


def shape_names() -> "dict[Shape, tuple[str, str]]":
    """The shapes a learner can choose from: what stands beside the button, and what is spoken."""
    from planner.domain.forecast.shapes import Shape

    return {
        Shape.PERT: (_tr("&Rounded (PERT)"), _tr("Rounded, PERT")),
        Shape.TRIANGULAR: (_tr("S&traight (triangular)"), _tr("Straight, triangular")),
    }


def shapes_reason() -> str:
    """What the shapes are."""
    return _tr(
        "How likely hours are between an estimate's low and high. Rounded keeps closer to the likely value; "
        "straight comes near the ends more often, which makes the ranges of the forecast wider."
    )


def day_pair(first: date, last: date) -> tuple[str, str]:
    """Two days of which the first leaves out a year that the second says."""
    short = f"{first.day} {MONTHS[first.month - 1][:3]}"
    return (short if first.year == last.year else day_text(first)), day_text(last)


def short_span(first: date, last: date) -> str:
    """Like “2 Jul – 12 Dec 2028”."""
    return " – ".join(day_pair(first, last))


def _in_tenths(days: Sequence[str]) -> str:
    """The days of P10, P50, P80 and P90 in a line."""
    form = _tr("{count} in 10 by {day}")
    return ", ".join(form.format(count=count, day=day) for count, day in zip((1, 5, 8, 9), days, strict=True))


def _figures(*rows: tuple[int, date]) -> str:
    form = _tr("{count} in 10 by {day}")
    return "\n".join(form.format(count=count, day=day_text(day)) for count, day in rows)


def _tr(text: str) -> str:
    return QCoreApplication.translate("forecast", text)
