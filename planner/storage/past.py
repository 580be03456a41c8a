"""What was done to a plan: its journal to look at, and to shorten. What is read here changes nothing."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from planner.domain.calendar import week_of
from planner.domain.changes import Changes
from planner.storage.checks import what_fails_is_damage
from planner.storage.journal_lines import JournalLine
from planner.storage.journal_shortening import Shortening
from planner.storage.store import PlanStore


class Past:
    """The journal of the plan that is open. `Document.plan_at` is the plan as it was then.

    The store is asked for each time: a plan that is read anew has another one.
    """

    def __init__(
        self, path: Path, store: Callable[[], PlanStore], week_start: int, *, read_only: bool
    ) -> None:
        self._path = path
        self._store = store
        self._week_start = week_start
        self._read_only = read_only

    def lines(self) -> list[JournalLine]:
        """What was done, the newest first, each with the revision it led to; raises `PlanDamaged`."""
        with what_fails_is_damage(self._path):
            return self._store().lines()

    def changes(self, first: int, last: int) -> dict[int, Changes]:
        """What led to the revisions from one to another, both included; raises `PlanDamaged`."""
        with what_fails_is_damage(self._path):
            return self._store().changes_of(first, last)

    def shorten(self, now: datetime, prepare: Callable[[], object]) -> Iterator[None]:
        """Shorten the journal as `journal_shortening` says: step through it, the last step writes.

        It is done by the way, so each step takes a moment. `prepare` is called once before anything is
        written, and only if there is something to do: it keeps a backup, and what it raises ends it all.
        Nothing happens to a plan that is read only, or that is edited in between. Raises `PlanDamaged`,
        `CannotWrite`; the file is then as it was.
        """
        if self._read_only:
            return
        with what_fails_is_damage(self._path):
            shortening = self._store().shortening(now, lambda day: week_of(day, self._week_start))
            if not shortening.needed:
                return
        yield
        while self._step(shortening):
            yield
        prepare()
        yield
        self._store().write_shortening(shortening)

    def _step(self, shortening: Shortening) -> bool:
        with what_fails_is_damage(self._path):
            return self._store().step(shortening)
