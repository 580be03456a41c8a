"""A time of the day is read as people write it; what is none is not bent into one."""

import pytest

from planner.domain.typed_times import read_time


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("7", 420),
        ("7:45", 465),
        ("07:45", 465),
        ("0745", 465),
        ("745", 465),
        ("19.30", 1170),
        ("19h30", 1170),
        ("19 h", 1140),
        ("7 pm", 1140),
        ("7:30PM", 1170),
        ("12 am", 0),
        ("12 pm", 720),
        ("7 p.m.", 1140),
        (" 23:30 ", 1410),
        ("0", 0),
        ("7:", 420),
    ],
)
def test_a_time_is_read(text: str, minutes: int) -> None:
    assert read_time(text) == minutes


@pytest.mark.parametrize(
    "text", ["", "24", "24:00", "7:60", "25:00", "13 pm", "0 am", "7 m", "evening", "-3", "12345", "7:455"]
)
def test_what_is_no_time_is_none(text: str) -> None:
    assert read_time(text) is None
