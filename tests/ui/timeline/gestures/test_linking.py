"""Drawing dependencies from dot to bar, as a hand does it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.domain.items import ActivityId, DependencyKind
from planner.domain.structure import unlink
from planner.ui.editor import Editor
from planner.ui.timeline.gestures.linking import DrawLink
from planner.ui.timeline.page import TimelinePage
from planner.ui.timeline.view import TimelineView
from tests.helpers.chart import alike, dot_of, half_of, middle_of, move_to, pixel, rect_of, said, shows
from tests.helpers.mouse import Mouse

REGRESSION, SERVE = ActivityId("regression-course"), ActivityId("serve-model")
FS, SS, FF, SF = DependencyKind


def kinds(editor: Editor, before: str, after: str) -> list[DependencyKind]:
    """The kinds of the dependencies from one item to another."""
    return [
        each.kind
        for each in editor.plan.dependencies.values()
        if (each.before, each.after) == (before, after)
    ]


@pytest.mark.parametrize(
    ("from_start", "to_start", "kind", "sentence"),
    [
        (False, True, FS, "FS: “Serve model” starts after “Regression course” finishes"),
        (True, True, SS, "SS: “Serve model” starts after “Regression course” starts"),
        (False, False, FF, "FF: “Serve model” finishes after “Regression course” finishes"),
        (True, False, SF, "SF: “Serve model” finishes after “Regression course” starts"),
    ],
)
def test_the_ends_that_are_joined_say_which_kind_of_link_it_is(
    view: TimelineView,
    editor: Editor,
    mouse: Mouse,
    from_start: bool,
    to_start: bool,
    kind: DependencyKind,
    sentence: str,
) -> None:
    plan = editor.plan
    dot = dot_of(view, "regression-course", start=from_start)
    target = half_of(view, "serve-model", start=to_start)

    mouse.press(dot)
    move_to(mouse, dot, target)
    assert isinstance(view.gesture, DrawLink)
    assert said(view) == [sentence, "Moves nothing: it waits for that already, by way of others"]
    # The end that would be joined stands out.
    rect = rect_of(view, "serve-model")
    end = QPoint(rect.left() - 2 if to_start else rect.right() + 3, rect.center().y() - 9)
    assert shows(view, end, view.look.colour("accent"), 2)
    mouse.release()

    assert kinds(editor, "regression-course", "serve-model") == [kind]
    assert editor.undo_text == f"Link Regression course to Serve model ({kind.value})"
    editor.undo()
    assert editor.plan == plan


def test_the_line_runs_from_the_dot_to_the_pointer(view: TimelineView, mouse: Mouse) -> None:
    dot = dot_of(view, "regression-course")
    mouse.press(dot)
    mouse.move_by(160, 40)

    for share in (0.25, 0.5, 0.75):
        place = dot + QPoint(round(160 * share), round(40 * share))
        assert shows(view, place, view.look.colour("accent"), 2)
    assert view.viewport().cursor().shape() == Qt.CursorShape.CrossCursor


def test_what_a_link_would_move_is_shown_before_the_drop(
    view: TimelineView, editor: Editor, mouse: Mouse
) -> None:
    dot = dot_of(view, "clustering-course")
    before = rect_of(view, "write-up")
    mouse.press(dot)
    # Write-up would finish no earlier than before; serve model first has to wait for its own start.
    editor_before = editor.schedule.finish_day(ActivityId("write-up"))
    target = half_of(view, "write-up", start=True)
    move_to(mouse, dot, target)

    assert said(view)[0] == "FS: “Write up” starts after “Clustering course” finishes"
    assert rect_of(view, "write-up") == before
    assert editor.schedule.finish_day(ActivityId("write-up")) == editor_before
    mouse.release()
    assert kinds(editor, "clustering-course", "write-up") == [FS]


def test_a_link_that_moves_things_shows_the_cascade_and_the_finish(
    view: TimelineView, editor: Editor, mouse: Mouse
) -> None:
    for each in list(editor.plan.dependencies.values()):
        if each.after == "serve-model":
            editor.apply("Loosen", unlink, each.id)
    before = rect_of(view, "serve-model")
    dot, target = dot_of(view, "clustering-course"), half_of(view, "serve-model", start=True)

    mouse.press(dot)
    move_to(mouse, dot, target)

    assert rect_of(view, "serve-model").left() > before.left()
    lines = said(view)
    assert lines[1].startswith("Moves 2 items · ") or lines[1].startswith("Moves 3 items · ")
    # The pointer stays where the bar was, and goes on aiming at it.
    mouse.move_by(1)
    assert said(view) == lines
    assert shows(view, QPoint(before.left(), before.center().y()), view.look.colour("accent"), 4)
    mouse.release()
    assert rect_of(view, "serve-model").left() > before.left()


def test_a_circle_is_refused_before_the_drop_and_named(
    view: TimelineView, editor: Editor, mouse: Mouse
) -> None:
    plan = editor.plan
    dot, target = dot_of(view, "serve-model"), half_of(view, "regression-course", start=True)

    mouse.press(dot)
    move_to(mouse, dot, target)

    assert said(view) == [
        "These would wait for each other in a circle",
        "Serve model → Regression course → Clustering course → Core proven → Serve model",
    ]
    assert view.viewport().cursor().shape() == Qt.CursorShape.ForbiddenCursor
    assert shows(view, target - QPoint(0, 11), view.look.colour("danger"), 3)
    mouse.release()
    assert editor.plan is plan
    assert editor.undo_text == ""


def test_dropped_on_nothing_a_link_does_nothing(view: TimelineView, editor: Editor, mouse: Mouse) -> None:
    plan = editor.plan
    mouse.drag(dot_of(view, "regression-course"), 60, 250)
    assert editor.plan is plan
    assert view.proposal is None


def test_dropped_on_itself_a_link_does_nothing(view: TimelineView, editor: Editor, mouse: Mouse) -> None:
    plan = editor.plan
    dot = dot_of(view, "regression-course")
    mouse.press(dot)
    move_to(mouse, dot, middle_of(view, "regression-course"))
    mouse.release()
    assert editor.plan is plan


def test_a_link_there_is_already_is_said_and_another_kind_takes_its_place(
    view: TimelineView, editor: Editor, mouse: Mouse
) -> None:
    dot = dot_of(view, "regression-course")
    mouse.press(dot)
    move_to(mouse, dot, half_of(view, "clustering-course", start=True))
    assert said(view)[1] == "They are linked like this already"
    mouse.release()
    assert editor.undo_text == ""

    mouse.press(dot)
    move_to(mouse, dot, half_of(view, "clustering-course", start=False))
    assert said(view)[1] == ("In place of: FS: “Clustering course” starts after “Regression course” finishes")
    mouse.release()
    assert kinds(editor, "regression-course", "clustering-course") == [FF]


def test_a_diamond_is_linked_from_either_dot_and_on_either_half(
    view: TimelineView, editor: Editor, mouse: Mouse
) -> None:
    dot = dot_of(view, "core-proven", start=True)
    mouse.press(dot)
    move_to(mouse, dot, half_of(view, "write-up", start=True))
    assert said(view)[0] == "FS: “Write up” starts after “Core proven” is reached"
    mouse.release()
    assert kinds(editor, "core-proven", "write-up") == [FS]

    dot = dot_of(view, "regression-course")
    mouse.press(dot)
    move_to(mouse, dot, middle_of(view, "endpoint-live") + QPoint(4, 0))
    assert said(view)[0] == "FS: “Endpoint live” is reached after “Regression course” finishes"
    mouse.release()
    assert kinds(editor, "regression-course", "endpoint-live") == [FS]


def test_escape_lets_go_of_a_link(view: TimelineView, editor: Editor, mouse: Mouse) -> None:
    plan, picture = editor.plan, None
    dot = dot_of(view, "regression-course")
    mouse.press(dot)
    picture = view.grab().toImage()
    move_to(mouse, dot, half_of(view, "serve-model", start=True))
    QTest.keyClick(view, Qt.Key.Key_Escape)
    mouse.release()

    assert editor.plan is plan
    assert view.proposal is None
    assert view.grab().toImage().size() == picture.size()
    assert kinds(editor, "regression-course", "serve-model") == []


def test_the_dots_show_on_the_row_under_the_pointer_and_on_the_selected_one(
    page: TimelinePage, view: TimelineView
) -> None:
    dot = dot_of(view, "clustering-course")
    ring = dot + QPoint(0, -4)
    assert not shows(view, ring, view.look.colour("accent"), 1)

    QTest.mouseMove(view.viewport(), middle_of(view, "clustering-course"))
    assert shows(view, ring, view.look.colour("accent"), 1)
    QTest.mouseMove(view.viewport(), QPoint(view.width() - 30, view.height() - 10))
    assert not shows(view, ring, view.look.colour("accent"), 1)

    page.select("clustering-course")
    assert shows(view, ring, view.look.colour("accent"), 1)
    assert alike(pixel(view, dot), view.look.colour("surface"))


def test_a_dependency_can_be_clicked_and_removed_with_delete(
    page: TimelinePage, view: TimelineView, editor: Editor, mouse: Mouse
) -> None:
    at = place_on_link(view, "core-proven", "serve-model")

    QTest.mouseMove(view.viewport(), at)
    assert view.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    mouse.click(at)
    assert chosen(view) == "core-proven>serve-model"
    assert shows(view, at, view.look.colour("accent"), 3)

    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert kinds(editor, "core-proven", "serve-model") == []
    assert editor.undo_text == "Remove the link from Core proven to Serve model"
    assert chosen(view) is None
    editor.undo()
    assert kinds(editor, "core-proven", "serve-model") == [FS]


def test_a_click_elsewhere_lets_go_of_a_dependency_and_escape_too(view: TimelineView, mouse: Mouse) -> None:
    at = place_on_link(view, "core-proven", "serve-model")
    mouse.click(at)
    mouse.click(middle_of(view, "write-up"))
    assert chosen(view) is None

    mouse.click(at)
    assert chosen(view) is not None
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert chosen(view) is None


def test_choosing_a_row_lets_go_of_a_dependency_be_it_the_row_selected_before(
    page: TimelinePage, view: TimelineView, editor: Editor, mouse: Mouse
) -> None:
    page.select("write-up")
    mouse.click(place_on_link(view, "core-proven", "serve-model"))
    assert chosen(view) is not None

    page.select("write-up")

    assert chosen(view) is None
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert kinds(editor, "core-proven", "serve-model") == [FS]


@pytest.mark.parametrize("how", ["double click", "enter"])
def test_a_dependency_is_edited_by_a_double_click_or_enter(
    view: TimelineView, mouse: Mouse, qtbot: QtBot, how: str
) -> None:
    at = place_on_link(view, "core-proven", "serve-model")
    with qtbot.waitSignal(view.link_edit_requested) as asked:
        if how == "enter":
            mouse.click(at)
            QTest.keyClick(view, Qt.Key.Key_Return)
        else:
            mouse.double_click(at)
    assert asked.args == ["core-proven>serve-model"]


def chosen(view: TimelineView) -> str | None:
    """The selected dependency; a function, as a click changes it."""
    return view.selected_link


def place_on_link(view: TimelineView, before: str, after: str) -> QPoint:
    """A place on the line of a dependency, off its ends."""
    mark = next(each for each in view.laid_out.links if (each.before, each.after) == (before, after))
    (x0, y0), (x1, y1) = max(
        zip(mark.points, mark.points[1:], strict=False),
        key=lambda piece: abs(piece[0][0] - piece[1][0]) + abs(piece[0][1] - piece[1][1]),
    )
    return QPoint(round((x0 + x1) / 2), round((y0 + y1) / 2) + view.look.header_height)


def test_lines_run_up_to_the_header_from_the_ends_that_are_joined(view: TimelineView, mouse: Mouse) -> None:
    dot = dot_of(view, "regression-course")
    mouse.press(dot)
    move_to(mouse, dot, QPoint(dot.x() + 40, dot.y() - 20))
    assert view.proposal is not None
    assert [each.day for each in view.proposal.guides] == [view.editor.schedule.finish_day(REGRESSION)]

    move_to(mouse, QPoint(), half_of(view, "serve-model", start=True) - QPoint(dot.x() + 40, dot.y() - 20))

    finish, start = view.editor.schedule.finish_day(REGRESSION), view.editor.schedule.start_day(SERVE)
    assert [each.day for each in view.proposal.guides] == [finish, start]
    assert [each.place for each in view.proposal.guides] == [finish.toordinal() + 1, start.toordinal()]
    x = round(view.scale.x(start.toordinal()))
    assert shows(view, QPoint(x, view.look.header_height + 2), view.look.guide.color(), 3)
