"""Libraries that came along for something that was left out: found by what the rest asks for."""

from collections.abc import Mapping
from pathlib import Path

from making.elf import Needs, needs, programs


def remove_orphans(program: Path) -> list[str]:
    """Remove the shared libraries of a one-folder program that nothing in it asks for; their names."""
    inside = program / "_internal"
    removed = orphans(needs(programs(program)), {inside, inside / "PySide6" / "Qt" / "lib"})
    for path in removed:
        path.unlink()
    for path in inside.rglob("*"):
        if path.is_symlink() and not path.exists():
            path.unlink()
    for path in sorted((path for path in inside.rglob("*") if path.is_dir()), reverse=True):
        if not any(path.iterdir()):
            path.rmdir()
    return [path.name for path in removed]


def orphans(asked: Mapping[Path, Needs], folders: set[Path]) -> list[Path]:
    """Those libraries lying directly in `folders` that neither anything elsewhere nor its libraries ask for.

    What lies elsewhere or is not called lib... is opened by its path (Python's extension modules, Qt's
    plugins): nobody asks for it, and it stays. So does Python itself, which the program opens by name.
    """
    libraries = {path.name: path for path in asked if path.parent in folders and path.name.startswith("lib")}
    kept = {path for path in asked if libraries.get(path.name) != path or path.name.startswith("libpython")}
    looking = list(kept)
    while looking:
        for name in asked[looking.pop()].libraries:
            path = libraries.get(name)
            if path is not None and path not in kept:
                kept.add(path)
                looking.append(path)
    return sorted(asked.keys() - kept)
