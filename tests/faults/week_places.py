"""Places on the week page that a hand may go to: on cards and edges, goals, fields, days and notices."""

from random import Random

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget

from planner.ui.timer.bar import TimerBar
from planner.ui.week.entry_row import EntryRow
from planner.ui.week.goal_row import GoalRow
from planner.ui.week.page import WeekPage
from planner.ui.week.session_card import SessionCard

NOT_PRESSED = ("Print", "PDF")
"""Beginnings of the words on buttons that print, or write other files."""


def place_on_week(page: WeekPage, rng: Random, *, held: bool) -> QPoint:
    """A place in the window's pixels; with a button `held` rather one to let go at."""
    window = page.window()
    if held:
        targets: list[QWidget] = [
            *page.columns,
            *seen(page, GoalRow),
            page.head.to_earlier,
            page.head.to_later,
        ]
        target = rng.choice(targets)
        return target.mapTo(window, place_inside(target, rng))
    kinds = (SessionCard, SessionCard, SessionCard, GoalRow, EntryRow, TimerBar, QAbstractButton, QLineEdit)
    kind: type[QWidget] = rng.choice((*kinds, QComboBox, QWidget))
    room: QWidget = window if kind is TimerBar else page
    found = seen(room, kind)
    if kind is QWidget or not found:
        return page.mapTo(window, place_inside(page, rng))
    chosen = rng.choice(found)
    at = place_inside(chosen, rng)
    if isinstance(chosen, SessionCard):
        # Its lower edge is pulled, its planned minutes are clicked on.
        edge = QPoint(at.x(), chosen.height() - 3)
        at = rng.choice((at, at, edge, chosen.planned.geometry().center()))
    if isinstance(chosen, TimerBar):
        buttons = seen(chosen, QAbstractButton)
        if buttons:
            chosen = rng.choice(buttons)
            at = place_inside(chosen, rng)
    return chosen.mapTo(window, at)


def seen(room: QWidget, kind: type[QWidget]) -> list[QWidget]:
    """What of a kind shows, at least in part; without buttons that print."""
    shown = (each for each in room.findChildren(kind) if not each.visibleRegion().isEmpty())
    return [each for each in shown if not _prints(each)]


def place_inside(widget: QWidget, rng: Random) -> QPoint:
    """Anywhere in a widget, in its pixels."""
    return QPoint(rng.randrange(max(widget.width(), 1)), rng.randrange(max(widget.height(), 1)))


def _prints(widget: QWidget) -> bool:
    return isinstance(widget, QAbstractButton) and widget.text().startswith(NOT_PRESSED)
