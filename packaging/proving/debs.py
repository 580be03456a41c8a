"""The .deb in a fresh Debian: installed by apt with what it declares, used, upgraded, and purged."""

import re
import shlex
import shutil
import subprocess
from pathlib import Path

from proving.desktop import PATIENCE_SECONDS, Desktop
from proving.job import WINDOW, expect_open, prove_verbs, prove_window
from proving.leftovers import HOME, SYSTEM, expect_clean, files_in
from proving.newer import newer_deb
from proving.place import Installed
from proving.report import NotRun, expect, proved
from proving.roots import Root, fresh_root
from proving.upgrades import Versions, prove_upgrade
from proving.workshop import HOME_NAME, Workshop

OPENERS = ("libglib2.0-bin", "shared-mime-info", "desktop-file-utils")
"""What every desktop brings and a bare Debian does not: what opens a file that is double-clicked."""

PLAN_TYPE = "application/x-milepost-plan"


def prove_deb(artifact: Path, workshop: Workshop, *, number: str, kept: Path) -> None:
    """Install it in Debian `number` with nothing else there, do the whole job, upgrade, downgrade, purge."""
    if workshop.no_roots or workshop.person is None:
        raise NotRun(f"a Debian to install into cannot be set up: {workshop.no_roots}")
    shared = workshop.new_folder("run", workshop.person)
    folder = workshop.new_folder(f"debian-{number}")
    home = Path("/home") / HOME_NAME
    with fresh_root(number, folder, kept, home=home, person=workshop.person, shared=shared) as root:
        files = root.learner.files
        system, own = root.system_files(), files_in(files)
        install(root, artifact)
        program = Installed(root.learner, exec_line(folder))
        prove_verbs(program)
        with workshop.desktop(root.learner, shared) as screen:
            plan, moved = prove_window(program, screen)
            prove_double_click(root, screen, plan, moved)
            newer = newer_deb(artifact, workshop.new_folder("newer"))
            older = re.sub(r"^milepost_|_amd64\.deb$", "", artifact.name)
            versions = Versions(
                older, lambda: put_in(root, artifact, "--allow-downgrades"), lambda: put_in(root, newer)
            )
            prove_upgrade(program, screen, versions, moved)
        root.apt("purge", "--auto-remove", "milepost", *OPENERS)
        expect_clean(root.system_files(), system, SYSTEM)
        left = files_in(files)
        expect_clean(left, own, HOME)
        proved("is purged without a trace", f"{len(left) - len(own)} new files in the home, the person's own")


def install(root: Root, artifact: Path) -> None:
    """Install it with apt and what it declares to need, and say what that was."""
    said = put_in(root, artifact)
    found = re.search(r"(\d+) newly installed", said)
    count = int(found[1]) - 1 if found else 0
    size = root.run(["dpkg-query", "--show", "--showformat=${Installed-Size}", "milepost"])
    proved("is installed by apt", f"{int(size) * 1024 / 1e6:.0f} MB, and {count} packages that it needs")


def put_in(root: Root, artifact: Path, *options: str) -> str:
    """Put this package in the place of whichever version is there; what apt said."""
    inside = root.folder / "tmp" / artifact.name
    shutil.copyfile(artifact, inside)
    try:
        return root.apt("install", "--no-install-recommends", *options, f"/tmp/{artifact.name}")
    finally:
        inside.unlink()


def exec_line(root: Path) -> tuple[str, ...]:
    """What the one desktop entry of Milepost runs, without the place for a file's name."""
    entries = list((root / "usr/share/applications").glob("*Milepost.desktop"))
    expect(len(entries) == 1, f"it brings {len(entries)} desktop entries, not one")
    lines = entries[0].read_text(encoding="utf-8").splitlines()
    line = next(line for line in lines if line.startswith("Exec="))
    words = tuple(word for word in shlex.split(line.removeprefix("Exec=")) if not word.startswith("%"))
    proved("has a desktop entry", f"{entries[0].name} runs {' '.join(words)}")
    return words


def prove_double_click(root: Root, screen: Desktop, plan: Path, moved: str) -> None:
    """With what desktops bring, a plan has its type by name and by content, and opens by a double click."""
    root.apt("install", "--no-install-recommends", *OPENERS)
    learner = root.learner
    nameless = plan.with_suffix("")
    learner.run(["cp", str(plan), str(nameless)])
    for each in (plan, nameless):
        told = learner.run(["gio", "info", "--attributes=standard::content-type", str(each)])
        expect(PLAN_TYPE in told, f"the system takes {each.name} for {told.strip()}")
    learner.run(["rm", str(nameless)])
    opener = learner.run(["gio", "mime", PLAN_TYPE])
    expect("Milepost.desktop" in opener, f"no program opens plans by default: {opener.strip()}")
    before = set(root.processes())
    # What it opens outlives it and would keep its pipes open.
    opening = ["sh", "-c", 'gio open "$1" >/dev/null 2>&1', "sh", str(plan)]
    learner.run(opening, environment=screen.environment)
    expect_open(screen, moved)
    screen.keys(WINDOW, "ctrl+q")
    for process in set(root.processes()) - before:
        # tail ends once that process has ended.
        waiting = ["tail", f"--pid={process}", "--follow", "/dev/null"]
        subprocess.run(waiting, timeout=PATIENCE_SECONDS, check=True)
    proved("opens by a double click", f"{PLAN_TYPE}, by name and by content")
