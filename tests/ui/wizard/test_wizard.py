"""The wizard makes a sensible plan by one press of Enter, and says what each answer means."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from planner.domain.calendar import spread_week
from planner.domain.outlook import what_the_hours_mean
from planner.domain.plan import Paper
from planner.domain.roadmap import Roadmap
from planner.domain.schedule import schedule
from planner.exchange.roadmap_toml import default_roadmap
from planner.ui.facts_dialog import FactsDialog
from planner.ui.fields.hours_field import HoursField
from planner.ui.fields.icon_button import InfoButton
from planner.ui.fields.text import TextLabel
from planner.ui.screen import screen_room
from planner.ui.theme_controller import ThemeController
from planner.ui.wizard.wizard import NewPlanWizard
from tests.helpers.looks import wait_until_freed

TODAY = date(2027, 1, 4)


@pytest.fixture(scope="module")
def roadmap() -> Roadmap:
    return default_roadmap()


@pytest.fixture
def wizard(roadmap: Roadmap, look: ThemeController, tmp_path: Path, qtbot: QtBot) -> NewPlanWizard:
    made = NewPlanWizard(roadmap, TODAY, look, tmp_path)
    qtbot.addWidget(made)
    made.open()
    return made


def words_of(wizard: NewPlanWizard) -> list[str]:
    return [each.words for each in wizard.findChildren(TextLabel) if each.isVisible()]


def test_enter_alone_makes_a_plan_inside_the_sources_window(wizard: NewPlanWizard, tmp_path: Path) -> None:
    QTest.keyClick(wizard, Qt.Key.Key_Return)
    assert wizard.result() == QDialog.DialogCode.Accepted
    assert wizard.plan is not None
    assert wizard.plan.facts.start == TODAY
    assert wizard.plan.calendar.weekly_on(TODAY).hours == spread_week(10)
    assert 18 <= what_the_hours_mean(wizard.plan, schedule(wizard.plan)).months <= 24
    assert wizard.path == tmp_path / "My path to machine-learning engineer.milepost"
    assert not wizard.path.exists()


def test_enter_makes_the_plan_from_every_page(
    roadmap: Roadmap, look: ThemeController, tmp_path: Path, qtbot: QtBot
) -> None:
    for number in range(6):
        wizard = NewPlanWizard(roadmap, TODAY, look, tmp_path)
        qtbot.addWidget(wizard)
        wizard.open()
        for _ in range(number):
            wizard.next.click()
        QTest.keyClick(wizard.focusWidget(), Qt.Key.Key_Return)
        assert wizard.result() == QDialog.DialogCode.Accepted, number


def test_the_finish_is_in_sight_on_every_page_and_follows_the_hours(wizard: NewPlanWizard) -> None:
    assert wizard.outcome.words == (
        "At 10 h a week: job-ready around 17 Aug 2028 · 19.4 months · inside the source's 18–24"
    )
    finishes = []
    for hours in (3, 5, 10, 20, 40):
        wizard.time.week.show_hours(spread_week(hours))
        wizard.time.week.edited.emit()
        assert wizard.outcome.words.startswith(f"At {hours} h a week: job-ready around ")
        assert wizard.plan is not None
        finishes.append(schedule(wizard.plan).finish)
        for _ in range(5):
            wizard.next.click()
            assert wizard.outcome.isVisible()
        wizard.go_to(wizard.background)
    assert finishes == sorted(finishes, reverse=True)
    assert len(set(finishes)) == 5
    wizard.time.week.show_hours(spread_week(5))
    wizard.time.week.edited.emit()
    assert wizard.outcome.words.endswith("longer than the source's 18–24")


def test_without_any_programming_the_window_is_24_to_36_months(wizard: NewPlanWizard) -> None:
    wizard.background.cards.buttons["zero"].click()
    assert wizard.plan is not None
    assert wizard.plan.facts.window is not None
    assert (wizard.plan.facts.window.low, wizard.plan.facts.window.high) == (24, 36)
    assert wizard.outcome.words.endswith("24–36")
    assert 24 <= what_the_hours_mean(wizard.plan, schedule(wizard.plan)).months <= 36
    assert not any(box.isChecked() for box in wizard.prerequisites.boxes.values())


def test_what_is_met_is_left_out(wizard: NewPlanWizard) -> None:
    assert wizard.plan is not None
    before = set(wizard.plan.activities)
    wizard.next.click()
    (mathematics,) = (key for key, box in wizard.prerequisites.boxes.items() if not box.isChecked())
    assert mathematics in before
    wizard.prerequisites.boxes[mathematics].click()
    assert wizard.plan is not None
    assert set(wizard.plan.activities) == before - {mathematics}


def test_every_answer_reaches_the_plan(wizard: NewPlanWizard, qtbot: QtBot, tmp_path: Path) -> None:
    wizard.go_to(wizard.time)
    wizard.time.start.edit.selectAll()
    QTest.keyClicks(wizard.time.start.edit, "1 Feb 2027")
    wizard.time.days_off.name.setText("Skiing")
    wizard.time.days_off.add.click()
    wizard.direction.track.buttons["cv"].click()
    wizard.direction.cloud.buttons["azure"].click()
    wizard.details.title.selectAll()
    QTest.keyClicks(wizard.details.title, "Ana: on her way?")
    wizard.details.paper.setCurrentText("Letter")
    wizard.details.week_start.setCurrentIndex(6)
    wizard.details.reference.setValue(12)
    wizard.create_plan.click()
    assert wizard.result() == QDialog.DialogCode.Accepted
    plan = wizard.plan
    assert plan is not None
    assert plan.facts.title == "Ana: on her way?"
    assert plan.facts.start == date(2027, 2, 1)
    assert (plan.facts.track, plan.facts.cloud) == ("cv", "azure")
    assert (plan.facts.paper, plan.facts.week_start) == (Paper.LETTER, 6)
    assert plan.facts.reference_week_hours == 12
    assert [each.name for each in plan.calendar.exceptions] == ["Skiing"]
    assert wizard.path == tmp_path / "Ana on her way.milepost"


def test_the_most_hours_are_our_suggestion_until_they_are_said(wizard: NewPlanWizard) -> None:
    wizard.time.week.show_hours(spread_week(6))
    wizard.time.week.edited.emit()
    assert wizard.answers.most_hours_a_week is None
    assert wizard.plan is not None
    assert wizard.plan.facts.most_hours_a_week == 12
    wizard.time.most.box.setValue(9)
    assert wizard.time.most.origin.words == "Set by you. We would suggest 12 h."
    assert wizard.plan.facts.most_hours_a_week == 9
    wizard.time.week.show_hours(spread_week(10))
    wizard.time.week.edited.emit()
    assert wizard.plan.facts.most_hours_a_week == 10, "never less than the week itself"


def test_a_week_without_hours_blocks_only_creating_and_says_why(wizard: NewPlanWizard) -> None:
    wizard.time.week.show_hours((0, 0, 0, 0, 0, 0, 0))
    wizard.time.week.edited.emit()
    assert wizard.outcome.words == "Give at least one day some hours."
    wizard.next.click()
    assert wizard.prerequisites.isVisible()
    wizard.create_plan.click()
    assert wizard.isVisible()
    assert wizard.time.isVisible()
    assert "Give at least one day some hours, so that the plan can move along." in words_of(wizard)
    wizard.time.week.days[0].setValue(1)
    wizard.create_plan.click()
    assert wizard.result() == QDialog.DialogCode.Accepted


@pytest.mark.parametrize("text", ["someday", "4 Jan 1927", "4 Jan 2127"])
def test_a_start_that_makes_no_sense_is_said_beside_the_field(
    wizard: NewPlanWizard, qtbot: QtBot, text: str
) -> None:
    wizard.go_to(wizard.time)
    wizard.time.start.edit.selectAll()
    QTest.keyClicks(wizard.time.start.edit, text)
    wizard.create_plan.click()
    assert wizard.isVisible()
    assert wizard.time.start.problem in words_of(wizard)
    assert wizard.outcome.words == wizard.time.start.problem


def test_a_file_that_is_there_is_never_overwritten(wizard: NewPlanWizard, tmp_path: Path) -> None:
    taken = tmp_path / "taken.milepost"
    taken.write_text("someone's")
    wizard.details.path.setText(str(taken))
    wizard.details.path.textEdited.emit(str(taken))
    wizard.create_plan.click()
    assert wizard.isVisible()
    assert wizard.details.isVisible()
    assert wizard.outcome.words.startswith("There is a file of this name already")
    assert taken.read_text() == "someone's"


def test_a_second_plan_gets_a_file_of_its_own(
    roadmap: Roadmap, look: ThemeController, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "My path to machine-learning engineer.milepost").touch()
    wizard = NewPlanWizard(roadmap, TODAY, look, tmp_path)
    qtbot.addWidget(wizard)
    assert wizard.path.name == "My path to machine-learning engineer 2.milepost"


def test_the_preview_shows_every_phase_with_its_months_and_the_outlook(wizard: NewPlanWizard) -> None:
    wizard.go_to(wizard.preview)
    words = words_of(wizard)
    assert wizard.plan is not None
    for phase in wizard.plan.ordered_phases:
        assert phase.title in words
    for line in ("2–4", "2–3"):
        assert line in words
    sentences = wizard.preview.sentences.words
    assert "about 19 months" in sentences
    assert "buffer after the finish" in sentences
    assert "our suggestions" in sentences


def test_who_has_a_plan_already_can_open_it(wizard: NewPlanWizard) -> None:
    wizard.existing.click()
    assert wizard.open_existing
    assert wizard.result() == QDialog.DialogCode.Rejected


def test_cancelling_makes_nothing(wizard: NewPlanWizard, qtbot: QtBot, tmp_path: Path) -> None:
    files = set(tmp_path.iterdir())
    QTest.keyClick(wizard, Qt.Key.Key_Escape)
    assert wizard.result() == QDialog.DialogCode.Rejected
    assert set(tmp_path.iterdir()) == files


def test_the_wizard_is_freed(roadmap: Roadmap, look: ThemeController, tmp_path: Path, qtbot: QtBot) -> None:
    wizard = NewPlanWizard(roadmap, TODAY, look, tmp_path)
    wizard.open()
    wizard.reject()
    wizard.deleteLater()
    wait_until_freed(qtbot, wizard)


def test_a_start_in_the_past_is_fine(wizard: NewPlanWizard) -> None:
    wizard.time.start.show_day(TODAY - timedelta(days=30))
    wizard.create_plan.click()
    assert wizard.plan is not None
    assert wizard.plan.facts.start == TODAY - timedelta(days=30)


def test_every_choice_has_a_name_for_a_screen_reader(wizard: NewPlanWizard) -> None:
    cards = (wizard.background.cards, wizard.direction.track, wizard.direction.cloud)
    for button in (button for card in cards for button in card.buttons.values()):
        assert button.accessibleName()
    for box in wizard.prerequisites.boxes.values():
        assert box.accessibleName()
    assert [each.accessibleName() for each in wizard.time.week.days][:2] == [
        "Hours on Monday",
        "Hours on Tuesday",
    ]


def answer_about(wizard: NewPlanWizard, what: str) -> str:
    (found,) = [
        each.accessibleDescription()
        for each in wizard.findChildren(InfoButton)
        if each.accessibleName() == f"Where it comes from: {what}"
    ]
    return found


def test_every_figure_answers_where_it_comes_from(roadmap: Roadmap, wizard: NewPlanWizard) -> None:
    for background in roadmap.backgrounds:
        assert background.window.reason in answer_about(wizard, background.title)
    assert "2–4 months: The article" in answer_about(wizard, "Phase 1 · Core ML fundamentals")
    assert "our suggestion" in answer_about(wizard, "Portfolio · three projects")
    assert roadmap.reference_week_reason in answer_about(wizard, "Reference week")
    finish = answer_about(wizard, "the finish")
    assert "8.6 rest on the source's own lengths and 10.8 on our suggestions" in finish
    assert "18–24 months: The article" in finish


def test_no_finish_is_explained_while_there_is_none(wizard: NewPlanWizard) -> None:
    assert not wizard.outcome_info.isHidden()
    for box in wizard.time.week.findChildren(HoursField):
        box.setValue(0)
    assert wizard.outcome_info.isHidden()


def test_the_first_page_opens_where_the_numbers_come_from(wizard: NewPlanWizard, qtbot: QtBot) -> None:
    wizard.background.origins.click()
    dialog = wizard.findChild(FactsDialog)
    assert isinstance(dialog, FactsDialog)
    assert dialog.isVisible()
    dialog.reject()
    wait_until_freed(qtbot, dialog)


def test_the_first_key_takes_the_place_of_what_stands_there(wizard: NewPlanWizard, qtbot: QtBot) -> None:
    wizard.go_to(wizard.time)
    box = wizard.time.week.first_box
    qtbot.waitUntil(box.hasFocus)
    QTest.keyClicks(box, "2")
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert wizard.answers.week[0] == 2


def test_it_fits_its_screen(wizard: NewPlanWizard) -> None:
    """Also one that has less room than the pages would like: offscreen's is 800 x 800."""
    assert wizard.width() <= screen_room(wizard).width()


def test_the_keys_that_quit_leave_it(wizard: NewPlanWizard, qtbot: QtBot) -> None:
    qtbot.waitUntil(wizard.isActiveWindow)
    QTest.keyClick(wizard, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert wizard.result() == QDialog.DialogCode.Rejected
    assert not wizard.isVisible()
