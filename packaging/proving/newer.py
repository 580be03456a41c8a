"""Tomorrow's Milepost, made from today's: artifacts and plans that say they are newer, for upgrades.

The newer artifact is the same build with a raised version: in the .deb's control file and in the metadata
from which the program reads its version. The newer plan is a copy with the next file revision, a column and a
table more, and the same oldest reader: what a newer Milepost writes that only adds.
"""

import re
import shutil
import sqlite3
import subprocess
import zipfile
from contextlib import closing
from pathlib import Path

_VERSION_LINE = re.compile(r"^Version: .*$", re.MULTILINE)


def raised(version: str) -> str:
    """The next minor version: “0.2.0” after “0.1.3”."""
    major, minor, *_ = version.split(".")
    return f"{major}.{int(minor) + 1}.0"


def newer_deb(artifact: Path, folder: Path) -> Path:
    """The same package with a raised version, written into an empty folder."""
    tree = folder / "tree"
    subprocess.run(["dpkg-deb", "--raw-extract", str(artifact), str(tree)], check=True)
    control = tree / "DEBIAN" / "control"
    old = _version_in(control.read_text(encoding="utf-8"))
    _say_version(control, raised(old))
    for metadata in tree.rglob(f"milepost-{old}.dist-info/METADATA"):
        _say_version(metadata, raised(old))
        metadata.parent.rename(metadata.parent.with_name(f"milepost-{raised(old)}.dist-info"))
    # Sums of the files as they were; packages need none.
    (tree / "DEBIAN" / "md5sums").unlink(missing_ok=True)
    newer = folder / artifact.name.replace(old, raised(old))
    build = ["dpkg-deb", "--root-owner-group", "-Zgzip", "-z1", "--build", str(tree), str(newer)]
    subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
    shutil.rmtree(tree)
    return newer


def newer_wheel(artifact: Path, folder: Path) -> Path:
    """The same wheel with a raised version, written into a folder."""
    old = artifact.name.split("-")[1]
    newer = folder / artifact.name.replace(old, raised(old))
    was, now = f"milepost-{old}.dist-info/", f"milepost-{raised(old)}.dist-info/"
    with zipfile.ZipFile(artifact) as source, zipfile.ZipFile(newer, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == f"{was}METADATA":
                content = _with_version(content.decode(), raised(old)).encode()
            elif name == f"{was}RECORD":
                lines = [line.replace(was, now) for line in content.decode().splitlines()]
                # A line without digest and size: what it names is checked against nothing.
                content = "\n".join(
                    f"{now}METADATA,," if f"{now}METADATA" in x else x for x in lines
                ).encode()
            target.writestr(name.replace(was, now), content)
    return newer


def make_newer(plan: Path) -> str:
    """Turn a plan's file into one that a newer Milepost wrote; the file revision it then has."""
    with closing(sqlite3.connect(plan)) as connection:
        (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        newer = f"{int(revision) + 1:0{len(revision)}}"
        connection.execute("UPDATE alembic_version SET version_num = ?", [newer])
        connection.execute("ALTER TABLE activity ADD COLUMN mood TEXT NOT NULL DEFAULT 'curious'")
        connection.execute("CREATE TABLE keepsake (id TEXT PRIMARY KEY, words TEXT NOT NULL)")
        connection.execute("INSERT INTO keepsake VALUES ('1', 'what only a newer Milepost knows')")
        connection.commit()
    return newer


def _version_in(text: str) -> str:
    found = _VERSION_LINE.search(text)
    if found is None:
        raise ValueError("no line says a version")
    return found[0].removeprefix("Version: ")


def _with_version(text: str, version: str) -> str:
    return _VERSION_LINE.sub(f"Version: {version}", text, count=1)


def _say_version(file: Path, version: str) -> None:
    file.write_text(_with_version(file.read_text(encoding="utf-8"), version), encoding="utf-8")
