"""The table of actions: every entry has a handler, a place and words, and no two share a key."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.plan import Plan
from planner.ui.action_entries import ACTIONS, MENUS
from planner.ui.actions import ActionTable
from planner.ui.commands.applies import Moment
from planner.ui.commands.chosen import Chosen
from planner.ui.entries.item_menu import MOVE_AND_RESIZE
from planner.ui.icons import names
from planner.ui.theme_controller import ThemeController


def test_ids_and_keys_are_used_once_and_icons_exist() -> None:
    ids = [entry.id for entry in ACTIONS]
    keys = [key for entry in ACTIONS for key in entry.keys.split()]
    assert len(ids) == len(set(ids))
    assert len(keys) == len(set(keys))
    assert all(not QKeySequence(key).isEmpty() for key in keys)
    assert {entry.icon for entry in ACTIONS} - {""} <= set(names())
    assert {entry.menu for entry in ACTIONS} == set(MENUS)


def test_no_two_entries_of_a_menu_have_the_same_letter() -> None:
    letters = [
        (entry.menu, entry.submenu, entry.text[entry.text.index("&") + 1].lower())
        for entry in ACTIONS
        if "&" in entry.text
    ]
    assert len(letters) == len(set(letters))


def test_menus_hold_every_action_and_do_what_the_handler_does(qtbot: QtBot, look: ThemeController) -> None:
    done: list[str] = []
    window, timeline = QWidget(), QWidget()
    qtbot.addWidget(window)
    qtbot.addWidget(timeline)
    actions = ActionTable(look, window, timeline)
    actions.wire({entry.id: partial(done.append, entry.id) for entry in ACTIONS})
    bar = QMenuBar(window)
    actions.fill(bar)
    menus = bar.findChildren(QMenu)
    listed = [each for menu in menus for each in menu.actions() if each.objectName()]
    assert sorted(each.objectName() for each in listed) == sorted(entry.id for entry in ACTIONS)
    for each in listed:
        each.trigger()
    assert done == [each.objectName() for each in listed]


def test_a_plan_that_takes_no_edits_disables_what_edits(
    qtbot: QtBot, look: ThemeController, plan: Plan
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    actions = ActionTable(look, window, window)
    chosen = Chosen(plan, ("gradient-descent",))
    actions.show_state(Moment(chosen, "timeline", "Move", "Move", read_only=True))
    edits = [entry.id for entry in ACTIONS if entry.edits]
    assert not any(actions[each].isEnabled() for each in edits)
    assert {actions[each].statusTip() for each in edits} == {"This plan is open for reading only."}
    assert actions["zoom-in"].isEnabled()


def test_keys_of_what_does_not_apply_say_why(qtbot: QtBot, look: ThemeController, plan: Plan) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    actions = ActionTable(look, window, window)
    actions.wire({entry.id: lambda: None for entry in ACTIONS})
    actions.show_state(Moment(Chosen(plan, ("endpoint-live",)), "timeline"))
    window.show()
    window.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.activateWindow()
    window.setFocus()
    qtbot.waitUntil(window.hasFocus)
    with qtbot.waitSignal(actions.refused) as told:
        qtbot.keyClick(
            window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
        )
    assert told.args == ["A milestone has no length: move it instead."]


def test_a_menu_inside_a_menu_is_off_while_nothing_in_it_applies(
    qtbot: QtBot, look: ThemeController, plan: Plan
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    actions = ActionTable(look, window, window)
    bar = QMenuBar(window)
    actions.fill(bar)
    inner = next(each for each in bar.findChildren(QMenu) if each.objectName() == MOVE_AND_RESIZE)
    actions.show_state(Moment(Chosen(plan), "timeline"))
    assert not inner.menuAction().isEnabled()
    assert "Select something on the timeline first." in inner.menuAction().toolTip()
    actions.show_state(Moment(Chosen(plan, ("gradient-descent",)), "timeline"))
    assert inner.menuAction().isEnabled()
    assert inner.menuAction().toolTip() == inner.title().replace("&", "")


def test_both_ways_to_copy_a_week_have_their_icon() -> None:
    icons = {entry.id: entry.icon for entry in ACTIONS}
    assert icons["copy-week-text"] == icons["copy-week-markdown"] == "copy"
