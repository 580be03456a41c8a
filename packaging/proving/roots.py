"""Fresh Debian systems to install into, made by debootstrap; once made, each is kept for the next time."""

import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from signal import SIGKILL

from proving.desktop import Person
from proving.leftovers import files_in
from proving.mounts import mounted
from proving.place import CHROOT, Place
from proving.report import NotRun, expect, proved

SUITES = {"12": "bookworm", "13": "trixie"}
"""What each Debian is called."""

MIRROR = "http://deb.debian.org/debian"
X_SOCKETS = Path("/tmp/.X11-unix")
MINUTES_OF_APT = 10
ROOTS_PATH = "/usr/sbin:/usr/bin:/sbin:/bin"


@dataclass(frozen=True)
class Root:
    """A Debian with nothing but its base, in a folder; `learner` is a plain user in it.

    `shared` are folders of this system that are found in it under the same path.
    """

    folder: Path
    learner: Place
    shared: tuple[Path, ...]

    def system_files(self) -> dict[str, str]:
        """All its files but the learner's own and what is shared; see `files_in`."""
        shared = [self.learner.outside(each) for each in self.shared]
        return files_in(self.folder, without=[self.learner.files, *shared])

    def apt(self, *words: str) -> str:
        """apt-get in the root, asking nothing; what it said. Raises ProofFailed with it."""
        return self.run(["apt-get", "--quiet", "--yes", *words])

    def run(self, command: Sequence[str]) -> str:
        """Run a command in the root as its root; what it said. Raises ProofFailed with it."""
        done = subprocess.run(
            [CHROOT, str(self.folder), *command],
            env={"PATH": ROOTS_PATH, "LANG": "C.UTF-8", "DEBIAN_FRONTEND": "noninteractive"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=MINUTES_OF_APT * 60,
            check=False,
        )
        expect(
            done.returncode == 0, f"{' '.join(command)} ended with {done.returncode}: {done.stdout.strip()}"
        )
        return done.stdout

    def processes(self) -> list[int]:
        """The numbers of the processes that run in the root."""
        return [int(each.name) for each in Path("/proc").glob("[0-9]*") if _root_of(each) == self.folder]


@contextmanager
def fresh_root(
    number: str, folder: Path, kept: Path, *, home: Path, person: Person, shared: Path
) -> Iterator[Root]:
    """Debian 12 or 13 in an empty folder, its lists of packages up to date, with a plain user.

    `kept` is where roots are kept for the next time, `home` is that user's. `shared` is found in the root
    under the same path, as is the folder of X's sockets. At the end nothing runs or is
    mounted there any more.
    """
    fill_root(SUITES[number], folder, kept)
    X_SOCKETS.mkdir(mode=0o1777, exist_ok=True)
    root = Root(folder, Place(home, person, folder), (shared, X_SOCKETS))
    with ExitStack() as held:
        held.enter_context(mounted("-t", "proc", "proc", at=folder / "proc"))
        held.enter_context(mounted("-t", "tmpfs", "tmpfs", at=folder / "dev" / "shm"))
        for each in root.shared:
            inside = root.learner.outside(each)
            inside.mkdir(parents=True, exist_ok=True)
            held.enter_context(mounted("--bind", str(each), at=inside))
        held.callback(_end_all, root)
        root.apt("update")
        user = ["useradd", "--uid", str(person.user), "--create-home", "--home-dir", str(home), "learner"]
        root.run(user)
        proved("is a fresh Debian", f"{number}, {SUITES[number]}, with its base alone")
        yield root


def fill_root(suite: str, folder: Path, kept: Path) -> None:
    """Unpack the kept root of a suite; where there is none, make one and keep it. Raises NotRun."""
    archive = kept / f"{suite}-minbase.tar.zst"
    if not archive.is_file():
        kept.mkdir(parents=True, exist_ok=True)
        command = ["debootstrap", "--variant=minbase", suite, str(folder), MIRROR]
        made = subprocess.run(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
        )
        if made.returncode != 0:
            last = made.stdout.strip().splitlines()[-1:] or ["it said nothing"]
            raise NotRun(f"debootstrap could not make a root of {suite}: {last[0]}")
        # Under another name until it is whole.
        whole = archive.with_suffix(".new")
        subprocess.run(["tar", "--zstd", "-C", str(folder), "-cf", str(whole), "."], check=True)
        whole.replace(archive)
        return
    subprocess.run(["tar", "--zstd", "-C", str(folder), "-xpf", str(archive)], check=True)


def _end_all(root: Root) -> None:
    for process in root.processes():
        # It may have ended by itself since it was found.
        with suppress(ProcessLookupError):
            os.kill(process, SIGKILL)


def _root_of(process: Path) -> Path | None:
    try:
        return (process / "root").readlink()
    except OSError:
        return None
