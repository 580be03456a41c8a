"""A program's start as one sees it: what changes on the screen, and when, from the moment it was called."""

import os
import signal
import subprocess
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import monotonic, perf_counter, sleep
from typing import NamedTuple

from proving.pictures import stripes

QUIET_SECONDS = 1.5
"""A window that has not changed for so long has settled."""

PATIENCE_SECONDS = 60
LOOK_EVERY_SECONDS = 0.01
STRIPE_ROWS = 20

A_CARET = 1
"""A change in so many stripes at most is a caret that blinks, or a clock."""


class Start(NamedTuple):
    """Seconds from the call to the first window, the last change of most of the screen, and the last at all.

    `peak_kib` is the most memory the process has held by then.
    """

    first: float
    painted: float
    settled: float
    peak_kib: int


def watch_start(command: Sequence[str], environment: Mapping[str, str], dump: Path) -> Start:
    """Start a program on the screen that lies in `dump`, wait until its window has settled, and end it."""
    blank = last = _stripes(dump)
    much = len(blank) // 2
    first = painted = settled = 0.0
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as program:
        began = perf_counter()
        try:
            while not first or perf_counter() - began < settled + QUIET_SECONDS:
                assert program.poll() is None, f"{command} ended with {program.returncode}"
                assert perf_counter() - began < PATIENCE_SECONDS, f"{command} does not settle"
                sleep(LOOK_EVERY_SECONDS)
                now = _stripes(dump)
                if (changed := _differing(now, last)) > A_CARET:
                    settled = perf_counter() - began
                    first = first or settled
                    painted = settled if changed > much else painted
                    last = now
            return Start(first, painted, settled, _peak_kib(program.pid))
        finally:
            _end(program)
            _until_blank(dump, blank)


def _stripes(dump: Path) -> list[int]:
    return [zlib.adler32(stripe) for stripe in stripes(dump, STRIPE_ROWS)]


def _differing(one: list[int], other: list[int]) -> int:
    return sum(a != b for a, b in zip(one, other, strict=True))


def _peak_kib(pid: int) -> int:
    lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))


def _end(program: "subprocess.Popen[bytes]") -> None:
    """End a program with all that it has started."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        if program.poll() is None:
            os.killpg(program.pid, number)
            try:
                program.wait(PATIENCE_SECONDS / 6)
            except subprocess.TimeoutExpired:
                continue
    program.wait()


def _until_blank(dump: Path, blank: list[int]) -> None:
    """Wait until the window has left the screen."""
    until = monotonic() + PATIENCE_SECONDS
    while _differing(_stripes(dump), blank) > A_CARET:
        assert monotonic() < until, "the window does not leave the screen"
        sleep(LOOK_EVERY_SECONDS)
