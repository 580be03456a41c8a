"""A plan that is double-clicked, as file managers do it: the desktop's tools find Milepost and open it."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from integration import APPLICATION, write_integration
from tests.helpers.desktop import desktop
from tests.helpers.run import milepost

pytestmark = pytest.mark.x11

PATIENCE_SECONDS = 60


def install(home: Path) -> dict[str, str]:
    """Put Milepost where a desktop looks for programs, for one home alone; the environment that finds it."""
    programs, data = home / "bin", home / "share"
    write_integration(data)
    programs.mkdir()
    program = programs / "milepost"
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m planner "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    for tool in (("update-mime-database", data / "mime"), ("update-desktop-database", data / "applications")):
        subprocess.run(tool, check=True, capture_output=True)
    root = Path(__file__).parents[2]
    return {
        "PATH": f"{programs}:{os.environ['PATH']}",
        "PYTHONPATH": str(root),
        "XDG_DATA_HOME": str(data),
        "XDG_CONFIG_HOME": str(home / "config"),
        "LC_ALL": "C.UTF-8",
    }


def test_double_clicks_open_plans_in_one_window(tmp_path: Path) -> None:
    one, two = tmp_path / "My first path.milepost", tmp_path / "El año & más.milepost"
    milepost("new", str(one), "--title", "One")
    milepost("new", str(two), "--title", "Two")
    with desktop(tmp_path) as screen:
        screen.environment |= install(tmp_path)
        entry = tmp_path / "share" / "applications" / f"{APPLICATION}.desktop"

        def does(*words: str | Path) -> None:
            subprocess.run(words, env=screen.environment, check=True, timeout=PATIENCE_SECONDS)

        does("gio", "open", one)
        screen.activate("^Milepost — One$")
        does("xdg-open", two)
        screen.activate("^Milepost — Two$")
        does("gio", "launch", entry, one)
        screen.activate("^Milepost — One$")
        does("gio", "launch", entry)
        screen.keys("^Milepost — One$", "ctrl+q")
