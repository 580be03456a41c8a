"""The command line: the same work without a window. `new`, `show`, `week`, `checklist`,
`timeline`, `export` and `check`.

Output goes to stdout, a sentence about what went wrong to stderr. The exit status is 0, 1 for what could
not be done, 2 for wrong use, and as shells have it 130 after Ctrl+C and 141 when nobody reads on.

The window starts through this file, too: what a verb needs is imported when it runs.
"""

import os
import shutil
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

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
from planner.domain.errors import CannotWrite, DatabaseKept, InvalidValue, MilepostError

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.domain.plan import Plan
    from planner.domain.schedule import Schedule
    from planner.ui.printing.page_setup import PageSetup

DONE, FAILED, WRONG_USE, INTERRUPTED, NOBODY_READS = 0, 1, 2, 130, 141
MANY_WEEKS = 26
"""From so many weeks on, printing takes a moment, and it is told how far it is."""


def is_verb(arguments: Sequence[str]) -> bool:
    """Whether the arguments are for the command line; nothing, or one plan's file, opens the window."""
    if not arguments:
        return False
    first = arguments[0]
    if first in _WORK or first.startswith("-") or len(arguments) > 1:
        return True
    return not (Path(first).is_file() or Path(first).suffix == ".milepost")


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
            return _version()
        return _WORK[asked.verb](asked)
    except WrongUse as error:
        return _fail(str(error), WRONG_USE)
    except SystemExit:  # --help has been printed
        return DONE


def _version() -> int:
    from planner.version import milepost_version

    say(f"Milepost {milepost_version()}")
    return DONE


def _new(asked: "Namespace") -> int:
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
    return DONE


def _show(asked: "Namespace") -> int:
    from planner.exchange.plan_text import plan_text

    plan, laid_out, _ = _read(asked.file)
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    sys.stdout.write(plan_text(plan, laid_out, width))
    return DONE


def _week(asked: "Namespace") -> int:
    from planner.cli_pages import asked_weeks
    from planner.cli_progress import Progress

    plan, laid_out, revision = _read(asked.file)
    out = asked.pdf or asked.text or asked.markdown
    _refuse_database(out)
    today = date.today()
    try:
        first_day, count = asked_weeks(asked, plan, today)
    except InvalidValue as error:
        raise WrongUse(str(error)) from None
    if asked.pdf is None:
        from planner.exchange.week_text import weeks_as

        write_out(out, weeks_as(plan, laid_out, first_day, count, today, markdown=asked.text is None))
        return DONE
    _paint_without_display()
    from planner.ui.printing.pdf import WeekPages, weeks_from

    weeks = weeks_from(plan, laid_out, first_day, count, today)
    pages = WeekPages(plan, weeks, _page_setup(asked, plan), printed=today, revision=revision)
    progress = Progress(pages.pages, "Printing page {count} of {total}", many=MANY_WEEKS)
    write_out(asked.pdf, pages.pdf(progress))
    complain(pages.missing())
    return DONE


def _checklist(asked: "Namespace") -> int:
    from planner.domain.named_milestones import milestone_named

    plan, laid_out, revision = _read(asked.file)
    _refuse_database(asked.pdf)
    try:
        milestone = None if asked.milestone is None else milestone_named(plan, asked.milestone)
    except InvalidValue as error:
        raise WrongUse(f"--milestone: {error}") from None
    _paint_without_display()
    from planner.ui.printing.checklist_pdf import ChecklistPages

    setup = _page_setup(asked, plan)
    pages = ChecklistPages(plan, laid_out, milestone, setup, printed=date.today(), revision=revision)
    write_out(asked.pdf, pages.pdf())
    complain(pages.missing())
    return DONE


def _page_setup(asked: "Namespace", plan: "Plan") -> "PageSetup":
    """How the pages asked for go on paper."""
    from planner.ui.printing.page_setup import Detail, PageSetup

    return PageSetup(
        paper=asked.paper or plan.facts.paper,
        landscape=asked.landscape,
        days=getattr(asked, "days", 7),
        detail=Detail.SUMMARY if asked.summary else Detail.DETAIL,
        greyscale=asked.greyscale,
    )


def _timeline(asked: "Namespace") -> int:
    plan, laid_out, _ = _read(asked.file)
    out = asked.pdf or asked.png or asked.svg
    _refuse_database(out)
    _paint_without_display()
    from planner.ui.printing.timeline_files import Wanted, timeline_as

    form = next(each for each in ("pdf", "png", "svg") if getattr(asked, each) is not None)
    wanted = Wanted(
        form=form,
        paper=asked.paper or plan.facts.paper,
        landscape=not asked.portrait,
        pages_wide=asked.pages_wide,
        width=asked.width,
        colour_by=asked.colour_by,
        critical=asked.critical,
        float_bars=asked.float,
        baseline=asked.baseline,
    )
    write_out(out, timeline_as(wanted, plan, laid_out, date.today()))
    return DONE


def _paint_without_display() -> None:
    """Let Qt paint where there is no display, and where there is one: no window is needed."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # An interrupted painter would complain, and letters of other scripts tell of fonts.
    os.environ.setdefault("QT_LOGGING_RULES", "*.warning=false;*.info=false")


def _export(asked: "Namespace") -> int:
    plan, laid_out, revision = _read(asked.file)
    _refuse_database(asked.out)
    if asked.format == "ics":
        write_out(asked.out, _calendar(asked, plan, laid_out, revision))
        return DONE
    from planner.exchange.plan_json import plan_json

    write_out(asked.out, plan_json(plan, laid_out))
    return DONE


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


def _check(asked: "Namespace") -> int:
    from planner.domain.wording import day_text

    plan, laid_out, revision = _read(asked.file)
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
    return DONE


_WORK: dict[str, Callable[["Namespace"], int]] = {
    "new": _new,
    "show": _show,
    "week": _week,
    "checklist": _checklist,
    "timeline": _timeline,
    "export": _export,
    "check": _check,
}


def _read(path: Path) -> "tuple[Plan, Schedule, int]":
    """The plan, its schedule and its revision; the file is only read, also while a window has it open."""
    from planner.storage.document import Document

    with Document.open(path, read_only=True) as document:
        return document.plan, document.schedule, document.revision


def _refuse_database(out: Path) -> None:
    """Say before any work that a plan will not be written over."""
    from planner.files import is_database

    if out.is_file() and is_database(out):
        raise WrongUse(str(DatabaseKept(out)))


def _fail(sentence: str, status: int = FAILED) -> int:
    complain(sentence)
    return status
