"""What Linux programs and libraries ask for: other libraries by name, and versions of their parts."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from making import files
from making.steps import run


@dataclass(slots=True)
class Needs:
    """What one program or library asks the loader for."""

    libraries: list[str] = field(default_factory=list)
    """Names as the loader looks them up: `libc.so.6`."""
    versions: dict[str, list[str]] = field(default_factory=dict)
    """For some of the libraries the versions of their parts that are used: `GLIBC_2.36`."""


def programs(folder: Path) -> list[Path]:
    """All programs and libraries below a folder, each once, in order."""
    return [
        path for path in files.every(folder) if path.is_file() and not path.is_symlink() and _is_elf(path)
    ]


def needs(paths: list[Path]) -> dict[Path, Needs]:
    """What each of these programs and libraries asks for, as `objdump` of binutils reads it."""
    by_name = {str(path): Needs() for path in paths}
    now = Needs()
    library = ""
    for line in run("objdump", "--private-headers", *paths).splitlines():
        if (begun := re.match(r"(.+):\s+file format ", line)) is not None:
            now = by_name[begun[1]]
        elif (needed := re.match(r"\s+NEEDED\s+(\S+)", line)) is not None:
            now.libraries.append(needed[1])
        elif (required := re.match(r"\s+required from (.+):", line)) is not None:
            library = required[1]
        elif (version := re.match(r"\s+0x[0-9a-f]+ 0x[0-9a-f]+ \d+ (\S+)", line)) is not None:
            now.versions.setdefault(library, []).append(version[1])
    return {path: by_name[str(path)] for path in paths}


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"
