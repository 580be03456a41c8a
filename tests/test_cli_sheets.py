"""Checklists and weeks as text from the command line, as a person types it."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from planner.domain.items import ChecklistItemId
from planner.domain.proof import tick
from planner.storage.document import Document
from tests.helpers.plans import START, small_plan

MILEPOST = [sys.executable, "-m", "planner"]


@pytest.fixture
def plan_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small plan in a file of the folder that commands run in; one item is ticked without evidence."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[1]))
    path = tmp_path / "plan.milepost"
    Document.create(path, tick(small_plan(), ChecklistItemId("endpoint-answers"), START)).close()
    return path


def run(*words: str) -> "subprocess.CompletedProcess[bytes]":
    """Run a command, whatever comes of it."""
    return subprocess.run([*MILEPOST, *words], capture_output=True, check=False)


def text_of(data: bytes) -> str:
    """The text of a PDF in one line."""
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(data)).pages)


def test_the_whole_paths_checklists_are_printed(plan_file: Path) -> None:
    done = run("checklist", "plan.milepost", "--pdf", "lists.pdf")

    assert (done.returncode, done.stderr) == (0, b"")
    data = Path("lists.pdf").read_bytes()
    for words in ("Core proven", "Endpoint live", "skill · optional", "ticked without evidence"):
        assert words in text_of(data)


def test_one_milestones_checklist_is_printed_on_the_paper_asked_for(plan_file: Path) -> None:
    asked = (
        "checklist plan.milepost --milestone core --paper Letter --landscape --summary --greyscale --pdf -"
    )
    done = run(*asked.split())

    assert (done.returncode, done.stderr) == (0, b"")
    (page,) = PdfReader(BytesIO(done.stdout)).pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (792, 612)
    assert "Explain bias" in text_of(done.stdout)
    assert "Endpoint answers" not in text_of(done.stdout)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("--milestone nothing --pdf out", "--milestone: This plan has no milestone “nothing”. It has"),
        ("--milestone e --pdf out", "--milestone: “e” could be “Core proven” and “Endpoint live”."),
        ("--days 5 --pdf out", "“--days 5” is not understood."),
        ("--summary --detail --pdf out", "--detail and --summary cannot go together."),
        ("", "--pdf is missing."),
    ],
)
def test_a_checklist_that_cannot_be_meant_is_wrong_use(plan_file: Path, words: str, said: str) -> None:
    done = run("checklist", "plan.milepost", *words.split())

    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr.decode()
    assert not Path("out").exists()


def test_a_week_goes_to_a_pipe_as_text(plan_file: Path) -> None:
    done = run("week", "plan.milepost", "--date", "2027-01-11", "--text", "-")

    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().startswith("Week 2 of 7 · 11–17 January 2027\n")


def test_weeks_become_one_markdown_file(plan_file: Path) -> None:
    done = run("week", "plan.milepost", "--from", "1", "--to", "3", "--markdown", "weeks.md")

    assert (done.returncode, done.stderr) == (0, b"")
    text = Path("weeks.md").read_text(encoding="utf-8")
    headings = [line for line in text.splitlines() if line.startswith("# ")]
    assert [each[:11] for each in headings] == ["# Week 1 of", "# Week 2 of", "# Week 3 of"]
    assert text.count("\n---\n") == 2


def test_a_week_is_written_in_one_form_at_a_time(plan_file: Path) -> None:
    done = run("week", "plan.milepost", "--text", "a", "--markdown", "b")

    assert done.returncode == 2
    assert "--markdown and --text cannot go together." in done.stderr.decode()
