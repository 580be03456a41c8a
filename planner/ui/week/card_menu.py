"""The menu of a session: what can be done with it, with the keys that do the same."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from planner.domain.week import PlannedSession, SessionState, WeekDay
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
        moving = menu.addMenu(_tr("&Move to"))
        moving.setEnabled(card.movable)
        _add_moving(moving, card, session, edits, days)
        _add(menu, _tr("&Planned minutes…") + "\tF2", card.type_planned)
        if edits.has_clock_times:
            _add(menu, _tr("&Begin at…"), lambda: _ask_clock(card, session, edits))
        if session.placement is not None:
            words = _tr("Put it bac&k where the schedule has it") + "\tDel"
            _add(menu, words, lambda: edits.put_back(session))
        menu.addSeparator()
    _add(menu, _tr("Show on the time&line"), lambda: edits.item_requested.emit(session.activity))
    return menu


def _add_logging(menu: QMenu, card: SessionCard, session: PlannedSession, edits: SessionEdits) -> None:
    if session.state is not SessionState.DONE:
        begun = session.state is SessionState.BEGUN
        words = _tr("Lo&g the %1 that are left") if begun else _tr("Lo&g %1")
        words = f"{filled(words, minutes_text(session.minutes_left))}\t{_tr('Space')}"
        _add(menu, words, lambda: edits.tick(session, card.day, True))
    if session.logged_minutes:
        _add(menu, _tr("Take &back what is logged"), lambda: edits.tick(session, card.day, False))
    _add(menu, _tr("Start the &timer"), lambda: edits.start_timer(session, card.day))
    if session.step is not None and not edits.step_done(session):
        words = filled(_tr("Step is &done: %1"), session.step_title.replace("&", "&&"))
        _add(menu, words, lambda: edits.tick_step(session, True))


def _add_moving(
    menu: QMenu,
    card: SessionCard,
    session: PlannedSession,
    edits: SessionEdits,
    days: Sequence[WeekDay | None],
) -> None:
    for each in days:
        if each is not None:
            name = f"{WEEKDAYS[each.day.weekday()]} {each.day.day}"
            words = filled(_tr("%1, rest"), name) if each.rest else name
            action = _add(menu, words, partial(edits.move, session, card.day, each.day))
            action.setEnabled(each.day != card.day)
    menu.addSeparator()
    later = card.day + timedelta(days=7)
    words = filled(_tr("&Next week: %1"), weekday_text(later))
    _add(menu, words, lambda: edits.move(session, card.day, later))
    _add(menu, _tr("&Another day…"), lambda: _ask_day(card, session, edits))


def _add(menu: QMenu, words: str, then: Callable[[], object]) -> QAction:
    action = menu.addAction(words)
    action.triggered.connect(lambda _checked=False: then())
    return action


def _ask_day(card: SessionCard, session: PlannedSession, edits: SessionEdits) -> None:
    from planner.ui.week.session_questions import MoveDialog

    MoveDialog(session, card.day, edits, card.window()).open()


def _ask_clock(card: SessionCard, session: PlannedSession, edits: SessionEdits) -> None:
    from planner.ui.week.session_questions import ClockDialog

    ClockDialog(session, card.day, edits, card.window()).open()


def _tr(text: str) -> str:
    return QCoreApplication.translate("CardMenu", text)
