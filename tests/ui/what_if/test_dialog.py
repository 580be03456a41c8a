"""What if, by mouse and keys: it shows at once what would come of it, and writes nothing before Apply."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.catching_up.compress import compress as catch_up
from planner.domain.forecast.shapes import Shape
from planner.domain.items import ActivityId, MilestoneId
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from planner.domain.what_if.what_if import NOTHING, Break, WhatIf
from planner.domain.wording import day_text
from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.fields.text import TextLabel
from planner.ui.forecasting.keeper import ForecastKeeper
from planner.ui.theme_controller import ThemeController
from planner.ui.timeline.page import TimelinePage
from planner.ui.what_if.dialog import WhatIfDialog
from planner.ui.what_if.ghosts import ghosts_of
from planner.ui.what_if.model import Column
from tests.helpers.plans import START, activity, dependency, make_plan, milestone, phase, small_plan

ENDPOINT = MilestoneId("endpoint-live")
WRITE_UP = ActivityId("write-up")


def optional_plan() -> Plan:
    """The small plan, whose write-up is optional: ten hours a week, the finish on 20 February 2027."""
    plan = small_plan()
    return replace(
        plan,
        facts=replace(plan.facts, most_hours_a_week=20.0),
        activities={
            **plan.activities,
            WRITE_UP: replace(plan.activity(WRITE_UP), required=False),
        },
    )


@pytest.fixture
def editor(tmp_path: Path, qapp: QApplication) -> Iterator[Editor]:
    with Document.create(tmp_path / "path.milepost", optional_plan()) as document:
        yield Editor(document, lambda: START)


@pytest.fixture
def page(editor: Editor, look: ThemeController, qtbot: QtBot) -> TimelinePage:
    page = TimelinePage(editor, look)
    editor.changed.connect(page.on_changed)
    qtbot.addWidget(page)
    page.resize(1400, 700)
    page.show()
    qtbot.waitExposed(page)
    return page


def opened(
    page: TimelinePage,
    look: ThemeController,
    qtbot: QtBot,
    tried: WhatIf = NOTHING,
    keeper: ForecastKeeper | None = None,
) -> WhatIfDialog:
    forecasts = None if keeper is None else lambda: keeper
    dialog = WhatIfDialog(page.view.editor, page.view, look, forecasts, page, tried)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitExposed(dialog)
    return dialog


def type_into(box: QWidget, text: str) -> None:
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(box, text)
    QTest.keyClick(box, Qt.Key.Key_Return)


def press(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def row_of(dialog: WhatIfDialog, item: str) -> int:
    return [each.id for each in dialog.table.comparison.lines].index(item)


def cells(dialog: WhatIfDialog, item: str) -> list[str]:
    """What stands beside an item: now, then, difference, to its date."""
    model, row = dialog.table.comparison, row_of(dialog, item)
    columns = (Column.NOW, Column.THEN, Column.DIFFERENCE, Column.MARGIN)
    return [model.index(row, column).data() for column in columns]


def picture_of(dialog: WhatIfDialog, item: str) -> QImage:
    """The part of the table with an item's bars."""
    index = dialog.table.comparison.index(row_of(dialog, item), Column.PICTURE)
    place: QRect = dialog.table.visualRect(index)
    return dialog.table.viewport().grab(place).toImage()


def test_nothing_is_different_at_first_and_there_is_nothing_to_apply(
    page: TimelinePage, look: ThemeController, qtbot: QtBot
) -> None:
    dialog = opened(page, look, qtbot)

    assert cells(dialog, ENDPOINT) == ["20 Feb 2027", "20 Feb 2027", "–", ""]
    assert not dialog.apply.isEnabled()
    assert page.view.proposal is None


def test_hours_slid_by_keys_show_at_once_beside_their_ghost(
    page: TimelinePage, look: ThemeController, qtbot: QtBot
) -> None:
    dialog = opened(page, look, qtbot)
    before = picture_of(dialog, ENDPOINT)

    dialog.choices.hours_slider.setFocus()
    QTest.keyClick(dialog.choices.hours_slider, Qt.Key.Key_End)

    assert dialog.choices.hours.value() == 20
    assert cells(dialog, ENDPOINT) == ["20 Feb 2027", "28 Jan 2027", "3 weeks earlier", ""]
    assert dialog.outcome.finish.then.words == "28 Jan 2027 · 3 weeks earlier"
    assert dialog.outcome.hours.then.words == "20 h"
    assert picture_of(dialog, ENDPOINT) != before
    assert page.view.proposal is not None
    assert page.view.editor.undo_text == ""


