"""The built program, proved from outside; and what the proofs say when there is nothing to prove."""

from pathlib import Path

import pytest

import smoke


@pytest.mark.packaged
def test_the_built_program_does_its_job(capsys: pytest.CaptureFixture[str]) -> None:
    assert smoke.main([]) == 0
    proved = capsys.readouterr().out
    assert "prints a week" in proved
    assert "makes a plan in its window" in proved


def test_without_a_program_it_says_how_to_build_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert smoke.main([str(tmp_path / "milepost")]) == 2
    assert "Build it with packaging/build.py" in capsys.readouterr().err


def test_a_program_that_fails_is_named_with_what_it_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "milepost"
    broken.write_text("#!/bin/sh\necho 'no library' >&2\nexit 3\n")
    broken.chmod(0o755)
    assert smoke.main([str(broken)]) == 1
    assert "ended with 3: no library" in capsys.readouterr().err
