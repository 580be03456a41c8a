"""What became of a timer that is gone, and one way on from there."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence, the words of a button, and what that does."""

    sentence: str
    way_on: str
    then: Callable[[], object]