def test_applying_is_one_step_that_says_what_it_was_and_survives_reopening(
    page: TimelinePage, look: ThemeController, editor: Editor, qtbot: QtBot
) -> None:
    before, path = editor.plan, editor.document.path
    dialog = opened(page, look, qtbot)

    type_into(dialog.choices.hours, "12")
    type_into(dialog.choices.weeks, "2")
    press(dialog.choices.drops[WRITE_UP].box)
    dialog.choices.milestone.setCurrentIndex(dialog.choices.milestone.findData(ENDPOINT))
    type_into(dialog.choices.target.edit, "1 Apr 2027")
    assert editor.plan is before
    press(dialog.apply)

    assert not dialog.isVisible()
    assert page.view.proposal is None
    assert editor.undo_text == (
        "What if: 12 h a week, 2 weeks’ pause, without Write up, Endpoint live on 1 Apr 2027"
    )
    editor.document.close()
    with Document.open(path) as again:
        assert again.plan.calendar.weekly[0].total == 12
        (pause,) = again.plan.calendar.exceptions
        assert (pause.first, pause.last, pause.hours) == (START, START + timedelta(days=13), 0)
        assert WRITE_UP not in again.plan.activities
        assert again.plan.milestone(ENDPOINT).target == date(2027, 4, 1)
        again.undo()
        assert again.plan == before


