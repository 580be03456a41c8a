"""What a change of direction does to each item it touches, for the learner to look at first."""

from dataclasses import dataclass
from enum import StrEnum


class Fate(StrEnum):
    """What a change of direction does to an item, or why it leaves it."""

    FINISHED = "finished"
    TICKED = "ticked"
    REWORDED = "reworded"
    REPLACED = "replaced"
    ARCHIVED = "archived"
    NEW = "new"
    RESTORED = "restored"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One activity, milestone or checklist item, with hours: likely ones of what comes, else logged ones."""

    item: str
    title: str
    fate: Fate
    hours: float = 0.0
