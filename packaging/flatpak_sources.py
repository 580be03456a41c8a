"""Lay out what the Flatpak manifest builds from: the wheel, uv.lock's packages, the desktop's files.

    uv run --group package python packaging/flatpak_sources.py dist/milepost-X.Y.Z-py3-none-any.whl

writes build/flatpak, which packaging/flatpak/*.yml points to: `packages.json` names every package that the
runtime's Python needs, by address and SHA-256 sum as they stand in uv.lock. Flatpak's builder fetches those
before it cuts itself off from the network. uv says which packages a system needs; it uses the network, too.
"""

import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

from icons import write_icons
from integration import write_integration

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "build" / "flatpak"
PYTHON = (3, 13)
"""The Python of the runtime that the manifest names."""

GLIBC = (2, 40)
"""What is asked for of the system's C library: the runtime has a newer one."""

SYSTEMS = ("x86_64", "aarch64")
"""As Flatpak, uv and the names of wheels spell them."""

_PLATFORM = re.compile(r"manylinux_(\d+)_(\d+)_(\w+)")


class NoWheel(Exception):
    """A package of uv.lock has no wheel for the runtime; the message names it."""


class Wheel(NamedTuple):
    """A wheel as uv.lock names it."""

    address: str
    sha256: str

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.address.rpartition("/")[2]


def main(arguments: list[str]) -> int:
    """Lay out build/flatpak for the wheel named; the exit status."""
    if len(arguments) != 1 or not arguments[0].endswith(".whl"):
        print("usage: uv run --group package python packaging/flatpak_sources.py WHEEL", file=sys.stderr)
        return 2
    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    try:
        packages = sources({system: needed(system) for system in SYSTEMS}, lock)
    except NoWheel as reason:
        print(str(reason), file=sys.stderr)
        return 1
    shutil.rmtree(TARGET, ignore_errors=True)
    (TARGET / "wheel").mkdir(parents=True)
    (TARGET / "packages.json").write_text(json.dumps(packages, indent=2) + "\n", encoding="utf-8")
    shutil.copy2(arguments[0], TARGET / "wheel")
    write_integration(TARGET / "share")
    write_icons(TARGET / "share" / "icons" / "hicolor")
    print(f"{TARGET}  {len(packages)} packages to fetch")
    return 0


def needed(system: str) -> list[str]:
    """The packages, as `name==version`, that the runtime's Python needs on a system."""
    exported = _uv(
        *("export", "--locked", "--no-default-groups", "--no-emit-project"),
        *("--no-hashes", "--no-annotate", "--no-header"),
    )
    python = ".".join(map(str, PYTHON))
    platform = f"{system}-manylinux_{GLIBC[0]}_{GLIBC[1]}"
    compiled = _uv(
        *("pip", "compile", "--no-deps", "--no-annotate", "--no-header", "-"),
        *("--python-version", python, "--python-platform", platform),
        typed=exported,
    )
    return compiled.split()


def sources(needed: dict[str, list[str]], lock: dict[str, Any]) -> list[dict[str, Any]]:
    """Flatpak's list of files to fetch, for what each system needs; raises NoWheel.

    Wheels that run everywhere are listed once, others for their system alone.
    """
    wheels = {
        f"{package['name']}=={package['version']}": [
            Wheel(each["url"], each["hash"].removeprefix("sha256:")) for each in package.get("wheels", ())
        ]
        for package in lock["package"]
        if "version" in package
    }
    listed: dict[Wheel, list[str]] = {}
    for system, names in needed.items():
        for name in names:
            listed.setdefault(chosen(name, wheels.get(name, []), system), []).append(system)
    return [
        {"type": "file", "url": wheel.address, "sha256": wheel.sha256}
        | ({} if wheel.name.endswith("-none-any.whl") else {"only-arches": systems})
        for wheel, systems in sorted(listed.items())
    ]


def chosen(package: str, wheels: list[Wheel], system: str) -> Wheel:
    """The wheel that fits the runtime's Python on a system best: its own before one of any Python."""
    fitting = [(rank, wheel) for wheel in wheels if (rank := _rank(wheel.name, system))]
    if not fitting:
        raise NoWheel(f"uv.lock has no wheel of {package} for Python {PYTHON[0]}.{PYTHON[1]} on {system}.")
    return max(fitting)[1]


def _rank(name: str, system: str) -> tuple[int, int] | None:
    """How well a wheel fits, greater being better; None where it does not fit.

    The fields of a wheel's name are those of Python's binary distribution format.
    """
    python, abi, platforms = name.removesuffix(".whl").split("-")[-3:]
    if platforms == "any":
        return (1, 0) if "py3" in python.split(".") else None
    if not any(_runs_on(platform, system) for platform in platforms.split(".")):
        return None
    own = f"cp{PYTHON[0]}{PYTHON[1]}"
    if abi == own:
        return 3, 0
    least = re.fullmatch(r"cp3(\d+)", python)
    if abi == "abi3" and least and int(least[1]) <= PYTHON[1]:
        return 2, int(least[1])
    return (1, 1) if "py3" in python.split(".") and abi == "none" else None


def _runs_on(platform: str, system: str) -> bool:
    found = _PLATFORM.fullmatch(platform)
    return found is not None and found[3] == system and (int(found[1]), int(found[2])) <= GLIBC


def _uv(*words: str, typed: str | None = None) -> str:
    """What uv says; it stands beside this Python or on the path."""
    uv = shutil.which("uv", path=str(Path(sys.executable).parent)) or "uv"
    done = subprocess.run(
        [uv, "--quiet", *words], cwd=ROOT, input=typed, stdout=subprocess.PIPE, text=True, check=True
    )
    return done.stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
