"""The timeline on the small plan, in a real file: days twelve pixels wide, so that drags snap to days."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.theme_controller import ThemeController
from planner.ui.timeline.axis import bounded
from planner.ui.timeline.page import TimelinePage
from planner.ui.timeline.view import TimelineView
from tests.helpers.looks import dressed
from tests.helpers.mouse import Mouse
from tests.helpers.plans import START, chain_plan, small_plan

TODAY = date(2027, 1, 20)
PX_PER_DAY = 12.0


@pytest.fixture
def look(qapp: QApplication, tmp_path: Path) -> Iterator[ThemeController]:
    with dressed(qapp, tmp_path) as controller:
        yield controller


@pytest.fixture
def editor(tmp_path: Path, qapp: QApplication) -> Iterator[Editor]:
    with Document.create(tmp_path / "path.milepost", small_plan()) as document:
        yield Editor(document, lambda: TODAY)


@pytest.fixture
def page(editor: Editor, look: ThemeController, qtbot: QtBot) -> TimelinePage:
    page = TimelinePage(editor, look)
    editor.changed.connect(page.on_changed)
    qtbot.addWidget(page)
    page.resize(1500, 700)
    page.show()
    qtbot.waitExposed(page)
    page.view.show_scale(bounded(START.toordinal() - 3.0, PX_PER_DAY, page.view.width()))
    return page


@pytest.fixture
def view(page: TimelinePage) -> TimelineView:
    return page.view


@pytest.fixture
def mouse(view: TimelineView) -> Mouse:
    return Mouse(view)


@pytest.fixture
def long_page(tmp_path_factory: pytest.TempPathFactory, look: ThemeController, qtbot: QtBot) -> TimelinePage:
    path = tmp_path_factory.mktemp("long") / "long.milepost"
    editor = Editor(Document.create(path, chain_plan(200)), lambda: date(2027, 1, 20))
    page = TimelinePage(editor, look)
    editor.setParent(page)
    qtbot.addWidget(page)
    page.destroyed.connect(editor.document.close)
    page.resize(1200, 600)
    page.show()
    qtbot.waitExposed(page)
    return page
