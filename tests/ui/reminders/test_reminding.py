"""Where the system has no tray, reminders come in the window itself, with a way to what they are about."""

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from planner.domain.items import ActivityId
from planner.domain.proof import log_session
from planner.domain.reminders import Occasion
from planner.ui.editor import Editor
from planner.ui.main_window import MainWindow
from planner.ui.reminders.dialog import RemindersDialog
from planner.ui.reminders.notifier import TrayOrWindow
from planner.ui.reminders.reminding import Reminding
from planner.ui.reminders.words import ReminderWords
from planner.ui.settings import Settings
from planner.ui.theme_controller import ThemeController

WORDS = ReminderWords("Today’s study: 1 h 30", "Regression course · 1 h\nWrite up · 30 min")


@pytest.fixture
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings in a file of their own."""
    return Settings(tmp_path_factory.mktemp("settings") / "settings.ini")


def test_without_a_tray_the_window_tells(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    notifier = TrayOrWindow(window)
    assert not notifier.has_tray
    notifier.get_ready(wanted=True)
    with qtbot.waitSignal(notifier.told_in_window) as told:
        notifier.tell(Occasion.STUDY, WORDS)
    assert told.args == [Occasion.STUDY, WORDS]


def test_the_sentence_names_what_is_planned_and_leads_to_it(
    qtbot: QtBot, editor: Editor, settings: Settings
) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    reminding = Reminding(window, editor, settings)
    with qtbot.waitSignal(reminding.offered) as offered:
        reminding.notifier.tell(Occasion.STUDY, WORDS)
    sentence, button, then = offered.args
    assert sentence == "Today’s study: 1 h 30 — Regression course · 1 h · Write up · 30 min"
    assert button == "Show the week"
    with qtbot.waitSignal(reminding.week_asked):
        then()
    assert window.isVisible()
    with qtbot.waitSignal(reminding.review_asked):
        reminding.on_chosen(Occasion.REVIEW)


def test_a_minimised_window_comes_back(qtbot: QtBot, editor: Editor, settings: Settings) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.showMinimized()
    Reminding(window, editor, settings).on_chosen(Occasion.STUDY)
    assert not window.isMinimized()


def test_a_dialog_that_is_open_is_answered_first(qtbot: QtBot, editor: Editor, settings: Settings) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    reminding = Reminding(window, editor, settings)
    reminding.ask()
    reminding.ask()
    (dialog,) = window.findChildren(RemindersDialog)
    with qtbot.assertNotEmitted(reminding.week_asked):
        reminding.on_chosen(Occasion.STUDY)
    dialog.reject()
    with qtbot.waitSignal(reminding.week_asked):
        reminding.on_chosen(Occasion.STUDY)


def test_trying_it_shows_today_in_the_window_and_counts_as_none(
    qtbot: QtBot, editor: Editor, look: ThemeController, settings: Settings
) -> None:
    window = MainWindow(editor, look, settings)
    qtbot.addWidget(window)
    window.show()
    reminding = window.findChild(Reminding)
    assert isinstance(reminding, Reminding)
    reminding.try_it()
    assert window.reminder.sentence == "Today’s study: 1 h 30 — Regression course, Week 1"
    assert settings.value_for(editor.plan.facts.id, "reminders-told-study", "") == ""
    editor.apply("Log", log_session, ActivityId("regression-course"), editor.today, 90)
    reminding.try_it()
    said = window.reminder.sentence
    assert said.startswith("This is how a reminder looks — Nothing is left to study today")
