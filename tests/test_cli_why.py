"""`milepost why` as it is typed: the chain of reasons of an item or of the finish, from a real file."""

import json
from datetime import date
from pathlib import Path

import pytest

from planner.cli import run_verb
from planner.domain import edits
from planner.domain.items import ActivityId
from planner.storage.document import Document
from tests.helpers.networks import chain, days_off, goal, network, wait, work
from tests.helpers.plans import activity, make_plan, milestone

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """B after A after a holiday, M after both."""
    path = tmp_path / "study.milepost"
    off = days_off(date(2027, 1, 6), date(2027, 1, 9), name="Winter holiday")
    made = network(work("A", 5), work("B", 7), goal("M"), *chain("A", "B", "M"), exceptions=[off], finish="M")
    Document.create(path, made).close()
    return path


def typed(*words: object) -> int:
    return run_verb(["why", *map(str, words)])


def test_the_chain_goes_back_to_where_it_begins(plan: Path, capsys: Captured) -> None:
    assert typed(plan, "b") == 0
    assert (
        capsys.readouterr().out
        == """\
Why is “B” on 11–14 January 2027?

B, 11–14 January 2027
  It finishes on Thu 14 Jan 2027: 7 h of work from Mon 11 Jan 2027.
  Your hours are 12 h a week.
  It starts on Mon 11 Jan 2027: after “A” finishes on Mon 11 Jan 2027.

A, 4–11 January 2027
  It finishes on Mon 11 Jan 2027: 5 h of work from Mon 4 Jan 2027.
  “Winter holiday”, 6–9 January 2027, lies in between and takes 8 h.
  It starts on Mon 4 Jan 2027: that is the plan's first day.
"""
    )


def test_without_an_item_it_is_the_finish_and_steps_are_told_as_far_as_asked(
    plan: Path, capsys: Captured
) -> None:
    assert typed(plan, "--steps", 2) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Why does the plan finish on 14 January 2027?",
        "",
        "  The plan finishes on Thu 14 Jan 2027, where “M” lands.",
        "",
        "M, 14 January 2027",
        "  It lands on Thu 14 Jan 2027: after “B” finishes on Thu 14 Jan 2027.",
        "",
        "And so on. Without --steps 2 the whole chain is told.",
    ]


def test_a_program_reads_json(plan: Path, capsys: Captured) -> None:
    assert typed(plan, "A", "--format", "json") == 0
    first, *_ = json.loads(capsys.readouterr().out)
    assert first == {
        "step": 0,
        "item": "A",
        "point": "finish",
        "day": "2027-01-11",
        "kind": "effort",
        "text": "It finishes on Mon 11 Jan 2027: 5 h of work from Mon 4 Jan 2027.",
    }


def test_a_phase_is_explained_by_its_items(plan: Path, capsys: Captured) -> None:
    assert typed(plan, "phase") == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "Why is “Phase” on 4–14 January 2027?"
    assert said[2:4] == [
        "  It ends on Thu 14 Jan 2027, with “B”.",
        "  It begins on Mon 4 Jan 2027, with “A”.",
    ]


@pytest.mark.parametrize(
    ("item", "sentence"),
    [
        ("exam", "“exam” could be “Exam” (one) and “Exam” (two). Type more of the title, or the id."),
        ("wrok", "This plan has no item “wrok”. Did you mean “Work”?"),
    ],
)
def test_what_is_not_clear_is_asked_back(tmp_path: Path, capsys: Captured, item: str, sentence: str) -> None:
    path = tmp_path / "exams.milepost"
    titled = (milestone("one", title="Exam"), milestone("two", title="Exam"))
    Document.create(path, make_plan(activity("work"), *titled)).close()
    assert typed(path, item) == 1
    assert capsys.readouterr().err == f"milepost: {sentence}\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--steps", "0"), "“0” is no number of steps"),
        (("--steps", "many"), "“many” is no number of steps"),
        (("--format", "xml"), "It knows text and json."),
    ],
)
def test_what_cannot_be_typed_is_said(
    plan: Path, capsys: Captured, words: tuple[str, ...], said: str
) -> None:
    assert typed(plan, "A", *words) == 2
    assert said in capsys.readouterr().err


def test_the_file_is_read_and_not_changed(plan: Path, capsys: Captured) -> None:
    with Document.open(plan) as document:
        document.apply("Rename", edits.rename, ActivityId("A"), "\x1b[2JClear")
    before = plan.read_bytes()
    assert typed(plan, "B") == 0
    assert plan.read_bytes() == before
    assert "\x1b" not in capsys.readouterr().out


def test_links_of_every_kind_are_told(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "lag.milepost"
    Document.create(path, network(work("A", 5), work("B", 7), wait("A", "B", lag=2))).close()
    assert typed(path, "B") == 0
    assert "2 waiting days after “A” finishes on Wed 6 Jan 2027." in capsys.readouterr().out