def test_enter_in_a_field_takes_the_figure_and_applies_nothing(
    page: TimelinePage, look: ThemeController, editor: Editor, qtbot: QtBot
) -> None:
    dialog = opened(page, look, qtbot)
    type_into(dialog.choices.hours, "12")
    assert dialog.isVisible()
    assert editor.undo_text == ""
    dialog.apply.setFocus()
    QTest.keyClick(dialog.apply, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert editor.undo_text == "What if: 12 h a week"


def test_discarding_leaves_everything_as_it_was(
    page: TimelinePage, look: ThemeController, editor: Editor, qtbot: QtBot
) -> None:
    before, picture = editor.plan, page.view.grab().toImage()
    dialog = opened(page, look, qtbot)
    type_into(dialog.choices.hours, "20")
    assert page.view.grab().toImage() != picture

    press(dialog.discard)

    assert editor.plan is before
    assert editor.undo_text == ""
    assert page.view.grab().toImage() == picture


def test_escape_discards_too(page: TimelinePage, look: ThemeController, editor: Editor, qtbot: QtBot) -> None:
    dialog = opened(page, look, qtbot, WhatIf(hours=20))
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert page.view.proposal is None
    assert editor.undo_text == ""


REFUSED = (
    ("hours", "0", "A week needs half an hour at least. For weeks without study, try a pause."),
    ("hours", "25", "25 h a week is more than the most you can give, 20 h. You can change that under "),
    ("hours", "200", "Hours a week: 200 is too many, the most is 168 h."),
    ("hours", "many", "Hours a week: “many” is no plain number. Type one like 2 or 2.5."),
    (
        "weeks",
        "500",
        "A pause can last 104 weeks, two years. After a longer one, a new plan fits you better.",
    ),
    ("target", "1 Dec 2026", "1 Dec 2026 is before your plan begins, on 4 Jan 2027. Choose a later day."),
    ("target", "soon", "soon"),
)


def test_what_cannot_be_is_said_and_cannot_be_applied(
    page: TimelinePage, look: ThemeController, qtbot: QtBot
) -> None:
    dialog = opened(page, look, qtbot)
    for field, typed, sentence in REFUSED:
        box = dialog.choices.target.edit if field == "target" else getattr(dialog.choices, field)
        type_into(box, typed)
        told = [
            each for each in dialog.findChildren(TextLabel) if each.isVisible() and sentence in each.words
        ]
        assert len(told) == 1, f"{typed} is told once"
        assert not dialog.apply.isEnabled()

        press(dialog.reset)
        assert dialog.problem.words == ""
        assert cells(dialog, ENDPOINT)[2] == "–"


def test_a_date_that_no_hours_hold_says_what_it_would_need(
    page: TimelinePage, look: ThemeController, qtbot: QtBot
) -> None:
    dialog = opened(page, look, qtbot)
    dialog.choices.milestone.setCurrentIndex(dialog.choices.milestone.findData(ENDPOINT))
    type_into(dialog.choices.target.edit, "25 Jan 2027")
    qtbot.waitUntil(lambda: bool(dialog.advice.words))
    assert "would take " in dialog.advice.words
    assert "the most you can give is 20 h" in dialog.advice.words
    type_into(dialog.choices.target.edit, "1 Apr 2027")
    qtbot.waitUntil(lambda: not dialog.advice.words)


def test_a_pause_that_begins_in_the_past_is_refused_kindly(
    page: TimelinePage, look: ThemeController, qtbot: QtBot
) -> None:
    dialog = opened(page, look, qtbot)
    type_into(dialog.choices.weeks, "1")
    type_into(dialog.choices.first.edit, "1 Dec 2026")
    assert dialog.problem.words == "A pause can begin on 4 Jan 2027 or later; the days before stay."


def test_what_is_dropped_leaves_the_chart_whole(
    page: TimelinePage, look: ThemeController, editor: Editor, qtbot: QtBot
) -> None:
    dialog = opened(page, look, qtbot)

    press(dialog.choices.drops[WRITE_UP].box)

    assert cells(dialog, ENDPOINT)[1:3] == ["18 Feb 2027", "2 days earlier"]
    assert dialog.outcome.work.then.words == "65 h"
    proposal = page.view.proposal
    assert proposal is not None
    assert proposal.schedule is not None
    assert proposal.schedule.lands(ENDPOINT) == date(2027, 2, 18)
    page.grab()
    press(dialog.discard)
    assert WRITE_UP in editor.plan.activities


def test_a_date_that_would_be_missed_shows_in_its_line(
    page: TimelinePage, look: ThemeController, qtbot: QtBot
) -> None:
    dialog = opened(page, look, qtbot, WhatIf(targets={ENDPOINT: date(2027, 2, 13)}))

    assert cells(dialog, ENDPOINT) == ["20 Feb 2027", "20 Feb 2027", "–", "7 days late"]
    assert dialog.outcome.late.now.words == "none"
    assert dialog.outcome.late.then.words == "Endpoint live"
    assert dialog.choices.milestone.currentText() == "Endpoint live"
    assert dialog.choices.target.edit.text() == "13 Feb 2027"


def test_it_can_come_filled_in_and_start_over(
    page: TimelinePage, look: ThemeController, qtbot: QtBot
) -> None:
    tried = WhatIf(hours=15, pause=Break(first=date(2027, 2, 1), weeks=3), dropped=frozenset([WRITE_UP]))
    dialog = opened(page, look, qtbot, tried)

    assert dialog.choices.tried == tried
    assert dialog.apply.isEnabled()
    press(dialog.reset)
    assert dialog.choices.tried == NOTHING
    assert page.view.proposal is None


def test_forecasts_follow_at_rest(
    page: TimelinePage, look: ThemeController, editor: Editor, qtbot: QtBot
) -> None:
    keeper = ForecastKeeper(editor, Shape.PERT)
    dialog = opened(page, look, qtbot, WhatIf(hours=20), keeper)
    row = row_of(dialog, ENDPOINT)
    forecast = dialog.table.comparison.index(row, Column.FORECAST)

    qtbot.waitUntil(lambda: bool(forecast.data()))

    assert " – " in forecast.data()
    captions = [each.caption.words for each in dialog.outcome.forecasts]
    assert captions == ["Forecast P10", "Forecast P50", "Forecast P80", "Forecast P90"]
    assert all("earlier" in each.then.words for each in dialog.outcome.forecasts)
    assert dialog.pace.words.startswith("So far the forecast rests on the roadmap’s ranges alone")


def test_a_screen_reader_hears_each_line_as_a_sentence(
    page: TimelinePage, look: ThemeController, qtbot: QtBot
) -> None:
    dialog = opened(page, look, qtbot, WhatIf(hours=20))
    index = dialog.table.comparison.index(row_of(dialog, ENDPOINT), Column.PICTURE)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Endpoint live: 20 Feb 2027, then 28 Jan 2027, 3 weeks earlier"
    )
    named = (dialog.choices.hours_slider, dialog.choices.weeks_slider, dialog.choices.weeks)
    assert all(each.accessibleName() for each in (*named, dialog.choices.milestone, dialog.table))


