"""A forecast as text for a terminal: what it rests on, the days of milestones, and what drives the finish."""

import textwrap
from collections.abc import Iterator
from datetime import date

from planner.domain.forecast.capped_axis import PAST
from planner.domain.forecast.forecast import Forecast, Quantiles
from planner.domain.forecast.shapes import Shape
from planner.domain.items import Milestone
from planner.domain.outlook import window_days
from planner.domain.schedule import Schedule
from planner.domain.wording import day_text, weekday_text
from planner.exchange.table_text import aligned, printable, table_width

Row = tuple[str, ...]

DRIVERS_SHOWN = 12
"""Activities named that drive the finish in some samples and not in others."""

_EXPLAINED = (
    "P50 is the day a milestone lands by in 5 of 10 samples; P10, P80 and P90 are those for 1, 8 and 9 of 10."
)
_SHAPES = {Shape.PERT: "PERT-beta", Shape.TRIANGULAR: "triangular"}


def forecast_text(found: Forecast, planned: Schedule, width: int | None = None) -> str:
    """The forecast in lines of at most `width` columns; None is as wide as the titles are.

    `planned` is the plan's own schedule. Where a plan has targets, the last columns have them and the chance
    of each. What does not fit side by side leaves out the plan's own days and the targets, not their chance.
    """
    rows = _table(found, planned)
    if width is not None and table_width(rows) > width:
        rows = [_narrow(row) for row in rows]
    lines: list[str] = []
    for each in (_heading(found, planned), _table_lines(rows, width), _drivers(found)):
        lines += ["", *_wrapped(each, width)] if lines else _wrapped(each, width)
    return "\n".join(lines) + "\n"


def _heading(found: Forecast, planned: Schedule) -> list[str]:
    plan, days = found.plan, found.finish
    status_day = weekday_text(plan.facts.status_date)
    lines = [
        plan.facts.title,
        f"The plan finishes on {weekday_text(planned.finish)}.",
        f"From {status_day} on, 5 of 10 samples finish by {_day(days.p50)}, and 8 of 10 between "
        f"{_day(days.p10)} and {_day(days.p90)}.",
    ]
    if (window := window_days(plan)) is not None:
        chance = percent_text(found.finish_chance(window[1]))
        lines.append(f"The window ends on {day_text(window[1])}; the chance to finish by then is {chance}.")
    lines.append(found.pace.sentence)
    lines.append(
        f"{found.samples:,} samples of {_SHAPES[found.shape]} ranges, seed {found.seed}. {_EXPLAINED}"
    )
    return lines


def _table(found: Forecast, planned: Schedule) -> list[Row]:
    """The header and a row for each milestone that work leads to, by the day the plan has it land."""
    milestones = sorted(
        (each for each in found.plan.milestones.values() if planned.work_lands(each.id) is not None),
        key=lambda each: (planned.lands(each.id), each.position, each.id),
    )
    rows: list[Row] = [("", "Planned", "P10", "P50", "P80", "P90", "Target", "Chance")]
    rows += [_row(found, planned, each) for each in milestones]
    if any(row[-1] for row in rows[1:]):
        return rows
    return [row[:-2] for row in rows]


def _row(found: Forecast, planned: Schedule, milestone: Milestone) -> Row:
    title = f"◆ {printable(milestone.title)}"
    target = "" if milestone.target is None else day_text(milestone.target)
    if milestone.reached_on is not None:
        return title, "", day_text(milestone.reached_on), "reached", "", "", target, ""
    lands = day_text(planned.lands(milestone.id))
    chance = "" if milestone.target is None else percent_text(found.chance(milestone.id, milestone.target))
    return title, lands, *map(_day, _in_order(found.of(milestone.id))), target, chance


def _narrow(row: Row) -> Row:
    """Without what the plan says itself."""
    title, _planned, *days = row
    return title, *days[:4], *days[5:]


def _table_lines(rows: list[Row], width: int | None) -> list[str]:
    return aligned(rows, width) if len(rows) > 1 else ["There is no milestone that work leads to."]


def _drivers(found: Forecast) -> Iterator[str]:
    """What is on the path in every sample in one line, the others with their shares."""
    titles = {each.activity: printable(found.plan.activity(each.activity).title) for each in found.drivers}
    always = [titles[each.activity] for each in found.drivers if each.share >= 1]
    others = [each for each in found.drivers if each.share < 1]
    if not titles:
        yield "Nothing is left that drives the finish."
    elif len(always) > 2:
        yield (
            f"The finish hangs on {len(always)} activities in every sample, from “{always[0]}” to "
            f"“{always[-1]}”."
        )
    elif always:
        named = " and ".join(f"“{each}”" for each in always)
        yield f"The finish hangs on {named} in every sample."
    if others:
        yield "In some samples it hangs on others, too:" if always else "The finish hangs on:"
        yield from aligned(
            [
                (f"  {titles[each.activity]}", f"{percent_text(each.share)} of samples")
                for each in others[:DRIVERS_SHOWN]
            ]
        )
    if len(others) > DRIVERS_SHOWN:
        yield f"  and {len(others) - DRIVERS_SHOWN} more in fewer samples"


def percent_text(share: float) -> str:
    """Like “45 %”; 0 and 100 only where it is none or all of the samples."""
    if 0 < share < 0.01:
        return "under 1 %"
    if 0.99 < share < 1:
        return "over 99 %"
    return f"{share * 100:.0f} %"


def _in_order(days: Quantiles) -> tuple[date, date, date, date]:
    return days.p10, days.p50, days.p80, days.p90


def _day(day: date) -> str:
    return "after 9999" if day == PAST else day_text(day)


def _wrapped(lines: "Iterator[str] | list[str]", width: int | None) -> list[str]:
    """Sentences broken at the width; the lines of a table, which fit, as they are."""
    found: list[str] = []
    for line in lines:
        text = printable(line)
        found += textwrap.wrap(text, width) if width and len(text) > width and "  " not in text else [text]
    return found
