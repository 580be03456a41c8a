"""What facts check themselves with; each raises `InvalidValue` with a sentence for the person."""

from planner.domain.errors import InvalidValue

LONGEST_TITLE = 500
"""Characters."""


def check(holds: bool, sentence: str) -> None:
    """Raise the sentence unless it holds."""
    if not holds:
        raise InvalidValue(sentence)


def check_title(title: str) -> None:
    """A title says something, in at most 500 characters."""
    check(bool(title.strip()), "A title cannot be empty.")
    check(len(title) <= LONGEST_TITLE, f"A title can have at most {LONGEST_TITLE} characters.")
