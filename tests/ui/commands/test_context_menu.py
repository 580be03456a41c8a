"""The menu under the pointer: every action that applies to what is there, and none that would be refused."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QWidget

from planner.domain.edits import mark_finished
from planner.domain.items import ActivityId
from planner.domain.wording import day_text
from planner.ui.add_dialog import AddDialog
from planner.ui.calendar.dialog import CalendarDialog
from planner.ui.editor import Editor
from tests.ui.commands.conftest import Learner

GRADIENT = ActivityId("gradient-descent")


def right_click(widget: QWidget, at: QPoint) -> QMenu:
    """The menu that a press of the right button at a place opens."""
    QTest.mouseClick(widget, Qt.MouseButton.RightButton, pos=at)
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(widget, QContextMenuEvent(reason, at, widget.mapToGlobal(at)))
    return opened()


def opened() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def ids(menu: QMenu) -> list[str]:
    return [name for each in actions(menu) if (name := each.objectName())]


def actions(menu: QMenu) -> list[QAction]:
    """What the menu and the menus in it offer."""
    found = []
    for each in menu.actions():
        inner = each.menu()
        found += actions(inner) if isinstance(inner, QMenu) else [each]
    return found


def on_bar(learner: Learner, item: str) -> QPoint:
    view = learner.window.timeline.view
    return next(each.rect.center() for each in view.marks() if each.id == item)


def test_on_a_bar_it_selects_and_offers_what_applies(learner: Learner, editor: Editor) -> None:
    menu = right_click(learner.window.timeline.view.viewport(), on_bar(learner, GRADIENT))
    assert learner.window.timeline.selected == GRADIENT
    found = ids(menu)
    assert {"set-date", "nudge-later", "lengthen", "split", "finish", "rename", "duplicate", "delete"} <= set(
        found
    )
    assert not {"reopen", "close-gap", "free-date", "undo", "print-checklist"} & set(found)
    assert all(each.isEnabled() for each in menu.actions())
    next(each for each in menu.actions() if each.objectName() == "finish").trigger()
    assert editor.plan.activity(GRADIENT).finished_on == editor.today
    menu.close()


def test_what_is_finished_is_offered_to_be_reopened(learner: Learner, editor: Editor) -> None:
    editor.apply("Finish", mark_finished, GRADIENT, editor.today)
    found = ids(right_click(learner.window.timeline.view.viewport(), on_bar(learner, GRADIENT)))
    assert "reopen" in found
    assert not {"finish", "split", "nudge-later", "set-date"} & set(found)
    opened().close()


def test_on_a_diamond(learner: Learner) -> None:
    found = ids(
        right_click(learner.window.timeline.view.viewport(), on_bar(learner, "core-fundamentals-proven"))
    )
    assert {"set-date", "fix-date", "nudge-later", "rename", "print-checklist"} <= set(found)
    assert not {"lengthen", "finish", "split"} & set(found)
    opened().close()


def test_on_several_rows_it_keeps_the_selection(learner: Learner) -> None:
    learner.select(GRADIENT, "regression-course")
    menu = right_click(learner.window.timeline.view.viewport(), on_bar(learner, "regression-course"))
    assert len(learner.window.timeline.selection) == 2
    assert "rename" not in ids(menu)
    assert {"delete", "duplicate", "set-date", "indent"} & set(ids(menu)) >= {
        "delete",
        "duplicate",
        "set-date",
    }
    menu.close()


def test_on_a_row_of_the_outline(learner: Learner) -> None:
    outline = learner.window.timeline.outline
    index = outline.outline_model.index_of("phase-1")
    menu = right_click(outline.viewport(), outline.visualRect(index).center())
    assert learner.window.timeline.selected == "phase-1"
    assert {"rename", "delete", "add-activity", "set-date"} <= set(ids(menu))
    assert "finish" not in ids(menu)
    menu.close()


def test_where_nothing_is(learner: Learner) -> None:
    view = learner.window.timeline.view
    learner.window.resize(1400, 1400)
    learner.qtbot.waitUntil(lambda: view.height() > 700)
    for phase in ("phase-1", "phase-2", "phase-3"):
        learner.window.timeline.keeper.fold(phase, True)
    menu = right_click(view.viewport(), QPoint(view.width() // 2, view.height() - 6))
    assert {"add-activity-here", "today", "fit", "zoom-weeks", "colour-kind"} <= set(ids(menu))
    assert "delete" not in ids(menu)
    menu.close()


def empty_spot(learner: Learner, day: date) -> QPoint:
    """A place of the chart on a day, at the height of a bar and away from it."""
    view = learner.window.timeline.view
    return QPoint(round(view.scale.middle(day.toordinal())), on_bar(learner, GRADIENT).y())


def chosen_on(learner: Learner, name: str, day: date, do: Callable[[QDialog], None]) -> None:
    """Right click on a day of the empty chart, choose an action and answer its dialog."""
    menu = right_click(learner.window.timeline.view.viewport(), empty_spot(learner, day))
    action = next(each for each in actions(menu) if each.objectName() == name)
    menu.close()
    learner.answering(do, action.trigger)


def test_the_empty_chart_has_a_menu_of_its_day_and_selects_nothing(learner: Learner) -> None:
    learner.select("ready-to-start")
    menu = right_click(learner.window.timeline.view.viewport(), empty_spot(learner, date(2028, 5, 12)))
    assert learner.window.timeline.selection == ("ready-to-start",)
    day = learner.window.timeline.view.scale.day(empty_spot(learner, date(2028, 5, 12)).x())
    words = day_text(date.fromordinal(int(day)))
    texts = [each.text().replace("&", "") for each in menu.actions()]
    assert texts[:4] == [
        f"Add an activity on {words}…",
        f"Add a milestone on {words}…",
        f"Add a fixed date on {words}…",
        f"Day off on {words}…",
    ]
    assert not {"finish", "delete", "nudge-later"} & set(ids(menu))
    menu.close()


def test_an_activity_is_added_on_the_day_that_was_pointed_at(learner: Learner, editor: Editor) -> None:
    def do(dialog: QDialog) -> None:
        assert isinstance(dialog, AddDialog)
        title = dialog.findChild(QLineEdit, "title")
        assert isinstance(title, QLineEdit)
        learner.qtbot.keyClicks(title, "Read a paper")
        learner.qtbot.keyClick(title, Qt.Key.Key_Return)

    learner.window.timeline.view.zoom_in()
    learner.select(GRADIENT)
    spot = empty_spot(learner, editor.schedule.finish_day(GRADIENT) + timedelta(days=90))
    day = date.fromordinal(int(learner.window.timeline.view.scale.day(spot.x())))
    chosen_on(learner, "add-activity-here", day, do)
    added = editor.plan.activity(ActivityId(str(learner.window.timeline.selected)))
    assert added.title == "Read a paper"
    assert added.not_before == day
    assert added.phase == editor.plan.activity(GRADIENT).phase
    assert day <= editor.schedule.start_day(added.id) <= day + timedelta(days=3)


def test_a_day_off_is_added_where_it_was_pointed_at(learner: Learner, editor: Editor) -> None:
    def do(dialog: QDialog) -> None:
        assert isinstance(dialog, CalendarDialog)
        dialog.accept_button.click()

    day = editor.today + timedelta(days=120)
    spot = empty_spot(learner, day)
    meant = date.fromordinal(int(learner.window.timeline.view.scale.day(spot.x())))
    chosen_on(learner, "days-off-here", day, do)
    assert [(each.first, each.last, each.hours) for each in editor.plan.calendar.exceptions] == [
        (meant, meant, 0.0)
    ]


def test_nothing_is_added_on_a_day_that_is_over(learner: Learner, editor: Editor) -> None:
    menu = right_click(
        learner.window.timeline.view.viewport(), empty_spot(learner, editor.today - timedelta(days=9))
    )
    assert "add-activity" in ids(menu)
    assert "add-activity-here" not in ids(menu)
    menu.close()


def test_by_keys_it_stands_at_the_selected_row(learner: Learner) -> None:
    learner.select("ready-to-start")
    learner.press("Shift+F10")
    menu = opened()
    outline = learner.window.timeline.outline
    row = outline.visualRect(outline.currentIndex())
    place = outline.viewport().mapFromGlobal(menu.pos())
    assert abs(place.y() - row.bottom()) < 6
    assert menu.activeAction() is menu.actions()[0]
    learner.qtbot.keyClick(menu, Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None


def test_on_a_link_it_says_what_it_is_and_removes_it(learner: Learner, editor: Editor) -> None:
    view = learner.window.timeline.view
    spots = (
        (each, QPoint(round((a[0] + b[0]) / 2), round((a[1] + b[1]) / 2) + view.look.header_height))
        for each in view.laid_out.links
        for a, b in zip(each.points, each.points[1:], strict=False)
    )
    link, spot = next(
        (each, spot)
        for each, spot in spots
        if view.rect().contains(spot)
        and view.link_under(spot.toPointF()) == each.id
        and not any(mark.rect.contains(spot) for mark in view.marks())
    )
    menu = right_click(view.viewport(), spot)
    texts = [each.text().replace("&", "") for each in menu.actions()]
    assert editor.plan.node(link.before).title in texts[0]
    assert {"Edit the link…", "Remove the link"} <= set(texts)
    next(each for each in menu.actions() if "Remove" in each.text()).trigger()
    assert link.id not in editor.plan.dependencies
    menu.close()


def test_by_keys_a_selected_link_has_its_own_menu(learner: Learner, editor: Editor) -> None:
    view = learner.window.timeline.view
    link = view.laid_out.links[0]
    learner.select(GRADIENT)
    view.setFocus()
    view.select_link(link.id)
    learner.qtbot.waitUntil(view.hasFocus)
    learner.qtbot.keyClick(view, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = opened()
    assert editor.plan.node(link.before).title in menu.actions()[0].text().replace("&&", "&")
    menu.close()
