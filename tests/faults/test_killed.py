"""A short run of what a kill at any moment leaves: see `killed.py`."""

import os

import pytest

from tests.faults.program import run_apart

pytestmark = pytest.mark.skipif(os.name != "posix", reason="SIGKILL and fork are POSIX's")


def test_no_acknowledged_edit_is_lost_and_nothing_is_half_done() -> None:
    status, line = run_apart("killed")
    assert status == 0
    assert line.startswith("kills 50 ")
    assert line.endswith(" · acknowledged edits lost 0 · half states 0")


def test_edits_in_two_transactions_and_hasty_words_are_found() -> None:
    status, line = run_apart("killed", "--control")
    assert status == 0
    assert " lost 0 " not in line
    assert not line.endswith(" half states 0")
