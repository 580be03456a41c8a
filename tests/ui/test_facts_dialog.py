"""Where the numbers come from: every figure of the roadmap, with origin and reason."""

from dataclasses import replace

from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from planner.exchange.roadmap_toml import default_roadmap
from planner.ui.facts_dialog import FactsDialog
from planner.ui.fields.text import TextLabel
from planner.ui.theme_controller import ThemeController


def words_of(dialog: FactsDialog) -> list[str]:
    return [each.words for each in dialog.findChildren(TextLabel)]


def test_it_tells_every_fact_with_its_reason(look: ThemeController, qtbot: QtBot) -> None:
    roadmap = default_roadmap()
    dialog = FactsDialog(roadmap)
    qtbot.addWidget(dialog)
    words = words_of(dialog)
    assert len(roadmap.facts) == 11
    for fact in roadmap.facts:
        assert fact.figure in words
        assert fact.text in words
        assert any(line.endswith(fact.reason) for line in words)
    for background in roadmap.backgrounds:
        assert any(line.endswith(background.window.reason) for line in words)


def test_it_says_openly_that_the_phases_do_not_add_up_to_the_whole(
    look: ThemeController, qtbot: QtBot
) -> None:
    dialog = FactsDialog(default_roadmap())
    qtbot.addWidget(dialog)
    words = words_of(dialog)
    assert {"18–24 months", "6–11 months", "78 %", "under 20 %", "2–4 months", "10 h a week"} <= set(words)
    assert any("has no length there; those lengths are our suggestions" in line for line in words)
    assert any(line.startswith("Our suggestion. The source counts in months") for line in words)


def test_a_roadmap_without_facts_shows_no_empty_heading(look: ThemeController, qtbot: QtBot) -> None:
    dialog = FactsDialog(replace(default_roadmap(), facts=()))
    qtbot.addWidget(dialog)
    assert "The path and the work it leads to" not in words_of(dialog)


def test_close_closes_it(look: ThemeController, qtbot: QtBot) -> None:
    dialog = FactsDialog(default_roadmap())
    qtbot.addWidget(dialog)
    dialog.open()
    buttons = dialog.findChild(QDialogButtonBox)
    assert isinstance(buttons, QDialogButtonBox)
    buttons.button(QDialogButtonBox.StandardButton.Close).click()
    assert not dialog.isVisible()
