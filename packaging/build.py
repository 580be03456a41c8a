"""Build everything that people install Milepost from, on a machine that has only Python and a shell.

    python3 packaging/build.py              make all that this system can, in dist/
    python3 packaging/build.py --compare    then build the same commit again elsewhere, and compare

On Linux: the program in one folder, .deb, .rpm, .tar.zst, wheel and source archive, AppDir, the list of
everything in it (SBOM) and the SHA-256 sums. Elsewhere: wheel and source archive. What is missing is
installed first, as packaging/dev.py does it. Nothing outside .venv, build/ and dist/ is written. The modules
that do the work are in packaging/making.
"""

from __future__ import annotations

import os
import platform
import sys
import sysconfig
from pathlib import Path

import dev

USAGE = "usage: python3 packaging/build.py [--compare]"
PACKAGING = Path(__file__).resolve().parent

NEEDS = (
    dev.Need("git", "git", "what is built carries its commit"),
    dev.Need("objdump", "binutils", "libraries are read and made smaller with it"),
)
"""Without these nothing is built on Linux."""

PACKERS = (
    dev.Need("dpkg-deb", "dpkg", "the .deb is made with it"),
    dev.Need("rpmbuild", "rpm", "the .rpm is made with it"),
    dev.Need("zstd", "zstd", "the .tar.zst is made with it"),
)
"""Without one of these its own package is not made, and the others are."""


def main(arguments: list[str]) -> int:
    """Set up, then build; the exit status."""
    if arguments not in ([], ["--compare"]):
        dev.say(USAGE)
        return 0 if arguments in (["-h"], ["--help"]) else 2
    try:
        dev.set_up(for_tests=False, further=needs(), groups=("package",))
        provide_packers()
        os.environ["PYTHONPATH"] = str(PACKAGING)
        return dev.call(dev.PYTHON, "-m", "making", *arguments, cwd=dev.ROOT)
    except dev.SetUpStopped as stopped:
        dev.say(str(stopped))
        return 1
    except KeyboardInterrupt:
        dev.say("\nStopped.")
        return dev.INTERRUPTED


def needs() -> tuple[dev.Need, ...]:
    """What building needs from this system beside what Milepost itself needs."""
    if not sys.platform.startswith("linux"):
        return ()
    return (*NEEDS, *python_library())


def python_library() -> tuple[dev.Need, ...]:
    """Python as a library, which the program carries; Debian's python3 does without it."""
    name = sysconfig.get_config_var("INSTSONAME") or ""
    if ".so" not in name or (Path(sysconfig.get_config_var("LIBDIR") or "/") / name).exists():
        return ()
    version = ".".join(platform.python_version_tuple()[:2])
    return (dev.Need(name, f"libpython{version}", "the program carries Python as this library"),)


def provide_packers() -> None:
    """Install what makes packages where that can be; where it cannot, say how, and go on without."""
    if not sys.platform.startswith("linux"):
        return
    lacking = dev.missing(PACKERS)
    try:
        dev.provide(lacking)
    except dev.SetUpStopped as stopped:
        dev.say(f"{stopped}\nWithout them the rest is made.")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
