"""The load strip under a drag in a very large plan: it follows once the pointer rests."""

from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.domain.edits import set_effort
from planner.domain.items import ActivityId
from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.timeline.load_strip import MANY_ITEMS
from planner.ui.timeline.page import TimelinePage
from tests.helpers.big_plans import study_plan
from tests.helpers.looks import dressed
from tests.helpers.plans import START


def test_in_a_very_large_plan_the_strip_follows_once_the_pointer_rests(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    with (
        dressed(qapp, tmp_path) as look,
        Document.create(tmp_path / "p.milepost", study_plan(MANY_ITEMS + 100)) as document,
    ):
        editor = Editor(document, lambda: START + timedelta(days=90))
        page = TimelinePage(editor, look)
        qtbot.addWidget(page)
        page.show()
        before = page.strip.grab().toImage()
        first = editor.plan.activity(ActivityId("a0"))

        page.view.preview_changed.emit(editor.preview(set_effort, first.id, first.effort.likely * 40))
        assert page.strip.grab().toImage() == before

        qtbot.waitUntil(lambda: page.strip.grab().toImage() != before)
        page.view.preview_changed.emit(None)
        assert page.strip.grab().toImage() == before
