"""A disk that takes nothing does not keep Milepost from opening its window."""

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from planner.ui.marks_folder import MarksFolder
from planner.ui.theme import built_in_theme
from tests.faults.fullness import limited_disk

LIGHT = built_in_theme(dark=False)


def test_each_look_has_its_drawings_and_none_are_left(qapp: QApplication) -> None:
    folder = MarksFolder()
    light, dark = folder.write(LIGHT), folder.write(built_in_theme(dark=True))
    assert (light / "check.svg").read_bytes() != (dark / "check.svg").read_bytes()
    folder.remove()
    assert not light.exists()
    assert not dark.exists()


@pytest.mark.skipif(os.name != "posix", reason="a limit on the size of files is POSIX's")
def test_where_nothing_can_be_written_it_goes_on_without(qapp: QApplication, tmp_path: Path) -> None:
    folder = MarksFolder()
    with limited_disk(tmp_path).full(0):
        marks = folder.write(LIGHT)
    assert not any(each.stat().st_size for each in marks.glob("*"))
    folder.remove()


@pytest.mark.skipif(sys.platform != "linux", reason="folders in memory are Linux's")
def test_memory_stands_in_for_a_disk_that_is_not_to_be_written(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    folder = MarksFolder()
    folder.remove()  # as if it had never been made
    marks = folder.write(LIGHT)
    assert marks.parent.parent == tmp_path
    assert (marks / "check.svg").read_bytes()
    folder.remove()
    assert list(tmp_path.iterdir()) == []
