"""What can be typed after `milepost backup`."""

from pathlib import Path
from typing import TYPE_CHECKING

from planner.cli_output import WrongUse
from planner.cli_parser import Parser, typed
from planner.domain.errors import InvalidValue
from planner.exchange.typed_values import path_typed

if TYPE_CHECKING:
    from argparse import Namespace

ACTIONS = ("list", "make", "restore", "verify")


def add_backup_action(verb: Parser) -> None:
    """What to do, which comes before the plan's file."""
    verb.add_argument(
        "action", metavar="|".join(ACTIONS), type=typed(_action_typed), help="what to do with its backups"
    )


def add_backup_options(verb: Parser) -> None:
    """The options of listing and restoring."""
    verb.add_argument(
        "--format",
        metavar="table|json",
        type=typed(_format_typed),
        help="how the backups are listed (default: table)",
    )
    verb.add_argument(
        "--number",
        metavar="N",
        type=typed(_number_typed),
        help="the backup to restore, as the list numbers it (default: the newest that is whole and not what "
        "the plan is already)",
    )
    verb.add_argument(
        "--as",
        dest="new_file",
        metavar="NEWFILE",
        type=typed(_new_plan_typed),
        help="restore into a new file, NAME.milepost, and leave the plan as it is",
    )


def refuse_backup_options(asked: "Namespace") -> None:
    """Raise `WrongUse` for options that do not fit what is to be done."""
    for option, value, action in (
        ("--format", asked.format, "list"),
        ("--number", asked.number, "restore"),
        ("--as", asked.new_file, "restore"),
    ):
        if value is not None and asked.action != action:
            raise WrongUse(f"{option} goes with backup {action} alone. See: milepost backup --help")


def _action_typed(text: str) -> str:
    if text not in ACTIONS:
        raise InvalidValue(f"“{text}” is nothing to do with backups. There is {', '.join(ACTIONS)}.")
    return text


def _format_typed(text: str) -> str:
    if text.lower() not in ("table", "json"):
        raise InvalidValue(f"“{text}” is not a format Milepost writes here. It knows table and json.")
    return text.lower()


def _new_plan_typed(text: str) -> Path:
    path = path_typed(text)
    if path.suffix.lower() != ".milepost":
        raise InvalidValue(f"“{text}” does not end in .milepost, as the name of a plan does.")
    return path


def _number_typed(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 0 < int(text[:10]) < 10**9):
        raise InvalidValue(f"“{text}” is no number of a backup. milepost backup list says them.")
    return int(text)
