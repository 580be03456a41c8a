"""What can be typed after `milepost`: verbs, options, help, and plain sentences for what does not fit."""

import argparse
import difflib
from collections.abc import Callable, Sequence
from pathlib import Path

from planner.cli_backup_options import add_backup_action, add_backup_options, refuse_backup_options
from planner.cli_catch_up_options import add_catch_up_options, refuse_catch_up_options
from planner.cli_examples import (
    ABOUT,
    AFTER,
    BACKUP_EXAMPLES,
    CATCH_UP_EXAMPLES,
    CHECK_EXAMPLES,
    CHECKLIST_EXAMPLES,
    EXPORT_EXAMPLES,
    FORECAST_EXAMPLES,
    NEW_EXAMPLES,
    SHOW_EXAMPLES,
    TIMELINE_EXAMPLES,
    WEEK_EXAMPLES,
    WHY_EXAMPLES,
)
from planner.cli_forecast_options import add_forecast_options
from planner.cli_output import WrongUse
from planner.cli_pages import add_page_options, add_week_options
from planner.cli_parser import Parser, typed
from planner.cli_why_options import add_why_options
from planner.cli_window import explain_window_options, refuse_window_options
from planner.domain.errors import InvalidValue
from planner.domain.plan import Paper
from planner.exchange.typed_values import (
    PICTURE_WIDTH,
    colour_by_typed,
    day_typed,
    hours_typed,
    pages_typed,
    paper_typed,
    path_typed,
    time_typed,
    title_typed,
    week_typed,
    width_typed,
)

VERBS = (
    "new",
    "show",
    "week",
    "checklist",
    "timeline",
    "export",
    "check",
    "backup",
    "catch-up",
    "why",
    "forecast",
)


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """What is asked for: `verb` and its options. Raises `WrongUse`; `SystemExit` after printing help.

    `verb` is None and `version` True for `--version`.
    """
    refuse_window_options(arguments)
    if arguments and not arguments[0].startswith("-") and arguments[0] not in VERBS:
        raise WrongUse(_no_such_verb(arguments))
    whole = parser()
    asked = whole.parse_args(arguments)
    if asked.verb is None and not asked.version:
        whole.error("a verb is missing.")
    if asked.verb == "export":
        _refuse_calendar_options(asked)
    if asked.verb == "backup":
        refuse_backup_options(asked)
    if asked.verb == "catch-up":
        refuse_catch_up_options(asked)
    return asked


def parser() -> Parser:
    """The parser of every verb and option; the manual page is made of it, too."""
    whole = Parser(
        prog="milepost",
        usage="milepost [FILE | --new-plan | --print-week]\n       milepost VERB FILE [options]",
        description=ABOUT,
        epilog=AFTER,
    )
    explain_window_options(whole)
    whole.add_argument("--version", action="store_true", help="print the version and exit")
    verbs = whole.add_subparsers(dest="verb", metavar="VERB", title="verbs", prog="milepost")
    _add_new(_add_verb(verbs, "new", "make a plan", NEW_EXAMPLES))
    _add_verb(verbs, "show", "list phases, activities and milestones with their dates", SHOW_EXAMPLES)
    _add_week(_add_verb(verbs, "week", "print a week, or several, as a PDF or text", WEEK_EXAMPLES))
    about = "print a milestone's checklist, or all of them, as a PDF"
    _add_checklist(_add_verb(verbs, "checklist", about, CHECKLIST_EXAMPLES))
    about = "write the timeline as a PDF, PNG or SVG"
    _add_timeline(_add_verb(verbs, "timeline", about, TIMELINE_EXAMPLES))
    _add_export(
        _add_verb(verbs, "export", "write inputs and computed dates as JSON, or a calendar", EXPORT_EXAMPLES)
    )
    _add_verb(verbs, "check", "say whether a plan's file is whole", CHECK_EXAMPLES)
    about = "list, make, check or restore a plan's backups"
    add_backup_options(_add_verb(verbs, "backup", about, BACKUP_EXAMPLES, add_backup_action))
    about = "say what catching up would do, or do it"
    add_catch_up_options(_add_verb(verbs, "catch-up", about, CATCH_UP_EXAMPLES))
    about = "say why a date is what it is, step by step"
    add_why_options(_add_verb(verbs, "why", about, WHY_EXAMPLES))
    about = "say when the path may be done, by samples of what is left"
    add_forecast_options(_add_verb(verbs, "forecast", about, FORECAST_EXAMPLES))
    return whole


def _add_verb(
    verbs: "argparse._SubParsersAction[Parser]",
    name: str,
    about: str,
    examples: str,
    add_before_file: Callable[[Parser], None] | None = None,
) -> Parser:
    verb = verbs.add_parser(name, help=about, description=f"{about[0].upper()}{about[1:]}.", epilog=examples)
    if add_before_file is not None:
        add_before_file(verb)
    verb.add_argument("file", metavar="FILE", type=typed(path_typed), help="the plan: NAME.milepost")
    return verb


