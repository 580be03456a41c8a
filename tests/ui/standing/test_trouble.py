"""Which errors are about the file, and which steps wait for it."""

import json
from pathlib import Path

import pytest

from planner.domain.errors import (
    CannotWrite,
    InvalidValue,
    MilepostError,
    PlanDamaged,
    PlanGone,
    PlanReadOnly,
    PlanReplaced,
)
from planner.domain.plan import Plan
from planner.storage.lock import lock_file, take_lock
from planner.ui.standing.trouble import Step, Trouble, TroubleKind, WaitingSteps, trouble_of
from planner.ui.standing.words import status_words, trouble_sentence

PATH = Path("/plans/one.milepost")


def same(plan: Plan) -> Plan:
    return plan


def edit(text: str) -> Step:
    return Step(text, lambda: (), same)


def undo(text: str) -> Step:
    return Step(text, lambda: ())


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (CannotWrite(PATH, "the disk is full"), TroubleKind.NOT_WRITTEN),
        (PlanReadOnly(PATH, "the file allows no changes"), TroubleKind.NOT_WRITTEN),
        (PlanGone(PATH), TroubleKind.GONE),
        (PlanReplaced(PATH), TroubleKind.REPLACED),
        (PlanDamaged(PATH, "its pages do not fit together"), TroubleKind.DAMAGED),
    ],
)
def test_what_the_file_refuses_is_told_from_what_the_plan_refuses(
    error: MilepostError, kind: TroubleKind
) -> None:
    trouble = trouble_of(error)
    assert trouble is not None
    assert trouble.kind is kind
    assert trouble.said == str(error)
    assert status_words(trouble, 1).startswith("Not saved: ")
    assert trouble_of(InvalidValue("An activity needs more than 0 hours.")) is None


def test_a_step_tried_again_waits_once_in_its_newest_form() -> None:
    waiting = WaitingSteps()
    for text in ("Move A", "Note of B", "Move A"):
        waiting.add(edit(text))
    assert list(waiting.texts) == ["Note of B", "Move A"]
    waiting.remove("Note of B")
    assert list(waiting.texts) == ["Move A"]
    waiting.clear()
    assert not waiting


def test_undo_waits_only_by_itself_as_it_is_about_what_is_saved() -> None:
    waiting = WaitingSteps()
    waiting.add(undo("Undone: Move A"))
    assert list(waiting.texts) == ["Undone: Move A"]
    assert waiting.verbs == ()
    waiting.add(edit("Move B"))
    assert list(waiting.texts) == ["Move B"]
    waiting.add(undo("Undone: Move A"))
    assert list(waiting.texts) == ["Move B"]


def test_many_steps_that_wait_are_counted() -> None:
    texts = [f"Step {number}" for number in range(1, 6)]
    words = trouble_sentence(Trouble(TroubleKind.NOT_WRITTEN, "the disk is full"), texts, PATH)
    assert words == (
        "Not saved: the disk is full. The plan is as it was before your last 5 steps. "
        "Not in the plan yet: “Step 4”, “Step 5” and 3 more."
    )
    works_again = Trouble(TroubleKind.WORKS_AGAIN)
    assert [status_words(works_again, count) for count in (1, 3)] == [
        "Saved · 1 step waits",
        "Saved · 3 steps wait",
    ]


def test_another_milepost_that_took_the_plan_over_is_told_from_other_programs(tmp_path: Path) -> None:
    path, replaced = tmp_path / "one.milepost", Trouble(TroubleKind.REPLACED)
    mine = take_lock(path)
    assert trouble_sentence(replaced, [], path).startswith("Another program has changed")
    lock_file(path).write_text(json.dumps({"process": 7, "computer": "desk", "started": "1"}))
    words = trouble_sentence(replaced, [], path)
    assert words.startswith("Another Milepost (process 7 on desk) took one.milepost over and has changed it.")
    assert "sync program" not in words
    lock_file(path).write_text("what no lock says")
    assert trouble_sentence(replaced, [], path).startswith("Another program has changed")
    mine.release()


def test_braces_in_a_title_are_no_fields() -> None:
    words = trouble_sentence(Trouble(TroubleKind.WORKS_AGAIN), ["Rename {name}"], PATH)
    assert words == "The plan can be saved again. Not in the plan yet: “Rename {name}”."
