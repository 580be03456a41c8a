"""The line of a TOML text that a key stands on, so that an error can point at it.

`tomllib` keeps no positions, so the text is read once more for its headers and keys: enough for files written
one key a line, and only ever used to point.
"""

import re

Where = tuple[str | int, ...]
"""The way to a value: keys and places in lists, like ("activities", 3, "hours")."""

_HEADER = re.compile(r"^\s*(\[\[?)\s*([A-Za-z0-9_.\-]+)\s*\]\]?\s*(#.*)?$")
_KEY = re.compile(r"^\s*([A-Za-z0-9_\-]+)\s*=")


def line_of(text: str, where: Where) -> int | None:
    """The line, from 1, of the value or of the innermost table around it; None when neither is found."""
    lines = _lines(text)
    for length in range(len(where), 0, -1):
        if where[:length] in lines:
            return lines[where[:length]]
    return None


def where_text(where: Where) -> str:
    """Like “activities[3].hours”; lists count from 0, as in TOML's own tools."""
    return "".join(f"[{each}]" if isinstance(each, int) else f".{each}" for each in where).removeprefix(".")


def _lines(text: str) -> dict[Where, int]:
    lines: dict[Where, int] = {}
    counts: dict[Where, int] = {}
    table: Where = ()
    in_long_string = False
    for number, line in enumerate(text.splitlines(), 1):
        if not in_long_string:
            if header := _HEADER.match(line):
                table = _table(counts, header[2].split("."), repeated=header[1] == "[[")
                lines.setdefault(table, number)
            elif key := _KEY.match(line):
                lines.setdefault((*table, key[1]), number)
        if (line.count('"""') + line.count("'''")) % 2:
            in_long_string = not in_long_string
    return lines


def _table(counts: dict[Where, int], names: list[str], *, repeated: bool) -> Where:
    """The way to a table's header: names of repeated tables on the way stand for their latest one."""
    table: Where = ()
    for place, name in enumerate(names):
        table = (*table, name)
        if repeated and place == len(names) - 1:
            counts[table] = counts.get(table, -1) + 1
        if table in counts:
            table = (*table, counts[table])
    return table
