"""A timer over the small plan, on a clock of the test's own: Monday 4 January 2027, two in the afternoon."""

from collections.abc import Callable, Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QApplication

from planner.storage.document import Document
from planner.storage.timer_file import TimerFile
from planner.ui.editor import Editor
from planner.ui.timer.controller import TimerController
from tests.helpers.clocks import Clock
from tests.helpers.plans import small_plan

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture
def clock() -> Clock:
    """The test's clock."""
    return Clock(BERLIN, 2027, 1, 4, 14, 0)


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    """The small plan in a file."""
    with Document.create(tmp_path / "plan.milepost", small_plan()) as document:
        yield document


@pytest.fixture
def editor(qapp: QApplication, document: Document, clock: Clock) -> Editor:
    """The editor of that plan."""
    return Editor(document, clock.today, qapp)


@pytest.fixture
def file(tmp_path: Path, document: Document) -> TimerFile:
    """Where the timer is kept."""
    return TimerFile(tmp_path / "timers", document.plan.facts.id, document.path)


@pytest.fixture
def start_milepost(editor: Editor, file: TimerFile, clock: Clock) -> Callable[[], TimerController]:
    """Makes the timer as the window does when it opens, with what was kept."""

    def start() -> TimerController:
        made = TimerController(editor, file, clock, clock.local, editor)
        made.restore()
        return made

    return start


@pytest.fixture
def timer(start_milepost: Callable[[], TimerController]) -> TimerController:
    """The timer of a first start."""
    return start_milepost()


@pytest.fixture
def let_pass(clock: Clock) -> Callable[[TimerController, float], None]:
    """Lets seconds pass with the clock heard each second, as it is while the machine is awake."""

    def run(timer: TimerController, seconds: float) -> None:
        until = clock.now + seconds
        while clock.now < until:
            clock.now = min(clock.now + 1, until)
            timer.tick()

    return run
