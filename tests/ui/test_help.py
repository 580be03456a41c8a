"""Help and About: whole, readable, and true to the actions the window has."""

import re

from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from planner.paths import resource
from planner.ui.action_entries import ACTIONS
from planner.ui.fields.text import TextLabel
from planner.ui.help import AboutDialog, HelpDialog


def test_help_shows_its_text_and_opens_no_links(qtbot: QtBot) -> None:
    dialog = HelpDialog()
    qtbot.addWidget(dialog)
    page = dialog.findChild(QTextBrowser)
    assert isinstance(page, QTextBrowser)
    assert "Prove a milestone" in page.toPlainText()
    assert not page.openLinks()


def test_help_names_menu_entries_as_they_are() -> None:
    text = resource("help/how-it-works.md").read_text(encoding="utf-8")
    entries = {f"{each.menu.replace('&', '')} › {each.text.replace('&', '').rstrip('…')}" for each in ACTIONS}
    assert set(re.findall(r"\*(\w+ › [^*]+)\*", text)) <= entries


def test_about_shows_all_its_words(qtbot: QtBot) -> None:
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    words = dialog.findChild(TextLabel)
    assert isinstance(words, TextLabel)
    assert words.height() >= words.heightForWidth(words.width())
