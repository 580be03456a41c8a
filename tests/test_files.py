"""Files are replaced whole or not at all."""

import os
from pathlib import Path

import pytest

from planner.domain.errors import CannotWrite, DatabaseKept
from planner.files import replace_file
from planner.storage.document import Document
from tests.helpers.plans import small_plan


def test_a_file_is_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    replace_file(tmp_path / "week.pdf", b"one")
    replace_file(tmp_path / "week.pdf", b"two")
    assert (tmp_path / "week.pdf").read_bytes() == b"two"
    assert [each.name for each in tmp_path.iterdir()] == ["week.pdf"]


def test_a_plan_is_never_written_over(tmp_path: Path) -> None:
    plan = tmp_path / "path.milepost"
    Document.create(plan, small_plan()).close()
    before = plan.read_bytes()
    with pytest.raises(DatabaseKept, match="was left as it is"):
        replace_file(plan, b"{}")
    assert plan.read_bytes() == before


def test_a_folder_that_is_not_there_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="could not be written: no such file or directory"):
        replace_file(tmp_path / "gone" / "week.pdf", b"data")


def test_a_folder_in_the_place_of_the_file_stays(tmp_path: Path) -> None:
    (tmp_path / "week.pdf").mkdir()
    with pytest.raises(CannotWrite):
        replace_file(tmp_path / "week.pdf", b"data")
    assert [each.name for each in tmp_path.iterdir()] == ["week.pdf"]
    assert (tmp_path / "week.pdf").is_dir()


@pytest.mark.skipif(os.name != "posix", reason="Windows needs a privilege for links")
def test_a_link_keeps_pointing_at_the_file(tmp_path: Path) -> None:
    (tmp_path / "real.pdf").write_bytes(b"old")
    (tmp_path / "link.pdf").symlink_to(tmp_path / "real.pdf")
    replace_file(tmp_path / "link.pdf", b"new")
    assert (tmp_path / "link.pdf").is_symlink()
    assert (tmp_path / "real.pdf").read_bytes() == b"new"
