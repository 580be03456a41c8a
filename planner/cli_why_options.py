"""What can be typed after `milepost why`."""

from planner.cli_parser import Parser, typed
from planner.domain.errors import InvalidValue

MOST_STEPS = 9_999


def add_why_options(verb: Parser) -> None:
    """The item asked about, how far back to go, and how it is written."""
    verb.add_argument(
        "item",
        metavar="ITEM",
        nargs="?",
        help="an activity, milestone or phase, by its title, a part of it, or its id (default: the finish)",
    )
    verb.add_argument(
        "--steps",
        metavar="N",
        type=typed(_steps_typed),
        help="how many steps of the chain to tell (default: all, back to where it begins)",
    )
    verb.add_argument(
        "--format",
        metavar="text|json",
        type=typed(_format_typed),
        default="text",
        help="how it is written (default: text)",
    )


def _steps_typed(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 0 < int(text[:10]) <= MOST_STEPS):
        raise InvalidValue(f"“{text}” is no number of steps. Say how many, from 1 to {MOST_STEPS:,}.")
    return int(text)


def _format_typed(text: str) -> str:
    if text.lower() not in ("text", "json"):
        raise InvalidValue(f"“{text}” is not a format Milepost writes here. It knows text and json.")
    return text.lower()
