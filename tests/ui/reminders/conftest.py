"""An open plan, settings in a file, and a clock on the wall that tests set by hand."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.reminders.kept import KeptReminders
from planner.ui.reminders.reminder_clock import ReminderClock
from planner.ui.settings import Settings
from tests.helpers.plans import START, small_plan
from tests.helpers.reminding import Recorder, Wall


@pytest.fixture
def wall() -> Wall:
    """Monday of the first week, at noon."""
    return Wall(datetime.fromisoformat(f"{START.isoformat()}T12:00"))


@pytest.fixture
def editor(tmp_path: Path, qapp: QApplication, wall: Wall) -> Iterator[Editor]:
    """The small plan in a file."""
    with Document.create(tmp_path / "plan.milepost", small_plan()) as document:
        yield Editor(document, wall.today)


@pytest.fixture
def kept(tmp_path: Path, editor: Editor) -> KeptReminders:
    """What is kept for that plan."""
    return KeptReminders(Settings(tmp_path / "settings.ini"), editor.plan.facts.id)


@pytest.fixture
def recorder() -> Recorder:
    """Who is told."""
    return Recorder()


@pytest.fixture
def clock(editor: Editor, kept: KeptReminders, recorder: Recorder, wall: Wall) -> ReminderClock:
    """The watch over that clock."""
    return ReminderClock(editor, kept, recorder, wall, editor)
