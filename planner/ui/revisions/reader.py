"""Reads what the rows of the history did, those on screen first and all the others by the way.

Twenty thousand rows are too many to read before the dialog shows; what nobody looks at yet waits.
"""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from planner.domain.changes import Changes
from planner.domain.errors import MilepostError
from planner.domain.schedule import Schedule
from planner.storage.document import Document
from planner.storage.journal_lines import JournalLine
from planner.storage.journal_shortening import KEPT_WHOLE
from planner.ui.revisions.looking_back import ROWS_A_STEP, LookingBack, before_each
from planner.ui.revisions.words import edit_sentence, followed_words, learn_names, namer


class HistoryReader(QObject):
    """Sentences for the rows of a document's journal, and the plan as it was at the chosen one."""

    told = Signal(object)
    """The numbers of rows whose words are known now, or known better."""

    arrived = Signal(int)
    """The plan of the revision that was looked for is at hand."""

    failed = Signal(str)
    """A row cannot be read; one sentence."""

    all_told = Signal()
    """Every row's words are known."""

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        plan = document.plan
        tables = (plan.phases, plan.activities, plan.milestones, plan.checklist)
        self._names = {str(key): each.title for table in tables for key, each in table.items()}
        self.lines: list[JournalLine] = document.past.lines()
        self._by_number = {each.number: each for each in self.lines}
        self._before = before_each([each.number for each in self.lines])
        self._sentences: dict[int, str] = {}
        self._follows: dict[int, str] = {}
        self._on_screen: list[int] = []
        self._wanted: int | None = None
        self._untold = 0
        self._looking = LookingBack(document)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._work)
        self._timer.start()

    @property
    def complete(self) -> bool:
        """Whether every row's words are known."""
        return self._untold >= len(self.lines)

    @property
    def has_weeks(self) -> bool:
        """Whether rows are older than the year that is kept edit by edit."""
        times = [each.at for each in self.lines if each.at is not None]
        return bool(times) and min(times) < times[0] - KEPT_WHOLE

    @property
    def busy(self) -> bool:
        """Whether there is still something to read."""
        return self._timer.isActive()

    def words(self, number: int) -> str:
        """What a row did; what undo calls it until its changes are read."""
        said = self._sentences.get(number)
        if said is None:
            return self._by_number[number].text
        follow = self._follows.get(number)
        return f"{said}; {follow}" if follow else said

    def show(self, numbers: Iterable[int]) -> None:
        """These rows are on screen: they are told first."""
        self._on_screen = [each for each in numbers if each not in self._follows]
        if self._on_screen:
            self._timer.start()

    def look_for(self, revision: int) -> None:
        """Go to a revision; `arrived` tells when its plan is at hand."""
        self._wanted = revision
        self._timer.start()

    def schedule_at(self, revision: int) -> Schedule:
        """The schedule of the revision that `arrived` told of."""
        return self._looking.schedule_at(revision)

    def stop(self) -> None:
        """Read no more."""
        self._timer.stop()

    def _work(self) -> None:
        try:
            for job in (self._tell_shown, self._go_on, self._tell_follows, self._tell_others):
                if job():
                    return
        except MilepostError as error:
            self._wanted = None
            self._on_screen = []
            self._untold = len(self.lines)
            self.failed.emit(str(error))
        self._timer.stop()

    def _tell_shown(self) -> bool:
        newest = max((each for each in self._on_screen if each not in self._sentences), default=None)
        if newest is None:
            return False
        self._tell(max(newest - ROWS_A_STEP, 1), newest)
        return True

    def _go_on(self) -> bool:
        """Towards the revision that is looked for."""
        wanted = self._wanted
        if wanted is None:
            return False
        if self._looking.step_to(wanted):
            self._wanted = None
            self.arrived.emit(wanted)
        return True

    def _tell_follows(self) -> bool:
        """How many items followed one edit on screen."""
        if not self._on_screen:
            return False
        number = self._on_screen[0]
        for revision in (number, self._before[number]):
            if not self._looking.step_to(revision):
                return True
        self._on_screen.pop(0)
        before, after = map(self._looking.schedule_at, (self._before[number], number))
        self._follows[number] = followed_words(before, after)
        if self._follows[number]:
            self.told.emit([number])
        return True

    def _tell_others(self) -> bool:
        if self._untold >= len(self.lines):
            return False
        part = self.lines[self._untold : self._untold + ROWS_A_STEP]
        self._untold += len(part)
        if any(each.number not in self._sentences for each in part):
            self._tell(part[-1].number, part[0].number)
        if self.complete:
            self.all_told.emit()
        return True

    def _tell(self, first: int, last: int) -> None:
        """Put into words what a stretch of rows did, the newest first: what was deleted is named then."""
        found: dict[int, Changes] = self._document.past.changes(first, last)
        name_of: Callable[[str], str] = namer(self._names)
        for number in sorted(found, reverse=True):
            changes, line = found[number], self._by_number[number]
            learn_names(changes, self._names)
            self._sentences[number] = edit_sentence(line.kind, line.text, changes, name_of)
        self.told.emit(list(found))