def test_tab_goes_from_top_to_bottom(page: TimelinePage, look: ThemeController, qtbot: QtBot) -> None:
    dialog = opened(page, look, qtbot, WhatIf(pause=Break(first=START, weeks=1)))
    choices = dialog.choices
    choices.hours_slider.setFocus()
    order = (choices.hours, choices.weeks_slider, choices.weeks, choices.first.edit)
    for each in order:
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        assert dialog.focusWidget() is each


def test_without_optional_activities_it_says_where_to_mark_them(
    look: ThemeController, tmp_path: Path, qtbot: QtBot
) -> None:
    with Document.create(tmp_path / "other.milepost", small_plan()) as document:
        editor = Editor(document, lambda: START)
        dialog = WhatIfDialog(editor, NoChart(), look)
        qtbot.addWidget(dialog)
        dialog.show()
        assert dialog.choices.drops == {}
        said = dialog.choices.findChildren(QWidget)
        assert any("marked as optional" in getattr(each, "words", "") for each in said if each.isVisible())


def test_on_a_small_screen_all_of_it_can_be_reached(
    page: TimelinePage, look: ThemeController, qtbot: QtBot
) -> None:
    dialog = opened(page, look, qtbot)
    dialog.resize(780, 440)
    assert dialog.height() <= 460
    choices = dialog.choices
    choices.target.edit.setFocus()
    area = next(each for each in dialog.findChildren(QScrollArea) if each.widget() is choices)
    area.ensureWidgetVisible(choices.target)
    bottom = choices.target.mapTo(dialog, QPoint(0, choices.target.height())).y()
    assert bottom < dialog.buttons.mapTo(dialog, QPoint(0, 0)).y()


class NoChart:
    """A chart that nobody looks at."""

    def propose(self, proposal: object) -> None:
        """Show nothing."""


def test_a_plan_with_nothing_in_it_or_all_of_it_done_can_be_asked_too(
    look: ThemeController, tmp_path: Path, qtbot: QtBot
) -> None:
    done = make_plan(
        activity("a", 5, finished_on=START), milestone("m", reached_on=START), dependency("a", "m")
    )
    for name, plan in (("empty", make_plan(phase("only"))), ("done", done)):
        with Document.create(tmp_path / f"{name}.milepost", plan) as document:
            dialog = WhatIfDialog(Editor(document, lambda: START), NoChart(), look)
            qtbot.addWidget(dialog)
            dialog.show()
            type_into(dialog.choices.weeks, "2")
            assert dialog.problem.words == ""
            assert dialog.apply.isEnabled()
            assert not dialog.choices.milestone.isEnabled()
            dialog.grab()
            dialog.close()


def test_behind_the_plan_what_would_be_counts_what_is_open_and_applying_catches_up(
    page: TimelinePage, look: ThemeController, editor: Editor, qtbot: QtBot
) -> None:
    """Two weeks in, with nothing logged: 70 hours are left, not 50."""
    late = Editor(editor.document, lambda: date(2027, 1, 18))
    dialog = WhatIfDialog(late, page.view, look, None, page)
    qtbot.addWidget(dialog)
    dialog.show()
    said = next(
        each.words for each in dialog.findChildren(TextLabel) if each.words.startswith("20 h planned before")
    )
    assert "catches up to today first" in said
    assert said.endswith("Catching up alone, the finish would be 6 Mar 2027.")
    assert dialog.outcome.finish.then.words == "20 Feb 2027"

    type_into(dialog.choices.hours, "20")

    # As Catch up has it with 20 hours a week, not the 4 Feb that work undone would be needed for.
    would = catch_up(late.plan, late.today, 20).finish_after
    assert dialog.outcome.finish.then.words.startswith(f"{day_text(would)} · ")
    press(dialog.apply)
    assert late.undo_text == "What if: caught up, 20 h a week"
    assert (late.plan.facts.status_date, late.schedule.finish) == (late.today, would)
    late.undo()
    assert late.plan.facts.status_date == START


def test_a_last_year_of_few_weeks_has_room_for_its_number() -> None:
    laid_out = schedule(make_plan(activity("a", 560), milestone("m"), dependency("a", "m")))
    assert (laid_out.last_day.year, laid_out.last_day.month) == (2028, 1)
    pictured = ghosts_of(laid_out, laid_out, START, None)
    part = (pictured.last - date(2028, 1, 1)).days / (pictured.last - pictured.first).days
    assert part == pytest.approx(0.25, abs=0.07)
    short = schedule(make_plan(activity("a", 30), milestone("m"), dependency("a", "m")))
    assert ghosts_of(short, short, START, None).last == short.last_day
