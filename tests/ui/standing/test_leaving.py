"""However the program is told to end, what could not be saved is asked about first. Real processes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from planner.domain.items import MilestoneId
from planner.storage.document import Document
from tests.helpers.plans import small_plan

ENDED_ON_A_FULL_DISK = """
import os, resource, signal, sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from planner.__main__ import main
from planner.domain.edits import rename
from planner.ui.main_window import MainWindow

answer = sys.argv.pop(1)
unlimited = resource.getrlimit(resource.RLIMIT_FSIZE)


def edit():
    windows = [each for each in QApplication.allWidgets() if isinstance(each, MainWindow)]
    if not windows or not windows[0].isVisible():
        QTimer.singleShot(20, edit)
        return
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, unlimited[1]))
    windows[0].editor.apply("Rename", rename, "endpoint-live", "Unsaved")
    resource.setrlimit(resource.RLIMIT_FSIZE, unlimited)
    os.kill(os.getpid(), signal.SIGTERM)
    QTimer.singleShot(20, press)


def press():
    box = QApplication.activeModalWidget()
    if isinstance(box, QMessageBox):
        print(box.informativeText())
        next(each for each in box.findChildren(QPushButton) if each.text() == answer).click()
    else:
        QTimer.singleShot(20, press)


QTimer.singleShot(0, edit)
sys.exit(main())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="RLIMIT_FSIZE and signals are POSIX's")
@pytest.mark.parametrize(
    ("answer", "title"), [("Try again", "Unsaved"), ("Close without saving", "Endpoint live")]
)
def test_the_end_of_the_session_asks_too(tmp_path: Path, answer: str, title: str) -> None:
    path = tmp_path / "path.milepost"
    Document.create(path, small_plan()).close()
    done = subprocess.run(
        [sys.executable, "-c", ENDED_ON_A_FULL_DISK, answer, str(path)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, "MILEPOST_HOME": str(tmp_path / "home")},
    )
    assert done.returncode == 0, done.stderr
    assert "Not in the plan yet: “Rename”." in done.stdout
    with Document.open(path) as document:
        assert not document.read_only
        assert document.plan.milestone(MilestoneId("endpoint-live")).title == title
