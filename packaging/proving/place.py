"""Where an installed program is used: whose home, in which root, and how programs are started there."""

import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from proving.desktop import PATIENCE_SECONDS, Person, as_person
from proving.report import expect

WHOLE_SYSTEM = Path("/")
CHROOT = "/usr/sbin/chroot"
"""By its whole name, as the people in a place do not look where root's programs are."""


@dataclass(frozen=True, slots=True)
class Place:
    """A person with a home folder, on this system or in a root of its own.

    `home` is the folder as programs in the root see it. Without a person it is whoever runs the proofs.
    `scratch` is where programs keep what is to go when they end; without it, the root's own folder for that.
    """

    home: Path
    person: Person | None = None
    root: Path = WHOLE_SYSTEM
    scratch: Path | None = None

    def outside(self, path: Path) -> Path:
        """Where a path as seen in the root lies on this system."""
        return self.root / path.relative_to("/")

    @property
    def files(self) -> Path:
        """The home as seen from here."""
        return self.outside(self.home)

    @property
    def environment(self) -> dict[str, str]:
        """An environment in which nothing of a checkout or of anybody's settings can be found."""
        scratch = {} if self.scratch is None else {"TMPDIR": str(self.scratch)}
        return {"HOME": str(self.home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", **scratch}

    def start(self, command: Sequence[str], environment: Mapping[str, str]) -> subprocess.Popen[str]:
        """Start a program here, as the person, its words caught together."""
        whole, person = list(command), self.person
        if self.root != WHOLE_SYSTEM:
            user, group = person or Person(0, 0)
            whole = [CHROOT, f"--userspec={user}:{group}", "--groups=", str(self.root), *command]
            person = None
        return subprocess.Popen(
            whole,
            env=environment,
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            **as_person(person),
        )

    def run(
        self, command: Sequence[str], status: int = 0, environment: Mapping[str, str] | None = None
    ) -> str:
        """Run a program here that must end with this status; what it said. Raises ProofFailed."""
        with self.start(command, environment or self.environment) as program:
            said = program.communicate(timeout=PATIENCE_SECONDS)[0]
        name = " ".join(command)
        expect(program.returncode == status, f"{name} ended with {program.returncode}: {said.strip()}")
        return said


@dataclass(frozen=True, slots=True)
class Installed:
    """A program that was installed somewhere: what starts it, as words of a command."""

    place: Place
    command: tuple[str, ...]

    def milepost(self, *words: str, status: int = 0) -> str:
        """Run one of its verbs, with no display at all; what it said."""
        return self.place.run([*self.command, *words], status)
