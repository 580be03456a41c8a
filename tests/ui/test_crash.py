"""Something nobody foresaw: written down without a word of the plan, told once, and the program goes on.

Each test runs a process of its own: the hooks are the process's.
"""

import os
import stat
import subprocess
import sys
from pathlib import Path

PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer, qWarning
from planner.ui.crash import CrashLog

app = QCoreApplication([])
log = CrashLog(Path(sys.argv[1]))
log.install()
log.surprised.connect(lambda: print("told"))

def fail():
    title = "Secret title"
    raise ValueError(title)

QTimer.singleShot(0, fail)
QTimer.singleShot(0, fail)
QTimer.singleShot(0, lambda: qWarning("a Qt warning"))
QTimer.singleShot(10, app.quit)
app.exec()
print("ended")
"""


def run_program(folder: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(folder)], capture_output=True, text=True, timeout=60, check=True
    )
    assert "Traceback" not in done.stderr
    return done.stdout


def test_it_is_told_once_and_the_program_goes_on(tmp_path: Path) -> None:
    assert run_program(tmp_path / "logs").split() == ["told", "ended"]


def test_the_log_names_places_and_no_content(tmp_path: Path) -> None:
    run_program(tmp_path / "logs")
    log = (tmp_path / "logs" / "milepost.log").read_text(encoding="utf-8")
    assert log.count("ValueError at <string>:14 fail") == 2
    assert "a Qt warning" in log
    assert "Secret title" not in log


def test_a_log_that_cannot_be_kept_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file where the folder should be")
    assert run_program(tmp_path / "logs").split() == ["told", "ended"]


def test_only_its_owner_reads_the_log(tmp_path: Path) -> None:
    run_program(tmp_path / "logs")
    for path in (tmp_path / "logs").iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600 or os.name == "nt"
