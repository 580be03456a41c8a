"""The whole build: what this system can make, in order, with a line for each step and a table at the end."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from making import appdir, checkout, compare, deb, frozen, rpm, sbom, sums, tarball, tree, wheel
from making.contents import components
from making.depends import asked_of_system
from making.files import every, settle, size
from making.licences import FOLDER, write_texts
from making.names import Names
from making.steps import BuildFailed, remove, step
from making.table import Row, table

MOST_DEB_MB = 55
MOST_INSTALLED_MB = 185
FAILED = 1
INTERRUPTED = 130


def main(root: Path, *, again: bool) -> int:
    """Make everything from the checkout `root`, and `again` to compare; the exit status."""
    try:
        source = checkout.read(root)
        print(source, flush=True)
        if again and source.changed:
            raise BuildFailed("Two builds of one commit are compared: please commit your changes first.")
        rows = make(source)
        print(f"\nIn {root / 'dist'}:\n{table(rows)}", flush=True)
        too_large = [sentence for row in rows for sentence in row.over()]
        print("\n".join(too_large), end="\n" if too_large else "", file=sys.stderr)
        found = compare.build_again(source, root / "dist") if again else []
        if again:
            print(compare.told(found, sum(1 for path in every(root / "dist") if not path.is_dir())))
        return FAILED if too_large or any(not difference.reason for difference in found) else 0
    except BuildFailed as failure:
        print(failure, file=sys.stderr)
        return FAILED
    except OSError as error:
        # A full disk, above all.
        print(f"The build stopped: {error}. With the cause mended, run the same again.", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED  # packaging/build.py, which Ctrl+C reaches too, says so


def make(source: checkout.Checkout) -> list[Row]:
    """Make all that this system can; what was made, for the table."""
    dist, work = source.root / "dist", source.root / "build"
    names = Names(dist, source.version)
    remove(dist)
    work.mkdir(exist_ok=True)
    with step("Wheel and source archive"):
        wheel.make(source, names.wheel, names.sdist, work)
    rows = [Row(names.wheel), Row(names.sdist)]
    if not sys.platform.startswith("linux"):
        print("The program and its installer for this system are made as .github/workflows/release.yml says.")
    else:
        rows += _make_for_linux(source, names, work)
    with step("SHA-256 sums"):
        sums.make(dist, names.sums)
    return rows


def _make_for_linux(source: checkout.Checkout, names: Names, work: Path) -> Iterator[Row]:
    with step("The program in one folder (PyInstaller)"):
        notes = frozen.make(source, names.program, work / "frozen")
    with step("List of everything in it (SBOM) and their licences"):
        found = components(names.program, notes, source.root)
        write_texts(found, names.program / FOLDER)
        text = tree.copyright_text(source, found)
        (names.program / FOLDER / "copyright").write_text(text, encoding="utf-8")
        settle(names.program, source.epoch)
        sbom.make(source, found, names.sbom)
        asked = asked_of_system(names.program)
    laid_out = work / "tree"
    with step("Desktop entry, icons, manual"):
        tree.lay_out(source, names.program, found, laid_out)
    yield Row(names.program, most=MOST_INSTALLED_MB)
    yield Row(names.sbom)
    installed = size(laid_out)
    with step("AppDir"):
        appdir.make(source, laid_out, names.appdir)
    yield Row(names.appdir)
    if _has("zstd", names.tarball):
        with step("Archive to unpack and run (.tar.zst)"):
            tarball.make(source, names.program, laid_out, names.tarball, work)
        yield Row(names.tarball, unpacked=size(names.program))
    if _has("dpkg-deb", names.deb):
        with step("Package for Debian and Ubuntu (.deb)"):
            deb.make(source, laid_out, asked, names.deb, work)
        yield Row(names.deb, unpacked=installed, most=MOST_DEB_MB, most_unpacked=MOST_INSTALLED_MB)
    if _has("rpmbuild", names.rpm):
        with step("Package for Fedora and openSUSE (.rpm)"):
            rpm.make(source, laid_out, asked, names.rpm, work)
        yield Row(names.rpm, unpacked=installed, most_unpacked=MOST_INSTALLED_MB)


def _has(program: str, artifact: Path) -> bool:
    """Whether this system has a program; says what is not made without it."""
    if shutil.which(program) is not None:
        return True
    print(f"{artifact.name} is not made: {program} is not installed.", flush=True)
    return False
