"""What Milepost does around itself: it asks no network unless told to, and its files are its owner's."""

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.run import milepost

WALK = """
import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog

from planner.__main__ import main
from planner.app import Milepost
from planner.ui.opening.afterwards import AT_LEISURE_MS

DIALOGS = ("help", "news", "about", "facts", "check-links", "publish", "history", "reminders", "holidays")


def walk(program):
    window = program.window
    for page in ("week", "timeline"):
        window.show_page(page)
        for item in (*window.editor.plan.activities, *window.editor.plan.milestones):
            window.timeline.select(item)
            QApplication.processEvents()
    closing = QTimer(program)
    closing.timeout.connect(lambda: [each.reject() for each in [QApplication.activeModalWidget()]
                                     if isinstance(each, QDialog)])
    closing.start(20)
    for name in DIALOGS:
        window.findChild(QAction, name).trigger()
        while QApplication.activeModalWidget() is not None:
            QApplication.processEvents()
    print("walked", flush=True)
    QTimer.singleShot(200, program._application.quit)


shown = Milepost._show


def show(self, document):
    shown(self, document)
    QTimer.singleShot(AT_LEISURE_MS + 500, self, lambda: walk(self))


Milepost._show = show
sys.exit(main())
"""

KNOCK = """
import socket

with socket.socket() as knocking:
    knocking.connect_ex(("127.0.0.1", 9))
"""


def calls_of_the_network(folder: Path, program: str, *words: str) -> tuple[str, list[str]]:
    """What a program writes, and each of its calls that has to do with the internet, as strace tells them."""
    told = folder / "calls.txt"
    trace = ["strace", "-f", "-qq", "-e", "trace=%network", "-o", str(told)]
    done = subprocess.run(
        [*trace, sys.executable, "-c", program, *words],
        env={**os.environ, "MILEPOST_HOME": str(folder / "home")},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout, [line for line in told.read_text().splitlines() if "AF_INET" in line]


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace, which watches the calls, is not there")
def test_a_start_and_a_walk_through_ask_no_network(tmp_path: Path) -> None:
    """All dialogs that could ask it are opened, too; nothing is pressed in them."""
    plan = tmp_path / "path.milepost"
    milepost("new", str(plan), "--start", "2027-01-04")
    said, calls = calls_of_the_network(tmp_path, WALK, str(plan))
    assert "walked" in said
    assert calls == []
    _, control = calls_of_the_network(tmp_path, KNOCK)
    assert any("connect(" in line for line in control)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps other people out of a home folder by itself")
def test_whatever_milepost_writes_for_itself_only_its_owner_reads(tmp_path: Path) -> None:
    """Plan, settings, picture of the window, logs, backups: under the most generous umask."""
    plan = tmp_path / "path.milepost"
    before = os.umask(0)
    try:
        milepost("new", str(plan), "--start", "2027-01-04")
        done = subprocess.run(
            [sys.executable, "-c", WALK, str(plan)],
            env={**os.environ, "MILEPOST_HOME": str(tmp_path / "home")},
            capture_output=True,
            timeout=120,
            check=False,
        )
    finally:
        os.umask(before)
    assert done.returncode == 0, done.stderr
    written = [plan, *(path for path in (tmp_path / "home").rglob("*") if path.is_file())]
    assert {"milepost.ini", "window.bmp"} & {path.name for path in written}
    open_to_others = {path.name for path in written if stat.S_IMODE(path.stat().st_mode) & 0o077}
    assert open_to_others == set()
