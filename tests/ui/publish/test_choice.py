"""Where a plan is published comes back as it was, each plan for itself, and damage reads as nothing."""

from pathlib import Path

import pytest

from planner.exchange.calendar_events import Wanted
from planner.ui.publish.choice import Choice, keep_choice, load_choice
from planner.ui.settings import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "milepost.ini")


def test_a_choice_comes_back_on_the_next_start(settings: Settings, tmp_path: Path) -> None:
    choice = Choice(
        address="https://cloud.example.org/",
        user="ana",
        calendar="https://cloud.example.org/ana/study/",
        calendar_name="Lernen & Üben",
        milestones=False,
        remind_at=9 * 60,
        keep=True,
        revision=12,
        password_kept=True,
    )
    keep_choice(settings, "one", choice)
    settings.save()
    assert load_choice(Settings(tmp_path / "milepost.ini"), "one") == choice
    assert load_choice(settings, "another") == Choice()


def test_what_is_wanted_goes_in_and_out() -> None:
    wanted = Wanted(sessions=False, remind_at=0)
    assert Choice().with_wanted(wanted).wanted == wanted
    assert Choice().wanted == Wanted()


def test_damaged_settings_read_as_nothing_published(settings: Settings) -> None:
    settings.set_value_for("one", "publish-remind_at", 5000)
    settings.set_value_for("one", "publish-keep", "perhaps")
    assert load_choice(settings, "one") == Choice()
