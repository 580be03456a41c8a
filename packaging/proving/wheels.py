"""The wheel, and the sdist, in a new environment: installed by pip or uv, used, upgraded, and uninstalled."""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from proving.job import prove_verbs, prove_window
from proving.leftovers import expect_clean_home
from proving.newer import newer_wheel
from proving.place import Installed
from proving.report import NotRun, expect, proved
from proving.upgrades import Versions, prove_upgrade
from proving.workshop import Workshop

MINUTES_OF_PIP = 10


@dataclass(frozen=True)
class Environment:
    """A new environment of one Python. `uv` is what installs into it; without, its own pip does."""

    folder: Path
    uv: str | None

    @property
    def command(self) -> Path:
        """What the person types in it to start Milepost."""
        return self.folder / "bin" / "milepost"

    def install(self, artifact: Path, *options: str) -> None:
        """Install a wheel or an sdist with all it needs; raises ProofFailed with what was said."""
        _must([*self._installer("install"), *options, str(artifact)])

    def uninstall(self) -> None:
        """Take Milepost out again; what it needed stays, as others may need it too."""
        asks = () if self.uv else ("--yes",)
        _must([*self._installer("uninstall"), *asks, "milepost"])

    def of_milepost(self) -> list[str]:
        """What in it is Milepost's own: its command, its packages and what was recorded of it."""
        places = [self.folder / "bin", *self.folder.glob("lib/python*/site-packages")]
        names = ("milepost", "planner")
        return [path.name for each in places for path in each.iterdir() if path.name.startswith(names)]

    def _installer(self, verb: str) -> list[str]:
        if self.uv is not None:
            return [self.uv, "pip", verb, "--quiet", "--python", str(self.folder)]
        return [str(self.folder / "bin" / "python"), "-m", "pip", verb, "--quiet"]


def prove_wheel(artifact: Path, workshop: Workshop, *, python: str, uv: str | None) -> None:
    """Install it into a new environment of this Python, do the whole job, upgrade, downgrade, uninstall."""
    environment = new_environment(workshop, python, uv)
    program = _install(artifact, environment, workshop)
    prove_verbs(program)
    with workshop.desktop(program.place) as screen:
        _, moved = prove_window(program, screen)
        newer = newer_wheel(artifact, workshop.new_folder("newer"))
        versions = Versions(
            artifact.name.split("-")[1],
            lambda: environment.install(artifact),
            lambda: environment.install(newer, "--upgrade"),
        )
        prove_upgrade(program, screen, versions, moved)
    _uninstall(environment, program)


def prove_sdist(artifact: Path, workshop: Workshop, *, python: str, uv: str | None) -> None:
    """Build and install it in a new environment, do the job by its verbs, uninstall it."""
    environment = new_environment(workshop, python, uv)
    program = _install(artifact, environment, workshop)
    prove_verbs(program)
    _uninstall(environment, program)


def new_environment(workshop: Workshop, python: str, uv: str | None) -> Environment:
    """A new environment of this Python (like “3.12”); raises NotRun where there is no such Python."""
    interpreter = find_python(python, uv)
    folder = workshop.new_folder("environment")
    if uv is not None:
        _must([uv, "venv", "--quiet", "--clear", "--python", interpreter, str(folder)])
    else:
        _must([interpreter, "-m", "venv", str(folder)])
    proved("has an environment of its own", f"Python {python}, by {'uv' if uv else 'pip'}")
    return Environment(folder, uv)


def find_python(python: str, uv: str | None) -> str:
    """An interpreter of this version; without uv one that makes environments itself. Raises NotRun."""
    candidates = [sys.executable, shutil.which(f"python{python}")]
    candidates += [str(path) for path in sorted(Path.home().glob(f".pyenv/versions/{python}.*/bin/python"))]
    if finder := uv or shutil.which("uv"):
        asked = [finder, "python", "find", "--no-python-downloads", "--no-project", python]
        candidates.append(subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip())
    asks = "import {}; print('%d.%d' % sys.version_info[:2])".format("sys" if uv else "sys, ensurepip")
    for candidate in filter(None, candidates):
        told = subprocess.run([candidate, "-c", asks], capture_output=True, text=True, check=False)
        if told.stdout.strip() == python:
            return candidate
    raise NotRun(f"this machine has no Python {python}; `uv python install {python}` brings one")


def _install(artifact: Path, environment: Environment, workshop: Workshop) -> Installed:
    environment.install(artifact)
    expect(environment.command.is_file(), "it brings no command milepost")
    proved("is installed", f"{len(environment.of_milepost())} things of its own in the environment")
    # An environment belongs to whoever made it, and its Python may lie in that person's home.
    return Installed(workshop.new_place(privileged=True), (str(environment.command),))


def _uninstall(environment: Environment, program: Installed) -> None:
    environment.uninstall()
    left = environment.of_milepost()
    expect(not left, f"left in the environment after it was uninstalled: {', '.join(left)}")
    expect_clean_home(program.place.files, program.place.scratch)


def _must(command: Sequence[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, timeout=MINUTES_OF_PIP * 60, check=False)
    name = " ".join(command)
    expect(done.returncode == 0, f"{name} ended with {done.returncode}: {done.stderr.strip() or done.stdout}")
