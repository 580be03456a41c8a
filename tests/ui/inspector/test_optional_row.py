"""An activity's details say whether the path needs it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from planner.domain.items import ActivityId
from planner.ui.editor import Editor
from planner.ui.inspector.inspector import Inspector

COURSE = ActivityId("structuring-ml-projects")


def test_a_tick_makes_it_optional_in_one_step(inspector: Inspector, editor: Editor) -> None:
    inspector.show_node(COURSE)
    row = inspector.activity.optional
    assert not row.box.isChecked()

    QTest.mouseClick(row.words, Qt.MouseButton.LeftButton)

    assert not editor.plan.activity(COURSE).required
    assert editor.undo_text == "Make Structuring ML Projects optional"
    assert inspector.activity.head.line.words.endswith("optional")
    editor.undo()
    assert not row.box.isChecked()
    assert editor.plan.activity(COURSE).required


def test_unticked_by_a_key_it_is_required_again(inspector: Inspector, editor: Editor) -> None:
    inspector.show_node(COURSE)
    box = inspector.activity.optional.box
    for text in ("Make Structuring ML Projects optional", "Make Structuring ML Projects required"):
        QTest.keyClick(box, Qt.Key.Key_Space)
        assert editor.undo_text == text
    assert editor.plan.activity(COURSE).required
