"""Linking by the keyboard."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.items import ActivityId, DependencyKind, MilestoneId, NodeId
from planner.domain.structure import unlink
from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.fields.text import TextLabel
from planner.ui.link_dialog import LinkDialog
from tests.helpers.plans import START, small_plan

REGRESSION, CLUSTERING = ActivityId("regression-course"), ActivityId("clustering-course")
SERVE, WRITE_UP = ActivityId("serve-model"), ActivityId("write-up")


@pytest.fixture
def editor(tmp_path: Path, qapp: QApplication) -> Iterator[Editor]:
    with Document.create(tmp_path / "path.milepost", small_plan()) as document:
        yield Editor(document, lambda: START)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def opened(editor: Editor, window: QWidget, *ids: NodeId) -> LinkDialog:
    dialog = LinkDialog(editor, ids, window)
    dialog.show()
    return dialog


def choose(dialog: LinkDialog, name: str, value: object) -> None:
    combo = dialog.findChild(QComboBox, name)
    assert isinstance(combo, QComboBox)
    combo.setCurrentIndex(combo.findData(value))


def wait_for(dialog: LinkDialog, days: int) -> None:
    field = dialog.findChild(QSpinBox, "lag")
    assert isinstance(field, QSpinBox)
    field.setValue(days)


def links(editor: Editor, before: str, after: str) -> list[tuple[DependencyKind, int]]:
    return [
        (each.kind, each.lag_days)
        for each in editor.plan.dependencies.values()
        if (each.before, each.after) == (before, after)
    ]


def words(dialog: LinkDialog) -> str:
    labels = dialog.findChildren(TextLabel)
    return " | ".join(each.words for each in labels if each.words and each is not dialog.heading)


def test_one_item_is_linked_to_another_with_kind_and_lag(editor: Editor, window: QWidget) -> None:
    dialog = opened(editor, window, REGRESSION)
    assert not dialog.accept_button.isEnabled()
    assert words(dialog) == "Choose which item waits for which."

    choose(dialog, "then", "write-up")
    choose(dialog, "kind", DependencyKind.START_START)
    wait_for(dialog, 3)
    assert words(dialog).startswith(
        "SS: “Write up” starts after “Regression course” starts, 3 days later | Moves nothing"
    )
    dialog.accept()

    assert links(editor, "regression-course", "write-up") == [(DependencyKind.START_START, 3)]
    assert editor.undo_text == "Link Regression course to Write up (SS)"


def test_two_selected_items_are_there_already(editor: Editor, window: QWidget) -> None:
    dialog = opened(editor, window, REGRESSION, SERVE)
    assert words(dialog).startswith("FS: “Serve model” starts after “Regression course” finishes")
    dialog.accept()
    assert links(editor, "regression-course", "serve-model") == [(DependencyKind.FINISH_START, 0)]


def test_a_link_that_others_keep_already_is_told_so(editor: Editor, window: QWidget) -> None:
    dialog = opened(editor, window, REGRESSION, SERVE)
    assert words(dialog).endswith(" | Moves nothing: it waits for that already, by way of others")
    dialog = opened(editor, window, REGRESSION, MilestoneId("core-proven"))
    assert words(dialog).endswith("it waits for that already, by way of “Clustering course”")


def test_a_circle_is_said_and_cannot_be_made(editor: Editor, window: QWidget) -> None:
    plan = editor.plan
    dialog = opened(editor, window, SERVE, REGRESSION)

    assert "These would wait for each other in a circle: Serve model → Regression course" in words(dialog)
    assert not dialog.accept_button.isEnabled()
    dialog.accept()
    assert editor.plan is plan


def test_more_items_are_linked_one_after_another_in_one_step(editor: Editor, window: QWidget) -> None:
    for each in tuple(editor.plan.dependencies):
        editor.document.apply("Loosen", unlink, each)
    dialog = opened(editor, window, REGRESSION, CLUSTERING, SERVE, WRITE_UP)
    assert words(dialog).startswith("Regression course → Clustering course → Serve model → Write up | Moves ")
    dialog.accept()

    chain = (REGRESSION, CLUSTERING, SERVE, WRITE_UP)
    for before, after in pairwise(chain):
        assert links(editor, before, after) == [(DependencyKind.FINISH_START, 0)]
    assert editor.undo_text == "Link 4 items one after another"
    editor.undo()
    assert editor.plan.dependencies == {}


def test_a_link_is_edited_in_place(editor: Editor, window: QWidget) -> None:
    found = next(each for each in editor.plan.dependencies.values() if each.after == SERVE)
    dialog = LinkDialog(editor, (), window, link=found)
    dialog.show()
    for name in ("first", "then"):
        combo = dialog.findChild(QComboBox, name)
        assert isinstance(combo, QComboBox)
        assert not combo.isEnabled()
    wait_for(dialog, 7)
    assert words(dialog).startswith(
        "FS: “Serve model” starts after “Core proven” is reached, 7 days later | Moves 3 items · "
    )
    dialog.accept()

    assert editor.plan.dependencies[found.id].lag_days == 7
    assert len(editor.plan.dependencies) == 5


def test_an_item_cannot_wait_for_itself(editor: Editor, window: QWidget) -> None:
    dialog = opened(editor, window, REGRESSION)
    choose(dialog, "then", "regression-course")
    assert not dialog.accept_button.isEnabled()


def test_a_link_in_the_dialog_can_be_removed(editor: Editor, window: QWidget) -> None:
    removed: list[bool] = []
    found = next(iter(editor.plan.dependencies.values()))
    dialog = LinkDialog(editor, (), window, link=found)
    dialog.add_way_out("Remove the link", lambda: removed.append(True))
    button = next(each for each in dialog.findChildren(QPushButton) if each.text() == "Remove the link")
    button.click()
    assert removed == [True]
