"""Check links: nothing is asked before the learner says so; then every answer is told, and Stop stops."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from planner.domain import edits, proof
from planner.domain.checklist_facts import Evidence, EvidenceKind, EvidenceRole
from planner.domain.items import (
    ActivityId,
    ChecklistItemId,
    MilestoneId,
)
from planner.exchange.link_answers import Answer, Checked, Distrust
from planner.exchange.link_check import Limits, LinkCheck
from planner.ui.editor import Editor
from planner.ui.link_check.dialog import LinkCheckDialog
from planner.ui.link_check.words import STANDINGS, answer_words
from planner.ui.main_window import MainWindow
from planner.ui.settings import Settings
from planner.ui.theme_controller import ThemeController
from tests.helpers.looks import wait_until_freed
from tests.helpers.websites import Website, refusing_address, website

ENDPOINT = MilestoneId("endpoint-live")
ITEM = ChecklistItemId("endpoint-https")


@pytest.fixture
def site() -> Iterator[Website]:
    with website() as server:
        yield server


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def keep(editor: Editor, *links: str) -> None:
    """Give an item these links, and leave no other in the plan."""
    for each in editor.plan.activities.values():
        if each.link:
            editor.apply("No link", edits.set_link, ActivityId(each.id), "")
    evidence = tuple(
        Evidence(kind=EvidenceKind.LINK, text=each, role=EvidenceRole.ENDPOINT) for each in links
    )
    editor.apply("Keep", proof.set_evidence, ITEM, evidence)


def opened(
    editor: Editor, look: ThemeController, window: QWidget, limits: Limits | None = None
) -> LinkCheckDialog:
    dialog = LinkCheckDialog(editor, look, window, ENDPOINT, limits=limits)
    dialog.open()
    return dialog


def press(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_lists_every_link_with_its_role_and_asks_nothing(
    editor: Editor, look: ThemeController, window: QWidget, site: Website
) -> None:
    keep(editor, f"{site.address}/live")
    dialog = opened(editor, look, window)
    row = dialog.list.topLevelItem(0)
    assert row is not None
    assert row.text(0) == f"{site.address.removeprefix('http://')}/live"
    assert row.text(1) == "Endpoint · Endpoint answers over HTTPS · Endpoint live"
    assert dialog.words_of(0) == ""
    assert site.asked == []
    dialog.reject()


def test_each_answer_is_told_in_words(
    editor: Editor, look: ThemeController, window: QWidget, site: Website, qtbot: QtBot
) -> None:
    keep(
        editor,
        f"{site.address}/live",
        f"{site.address}/status/404",
        refusing_address(),
        "https://me:pw@x.example/",
    )
    dialog = opened(editor, look, window)
    press(dialog.start_button)
    qtbot.waitUntil(lambda: dialog.state.words == "Done: 3 of 4 need a look.", timeout=10_000)
    assert [dialog.words_of(row) for row in range(4)] == [
        "Answers, but this page is not there (404)",
        "Refuses: nothing answers at this address",
        "This link carries a user name or password. Leave that part out.",
        "Answers",
    ]
    assert dialog.start_button.text() == "Check again"
    assert not dialog.stop_button.isVisible()
    dialog.reject()


def test_without_a_network_it_says_so_once(
    editor: Editor, look: ThemeController, window: QWidget, qtbot: QtBot
) -> None:
    keep(editor, "http://nobody.invalid/", "https://somebody.invalid/")
    dialog = opened(editor, look, window)
    press(dialog.start_button)
    online = "None of the websites could be reached. Are you online?"
    qtbot.waitUntil(lambda: dialog.state.words == online, timeout=15_000)
    dialog.reject()


def test_a_place_nearby_that_answers_says_nothing_of_the_internet(
    editor: Editor, look: ThemeController, window: QWidget, site: Website, qtbot: QtBot
) -> None:
    keep(editor, "https://nobody.invalid/", "https://somebody.invalid/", f"{site.address}/live")
    dialog = opened(editor, look, window)
    press(dialog.start_button)
    words = "2 of 3 could not be reached. Are you online?"
    qtbot.waitUntil(lambda: dialog.state.words == words, timeout=15_000)
    assert [dialog.words_of(row) for row in range(3)] == ["Could not be reached"] * 2 + ["Answers"]
    dialog.reject()


def test_a_wide_window_shows_addresses_and_places_whole(
    editor: Editor, look: ThemeController, window: QWidget
) -> None:
    link = "https://code.example/someone/a-rather-long-name-of-a-repository/blob/main/README.md"
    keep(editor, link)
    dialog = opened(editor, look, window)
    header = dialog.list.header()
    assert min(header.sectionSize(each) for each in range(3)) > 200, "from the beginning"
    dialog.resize(1500, 500)
    row = dialog.list.topLevelItem(0)
    assert row is not None
    assert row.text(0) == link.removeprefix("https://")
    for column in (0, 1):
        assert header.sectionSize(column) > dialog.fontMetrics().horizontalAdvance(row.text(column))
    dialog.resize(600, 500)
    assert sum(header.sectionSize(each) for each in range(3)) <= 600
    dialog.reject()


def test_stop_stops_at_once_and_keeps_what_is_known(
    editor: Editor, look: ThemeController, window: QWidget, site: Website, qtbot: QtBot
) -> None:
    keep(editor, f"{site.address}/silent", f"{site.address}/live")
    dialog = opened(editor, look, window)
    press(dialog.start_button)
    assert dialog.words_of(0) == "Asking…"
    qtbot.waitUntil(lambda: dialog.words_of(1) == "Answers", timeout=10_000)
    press(dialog.stop_button)
    assert dialog.state.words == "Stopped. 1 of 2 were asked."
    assert dialog.words_of(0) == ""
    assert dialog.start_button.isVisible()
    site.open.set()
    press(dialog.start_button)
    qtbot.waitUntil(lambda: dialog.state.words == "Done: all of them answer.", timeout=10_000)
    dialog.reject()


def test_closing_stops_the_asking(
    editor: Editor, look: ThemeController, window: QWidget, site: Website, qtbot: QtBot
) -> None:
    keep(editor, f"{site.address}/silent")
    dialog = opened(editor, look, window)
    press(dialog.start_button)
    qtbot.waitUntil(lambda: bool(site.asked), timeout=10_000)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    wait_until_freed(qtbot, dialog)


def test_the_window_can_go_while_links_are_asked(
    editor: Editor, look: ThemeController, site: Website, qtbot: QtBot
) -> None:
    keep(editor, f"{site.address}/silent", f"{site.address}/live")
    parent = QWidget()
    dialog = opened(editor, look, parent)
    dialog.start()
    qtbot.waitUntil(lambda: bool(site.asked), timeout=10_000)
    parent.deleteLater()
    wait_until_freed(qtbot, dialog)
    qtbot.waitUntil(lambda: not LinkCheck.running(), timeout=10_000)


def test_a_link_is_opened_from_the_list_after_showing_where_it_goes(
    editor: Editor, look: ThemeController, window: QWidget, qtbot: QtBot
) -> None:
    keep(editor, "https://code.example/me")
    dialog = opened(editor, look, window)
    assert not dialog.open_button.isEnabled()
    QTest.keyClick(dialog.list, Qt.Key.Key_Home)
    press(dialog.open_button)
    ask = dialog.findChild(QMessageBox)
    assert ask is not None
    assert "code.example" in ask.text()
    ask.reject()
    wait_until_freed(qtbot, ask)
    dialog.reject()


def test_a_plan_without_links_says_so(editor: Editor, look: ThemeController, window: QWidget) -> None:
    keep(editor)
    dialog = LinkCheckDialog(editor, look, window)
    dialog.open()
    assert dialog.about.words.startswith("There are no links yet.")
    assert not dialog.start_button.isEnabled()
    dialog.reject()


@pytest.mark.parametrize("answer", list(Answer))
def test_every_answer_has_words_and_a_standing(answer: Answer) -> None:
    checked = Checked(
        link="https://a.example/", answer=answer, status=503, leads_to="https://b.example/", seconds=4.2
    )
    words = answer_words(checked, 10)
    assert words
    assert "%" not in words
    assert answer in STANDINGS


def test_a_certificate_that_ran_out_is_said_so() -> None:
    checked = Checked(link="https://a.example/", answer=Answer.UNTRUSTED, distrust=Distrust.EXPIRED)
    assert answer_words(checked, 10) == "Its certificate has run out"


def test_a_redirect_says_where_to_and_a_dead_end_too() -> None:
    moved = Checked(
        link="http://a.example/", answer=Answer.REDIRECTS, status=200, leads_to="https://b.example/new"
    )
    assert answer_words(moved, 10) == "Answers, as b.example/new"
    dead = Checked(
        link="http://a.example/", answer=Answer.NOT_THERE, status=404, leads_to="https://b.example/new"
    )
    assert answer_words(dead, 10) == (
        "It leads on to b.example/new. There: Answers, but this page is not there (404)"
    )


def test_the_plan_menu_lists_the_links_of_the_whole_plan(
    editor: Editor, look: ThemeController, qtbot: QtBot, tmp_path: Path
) -> None:
    made = MainWindow(editor, look, Settings(tmp_path / "milepost.ini"))
    qtbot.addWidget(made)
    made.show()
    action = made.findChild(QAction, "check-links")
    assert isinstance(action, QAction)
    action.trigger()
    (dialog,) = made.findChildren(LinkCheckDialog)
    assert dialog.isVisible()
    assert not dialog.isModal()
    assert dialog.list.topLevelItemCount() == sum(bool(each.link) for each in editor.plan.activities.values())
    dialog.reject()
    wait_until_freed(qtbot, dialog)
