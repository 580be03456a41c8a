"""A short run of writing everything on a full disk: see `full_disk.py`."""

import os

import pytest

from tests.faults.program import run_apart

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a limit on the size of files is POSIX's")


def test_a_full_disk_harms_no_file_and_is_said() -> None:
    status, line = run_apart("full_disk")
    assert status == 0
    assert "older files harmed 0 · said nothing 0 · unexpected errors 0 · left lying about 0" in line


def test_a_writer_in_place_is_found() -> None:
    status, line = run_apart("full_disk", "--control")
    assert status == 0
    assert "older files harmed 0" not in line
