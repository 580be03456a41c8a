"""A short run of `other_programs`: open twice, replaced, deleted, not to be changed."""

import pytest

from tests.faults.other_programs import main


def test_nothing_is_written_over(capsys: pytest.CaptureFixture[str]) -> None:
    status = main([])
    said = capsys.readouterr().out
    assert status == 0, said
    assert "acknowledged edits lost 0 · files written over 0" in said


def test_without_the_lock_two_programs_have_the_plan_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--control"]) == 0
    assert "two writers at once 0" not in capsys.readouterr().out
