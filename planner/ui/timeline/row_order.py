"""Sorting the items of a group by a column; pure. Groups stay where they are, items change places."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from planner.domain.items import Phase
from planner.ui.timeline.columns import Column, Dates, Thing, cell_key


@dataclass(frozen=True, slots=True)
class Sort:
    """A column to sort by within each group, smallest first unless said otherwise."""

    column: Column
    descending: bool = False


def next_sort(sort: Sort | None, column: Column) -> Sort | None:
    """What a click on a column's header asks for: up, then down, then the plan's own order."""
    if sort is None or sort.column is not column:
        return Sort(column)
    return None if sort.descending else Sort(column, descending=True)


def in_order(children: Sequence[Thing], sort: Sort, dates: Dates) -> list[Thing]:
    """What lies in a group, with its items sorted among their places; what has no value comes last."""
    items = [each for each in children if not isinstance(each, Phase)]
    keyed: list[tuple[Any, Thing]] = [(cell_key(dates, each, sort.column), each) for each in items]
    valued = [pair for pair in keyed if pair[0] is not None]
    valued.sort(key=lambda pair: pair[0], reverse=sort.descending)
    ordered = iter([each for _, each in valued] + [each for key, each in keyed if key is None])
    return [each if isinstance(each, Phase) else next(ordered) for each in children]
