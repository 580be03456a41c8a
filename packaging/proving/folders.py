"""Artifacts that are one folder of files: tarball, unpacked .rpm, AppDir, the one-folder program."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from proving.job import prove_verbs, prove_window
from proving.leftovers import expect_clean_home
from proving.place import Installed, Place
from proving.report import expect, proved
from proving.workshop import Workshop

FOLDER_NAME = "Můj program"
"""What the person calls the folder it is unpacked into: with a space, and a letter of another script."""

Unpack = Callable[[Path, Path, Place], Path]
"""Unpack an artifact (as downloaded) into a folder, as the place's person; the executable there."""


def prove_unpacked(artifact: Path, workshop: Workshop, *, unpack: Unpack) -> None:
    """Download it, unpack it, do the whole job, remove its folder: only the person's own files are left."""
    place = workshop.new_place()
    downloads, folder = place.home / "Downloads", place.home / FOLDER_NAME
    for each in (downloads, folder):
        place.run(["mkdir", str(each)])
    downloaded = _download(artifact, downloads, place)
    program = Installed(place, (str(unpack(downloaded, folder, place)),))
    expect(Path(program.command[0]).is_file(), f"it holds no program {program.command[0]}")
    place.run(["rm", "-r", str(downloads)])
    proved("is unpacked", f"{folder}, by {'an unprivileged person' if place.person else 'oneself'}")
    prove_verbs(program)
    with workshop.desktop(place) as screen:
        prove_window(program, screen)
    place.run(["rm", "-r", str(folder)])
    expect_clean_home(place.files, place.scratch)


def unpack_tarball(downloaded: Path, folder: Path, place: Place) -> Path:
    """`tar -xf`: one folder at the top, named like the tarball's beginning."""
    place.run(["tar", "-C", str(folder), "-xf", str(downloaded)])
    tops = sorted(path.name for path in place.outside(folder).iterdir())
    expect(len(tops) == 1, f"it unpacks to {len(tops)} things, not to one folder: {', '.join(tops)}")
    return folder / tops[0] / "milepost"


def unpack_rpm(downloaded: Path, folder: Path, place: Place) -> Path:
    """`rpm2cpio` and `cpio`, as on a system that has another way to install."""
    script = 'cd "$2" && rpm2cpio "$1" | cpio --extract --make-directories --quiet'
    place.run(["sh", "-c", script, "sh", str(downloaded), str(folder)])
    expect((folder / "usr/bin/milepost").is_symlink(), "it brings no command /usr/bin/milepost")
    return folder / "usr/lib/milepost/milepost"


def move_appdir(downloaded: Path, folder: Path, place: Place) -> Path:
    """An AppDir runs from wherever it lies, by its AppRun."""
    place.run(["mv", str(downloaded), str(folder)])
    return folder / downloaded.name / "AppRun"


def move_program(downloaded: Path, folder: Path, place: Place) -> Path:
    """The one-folder program runs from wherever it lies."""
    place.run(["mv", str(downloaded), str(folder)])
    return folder / downloaded.name / "milepost"


def _download(artifact: Path, downloads: Path, place: Place) -> Path:
    """A copy of the artifact that is the person's."""
    copy = downloads / artifact.name
    if artifact.is_dir():
        shutil.copytree(artifact, copy, symlinks=True)
    else:
        shutil.copyfile(artifact, copy)
    if place.person is not None:
        user, group = place.person
        subprocess.run(["chown", "--recursive", "--no-dereference", f"{user}:{group}", str(copy)], check=True)
    return copy
