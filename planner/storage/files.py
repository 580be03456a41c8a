"""Files that appear whole or not at all: written beside their place, flushed to disk, then moved there."""

import os
from pathlib import Path
from uuid import uuid4

from planner.domain.errors import CannotWrite, FileExists


def new_file_beside(path: Path) -> Path:
    """A new empty file for the owner's eyes alone, in the same folder; raises `CannotWrite`."""
    temporary = path.with_name(f".{path.name}.{uuid4().hex}.new")
    try:
        os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except OSError as error:
        raise CannotWrite(path, reason_of(error)) from error
    return temporary


def move_into_place(temporary: Path, path: Path, *, overwrite: bool) -> None:
    """Flush a written file and give it its name; raises `FileExists` where it may not overwrite."""
    try:
        _flush(temporary)
        if overwrite:
            temporary.replace(path)
        else:
            _claim(temporary, path)
        _flush_folder(path.parent)
    except FileExistsError:
        raise FileExists(path) from None
    except OSError as error:
        raise CannotWrite(path, reason_of(error)) from error


def reason_of(error: OSError) -> str:
    """What the system says, as part of a sentence."""
    return (error.strerror or "the system refused").lower()


def _claim(temporary: Path, path: Path) -> None:
    """Take a name that is free; a link does that in one step, where the file system knows links."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        temporary.replace(path)
    else:
        temporary.unlink()


def _flush(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _flush_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows flushes a folder with its files and opens none for it.
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
