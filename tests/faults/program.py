"""What all programs that prove a fault share: their options, a home of their own, and the closing line.

A program is a module with a `main` that hands its work to `run`. The work does harm for as long as it is
asked to and gives `Found`: what it counted, and which of these counts must be nought. The last line it prints
says them, like `kills 1000 · acknowledged edits lost 0 · half states 0`; what went wrong stands above it.
Its control takes a protection away, and holds when the same counting then finds harm.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

REPOSITORY = Path(__file__).parents[2]

SKIPPED = "skipped: "
"""How the closing line begins where a fault cannot be made on this machine; the reason follows."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a program is asked for: the long run, the control, and the seed of its chance."""

    long: bool
    control: bool
    seed: int

    def goes_on(self, done: int, *, short: int, long: int, found: bool) -> bool:
        """Whether another round is due; a control's last is the one that has found all it must."""
        if self.control:
            return not found and done < long
        return done < (long if self.long else short)


@dataclass(frozen=True, slots=True)
class Found:
    """What a program counted, in the order to say it; `none_of` names the counts that must be nought."""

    counts: Mapping[str, int]
    none_of: tuple[str, ...]

    @property
    def line(self) -> str:
        """The line of figures."""
        return " · ".join(f"{name} {count}" for name, count in self.counts.items())

    @property
    def harm(self) -> int:
        """How often something was found that must never be."""
        return sum(self.counts[name] for name in self.none_of)


class CannotBeMade(Exception):
    """This machine does not let the fault be made; the message says why."""


def run(words: Sequence[str] | None, about: str | None, program: Callable[[Asked], Found]) -> int:
    """Do what the words ask for and print the line of figures; the process's status.

    0 when no harm was found, of a control when some was; and where the fault cannot be made here. `words` are
    the command line's when None; `about` is the module's docstring.
    """
    parser = argparse.ArgumentParser(
        description=about, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False
    )
    parser.add_argument("--long", action="store_true", help="as often as the figures ask for, not for a test")
    parser.add_argument("--control", action="store_true", help="without the protection: must find harm")
    parser.add_argument("--seed", type=int, default=1, help="of all that is left to chance")
    asked = Asked(**vars(parser.parse_args(words)))
    try:
        with _home_of_its_own():
            found = program(asked)
    except CannotBeMade as reason:
        print(f"{SKIPPED}{reason}", flush=True)
        return 0
    print(found.line, flush=True)
    return int((found.harm > 0) is not asked.control)


def run_apart(name: str, *options: str, aloud: bool = False) -> tuple[int, str]:
    """Run a program of this folder as a process of its own; its status, and the last line it printed.

    What it prints is shown as it comes, or else where it did not hold.
    """
    command = [sys.executable, "-m", f"tests.faults.{name}", *options]
    lines = []
    with subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            lines.append(line.strip())
            if aloud:
                print(f"    {line}", end="", flush=True)
    if process.returncode and not aloud:
        print(*lines, sep="\n")
    return process.returncode, lines[-1] if lines else "said nothing"


@contextmanager
def _home_of_its_own() -> Iterator[None]:
    """The person's settings, backups and logs stay untouched, also by the processes that are started.

    What a process that is killed leaves among temporary files goes, too.
    """
    with tempfile.TemporaryDirectory(prefix="milepost-fault-") as folder:
        scratch = Path(folder, "tmp")
        scratch.mkdir()
        own = {"MILEPOST_HOME": folder, "TMPDIR": str(scratch)}
        with patch.dict(os.environ, own), patch.object(tempfile, "tempdir", str(scratch)):
            yield