def _add_new(verb: Parser) -> None:
    verb.add_argument(
        "--start", metavar="DATE", type=typed(day_typed), help="first day, like 2027-01-04 (default: today)"
    )
    verb.add_argument(
        "--background",
        metavar="engineer|some-python|zero",
        default="",
        help="a software engineer, some Python, or new to programming (default: engineer)",
    )
    verb.add_argument(
        "--hours",
        metavar="HOURS",
        type=typed(week_typed),
        default="10",
        help="study hours: for the week (10), or by weekday (mon=1.5,sat=4) (default: 10)",
    )
    verb.add_argument(
        "--most-hours",
        metavar="N",
        type=typed(hours_typed),
        help="the most hours a week you could give, for advice on dates at risk (default: twice the week's)",
    )
    verb.add_argument(
        "--track",
        metavar="cv|nlp|tabular",
        default="",
        help="computer vision, NLP and LLMs, or tabular and time series (default: nlp)",
    )
    verb.add_argument(
        "--cloud", metavar="aws|gcp|azure", default="", help="the cloud to learn (default: gcp)"
    )
    verb.add_argument("--title", type=typed(title_typed), help="the plan's title (default: the roadmap's)")
    verb.add_argument(
        "--paper",
        metavar="A4|Letter",
        type=typed(paper_typed),
        default=Paper.A4,
        help="the paper weeks are printed on (default: A4)",
    )


def _add_week(verb: Parser) -> None:
    add_week_options(verb)
    add_page_options(verb, days=True)
    forms = verb.add_mutually_exclusive_group(required=True)
    for form, about in (("pdf", "PDF"), ("text", "plain text"), ("markdown", "Markdown")):
        forms.add_argument(
            f"--{form}", metavar="OUT", type=typed(path_typed), help=f"the {about} to write; - is stdout"
        )


def _add_checklist(verb: Parser) -> None:
    verb.add_argument(
        "--milestone", metavar="TITLE|ID", help="the milestone, by its title or id (default: all of them)"
    )
    add_page_options(verb, days=False)
    verb.add_argument(
        "--pdf", metavar="OUT", type=typed(path_typed), required=True, help="the PDF to write; - is stdout"
    )


def _add_timeline(verb: Parser) -> None:
    forms = verb.add_mutually_exclusive_group(required=True)
    for form in ("pdf", "png", "svg"):
        about = f"the {form.upper()} to write; - is stdout"
        forms.add_argument(f"--{form}", metavar="OUT", type=typed(path_typed), help=about)
    verb.add_argument(
        "--paper",
        metavar="A4|Letter",
        type=typed(paper_typed),
        help="the paper of a PDF (default: the plan's)",
    )
    verb.add_argument("--portrait", action="store_true", help="a PDF's pages upright (default: landscape)")
    verb.add_argument(
        "--pages-wide",
        metavar="N",
        type=typed(pages_typed),
        default=1,
        help="over how many pages of a PDF the dates run (default: 1)",
    )
    verb.add_argument(
        "--width",
        metavar="PIXELS",
        type=typed(width_typed),
        default=PICTURE_WIDTH,
        help=f"how wide a picture is; a PNG has twice as many pixels (default: {PICTURE_WIDTH})",
    )
    verb.add_argument(
        "--colour-by",
        metavar="phase|kind|state",
        type=typed(colour_by_typed),
        default="phase",
        help="what the colours mean (default: phase)",
    )
    verb.add_argument("--critical", action="store_true", help="let what decides the finish stand out")
    verb.add_argument("--float", action="store_true", help="show by how much each bar can slip")
    verb.add_argument("--forecast", action="store_true", help="show behind each diamond where it may land")
    verb.add_argument(
        "--baseline", action="store_true", help="show behind each bar where the last baseline had it"
    )


def _add_export(verb: Parser) -> None:
    verb.add_argument(
        "--format", metavar="json|ics", type=typed(_format_typed), default="json", help="the format"
    )
    for end, about in (("from", "the first day of an ics file"), ("to", "the last day of an ics file")):
        verb.add_argument(
            f"--{end}",
            dest=f"{end}_day",
            metavar="DATE",
            type=typed(day_typed),
            help=f"{about} (default: no limit)",
        )
    verb.add_argument(
        "--only",
        metavar="sessions|milestones",
        type=typed(_only_typed),
        help="only these in an ics file (default: both)",
    )
    verb.add_argument(
        "--remind",
        metavar="TIME",
        type=typed(time_typed),
        help="reminders in an ics file at a time of the day, like 09:00; 10 minutes before sessions with a "
        "time of their own (default: none)",
    )
    verb.add_argument("out", metavar="OUT", type=typed(path_typed), help="the file to write; - is stdout")


def _refuse_calendar_options(asked: argparse.Namespace) -> None:
    """Raise `WrongUse` for options of a calendar that do not fit what is exported, or each other."""
    chosen = [
        option
        for option, value in (
            ("--from", asked.from_day),
            ("--to", asked.to_day),
            ("--only", asked.only),
            ("--remind", asked.remind),
        )
        if value is not None
    ]
    if chosen and asked.format != "ics":
        raise WrongUse(f"{chosen[0]} goes with --format ics alone. See: milepost export --help")
    if asked.from_day and asked.to_day and asked.to_day < asked.from_day:
        raise WrongUse("--to lies before --from. See: milepost export --help")


def _format_typed(text: str) -> str:
    if text.lower() not in ("json", "ics"):
        raise InvalidValue(f"“{text}” is not a format Milepost writes here. It knows json and ics.")
    return text.lower()


def _only_typed(text: str) -> str:
    if text.lower() not in ("sessions", "milestones"):
        raise InvalidValue(f"“{text}” is neither sessions nor milestones.")
    return text.lower()


def _no_such_verb(arguments: Sequence[str]) -> str:
    first = arguments[0]
    if Path(first).is_file() or first.endswith(".milepost"):
        return "Milepost opens one plan at a time, and options come after a verb. See: milepost --help"
    near = difflib.get_close_matches(first, VERBS, 1)
    hint = f"Did you mean “{near[0]}”?" if near else f"The verbs are {', '.join(VERBS)}."
    return f"“{first}” is neither a plan's file nor a verb. {hint} See: milepost --help"
