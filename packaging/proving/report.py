"""What proofs say: a line for each thing seen to work, and a closing table of all that was proved."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum


class ProofFailed(AssertionError):
    """Something the program should have done did not happen; the message names the culprit."""


class NotRun(Exception):
    """A proof that this machine cannot run; the message says why."""


class Result(Enum):
    """How a proof ended; the value stands at the head of its line."""

    OK = "ok"
    FAILED = "failed"
    NOT_RUN = "not run"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One artifact in one surrounding, like a .deb in Debian 12."""

    subject: str
    result: Result
    seconds: float


def expect(holds: object, failure: str) -> None:
    """Raise `ProofFailed` with this sentence unless it holds."""
    if not holds:
        raise ProofFailed(failure)


def say(result: Result, what: str, figure: str = "") -> None:
    """Print one line: how it ended, what it was about, and a figure or a name."""
    print(f"{result.value:8} {what:32} {figure}".rstrip(), flush=True)


def proved(what: str, figure: str = "") -> None:
    """Say that something was seen to work."""
    say(Result.OK, what, figure)


def table(outcomes: Sequence[Outcome]) -> str:
    """All proofs, one a line, with how they ended and how long they took; the last line counts them."""
    width = max((len(each.subject) for each in outcomes), default=0)
    lines = [f"{each.subject:{width}}  {each.result.value:7}  {each.seconds:4.0f} s" for each in outcomes]
    counts = {result: sum(each.result is result for each in outcomes) for result in Result}
    last = f"{counts[Result.OK]} proved, {counts[Result.FAILED]} failed, {counts[Result.NOT_RUN]} not run."
    return "\n".join([*lines, last])
