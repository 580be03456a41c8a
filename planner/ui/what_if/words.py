"""What the what-if dialog says, and what undo calls it; pure but for the translation."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from planner.domain.plan import Plan
from planner.domain.what_if.comparison import Comparison, Line
from planner.domain.what_if.what_if import WhatIf, hours_now
from planner.domain.wording import day_text, hours_text, isolated, span_text

_MOST_NAMED = 2


def undo_text(plan: Plan, tried: WhatIf, today: date, *, catches_up: bool = False) -> str:
    """Like “What if: 12 h a week, 2 weeks’ pause, without Docker, Endpoint live on 6 Feb 2028”."""
    parts = [_tr("caught up")] if catches_up else []
    if tried.hours is not None and tried.hours != hours_now(plan, today):
        parts.append(_tr("{hours} a week").format(hours=hours_text(tried.hours)))
    if tried.pause is not None:
        parts.append(pause_words(tried.pause.weeks))
    parts += _dropped_words(plan, tried)
    parts += _target_words(plan, tried)
    return _tr("What if: {parts}").format(parts=", ".join(parts))


def pause_words(weeks: int) -> str:
    """Like “2 weeks’ pause”."""
    return _tr("1 week’s pause") if weeks == 1 else _tr("{weeks} weeks’ pause").format(weeks=weeks)


def _dropped_words(plan: Plan, tried: WhatIf) -> list[str]:
    titles = [isolated(each.title) for key, each in plan.activities.items() if key in tried.dropped]
    if len(titles) > _MOST_NAMED:
        return [_tr("without {count} activities").format(count=len(titles))]
    return [_tr("without {title}").format(title=each) for each in titles]


def _target_words(plan: Plan, tried: WhatIf) -> list[str]:
    if len(tried.targets) > _MOST_NAMED:
        return [_tr("other dates for {count} milestones").format(count=len(tried.targets))]
    return [
        _tr("{title} on {day}").format(title=isolated(plan.milestone(key).title), day=day_text(day))
        for key, day in tried.targets.items()
    ]


def difference_words(days: int) -> str:
    """Like “3 weeks later”; an en dash where nothing moves."""
    if not days:
        return "–"
    words = _tr("{span} later") if days > 0 else _tr("{span} earlier")
    return words.format(span=span_text(days))


def margin_words(margin: int | None) -> str:
    """Like “5 days to spare” or “3 weeks late”; empty without a target."""
    if margin is None:
        return ""
    if not margin:
        return _tr("on the day")
    words = _tr("{span} late") if margin < 0 else _tr("{span} to spare")
    return words.format(span=span_text(margin))


def day_words(day: date | None) -> str:
    """A day, or an en dash where there is none."""
    return "–" if day is None else day_text(day)


def spoken_line(line: Line) -> str:
    """A line of the comparison as one sentence, for a screen reader."""
    if line.now is None or line.then is None:
        return _tr("{title}: nothing left in it").format(title=line.title)
    if not line.days:
        return _tr("{title}: {day}, as now").format(title=line.title, day=day_text(line.then))
    return _tr("{title}: {now}, then {then}, {difference}").format(
        title=line.title,
        now=day_text(line.now),
        then=day_text(line.then),
        difference=difference_words(line.days),
    )


def late_words(plan: Plan, comparison: Comparison, *, then: bool) -> str:
    """Which targets are missed: “none”, “Endpoint live”, “Endpoint live and 2 more”."""
    late = comparison.late_then if then else comparison.late_now
    if not late:
        return _tr("none")
    title = isolated(plan.milestone(late[0]).title)
    if len(late) == 1:
        return title
    return _tr("{title} and {count} more").format(title=title, count=len(late) - 1)


def summary(comparison: Comparison) -> str:
    """What would follow, in one sentence to be heard at rest."""
    if not comparison.moved and not comparison.days:
        return _tr("Nothing would move.")
    finish = _tr("Finish {day}, {difference}") if comparison.days else _tr("Finish {day}, as now")
    return finish.format(
        day=day_text(comparison.finish_then), difference=difference_words(comparison.days)
    ) + _tr("; {count} items move.").format(count=f"{comparison.moved:,}")


def _tr(text: str) -> str:
    return QCoreApplication.translate("WhatIf", text)
