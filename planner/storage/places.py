"""Where a plan lies: on a network share, or in a folder that a cloud program keeps in sync.

Both are fine for a plan, but for two computers at once, so the window explains it once. A share is known by
the type of its file system, a cloud folder by its well-known name or by what its program leaves in it.
"""

import os
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path, PurePath

from planner.files import is_there

_NETWORK_TYPES = frozenset(
    "nfs nfs4 cifs smb2 smb3 smbfs ncpfs afs ceph glusterfs lustre 9p davfs davfs2 sshfs webdav".split()
)
_NETWORK_FUSE = frozenset(
    "sshfs rclone s3fs gcsfuse davfs2 glusterfs ceph cephfs smbnetfs curlftpfs gvfsd-fuse onedriver".split()
)
"""What stands behind `fuse.` in the type of a file system."""

_FOLDER_NAMES = (
    ("Dropbox", re.compile(r"dropbox( \(.+\))?", re.IGNORECASE)),
    ("OneDrive", re.compile(r"onedrive( - .+)?|onedrive-.+", re.IGNORECASE)),
    ("Google Drive", re.compile(r"google ?drive|my ?drive|googledrive-.+", re.IGNORECASE)),
    ("iCloud", re.compile(r"mobile documents|com~apple~clouddocs|icloud ?drive", re.IGNORECASE)),
    ("Nextcloud", re.compile(r"nextcloud", re.IGNORECASE)),
    ("ownCloud", re.compile(r"owncloud", re.IGNORECASE)),
    ("pCloud", re.compile(r"pcloud ?drive", re.IGNORECASE)),
    ("Syncthing", re.compile(r"syncthing", re.IGNORECASE)),
)
_MARKS = (
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".stfolder", "Syncthing"),
    (".owncloudsync.log", "Nextcloud"),
    (".nextcloudsync.log", "Nextcloud"),
    (".sync.ffs_db", "FreeFileSync"),
)
"""Files and folders that a sync program leaves at the top of what it keeps."""

_SYNC_DATABASE = re.compile(r"\._?sync_[0-9a-f]+\.db|\.sync_journal\.db")
"""Nextcloud's and ownCloud's own."""


class PlaceKind(Enum):
    """What sort of a place it is."""

    NETWORK = "network"
    CLOUD = "cloud"


@dataclass(frozen=True, slots=True)
class Place:
    """A place that other computers reach too; `name` is what its owner calls it."""

    kind: PlaceKind
    name: str


@dataclass(frozen=True, slots=True)
class Mount:
    """A file system and where it begins."""

    folder: str
    type: str


def shared_place(
    path: PurePath,
    mounts: Sequence[Mount],
    names_in: Callable[[PurePath], Sequence[str]],
    home: PurePath | None = None,
) -> Place | None:
    """Where an absolute path lies, if other computers reach it; None for a folder of this computer alone.

    `names_in` gives the names in a folder, `home` is where a look at what folders hold ends.
    """
    for folder in path.parents:
        for name, pattern in _FOLDER_NAMES:
            if pattern.fullmatch(folder.name):
                return Place(PlaceKind.CLOUD, name)
    for folder in path.parents:
        if folder in (home, PurePath(folder.anchor)):
            break
        if name := _left_by(names_in(folder)):
            return Place(PlaceKind.CLOUD, name)
    return _network_place(path, mounts)


def place_of(path: Path) -> Place | None:
    """Where a plan lies, as this computer's system says."""
    return shared_place(path, _mounts(), _names_in, Path.home())


def mounts_in(text: str) -> list[Mount]:
    """The file systems that Linux lists in `/proc/mounts`; spaces are written there as `\\\\040`."""
    rows = (line.split() for line in text.splitlines())
    return [Mount(_unescaped(row[1]), row[2]) for row in rows if len(row) > 2]


def _network_place(path: PurePath, mounts: Sequence[Mount]) -> Place | None:
    text = str(path)
    if text.startswith("\\\\"):
        return Place(PlaceKind.NETWORK, "Windows")
    # The last one mounted at a place hides those before it.
    around = [each for each in mounts if path.is_relative_to(each.folder)]
    if not around:
        return None
    nearest = max(enumerate(around), key=lambda found: (len(PurePath(found[1].folder).parts), found[0]))[1]
    fuse, _, kind = nearest.type.partition(".")
    if nearest.type in _NETWORK_TYPES or (fuse == "fuse" and kind in _NETWORK_FUSE):
        return Place(PlaceKind.NETWORK, kind or nearest.type)
    return None


def _left_by(names: Sequence[str]) -> str:
    for mark, name in _MARKS:
        if mark in names:
            return name
    return "Nextcloud" if any(map(_SYNC_DATABASE.fullmatch, names)) else ""


def _unescaped(text: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), text)


def _mounts() -> list[Mount]:
    if not sys.platform.startswith("linux"):
        return []
    try:
        return mounts_in(Path("/proc/mounts").read_text(encoding="utf-8", errors="surrogateescape"))
    except OSError:
        return []


def _names_in(folder: PurePath) -> Sequence[str]:
    """The names of a folder that belong to sync programs: asked for one by one where there are many."""
    try:
        return os.listdir(folder)  # noqa: PTH208 - names are wanted, not paths
    except OSError:
        return [mark for mark, _ in _MARKS if is_there(Path(folder) / mark)]
