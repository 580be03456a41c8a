"""The command line: the same work without a window. `new`, `show`, `week`, `checklist`,
`timeline`, `export`, `check`, `backup`, `catch-up` and `why`.

Output goes to stdout, a sentence about what went wrong to stderr. The exit status is 0, 1 for what could
not be done, 2 for wrong use, and as shells have it 130 after Ctrl+C and 141 when nobody reads on.

The window starts through this file, too: what a verb needs is imported when it runs.
"""

import shutil
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from planner.cli_backup import work_on_backups
from planner.cli_catch_up import catch_up
from planner.cli_files import read_plan, refuse_database
from planner.cli_forecast import tell_forecast
from planner.cli_output import (
    WrongUse,
    complain,
    drop_unwritten_output,
    place,
    prepare_output,
    reason,
    say,
    write_out,
)
from planner.cli_printing import draw_timeline, print_checklist, print_week
from planner.cli_why import tell_why
from planner.cli_window import WINDOW_OPTIONS
from planner.domain.errors import CannotWrite, InvalidValue, MilepostError

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.domain.plan import Plan
    from planner.domain.schedule import Schedule

DONE, FAILED, WRONG_USE, INTERRUPTED, NOBODY_READS = 0, 1, 2, 130, 141


def is_verb(arguments: Sequence[str]) -> bool:
    """Whether the arguments are for the command line.

    Nothing, one plan's file, or one of `WINDOW_OPTIONS` opens the window.
    """
    if not arguments or (len(arguments) == 1 and arguments[0] in WINDOW_OPTIONS):
        return False
    first = arguments[0]
    if first in _WORK or first.startswith("-") or len(arguments) > 1:
        return True
    path = Path(first)
    if path.suffix == ".milepost":
        return False
    from planner.files import is_there

    # `is_file` alone raises for what no file can be called.
    return not (is_there(path) and path.is_file())


def run_verb(arguments: Sequence[str]) -> int:
    """Do what the arguments say; returns the exit status. Nothing is raised, no traceback is shown."""
    try:
        prepare_output()
        status = _run(arguments)
        sys.stdout.flush()
    except MilepostError as error:
        status = _fail(str(error))
    except KeyboardInterrupt:
        status = INTERRUPTED
    except BrokenPipeError:
        status = NOBODY_READS
    except OSError as error:
        named = f"{error.filename} could not be used" if error.filename else "The output could not be written"
        status = _fail(f"{named}: {reason(error)}.")
    except Exception as error:  # noqa: BLE001 - the last net under everything a person may type
        status = _fail(
            f"Something unexpected happened ({place(error)}). Please report it with what you typed."
        )
    if status != DONE:
        drop_unwritten_output()
    return status


def _run(arguments: Sequence[str]) -> int:
    from planner.cli_arguments import parse

    try:
        asked = parse(arguments)
        if asked.verb is None:
            _version()
        else:
            _WORK[asked.verb](asked)
    except WrongUse as error:
        return _fail(str(error), WRONG_USE)
    except SystemExit:  # --help has been printed
        pass
    return DONE


def _version() -> None:
    from planner.version import milepost_version

    say(f"Milepost {milepost_version()}")


def _new(asked: "Namespace") -> None:
    from planner.domain.baselines import as_made
    from planner.domain.planting import plan_from
    from planner.domain.roadmap import Answers
    from planner.exchange.plan_text import hours_and_window
    from planner.exchange.roadmap_toml import default_roadmap
    from planner.storage.document import Document

    folder = asked.file.parent
    if not folder.is_dir():
        raise CannotWrite(asked.file, f"there is no folder {folder}")
    answers = Answers(
        start=asked.start or date.today(),
        title=asked.title or "",
        background=asked.background,
        week=asked.hours,
        most_hours_a_week=asked.most_hours,
        track=asked.track,
        cloud=asked.cloud,
        paper=asked.paper,
    )
    try:
        plan = as_made(plan_from(default_roadmap(), answers), date.today())
    except InvalidValue as error:
        raise WrongUse(str(error)) from None
    with Document.create(asked.file, plan) as document:
        sentences = hours_and_window(document.plan, document.schedule)
    say(f"Made {asked.file}: {plan.facts.title}.", *sentences)
    if asked.file.suffix != ".milepost":
        say("Its name does not end in .milepost, so your file manager will not know it as a plan.")


