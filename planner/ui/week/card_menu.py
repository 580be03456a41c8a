"""The menu of a session: what can be done with it, with the keys that do the same."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from planner.domain.week import PlannedSession, WeekDay
from planner.domain.wording import WEEKDAYS, minutes_text, weekday_text
from planner.ui.fields.text import filled
from planner.ui.week.session_card import SessionCard
from planner.ui.week.session_edits import SessionEdits


def card_menu(
    card: SessionCard, edits: SessionEdits, days: Sequence[WeekDay | None], parent: QWidget
) -> QMenu | None:
    """The menu of a card on one of these days; None while it shows nothing."""
    session = card.session
    if session is None:
        return None
    menu = QMenu(parent)
    if not edits.read_only:
        _add_logging(menu, card, session, edits)
        menu.addSeparator()
        _add_moving(menu, card, session, edits, days, parent)
        menu.addAction(_tr("&Planned minutes…") + "\tF2").triggered.connect(card.type_planned)
        if edits.has_clock_times:
            menu.addAction(_tr("&Begin at…")).triggered.connect(
                partial(_ask_clock, card, session, edits, parent)
            )
        if session.placement is not None:
            menu.addAction(_tr("Put it &back") + "\tDel").triggered.connect(partial(edits.put_back, session))
        menu.addSeparator()
    menu.addAction(_tr("Show on the time&line")).triggered.connect(
        partial(edits.item_requested.emit, session.activity)
    )
    return menu


def _add_logging(menu: QMenu, card: SessionCard, session: PlannedSession, edits: SessionEdits) -> None:
    if session.logged_minutes:
        menu.addAction(_tr("Take back what is &logged")).triggered.connect(
            partial(edits.log, session, card.day, 0)
        )
    else:
        words = filled(_tr("&Log %1"), minutes_text(session.minutes))
        menu.addAction(words + "\t" + _tr("Space")).triggered.connect(
            partial(edits.log, session, card.day, session.minutes)
        )
    menu.addAction(_tr("Start the &timer")).triggered.connect(partial(edits.start_timer, session, card.day))
    if session.step is not None:
        words = filled(_tr("Step is &done: %1"), session.step_title.replace("&", "&&"))
        menu.addAction(words).triggered.connect(partial(edits.tick_step, session))


def _add_moving(
    menu: QMenu,
    card: SessionCard,
    session: PlannedSession,
    edits: SessionEdits,
    days: Sequence[WeekDay | None],
    parent: QWidget,
) -> None:
    moving = menu.addMenu(_tr("&Move to"))
    for each in days:
        if each is None:
            continue
        name = f"{WEEKDAYS[each.day.weekday()]} {each.day.day}"
        words = filled(_tr("%1, rest"), name) if each.rest else name
        action = moving.addAction(words)
        action.setEnabled(each.day != card.day)
        action.triggered.connect(partial(edits.move, session, card.day, each.day))
    moving.addSeparator()
    later = card.day + timedelta(days=7)
    moving.addAction(filled(_tr("&Next week: %1"), weekday_text(later))).triggered.connect(
        partial(edits.move, session, card.day, later)
    )
    moving.addAction(_tr("&Another day…")).triggered.connect(partial(_ask_day, card, session, edits, parent))


def _ask_day(card: SessionCard, session: PlannedSession, edits: SessionEdits, parent: QWidget) -> None:
    from planner.ui.week.session_questions import MoveDialog

    MoveDialog(session, card.day, edits, parent.window()).open()


def _ask_clock(card: SessionCard, session: PlannedSession, edits: SessionEdits, parent: QWidget) -> None:
    from planner.ui.week.session_questions import ClockDialog

    ClockDialog(session, card.day, edits, parent.window()).open()


def _tr(text: str) -> str:
    return QCoreApplication.translate("CardMenu", text)
