"""The sentences of the errors: short enough to read, whatever they are about."""

import pytest

from planner.domain.errors import DependencyCycle


@pytest.mark.parametrize(
    ("items", "words"),
    [
        ("ABA", "A → B → A"),
        ("ABCDEFA", "A → B → C → D → E → F → A"),
        ("ABCDEFGA", "A → B → C → … 2 more … → F → G → A"),
    ],
)
def test_a_circle_names_its_items_and_counts_the_middle_of_a_long_one(items: str, words: str) -> None:
    error = DependencyCycle(items)
    assert str(error) == f"These would wait for each other in a circle: {words}."
    assert error.chain == tuple(items)


def test_a_circle_of_thousands_is_still_one_sentence() -> None:
    chain = [f"Activity {number}" for number in (*range(9_995), 0)]
    error = DependencyCycle(chain)
    assert "Activity 2 → … 9,990 more … → Activity 9993" in str(error)
    assert error.chain == tuple(chain)
