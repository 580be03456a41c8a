"""The archive to unpack anywhere and run: one folder, without an installer."""

import subprocess
import tarfile
from pathlib import Path

from making import files
from making.checkout import Checkout
from making.steps import BuildFailed, in_place, remove

LEVEL = "-12"
"""The next levels take four times as long for each half of a megabyte."""
WINDOW = "--long=27"
"""As far back as zstd looks for what it has seen: the farthest that unpacks without an option."""


def make(checkout: Checkout, program: Path, tree: Path, target: Path, work: Path) -> None:
    """Pack the one-folder program with what a desktop reads (in `share`, from the packages' `tree`)."""
    folder = work / f"milepost-{checkout.version}"
    remove(folder)
    files.copy(program, folder)
    for part in ("applications", "icons", "man", "metainfo", "mime"):
        files.copy(tree / "usr" / "share" / part, folder / "share" / part)
    pack(folder, target, checkout.epoch)
    remove(folder)


def pack(folder: Path, target: Path, epoch: int) -> None:
    """Pack `folder`, whose name becomes the archive's one folder, into `target` (.tar.zst).

    One order, one time, no owner, and one thread: the same bytes on every machine with the same zstd.
    """
    with in_place(target) as unfinished:
        command = ["zstd", "--quiet", LEVEL, WINDOW, "--single-thread", "-o", str(unfinished)]
        with subprocess.Popen(command, stdin=subprocess.PIPE) as zstd:
            assert zstd.stdin is not None
            with (
                zstd.stdin,
                tarfile.open(fileobj=zstd.stdin, mode="w|", format=tarfile.GNU_FORMAT) as archive,
            ):
                for path in (folder, *files.every(folder)):
                    name = str(path.relative_to(folder.parent))
                    member = archive.gettarinfo(path, name)
                    _without_person(member, epoch)
                    if member.isreg():
                        with path.open("rb") as content:
                            archive.addfile(member, content)
                    else:
                        archive.addfile(member)
        if zstd.returncode:
            raise BuildFailed(f"zstd could not pack {target.name}: it ended with {zstd.returncode}.")


def _without_person(member: tarfile.TarInfo, epoch: int) -> None:
    """Take out who packed it and when; keep two modes."""
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    member.mtime = epoch
    member.mode = 0o755 if member.isdir() or member.issym() or member.mode & 0o100 else 0o644
    if member.islnk():
        raise BuildFailed(f"{member.name} is a hard link; the archive would not hold it by itself.")
