"""Files that appear whole or not at all: written beside their place, flushed to disk, then moved there."""

import errno
import glob
import os
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from planner.domain.errors import CannotWrite, DatabaseKept, FileExists

PRIVATE = 0o600
"""Plans are for their owner's eyes alone."""

ORDINARY = 0o666
"""What is exported is as open as the person's other files (less what their umask takes)."""


_LONGEST_STEM = 100
"""Bytes of a file's own name in that of a temporary one."""

_SQLITE_BEGINNING = b"SQLite format 3\0"


def replace_file(path: Path, data: bytes) -> None:
    """Write `data` as the file at `path`, in place of one that is there.

    A plan is never written over, whatever it is called: `DatabaseKept`. Raises `CannotWrite`; what was at
    `path` is then as it was.
    """
    if is_database(path):
        raise DatabaseKept(path)
    # Following a link keeps it one: replacing it would cut it off from the file it stands for.
    target = real_path(path)
    temporary = new_file_beside(target, ORDINARY)
    try:
        try:
            temporary.write_bytes(data)
        except OSError as error:
            raise CannotWrite(path, reason_of(error)) from error
        move_into_place(temporary, target, overwrite=True)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def is_database(path: Path) -> bool:
    """Whether a file is there that begins like a SQLite database, as every plan does."""
    try:
        with path.open("rb") as file:
            return file.read(len(_SQLITE_BEGINNING)) == _SQLITE_BEGINNING
    except OSError:
        return False  # nothing there, or nothing to read: writing says what is wrong


def is_there(path: Path) -> bool:
    """Whether something is at a place; what the system will not let one look at is not."""
    try:
        return path.exists()
    except OSError:
        return False


def can_be_named(path: Path) -> bool:
    """Whether a file can be called so at all, there or not."""
    try:
        path.lstat()
    except OSError as error:
        return error.errno != errno.ENAMETOOLONG
    return True


def real_path(path: Path) -> Path:
    """The absolute path behind all links; of links that lead in a circle, which opening will refuse, one."""
    # Path.resolve raises RuntimeError for such a circle before Python 3.13.
    return Path(os.path.realpath(path))


def new_file_beside(path: Path, permissions: int = PRIVATE) -> Path:
    """A new empty file in the same folder; raises `CannotWrite`."""
    # Cut by bytes: with what is added the name stays below the 255 that file systems take.
    stem = os.fsencode(path.name)[:_LONGEST_STEM].decode(errors="ignore")
    temporary = path.with_name(f".{stem}.{uuid4().hex}.new")
    try:
        os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_RDWR, permissions))
    except OSError as error:
        raise CannotWrite(path, reason_of(error)) from error
    return temporary


def remove_unfinished(path: Path) -> None:
    """Remove what `new_file_beside` made for a file, and a program that was killed has left there."""
    with suppress(OSError):
        for each in path.parent.glob(f".{glob.escape(path.name[:100])}.{'?' * 32}.new"):
            each.unlink(missing_ok=True)


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
    if error.errno == errno.ENOSPC:
        return "the disk is full"  # as it is said of a plan: “no space left on device” is for programmers
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
