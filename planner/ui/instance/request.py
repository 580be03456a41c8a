"""What a start of Milepost asks for, and how one that runs already is told: one line of JSON.

Imported before anything of Qt, as a start that finds another Milepost ends at once.
"""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

LIMIT = 64 * 1024
"""The longest message in bytes; the longest path of any system, escaped, is a part of it."""

_TOKENS = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")
_FORM = 1
"""Told with each message: a Milepost of another form takes it for a stranger's."""


class Wish(Enum):
    """What is to be done in the window. The last two are options of the window program, with two hyphens."""

    SHOW = "show"
    OPEN = "open"
    NEW_PLAN = "new-plan"
    PRINT_WEEK = "print-week"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What one start asks for."""

    wish: Wish = Wish.SHOW
    plan: Path | None = None
    """The absolute path of the plan to open: there where the wish is OPEN, and only there."""
    token: str = ""
    """By which the desktop knows that the learner asked for the window just now; empty where it gave none."""

    def line(self, settings: Path) -> bytes:
        """The message to the Milepost that keeps its settings in `settings`."""
        import json

        told = {
            "milepost": _FORM,
            "settings": str(settings),
            "wish": self.wish.value,
            "plan": None if self.plan is None else str(self.plan),
            "token": self.token,
        }
        # Bytes of a path that are no text come as lone surrogates, which JSON carries in escaped form.
        return json.dumps(told).encode("ascii") + b"\n"


def asked_by(arguments: Sequence[str], environ: Mapping[str, str]) -> Request:
    """What the arguments of the window program ask for: nothing, an option or a plan's file.

    Raises ValueError for an option that is none.
    """
    token = next((environ[name] for name in _TOKENS if environ.get(name)), "")
    if not arguments:
        return Request(token=token)
    if arguments[0].startswith("--"):
        return Request(wish=Wish(arguments[0].removeprefix("--")), token=token)
    return Request(wish=Wish.OPEN, plan=Path(arguments[0]).absolute(), token=token)


def read_line(line: bytes, settings: Path) -> Request | None:
    """The request in a message; None for what is none, or not meant for the one with these settings."""
    import json

    if len(line) > LIMIT:
        return None
    try:
        told = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(told, dict) or (told.get("milepost"), told.get("settings")) != (_FORM, str(settings)):
        return None
    wish, plan, token = told.get("wish"), told.get("plan"), told.get("token")
    path = Path(plan) if isinstance(plan, str) and _is_path(plan) else None
    known = isinstance(wish, str) and wish in {each.value for each in Wish}
    if not known or not isinstance(token, str) or (wish == Wish.OPEN.value) != (path is not None):
        return None
    return Request(wish=Wish(wish), plan=path, token=_one_line(token))


def _is_path(text: str) -> bool:
    try:
        os.fsencode(text)
    except UnicodeEncodeError:  # a surrogate that stands for no byte
        return False
    return "\0" not in text and Path(text).is_absolute()


def _one_line(token: str) -> str:
    """A token as the environment can carry it; empty for what none looks like."""
    return token if token.isascii() and token.isprintable() and len(token) <= 1024 else ""
