"""Something nobody foresaw: written down without a word of the plan, told once, and the program goes on.

Each test runs a process of its own: the hooks are the process's.
"""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

WITNESSES = ("Witness", "wheat", "harvest", "Zeugin")
"""Words of the person's own; none may reach the log."""

BEGINNING = """
import sys, threading
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QAbstractListModel, QObject, Qt, QTimer, qWarning
from planner.ui.crash.log import CrashLog

app = QCoreApplication([])
log = CrashLog(Path(sys.argv[1]))
log.install()
log.begin()

class Hearer(QObject):
    def on_surprise(self, path):
        assert threading.current_thread() is threading.main_thread()
        print("told")

hearer = Hearer()
log.surprised.connect(hearer.on_surprise, Qt.ConnectionType.QueuedConnection)
"""

ENDING = """
QTimer.singleShot(50, app.quit)
app.exec()
log.end()
print("ended")
"""

FAILING = """
def fail():
    title = "Witness of the wheat harvest"
    raise ValueError(title)

QTimer.singleShot(0, fail)
QTimer.singleShot(0, fail)
QTimer.singleShot(0, lambda: qWarning("a Qt warning"))
"""

A_MODEL_THAT_FAILS = """
class Model(QAbstractListModel):
    def rowCount(self, *_):
        return 42
    def data(self, *_):
        raise KeyError("Witness")

model = Model()

def read():
    for row in range(42):
        model.data(model.index(row))
"""

IN_EVERY_WAY = """
import gc

def fail():
    try:
        Path("/home/Zeugin/Witness wheat.milepost").read_bytes()
    except OSError as error:
        raise RuntimeError("harvest of Witness.milepost") from error

class Dying:
    def __del__(self):
        raise ValueError("Witness dies")

def die():
    Dying()
    gc.collect()

class Harvest(Exception):
    def __str__(self):
        return "Witness, wheat"

def fail_in_a_thread():
    raise Harvest("Witness")

QTimer.singleShot(0, fail)
QTimer.singleShot(0, die)
QTimer.singleShot(0, lambda: threading.Thread(target=fail_in_a_thread).start())
QTimer.singleShot(0, lambda: qWarning('QFile::open: cannot open "Witness wheat.milepost"'))
QTimer.singleShot(0, lambda: qWarning("QFileSystemWatcher: failed to add paths: /home/Zeugin/Witness wheat"))
QTimer.singleShot(0, lambda: qWarning("no such file: C:\\\\Users\\\\Zeugin\\\\wheat.milepost"))
QTimer.singleShot(0, lambda: qWarning("cannot load file:///home/Zeugin/wheat or https://harvest.example/x"))
QTimer.singleShot(0, lambda: qWarning("a title ‘Witness’, “wheat\\nharvest” and an unended 'Witness"))
"""


def run_program(folder: Path, *parts: str) -> str:
    program = "\n".join([BEGINNING, *parts, ENDING])
    done = subprocess.run(
        [sys.executable, "-c", program, str(folder)], capture_output=True, text=True, timeout=60, check=True
    )
    assert "Traceback" not in done.stderr
    assert "Logging error" not in done.stderr
    return done.stdout


def log_in(folder: Path) -> str:
    return (folder / "milepost.log").read_text(encoding="utf-8")


def test_it_is_told_once_and_the_program_goes_on(tmp_path: Path) -> None:
    assert run_program(tmp_path / "logs", FAILING).split() == ["told", "ended"]


def test_the_log_names_places_and_no_content(tmp_path: Path) -> None:
    run_program(tmp_path / "logs", FAILING)
    log = log_in(tmp_path / "logs")
    assert "ValueError at <string>:23 fail" in log
    assert "a Qt warning" in log
    assert "Milepost " in log.splitlines()[0]
    assert "Witness" not in log


def test_what_fails_for_each_of_42_rows_is_told_and_written_once(tmp_path: Path) -> None:
    """As a table asks its model for each cell, over and over."""
    folder = tmp_path / "logs"
    reading = "for _ in range(3 * 42):\n    QTimer.singleShot(0, lambda: model.data(model.index(0)))\n"
    assert run_program(folder, A_MODEL_THAT_FAILS, reading).split() == ["told", "ended"]
    lines = [line for line in log_in(folder).splitlines() if "KeyError" in line]
    assert [line.rpartition(" (")[2] for line in lines[1:]] == ["10 times by now)", "100 times by now)"]
    assert len(lines) == 3


def test_no_word_of_the_persons_reaches_the_log_whatever_goes_wrong(tmp_path: Path) -> None:
    """Titles and names of files in exceptions, their causes, other threads, finalizers, Qt's messages."""
    folder = tmp_path / "logs"
    assert run_program(folder, IN_EVERY_WAY).split() == ["told", "ended"]
    log = log_in(folder)
    for kind in ("RuntimeError at", "after FileNotFoundError at", "ValueError at", "Harvest at"):
        assert kind in log
    assert log.count(" WARNING Qt ") == 5
    assert [word for word in WITNESSES if word in log.replace("Harvest at", "").replace("<string>", "")] == []


def test_a_log_that_cannot_be_kept_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file where the folder should be")
    assert run_program(tmp_path / "logs", FAILING).split() == ["told", "ended"]


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is Linux's")
def test_a_full_disk_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "logs").mkdir()
    (tmp_path / "logs" / "milepost.log").symlink_to("/dev/full")
    assert run_program(tmp_path / "logs", FAILING).split() == ["told", "ended"]


def test_the_log_rotates_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    folder = tmp_path / "logs"
    folder.mkdir()
    old = folder / "milepost.log"
    old.write_text("x" * 500_000, encoding="utf-8")
    old.chmod(0o644)
    run_program(folder, FAILING)
    assert sorted(path.name for path in folder.iterdir()) == ["milepost.log", "milepost.log.1"]
    for path in folder.iterdir():
        assert path.stat().st_size <= 500_000
        assert stat.S_IMODE(path.stat().st_mode) == 0o600 or os.name == "nt"


def test_all_logs_together_stay_small(tmp_path: Path) -> None:
    """Whatever is said, the logs take 2 MB at most."""
    flood = "for number in range(12_000):\n    qWarning(f'number {number} ' + 'long ' * 40)\n"
    run_program(tmp_path / "logs", flood)
    sizes = [path.stat().st_size for path in (tmp_path / "logs").iterdir()]
    assert len(sizes) == 4
    assert sum(sizes) <= 2_000_000
