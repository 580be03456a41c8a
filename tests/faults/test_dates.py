"""A short run of `dates`: six time zones, changes of clocks, a leap day, years' ends."""

import sys

import pytest

from tests.faults.dates import main

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows does not take its zone from TZ")


def test_no_day_is_shifted_in_any_zone(capsys: pytest.CaptureFixture[str]) -> None:
    status = main([])
    said = capsys.readouterr().out
    assert status == 0, said
    assert said.endswith("shifted days 0\n")


def test_days_kept_as_instants_are_found_to_shift(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--control"]) == 0
    assert not capsys.readouterr().out.endswith("shifted days 0\n")
