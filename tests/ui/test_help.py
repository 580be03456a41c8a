"""Help and About: whole, readable, and true to the actions the window has."""

import re
from pathlib import Path

from PySide6.QtGui import QColor, QTextTable
from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from planner.paths import resource
from planner.ui.action_entries import ACTIONS
from planner.ui.fields.text import TextLabel
from planner.ui.help import AboutDialog, HelpDialog
from planner.ui.theme_controller import ThemeController


def test_help_shows_its_text_and_opens_no_links(qtbot: QtBot) -> None:
    dialog = HelpDialog()
    qtbot.addWidget(dialog)
    page = dialog.findChild(QTextBrowser)
    assert isinstance(page, QTextBrowser)
    assert "Prove a milestone" in page.toPlainText()
    assert not page.openLinks()


def test_its_table_is_as_wide_as_the_page_and_its_lines_turn_dark(
    look: ThemeController, qtbot: QtBot
) -> None:
    look.choose("light")
    dialog = HelpDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    page = dialog.findChild(QTextBrowser)
    assert isinstance(page, QTextBrowser)
    (table,) = [each for each in page.document().rootFrame().childFrames() if isinstance(each, QTextTable)]
    layout = page.document().documentLayout()
    assert layout.frameBoundingRect(table).width() > 0.9 * page.viewport().width() - 32
    assert not page.horizontalScrollBar().isVisible()

    def line() -> QColor:
        return table.cellAt(0, 0).format().toTableCellFormat().bottomBorderBrush().color()

    light = line()
    look.choose("dark")
    assert line().lightnessF() < light.lightnessF() - 0.3


def test_help_names_menu_entries_as_they_are() -> None:
    # A name may go on on the next line.
    text = " ".join(resource("help/how-it-works.md").read_text(encoding="utf-8").split())
    entries = {f"{each.menu.replace('&', '')} › {each.text.replace('&', '').rstrip('…')}" for each in ACTIONS}
    assert set(re.findall(r"\*(\w+ › [^*]+)\*", text)) <= entries


def test_every_key_of_the_menus_is_in_the_table_of_keys(qtbot: QtBot) -> None:
    dialog = HelpDialog()
    qtbot.addWidget(dialog)
    dialog.show_keys()
    assert dialog.tabs.currentWidget() is dialog.keys
    listed = lines(dialog)
    for entry in ACTIONS:
        if entry.keys:
            words = entry.text.replace("&", "").rstrip("…")
            keys = " or ".join(entry.keys.split())
            assert (keys, words) in listed


def test_the_table_of_keys_is_searched_as_one_types(qtbot: QtBot) -> None:
    dialog = HelpDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.show_keys()
    qtbot.keyClicks(dialog.keys.field, "diamond")
    assert [how for how, _ in lines(dialog)] == ["Drag a diamond"]
    dialog.keys.field.setText("qqqq")
    assert lines(dialog) == []
    assert "Nothing fits “qqqq”." in [each.words for each in dialog.keys.findChildren(TextLabel)]


def lines(dialog: HelpDialog) -> list[tuple[str, str]]:
    """The lines of the table of keys that show."""
    table = dialog.keys.table
    found: list[tuple[str, str]] = []
    for number in range(table.topLevelItemCount()):
        head = table.topLevelItem(number)
        assert head is not None
        for place in range(head.childCount()):
            row = head.child(place)
            assert row is not None
            if not row.isHidden():
                found.append((row.text(0), row.text(1)))
    return found


def test_the_readme_names_keys_as_they_are() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    table = readme.split("| mouse | keys | does |")[1].split("\n\n")[0]
    named = {
        key
        for line in table.splitlines()[2:]
        for key in line.split("|")[2].strip().split(", ")
        if key.startswith(("Ctrl+", "Alt+")) and key != "Ctrl+Space"
    }
    assert len(named) > 10
    assert named <= {key for entry in ACTIONS for key in entry.keys.split()}


def test_about_shows_all_its_words(qtbot: QtBot) -> None:
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    words = dialog.findChild(TextLabel)
    assert isinstance(words, TextLabel)
    assert words.height() >= words.heightForWidth(words.width())
