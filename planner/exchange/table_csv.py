"""A table as CSV for spreadsheets: UTF-8 with a mark that says so, days as ISO, numbers with a point.

RFC 4180 for commas, quotes and line ends. A text that a spreadsheet would take for a formula gets an
apostrophe before it, as OWASP advises against CSV injection: titles may come from anywhere.
"""

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from io import StringIO

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What formulas begin with; the last four are the same signs in full width."""


def table_csv(columns: Sequence[str], rows: Iterable[Sequence[str | float | date | None]]) -> bytes:
    """The table with its header; nothing is an empty cell."""
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([_text(each) for each in columns])
    for row in rows:
        writer.writerow([_cell(each) for each in row])
    return text.getvalue().encode("utf-8-sig")


def _cell(value: str | float | date | None) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return _text(value)
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _text(text: str) -> str:
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text
