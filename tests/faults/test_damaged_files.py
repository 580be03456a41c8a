"""A short run of `damaged_files`: damaged, foreign and hostile files."""

import pytest

from tests.faults.damaged_files import main


def test_a_file_that_cannot_be_trusted_is_refused_and_left_as_it_is(
    capsys: pytest.CaptureFixture[str],
) -> None:
    status = main([])
    said = capsys.readouterr().out
    assert status == 0, said
    assert said.endswith("crashes 0 · hangs 0 · changed 0 · unclear 0 · believed 0\n")


def test_opening_without_checks_is_found_to_change_files(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--control"]) == 0
    assert " changed 0 " not in capsys.readouterr().out
