"""What differs between the plan as it was and as it is, as short lines. Pure."""

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from planner.domain.cascade import moved
from planner.domain.items import Session
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.domain.wording import day_text, minutes_text
from planner.ui.fields.text import filled

MOST_NAMED = 3
"""Titles told in one line."""


def plan_lines(then: Schedule) -> list[str]:
    """What the plan was: its finish and how much it held."""
    plan = then.plan
    minutes = sum(each.minutes for each in plan.sessions.values())
    items = len(plan.active) + len(plan.milestones)
    lines = [
        filled(_tr("Finish: %1"), day_text(then.finish)),
        _counted(items, _tr("1 item"), _tr("%1 items")),
    ]
    if minutes:
        lines.append(filled(_tr("%1 logged"), minutes_text(minutes)))
    return lines


def difference_lines(then: Schedule, now: Schedule) -> list[str]:
    """What is another in the plan as it is now; empty where both are the same plan."""
    before, after = then.plan, now.plan
    if before == after:
        return []
    lines: list[str] = []
    if then.finish != now.finish:
        lines.append(filled(_tr("The finish is %1 now."), day_text(now.finish)))
    if count := len(moved(then, now)):
        lines.append(
            _counted(count, _tr("1 item stands on other days now."), _tr("%1 items stand on other days now."))
        )
    new, gone, other = _items(before, after)
    lines += [filled(_tr("Added since: %1."), _names(new))] if new else []
    lines += [filled(_tr("Removed since: %1."), _names(gone))] if gone else []
    lines += [filled(_tr("Changed since: %1."), _names(other))] if other else []
    lines += _sessions(before, after)
    lines += _the_rest(before, after)
    return lines or [_tr("Only small things that show nowhere else.")]


def _items(before: Plan, after: Plan) -> tuple[list[str], list[str], list[str]]:
    """Titles of what came, of what went, and of what has other facts."""
    new: list[str] = []
    gone: list[str] = []
    other: list[str] = []
    tables: tuple[tuple[Mapping[Any, Any], Mapping[Any, Any]], ...] = (
        (before.activities, after.activities),
        (before.milestones, after.milestones),
        (before.phases, after.phases),
        (before.checklist, after.checklist),
    )
    for was, now in tables:
        new += [each.title for key, each in now.items() if key not in was]
        gone += [each.title for key, each in was.items() if key not in now]
        other += [each.title for key, each in now.items() if key in was and was[key] != each]
    return new, gone, [each for each in dict.fromkeys(other) if each not in (*new, *gone)]


def _sessions(before: Plan, after: Plan) -> list[str]:
    new = _minutes(each for key, each in after.sessions.items() if key not in before.sessions)
    gone = _minutes(each for key, each in before.sessions.items() if key not in after.sessions)
    lines = [filled(_tr("%1 logged since."), minutes_text(new))] if new else []
    return lines + ([filled(_tr("%1 logged then, and deleted since."), minutes_text(gone))] if gone else [])


def _the_rest(before: Plan, after: Plan) -> list[str]:
    parts = (
        (before.calendar != after.calendar, _tr("The study hours or days off differ.")),
        (before.dependencies != after.dependencies, _tr("Some links differ.")),
        (before.weeks != after.weeks, _tr("Goals or words of some weeks differ.")),
        (before.placements != after.placements, _tr("Some sessions lie on other days.")),
        (before.attachments != after.attachments, _tr("Some files kept as evidence differ.")),
        (before.baselines != after.baselines, _tr("The baselines differ.")),
        (before.facts != after.facts, _tr("The plan’s settings differ.")),
    )
    return [words for differs, words in parts if differs]


def _minutes(sessions: Iterable[Session]) -> int:
    return sum(each.minutes for each in sessions)


def _names(titles: list[str]) -> str:
    shown = ", ".join(f"“{each}”" for each in titles[:MOST_NAMED])
    more = len(titles) - MOST_NAMED
    return shown if more <= 0 else filled(_tr("%1 and %2 more"), shown, f"{more:,}")


def _counted(count: int, one: str, many: str) -> str:
    return one if count == 1 else filled(many, f"{count:,}")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Revisions", text)
