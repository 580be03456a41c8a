"""A plan's page setup: kept between prints, with the plan's own paper unless another was chosen."""

from pathlib import Path

import pytest

from planner.domain.plan import Paper
from planner.ui.printing.page_setup import Detail, PageSetup, keep_setup, kept_setup
from planner.ui.settings import Settings

OTHER = PageSetup(paper=Paper.LETTER, landscape=True, days=5, detail=Detail.SUMMARY, greyscale=True)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


def test_a_setup_is_kept_for_its_plan_alone(settings: Settings, tmp_path: Path) -> None:
    keep_setup(settings, "mine", OTHER, Paper.A4)
    assert settings.save()
    again = Settings(tmp_path / "settings.ini")
    assert kept_setup(again, "mine", Paper.A4) == OTHER
    assert kept_setup(again, "yours", Paper.LETTER) == PageSetup(paper=Paper.LETTER)


def test_the_plans_own_paper_may_change_later(settings: Settings) -> None:
    keep_setup(settings, "mine", PageSetup(days=6), Paper.A4)
    assert kept_setup(settings, "mine", Paper.LETTER) == PageSetup(paper=Paper.LETTER, days=6)


@pytest.mark.parametrize(
    "kept",
    [
        [],
        ["A5", "landscape", "5", "summary", "colour"],
        ["", "", "8", "detail", ""],
        ["", "", "six", "detail", ""],
        ["", "", "6", "novel", ""],
    ],
)
def test_nonsense_reads_as_the_usual_setup(settings: Settings, kept: list[str]) -> None:
    settings.set_value_for("mine", "page-setup", kept)
    assert kept_setup(settings, "mine", Paper.LETTER) == PageSetup(paper=Paper.LETTER)


def test_pages_have_the_size_of_their_paper() -> None:
    assert PageSetup(paper=Paper.LETTER).points == (612, 792)
    assert PageSetup(paper=Paper.LETTER, landscape=True).points == (792, 612)


def test_a_week_has_five_to_seven_days() -> None:
    with pytest.raises(ValueError, match="4 days"):
        PageSetup(days=4)
