"""Minutes can be typed the way people write them."""

import pytest

from planner.domain.typed_minutes import parse_minutes


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("90", 90),
        (" 45 min ", 45),
        ("1:30", 90),
        ("1 h 30", 90),
        ("1h30", 90),
        ("2 h", 120),
        ("1,5 h", 90),
        ("0", 0),
        ("", 0),
        ("1440", 1440),
        ("1441", None),
        ("25 h", None),
        ("soon", None),
        ("-5", None),
    ],
)
def test_texts_and_their_minutes(text: str, minutes: int | None) -> None:
    assert parse_minutes(text) == minutes
