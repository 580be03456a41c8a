"""From the menus: minutes typed back from paper, checklists printed, a week copied."""

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from planner.domain.items import MilestoneId
from planner.domain.week import week_plan
from planner.exchange.week_text import links_of_week, week_markdown, week_text
from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.main_window import MainWindow
from planner.ui.paper.dialog import PaperDialog
from planner.ui.printing.checklist_preview import ChecklistPreview
from planner.ui.settings import Settings
from planner.ui.theme_controller import ThemeController
from tests.ui.commands.conftest import Learner

MONDAY = date(2027, 4, 5)
PROVEN = MilestoneId("core-fundamentals-proven")


def test_minutes_of_the_week_shown_are_typed_back_by_keys(learner: Learner, editor: Editor) -> None:
    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, PaperDialog)
        assert dialog.choice.first_day == MONDAY - timedelta(days=7)
        QTest.keyClicks(dialog.text, "1 45, 2 0")
        QTest.keyClick(dialog.text, Qt.Key.Key_Return)

    learner.choose("week")
    learner.choose("week-earlier")
    learner.choose("enter-from-paper", answer)
    (entry,) = editor.plan.sessions.values()
    assert (entry.day, entry.minutes) == (MONDAY - timedelta(days=7), 45)
    assert learner.said("Enter from paper")
    learner.choose("undo")
    assert not editor.plan.sessions


def test_a_plan_that_is_only_read_takes_nothing_from_paper(
    editor: Editor, look: ThemeController, learner: Learner
) -> None:
    with Document.open(editor.document.path, read_only=True) as document:
        window = MainWindow(
            Editor(document, lambda: MONDAY), look, Settings(document.path.with_suffix(".ini"))
        )
        other = Learner(window, learner.qtbot)
        learner.qtbot.addWidget(window)
        assert not other.action("enter-from-paper").isEnabled()
        assert other.action("print-checklist").isEnabled()
        assert other.action("copy-week-text").isEnabled()


def test_the_selected_milestones_checklist_is_previewed_else_the_whole_paths(learner: Learner) -> None:
    shown: list[MilestoneId | None] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, ChecklistPreview)
        shown.append(dialog.milestone)

    learner.choose("print-checklist", look)
    learner.select(PROVEN)
    learner.choose("print-checklist", look)
    learner.select("gradient-descent")
    learner.choose("print-checklist", look)
    assert shown == [None, PROVEN, None]


def test_the_week_shown_is_copied_as_text_and_as_markdown(learner: Learner, editor: Editor) -> None:
    week = week_plan(editor.plan, editor.schedule, MONDAY, editor.today)
    learner.choose("copy-week-text")
    assert QGuiApplication.clipboard().text() == week_text(week)
    assert learner.said("Copied as text: Week 14")
    learner.choose("copy-week-markdown")
    assert QGuiApplication.clipboard().text() == week_markdown(week, links_of_week(editor.plan, week))
    assert learner.said("Copied as Markdown: Week 14")
