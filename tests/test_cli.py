"""The command line, as a person types it: what it says, its exit status, and that it leaves files alone."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from planner.cli import run_verb
from planner.cli_arguments import VERBS
from planner.domain import edits
from planner.domain.attachments import Attachment
from planner.domain.checklist_facts import EvidenceRole
from planner.domain.items import (
    AttachmentId,
    ChecklistItemId,
    MilestoneId,
    PlacementId,
)
from planner.domain.placing import move_session
from planner.domain.plan import Paper
from planner.domain.proof import attach_file
from planner.domain.week import week_plan
from planner.domain.week_facts import WeekGoal
from planner.domain.week_notes import set_goals
from planner.exchange.calendar_ics import read_calendar_file
from planner.exchange.roadmap_toml import load_roadmap
from planner.paths import resource
from planner.storage.document import Document
from tests.helpers.plans import small_plan
from tests.helpers.run import milepost

Ask = Callable[..., tuple[int, str, str]]
MILEPOST = [sys.executable, "-m", "planner"]
on_posix = pytest.mark.skipif(os.name != "posix", reason="pipes, devices and terminals of POSIX systems")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that commands run in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[1]))
    return tmp_path


@pytest.fixture
def plan_file(folder: Path) -> Path:
    """The small plan in a file."""
    path = folder / "plan.milepost"
    Document.create(path, small_plan()).close()
    return path


@pytest.fixture
def ask(folder: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    """Run a command in this process; its exit status, output and complaints."""

    def run(*words: str) -> tuple[int, str, str]:
        status = run_verb(words)
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


def one_sentence(complaint: str) -> bool:
    """Whether a complaint is one line for a person, and no traceback."""
    return complaint.startswith("milepost: ") and complaint.count("\n") == 1 and "Traceback" not in complaint


class TestAWholePath:
    """Real processes, from an empty folder to a printed week."""

    def test_make_show_check_print_and_export_a_plan(self, folder: Path) -> None:
        made = milepost("new", "plan.milepost", "--start", "2027-01-04", "--hours", "10")
        assert made.startswith("Made plan.milepost: ")
        assert "Begins on Mon 4 Jan 2027 and finishes on " in made
        before = Path("plan.milepost").read_bytes()

        shown = milepost("show", "plan.milepost")
        assert "Phase 1 · Core ML fundamentals" in shown
        assert "◆ Endpoint live" in shown
        assert "plan.milepost is whole: 6 phases," in milepost("check", "plan.milepost")
        milepost("week", "plan.milepost", "--date", "2027-01-06", "--pdf", "week.pdf")
        milepost("export", "plan.milepost", "--format", "json", "plan.json")

        assert len(PdfReader("week.pdf").pages) == 1
        exported = json.loads(Path("plan.json").read_text(encoding="utf-8"))
        assert exported["plan"]["start"] == "2027-01-04"
        assert Path("plan.milepost").read_bytes() == before
        names = {each.name for each in folder.iterdir()}
        assert names == {"plan.milepost", "week.pdf", "plan.json"}

    @pytest.mark.skipif(
        shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) is not installed"
    )
    def test_weeks_are_printed_without_a_display(
        self, plan_file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            monkeypatch.delenv(name, raising=False)

        milepost("week", str(plan_file), "--date", "2027-01-07", "--weeks", "3", "--pdf", "weeks.pdf")

        text = subprocess.run(
            ["pdftotext", "-layout", "weeks.pdf", "-"], capture_output=True, text=True, check=True
        ).stdout
        assert text.count("\f") == 3
        assert "4–10 January 2027" in text
        assert "18–24 January 2027" in text
        assert "Regression course" in text

    def test_showing_a_plan_loads_neither_qt_nor_migrations(self, plan_file: Path) -> None:
        script = (
            "import sys; from planner.cli import run_verb; status = run_verb(['show', 'plan.milepost'])\n"
            "heavy = {'PySide6', 'shiboken6', 'pyqtgraph', 'alembic'} & set(sys.modules)\n"
            "sys.exit(str(heavy) if heavy else status)"
        )
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)

        assert (done.returncode, done.stderr) == (0, "")

    def test_starting_the_command_line_loads_nothing_heavy(self, folder: Path) -> None:
        script = (
            "import sys; import planner.cli\n"
            "sys.exit(str({'numpy', 'sqlmodel', 'PySide6', 'argparse'} & set(sys.modules) or ''))"
        )
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)

        assert done.stderr.strip() == ""


class TestNew:
    def test_the_answers_arrive_in_the_plan(self, ask: Ask, folder: Path) -> None:
        words = (
            "new mine.milepost --start 2027-03-01 --background zero --hours mon=1.5,sat=4 --track cv".split()
        )

        words += ["--most-hours", "12.5", "--cloud", "aws", "--paper", "letter"]
        status, said, _ = ask(*words, "--title", "My year")

        assert status == 0
        assert said.startswith("Made mine.milepost: My year.\nBegins on Mon 1 Mar 2027 and finishes on ")
        with Document.open(folder / "mine.milepost", read_only=True) as document:
            facts, calendar = document.plan.facts, document.plan.calendar
        assert (facts.start, facts.title, facts.paper) == (date(2027, 3, 1), "My year", Paper.LETTER)
        assert (facts.background, facts.track, facts.cloud) == ("zero", "cv", "aws")
        assert facts.most_hours_a_week == 12.5
        assert calendar.weekly[0].hours == (1.5, 0, 0, 0, 0, 4, 0)

    def test_a_plan_begins_today_with_ten_hours_unless_said_otherwise(self, ask: Ask, folder: Path) -> None:
        today = date.today()

        assert ask("new", "plan.milepost")[0] == 0

        with Document.open(folder / "plan.milepost", read_only=True) as document:
            assert today <= document.plan.facts.start <= date.today()
            assert document.plan.calendar.weekly[0].total == 10
            assert [each.reason for each in document.plan.baselines.values()] == ["The plan as it was made"]
            assert document.undo_text == ""

    def test_a_file_that_is_there_stays_as_it_is(self, ask: Ask, folder: Path) -> None:
        (folder / "notes.milepost").write_text("mine")

        status, said, complaint = ask("new", "notes.milepost")

        assert (status, said) == (1, "")
        assert one_sentence(complaint)
        assert "exists already and was left as it is" in complaint
        assert [each.name for each in folder.iterdir()] == ["notes.milepost"]
        assert (folder / "notes.milepost").read_text() == "mine"

    def test_a_folder_that_is_not_there_is_named(self, ask: Ask, folder: Path) -> None:
        status, _, complaint = ask("new", "plans/plan.milepost")

        assert status == 1
        assert "there is no folder plans" in complaint
        assert list(folder.iterdir()) == []

    def test_a_name_is_kept_as_given_and_a_missing_ending_is_said(self, ask: Ask, folder: Path) -> None:
        _, said, _ = ask("new", "plan")

        assert "does not end in .milepost" in said
        assert (folder / "plan").is_file()
        assert "does not end" not in ask("new", "plan.milepost")[1]

    def test_a_path_without_end_is_refused_before_there_is_a_file(self, ask: Ask, folder: Path) -> None:
        status, _, complaint = ask("new", "plan.milepost", "--start", "8999-01-01", "--hours", "mon=0.01")

        assert status == 1
        assert "past the year 9999" in complaint
        assert list(folder.iterdir()) == []

    def test_help_names_everything_the_roadmap_offers(self, ask: Ask) -> None:
        roadmap = load_roadmap(resource("roadmaps/machine-learning-engineer.toml"))
        _, help_text, _ = ask("new", "--help")

        for offered in (roadmap.backgrounds, roadmap.tracks, roadmap.clouds):
            assert "|".join(each.id for each in offered) in help_text
        for default in (roadmap.default_background, roadmap.default_track, roadmap.default_cloud):
            assert f"default: {default}" in " ".join(help_text.split())


class TestShow:
    def test_targets_and_margins_are_listed(self, ask: Ask, plan_file: Path) -> None:
        with Document.open(plan_file) as document:
            document.apply("Move", edits.retarget, MilestoneId("endpoint-live"), date(2027, 1, 31))

        status, said, _ = ask("show", "plan.milepost")

        line = next(line for line in said.splitlines() if "Endpoint live" in line)
        assert status == 0
        assert "31 Jan 2027" in line
        assert " -" in line
        assert line.endswith("0/3")

    def test_a_plan_open_in_the_window_can_be_read(self, ask: Ask, plan_file: Path) -> None:
        with Document.open(plan_file):
            for verb in ("show", "check"):
                assert ask(verb, "plan.milepost")[0] == 0
            assert ask("export", "plan.milepost", "plan.json")[0] == 0

    @on_posix
    def test_a_terminal_gets_lines_that_fit(self, plan_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        with Document.open(plan_file) as document:
            document.apply("Rename", edits.rename, MilestoneId("core-proven"), "Proven " * 30)
        monkeypatch.setenv("COLUMNS", "70")

        lines = _in_a_terminal("show", "plan.milepost").splitlines()

        assert max(map(len, lines)) <= 70
        assert any("Proven Proven" in line and "…" in line for line in lines)
        assert not any("\x1b" in line for line in lines)

    @pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
    def test_a_poor_encoding_makes_signs_plainer_and_nothing_else(
        self, plan_file: Path, monkeypatch: pytest.MonkeyPatch, encoding: str
    ) -> None:
        monkeypatch.setenv("PYTHONIOENCODING", encoding)

        done = subprocess.run([*MILEPOST, "show", "plan.milepost"], capture_output=True, check=False)
        refused = subprocess.run([*MILEPOST, "show", "pläne–日本"], capture_output=True, check=False)

        assert (done.returncode, done.stderr) == (0, b"")
        assert "* Endpoint live" in done.stdout.decode(encoding)
        assert refused.returncode == 1
        assert "Traceback" not in refused.stderr.decode(encoding)


class TestTimeline:
    @pytest.mark.parametrize(("form", "begins"), [("pdf", b"%PDF"), ("png", b"\x89PNG"), ("svg", b"<?xml")])
    def test_it_is_written_without_a_display(
        self, plan_file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, form: str, begins: bytes
    ) -> None:
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            monkeypatch.delenv(name, raising=False)

        milepost("timeline", "plan.milepost", f"--{form}", f"path.{form}")

        assert (folder / f"path.{form}").read_bytes().startswith(begins)
        assert {each.name for each in folder.iterdir()} == {"plan.milepost", f"path.{form}"}

    @pytest.mark.skipif(
        shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) is not installed"
    )
    def test_the_dates_can_run_over_several_pages(self, plan_file: Path) -> None:
        milepost(
            *("timeline", "plan.milepost", "--pdf", "path.pdf", "--pages-wide", "3"),
            *("--paper", "Letter", "--portrait", "--critical", "--float", "--colour-by", "state"),
        )

        text = subprocess.run(
            ["pdftotext", "-layout", "path.pdf", "-"], capture_output=True, text=True, check=True
        ).stdout
        assert text.count("\f") == 3
        assert text.count("Regression course") >= 3
        assert "page 3 of 3" in text

    def test_a_picture_can_go_to_a_pipe(self, plan_file: Path) -> None:
        done = subprocess.run(
            [*MILEPOST, "timeline", "plan.milepost", "--svg", "-", "--forecast"],
            capture_output=True,
            check=True,
        )

        assert done.stdout.rstrip().endswith(b"</svg>")
        assert b"Forecast: 8 in 10 land in the band" in done.stdout
        assert done.stderr == b""

    @pytest.mark.parametrize(
        ("words", "said"),
        [
            ((), "One of --pdf, --png, --svg is missing."),
            (("--pdf", "a.pdf", "--png", "a.png"), "cannot go together"),
            (("--pdf", "a.pdf", "--pages-wide", "0"), "pages from 1 to 20"),
            (("--png", "a.png", "--width", "12"), "pixels from 600 to 12000"),
            (("--svg", "a.svg", "--colour-by", "mood"), "phase, kind or state"),
            (("--pdf", "plan.milepost"), "is a plan"),
        ],
    )
    def test_what_does_not_fit_is_said_and_nothing_is_written(
        self, ask: Ask, plan_file: Path, folder: Path, words: tuple[str, ...], said: str
    ) -> None:
        before = plan_file.read_bytes()

        status, _, complaint = ask("timeline", "plan.milepost", *words)

        assert status == 2
        assert one_sentence(complaint)
        assert said in complaint
        assert [each.name for each in folder.iterdir()] == ["plan.milepost"]
        assert plan_file.read_bytes() == before


class TestWeek:
    @pytest.mark.parametrize("weeks", ["0", "521", "-1", "many"])
    def test_1_to_520_weeks_can_be_printed(self, ask: Ask, plan_file: Path, weeks: str) -> None:
        status, _, complaint = ask("week", "plan.milepost", "--weeks", weeks, "--pdf", "week.pdf")

        assert status == 2
        assert one_sentence(complaint)
        assert "1 to 520" in complaint

    def test_a_pdf_that_is_there_is_replaced_whole(self, plan_file: Path, folder: Path) -> None:
        (folder / "week.pdf").write_bytes(b"an older one")

        milepost("week", "plan.milepost", "--pdf", "week.pdf")

        assert (folder / "week.pdf").read_bytes().startswith(b"%PDF")
        assert {each.name for each in folder.iterdir()} == {"plan.milepost", "week.pdf"}

    def test_a_pdf_can_go_to_a_pipe(self, plan_file: Path) -> None:
        done = subprocess.run(
            [*MILEPOST, "week", "plan.milepost", "--from", "1", "--pdf", "-"], capture_output=True, check=True
        )

        assert len(PdfReader(BytesIO(done.stdout)).pages) == 1
        assert done.stderr == b""


class TestExport:
    def test_a_dash_is_standard_output(self, ask: Ask, plan_file: Path) -> None:
        status, said, _ = ask("export", "plan.milepost", "--format", "json", "-")

        assert status == 0
        assert json.loads(said)["format"] == "milepost-plan"

    def test_a_calendar_of_some_days(self, ask: Ask, plan_file: Path, folder: Path) -> None:
        words = "--format ics --from 2027-01-04 --to 2027-01-10 --only sessions --remind 09:00 week.ics"
        assert ask("export", "plan.milepost", *words.split())[0] == 0

        events = read_calendar_file((folder / "week.ics").read_bytes())
        assert events
        assert all(date(2027, 1, 4) <= each.day <= date(2027, 1, 10) for each in events)
        assert all(each.alarm == timedelta(hours=9) for each in events)
        assert not any("◆" in each.title for each in events)

    def test_a_calendar_in_place_of_an_earlier_one_cancels_what_is_gone(
        self, ask: Ask, plan_file: Path, folder: Path
    ) -> None:
        words = ("export", "plan.milepost", "--format", "ics", "plan.ics")
        ask(*words)
        with Document.open(plan_file) as document:
            for activity in list(document.plan.activities):
                document.apply("Finish", edits.mark_finished, activity, date.today())
        ask(*words)

        events = read_calendar_file((folder / "plan.ics").read_bytes())
        assert any(each.cancelled for each in events)
        assert all("◆" in each.title for each in events if not each.cancelled)

    def test_the_same_plan_gives_the_same_bytes(self, ask: Ask, plan_file: Path, folder: Path) -> None:
        ask("export", "plan.milepost", "one.json")
        ask("export", "plan.milepost", "two.json")

        assert (folder / "one.json").read_bytes() == (folder / "two.json").read_bytes()

    @pytest.mark.parametrize(
        "words",
        [("export", "plan.milepost", "other.milepost"), ("week", "plan.milepost", "--pdf", "other.milepost")],
    )
    def test_a_plan_is_never_written_over(
        self, ask: Ask, plan_file: Path, folder: Path, words: tuple[str, ...]
    ) -> None:
        other = folder / "other.milepost"
        shutil.copy(plan_file, other)

        status, _, complaint = ask(*words)

        assert status == 2
        assert "was left as it is" in complaint
        assert other.read_bytes() == plan_file.read_bytes()

    @on_posix
    def test_a_device_stays_a_device(self, ask: Ask, plan_file: Path) -> None:
        os.mkfifo("pipe")
        reader = os.open("pipe", os.O_RDONLY | os.O_NONBLOCK)
        try:
            assert ask("export", "plan.milepost", "pipe")[0] == 0
            assert os.read(reader, 30).startswith(b'{\n  "format": "milepost-plan"')
        finally:
            os.close(reader)
        assert Path("pipe").is_fifo()


class TestCheck:
    def test_a_whole_plan_is_counted(self, ask: Ask, plan_file: Path) -> None:
        status, said, complaint = ask("check", "plan.milepost")

        assert (status, complaint) == (0, "")
        assert said.startswith(
            "plan.milepost is whole: 2 phases, 4 activities, 2 milestones, 5 checklist items, "
            "5 dependencies, 0 sessions, 0 baselines; revision 0, finish "
        )

    def test_what_weeks_and_files_hold_is_counted_where_there_is_any(self, ask: Ask, plan_file: Path) -> None:
        item, monday = ChecklistItemId("course-done"), date(2027, 1, 4)
        file = Attachment(id=AttachmentId("a"), name="a.pdf", media_type="", data=b"%PDF")
        with Document.open(plan_file) as document:
            document.apply("Attach", attach_file, item, file, EvidenceRole.CERTIFICATE)
            document.apply("Goals", set_goals, monday, [WeekGoal(text="Read")])
            (day, *_) = week_plan(document.plan, document.schedule, monday, monday).days
            document.apply("Move", move_session, day.sessions[0], monday, date(2027, 1, 8), PlacementId("b"))

        status, said, complaint = ask("check", "plan.milepost")

        assert (status, complaint) == (0, "")
        assert "0 baselines, 1 file, 1 week with notes, 1 moved session; revision 3" in said


EVERY_READING_VERB = [
    ("show", "FILE"),
    ("check", "FILE"),
    ("week", "FILE", "--pdf", "out"),
    ("export", "FILE", "out"),
]


@pytest.mark.parametrize("words", EVERY_READING_VERB, ids=lambda words: words[0])
class TestAFileThatCannotBeRead:
    def refused(self, ask: Ask, path: Path, words: tuple[str, ...]) -> str:
        """What is said about the file, which stays as it is beside nothing new."""
        before = path.read_bytes() if path.is_file() else None
        beside = set(path.parent.iterdir())
        status, said, complaint = ask(*(str(path) if each == "FILE" else each for each in words))
        assert (status, said) == (1, "")
        assert one_sentence(complaint)
        assert (path.read_bytes() if path.is_file() else None) == before
        assert set(path.parent.iterdir()) == beside
        return complaint

    def test_a_missing_file(self, ask: Ask, folder: Path, words: tuple[str, ...]) -> None:
        assert "There is no file" in self.refused(ask, folder / "gone.milepost", words)

    def test_another_kind_of_file(self, ask: Ask, folder: Path, words: tuple[str, ...]) -> None:
        (folder / "letter.milepost").write_text("Dear Sir or Madam")
        assert "is not a Milepost plan" in self.refused(ask, folder / "letter.milepost", words)

    def test_a_folder(self, ask: Ask, folder: Path, words: tuple[str, ...]) -> None:
        (folder / "plans").mkdir()
        self.refused(ask, folder / "plans", words)

    def test_a_damaged_plan(self, ask: Ask, plan_file: Path, words: tuple[str, ...]) -> None:
        content = bytearray(plan_file.read_bytes())
        content[len(content) // 4 :: 97] = bytes(len(content[len(content) // 4 :: 97]))
        plan_file.write_bytes(content)
        self.refused(ask, plan_file, words)

    def test_half_a_plan(self, ask: Ask, plan_file: Path, words: tuple[str, ...]) -> None:
        plan_file.write_bytes(plan_file.read_bytes()[: plan_file.stat().st_size // 2])
        self.refused(ask, plan_file, words)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("sohw plan.milepost", "“sohw” is neither a plan's file nor a verb. Did you mean “show”?"),
        ("frobnicate", f"The verbs are {', '.join(VERBS)}."),
        ("one.milepost two.milepost", "opens one plan at a time"),
        ("--new-plan --print-week", "--new-plan opens the window, and stands alone."),
        ("plan.milepost --print-week", "--print-week opens the window, and stands alone."),
        ("--new-plan show plan.milepost", "--new-plan opens the window, and stands alone."),
        ("--bogus", "“--bogus” is not understood."),
        ("show", "FILE is missing."),
        ("export", "FILE and OUT are missing."),
        ("week plan.milepost", "One of --pdf, --text, --markdown is missing."),
        ("show plan.milepost extra", "“extra” is not understood."),
        ("show plan.milepost --colour", "“--colour” is not understood."),
        ("new x --cloud", "--cloud needs a value."),
        ("new x --cloud ibm", "This roadmap has no cloud “ibm”. It has: aws, gcp, azure."),
        ("new x --track robots", "no track “robots”"),
        ("new x --background wizard", "no background “wizard”"),
        ("new x --most-hours lots", "--most-hours: “lots” is not a number of hours a week"),
        ("new x --most-hours 0", "--most-hours: “0” is not a number of hours a week"),
        ("new x.milepost --most-hours 5 --hours 10", "(5 h) are fewer than the week's own (10 h)"),
        ("new x --hours 10h", "--hours: “10h” is neither hours a week"),
        ("new x --start 1.2.2027", "--start: “1.2.2027” is not a date. Write it like 2027-01-04"),
        ("new x --paper A5", "--paper: “A5” is not a paper"),
        ("new x --sta 2027-01-04", "is not understood"),
        ("export plan.milepost --format xml out", "--format: “xml” is not a format"),
        ("export plan.milepost --only sessions out", "--only goes with --format ics alone."),
        ("export p --format ics --only courses out", "“courses” is neither sessions nor milestones."),
        ("export p --format ics --remind 25:00 out", "“25:00” is not a time of the day like 09:00."),
        ("export p --format ics --from 2027-02-01 --to 2027-01-01 out", "--to lies before --from."),
    ],
)
def test_wrong_use_is_one_plain_sentence_and_status_2(ask: Ask, folder: Path, words: str, said: str) -> None:
    status, out, complaint = ask(*words.split())

    assert (status, out) == (2, "")
    assert said in complaint
    assert one_sentence(complaint)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    "words",
    [("week", "plan.milepost", "--pdf", "no/folder/out"), ("export", "plan.milepost", "no/folder/out")],
)
def test_a_folder_to_write_to_must_be_there(plan_file: Path, words: tuple[str, ...]) -> None:
    done = subprocess.run([*MILEPOST, *words], capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert one_sentence(done.stderr)
    assert "no/folder/out could not be written: no such file or directory" in done.stderr


@pytest.mark.parametrize("verb", ["", *VERBS])
def test_help_has_examples_and_fits_a_terminal(ask: Ask, monkeypatch: pytest.MonkeyPatch, verb: str) -> None:
    monkeypatch.setenv("COLUMNS", "90")

    status, help_text, complaint = ask(*filter(None, (verb, "--help")))

    assert (status, complaint) == (0, "")
    assert max(map(len, help_text.splitlines())) <= 90
    assert "milepost" in help_text
    if verb:
        assert re.search(rf"  milepost {verb}( \w+)? plan\.milepost", help_text)
    else:
        assert all(f"    {each}" in help_text for each in VERBS)


def test_the_version_is_said(ask: Ask) -> None:
    status, said, _ = ask("--version")

    assert status == 0
    assert said.startswith("Milepost 0.")


def test_the_unforeseen_is_one_sentence_without_a_traceback_or_content(
    ask: Ask, plan_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_: object) -> str:
        raise KeyError("a private title")

    monkeypatch.setattr("planner.exchange.plan_text.plan_text", break_down)

    status, _, complaint = ask("show", "plan.milepost")

    assert status == 1
    assert one_sentence(complaint)
    assert "KeyError in test_cli.py, line " in complaint
    assert "private" not in complaint


class _Interrupted(StringIO):
    def write(self, _: str) -> int:
        raise KeyboardInterrupt


def test_ctrl_c_ends_it_quietly(
    plan_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdout", _Interrupted())

    assert run_verb(["show", "plan.milepost"]) == 130
    assert capsys.readouterr().err == ""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a test make a pipe small")
def test_ctrl_c_while_writing_ends_it_quietly(plan_file: Path) -> None:
    import fcntl

    reader, writer = os.pipe()
    fcntl.fcntl(writer, fcntl.F_SETPIPE_SZ, 4096)
    with subprocess.Popen(
        [*MILEPOST, "export", "plan.milepost", "-"], stdout=writer, stderr=subprocess.PIPE
    ) as process:
        os.close(writer)
        # The first byte is there: the process now waits for room in the pipe.
        assert os.read(reader, 1) == b"{"
        process.send_signal(signal.SIGINT)
        _, complaint = process.communicate(timeout=60)
    os.close(reader)

    assert (process.returncode, complaint) == (130, b"")


@on_posix
@pytest.mark.parametrize("words", [("show", "plan.milepost"), ("export", "plan.milepost", "-"), ("--help",)])
def test_a_reader_that_went_away_is_no_drama(plan_file: Path, words: tuple[str, ...]) -> None:
    reader, writer = os.pipe()
    os.close(reader)

    done = subprocess.run([*MILEPOST, *words], stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)

    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="/dev/full is Linux's")
@pytest.mark.parametrize("words", [("show", "plan.milepost"), ("export", "plan.milepost", "-"), ("--help",)])
def test_output_that_cannot_be_written_is_said(plan_file: Path, words: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*MILEPOST, *words], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )

    assert done.returncode == 1
    assert done.stderr == "milepost: The output could not be written: no space left on device.\n"


@on_posix
def test_closed_streams_change_nothing(plan_file: Path) -> None:
    command = f'"{sys.executable}" -m planner show plan.milepost >&- 2>&-'

    assert subprocess.run(["sh", "-c", command], check=False).returncode == 0


def _in_a_terminal(*words: str) -> str:
    """What a command writes to a terminal."""
    import pty

    screen, terminal = pty.openpty()
    with subprocess.Popen([*MILEPOST, *words], stdout=terminal, stderr=terminal) as process:
        os.close(terminal)
        content = b""
        while chunk := _read_screen(screen):
            content += chunk
    os.close(screen)
    assert process.returncode == 0
    return content.decode().replace("\r\n", "\n")


def _read_screen(screen: int) -> bytes:
    try:
        return os.read(screen, 65536)
    except OSError:  # Linux's way to say that the other end is closed
        return b""
