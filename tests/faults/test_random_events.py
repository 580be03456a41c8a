"""A short run of what can be run for hours: see `random_events.py`."""

import pytest

from tests.faults.random_events import main


def test_nothing_at_all_that_is_done_to_the_window_ends_the_program(
    capsys: pytest.CaptureFixture[str],
) -> None:
    status = main(["--events", "150", "--seeds", "2"])
    said = capsys.readouterr().out
    assert status == 0, said
    assert said.splitlines()[-1].endswith(
        "crashes 0 · exceptions 0 · unexpected lines 0 · plans not restored 0"
    )


def test_an_undo_that_forgets_something_is_noticed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--control", "--events", "150", "--seeds", "2", "8"]) == 0
    assert not capsys.readouterr().out.endswith("plans not restored 0\n")
