"""The columns of the printed week: seven days in five, six or seven of them. Pure."""

from collections.abc import Sequence

from planner.domain.week import WeekDay

Column = tuple[WeekDay, ...]
"""One day, or several of which one stands below the other."""


def columns_of(days: Sequence[WeekDay], count: int) -> list[Column]:
    """So many columns, in which every day with anything on it has its place.

    Empty days off are left out first, those late in the week before those early in it. What is still too many
    shares a column: the last day with the one before, then the two before those.
    """
    shown = list(days)
    for day in reversed(days):
        if len(shown) > count and day.rest and not day.sessions and not day.logged:
            shown.remove(day)
    shared = len(shown) - count
    alone = len(shown) - 2 * shared
    columns: list[Column] = [(day,) for day in shown[:alone]]
    return columns + [tuple(shown[place : place + 2]) for place in range(alone, len(shown), 2)]
