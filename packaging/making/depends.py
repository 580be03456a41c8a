"""What the program needs from the system it is installed on, read from the program itself."""

import re
from collections.abc import Iterable
from pathlib import Path

from making.elf import Needs, needs, programs
from making.steps import BuildFailed

DEBIAN = {
    "ld-linux-x86-64.so.2": "libc6",
    "libc.so.6": "libc6",
    "libdl.so.2": "libc6",
    "libm.so.6": "libc6",
    "libpthread.so.0": "libc6",
    "libresolv.so.2": "libc6",
    "librt.so.1": "libc6",
    "libutil.so.1": "libc6",
    "libgcc_s.so.1": "libgcc-s1",
    "libstdc++.so.6": "libstdc++6",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
    "libexpat.so.1": "libexpat1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
"""The packages of Debian and Ubuntu that bring the libraries which the program leaves to the system."""


def asked_of_system(program: Path) -> dict[str, set[str]]:
    """The libraries that a program's folder asks for and does not bring, with the versions of their parts."""
    asked = needs(programs(program))
    return outside(asked.values(), {path.name for path in program.rglob("*.so*")})


def outside(asked: Iterable[Needs], brought: set[str]) -> dict[str, set[str]]:
    """Of all that is asked for, what is not brought."""
    found: dict[str, set[str]] = {}
    for each in asked:
        for library in each.libraries:
            if library not in brought:
                found.setdefault(library, set()).update(each.versions.get(library, ()))
    return found


def debian_depends(asked: dict[str, set[str]]) -> str:
    """The Depends field of a Debian package; raises BuildFailed for a library no package is known for."""
    unknown = sorted(asked.keys() - DEBIAN.keys())
    if unknown:
        raise BuildFailed(
            f"The program asks for {', '.join(unknown)}, brings it not, and no package is known for it. "
            "Bring it, or name its package in packaging/making/depends.py."
        )
    packages = {DEBIAN[library] for library in asked} - {"libc6"}
    return ", ".join([f"libc6 (>= {oldest_glibc(asked)})", *sorted(packages)])


def rpm_requires(asked: dict[str, set[str]]) -> list[str]:
    """What an .rpm requires: the libraries by name, and of the C library its newest part."""
    glibc = f"libc.so.6(GLIBC_{oldest_glibc(asked)})(64bit)"
    libraries = [library for library in asked if DEBIAN.get(library) != "libc6"]
    return [glibc, *sorted(f"{library}()(64bit)" for library in libraries)]


def oldest_glibc(asked: dict[str, set[str]]) -> str:
    """The oldest C library on which the program runs."""
    versions = [
        tuple(map(int, found[1].split(".")))
        for parts in asked.values()
        for part in parts
        if (found := re.fullmatch(r"GLIBC_([\d.]+)", part)) is not None
    ]
    return ".".join(map(str, max(versions, default=(2, 17))))
