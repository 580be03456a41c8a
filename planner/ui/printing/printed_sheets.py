"""Which sheets were printed from which state of a plan: remembered here, as the file only knows its edits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from planner.ui.settings import Settings

MOST_KEPT = 260
"""Sheets remembered for each plan, the newest first: five years of them."""

_KEY = "printed-sheets"


@dataclass(frozen=True, slots=True)
class PrintedSheet:
    """A week's sheet as printed: the week's first day, the plan's revision, and the day of printing."""

    first_day: date
    revision: int
    printed_on: date


def remember_printed(
    settings: Settings, plan_id: str, first_days: Sequence[date], revision: int, printed_on: date
) -> None:
    """Remember that these weeks were printed; an earlier print of a week gives way."""
    new = [PrintedSheet(each, revision, printed_on) for each in first_days]
    older = [each for each in _kept(settings, plan_id) if each.first_day not in first_days]
    lines = [
        f"{each.first_day.isoformat()} {each.revision} {each.printed_on.isoformat()}"
        for each in [*new, *older][:MOST_KEPT]
    ]
    settings.set_value_for(plan_id, _KEY, lines)


def last_printed(settings: Settings, plan_id: str, first_day: date) -> PrintedSheet | None:
    """The last print of the week that begins on `first_day`, as far as this computer knows of one."""
    return next((each for each in _kept(settings, plan_id) if each.first_day == first_day), None)


def _kept(settings: Settings, plan_id: str) -> list[PrintedSheet]:
    found = []
    for line in settings.value_for(plan_id, _KEY, list[str]()):
        try:
            first_day, revision, printed_on = line.split()
            found.append(
                PrintedSheet(date.fromisoformat(first_day), int(revision), date.fromisoformat(printed_on))
            )
        except ValueError:
            continue
    return found
