"""An item as a person names it: by its id, its title, or a part of the title that no other has."""

import difflib
from collections.abc import Iterable, Sequence

from planner.domain.errors import InvalidValue
from planner.domain.items import Activity, Milestone, Phase
from planner.domain.plan import Plan

_MOST_NAMED = 6

Row = Phase | Activity | Milestone


def item_named(plan: Plan, text: str) -> str:
    """The id of the activity, milestone or phase that is meant; raises `InvalidValue`, which names those that
    could be.

    Where an activity or milestone and a phase are called the same, it is not the phase.
    """
    items: list[Row] = [*plan.active.values(), *plan.milestones.values()]
    rows = [*items, *plan.phases.values()]
    if text in {str(each.id) for each in rows}:
        return text
    own = [each for each in items if _folded(each.title) == _folded(text)]
    if len(own) == 1:
        return own[0].id
    return named(rows, text, "item").id


def named(rows: Sequence[Row], text: str, word: str) -> Row:
    """The row whose title is meant; raises `InvalidValue`, which names those that could be.

    `word` is what such a row is called, like “milestone”.
    """
    wanted = _folded(text)
    titles = [(each, _folded(each.title)) for each in rows]
    for found in (
        [each for each, title in titles if title == wanted],
        [each for each, title in titles if wanted and wanted in title],
    ):
        if len(found) == 1:
            return found[0]
        if found:
            raise InvalidValue(f"“{text}” could be {_listed(found)}. Type more of the title, or the id.")
    if not titles:
        raise InvalidValue(f"This plan has no {word}s yet.")
    near = difflib.get_close_matches(wanted, [title for _, title in titles], 1)
    meant = [each for each, title in titles if title in near]
    hint = f"Did you mean “{meant[0].title}”?" if meant else f"It has {_listed(list(rows))}."
    raise InvalidValue(f"This plan has no {word} “{text}”. {hint}")


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _listed(rows: Sequence[Row]) -> str:
    """Titles, with ids where titles are the same."""
    shown = [_told(each, rows) for each in rows[:_MOST_NAMED]]
    more = len(rows) - len(shown)
    if more:
        return f"{', '.join(shown)} and {more} more"
    *others, last = shown
    return f"{', '.join(others)} and {last}" if others else last


def _told(row: Row, rows: Iterable[Row]) -> str:
    same = sum(other.title == row.title for other in rows) > 1
    return f"“{row.title}” ({row.id})" if same else f"“{row.title}”"
