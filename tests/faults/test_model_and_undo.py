"""A short run of `model_and_undo`: any sequence of edits, undos, redos and restarts."""

from random import Random

import pytest

from planner.domain.items import new_id
from planner.domain.schedule import schedule
from tests.faults.every_verb import any_gesture, every_verb
from tests.faults.model_and_undo import main
from tests.helpers.plans import small_plan


def test_any_sequence_of_edits_can_be_taken_back(capsys: pytest.CaptureFixture[str]) -> None:
    status = main([])
    said = capsys.readouterr()
    assert status == 0, said.out + said.err
    assert said.out.endswith("sequences unlike the model 0\n")


def test_an_inverse_that_forgets_something_is_found(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--control"]) == 0
    assert capsys.readouterr().out.endswith("sequences unlike the model 1\n")


def test_the_verbs_of_the_window_are_found_by_their_signature() -> None:
    names = {each.__name__ for each in every_verb()}
    assert names >= {
        "move_activity",
        "log_session",
        "set_calendar",
        "move_session",
        "enter_from_paper",
        "split",
    }
    assert len(names) == len(every_verb())


def test_every_verb_can_be_asked() -> None:
    """What takes something that no one draws here would end a long run in its midst."""
    plan = small_plan()
    laid_out = schedule(plan)
    for verb in every_verb():
        any_gesture(verb, plan, laid_out, Random(1), new_id)
