"""Setting up a fresh machine: what is missing is found, named and installed in one go."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import dev

DEBIAN = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nNAME="Debian GNU/Linux"\nID=debian\n'
UBUNTU = 'NAME="Ubuntu"\nVERSION_ID="24.04"\nID=ubuntu\nID_LIKE=debian\n'
MINT = 'NAME="Linux Mint"\nID=linuxmint\nID_LIKE="ubuntu debian"\n'
FEDORA = 'NAME="Fedora Linux"\nID=fedora\nPRETTY_NAME="Fedora, made by no debian"\n'
ROCKY = 'NAME="Rocky Linux"\nID="rocky"\nID_LIKE="rhel centos fedora"\n'

SCREEN = dev.Need("milepost-has-no-such-screen", "xvfb", "a screen for the window tests")
PRINTER = dev.Need("milepost-has-no-such-reader", "poppler-utils", "tests look at printed weeks")
PAPER = dev.Need("milepost-has-no-such-paper", "poppler-utils", "tests look at printed weeks")

linux_only = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only on Linux does the system bring libraries"
)


@pytest.mark.parametrize("release", [DEBIAN, UBUNTU, MINT])
def test_debian_and_what_is_made_from_it_are_recognised(release: str) -> None:
    assert dev.is_debian_family(release)


@pytest.mark.parametrize("release", [FEDORA, ROCKY, "", "ID\nID_LIKE=\n"])
def test_other_systems_are_not_taken_for_debian(release: str) -> None:
    assert not dev.is_debian_family(release)


@linux_only
def test_a_library_is_there_when_it_loads() -> None:
    assert dev.is_there("libc.so.6")
    assert not dev.is_there("libmilepost-has-no-such.so.6")


def test_a_command_is_there_when_it_is_on_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    command = tmp_path / ("openbox.exe" if os.name == "nt" else "openbox")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not dev.is_there("openbox")

    command.touch()
    command.chmod(0o755)

    assert dev.is_there("openbox")
    assert dev.is_there(str(command))


@linux_only
def test_a_module_is_asked_of_the_systems_own_python() -> None:
    assert not dev.is_there("import milepost_has_no_such_module")
    assert dev.is_there("import sys") == Path("/usr/bin/python3").exists()


def test_only_what_is_missing_is_named() -> None:
    python = dev.Need(sys.executable, "python3", "Milepost runs on it")

    assert dev.missing((python, SCREEN, PRINTER)) == (SCREEN, PRINTER)


@linux_only
def test_tests_need_more_than_the_window_does() -> None:
    window, tests = dev.needs(for_tests=False), dev.needs(for_tests=True)

    assert set(window) < set(tests)
    assert {"libxcb-cursor0", "libgl1"} <= set(dev.packages(window))
    assert {"xvfb", "python3-pyatspi"} <= set(dev.packages(tests)) - set(dev.packages(window))


@linux_only
def test_qts_window_plug_in_needs_no_library_that_goes_unchecked() -> None:
    """Every library that Qt's X11 plug-in names comes with Qt or the C library, or is among the needs."""
    import PySide6

    plugin = Path(PySide6.__path__[0]) / "Qt/plugins/platforms/libqxcb.so"
    listing = subprocess.run(["objdump", "-p", plugin], capture_output=True, text=True, check=True).stdout
    named = {line.split()[1] for line in listing.splitlines() if line.split()[:1] == ["NEEDED"]}
    brought_by_others = {
        "libxcb-util.so.1": "libxcb-image0",
        "libxcb-render.so.0": "libxcb-render-util0",
        "libxcb-shm.so.0": "libxcb-image0",
        "libxcb-sync.so.1": "libgl1",
        "libxcb-xfixes.so.0": "libgl1",
        "libxcb.so.1": "libx11-xcb1",
        "libX11.so.6": "libgl1",
    }
    base = {"libc.so.6", "libm.so.6", "libgcc_s.so.1", "libstdc++.so.6"}

    left = {name for name in named - base - brought_by_others.keys() if not name.startswith("libQt6")}

    assert left <= {need.thing for need in dev.QT_NEEDS}
    assert set(brought_by_others.values()) <= set(dev.packages(dev.QT_NEEDS))


def test_a_package_that_brings_two_things_is_asked_for_once() -> None:
    assert dev.packages((PRINTER, SCREEN, PAPER)) == ("poppler-utils", "xvfb")


