"""Every error Milepost raises on purpose, each with one plain sentence for the person.

    MilepostError
    ├── PlanError            what was asked does not fit the plan; nothing happened
    │   ├── UnknownItem      an id that the plan does not hold
    │   ├── InvalidValue     a value outside what the field can be
    │   ├── DependencyCycle  dependencies that would run in a circle
    │   └── PlanTooLong      dates past the year 9999
    ├── RoadmapError         roadmap data that does not follow its schema
    └── FileError            the environment: files, disks, locks
        ├── PlanNotFound     no file there
        ├── FileExists       a file is there already and is kept
        ├── DatabaseKept     something else would be written over a plan
        ├── NotAPlan         some other kind of file
        ├── PlanDamaged      a plan whose content cannot be trusted
        ├── PlanTooNew       written by a newer Milepost
        ├── PlanLocked       open in another window or program
        ├── PlanInUse        another program is writing or copying it at this moment
        ├── PlanReadOnly     the file, or the way it was opened, allows no changes
        └── CannotWrite      disk full, no permission, I/O error
            ├── NoBackup     so that no backup could be made; the plan is as it was
            ├── PlanGone     the open plan's file was moved, deleted, or its disk taken out
            └── PlanReplaced another program changed the open plan's file, or put another in its place

`str(error)` is the sentence to show: it names the culprit and the way out.
"""

from collections.abc import Sequence
from pathlib import Path

_ENDS_SHOWN = 3
"""Items named from either end of a circle of dependencies."""


class MilepostError(Exception):
    """The root of every error that is shown to a person as one sentence."""


class PlanError(MilepostError):
    """What was asked does not fit the plan; nothing happened."""


class UnknownItem(PlanError):
    """An id that the plan does not hold."""

    def __init__(self, kind: str, item_id: str) -> None:
        super().__init__(f"This plan has no {kind} “{item_id}”.")
        self.kind = kind
        self.item_id = item_id


class InvalidValue(PlanError):
    """A value outside what the field can be."""


class DependencyCycle(PlanError):
    """Dependencies that run in a circle; `chain` names the items in order, the first again at the end."""

    def __init__(self, chain: Sequence[str]) -> None:
        super().__init__(f"These would wait for each other in a circle: {_in_short(chain)}.")
        self.chain = tuple(chain)


def _in_short(chain: Sequence[str]) -> str:
    """The chain with its middle counted where it is long, as a sentence must stay readable."""
    shown, hidden = list(chain), len(chain) - 2 * _ENDS_SHOWN
    if hidden > 1:
        shown = [*chain[:_ENDS_SHOWN], f"… {hidden:,} more …", *chain[-_ENDS_SHOWN:]]
    return " → ".join(shown)


class PlanTooLong(PlanError):
    """The dates run past the year 9999."""

    def __init__(self) -> None:
        super().__init__("With these hours the plan runs past the year 9999. Give it more hours a week.")


class RoadmapError(MilepostError):
    """Roadmap data that does not follow its schema: file, key and what is wrong."""

    def __init__(self, file: str, where: str, problem: str) -> None:
        super().__init__(f"{file}: {where}: {problem}" if where else f"{file}: {problem}")
        self.file = file
        self.where = where
        self.problem = problem


class FileError(MilepostError):
    """The environment said no: files, disks, locks."""

    def __init__(self, path: Path, sentence: str) -> None:
        super().__init__(sentence)
        self.path = path


class PlanNotFound(FileError):
    """No file there."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, f"There is no file {path}.")


class FileExists(FileError):
    """A file is there already and is kept as it is."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, f"{path} exists already and was left as it is. Choose another name.")


class DatabaseKept(FileError):
    """Something else would be written over a plan, or over another program's database."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path, f"{path} is a plan or another database and was left as it is. Choose another name."
        )


class NotAPlan(FileError):
    """Some other kind of file."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, f"{path} is not a Milepost plan. It was left as it is.")


class PlanDamaged(FileError):
    """A plan whose content cannot be trusted; `detail` says what failed.

    `finding` is the sentence without advice, for where there is a better way on than a copy.
    """

    def __init__(self, path: Path, detail: str) -> None:
        self.finding = f"{path} is damaged ({detail})."
        super().__init__(path, f"{self.finding} It was left as it is; if you have a copy, open that.")
        self.detail = detail


class PlanTooNew(FileError):
    """Written by a newer Milepost than this one can read."""

    def __init__(self, path: Path, *, found: str, known: str) -> None:
        super().__init__(
            path,
            f"{path} was written by a newer Milepost (file revision {found}; this one knows {known}). "
            "Update Milepost to open it. The file was left as it is.",
        )
        self.found = found
        self.known = known


class PlanLocked(FileError):
    """Open in another window or program; `owner` says which, `runs` whether that is known to run still."""

    def __init__(self, path: Path, owner: str, *, runs: bool = False) -> None:
        super().__init__(path, f"{path} is open in another Milepost ({owner}).")
        self.owner = owner
        self.runs = runs


class PlanInUse(FileError):
    """Another program is writing or copying it at this moment."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, f"{path} is in use by another program. Try again in a moment.")


class PlanReadOnly(FileError):
    """The file, or the way it was opened, allows no changes."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, f"{path} is open for reading only: {reason}.")
        self.reason = reason


class CannotWrite(FileError):
    """Disk full, no permission, an I/O error: nothing was changed. `reason` is part of a sentence."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, f"{path} could not be written: {reason}. Nothing was changed.")
        self.reason = reason


class PlanGone(CannotWrite):
    """The open plan's file is not where it was."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "it was moved or deleted, or its disk was taken out")


class PlanReplaced(CannotWrite):
    """Another program wrote into the open plan's file, or put another file in its place."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "another program has changed or replaced it meanwhile")


class NoBackup(CannotWrite):
    """No backup could be made; the plan itself is as it was."""

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(folder, reason)
        self.args = (f"No backup could be made in {folder}: {reason}. The plan itself is saved as ever.",)
