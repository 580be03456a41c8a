"""read_paper(text, planned) -> PaperText: numbers and minutes as they are typed off a printed week.

“3 45, 4 0, 7 90” says that session 3 took 45 minutes, session 4 was not done and session 7 took 90. Commas,
semicolons and new lines stand between sessions; minutes are read as anywhere else (“1:30”, “1 h 30”). “3 x”
says that session 3 was done as planned, as a ticked box on paper does. What cannot be meant is named by its
place, and nothing of it is guessed.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from planner.domain.guards import MINUTES_A_DAY
from planner.domain.typed_minutes import read_minutes

MOST_LETTERS = 2_000
"""Longer texts are not off a sheet."""

EXAMPLE = "3 45, 4 0, 7 90"
_ONE = "3 45"

_BETWEEN = re.compile(r"[;\n\r،؛、，；]|,(?!\d{1,2}\s*h)")
"""What stands between two sessions; a comma within “1,5 h” does not."""

_ENTRY = re.compile(r"(?P<number>\d{1,4})(?:\s*[:=.)]\s*|\s+)(?P<amount>\S.*)", re.DOTALL)
_LEADING = re.compile(r"(?P<number>\d{1,4})(?!\d)")
_TICKS = frozenset(("x", "v", "ok", "✓", "✔", "☑", "☒"))
_NUMBER = re.compile(r"\d+\s*[:=.)]?")
_NEGATIVE = re.compile(r"\d+\s*[:=.)]?\s*[-−–]\s*\d.*")
_SEVERAL = re.compile(r"\d+\s+\d+(?:\s+\d+)+")
_SHOWN = 24


@dataclass(frozen=True, slots=True)
class PaperProblem:
    """What cannot be meant: a sentence, and where in the text it stands (from, to)."""

    sentence: str
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class PaperText:
    """What a text says: minutes by session number, in the order typed, and what it cannot mean."""

    minutes: Mapping[int, int]
    problems: tuple[PaperProblem, ...]


def read_paper(text: str, planned: Mapping[int, int]) -> PaperText:
    """What a text says about a sheet whose sessions, by their numbers, have these planned minutes."""
    if len(text) > MOST_LETTERS:
        sentence = f"This is more than a week's sheet can hold. Type it like {EXAMPLE}."
        return PaperText({}, (PaperProblem(sentence, 0, len(text)),))
    minutes: dict[int, int] = {}
    problems: list[PaperProblem] = []
    places: dict[int, int] = {}
    for place, (begin, entry) in enumerate(_entries(text), start=1):
        problem, number, amount = _read_entry(entry, planned)
        if not problem and number in places:
            problem = f"session {number} stands here already as entry {places[number]}."
        if problem:
            where = f"Entry {place}, “{_short(entry)}”"
            problems.append(PaperProblem(f"{where}: {problem}", begin, begin + len(entry)))
        else:
            minutes[number], places[number] = amount, place
    return PaperText(minutes, tuple(problems))


def with_amount(text: str, number: int, amount: str) -> str:
    """The text with another amount for a session, where it stands or at the end; without it when empty.

    A separator within the amount becomes a point: “1,5” on the way to “1,5 h” stays one entry.
    """
    entries = [
        (begin, begin + len(entry))
        for begin, entry in _entries(text)
        if (found := _LEADING.match(entry)) and int(found["number"]) == number
    ]
    amount = _BETWEEN.sub(".", amount.strip())
    kept = f"{number} {amount}" if amount else ""
    for place, (begin, end) in reversed(list(enumerate(entries))):
        if kept and place == 0:
            text = text[:begin] + kept + text[end:]
        else:
            text = _without(text, begin, end)
    if not kept or entries:
        return text
    rest = text.rstrip(" ,;\n\r")
    return f"{rest}, {kept}" if rest else kept


def paper_text(minutes: Mapping[int, int]) -> str:
    """The text that says these minutes, like “3 45, 4 0, 7 90”."""
    return ", ".join(f"{number} {amount}" for number, amount in sorted(minutes.items()))


def _without(text: str, begin: int, end: int) -> str:
    """The text without a piece and the separator beside it."""
    separator = _BETWEEN.match(text, end + len(text[end:]) - len(text[end:].lstrip(" ")))
    if separator is not None:
        return text[:begin] + text[separator.end() :].lstrip(" ")
    return re.sub(r"(?:,|;|\s)+$", "", text[:begin]) + text[end:]


def _entries(text: str) -> list[tuple[int, str]]:
    """The pieces between separators that say anything, each with where it begins."""
    found = []
    begin = 0
    for separator in [*_BETWEEN.finditer(text), None]:
        end = len(text) if separator is None else separator.start()
        piece = text[begin:end]
        if piece.strip():
            found.append((begin + len(piece) - len(piece.lstrip()), piece.strip()))
        begin = end if separator is None else separator.end()
    return found


def _read_entry(entry: str, planned: Mapping[int, int]) -> tuple[str, int, int]:
    """What is wrong with an entry, or its number and minutes."""
    if _NEGATIVE.fullmatch(entry):
        return "minutes cannot be below 0.", 0, 0
    if _SEVERAL.fullmatch(entry):
        return "put a comma between two sessions.", 0, 0
    if _NUMBER.fullmatch(entry):
        return "its minutes are missing; type x for done as planned.", 0, 0
    found = _ENTRY.fullmatch(entry)
    if found is None:
        return f"this is not a number and its minutes, like {_ONE}.", 0, 0
    number, amount = int(found["number"]), found["amount"]
    if number not in planned:
        return _unknown(number, planned), 0, 0
    if amount.lower() in _TICKS:
        return "", number, planned[number]
    minutes = read_minutes(amount)
    if minutes is None:
        problem = f"“{_short(amount)}” is no length of time; type minutes, or hours like 1:30."
        return problem, 0, 0
    if minutes > MINUTES_A_DAY:
        return "a day has no more than 1,440 minutes.", 0, 0
    return "", number, minutes


def _unknown(number: int, planned: Mapping[int, int]) -> str:
    if not planned:
        return "this sheet has no sessions."
    if len(planned) == 1:
        return f"this sheet has no session {number}, only session {next(iter(planned))}."
    return f"this sheet has no session {number}; its sessions go from {min(planned)} to {max(planned)}."


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"
