"""Writing a file so that it is either the old one or the new one, whole, whatever happens in between."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from planner.domain.errors import CannotWrite


def replace_file(path: Path, data: bytes) -> None:
    """Write `data` as the file at `path`, in place of one that is there.

    It goes to a temporary file in the same folder, is on the disk, and only then takes the name. Raises
    `CannotWrite`; what was at `path` is then as it was.
    """
    # Following a link keeps it one: replacing it would cut it off from the file it stands for.
    target = Path(os.path.realpath(path))
    temporary = target.with_name(f".{target.name[:100]}.{secrets.token_hex(6)}.tmp")
    try:
        try:
            with temporary.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(target)
        except OSError:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise
        _settle_folder(target.parent)
    except OSError as error:
        raise CannotWrite(path, _reason(error)) from error


def _settle_folder(folder: Path) -> None:
    """Make the new name itself last through a power cut, where the system knows how (not on Windows)."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _reason(error: OSError) -> str:
    text = error.strerror or "the system gave no reason"
    return text[:1].lower() + text[1:]
