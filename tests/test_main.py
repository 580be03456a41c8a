"""What opens the window, and what is for the command line."""

import subprocess
import sys
from pathlib import Path

import pytest

from planner.__main__ import main
from planner.cli import is_verb
from planner.cli_arguments import VERBS
from planner.cli_window import WINDOW_OPTIONS
from planner.ui.instance.request import asked_by


def test_nothing_opens_the_window() -> None:
    assert not is_verb([])


def test_a_plan_opens_in_the_window_whether_it_is_there_or_not(tmp_path: Path) -> None:
    there = tmp_path / "a plan by another name"
    there.touch()

    assert not is_verb([str(there)])
    assert not is_verb(["gone.milepost"])


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


def test_the_first_frame_comes_without_what_only_the_plan_needs() -> None:
    heavy = {"numpy", "pyqtgraph", "planner.domain.plan", "planner.storage.document", "planner.ui.editor"}
    heavy |= {"planner.ui.main_window", "PySide6.QtNetwork", "PySide6.QtOpenGLWidgets", "sqlite3"}
    script = f"import sys, planner.app; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)

    assert (done.stdout.strip(), done.stderr) == ("[]", "")


def test_the_window_comes_without_what_only_printing_roadmaps_and_calendars_need() -> None:
    slow = {"pypdf", "holidays", "alembic", "sqlalchemy", "pydantic"}
    slow |= {"icalendar", "caldav", "keyring", "niquests", "PySide6.QtPrintSupport", "planner.ui.printing"}
    script = f"import sys, planner.app, planner.ui.main_window; print(sorted({slow} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)

    assert (done.stdout.strip(), done.stderr) == ("[]", "")
