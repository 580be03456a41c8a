"""Numbers and minutes typed off a sheet are read as they are meant, or named by their place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.paper_text import paper_text, read_paper, with_amount

PLANNED = {1: 90, 2: 90, 3: 60, 4: 30, 5: 45, 6: 200, 7: 60}


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("3 45, 4 0, 7 90", {3: 45, 4: 0, 7: 90}),
        ("3 45 min; 4: 1:30", {3: 45, 4: 90}),
        ("3 45\n4 0\r\n7 1 h 30\n", {3: 45, 4: 0, 7: 90}),
        ("1=20,2.30,  3) 5,", {1: 20, 2: 30, 3: 5}),
        ("3 1,5 h, 4 2h", {3: 90, 4: 120}),
        ("6 x, 2 ok, 1 ✓", {6: 200, 2: 90, 1: 90}),
        ("٣ ٤٥، ٤ ٠", {3: 45, 4: 0}),
        ("7 1440", {7: 1440}),
        ("", {}),
        (" ,; \n", {}),
    ],
)
def test_texts_and_their_minutes(text: str, minutes: dict[int, int]) -> None:
    read = read_paper(text, PLANNED)
    assert (dict(read.minutes), read.problems) == (minutes, ())


@pytest.mark.parametrize(
    ("text", "wrong", "sentence"),
    [
        ("3 45, 9 10", "9 10", "Entry 2, “9 10”: this sheet has no session 9; its sessions go from 1 to 7."),
        ("0 45", "0 45", "Entry 1, “0 45”: this sheet has no session 0; its sessions go from 1 to 7."),
        ("3 45, 3 10", "3 10", "Entry 2, “3 10”: session 3 stands here already as entry 1."),
        ("3 1441", "3 1441", "Entry 1, “3 1441”: a day has no more than 1,440 minutes."),
        ("3 30 h", "3 30 h", "Entry 1, “3 30 h”: a day has no more than 1,440 minutes."),
        ("3 -45", "3 -45", "Entry 1, “3 -45”: minutes cannot be below 0."),
        ("4 0, 3", "3", "Entry 2, “3”: its minutes are missing; type x for done as planned."),
        ("3 45 4 0", "3 45 4 0", "Entry 1, “3 45 4 0”: put a comma between two sessions."),
        (
            "3 soon",
            "3 soon",
            "Entry 1, “3 soon”: “soon” is no length of time; type minutes, or hours like 1:30.",
        ),
        ("hello", "hello", "Entry 1, “hello”: this is not a number and its minutes, like 3 45."),
        (
            "\n\n  three 45 ;",
            "three 45",
            "Entry 1, “three 45”: this is not a number and its minutes, like 3 45.",
        ),
    ],
)
def test_what_cannot_be_meant_is_named_by_its_place(text: str, wrong: str, sentence: str) -> None:
    (problem,) = read_paper(text, PLANNED).problems
    assert problem.sentence == sentence
    assert text[problem.begin : problem.end] == wrong


def test_what_is_right_is_read_beside_what_is_wrong() -> None:
    read = read_paper("3 45, 9 10, 4 0, 4 5", PLANNED)
    assert dict(read.minutes) == {3: 45, 4: 0}
    assert len(read.problems) == 2


def test_a_sheet_with_one_session_or_none_says_so() -> None:
    assert "only session 1." in read_paper("2 5", {1: 60}).problems[0].sentence
    assert "this sheet has no sessions." in read_paper("2 5", {}).problems[0].sentence


def test_a_book_is_not_off_a_sheet() -> None:
    (problem,) = read_paper("3 45, " * 1000, PLANNED).problems
    assert problem.sentence.startswith("This is more than a week's sheet can hold.")


@pytest.mark.parametrize(
    ("text", "number", "amount", "after"),
    [
        ("", 3, "45", "3 45"),
        ("3 45", 4, "0", "3 45, 4 0"),
        ("3 45,\n", 4, "0", "3 45, 4 0"),
        ("3 45; 4 0\n7 90", 4, "1:30", "3 45; 4 1:30\n7 90"),
        ("3 45, 4 0, 7 90", 4, "", "3 45, 7 90"),
        ("3 45, 4 0, 7 90", 7, " ", "3 45, 4 0"),
        ("3 45", 3, "", ""),
        ("3 45, hello, 3 20", 3, "50", "3 50, hello"),
        ("33 45", 3, "50", "33 45, 3 50"),
        ("3 soon", 3, "50", "3 50"),
        ("4 0", 3, "", "4 0"),
    ],
)
def test_an_amount_is_changed_where_it_stands(text: str, number: int, amount: str, after: str) -> None:
    assert with_amount(text, number, amount) == after


def test_an_amount_with_a_comma_stays_one_entry_while_it_is_typed() -> None:
    text = "2 30, 4 0"
    for typed in ("1", "1,", "1,5", "1,5 ", "1,5 h"):
        text = with_amount(text, 3, typed)
    assert read_paper(text, PLANNED).minutes == {2: 30, 3: 90, 4: 0}
    assert text == "2 30, 4 0, 3 1,5 h"


@given(st.dictionaries(st.integers(1, 7), st.integers(0, 1440)), st.integers(1, 7), st.integers(0, 1440))
def test_an_amount_that_is_changed_is_read_back_and_no_other_moves(
    minutes: dict[int, int], number: int, amount: int
) -> None:
    text = with_amount(paper_text(minutes), number, str(amount))
    assert dict(read_paper(text, PLANNED).minutes) == {**minutes, number: amount}
    without = with_amount(text, number, "")
    assert dict(read_paper(without, PLANNED).minutes) == {
        key: each for key, each in minutes.items() if key != number
    }


@given(st.dictionaries(st.integers(1, 9999), st.integers(0, 1440)))
def test_what_is_written_is_read_back(minutes: dict[int, int]) -> None:
    kept = dict(list(minutes.items())[:100])
    read = read_paper(paper_text(kept), dict.fromkeys(kept, 60))
    assert (dict(read.minutes), read.problems) == (kept, ())


@given(st.text(max_size=60))
def test_any_text_is_read_without_a_crash_and_only_known_sessions_come_of_it(text: str) -> None:
    read = read_paper(text, PLANNED)
    assert set(read.minutes) <= set(PLANNED)
    assert all(0 <= each <= 1440 for each in read.minutes.values())
    assert all(0 <= each.begin < each.end <= len(text) for each in read.problems)
