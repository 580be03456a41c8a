"""A whole small desktop to use a program on from outside: screen, windows, session bus, AT-SPI."""

import json
import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep, strftime
from typing import Any, NamedTuple
from urllib.parse import quote

from proving.pictures import write_png
from proving.report import ProofFailed

PATIENCE_SECONDS = 60
LOOK_EVERY_SECONDS = 0.05
STEPS_OF_A_DRAG = 10
SYSTEM_PYTHON = "/usr/bin/python3"
"""pyatspi comes from the distribution and works with its own Python only."""

READER = Path(__file__).with_name("atspi_reader.py")
ACCESSIBILITY_BUS = "/usr/libexec/at-spi-bus-launcher"


class Person(NamedTuple):
    """Somebody on this machine, by number."""

    user: int
    group: int


class Desktop:
    """Processes on one virtual screen. What runs on it is started with `environment`, by its person.

    `dump` is the file in which the screen lies; pictures of it go to the folder `pictures`.
    """

    def __init__(
        self, environment: Mapping[str, str], person: Person | None, dump: Path, pictures: Path
    ) -> None:
        self.environment = dict(environment)
        self.person = person
        self.dump = dump
        self.pictures = pictures

    def read(self, *words: str) -> Any:
        """What a screen reader finds; see `atspi_reader.py` for the words. Raises ProofFailed with its."""
        with _started(
            [SYSTEM_PYTHON, str(READER), *words], self.environment, self.person, output=True
        ) as reader:
            out, errors = reader.communicate(timeout=PATIENCE_SECONDS)
        if reader.returncode != 0:
            raise ProofFailed(errors.decode().strip())
        return json.loads(out)

    @contextmanager
    def hearing(self, text: str) -> Iterator[list[str]]:
        """What a screen reader says meanwhile, up to a sentence that holds the text: there at the end."""
        said: list[str] = []
        with _started(
            [SYSTEM_PYTHON, str(READER), "hear", text], self.environment, self.person, output=True
        ) as reader:
            assert reader.stdout is not None
            assert reader.stdout.readline() == b"listening\n"
            yield said
            out, errors = reader.communicate(timeout=PATIENCE_SECONDS)
            if reader.returncode != 0:
                raise ProofFailed(errors.decode().strip())
            said += json.loads(out)

    def input(self, *words: str) -> None:
        """Move the mouse or press keys, by xdotool."""
        subprocess.run(["xdotool", *words], env=self.environment, check=True, timeout=PATIENCE_SECONDS)

    def activate(self, title: str) -> None:
        """Wait for a window with this title (a regular expression) and give it the keyboard."""
        find = ("xdotool", "search", "--sync", "--onlyvisible", "--name", title, "windowactivate", "--sync")
        # The search fails when another window goes while it is being looked at: look again.
        if not _comes(find, self.environment):
            raise ProofFailed(f"no window called {title!r} could be given the keyboard")

    def keys(self, title: str, keys: str) -> None:
        """Wait for a window with this title, give it the keyboard and press keys."""
        self.activate(title)
        # On its own: keys given to a window by number fail once they have closed it.
        self.input("key", keys)

    def drag(self, rectangle: Sequence[int], pixels: int) -> None:
        """Press in the middle of a rectangle (x, y, width, height), move right in steps, let go."""
        x, y = rectangle[0] + rectangle[2] // 2, rectangle[1] + rectangle[3] // 2
        self.input("mousemove", str(x), str(y), "mousedown", "1")
        for step in range(1, STEPS_OF_A_DRAG + 1):
            self.input("mousemove", str(x + pixels * step // STEPS_OF_A_DRAG), str(y))
        self.input("mouseup", "1")

    def keep_picture(self) -> None:
        """Write a PNG of what the screen shows, and print where it is."""
        self.pictures.mkdir(parents=True, exist_ok=True)
        picture = self.pictures / f"{strftime('%Y-%m-%d %H.%M.%S')}.png"
        try:
            write_png(self.dump, picture)
        except (OSError, ValueError) as error:
            print(f"         no picture of the screen: {error}", flush=True)
        else:
            print(f"         the screen at that moment: {picture}", flush=True)


@contextmanager
def desktop(
    environment: Mapping[str, str],
    runtime: Path,
    person: Person | None = None,
    *,
    size: str = "1600x1000x24",
    pictures: Path | None = None,
) -> Iterator[Desktop]:
    """A desktop whose sockets and picture lie in `runtime`, the person's own; all of it is gone at the end.

    `environment` is what programs are started with; the names of screen and buses are added to it.
    """
    everyone = {**environment, "XDG_RUNTIME_DIR": str(runtime), "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    everyone |= {"NO_AT_BRIDGE": "0"}
    # What belongs to the desktop writes its own files; the home is to hold the program's alone.
    servants = {**os.environ, **everyone, "HOME": str(runtime)}
    bus = "unix:path=" + quote(str(runtime / "bus"))
    with ExitStack() as processes:
        # Else the screen begins anew when its last program leaves, and throws out the one that just comes.
        screen = ["Xvfb", "-noreset", "-screen", "0", size, "-fbdir", str(runtime), "-displayfd"]
        display = ":" + _announced(processes, screen, servants, None)
        everyone["DISPLAY"] = servants["DISPLAY"] = display
        daemon = ["dbus-daemon", "--session", "--nofork", f"--address={bus}", "--print-address"]
        everyone["DBUS_SESSION_BUS_ADDRESS"] = servants["DBUS_SESSION_BUS_ADDRESS"] = _announced(
            processes, daemon, servants, person, joined=True
        )
        processes.enter_context(_started([ACCESSIBILITY_BUS, "--launch-immediately"], servants, person))
        processes.enter_context(_started(["openbox"], servants, person))
        # It says which of its desktops is shown once it manages windows.
        if not _comes(["xdotool", "get_desktop"], servants):
            raise ProofFailed("the window manager did not start")
        # Whoever reads before its bus is there is ended by its library.
        if not _comes([SYSTEM_PYTHON, str(READER), "tree"], everyone, person):
            raise ProofFailed("the accessibility bus did not start")
        yield Desktop(everyone, person, runtime / "Xvfb_screen0", pictures or runtime)


def _comes(command: Sequence[str], environment: Mapping[str, str], person: Person | None = None) -> bool:
    """Run a command again and again until it succeeds; whether it did before patience ends."""
    deadline = monotonic() + PATIENCE_SECONDS
    while monotonic() < deadline:
        with suppress(subprocess.TimeoutExpired):
            done = subprocess.run(
                command,
                env=environment,
                capture_output=True,
                timeout=PATIENCE_SECONDS,
                check=False,
                **as_person(person),
            )
            if done.returncode == 0:
                return True
        sleep(LOOK_EVERY_SECONDS)
    return False


def _announced(
    processes: ExitStack,
    command: list[str],
    environment: Mapping[str, str],
    person: Person | None,
    *,
    joined: bool = False,
) -> str:
    """Start a server that writes where it is to a file descriptor; what it wrote."""
    reading, writing = os.pipe()
    last = [f"{command[-1]}={writing}"] if joined else [command[-1], str(writing)]
    processes.enter_context(_started([*command[:-1], *last], environment, person, pass_fds=(writing,)))
    os.close(writing)
    with os.fdopen(reading) as told:
        return told.readline().strip()


@contextmanager
def _started(
    command: Sequence[str],
    environment: Mapping[str, str],
    person: Person | None,
    *,
    pass_fds: tuple[int, ...] = (),
    output: bool = False,
) -> Iterator[subprocess.Popen[bytes]]:
    """A running process of the person's; ended at the end if it still runs."""
    process = subprocess.Popen(
        command,
        env=environment,
        pass_fds=pass_fds,
        stdout=subprocess.PIPE if output else subprocess.DEVNULL,
        stderr=subprocess.PIPE if output else subprocess.DEVNULL,
        **as_person(person),
    )
    with process:
        try:
            yield process
        finally:
            end(process)


def as_person(person: Person | None) -> dict[str, Any]:
    """`Popen`'s arguments that make a process the person's; none where it is to be one's own."""
    return {} if person is None else {"user": person.user, "group": person.group, "extra_groups": []}


def end(process: subprocess.Popen[Any]) -> None:
    """Ask a process to end, make it where it does not; it is gone then."""
    process.terminate()
    try:
        process.wait(PATIENCE_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
