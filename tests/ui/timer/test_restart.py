"""The whole program, killed by the system while its timer runs, and started again."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import IO, Any

import pytest

from planner.storage.document import Document
from tests.helpers.plans import small_plan

PROGRAM = """
import json, sys
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from planner.app import Milepost
from planner.paths import settings_file
from planner.ui.settings import Settings
from planner.ui.timer import opening
from planner.ui.timer.bar import TimerBar

now = datetime.fromisoformat(sys.argv[2]).timestamp()
opening.time = lambda: now


def tell(**facts):
    print(json.dumps(facts), flush=True)


def study(minutes):
    global now
    for _ in range(60 * minutes):
        now += 1
        program.window.timer.tick()


def act():
    window, wish = program.window, sys.argv[3]
    bar = window.findChild(TimerBar)
    if wish == "study":
        window.timer.start("regression-course", None)
        study(35)
        tell(time=bar.time.text())
        return  # and wait for what comes
    tell(sentence=bar.sentence.words, answers=[each.text() for each in bar.answers.values()])
    list(bar.answers.values())[int(wish)].click()
    tell(time=bar.time.text(), shown=bar.stop.isVisible())
    window.timer.stop()
    application.quit()


application = QApplication([])
program = Milepost(application, Settings(settings_file()), lambda: date(2027, 1, 4))
program.open(Path(sys.argv[1]))
QTimer.singleShot(0, act)
application.exec()
"""


def run(plan: Path, moment: str, wish: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(plan), moment, wish], stdout=subprocess.PIPE, text=True
    )


def told(out: IO[str] | None) -> Any:
    assert out is not None
    return json.loads(out.readline())


def killed_while_it_ran(plan: Path) -> None:
    with run(plan, "2027-01-04 13:30", "study") as program:
        assert told(program.stdout) == {"time": "0:35:00"}
        program.kill()


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "study.milepost"
    Document.create(path, small_plan()).close()
    return path


@pytest.mark.parametrize(("answer", "minutes"), [(0, [35]), (1, [35]), (2, [130]), (3, [])])
def test_a_program_that_is_killed_asks_on_its_next_start_and_logs_what_is_answered(
    plan: Path, answer: int, minutes: list[int]
) -> None:
    killed_while_it_ran(plan)
    with run(plan, "2027-01-04 15:40", str(answer)) as again:
        assert told(again.stdout) == {
            "sentence": "The timer for “Regression course” was running when Milepost closed at 14:05. "
            "How much of it counts?",
            "answers": [
                "Go on without the time away (35 min)",
                "Until then (35 min)",
                "Until now (2 h 10)",
                "Not at all",
            ],
        }
        assert told(again.stdout)["shown"] is (answer < 3)
        assert again.wait(60) == 0
    with Document.open(plan) as document:
        assert [(each.day, each.minutes) for each in document.plan.sessions.values()] == [
            (date(2027, 1, 4), each) for each in minutes
        ]


def test_a_program_that_is_killed_and_started_at_once_goes_on(plan: Path) -> None:
    killed_while_it_ran(plan)
    with run(plan, "2027-01-04 14:05:20", "2") as again:
        assert told(again.stdout)["sentence"] == "Regression course"
        again.kill()
