"""A week on the clipboard, to be pasted into a mail, a chat or a note."""

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from planner.domain.week import week_plan
from planner.exchange.week_text import links_of_week, week_markdown, week_text
from planner.ui.editor import Editor


def copied_week(editor: Editor, first_day: date, *, markdown: bool) -> str:
    """Copy the week that holds a day, as text or as Markdown; returns what to say of it."""
    week = week_plan(editor.plan, editor.schedule, first_day, editor.today)
    text = week_markdown(week, links_of_week(editor.plan, week)) if markdown else week_text(week)
    QGuiApplication.clipboard().setText(text)
    words = _tr("Copied as Markdown: {week}") if markdown else _tr("Copied as text: {week}")
    return words.format(week=week.title)


def _tr(text: str) -> str:
    return QCoreApplication.translate("copying", text)
