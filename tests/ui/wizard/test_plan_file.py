"""A plan's file is named like the plan, wherever that is allowed."""

import os
import sys
from pathlib import Path

import pytest

from planner.ui.wizard.plan_file import file_for, file_problem
from tests.helpers.hostile import HOSTILE


def test_signs_that_file_names_cannot_hold_are_left_out(tmp_path: Path) -> None:
    assert file_for('a/b\\c: "d" <e>|f?*', tmp_path).name == "a b c d e f.milepost"
    assert file_for("../../etc", tmp_path).parent == tmp_path
    assert file_for("  ", tmp_path).name == "My plan.milepost"
    assert len(file_for("x" * 500, tmp_path).name) < 100


def test_a_taken_name_gets_a_number(tmp_path: Path) -> None:
    (tmp_path / "Plan.milepost").touch()
    (tmp_path / "Plan 2.milepost").touch()
    assert file_for("Plan", tmp_path).name == "Plan 3.milepost"


def test_what_is_wrong_with_a_place_is_said(tmp_path: Path) -> None:
    good = tmp_path / "new folder" / "plan.milepost"
    assert file_problem(good) == ""
    assert "whole way" in file_problem(Path("plan.milepost"))
    assert "ends with" in file_problem(tmp_path / "plan.txt")
    (tmp_path / "taken.milepost").touch()
    assert "already" in file_problem(tmp_path / "taken.milepost")
    assert "file where the folder" in file_problem(tmp_path / "taken.milepost" / "plan.milepost")


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="needs a user whom permissions can stop"
)
def test_a_folder_that_may_not_be_written_is_said(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert "may not write" in file_problem(tmp_path / "plan.milepost")
    tmp_path.chmod(0o700)


@pytest.mark.parametrize("title", HOSTILE.values(), ids=HOSTILE)
def test_every_title_gives_a_name_that_file_systems_take_and_that_is_what_it_seems(
    title: str, tmp_path: Path
) -> None:
    path = file_for(title, tmp_path)
    assert path.parent == tmp_path
    assert path.name.isprintable()
    assert not set('<>:"/\\|?*') & set(path.name)
    assert len(path.name.encode()) < 200
    assert path.stem.upper() not in ("CON", "NUL")
    assert file_problem(path) == ""
    path.touch()
    assert file_for(title, tmp_path) != path


def test_a_name_that_no_file_system_takes_is_refused_with_a_sentence(tmp_path: Path) -> None:
    assert file_problem(tmp_path / f"{'ü' * 200}.milepost") == "The name of the file is too long."
