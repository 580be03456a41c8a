"""The small desktop of `packaging/proving`, with Milepost started from this checkout."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from proving.desktop import Desktop, end
from proving.desktop import desktop as small_desktop


class TestedDesktop(Desktop):
    """A desktop on which this checkout's Milepost is used."""

    __test__ = False

    @contextmanager
    def program(self, *words: str) -> Iterator[subprocess.Popen[bytes]]:
        """Milepost itself, started with these words; ended at the end if it still runs."""
        command = [sys.executable, "-m", "planner", *words]
        with subprocess.Popen(command, env=self.environment, stderr=subprocess.DEVNULL) as program:
            try:
                yield program
            finally:
                end(program)


@contextmanager
def desktop(home: Path, size: str = "1600x1000x24") -> Iterator[TestedDesktop]:
    """A desktop whose home folder is `home`; all of it is gone at the end."""
    environment = {**os.environ, "HOME": str(home), "MILEPOST_HOME": str(home / "milepost")}
    with small_desktop(environment | {"QT_QPA_PLATFORM": "xcb"}, home, size=size) as screen:
        yield TestedDesktop(screen.environment, screen.person, screen.dump, screen.pictures)
