"""`milepost forecast` as it is typed: from a real file, which stays as it is."""

import json
from pathlib import Path

import pytest

from planner.cli import run_verb
from planner.cli_forecast_options import USUAL_SAMPLES, USUAL_SEED
from planner.domain.forecast.forecast import SAMPLES, SEED
from planner.storage.document import Document
from tests.helpers.forecasts import with_ranges
from tests.helpers.plans import small_plan

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "study.milepost"
    Document.create(path, with_ranges(small_plan())).close()
    return path


def typed(*words: object) -> int:
    return run_verb(["forecast", *map(str, words)])


def test_it_tells_days_chances_drivers_and_what_they_rest_on(plan: Path, capsys: Captured) -> None:
    before = plan.read_bytes()
    assert typed(plan, "--today", "2027-01-04") == 0
    told = capsys.readouterr().out
    for words in (
        "P10",
        "P80",
        "◆ Core proven",
        "◆ Endpoint live",
        "10,000 samples",
        "ranges alone",
        "hangs on",
    ):
        assert words in told
    assert plan.read_bytes() == before


def test_the_same_seed_tells_the_same_and_another_something_else(plan: Path, capsys: Captured) -> None:
    told = []
    for seed in (3, 3, 4):
        assert typed(plan, "--today", "2027-01-04", "--samples", 200, "--seed", seed) == 0
        told.append(capsys.readouterr().out.replace(f"seed {seed}", "seed"))
    assert told[0] == told[1] != told[2]


def test_json_is_what_was_asked_for(plan: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    asked = (
        "--format",
        "JSON",
        "--shape",
        "triangular",
        "--samples",
        300,
        "--seed",
        9,
        "--today",
        "2027-02-01",
    )
    assert typed(plan, *asked) == 0
    document = json.loads(capfdbinary.readouterr().out)
    assert document["format"] == "milepost-forecast"
    assert (document["shape"], document["samples"], document["seed"]) == ("triangular", 300, 9)
    assert document["today"] == "2027-02-01"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--samples", "5"), "--samples: “5” is not a number of samples. Say how many, from 100 to 50,000."),
        (("--samples", "many"), "--samples: “many” is not a number of samples."),
        (("--seed", "-3"), "--seed: “-3” is not a seed. Any whole number from 0 to 999,999,999 is one."),
        (("--shape", "bell"), "--shape: “bell” is not a shape of ranges. There is pert and triangular."),
        (
            ("--format", "xml"),
            "--format: “xml” is not a format Milepost writes here. It knows table and json.",
        ),
        (("--today", "soon"), "--today: “soon” is not a date."),
        (("--today", "2027-02-30"), "--today: “2027-02-30” is not a day in the calendar."),
    ],
)
def test_what_does_not_fit_is_said_in_a_sentence(
    words: tuple[str, ...], sentence: str, plan: Path, capsys: Captured
) -> None:
    assert typed(plan, *words) == 2
    captured = capsys.readouterr()
    assert captured.err.startswith(f"milepost: {sentence}")
    assert captured.out == ""


def test_a_file_that_is_not_there_is_said(tmp_path: Path, capsys: Captured) -> None:
    assert typed(tmp_path / "none.milepost") == 1
    assert "There is no file" in capsys.readouterr().err


def test_what_is_said_to_be_usual_is_what_the_window_uses() -> None:
    assert (USUAL_SAMPLES, USUAL_SEED) == (SAMPLES, SEED)
