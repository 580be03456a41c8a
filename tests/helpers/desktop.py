"""A whole small desktop for tests that use Milepost from outside: screen, windows, session bus, AT-SPI."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

PATIENCE_SECONDS = 60
LOOKS = 10
SYSTEM_PYTHON = "/usr/bin/python3"
"""pyatspi comes from the distribution and works with its own Python only."""

READER = Path(__file__).with_name("atspi_reader.py")
ACCESSIBILITY_BUS = "/usr/libexec/at-spi-bus-launcher"


class Desktop:
    """Processes on one virtual screen; `environment` reaches it."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.environment = environment

    def read(self, *words: str) -> Any:
        """What a screen reader finds; see `atspi_reader.py` for the words. Raises AssertionError with its."""
        done = subprocess.run(
            [SYSTEM_PYTHON, str(READER), *words],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE_SECONDS,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    @contextmanager
    def hearing(self, text: str) -> Iterator[list[str]]:
        """What a screen reader says meanwhile, up to a sentence that holds the text: there at the end."""
        said: list[str] = []
        with subprocess.Popen(
            [SYSTEM_PYTHON, str(READER), "hear", text],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as reader:
            assert reader.stdout is not None
            assert reader.stdout.readline() == "listening\n"
            yield said
            out, errors = reader.communicate(timeout=PATIENCE_SECONDS)
            assert reader.returncode == 0, errors
            said += json.loads(out)

    def input(self, *words: str) -> None:
        """Move the mouse or press keys, by xdotool."""
        subprocess.run(["xdotool", *words], env=self.environment, check=True, timeout=PATIENCE_SECONDS)

    def keys(self, title: str, keys: str) -> None:
        """Wait for a window with this title, give it the keyboard and press keys."""
        find = ("search", "--sync", "--onlyvisible", "--name", title)
        for _ in range(LOOKS - 1):
            # The search fails when another window goes while it is being looked at: look again.
            with suppress(subprocess.CalledProcessError):
                self.input(*find, "windowactivate", "--sync")
                break
        else:
            self.input(*find, "windowactivate", "--sync")
        # On its own: keys given to a window by number fail once they have closed it.
        self.input("key", keys)

    @contextmanager
    def program(self, *words: str) -> Iterator[subprocess.Popen[bytes]]:
        """Milepost itself, started with these words; ended at the end if it still runs."""
        with _running([sys.executable, "-m", "planner", *words], self.environment) as program:
            yield program


@contextmanager
def desktop(home: Path, size: str = "1600x1000x24") -> Iterator[Desktop]:
    """A desktop whose home folder is `home`; all of it is gone at the end."""
    environment = {**os.environ, "HOME": str(home), "MILEPOST_HOME": str(home / "milepost")}
    environment |= {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "NO_AT_BRIDGE": "0"}
    environment["XDG_RUNTIME_DIR"] = str(home)
    with ExitStack() as processes:
        environment["DISPLAY"] = ":" + _announced(
            processes, ["Xvfb", "-screen", "0", size, "-displayfd"], environment
        )
        environment["DBUS_SESSION_BUS_ADDRESS"] = _announced(
            processes, ["dbus-daemon", "--session", "--nofork", "--print-address"], environment, joined=True
        )
        processes.enter_context(_running([ACCESSIBILITY_BUS, "--launch-immediately"], environment))
        processes.enter_context(_running(["openbox"], environment))
        yield Desktop(environment)


def _announced(
    processes: ExitStack, command: list[str], environment: dict[str, str], *, joined: bool = False
) -> str:
    """Start a server that writes where it is to a file descriptor; what it wrote."""
    reading, writing = os.pipe()
    last = [f"{command[-1]}={writing}"] if joined else [command[-1], str(writing)]
    processes.enter_context(_running([*command[:-1], *last], environment, pass_fds=(writing,)))
    os.close(writing)
    with os.fdopen(reading) as told:
        return told.readline().strip()


@contextmanager
def _running(
    command: list[str], environment: dict[str, str], pass_fds: tuple[int, ...] = ()
) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(command, env=environment, pass_fds=pass_fds, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
