"""Weeks and pages asked for on the command line: which ones, and how they are set up."""

import re
import subprocess
import sys
from argparse import Namespace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from planner.cli_arguments import parse
from planner.cli_pages import asked_weeks, page_option
from planner.domain.edits import rename
from planner.domain.errors import InvalidValue
from planner.domain.items import ActivityId
from planner.domain.planting import plan_from
from planner.domain.roadmap import Answers
from planner.exchange.roadmap_toml import default_roadmap
from planner.storage.document import Document
from tests.helpers.plans import small_plan
from tests.helpers.run import milepost

TODAY = date(2027, 1, 6)
"""The Wednesday of the small plan's first week."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small plan in a folder that commands run in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[1]))
    Document.create(tmp_path / "plan.milepost", small_plan()).close()
    return tmp_path


def asked(*words: str) -> Namespace:
    """The options of a week to print."""
    return parse(["week", "plan.milepost", "--pdf", "week.pdf", *words])


def told(*words: str) -> str:
    """What a process of its own says on stderr."""
    command = [sys.executable, "-m", "planner", *words]
    return subprocess.run(command, capture_output=True, text=True, check=True).stderr


def pages(name: str) -> list[str]:
    """The words on each page of a PDF."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(name).pages]


@pytest.mark.parametrize(
    ("words", "first", "count"),
    [
        ("", date(2027, 1, 4), 1),
        ("--next", date(2027, 1, 11), 1),
        ("--date 2027-02-03 --weeks 3", date(2027, 2, 1), 3),
        ("--from 2 --to 4", date(2027, 1, 11), 3),
        ("--from 2027-01-20 --to 2027-01-20", date(2027, 1, 18), 1),
        ("--to 2", date(2027, 1, 4), 2),
        ("--next --weeks 2", date(2027, 1, 11), 2),
        ("--date tomorrow", date(2027, 1, 4), 1),
    ],
)
def test_weeks_are_said_in_many_ways(words: str, first: date, count: int) -> None:
    assert asked_weeks(asked(*words.split()), small_plan(), TODAY) == (first, count)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            "--from 5 --to 4",
            "--to is the week of 25 Jan 2027, before the first week, that of 1 Feb 2027.",
        ),
        ("--next --to 1", "that of 11 Jan 2027. Say the first one with --from."),
        ("--from soon", "--from: “soon” is not a day"),
        ("--from soon", "A week’s number goes too, like 14."),
        ("--date soon", "--date: “soon” is not a day"),
        ("--to 0", "--to: Weeks are counted from 1"),
        ("--from 1 --to 600", "is not a number of weeks from 1 to 520"),
    ],
)
def test_weeks_that_cannot_be_are_said(words: str, sentence: str) -> None:
    with pytest.raises(InvalidValue, match=re.escape(sentence)):
        asked_weeks(asked(*words.split()), small_plan(), TODAY)


def test_a_page_setup_is_followed(folder: Path) -> None:
    options = "--from 1 --to 2 --paper letter --landscape --days 5 --summary --greyscale"
    milepost("week", "plan.milepost", *options.split(), "--pdf", "week.pdf")
    reader = PdfReader("week.pdf")
    assert [(page.mediabox.width, page.mediabox.height) for page in reader.pages] == [(792, 612)] * 2
    for page in pages("week.pdf"):
        assert "Fri" not in page
        assert "Catch-up" not in page
    milepost("week", "plan.milepost", "--from", "1", "--pdf", "week.pdf")
    (page,) = pages("week.pdf")
    assert "Fri 8" in page
    assert "Catch-up" in page


@pytest.mark.parametrize("option", ["--landscape", "--days 5", "--summary", "--paper A4", "--greyscale"])
def test_page_options_go_with_pages_alone(option: str) -> None:
    name, *value = option.split()
    for form in ("--text", "--markdown"):
        words = parse(["week", "plan.milepost", name, *value, form, "-"])
        assert page_option(words) == name
    assert page_option(asked("--next")) == ""


def test_page_options_without_pages_are_refused(folder: Path) -> None:
    assert milepost("week", "plan.milepost", "--landscape", "--text", "-", status=2) == ""


def test_weeks_after_the_finish_are_said(folder: Path) -> None:
    for form in ("--pdf", "--text"):
        heard = told("week", "plan.milepost", "--from", "6", "--weeks", "4", form, "out")
        assert "finishes on 20 Feb 2027: 2 of these 4 weeks lie after it" in heard
        assert told("week", "plan.milepost", "--from", "6", "--weeks", "2", form, "out") == ""


@pytest.mark.parametrize(
    ("option", "week", "said"),
    [
        ("--from", "999", "Your path finishes on 20 Feb 2027: this week lies after it"),
        ("--date", "2020-01-01", "Your path begins on 4 Jan 2027: this week lies before it"),
    ],
)
def test_a_week_outside_the_path_is_written_and_said(folder: Path, option: str, week: str, said: str) -> None:
    for form in ("--pdf", "--text", "--markdown"):
        heard = told("week", "plan.milepost", option, week, form, f"week{form}")
        assert heard == f"milepost: {said}, with nothing planned.\n"
        assert Path(f"week{form}").stat().st_size > 0


def test_many_weeks_tell_how_far_they_are(folder: Path) -> None:
    plan = plan_from(default_roadmap(), Answers(start=date(2027, 1, 4)))
    Document.create(folder / "path.milepost", plan).close()
    lines = told("week", "path.milepost", "--from", "1", "--weeks", "104", "--pdf", "weeks.pdf").splitlines()
    assert lines[0] == "Printing page 26 of 104"
    assert lines[-2] == "Printing page 104 of 104"
    assert "19 of these 104 weeks lie after" in lines[-1]
    assert len(lines) == 5
    assert Path("weeks.pdf").stat().st_size <= 2_000_000
    assert told("week", "plan.milepost", "--from", "1", "--weeks", "3", "--pdf", "weeks.pdf") == ""


@pytest.mark.skipif(sys.platform != "linux", reason="leaves fontconfig, Linux’s font service, without fonts")
def test_a_script_without_a_font_is_said_and_the_pages_are_printed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Document.open(folder / "plan.milepost") as document:
        document.apply("Rename", rename, ActivityId("regression-course"), "ไทย 漢字")
    bare = folder / "no-fonts.conf"
    bare.write_text('<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig/>')
    monkeypatch.setenv("FONTCONFIG_FILE", str(bare))
    said = told("week", "plan.milepost", "--from", "1", "--pdf", "week.pdf")
    assert said.startswith("milepost: This computer has no font for Thai (ไทย) and Chinese (漢字)")
    assert said.count("\n") == 1
    (page,) = pages("week.pdf")
    assert "□□□ □□" in page
