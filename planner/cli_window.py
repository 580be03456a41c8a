"""What can be typed to open the window, beside a plan's file."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from planner.cli_output import WrongUse

if TYPE_CHECKING:
    from argparse import ArgumentParser

WINDOW_OPTIONS = ("--new-plan", "--print-week")


def explain_window_options(parser: "ArgumentParser") -> None:
    """Let the help name the options; who types one rightly gets the window and meets no parser."""
    window = parser.add_argument_group("window")
    window.add_argument("--new-plan", action="store_true", help="open the window and ask for a new plan")
    window.add_argument(
        "--print-week", action="store_true", help="open the window and show this week as it will be printed"
    )


def refuse_window_options(arguments: Sequence[str]) -> None:
    """Raise `WrongUse` where an option of the window came with something else."""
    for option in WINDOW_OPTIONS:
        if option in arguments:
            raise WrongUse(f"{option} opens the window, and stands alone. See: milepost --help")
