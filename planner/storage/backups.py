"""Copies of plans as they were, kept before Milepost changes how a plan's file is laid out.

Each plan has a folder under the backups folder. A copy is the file byte for byte, with its SHA-256 beside it
as `sha256sum` writes it; an older Milepost opens it like any plan.
"""

import os
import shutil
from hashlib import sha256
from pathlib import Path

from planner.domain.errors import CannotWrite
from planner.files import move_into_place, new_file_beside, reason_of

_LONGEST_STEM = 80
"""Bytes: with all that is added to it a name stays below the 255 that file systems take."""

_SIGNS = 8
"""Of a SHA-256, in names."""


def keep_as_it_was(source: Path, plan: Path, plan_id: str, revision: str, backups: Path) -> Path:
    """Copy a plan's file as it is and check the copy; returns where it is.

    `source` holds the content, `plan` names it. The name tells the content, so that the same is kept once.
    Raises `CannotWrite`.
    """
    stem = os.fsencode(plan.stem)[:_LONGEST_STEM].decode(errors="ignore")
    folder = backups / f"{stem} {sha256(plan_id.encode()).hexdigest()[:_SIGNS]}"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        content = _sha256(source)
        kept = folder / f"{stem}, revision {revision} {content[:_SIGNS]}.milepost"
        if not (kept.is_file() and _sha256(kept) == content):
            _copy(source, kept, content)
        _write_sum(kept, content)
    except OSError as error:
        raise CannotWrite(folder, reason_of(error)) from error
    return kept


def _copy(source: Path, kept: Path, content: str) -> None:
    beside = new_file_beside(kept)
    try:
        shutil.copyfile(source, beside)
        if _sha256(beside) != content:
            raise CannotWrite(kept, "the disk gave back something else than was written")
        move_into_place(beside, kept, overwrite=True)
    finally:
        beside.unlink(missing_ok=True)


def _write_sum(kept: Path, content: str) -> None:
    path = kept.with_name(f"{kept.name}.sha256")
    beside = new_file_beside(path)
    try:
        beside.write_text(f"{content}  {kept.name}\n", encoding="utf-8")
        move_into_place(beside, path, overwrite=True)
    finally:
        beside.unlink(missing_ok=True)


def _sha256(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()