def _show(asked: "Namespace") -> None:
    from planner.exchange.plan_text import plan_text

    plan, laid_out, _ = read_plan(asked.file)
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    sys.stdout.write(plan_text(plan, laid_out, width, _what_cannot_be(laid_out)))


def _export(asked: "Namespace") -> None:
    plan, laid_out, revision = read_plan(asked.file)
    refuse_database(asked.out)
    if asked.format == "ics":
        write_out(asked.out, _calendar(asked, plan, laid_out, revision))
        return
    from planner.exchange.plan_json import plan_json

    write_out(asked.out, plan_json(plan, laid_out))


def _calendar(asked: "Namespace", plan: "Plan", laid_out: "Schedule", revision: int) -> bytes:
    from datetime import UTC, datetime

    from planner.exchange.calendar_events import Wanted, calendar_events
    from planner.exchange.calendar_ics import calendar_file
    from planner.exchange.calendar_update import update_of

    wanted = Wanted(
        first=asked.from_day,
        last=asked.to_day,
        sessions=asked.only != "milestones",
        milestones=asked.only != "sessions",
        remind_at=asked.remind,
    )
    today = date.today()
    update = update_of(asked.out, plan, laid_out, wanted, today)
    events = (*calendar_events(plan, laid_out, wanted, today), *update.moved, *update.cancelled)
    return calendar_file(events, name=plan.facts.title, sequence=revision, stamp=datetime.now(UTC))


def _check(asked: "Namespace") -> None:
    from planner.domain.wording import day_text

    plan, laid_out, revision = read_plan(asked.file)
    counts = [
        (len(plan.phases), "phase", "phases"),
        (len(plan.active), "activity", "activities"),
        *([(len(plan.archived), "archived activity", "archived activities")] if plan.archived else []),
        (len(plan.milestones), "milestone", "milestones"),
        (len(plan.checklist), "checklist item", "checklist items"),
        (len(plan.active_dependencies), "dependency", "dependencies"),
        (len(plan.sessions), "session", "sessions"),
        (len(plan.baselines), "baseline", "baselines"),
        *([(len(plan.attachments), "file", "files")] if plan.attachments else []),
        *([(len(plan.weeks), "week with notes", "weeks with notes")] if plan.weeks else []),
        *([(len(plan.placements), "moved session", "moved sessions")] if plan.placements else []),
    ]
    listed = ", ".join(f"{count} {one if count == 1 else many}" for count, one, many in counts)
    say(f"{asked.file} is whole: {listed}; revision {revision}, finish {day_text(laid_out.finish)}.")
    say(*_what_cannot_be(laid_out))


def _what_cannot_be(laid_out: "Schedule") -> list[str]:
    """A sentence for each thing in a plan that cannot be as planned, with what is open still to do."""
    from planner.domain.catching_up.ground import caught_up, open_hours
    from planner.domain.impossible.problems import problems
    from planner.domain.wording import effort_text

    today = date.today()
    hours, ground = open_hours(laid_out, today), caught_up(laid_out, today)
    found = [each.sentence for each in problems(ground.plan, ground, today)]
    if not hours:
        return found
    still = f"{effort_text(hours)} planned before today are not logged"
    return [f"{still}; with them still to do:" if found else f"{still}.", *found]


_WORK: dict[str, Callable[["Namespace"], None]] = {
    "new": _new,
    "show": _show,
    "week": print_week,
    "checklist": print_checklist,
    "timeline": draw_timeline,
    "export": _export,
    "check": _check,
    "backup": work_on_backups,
    "catch-up": catch_up,
    "why": tell_why,
    "forecast": tell_forecast,
}


def _fail(sentence: str, status: int = FAILED) -> int:
    complain(sentence)
    return status
