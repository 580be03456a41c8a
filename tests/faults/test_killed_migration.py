"""A short run of kills while old plans are brought up to date: see `killed_migration.py`."""

import os

import pytest

from tests.faults.program import run_apart

pytestmark = pytest.mark.skipif(os.name != "posix", reason="SIGKILL and fork are POSIX's")


def test_an_old_plan_is_as_it_was_or_wholly_up_to_date() -> None:
    status, line = run_apart("killed_migration")
    assert status == 0
    assert line.startswith("kills 25 ")
    assert line.endswith(" · half migrated 0 · not kept as it was 0")


def test_a_plan_brought_up_to_date_in_pieces_is_found() -> None:
    status, line = run_apart("killed_migration", "--control")
    assert status == 0
    assert " half migrated 0 " not in line
