"""What the command line writes: files, lines on stdout, sentences on stderr; in any terminal's encoding."""

import codecs
import io
import os
import sys
from contextlib import suppress
from pathlib import Path

from planner.domain.errors import CannotWrite

_PLAINER = {"“": '"', "”": '"', "’": "'", "–": "-", "·": "-", "…": "~", "◆": "*", "×": "x", "→": "->"}


class WrongUse(Exception):
    """Arguments that do not fit; `str(error)` is the sentence to show."""


def write_out(out: Path, data: bytes) -> None:
    """Write what was made: to stdout for “-”, to a device as it is, else as a whole new file."""
    from planner.files import replace_file

    if str(out) == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    elif out.exists() and not out.is_file() and not out.is_dir():
        try:
            out.write_bytes(data)
        except OSError as error:
            raise CannotWrite(out, reason(error)) from error
    else:
        replace_file(out, data)
        say(f"Wrote {out}.")


def say(*lines: str) -> None:
    """Write lines to stdout."""
    from planner.exchange.table_text import printable

    for line in lines:
        sys.stdout.write(printable(line) + "\n")


def complain(sentence: str) -> None:
    """Say something on stderr, where there is something to say."""
    from planner.exchange.table_text import printable

    if sentence:
        with suppress(OSError):  # nobody can be told
            sys.stderr.write(printable(f"milepost: {sentence}") + "\n")


def reason(error: OSError) -> str:
    """What the system says went wrong."""
    return (error.strerror or "the system gave no reason").lower()


def place(error: Exception) -> str:
    """Like “KeyError in schedule.py, line 80”: enough to find it, and nothing of the plan's content."""
    import traceback

    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {Path(frame.filename).name}, line {frame.lineno}"


def prepare_output() -> None:
    """Let no terminal's encoding stop a title: what it cannot show becomes plainer, or a question mark."""
    codecs.register_error("plainer", _plainer)
    # A program without a terminal, or with its output closed, has no streams at all.
    sys.stdout = sys.stdout or io.TextIOWrapper(io.BytesIO())
    sys.stderr = sys.stderr or io.TextIOWrapper(io.BytesIO())
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="plainer")


def _plainer(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    found = error.object[error.start : error.end]
    return "".join(_PLAINER.get(each, "?") for each in found), error.end


def drop_unwritten_output() -> None:
    """Keep the interpreter from trying, and failing, to write the rest when it ends."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
