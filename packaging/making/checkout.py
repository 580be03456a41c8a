"""The state of the source that is built: its version, its commit, and whether it is that and no more."""

import subprocess
import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from making.steps import BuildFailed


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkout:
    """A folder with Milepost's source, as git knows it."""

    root: Path
    version: str
    """As pyproject.toml says, the one place that does."""
    description: str
    homepage: str
    commit: str
    """Forty hexadecimal digits."""
    epoch: int
    """When the commit was made, in seconds since 1970: the one time that anything built is given."""
    changed: tuple[str, ...]
    """Files that differ from the commit or are not in it, relative to `root`."""

    @property
    def made(self) -> datetime:
        """The moment of the commit, in UTC."""
        return datetime.fromtimestamp(self.epoch, UTC)

    def __str__(self) -> str:
        text = f"Milepost {self.version}, commit {self.commit[:12]} of {self.made:%Y-%m-%d}"
        if not self.changed:
            return text
        count = len(self.changed)
        files = (
            f"{self.changed[0]} is" if count == 1 else f"{count} files (the first is {self.changed[0]}) are"
        )
        return f"{text}, with changes: {files} not as committed, so nobody can build the same again"


def read(root: Path) -> Checkout:
    """Look at the checkout in `root`; raises BuildFailed where it is none."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    commit, epoch = _git(root, "log", "-1", "--format=%H %ct").split()
    changed = _git(root, "status", "--porcelain", "--untracked-files=normal").splitlines()
    return Checkout(
        root=root,
        version=project["version"],
        description=project["description"],
        homepage=project["urls"]["Homepage"],
        commit=commit,
        epoch=int(epoch),
        changed=tuple(line[3:] for line in changed),
    )


def _git(root: Path, *words: str) -> str:
    try:
        done = subprocess.run(["git", "-C", root, *words], capture_output=True, text=True, check=False)
    except FileNotFoundError:
        raise BuildFailed(
            "git is not installed; what is built carries the commit it was built from."
        ) from None
    if done.returncode:
        raise BuildFailed(
            f"{root} is not a git checkout with a commit, and what is built carries one. "
            f"git says: {done.stderr.strip()}"
        )
    return done.stdout
