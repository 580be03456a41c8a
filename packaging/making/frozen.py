"""The one-folder program: PyInstaller's work, then stripped, and the same from every build of one commit."""

import shutil
import sys
from pathlib import Path

from making import files
from making.bindings import compile_bindings
from making.checkout import Checkout
from making.icu import thin_library
from making.orphans import remove_orphans
from making.steps import in_place, run

KEPT_WHOLE = ("numpy.libs", "PySide6")
"""Folders that do not survive stripping: OpenBLAS and Qt's own libraries lose what they need to load."""


def make(checkout: Checkout, target: Path, work: Path) -> Path:
    """Build the program into the folder `target`, with `work` for what is needed on the way.

    Returns the folder with PyInstaller's lists of what it collected from where.
    """
    shutil.rmtree(work, ignore_errors=True)
    run(
        *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"),
        *("--distpath", work / "made", "--workpath", work / "work"),
        checkout.root / "packaging" / "milepost.spec",
        cwd=checkout.root,
        # PyInstaller's sets in one order, and the commit's time for whatever carries a time.
        environment={"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": str(checkout.epoch)},
    )
    program = work / "made" / "milepost"
    remove_orphans(program)
    for library in sorted((program / "_internal" / "PySide6" / "Qt" / "lib").glob("libicudata.so*")):
        thin_library(library, work / "icu")
    compile_bindings(program, work / "bindings")
    strip_libraries(program)
    for path in program.rglob("*.so*"):
        if not path.is_symlink():
            path.chmod(0o644)  # libraries are loaded, not run
    files.settle(program, checkout.epoch)
    with in_place(target) as unfinished:
        program.rename(unfinished)
    return work / "work" / "milepost"


def strip_libraries(folder: Path) -> None:
    """Drop debug symbols from the shared libraries that bear it."""
    libraries = [
        path
        for path in folder.rglob("*.so*")
        # PyInstaller links libraries of kept folders from the top: stripping a link strips what it names.
        if path.is_file() and not path.is_symlink() and not any(kept in path.parts for kept in KEPT_WHOLE)
    ]
    run("strip", "--strip-unneeded", *libraries)
