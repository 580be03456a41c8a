"""A parser for the command line that says in plain sentences what does not fit."""

import argparse
import re
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, NoReturn, TypeVar

from planner.cli_output import WrongUse
from planner.domain.errors import InvalidValue

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

Value = TypeVar("Value")


class Parser(argparse.ArgumentParser):
    """A parser that raises `WrongUse` with a sentence in place of printing its usage."""

    def __init__(self, **options: object) -> None:
        super().__init__(
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
            **options,  # type: ignore[arg-type]
        )

    def print_help(self, file: "SupportsWrite[str] | None" = None) -> None:
        # argparse's own swallows the error when the output cannot be written.
        (file or sys.stdout).write(self.format_help())

    def error(self, message: str) -> NoReturn:
        raise WrongUse(f"{_sentence(message)} See: {self.prog} --help")


def typed(read: Callable[[str], Value]) -> Callable[[str], Value]:
    """The reader for argparse, which shows an error of its own type as it is."""

    def read_or_refuse(text: str) -> Value:
        try:
            return read(text)
        except InvalidValue as error:
            raise argparse.ArgumentTypeError(str(error)) from None

    return read_or_refuse


def _sentence(message: str) -> str:
    """What argparse found, in plain words."""
    if found := re.fullmatch(r"argument (?:-\w, )?(.+?): expected one argument", message):
        return f"{found[1]} needs a value."
    if found := re.fullmatch(r"the following arguments are required: (.+)", message):
        missing = found[1].split(", ")
        return f"{' and '.join(missing)} {'is' if len(missing) == 1 else 'are'} missing."
    if found := re.fullmatch(r"one of the arguments (.+) is required", message):
        return f"One of {', '.join(found[1].split())} is missing."
    if found := re.fullmatch(r"argument (.+): not allowed with argument (.+)", message):
        return f"{found[1]} and {found[2]} cannot go together."
    if found := re.fullmatch(r"unrecognized arguments: (.+)", message, re.DOTALL):
        return f"“{found[1]}” is not understood."
    if found := re.fullmatch(r"argument (--?\w[^:]*): (.+)", message, re.DOTALL):
        return f"{found[1]}: {found[2]}"
    message = re.sub(r"^argument [^:]+: ", "", message)
    return message[:1].upper() + message[1:]
