"""Room shared out among columns."""

from collections.abc import Sequence


def fair_widths(wanted: Sequence[int], room: int) -> list[int]:
    """Widths that fit a room together: narrow columns get all they want, the rest equal parts of it."""
    widths = [0] * len(wanted)
    for place, column in enumerate(sorted(range(len(wanted)), key=lambda each: wanted[each])):
        widths[column] = min(wanted[column], room // (len(wanted) - place))
        room -= widths[column]
    return widths
