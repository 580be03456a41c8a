"""Where proofs work: a folder that is gone at the end, a person without privileges, homes and desktops."""

import os
import pwd
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from proving.desktop import Desktop, Person, desktop
from proving.mounts import enter_private_mounts, mounted, remove_tree
from proving.place import Place
from proving.report import NotRun

HOME_NAME = "Žofia’s own home"
"""Spaces and letters that many programs stumble over."""

LEARNER = "learner"
FIRST_NUMBER, LAST_NUMBER = 40_000, 60_000
PEOPLE = Path("/etc/passwd")


@dataclass(frozen=True)
class Workshop:
    """`folder` is gone at the end, `pictures` stay. `person` is None where the proofs run without root.

    `no_roots` says why no root of another system can be set up here; it is empty where that can be done.
    """

    folder: Path
    pictures: Path
    person: Person | None
    no_roots: str

    def new_folder(self, name: str, person: Person | None = None) -> Path:
        """An empty folder of that name, the person's where one is named."""
        number = next(each for each in count(1) if not (self.folder / str(each)).exists())
        folder = self.folder / str(number) / name
        folder.mkdir(parents=True)
        if person is not None:
            os.chown(folder, person.user, person.group)
        folder.chmod(0o700 if person is not None else 0o755)
        return folder

    def clear(self) -> None:
        """Remove all folders made so far."""
        for each in self.folder.iterdir():
            if each.name.isdecimal():
                remove_tree(each)

    def new_place(self, *, privileged: bool = False) -> Place:
        """A person with an empty home: somebody without privileges, unless they are asked for."""
        person = None if privileged else self.person
        scratch = self.new_folder("tmp", person)
        return Place(self.new_folder(HOME_NAME, person), person, scratch=scratch)

    @contextmanager
    def desktop(self, place: Place, runtime: Path | None = None) -> Iterator[Desktop]:
        """A desktop of that place's person; `runtime` is where its sockets lie."""
        runtime = runtime or self.new_folder("run", place.person)
        with desktop(place.environment, runtime, place.person, pictures=self.pictures) as screen:
            yield screen


@contextmanager
def workshop(pictures: Path) -> Iterator[Workshop]:
    """A workshop; as root with private mounts and a learner, whom no other process knows."""
    folder = own_folder(os.environ.get("TMPDIR", "/var/tmp"))
    try:
        with ExitStack() as held:
            person, no_roots = None, ""
            try:
                enter_private_mounts()
                person = held.enter_context(_a_learner(folder))
            except NotRun as reason:
                no_roots = str(reason)
            yield Workshop(folder, pictures, person, no_roots)
    finally:
        remove_tree(folder)


def own_folder(where: str) -> Path:
    """A new folder that everybody may look into, by the path under which the system knows its mounts."""
    # Not in /tmp, unless somebody says so: it is in memory on many systems, and too small for a Debian.
    folder = Path(tempfile.mkdtemp(prefix="milepost-proofs-", dir=where)).resolve()
    folder.chmod(0o755)
    return folder


@contextmanager
def _a_learner(folder: Path) -> Iterator[Person]:
    """Somebody without privileges whom only this process and those it starts find among the users."""
    taken = {each.pw_uid for each in pwd.getpwall()}
    number = next(each for each in range(FIRST_NUMBER, LAST_NUMBER) if each not in taken)
    people = folder / "passwd"
    shutil.copy(PEOPLE, people)
    with people.open("a", encoding="utf-8") as file:
        file.write(f"{LEARNER}-{number}:x:{number}:{number}::/nonexistent:/bin/sh\n")
    with mounted("--bind", str(people), at=PEOPLE):
        yield Person(number, number)
