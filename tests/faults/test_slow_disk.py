"""A short run of edits on a disk that is slow to flush: see `slow_disk.py`."""

import re

import pytest

from tests.faults.program import SKIPPED, run_apart


def test_the_window_goes_on_and_saved_is_true() -> None:
    status, line = run_apart("slow_disk")
    assert status == 0
    if line.startswith(SKIPPED):
        pytest.skip(line.removeprefix(SKIPPED))
    slowest = re.search(r"slowest edit in ms (\d+)", line)
    assert slowest is not None
    assert int(slowest[1]) >= 4 * 25, "each commit waits for four flushes"
    assert " · freezes 0 · untrue words 0 · edits without a word 0 · " in line


def test_what_is_shown_before_it_is_written_is_found() -> None:
    status, line = run_apart("slow_disk", "--control")
    assert status == 0
    if line.startswith(SKIPPED):
        pytest.skip(line.removeprefix(SKIPPED))
    assert " untrue words 0 " not in line
