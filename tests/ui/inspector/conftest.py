"""The inspector on the real roadmap's plan."""

import pytest
from pytestqt.qtbot import QtBot

from planner.ui.editor import Editor
from planner.ui.inspector.inspector import Inspector
from planner.ui.theme_controller import ThemeController


@pytest.fixture
def inspector(editor: Editor, look: ThemeController, qtbot: QtBot) -> Inspector:
    widget = Inspector(editor, look)
    qtbot.addWidget(widget)
    widget.resize(300, 900)
    widget.show()
    return widget
