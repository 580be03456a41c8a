"""Where the running Milepost of a learner listens: a folder that is this user's alone.

One for each settings file: a portable Milepost on a stick is another instance than the installed one.
"""

import os
import stat
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path

LONGEST = 100
"""Bytes of a socket's path that every system allows; macOS has 104, Linux 108."""


def place(settings: Path, environ: Mapping[str, str], user: int) -> Path | None:
    """The path of the socket, its folder made; None where no folder of this user's own can be had."""
    # Two settings files with the same sum would share a socket: each message names the file it is meant for.
    name = f"{zlib.crc32(os.fsencode(settings)):08x}.socket"
    for folder in _folders(environ, user):
        if len(os.fsencode(folder / name)) <= LONGEST and _is_own(folder, user):
            return folder / name
    return None


def _folders(environ: Mapping[str, str], user: int) -> Iterator[Path]:
    runtime = Path(environ.get("XDG_RUNTIME_DIR", ""))
    if runtime.is_absolute():
        # In a Flatpak only this part of it is seen by every start of the program.
        sandbox = environ.get("FLATPAK_ID")
        yield (runtime / "app" / sandbox if sandbox else runtime) / "milepost"
    for folder in (Path(environ.get("TMPDIR", "")), Path("/tmp")):
        if folder.is_absolute():
            yield folder / f"milepost-{user}"


def _is_own(folder: Path, user: int) -> bool:
    """Whether the folder is there, or could be made, and nobody else can reach into it."""
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        found = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and found.st_uid == user and not found.st_mode & 0o077
