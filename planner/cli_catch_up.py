"""`milepost catch-up`: says what a way of catching up would do, and does it as one step of the journal."""

import shutil
import sys
from datetime import date
from typing import TYPE_CHECKING

from planner.cli_files import read_plan
from planner.cli_output import complain, say
from planner.domain.errors import FileError, InvalidValue, NoBackup, PlanLocked, PlanReadOnly

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.domain.catching_up.compress import Hold
    from planner.domain.catching_up.proposal import Move, Proposal
    from planner.domain.plan import Plan
    from planner.domain.schedule import Schedule
    from planner.storage.document import Document

_ABOUT = {
    "shift": "What is left starts today, at the hours you have; your own targets move along.",
    "compress": "What is left starts today, with more hours a week from now on; your targets stay.",
    "buffer": "What is left starts today; your targets stay, and the days to spare take it.",
}
_AHEAD = "What is left starts today, earlier than planned, as more is done than that; your targets stay."


def catch_up(asked: "Namespace") -> None:
    """Do what `milepost catch-up` was asked for."""
    import shlex

    if asked.apply:
        _apply(asked)
        return
    plan, laid_out, _ = read_plan(asked.file)
    proposal, held = _proposal(asked, plan, laid_out)
    say(*_lines(proposal, asked.by, held))
    if proposal.changes:
        words = f"milepost catch-up {shlex.quote(str(asked.file))} --by {asked.by}"
        if asked.milestone is not None:
            words += f" --milestone {shlex.quote(asked.milestone)}"
        if asked.today is not None:
            words += f" --today {asked.today}"
        say("", f"Nothing was changed. To do it: {words} --apply")


def _apply(asked: "Namespace") -> None:
    """One edit in the plan's journal, so that undo in the window takes it back."""
    from planner.domain.catching_up.proposal import take
    from planner.domain.items import BaselineId, new_id
    from planner.storage.document import Document

    try:
        document = Document.open(asked.file)
    except PlanLocked as error:
        hint = "Close it there, or catch up in its window: Plan > Catch up."
        raise FileError(asked.file, f"{error} {hint}") from error
    with document:
        if document.read_only:
            raise PlanReadOnly(document.path, document.read_only_reason)
        proposal, held = _proposal(asked, document.plan, document.schedule)
        lines = _lines(proposal, asked.by, held)
        document.before_large_change = lambda: _back_up(document)
        document.apply(proposal.text, take, proposal, BaselineId(new_id()))
        say(*lines)
    if proposal.changes:
        say("", f"Done: {proposal.text}. Undo in the window takes it back.")


def _back_up(document: "Document") -> None:
    from planner.storage.backups.keeping import make_backup
    from planner.storage.backups.kept import Reason

    try:
        make_backup(document, Reason.BEFORE_CHANGE)
    except NoBackup as error:  # undo keeps what is changed, too
        complain(str(error))


def _proposal(asked: "Namespace", plan: "Plan", laid_out: "Schedule") -> "tuple[Proposal, Hold | None]":
    """The way that was asked for, and what its hours hold; raises `InvalidValue` for more than the most."""
    from planner.domain.catching_up.absorb import absorb
    from planner.domain.catching_up.compress import compress, goals, hours_for
    from planner.domain.catching_up.shift import shift
    from planner.domain.named_milestones import milestone_named

    today = asked.today or max(date.today(), plan.facts.status_date)
    if asked.by == "shift":
        return shift(plan, today, laid_out), None
    if asked.by == "buffer":
        return absorb(plan, today, laid_out), None
    goal, *others = goals(laid_out, today)
    if asked.milestone is not None:
        wanted = milestone_named(plan, asked.milestone)
        found = [each for each in (goal, *others) if each.milestone == wanted]
        if not found:
            title = plan.milestone(wanted).title
            raise InvalidValue(f"“{title}” has no target that is still to be held. Give it one first.")
        goal = found[0]
    hold = hours_for(plan, goal, today, laid_out)
    if hold.hours is None:
        raise InvalidValue(hold.sentence)
    return compress(plan, today, hold.hours, goal, laid_out), hold


def _lines(proposal: "Proposal", way: str, held: "Hold | None") -> list[str]:
    """All that is said of a proposal; `held` is what its hours hold."""
    from planner.domain.catching_up.absorb import buffer_sentences
    from planner.domain.catching_up.compress import all_holds
    from planner.domain.catching_up.ranges import FinishRanges
    from planner.domain.catching_up.words import finish_words, hours_words, moves_words, range_words, remarks
    from planner.domain.pace.pace import pace_of

    if not proposal.changes:
        return _nothing(proposal, held)
    ranges = FinishRanges(proposal.today)
    now, then = (ranges.of(each) for each in (proposal.before, proposal.schedule))
    same = now == then
    facts = [
        ("Finish", finish_words(proposal)),
        ("P10–P90, 8 in 10", f"{range_words(then)}{', as now' if same else f' (now {range_words(now)})'}"),
        ("Hours a week", hours_words(proposal)),
        ("Moves", moves_words(proposal)),
    ]
    ahead = way == "shift" and proposal.ahead
    lines = [f"{proposal.text}: {proposal.before.plan.facts.title}", _AHEAD if ahead else _ABOUT[way], ""]
    lines += [f"{caption:<16}  {words}" for caption, words in facts]
    if held is not None:
        lines += [held.sentence, ranges.holding_words(proposal.schedule, held.goal)]
    lines += buffer_sentences(proposal) if way == "buffer" else ()
    lines += remarks(proposal, targets=way != "buffer")
    lines += [pace_of(proposal.plan, proposal.schedule, proposal.today).sentence]
    if held is not None:
        holds = all_holds(proposal.before.plan, proposal.today, proposal.before)
        lines += ["", "Hours a week that hold:", *(f"  {each.in_short}" for each in holds)]
    return [*lines, *_table(proposal.moves)]


def _nothing(proposal: "Proposal", held: "Hold | None") -> list[str]:
    """That nothing would change; and the way that would, where a date takes more hours."""
    from planner.domain.catching_up.compress import all_holds

    settled = "Everything is settled up to today already"
    if held is not None:
        return [held.sentence, f"{settled}, so nothing would change."]
    holds = all_holds(proposal.before.plan, proposal.today, proposal.before)
    more = [each.sentence for each in holds if each.asks_for_more]
    way = ["With --by compress you can take more hours a week:", *more] if more else []
    return [f"{settled}: there is nothing to catch up on.", *way]


def _table(moves: "tuple[Move, ...]") -> list[str]:
    """What moves, with the days it has and would have; a diamond marks a milestone."""
    from planner.domain.wording import day_text
    from planner.exchange.table_text import aligned

    if not moves:
        return []
    rows: list[tuple[str, ...]] = [("", "Starts now", "then", "Ends now", "then")]
    for each in moves:
        started = each.start_before, each.start_after
        starts = ("", "") if each.is_milestone else tuple(day_text(day) for day in started)
        title = f"◆ {each.title}" if each.is_milestone else f"  {each.title}"
        rows.append((title, *starts, day_text(each.finish_before), day_text(each.finish_after)))
        if each.target_before is not None and each.target_before != each.target_after:
            assert each.target_after is not None
            rows.append(("    its target", "", "", day_text(each.target_before), day_text(each.target_after)))
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    return ["", *aligned(rows, width)]
