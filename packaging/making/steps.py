"""The steps of a build: what they run, what they say, and how they put what they made in its place."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path


class BuildFailed(Exception):
    """A step could not make what it should; the message names the culprit in plain words."""


@contextmanager
def step(what: str) -> Iterator[None]:
    """Say in one line what is being made, and how many seconds it took."""
    print(f"{what} ...", end="", flush=True)
    begun = time.monotonic()
    try:
        yield
    except BaseException:
        print(flush=True)
        raise
    print(f" {time.monotonic() - begun:.1f} s", flush=True)


def run(*command: str | Path, cwd: Path | None = None, environment: Mapping[str, str] | None = None) -> str:
    """Run a program that must succeed, and return what it printed.

    `environment` is added to this process's own. Raises BuildFailed with the program's last words.
    """
    name = Path(command[0]).name
    try:
        done = subprocess.run(
            [str(word) for word in command],
            cwd=cwd,
            env={**os.environ, **(environment or {})},
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
    except FileNotFoundError:
        raise BuildFailed(f"{name} is not installed.") from None
    if done.returncode:
        said = (done.stderr.strip() or done.stdout.strip()).splitlines()[-20:]
        raise BuildFailed("\n  ".join([f"{name} ended with {done.returncode}. Its last words:", *said]))
    return done.stdout


@contextmanager
def in_place(target: Path) -> Iterator[Path]:
    """Yield a path beside `target` to make it at; it takes its place only when it is whole.

    What was at `target` before goes away first: a failed build leaves nothing that looks like its result.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    remove(target)
    with tempfile.TemporaryDirectory(prefix=".unfinished-", dir=target.parent) as folder:
        unfinished = Path(folder) / target.name
        yield unfinished
        if unfinished.is_file():
            unfinished.chmod(0o644)  # whatever this person's habits (umask) are
        unfinished.rename(target)


def remove(path: Path) -> None:
    """Remove a file, a link or a whole folder, where it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
