"""What opens the window, and what is for the command line."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from planner.__main__ import main
from planner.cli import is_verb
from planner.cli_arguments import VERBS
from planner.cli_window import WINDOW_OPTIONS
from planner.storage.document import Document
from planner.ui.instance.request import asked_by
from tests.helpers.plans import small_plan

LOADED_BY_THEN = """
import sys

from planner.__main__ import main
from planner.ui.opening.shell import Shell

hold, show_as_left = Shell.hold, Shell.show_as_left


def showing(shell, plan):
    shell.painted.connect(lambda: print(*sys.modules))
    show_as_left(shell, plan)


def holding(shell, content):
    hold(shell, content)
    print(*sys.modules)
    shell.close()


Shell.show_as_left, Shell.hold = showing, holding
sys.exit(main())
"""

LOADED_BY_A_VERB = """
import sys

from planner.__main__ import main

status = main()
print(*sys.modules, file=sys.stderr)
sys.exit(status)
"""

NOT_FOR_THE_FIRST_FRAME = {
    *("numpy", "pyqtgraph", "sqlite3", "importlib.metadata", "PySide6.QtPrintSupport"),
    *("planner.domain.plan", "planner.storage.document", "planner.ui.editor", "planner.ui.main_window"),
}

NOT_FOR_THE_TIMELINE = {
    *("sqlalchemy", "sqlmodel", "pydantic", "alembic", "importlib.metadata", "PySide6.QtPrintSupport"),
    *("pypdf", "holidays", "icalendar", "caldav", "keyring", "niquests", "openpyxl"),
    *(
        "planner.domain.roadmap",
        "planner.ui.printing",
        "planner.ui.week.day_column",
        "planner.ui.progress.card",
        "planner.domain.progress_figures",
        "planner.ui.wizard.wizard",
    ),
    *("planner.ui.inspector.activity_page", "planner.ui.inspector.milestone_page"),
}


def test_nothing_opens_the_window() -> None:
    assert not is_verb([])


def test_a_plan_opens_in_the_window_whether_it_is_there_or_not(tmp_path: Path) -> None:
    there = tmp_path / "a plan by another name"
    there.touch()

    assert not is_verb([str(there)])
    assert not is_verb(["gone.milepost"])


def test_a_plan_that_no_file_can_be_called_is_answered_in_the_window_too() -> None:
    assert not is_verb([f"{'a' * 300}.milepost"])


@pytest.mark.parametrize("option", WINDOW_OPTIONS)
def test_options_of_the_window_open_it_and_are_wishes(option: str) -> None:
    assert not is_verb([option])
    assert asked_by([option], {}).wish.value == option.removeprefix("--")


@pytest.mark.parametrize("verb", VERBS)
def test_verbs_are_for_the_command_line_even_where_a_file_is_called_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, verb: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(verb).touch()

    assert is_verb([verb])


@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["--version"],
        ["sohw"],
        ["one.milepost", "two.milepost"],
        ["--new-plan", "a.milepost"],
        ["."],
        [""],
        ["a" * 300],
    ],
)
def test_everything_else_is_answered_in_the_terminal(words: list[str]) -> None:
    assert is_verb(words)


def test_a_slip_is_answered_with_status_2_and_no_window(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["milepost", "chekc", "plan.milepost"])

    assert main() == 2
    assert "Did you mean “check”?" in capsys.readouterr().err


def test_help_comes_without_qt() -> None:
    script = (
        "import sys; sys.argv = ['milepost', '--help']; from planner.__main__ import main; status = main()\n"
        "sys.exit('Qt was loaded' if 'PySide6' in sys.modules else status)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("usage: milepost")


def test_the_first_frame_and_then_the_timeline_come_without_what_they_do_not_show(tmp_path: Path) -> None:
    plan = tmp_path / "path.milepost"
    Document.create(plan, small_plan()).close()
    done = subprocess.run(
        [sys.executable, "-c", LOADED_BY_THEN, str(plan)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "MILEPOST_HOME": str(tmp_path / "home")},
    )
    assert done.stderr == ""
    first_frame, timeline = (set(line.split()) for line in done.stdout.splitlines())
    assert "PySide6.QtWidgets" in first_frame
    assert not first_frame & NOT_FOR_THE_FIRST_FRAME
    assert "planner.ui.timeline.page" in timeline
    assert not timeline & NOT_FOR_THE_TIMELINE


@pytest.mark.parametrize(
    "words",
    [
        ["show", "path.milepost"],
        ["check", "path.milepost"],
        ["new", "other.milepost"],
        ["week", "path.milepost", "--text", "-"],
        ["week", "path.milepost", "--markdown", "-"],
        ["export", "path.milepost", "--format", "json", "-"],
        ["export", "path.milepost", "--format", "ics", "-"],
        ["timeline", "path.milepost", "--png", "timeline.png"],
        ["week", "path.milepost", "--pdf", "week.pdf"],
    ],
    ids=" ".join,
)
def test_verbs_do_without_widgets_and_without_qt_where_they_draw_nothing(
    tmp_path: Path, words: list[str]
) -> None:
    Document.create(tmp_path / "path.milepost", small_plan()).close()
    done = subprocess.run(
        [sys.executable, "-c", LOADED_BY_A_VERB, *words],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
    )
    assert done.returncode == 0, done.stderr
    loaded = done.stderr.split()
    draws = {"--png", "--pdf"} & set(words)
    assert ("PySide6.QtCore" in loaded) == bool(draws)
    assert not {"PySide6.QtWidgets", "pyqtgraph"} & set(loaded)
