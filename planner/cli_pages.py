"""The options of verbs that print: how the pages are set up, and which weeks they show."""

import argparse
from datetime import date, timedelta

from planner.cli_parser import Parser, typed
from planner.domain.calendar import week_of
from planner.domain.errors import InvalidValue
from planner.domain.plan import Plan
from planner.domain.typed_dates import read_day
from planner.domain.typed_weeks import read_week
from planner.domain.wording import day_text
from planner.exchange.typed_values import days_typed, paper_typed, weeks_typed


def add_page_options(verb: Parser, *, days: bool) -> None:
    """Give a verb the options of a page setup; `days` where its pages are of a week."""
    verb.add_argument(
        "--paper", metavar="A4|Letter", type=typed(paper_typed), help="the paper (default: the plan's)"
    )
    verb.add_argument("--landscape", action="store_true", help="the pages on their long side")
    if days:
        verb.add_argument(
            "--days",
            metavar="5|6|7",
            type=typed(days_typed),
            help="how many days side by side; days off are left out first (default: 7)",
        )
    amount = verb.add_mutually_exclusive_group()
    brief = "titles and minutes alone, with more room" if days else "titles alone, on fewer pages"
    amount.add_argument("--summary", action="store_true", help=brief)
    amount.add_argument("--detail", action="store_true", help="all there is to know (the default)")
    verb.add_argument("--greyscale", action="store_true", help="no colours")


def add_week_options(verb: Parser) -> None:
    """Give a verb the options that say which weeks are meant; `asked_weeks` reads them."""
    first = verb.add_mutually_exclusive_group()
    first.add_argument(
        "--date",
        metavar="DATE",
        help="a day of the week to print, like 2027-04-05 or next Monday (default: today)",
    )
    first.add_argument("--next", action="store_true", help="the week after this one")
    first.add_argument(
        "--from",
        dest="from_week",
        metavar="WEEK",
        help="the first week: its number in the plan, or a day in it, like 14 or 2027-04-05",
    )
    length = verb.add_mutually_exclusive_group()
    length.add_argument("--to", dest="to_week", metavar="WEEK", help="the last week, written like --from")
    length.add_argument(
        "--weeks", metavar="N", type=typed(weeks_typed), default=1, help="how many weeks (default: 1)"
    )


def asked_weeks(asked: argparse.Namespace, plan: Plan, today: date) -> tuple[date, int]:
    """The first day of the first week that is asked for, and how many weeks.

    Raises `InvalidValue` for weeks that cannot be read or do not follow each other.
    """
    first = week_of(today, plan.facts.week_start)
    if asked.date is not None:
        first = week_of(_day(plan, "--date", asked.date, today), plan.facts.week_start)
    elif asked.next:
        first += timedelta(days=7)
    elif asked.from_week is not None:
        first = _week(plan, "--from", asked.from_week, today)
    if asked.to_week is None:
        return first, asked.weeks
    last = _week(plan, "--to", asked.to_week, today)
    if last < first:
        way_out = "" if asked.from_week is not None else " Say the first one with --from."
        weeks = f"--to is the week of {day_text(last)}, before the first week, that of {day_text(first)}."
        raise InvalidValue(f"{weeks}{way_out}")
    return first, weeks_typed(str((last - first).days // 7 + 1))


def page_option(asked: argparse.Namespace) -> str:
    """The first option that was given which is about pages alone, like “--landscape”; empty for none."""
    given = ("paper", "landscape", "days", "summary", "detail", "greyscale")
    return next((f"--{name}" for name in given if getattr(asked, name)), "")


def _day(plan: Plan, option: str, text: str, today: date) -> date:
    try:
        return read_day(text, today=today, week_start=plan.facts.week_start)
    except InvalidValue as error:
        raise InvalidValue(f"{option}: {error}") from None


def _week(plan: Plan, option: str, text: str, today: date) -> date:
    try:
        return read_week(plan, text, today=today)
    except InvalidValue as error:
        raise InvalidValue(f"{option}: {error}") from None
