"""What earlier weeks left open, in lines: every activity named, no amount torn, no title turning figures."""

from collections.abc import Sequence

import pytest

from planner.domain.items import ActivityId
from planner.domain.week_carried import Carried
from planner.ui.printing.carried_lines import MOST_LINES, carried_lines
from planner.ui.printing.shapes import Style, Text
from planner.ui.printing.words import sheet_words

STYLE = Style(10)
MIXED = "Регрессия 回归分析 انحدار 🎯"


def measure(text: str, style: Style) -> float:
    """Every letter six tenths as wide as it is high; marks of direction are not seen."""
    return 0.6 * style.size * len(seen(text))


def seen(text: str) -> str:
    """A text without its marks of direction."""
    return "".join(sign for sign in text if sign not in "\u200e\u200f\u2066\u2067\u2069")


def open_work(*work: tuple[str, int]) -> tuple[Carried, ...]:
    """Titles and their minutes."""
    return tuple(Carried(activity=ActivityId(title), title=title, minutes=minutes) for title, minutes in work)


def lines(last_week: Sequence[Carried], before: Sequence[Carried], signs: int) -> list[Text]:
    """The lines, so many signs wide."""
    return carried_lines(last_week, before, sheet_words(), 6.0 * signs, STYLE, measure)


COURSES = open_work(("Applied ML in Python", 310), ("Gradient descent by hand", 290))
OLD = open_work(("Linear algebra, calculus, statistics", 3000), ("Structuring ML Projects", 1200))
WHOLE = (
    "Still open from last week: Applied ML in Python 5 h 10 · Gradient descent by hand 4 h 50."
    " From before: Linear algebra, calculus, statistics 50 h · Structuring ML Projects 20 h"
)


def test_nothing_open_takes_no_line_and_little_takes_one() -> None:
    assert lines((), (), 40) == []
    (line,) = lines(COURSES[:1], (), 60)
    assert (line.text, line.whole) == ("Still open from last week: Applied ML in Python 5 h 10", None)
    (old,) = lines((), OLD[1:], 60)
    assert old.text == "From before: Structuring ML Projects 20 h"


@pytest.mark.parametrize("signs", range(48, 180))
def test_all_are_named_and_no_amount_is_torn(signs: int) -> None:
    made = lines(COURSES, OLD, signs)
    assert " ".join(each.text for each in made) == WHOLE
    assert all(measure(each.text, STYLE) <= 6 * signs for each in made)
    for amount in ("5 h 10", "4 h 50", "50 h", "20 h"):
        assert any(amount in each.text for each in made)
    if len(made) > 1:
        assert [each.whole for each in made] == [WHOLE, *[""] * (len(made) - 1)]


def test_what_is_too_much_is_counted_with_its_hours() -> None:
    many = open_work(*((f"Activity {number}", 60) for number in range(1, 31)))
    made = lines(COURSES, many, 60)
    said = " ".join(each.text for each in made)
    assert len(made) == MOST_LINES
    named = said.count("Activity ")
    assert 0 < named < 30
    assert "Gradient descent by hand 4 h 50. From before: Activity 1 1 h · Activity 2 1 h" in said
    assert said.endswith(f"Activity {named} 1 h and {30 - named} more: {30 - named} h")
    longer = open_work(*((f"{'A long title ' * 9}{number}", 60) for number in range(1, 9)))
    told = " ".join(each.text for each in lines(longer, longer, 60))
    assert "more: " in told
    assert told.endswith("From before: 8 h")


def test_a_long_title_leaves_room_for_the_others() -> None:
    made = lines(open_work(("word " * 100, 60), ("Short", 30)), (), 60)
    assert " ".join(each.text for each in made).endswith("… 1 h · Short 30 min")


def test_a_word_wider_than_a_line_is_broken() -> None:
    made = lines(open_work(("Z" * 55, 90)), (), 40)
    assert all(measure(each.text, STYLE) <= 240 for each in made)
    assert made[-1].text.endswith("Z 1 h 30")


@pytest.mark.parametrize("signs", range(36, 90))
def test_a_title_of_both_directions_is_kept_by_itself_on_each_of_its_lines(signs: int) -> None:
    made = lines(open_work((MIXED, 590)), (), signs)
    said = "".join(seen(each.text) for each in made).replace(" ", "")
    assert said == f"Still open from last week: {MIXED} 9 h 50".replace(" ", "")
    for line in made:
        assert line.text.count("\u2066") == line.text.count("\u2069")
        assert all(sign in line.text or "انحدار" not in line.text for sign in "\u2066\u2069")
        # The figures stand outside.
        assert "9 h 50" not in line.text or line.text.rpartition("\u2069")[2].strip() == "9 h 50"
    assert not any(each.leftwards for each in made)


def test_a_title_from_right_to_left_keeps_its_direction_and_its_hyphen() -> None:
    made = lines(open_work(("انحدار learning-by-doing", 60)), (), 49)
    assert [each.text for each in made] == [
        "Still open from last week: \u2067انحدار learning-by-\u200e\u2069",
        "\u2067doing\u2069 1 h",
    ]
