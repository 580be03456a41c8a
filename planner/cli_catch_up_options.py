"""What can be typed after `milepost catch-up`."""

from typing import TYPE_CHECKING

from planner.cli_output import WrongUse
from planner.cli_parser import Parser, typed
from planner.domain.errors import InvalidValue
from planner.exchange.typed_values import day_typed

if TYPE_CHECKING:
    from argparse import Namespace

WAYS = ("shift", "compress", "buffer")


def add_catch_up_options(verb: Parser) -> None:
    """Which way, which date to hold, and whether to look or to do."""
    verb.add_argument(
        "--by",
        metavar="|".join(WAYS),
        type=typed(_way_typed),
        required=True,
        help="start what is left today, at your hours; with more hours a week, so that a date holds; or "
        "with your targets left where they are, so that the days to spare take it",
    )
    verb.add_argument(
        "--milestone",
        metavar="TITLE|ID",
        help="with --by compress, the milestone whose target to hold (default: the finish)",
    )
    verb.add_argument(
        "--today",
        metavar="DATE",
        type=typed(day_typed),
        help="the day to go on from, like 2027-04-05 (default: today)",
    )
    doing = verb.add_mutually_exclusive_group(required=True)
    doing.add_argument("--dry-run", action="store_true", help="say what it would do and change nothing")
    doing.add_argument("--apply", action="store_true", help="do it, as one step that Undo takes back")


def refuse_catch_up_options(asked: "Namespace") -> None:
    """Raise `WrongUse` for options that do not fit the way."""
    if asked.milestone is not None and asked.by != "compress":
        raise WrongUse("--milestone goes with --by compress alone. See: milepost catch-up --help")


def _way_typed(text: str) -> str:
    if text.lower() not in WAYS:
        raise InvalidValue(f"“{text}” is no way to catch up. There is {', '.join(WAYS)}.")
    return text.lower()