def test_the_line_to_type_is_one_line_with_every_package() -> None:
    assert dev.apt_line(("xvfb", "libgl1")) == (
        "sudo apt-get update && sudo apt-get install --yes --no-install-recommends xvfb libgl1"
    )


def test_who_may_not_install_is_told_what_why_and_the_line() -> None:
    told = dev.refusal_without_privilege((SCREEN, PRINTER, PAPER)).splitlines()

    assert "a screen for the window tests" in told[1]
    assert len([line for line in told if line.startswith("  poppler-utils")]) == 1
    assert told[-1] == dev.apt_line(("xvfb", "poppler-utils"))


def test_elsewhere_the_libraries_themselves_are_named() -> None:
    told = dev.refusal_elsewhere(
        (dev.Need("libxcb-cursor.so.0", "libxcb-cursor0", "Qt opens windows with it"),)
    )

    assert "libxcb-cursor.so.0" in told
    assert "apt" not in told


def test_a_plan_or_nothing_opens_the_window_and_a_verb_does_not() -> None:
    assert dev.opens_window([])
    assert dev.opens_window(["mine.milepost"])
    assert not dev.opens_window(["show", "mine.milepost"])
    assert not dev.opens_window(["--help"])


@linux_only
def test_no_display_is_said_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)

    with pytest.raises(dev.SetUpStopped, match="there is no display here"):
        dev.open_milepost([])


def test_the_exit_status_of_a_program_is_passed_on() -> None:
    assert dev.call(sys.executable, "-c", "raise SystemExit(7)") == 7


def test_a_program_that_is_not_there_is_named_with_a_way_on(tmp_path: Path) -> None:
    with pytest.raises(dev.SetUpStopped, match=r"milepost could not be started: .* delete \.venv"):
        dev.call(tmp_path / "milepost")


INTERRUPTED_RUN = """
import dev, sys
dev.set_up = lambda *, for_tests: None
dev.has_display = lambda: True
dev.PROGRAMS = dev.Path(sys.argv[1])
sys.exit(dev.main(["run"]))
"""
SLOW_MILEPOST = """#!/bin/sh
trap 'echo "Milepost closed in order"; exit 0' INT
echo "Milepost is open"
while :; do read -r line || exit 1; done
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows sends Ctrl+C to a whole console, this test's own too")
def test_ctrl_c_lets_milepost_close_in_order_and_shows_no_traceback(tmp_path: Path) -> None:
    milepost = tmp_path / "milepost"
    milepost.write_text(SLOW_MILEPOST)
    milepost.chmod(0o755)
    folder = Path(dev.__file__).parent

    with subprocess.Popen(
        [sys.executable, "-c", INTERRUPTED_RUN, tmp_path],
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as run:
        assert run.stdout is not None
        assert run.stdout.readline() == "Milepost is open\n"
        os.killpg(run.pid, signal.SIGINT)
        out, err = run.communicate(timeout=20)

    assert out == "Milepost closed in order\n"
    assert err == "\nStopped.\n"
    assert run.returncode == 130


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signals to end by")
def test_a_program_that_a_signal_ended_did_not_succeed() -> None:
    assert dev.call(sys.executable, "-c", "import os; os.kill(os.getpid(), 15)") == 128 + 15


def test_uv_works_on_the_projects_environment_whichever_is_active(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VIRTUAL_ENV", "/somewhere/else")

    variables = dev.environment()

    assert "VIRTUAL_ENV" not in variables
    assert variables["UV_PROJECT_ENVIRONMENT"] == str(dev.ENVIRONMENT)


@pytest.mark.parametrize(("arguments", "status"), [([], 2), (["dance"], 2), (["--help"], 0)])
def test_wrong_use_is_answered_with_the_usage(
    arguments: list[str], status: int, capfd: pytest.CaptureFixture[str]
) -> None:
    assert dev.main(arguments) == status
    assert capfd.readouterr().err.startswith("usage: ")


def test_it_runs_where_nothing_but_the_standard_library_is_there() -> None:
    """-I -S: no environment variables, no installed packages."""
    script = Path(dev.__file__)

    done = subprocess.run(
        [sys.executable, "-I", "-S", script, "--help"], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0
    assert done.stderr.startswith("usage: ")
