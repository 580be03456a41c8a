"""Upgrade and downgrade: what is the person's stays, and an older program only looks at newer plans."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from proving.desktop import Desktop
from proving.job import ENDPOINT_LIVE, expect_open, quit_by_keys, started
from proving.leftovers import files_in
from proving.newer import make_newer, raised
from proving.place import Installed
from proving.report import expect, proved

DARK = "Dark colours"
"""The setting that is changed, by its name in the menus."""

NEWER_PLAN = "from tomorrow.milepost"


@dataclass(frozen=True)
class Versions:
    """How the older and the newer version are put in each other's place, as a person does it."""

    older: str
    install_older: Callable[[], object]
    install_newer: Callable[[], object]


def prove_upgrade(program: Installed, screen: Desktop, versions: Versions, moved: str) -> None:
    """Newer over older, then older over newer: plans, settings and all beside them stay as they are.

    The older version is installed at the start and at the end. `moved` is the target that the plan opened
    last gives to Endpoint live.
    """
    with started(program, screen) as running:
        screen.read("do", DARK, "Press")
        quit_by_keys(screen, running)
    older, newer = versions.older, raised(versions.older)
    kept = _put_over(program, screen, newer, versions.install_newer, moved)
    proved("keeps all when upgraded", f"{older} to {newer}: {kept} files, dark as before")
    kept = _put_over(program, screen, older, versions.install_older, moved)
    proved("keeps all when downgraded", f"{newer} to {older}: {kept} files, dark as before")
    prove_newer_plan(program, screen, moved)


def prove_newer_plan(program: Installed, screen: Desktop, moved: str) -> None:
    """A plan that a newer Milepost wrote opens, says that it is read-only and why, and stays as it is."""
    home = program.place.files
    plan, ours = home / NEWER_PLAN, next(iter(home.glob("My path*.milepost")))
    # A copy that is the person's own.
    program.place.run(["cp", str(_seen(program, ours)), str(_seen(program, plan))])
    revision = make_newer(plan)
    before = plan.read_bytes()
    with started(program, screen, str(_seen(program, plan))) as running:
        expect_open(screen, moved)
        said = screen.read("hold", "newer Milepost")["name"]
        screen.read("do", ENDPOINT_LIVE, "Increase")
        screen.read("hold", "is open for reading only")
        expect_open(screen, moved)
        quit_by_keys(screen, running)
    program.milepost("show", str(_seen(program, plan)))
    expect(plan.read_bytes() == before, "a newer plan was written to")
    proved("only looks at a newer plan", f"file revision {revision}: “{said}”")


def _put_over(
    program: Installed, screen: Desktop, version: str, install: Callable[[], object], moved: str
) -> int:
    """Install a version over the other and use it; how many of the person's files stayed as they were."""
    files = program.place.files
    before = files_in(files)
    install()
    told = program.milepost("--version").strip()
    expect(told == f"Milepost {version}", f"after {version} was installed, it calls itself {told}")
    changed = _differences(before, files_in(files))
    expect(not changed, f"installing {version} touched the person's files: {', '.join(changed)}")
    _use_what_was_there(program, screen, moved)
    changed = [path for path in _differences(before, files_in(files)) if not _moves(path)]
    expect(not changed, f"starting {version} changed the person's files: {', '.join(changed)}")
    return len(before)


def _use_what_was_there(program: Installed, screen: Desktop, moved: str) -> None:
    """Start it with nothing named: the plan of last time opens, as it was left, in the colours chosen."""
    with started(program, screen) as running:
        expect_open(screen, moved)
        expect("checked" in screen.read("wait", DARK)["states"], "the colours chosen are forgotten")
        quit_by_keys(screen, running)


def _differences(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    return sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))


def _moves(path: str) -> bool:
    """Whether using the program writes this: what its window showed last, and the log."""
    return path.endswith((".ini", ".conf", "/window.png")) or "/logs/" in path


def _seen(program: Installed, path: Path) -> Path:
    """A path of this system as the program sees it."""
    return program.place.home / path.relative_to(program.place.files)
