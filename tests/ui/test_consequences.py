"""What moves with an edit, in one sentence: no move is silent."""

from datetime import date

from pytestqt.qtbot import QtBot

from planner.domain.arrange import duplicate
from planner.domain.edits import mark_finished, move_activity, retarget, set_note
from planner.domain.items import ActivityId, MilestoneId
from planner.domain.schedule import schedule
from planner.ui.consequences import consequences
from planner.ui.editor import Editor
from tests.helpers.plans import small_plan

CORE = MilestoneId("core-proven")


def test_it_counts_what_moves_besides_and_says_the_finish() -> None:
    before = schedule(small_plan())
    after = schedule(retarget(before.plan, CORE, date(2027, 3, 1), holds=True))
    assert consequences(before, after) == "Moves 3 others · finish 20 Feb → 15 Mar 2027"
    assert consequences(before, before) == ""


def test_what_then_ends_after_the_finish_is_named_once() -> None:
    names = {"clustering-course": "copy"}
    before = schedule(duplicate(small_plan(), list(names), names))
    after = schedule(move_activity(before.plan, ActivityId("copy"), date(2027, 3, 1)))
    words = consequences(before, after)
    assert words == "“Clustering course (copy)” ends after the finish, on 20 Mar 2027"
    noted = schedule(set_note(after.plan, ActivityId("copy"), "later"))
    assert consequences(after, noted) == ""


def test_every_edit_undo_and_redo_says_what_followed(editor: Editor, qtbot: QtBot) -> None:
    said: list[str] = []
    editor.followed.connect(said.append)
    first = ActivityId("gradient-descent")
    editor.apply("Note something", set_note, first, "by hand")
    editor.apply("Finish it", mark_finished, first, date(2027, 4, 5))
    editor.undo()
    editor.redo()
    assert said[0] == "Note something"
    assert said[1].startswith("Finish it · Moves ")
    assert " · finish 17 Aug → " in said[1]
    assert said[2].startswith("Undone: Finish it · Moves ")
    assert said[3].startswith("Done again: Finish it · Moves ")
