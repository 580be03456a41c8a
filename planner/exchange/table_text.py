"""Text for terminals: aligned columns, long words shortened to fit, nothing that could steer a terminal."""

import unicodedata
from collections.abc import Sequence

ELLIPSIS = "…"
LEAST_FIRST_COLUMN = 12
"""A title is never shortened below so many columns; a terminal narrower than that wraps the line."""

_GAP = "  "
_ZERO_WIDTH = ("Mn", "Me", "Cf")


def aligned(rows: Sequence[Sequence[str]], width: int | None = None) -> list[str]:
    """The rows as lines: the first column to the left, the others to the right.

    With a width, the first column is shortened so that the lines fit; other columns never are. Wide
    characters (Chinese, Japanese, Korean, most emoji) count as the two columns they take.
    """
    columns = len(rows[0]) if rows else 0
    widths = [max(text_width(row[place]) for row in rows) for place in range(columns)]
    if width is not None and columns:
        room = width - sum(widths[1:]) - len(_GAP) * (columns - 1)
        widths[0] = min(widths[0], max(room, LEAST_FIRST_COLUMN))
    return [_line(row, widths) for row in rows]


def table_width(rows: Sequence[Sequence[str]]) -> int:
    """Columns that the rows take when nothing is shortened."""
    if not rows:
        return 0
    columns = range(len(rows[0]))
    return sum(max(text_width(row[each]) for row in rows) for each in columns) + len(_GAP) * (
        len(columns) - 1
    )


def text_width(text: str) -> int:
    """Columns a terminal gives to a text."""
    return sum(map(_character_width, text))


def elided(text: str, width: int) -> str:
    """The text, or its beginning with an ellipsis, in at most so many columns."""
    if text_width(text) <= width:
        return text
    kept, used = [], text_width(ELLIPSIS)
    for character in text:
        used += _character_width(character)
        if used > width:
            break
        kept.append(character)
    return "".join(kept).rstrip() + ELLIPSIS


def printable(text: str) -> str:
    """The text on one line, without what could move a cursor, colour, or turn the direction of text."""
    return "".join(_shown(character) for character in text)


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = (elided(cell, width) for cell, width in zip(row, widths, strict=True))
    cells = [first + " " * (widths[0] - text_width(first))]
    cells += [" " * (width - text_width(cell)) + cell for cell, width in zip(others, widths[1:], strict=True)]
    return _GAP.join(cells).rstrip()


def _character_width(character: str) -> int:
    if character.isascii():
        return 1
    if unicodedata.category(character) in _ZERO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def _shown(character: str) -> str:
    if character.isprintable():
        return character
    category = unicodedata.category(character)
    if category == "Cs":
        return "\N{REPLACEMENT CHARACTER}"
    # A joiner holds an emoji or an Indic cluster together; every other invisible character is left out.
    if category == "Cf":
        return character if character in "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}" else ""
    return " "
