"""What a proposal would do, in the words of window and terminal alike. English; pure."""

from datetime import date

from planner.domain.catching_up.proposal import Proposal
from planner.domain.forecast.forecast import Quantiles
from planner.domain.wording import MONTHS, day_text, hours_text, isolated, span_text

MOST_LINES = 4
"""So many dates are named one by one."""


def finish_words(proposal: Proposal) -> str:
    """Like “17 Aug → 7 Sep 2028, 3 weeks later”."""
    days = proposal.finish_days
    if not days:
        return f"{day_text(proposal.finish_after)}, as now"
    later = "later" if days > 0 else "earlier"
    return f"{_pair(proposal.finish_before, proposal.finish_after, ' → ')}, {span_text(days)} {later}"


def hours_words(proposal: Proposal) -> str:
    """Like “10 h → 12.5 h”."""
    before, after = proposal.week_hours_before, proposal.week_hours_after
    if before == after:
        return f"{hours_text(after)}, as now"
    return f"{hours_text(before)} → {hours_text(after)}"


def return_words(proposal: Proposal, by_pause: int) -> str:
    """Of the days by which the finish moves after days away, how many come from these and how many from the
    rest: what was planned on other days by today and is not done. Empty where all come from the days away.

    `by_pause` is how many come from the days away alone.
    """
    rest = proposal.finish_days - by_pause
    if not rest:
        return ""
    if rest < 0:
        return f"More was done than planned on the other days: that takes {span_text(rest)} off again."
    other = "from what was planned on other days before today and is not logged"
    if by_pause <= 0:
        return f"The days away alone do not move the finish: {_come(rest)} {other}."
    return f"{_come(by_pause)} from the days away, and {span_text(rest)} {other}."


def range_words(found: Quantiles) -> str:
    """Like “2 Jul – 12 Dec 2028”: in 8 of 10 samples the finish lies within it."""
    return _pair(found.p10, found.p90, " – ")


def moves_words(proposal: Proposal) -> str:
    """Like “36 items, by 3 weeks at most”."""
    if not proposal.moves:
        return "nothing"
    most = max(abs(each.days) for each in proposal.moves)
    count = len(proposal.moves)
    items = "1 item" if count == 1 else f"{count:,} items"
    return f"{items}, by {span_text(most)} at most" if most else items


def remarks(proposal: Proposal, *, targets: bool = True) -> tuple[str, ...]:
    """What there is to know before taking it: fixed dates that come too soon, `targets` that would be missed,
    what waits for its turn, full weeks.
    """
    fixed = [
        f"“{isolated(each.title)}” stays on {day_text(each.day)}, {span_text(each.days)} before its "
        f"preparation would end ({day_text(each.lands)})."
        for each in proposal.late_fixed
    ]
    late = [
        f"“{isolated(each.title)}” would land on {day_text(each.lands)}, {span_text(each.days)} after its "
        f"target, {day_text(each.day)}."
        for each in proposal.late_targets
    ]
    named = (*_shortened(fixed), *(_shortened(late) if targets else ()))
    return (*named, *_waiting(proposal), *_full(proposal))


def _pair(first: date, last: date, between: str) -> str:
    """Two days of which the first leaves out a year that the second says."""
    short = f"{first.day} {MONTHS[first.month - 1][:3]}" if first.year == last.year else day_text(first)
    return f"{short}{between}{day_text(last)}"


def _shortened(lines: list[str]) -> list[str]:
    if len(lines) <= MOST_LINES:
        return lines
    return [*lines[:MOST_LINES], f"… and {len(lines) - MOST_LINES} more like these."]


def _waiting(proposal: Proposal) -> list[str]:
    count = len(proposal.waits)
    if not count:
        return []
    waits = "1 activity waits for its turn" if count == 1 else f"{count} activities wait for their turn"
    return [f"{waits}, so that no day is asked for more than its hours."]


def _full(proposal: Proposal) -> list[str]:
    weeks = proposal.overfull_weeks
    if not weeks:
        return []
    ask = "1 week asks" if weeks == 1 else f"{weeks} weeks ask"
    return [f"{ask} for more hours than there are, where work was planned side by side before."]


def _come(days: int) -> str:
    span = span_text(days)
    return f"{span} comes" if span.startswith("1 ") else f"{span} come"
