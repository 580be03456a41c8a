"""Changing track or cloud: what is shown is what happens, in one undo step, and Cancel changes nothing."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from planner.domain import edits
from planner.domain.errors import InvalidValue
from planner.domain.items import ActivityId
from planner.domain.plan import Plan
from planner.domain.planting import plan_from
from planner.domain.proof import log_session
from planner.domain.roadmap import Answers
from planner.domain.wording import day_text
from planner.exchange.roadmap_toml import default_roadmap
from planner.storage.document import Document
from planner.ui.direction.dialog import DirectionDialog
from planner.ui.editor import Editor
from planner.ui.fields.text import TextLabel
from planner.ui.theme_controller import ThemeController

TODAY = date(2027, 6, 1)
PROJECT, ARCHITECTURES = ActivityId("domain-project"), ActivityId("track-architectures")
PLAN = plan_from(default_roadmap(), Answers(start=date(2027, 1, 4), track="nlp", cloud="gcp"))


@pytest.fixture
def opened(
    qtbot: QtBot, look: ThemeController, tmp_path: Path
) -> Iterator[Callable[[Plan], DirectionDialog]]:
    """Opens the dialog on a plan in a real file."""
    documents = []

    def open_dialog(plan: Plan) -> DirectionDialog:
        documents.append(Document.create(tmp_path / "path.milepost", plan))
        dialog = DirectionDialog(Editor(documents[-1], lambda: TODAY), default_roadmap())
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    yield open_dialog
    for each in documents:
        each.close()


def said(dialog: DirectionDialog) -> list[str]:
    """All that the lists say, from top to bottom."""
    return [each.words for each in dialog.preview.lists.findChildren(TextLabel)]


def test_the_direction_of_now_offers_no_change(opened: Callable[[Plan], DirectionDialog]) -> None:
    dialog = opened(PLAN)
    assert (dialog.track.current, dialog.cloud.current) == ("nlp", "gcp")
    assert "the direction your plan has" in dialog.preview.note.words
    assert not dialog.accept_button.isEnabled()
    assert dialog.preview.lists.isHidden()


def test_each_choice_shows_what_it_would_do(opened: Callable[[Plan], DirectionDialog], qtbot: QtBot) -> None:
    dialog = opened(log_session(PLAN, PROJECT, date(2027, 5, 3), 600))
    qtbot.mouseClick(dialog.track.buttons["cv"], Qt.MouseButton.LeftButton)
    words = said(dialog)
    assert words[0] == "Comes: 2"
    assert words[words.index("Domain project: computer vision") + 1] == "80 h of work"
    assert words[words.index("Domain project: NLP and LLMs") + 1] == "10 h logged: kept in the archive"
    assert words[words.index("Architectures: NLP and LLMs") + 1] == "not begun"
    assert words[words.index("Transfer learning in PyTorch") + 1] == "the same work, described anew"
    assert f"{dialog.change.untouched} more activities and milestones stay" in words[-1]
    assert dialog.preview.finish.words == f"{day_text(dialog.change.finish_before)}, as now"
    assert "Goes: Domain project: NLP and LLMs, 10 h logged" in dialog.preview.lists.accessibleDescription()
    qtbot.mouseClick(dialog.track.buttons["nlp"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.cloud.buttons["aws"], Qt.MouseButton.LeftButton)
    assert "Certificate: AWS ML Engineer" in said(dialog)
    assert "Domain project: computer vision" not in said(dialog)
    assert "to prove" in said(dialog)


def test_finished_work_comes_again_only_where_it_is_wanted(
    opened: Callable[[Plan], DirectionDialog], qtbot: QtBot
) -> None:
    dialog = opened(edits.mark_finished(PLAN, ARCHITECTURES, date(2027, 5, 1)))
    assert dialog.again.isHidden()
    qtbot.mouseClick(dialog.track.buttons["cv"], Qt.MouseButton.LeftButton)
    assert not dialog.again.isHidden()
    assert "Architectures: computer vision" in said(dialog)
    assert dialog.preview.finish.words.endswith("later")
    assert "→" in dialog.preview.months.words
    qtbot.mouseClick(dialog.again.box, Qt.MouseButton.LeftButton)
    assert "Architectures: computer vision" not in said(dialog)
    assert dialog.preview.finish.words.endswith("as now")
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert "track-architectures@cv" not in dialog._editor.plan.activities


def test_one_press_is_one_undo_step(opened: Callable[[Plan], DirectionDialog], qtbot: QtBot) -> None:
    plan = edits.mark_finished(
        log_session(PLAN, PROJECT, date(2027, 5, 3), 600), ARCHITECTURES, date(2027, 5, 1)
    )
    dialog = opened(plan)
    editor = dialog._editor
    before = editor.plan
    qtbot.mouseClick(dialog.track.buttons["cv"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.cloud.buttons["azure"], Qt.MouseButton.LeftButton)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert editor.plan == dialog.change.plan
    assert (editor.plan.facts.track, editor.plan.facts.cloud) == ("cv", "azure")
    assert editor.undo_text == "Change the direction to Computer vision and Azure"
    path = editor.document.path
    editor.document.close()
    with Document.open(path) as again:
        assert again.plan == dialog.change.plan
        again.undo()
        assert again.plan == before


@pytest.mark.parametrize(
    ("track", "cloud", "text"),
    [
        ("tabular", "gcp", "Change the track to Tabular and time series"),
        ("nlp", "aws", "Change the cloud to AWS"),
    ],
)
def test_undo_says_what_was_changed(
    opened: Callable[[Plan], DirectionDialog], qtbot: QtBot, track: str, cloud: str, text: str
) -> None:
    dialog = opened(PLAN)
    qtbot.mouseClick(dialog.track.buttons[track], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.cloud.buttons[cloud], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert dialog._editor.undo_text == text


def test_cancel_changes_nothing(opened: Callable[[Plan], DirectionDialog], qtbot: QtBot) -> None:
    dialog = opened(PLAN)
    qtbot.mouseClick(dialog.track.buttons["cv"], Qt.MouseButton.LeftButton)
    cancel = dialog.buttons.button(QDialogButtonBox.StandardButton.Cancel)
    qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert dialog._editor.plan == PLAN
    assert not dialog._editor.undo_text


def test_the_keyboard_chooses_too(opened: Callable[[Plan], DirectionDialog], qtbot: QtBot) -> None:
    dialog = opened(PLAN)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.track.buttons["nlp"].hasFocus)
    qtbot.keyClick(dialog.track.buttons["nlp"], Qt.Key.Key_Up)
    assert dialog.track.current == "cv"
    assert dialog.accept_button.isEnabled()


def test_a_plan_from_elsewhere_is_refused_in_words(opened: Callable[[Plan], DirectionDialog]) -> None:
    with pytest.raises(InvalidValue, match="another roadmap"):
        opened(replace(PLAN, facts=replace(PLAN.facts, roadmap="elsewhere")))
