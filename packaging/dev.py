"""Set Milepost up on a machine that has only Python and a shell, then open it or check it.

    python3 packaging/dev.py run [ARGS...]     set up, then open Milepost; ARGS go to `milepost`
    python3 packaging/dev.py test [ARGS...]    set up, then run every check and test; ARGS go to pytest

Setting up means: the system libraries that Qt needs (for `test` also what the window tests drive), an
environment in `.venv`, uv in it, and the packages that `uv.lock` names. What is there already is left alone:
the second time is quick. Only the standard library is used, and never a shell. Its own words go to standard
error: what Milepost prints can be piped on.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
PROGRAMS = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")
PYTHON = PROGRAMS / ("python.exe" if os.name == "nt" else "python")
OLDEST_PYTHON = (3, 11)
INTERRUPTED = 130
USAGE = "usage: python3 packaging/dev.py run [ARGS...] | test [ARGS...]"


class Need(NamedTuple):
    """Something Milepost needs from the system."""

    thing: str
    """What is looked for: a soname, a command or its path, or `import NAME` in the system's own Python."""
    package: str
    """The package of Debian and Ubuntu that brings it."""
    purpose: str


class SetUpStopped(Exception):
    """Setting up cannot go on; the message says in plain words why, and the way out."""


_DRAWING = "Qt draws with it"
_WINDOW = "Qt opens windows with it"
QT_NEEDS = (
    Need("libGL.so.1", "libgl1", _DRAWING),
    Need("libEGL.so.1", "libegl1", _DRAWING),
    Need("libfontconfig.so.1", "libfontconfig1", _DRAWING),
    Need("libfreetype.so.6", "libfreetype6", _DRAWING),
    # Debian 13 and Ubuntu 24.04 call it libglib2.0-0t64, which provides the old name: apt finds it by either.
    Need("libglib-2.0.so.0", "libglib2.0-0", _WINDOW),
    Need("libgthread-2.0.so.0", "libglib2.0-0", _WINDOW),
    Need("libdbus-1.so.3", "libdbus-1-3", "Qt talks to the desktop and to screen readers with it"),
    Need("libgssapi_krb5.so.2", "libgssapi-krb5-2", "Qt's network part does not load without it"),
    Need("libxkbcommon.so.0", "libxkbcommon0", "Qt reads the keyboard with it"),
    Need("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "Qt reads the keyboard with it"),
    Need("libX11-xcb.so.1", "libx11-xcb1", _WINDOW),
    Need("libxcb-cursor.so.0", "libxcb-cursor0", _WINDOW),
    Need("libxcb-icccm.so.4", "libxcb-icccm4", _WINDOW),
    Need("libxcb-image.so.0", "libxcb-image0", _WINDOW),
    Need("libxcb-keysyms.so.1", "libxcb-keysyms1", _WINDOW),
    Need("libxcb-randr.so.0", "libxcb-randr0", _WINDOW),
    Need("libxcb-render-util.so.0", "libxcb-render-util0", _WINDOW),
    Need("libxcb-shape.so.0", "libxcb-shape0", _WINDOW),
    Need("libxcb-xkb.so.1", "libxcb-xkb1", _WINDOW),
)
_READER = "tests read the window as a screen reader does"
_PRINTED = "tests look at printed weeks"
_DESKTOP = "tests ask a desktop's own tools about Milepost and its plans"
TEST_NEEDS = (
    Need("Xvfb", "xvfb", "a screen for the window tests"),
    Need("xauth", "xauth", "a screen for the window tests"),
    Need("openbox", "openbox", "a window manager for the window tests"),
    Need("xdotool", "xdotool", "tests move the mouse and press keys"),
    Need("strace", "strace", "a test watches that nothing asks the network"),
    Need("dbus-run-session", "dbus", _READER),
    Need("dbus-launch", "dbus-x11", _READER),
    Need("/usr/libexec/at-spi-bus-launcher", "at-spi2-core", _READER),
    Need("import pyatspi", "python3-pyatspi", _READER),
    Need("pdftotext", "poppler-utils", _PRINTED),
    Need("pdftoppm", "poppler-utils", _PRINTED),
    Need("pdffonts", "poppler-utils", _PRINTED),
    Need("xmessage", "x11-utils", "tests cover Milepost's window with another"),
    Need("desktop-file-validate", "desktop-file-utils", _DESKTOP),
    Need("appstreamcli", "appstream", _DESKTOP),
    Need("update-mime-database", "shared-mime-info", _DESKTOP),
    Need("xdg-mime", "xdg-utils", _DESKTOP),
    Need("gio", "libglib2.0-bin", _DESKTOP),
    Need("objdump", "binutils", "PyInstaller reads programs with it"),
)
PIP_NEED = Need(
    "ensurepip",
    f"python{sys.version_info.major}.{sys.version_info.minor}-venv",
    "Python makes the environment with it",
)


class Check(NamedTuple):
    """One step of `test`: a tool of the environment."""

    subject: str
    command: tuple[str, ...]


CHECKS = (
    Check("The code's style (ruff check)", ("ruff", "check")),
    Check("The code's format (ruff format)", ("ruff", "format", "--check")),
    Check("The types (mypy)", ("mypy",)),
    Check("The import contracts (lint-imports)", ("lint-imports", "--no-logo")),
)
SHORT_PROOFS = Check("Wheel and sdist, installed and used", ("python", "packaging/smoke.py", "--short"))
"""What a user does with the artifacts that take seconds to make. On Linux alone: it drives X and AT-SPI."""

TESTS = Check("The tests (pytest)", ("pytest", "-n", "auto"))


def main(arguments: list[str]) -> int:
    """Carry out `run` or `test`; the exit status."""
    if not arguments or arguments[0] not in ("run", "test"):
        say(USAGE)
        return 0 if arguments in (["-h"], ["--help"]) else 2
    verb, *rest = arguments
    try:
        set_up(for_tests=verb == "test")
        return check_all(rest) if verb == "test" else open_milepost(rest)
    except SetUpStopped as stopped:
        say(str(stopped))
        return 1
    except KeyboardInterrupt:
        say("\nStopped.")
        return INTERRUPTED


def set_up(*, for_tests: bool, further: tuple[Need, ...] = (), groups: tuple[str, ...] = ()) -> None:
    """Bring what Milepost needs, and its tests too where asked; raises SetUpStopped where that cannot be.

    `further` is what else the system must bring, `groups` which other groups of packages uv.lock has for it.
    """
    if sys.version_info < OLDEST_PYTHON:
        raise SetUpStopped(
            "Milepost needs Python {}.{} or newer; this is Python {}.{}. ".format(
                *OLDEST_PYTHON, *sys.version_info[:2]
            )
            + "Please run the same command with a newer Python."
        )
    provide(missing((*needs(for_tests=for_tests), *further)))
    make_environment()
    # --inexact leaves alone what the lock does not name: uv itself, and groups somebody added by hand.
    chosen: tuple[str, ...] = () if for_tests else ("--no-default-groups",)
    chosen += tuple(f"--group={group}" for group in groups)
    sync: tuple[str | Path, ...] = (
        PROGRAMS / "uv",
        "sync",
        "--locked",
        "--inexact",
        "--python",
        PYTHON,
        *chosen,
    )
    if call(*sync, cwd=ROOT) != 0:
        raise SetUpStopped(
            "The packages that uv.lock names could not be installed; uv says why above. "
            "With the network back, or the cause mended, run the same command again."
        )


# What the system brings


def needs(*, for_tests: bool) -> tuple[Need, ...]:
    """What this system must bring. Windows and macOS have it all."""
    if not sys.platform.startswith("linux"):
        return ()
    environment = () if (PROGRAMS / "uv").exists() else (PIP_NEED,)
    return environment + QT_NEEDS + (TEST_NEEDS if for_tests else ())


def missing(needed: tuple[Need, ...]) -> tuple[Need, ...]:
    """Those of `needed` that are not here."""
    return tuple(need for need in needed if not is_there(need.thing))


def is_there(thing: str) -> bool:
    """Whether the system has `thing` (see Need)."""
    if thing == "ensurepip":
        return importlib.util.find_spec(thing) is not None
    if thing.startswith("import "):
        python = "/usr/bin/python3"
        return Path(python).exists() and quiet(python, "-c", thing) == 0
    if ".so." in thing:
        try:
            ctypes.CDLL(thing)
        except OSError:
            return False
        return True
    return shutil.which(thing) is not None


def provide(lacking: tuple[Need, ...]) -> None:
    """Install `lacking` by apt on Debian and Ubuntu; elsewhere, or without the right to, name it and stop."""
    if not lacking:
        return
    if not (is_debian_family(os_release()) and shutil.which("apt-get")):
        raise SetUpStopped(refusal_elsewhere(lacking))
    privilege = privilege_for_apt()
    if privilege is None:
        raise SetUpStopped(refusal_without_privilege(lacking))
    say("Milepost installs these system packages now, through apt:")
    say(reasons(lacking))
    apt = (*privilege, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=300")
    # A list that cannot be brought up to date (one source of many is away) need not keep packages away.
    call(*apt, "--quiet", "update", output=sys.stderr.fileno())
    call(*apt, *install_arguments(packages(lacking)), output=sys.stderr.fileno())
    still = missing(lacking)
    if still:
        raise SetUpStopped(
            "apt could not bring everything; its reason is above. Still missing:\n" + reasons(still)
        )


def is_debian_family(release: str) -> bool:
    """Whether the text of an os-release file is that of Debian, Ubuntu or a system made from them."""
    family = set()
    for line in release.splitlines():
        key, _, value = line.partition("=")
        if key.strip() in ("ID", "ID_LIKE"):
            family.update(value.strip().strip("\"'").split())
    return not family.isdisjoint({"debian", "ubuntu"})


def os_release() -> str:
    """What the system says about itself; empty where it says nothing."""
    for path in (Path("/etc/os-release"), Path("/usr/lib/os-release")):
        if path.exists():
            return path.read_text(encoding="utf-8", errors="replace")
    return ""


def privilege_for_apt() -> tuple[str, ...] | None:
    """What to put before apt-get: nothing for root, sudo where it asks no password, None where neither."""
    if sys.platform != "win32" and os.geteuid() == 0:
        return ()
    if shutil.which("sudo") and quiet("sudo", "-n", "true") == 0:
        return ("sudo", "-n")
    return None


def packages(lacking: tuple[Need, ...]) -> tuple[str, ...]:
    """The packages that bring what is lacking, each once, in order."""
    return tuple(dict.fromkeys(need.package for need in lacking))


def install_arguments(names: tuple[str, ...]) -> tuple[str, ...]:
    """apt-get's arguments to install packages and no more than they require."""
    return ("install", "--yes", "--no-install-recommends", *names)


def apt_line(names: tuple[str, ...]) -> str:
    """The one line that a person with a password types instead."""
    return "sudo apt-get update && sudo apt-get " + " ".join(install_arguments(names))


def reasons(lacking: tuple[Need, ...]) -> str:
    """One line a package: its name, and what it is for."""
    purposes = {need.package: need.purpose for need in reversed(lacking)}
    return "\n".join(f"  {name:22}{purposes[name]}" for name in packages(lacking))


def refusal_without_privilege(lacking: tuple[Need, ...]) -> str:
    """What to say on Debian and Ubuntu to somebody who may not install packages without a password."""
    return (
        f"Milepost needs these system packages:\n{reasons(lacking)}\n"
        f"Installing them takes your password. Please run this line, then the same command again:\n"
        f"{apt_line(packages(lacking))}"
    )


def refusal_elsewhere(lacking: tuple[Need, ...]) -> str:
    """What to say on a system whose packages Milepost does not know."""
    lines = "\n".join(
        f"  {need.thing.removeprefix('import '):34}{need.purpose}; Debian has it in {need.package}"
        for need in lacking
    )
    return (
        f"Milepost needs these from your system, and they are not here:\n{lines}\n"
        "Please install them with your system's package manager, then run the same command again."
    )


# The environment


def make_environment() -> None:
    """Make `.venv` with uv in it, where it is not there or has stopped working."""
    new_enough = f"import sys; sys.exit(sys.version_info < {OLDEST_PYTHON})"
    if quiet(PYTHON, "-c", new_enough) != 0:
        say("Making the environment in .venv ...")
        if call(sys.executable, "-m", "venv", "--clear", ENVIRONMENT) != 0:
            raise SetUpStopped("Python could not make the environment in .venv; its reason is above.")
    if shutil.which("uv", path=str(PROGRAMS)):
        return
    say("Installing uv into .venv ...")
    # An environment that uv made has no pip.
    has_pip = quiet(PYTHON, "-m", "pip", "--version") == 0 or quiet(PYTHON, "-m", "ensurepip") == 0
    pip = (PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "uv")
    if not has_pip or call(*pip, output=sys.stderr.fileno()) != 0:
        raise SetUpStopped(
            "uv could not be installed into .venv; pip's reason is above. "
            "It comes from the Python package index, so this step needs the network."
        )


# Opening and checking


def open_milepost(arguments: list[str]) -> int:
    """Open Milepost, or run one of its verbs, in the folder the person is in; its exit status."""
    if opens_window(arguments) and not has_display():
        raise SetUpStopped(
            "Milepost is set up, but there is no display here to open its window on. "
            "Please run this in a desktop session; the verbs (see `run --help`) work without a display."
        )
    return call(PROGRAMS / "milepost", *arguments)


def opens_window(arguments: list[str]) -> bool:
    """Whether `milepost ARGUMENTS` opens a window: with nothing to say, or with a plan to open."""
    return not arguments or arguments[0].endswith(".milepost")


def has_display() -> bool:
    """Whether there is a screen to open a window on, as far as the environment tells."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def check_all(arguments: list[str]) -> int:
    """Run every check, then the tests; the exit status of the first that is not in order, or 0."""
    proofs = (SHORT_PROOFS,) if sys.platform.startswith("linux") else ()
    for check in CHECKS + proofs:
        say(f"\n== {check.subject}")
        status = call(PROGRAMS / check.command[0], *check.command[1:], cwd=ROOT)
        if status != 0:
            say(f"{check.subject}: not in order; the lines above say where. The checks after it did not run.")
            return status
    say(f"\n== {TESTS.subject}")
    # Nothing is said after the tests: pytest's closing line stands last.
    return call(PROGRAMS / TESTS.command[0], *TESTS.command[1:], *arguments, cwd=ROOT)


# Running programs


def call(*command: str | Path, cwd: Path | None = None, output: int | None = None) -> int:
    """Run a program to its end; its exit status (128 and the signal's number where one ended it).

    Ctrl+C reaches the program too: it is given the time to end in order, until Ctrl+C is pressed again.
    Raises SetUpStopped where there is no such program.
    """
    try:
        process = subprocess.Popen(command, cwd=cwd, env=environment(), stdout=output)
    except OSError as error:
        raise SetUpStopped(
            f"{command[0]} could not be started: {error.strerror}. If this folder was moved or copied, "
            "please delete .venv in it, then run the same command again."
        ) from error
    with process:
        try:
            status = process.wait()
        except KeyboardInterrupt:
            try:
                process.wait()
            except KeyboardInterrupt:
                process.terminate()
            raise
    return status if status >= 0 else 128 - status


def quiet(*command: str | Path) -> int:
    """Run a program for its exit status alone."""
    try:
        return subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, check=False).returncode
    except OSError:
        return 127


def environment() -> dict[str, str]:
    """The environment variables, with `.venv` as the one environment that uv works on."""
    variables = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    return variables | {"UV_PROJECT_ENVIRONMENT": str(ENVIRONMENT)}


def say(text: str) -> None:
    """Tell the person something, before whatever the next program prints."""
    sys.stdout.flush()
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
