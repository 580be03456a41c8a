"""Prove the built program from outside, as somebody who has only the folder.

    uv run --group package python packaging/smoke.py [EXECUTABLE]

In a home of its own, with spaces and other letters in its path: makes a plan, shows it, checks it, prints a
week to PDF and exports a calendar without a display; then, on a virtual screen, makes a plan in the wizard
with Enter, closes the window in order, and finds the plan whole. Each proof prints one line; the first that
fails ends it with 1.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXECUTABLE = ROOT / "dist" / "milepost" / "milepost"
PATIENCE_SECONDS = 60
LOOKS = 10


class SmokeFailed(Exception):
    """Something the program should have done did not happen."""


def main(arguments: list[str]) -> int:
    """Run all proofs on the built program; returns the exit status."""
    executable = Path(arguments[0]).absolute() if arguments else EXECUTABLE
    if not executable.is_file():
        print(f"There is no program {executable}. Build it with packaging/build.py.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="milepost smoke ñ ") as home:
        try:
            prove_without_display(executable, Path(home))
            prove_window(executable, Path(home))
        except (SmokeFailed, subprocess.TimeoutExpired) as failure:
            print(f"failed   {failure}", file=sys.stderr)
            return 1
    return 0


def prove_without_display(executable: Path, home: Path) -> None:
    """Make a plan, show it, check it and print its week, with no display at all."""
    plan, sheet, calendar = home / "my plan.milepost", home / "week.pdf", home / "path.ics"
    environment = clean_environment(home)

    def milepost(*words: str) -> str:
        return run([str(executable), *words], environment)

    proved("starts", milepost("--version").strip())
    milepost("new", str(plan), "--start", "2027-01-04", "--background", "engineer", "--hours", "10")
    expect(plan.is_file(), "`new` wrote no plan")
    proved("makes a plan", f"{plan.stat().st_size:,} bytes")
    table = milepost("show", str(plan))
    expect("Job-ready" in table, "`show` does not name the finish")
    proved("shows it", f"{len(table.splitlines())} lines")
    milepost("check", str(plan))
    proved("checks it")
    milepost("week", str(plan), "--date", "2027-01-04", "--pdf", str(sheet))
    expect(sheet.read_bytes().startswith(b"%PDF"), "`week` wrote no PDF")
    proved("prints a week", f"{sheet.stat().st_size:,} bytes")
    milepost("export", "--format", "ics", str(plan), str(calendar))
    expect(calendar.read_bytes().startswith(b"BEGIN:VCALENDAR"), "`export` wrote no calendar")
    proved("exports a calendar", f"{calendar.stat().st_size:,} bytes")


def prove_window(executable: Path, home: Path) -> None:
    """Make a plan in the wizard with Enter, on a virtual screen, and end the program in order."""
    missing = [tool for tool in ("Xvfb", "openbox", "xdotool") if shutil.which(tool) is None]
    if missing:
        print(f"not run  the window: {', '.join(missing)} missing")
        return
    with virtual_screen() as display:
        environment = {**clean_environment(home), "DISPLAY": display}
        program = subprocess.Popen([str(executable)], env=environment)
        try:
            press_enter(window_called("New plan", display), display)
            window_called("^Milepost — ", display)
            program.send_signal(signal.SIGTERM)
            expect(program.wait(PATIENCE_SECONDS) == 0, "the window did not end in order")
        finally:
            program.kill()
            program.wait()
    plans = [path for path in home.rglob("*.milepost") if path.name != "my plan.milepost"]
    expect(len(plans) == 1, "the wizard made no plan")
    run([str(executable), "check", str(plans[0])], clean_environment(home))
    proved("makes a plan in its window", plans[0].name)


def clean_environment(home: Path) -> dict[str, str]:
    """An environment in which nothing of this checkout or this user's settings can be found."""
    return {"HOME": str(home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}


@contextmanager
def virtual_screen() -> Iterator[str]:
    """A screen with a window manager; yields its DISPLAY."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1000x24"]
    screen = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as number:
            display = f":{number.readline().strip()}"
        manager = subprocess.Popen(
            ["openbox"],
            env={**os.environ, "DISPLAY": display},
            stderr=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
        try:
            yield display
        finally:
            manager.terminate()
            manager.wait()
    finally:
        screen.terminate()
        screen.wait()


def window_called(title: str, display: str) -> str:
    """Wait for a visible window whose title matches; its number."""
    command = ["xdotool", "search", "--sync", "--onlyvisible", "--name", title]
    for _ in range(LOOKS - 1):
        # The search fails when another window goes while it is being looked at: look again.
        with suppress(SmokeFailed):
            return run(command, {**os.environ, "DISPLAY": display}).split()[0]
    return run(command, {**os.environ, "DISPLAY": display}).split()[0]


def press_enter(window: str, display: str) -> None:
    """Give a window the keyboard and press Enter."""
    command = ["xdotool", "windowactivate", "--sync", window, "key", "Return"]
    run(command, {**os.environ, "DISPLAY": display})


def run(command: list[str], environment: dict[str, str]) -> str:
    """Run a command that must succeed; its output."""
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=False
    )
    expect(done.returncode == 0, f"{' '.join(command)} ended with {done.returncode}: {done.stderr.strip()}")
    return done.stdout


def expect(holds: bool, failure: str) -> None:
    """Raise `SmokeFailed` with this sentence unless it holds."""
    if not holds:
        raise SmokeFailed(failure)


def proved(what: str, figure: str = "") -> None:
    """Say that something was seen to work."""
    print(f"ok       {what:28} {figure}".rstrip())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
