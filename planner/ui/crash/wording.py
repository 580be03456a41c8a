"""What may stand in the log of what happens elsewhere: places in the program, nothing of the person's."""

import re
from pathlib import PurePath
from types import TracebackType

_LONGEST = 2000
"""Characters of one entry."""

_QUOTED = re.compile("\"[^\"]*\"?|'[^']*'?|“[^”]*”?|‘[^’]*’?|«[^»]*»?|`[^`']*['`]?")
_PLACE = re.compile(r"(?:\b[\w+.-]+:)?[/\\].*|\b[A-Za-z]:[\\/].*|\b(?:data|mailto|javascript):.*", re.DOTALL)
"""A path or an address, and what follows it: names of files have spaces."""

_ADDRESS = re.compile(r"\b0x[0-9a-fA-F]+")
"""Where an object lies in memory, different each time."""

_FRAME = re.compile(r'^\s*File "(?P<file>[^"]*)", line (?P<line>\d+) in (?P<name>\S+)')
_PLAIN = re.compile(
    r"^(?:Fatal Python error: [A-Za-z ]+|Windows fatal exception: [\w ]+"
    r"|(?:Current thread|Thread) 0x[0-9a-f]+|  <no Python frame>|  \.\.\.)"
)


def named(error: type[BaseException], found: BaseException | None, trace: TracebackType | None) -> str:
    """An exception by its kind and the places it went through, innermost first; its words may be a title."""
    told = f"{error.__name__} at {_places(trace)}"
    seen = {id(found)}
    while found is not None:
        found = found.__cause__ or found.__context__
        if found is None or id(found) in seen:
            break
        seen.add(id(found))
        told += f", after {type(found).__name__} at {_places(found.__traceback__)}"
    return told[:_LONGEST]


def without_content(message: str) -> str:
    """A message of Qt's without what it quotes and without paths: either may be the person's own words."""
    line = " ".join(message[: 2 * _LONGEST].split())
    return _ADDRESS.sub("0x…", _PLACE.sub("…", _QUOTED.sub("“…”", line)))[:_LONGEST]


def last_words(text: str) -> list[str]:
    """Where a process stood when it died, from what `faulthandler` wrote; files by their names alone."""
    lines = []
    for line in text.splitlines():
        if found := _FRAME.match(line):
            name = PurePath(found["file"].replace("\\", "/")).name
            lines.append(f"  {name}:{found['line']} {found['name']}")
        elif found := _PLAIN.match(line):
            lines.append(found[0])
    return lines


def _places(trace: TracebackType | None) -> str:
    places = []
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{PurePath(code.co_filename).name}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return " < ".join(reversed(places)) or "no place"
