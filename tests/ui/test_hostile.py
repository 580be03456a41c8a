"""A plan whose every word was written by somebody who means harm, in the whole window and all its dialogs."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import repeat
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QColor, QImage
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QLabel,
    QListView,
    QMessageBox,
    QTextBrowser,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from planner.domain.plan import Plan
from planner.storage.document import Document
from planner.ui.action_entries import ACTIONS
from planner.ui.editor import Editor
from planner.ui.links import link_problem, open_link
from planner.ui.main_window import MainWindow
from planner.ui.pages import PAGES
from planner.ui.reminders.notifier import without_markup
from planner.ui.settings import Settings
from planner.ui.theme_controller import ThemeController
from tests.helpers.hostile import HOSTILE, LINKS, PICTURE, spoiled
from tests.helpers.plans import small_plan

TODAY = date(2027, 1, 14)
LEFT_ALONE = {"quit", "open", "new", "open-recent"}
"""These go to another plan, or end the program."""


@contextmanager
def made_window(plan: Plan, folder: Path, look: ThemeController) -> Iterator[MainWindow]:
    """The window with a plan; at the end it is closed."""
    with Document.create(folder / "hostile.milepost", plan) as document:
        editor = Editor(document, lambda: TODAY)
        window = MainWindow(editor, look, Settings(folder / "window.ini"))
        window.resize(1400, 900)
        window.show()
        try:
            yield window
        finally:
            window.close()


@pytest.fixture
def window(look: ThemeController, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """Every title, note and name is a picture of a file of this computer, written as HTML."""
    with made_window(spoiled(small_plan(), repeat(HOSTILE["picture"])), tmp_path, look) as made:
        yield made


def read_as_markup(root: QWidget) -> list[str]:
    """What Qt would read as markup of all that a widget and those in it show, and tell by tooltips."""
    found = []
    for each in (root, *root.findChildren(QWidget)):
        if isinstance(each, QLabel) and each.textFormat() is not Qt.TextFormat.PlainText:
            found += [f"{type(each).__name__}: {each.text()}"] if is_rich(each.text()) else []
        if isinstance(each, QTextEdit):
            found += [each.toHtml()] if PICTURE in each.toHtml().replace("&quot;", '"') else []
        if is_rich(each.toolTip()):
            found.append(f"tooltip of {type(each).__name__}: {each.toolTip()}")
        if isinstance(each, QAbstractItemView) and each.model() is not None:
            model, nowhere = each.model(), QModelIndex()
            for row in range(min(model.rowCount(nowhere), 40)):
                # A list's model keeps its number of columns to itself.
                for column in range(1 if isinstance(each, QListView) else model.columnCount(nowhere)):
                    tip = model.index(row, column).data(Qt.ItemDataRole.ToolTipRole)
                    if isinstance(tip, str) and is_rich(tip):
                        found.append(f"tooltip of a cell of {type(each).__name__}: {tip}")
    for action in root.findChildren(QAction):
        if is_rich(action.toolTip()):
            found.append(f"tooltip of {action.objectName()}: {action.toolTip()}")
    return found


def is_rich(text: str) -> bool:
    return "<img" in text and GuiQt.mightBeRichText(text)


def test_the_check_itself_finds_what_would_be_read_as_markup(qtbot: QtBot) -> None:
    """The control: a label and a tooltip as Qt makes them by default."""
    label = QLabel(HOSTILE["picture"])
    label.setToolTip(HOSTILE["picture"])
    qtbot.addWidget(label)
    assert len(read_as_markup(label)) == 2


def test_no_label_and_no_tooltip_of_the_window_reads_a_title_as_markup(
    window: MainWindow, qtbot: QtBot
) -> None:
    plan = window.editor.plan
    seen = []
    for page in PAGES:
        window.show_page(page)
        for each in (*plan.phases, *plan.activities, *plan.milestones):
            window.timeline.select(each)
            QApplication.processEvents()
            seen += read_as_markup(window)
    assert seen == []


def test_no_dialog_reads_a_title_as_markup(window: MainWindow, qtbot: QtBot) -> None:
    """Every action of the menus, with an activity selected and with a milestone."""
    plan = window.editor.plan
    looked_at: dict[str, list[str]] = {}

    def look() -> None:
        modal, menu = QApplication.activeModalWidget(), QApplication.activePopupWidget()
        if menu is not None:
            menu.close()
        if modal is not None:
            looked_at.setdefault(type(modal).__name__, []).extend(read_as_markup(modal))
            if isinstance(modal, QDialog):
                modal.reject()
            else:
                modal.close()

    timer = QTimer()
    timer.setInterval(5)
    timer.timeout.connect(look)
    timer.start()
    for item in (next(iter(plan.activities)), next(iter(plan.milestones))):
        for entry in ACTIONS:
            if entry.id in LEFT_ALONE:
                continue
            window.timeline.select(item)
            action = window.findChild(QAction, entry.id)
            if isinstance(action, QAction) and action.isEnabled():
                action.trigger()
                qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    timer.stop()
    assert len(looked_at) >= 10, sorted(looked_at)
    assert {name: found for name, found in looked_at.items() if found} == {}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_title_can_be_anything_and_the_window_goes_on(
    name: str, look: ThemeController, tmp_path: Path, qtbot: QtBot
) -> None:
    """Shown, selected on each page, painted; Qt says nothing of it, and the plan is read back as it was."""
    plan = spoiled(small_plan(), repeat(HOSTILE[name]))
    with made_window(plan, tmp_path, look) as window:
        for page in PAGES:
            window.show_page(page)
            for item in (next(iter(plan.milestones)), next(iter(plan.activities))):
                window.timeline.select(item)
                assert not window.grab().isNull()
        editor = window.editor
    assert editor.undo_text == "", "looking at it has changed it"
    with Document.open(tmp_path / "hostile.milepost", read_only=True) as document:
        same = document.plan == plan  # not told apart by pytest, which takes minutes for two plans
    assert same


@pytest.mark.parametrize("link", LINKS, ids=repr)
def test_no_other_link_is_ever_opened(link: str, qtbot: QtBot) -> None:
    parent, opened = QWidget(), list[QUrl]()
    qtbot.addWidget(parent)

    def browser(url: QUrl) -> bool:
        opened.append(url)
        return True

    assert link_problem(link)
    assert open_link(link, parent, browser)
    assert opened == []
    assert parent.findChild(QMessageBox) is None


@pytest.mark.parametrize("name", HOSTILE)
def test_a_notification_holds_no_tags(name: str) -> None:
    assert not set("<>") & set(without_markup(HOSTILE[name]))


def test_pages_of_markdown_load_no_picture(tmp_path: Path, qtbot: QtBot) -> None:
    """The help and the news, should anything ever find its way in there; the control is Qt's own page."""
    from planner.ui.fields.page_text import PageText

    red = QImage(40, 40, QImage.Format.Format_RGB32)
    red.fill(QColor("red"))
    assert red.save(str(tmp_path / "red.png"))
    address = QUrl.fromLocalFile(str(tmp_path / "red.png")).toString()
    for page, loads in ((QTextBrowser(), True), (PageText(), False)):
        qtbot.addWidget(page)
        for markdown in (f"![x]({address})", f"text ![x]({address}) text"):
            page.setMarkdown(markdown)
            page.resize(200, 200)
            page.show()
            picture = page.grab().toImage()
            colours = {
                picture.pixelColor(x, y).name()
                for x in range(0, picture.width(), 3)
                for y in range(0, picture.height(), 3)
            }
            assert ("#ff0000" in colours) is loads


def test_a_title_that_reverses_what_follows_is_shown_in_its_own_order(
    look: ThemeController, tmp_path: Path
) -> None:
    """In the outline, on the timeline, in the title of the window: a program's name looks like one."""
    pictures, names = [], []
    for number, title in enumerate((HOSTILE["override"], "invoicefdp.exe")):
        folder = tmp_path / str(number)
        folder.mkdir()
        with made_window(spoiled(small_plan(), repeat(title)), folder, look) as window:
            QApplication.processEvents()
            pictures.append(window.timeline.grab().toImage())
            names.append(window.windowTitle())
    assert pictures[0] == pictures[1]
    assert names == ["Milepost — invoicefdp.exe"] * 2
