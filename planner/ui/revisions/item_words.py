"""What changed in an item, a link, a session or a note, in words. Pure."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from planner.domain.attachments import Attachment
from planner.domain.changes import Change, Fact
from planner.domain.checklist_facts import ChecklistItem
from planner.domain.items import Activity, Baseline, Dependency, Milestone, Phase, Session
from planner.domain.week_facts import Placement, WeekNotes
from planner.domain.wording import day_text, effort_text, long_day_text, minutes_text
from planner.ui.consequences import short_day
from planner.ui.fields.text import filled
from planner.ui.revisions.fact_words import Clause, Names


def keyed_clause(change: Change, name_of: Names) -> Clause:
    """What happened to one fact of a plan's tables."""
    before, after = change.before, change.after
    fact = after if after is not None else before
    if isinstance(fact, Phase | Activity | Milestone | ChecklistItem):
        return _titled(before, after, name_of)
    if isinstance(fact, Dependency):
        return _link(before, fact, name_of, gone=after is None)
    if isinstance(fact, Session):
        return _session(before, fact, name_of, gone=after is None)
    if isinstance(fact, Placement):
        return _placement(before, fact, name_of, gone=after is None)
    if isinstance(fact, WeekNotes):
        return _week(before, after, fact)
    if isinstance(fact, Attachment):
        return _form(_tr("removed the file %1") if after is None else _tr("added the file %1"), fact.name)
    assert isinstance(fact, Baseline)
    form = _tr("removed the baseline %1") if after is None else _tr("took a baseline: %1")
    return _form(form, fact.reason)


def _titled(before: Fact | None, after: Fact | None, name_of: Names) -> Clause:
    if before is None or after is None:
        fact = before or after
        assert isinstance(fact, Phase | Activity | Milestone | ChecklistItem)
        return _form(_tr("deleted %1") if after is None else _tr("added %1"), fact.title)
    if isinstance(before, Phase) and isinstance(after, Phase):
        return _phase(before, after, name_of)
    if isinstance(before, Activity) and isinstance(after, Activity):
        return _activity(before, after, name_of)
    if isinstance(before, Milestone) and isinstance(after, Milestone):
        return _milestone(before, after, name_of)
    assert isinstance(before, ChecklistItem)
    assert isinstance(after, ChecklistItem)
    return _item(before, after)


def _phase(before: Phase, after: Phase, name_of: Names) -> Clause:
    title = after.title
    if before.title != title:
        return _renamed(before.title, title)
    if before.parent != after.parent:
        return _into(title, after.parent, name_of)
    if before.position != after.position:
        return _form(_tr("moved %1 in the outline"), title, by_the_way=True)
    return _form(_tr("changed %1"), title)


def _activity(before: Activity, after: Activity, name_of: Names) -> Clause:
    title = after.title
    if before.title != title:
        return _renamed(before.title, title)
    if before.archived_on != after.archived_on:
        return _form(_tr("brought %1 back") if after.archived_on is None else _tr("archived %1"), title)
    if before.phase != after.phase:
        return _into(title, after.phase, name_of)
    if before.finished_on != after.finished_on:
        return _day_set(_tr("finished %1"), _tr("reopened %1"), title, after.finished_on)
    if before.started_on != after.started_on:
        return _day_set(_tr("started %1"), _tr("set %1 to not started"), title, after.started_on)
    if before.not_before != after.not_before:
        return _moved(title, before.not_before, after.not_before)
    if before.effort.likely != after.effort.likely:
        hours = effort_text(before.effort.likely), effort_text(after.effort.likely)
        words = filled(_tr("changed the hours of %1 from %2 to %3"), title, *hours)
        return Clause(words, _tr("changed the hours of %1"), title)
    if before.effort != after.effort:
        return _form(_tr("changed the range of hours of %1"), title)
    if before.remaining_hours != after.remaining_hours and after.remaining_hours is not None:
        words = filled(_tr("set what is left of %1 to %2"), title, effort_text(after.remaining_hours))
        return Clause(words, _tr("set what is left of %1"), title)
    if before.pauses != after.pauses:
        more = len(after.pauses) > len(before.pauses)
        return _form(_tr("put a pause into %1") if more else _tr("changed the pauses of %1"), title)
    if before.share != after.share:
        shares = f"{before.share:.0%}".replace("%", " %"), f"{after.share:.0%}".replace("%", " %")
        words = filled(_tr("changed the share of %1 from %2 to %3"), title, *shares)
        return Clause(words, _tr("changed the share of %1"), title)
    if before.steps != after.steps:
        return _steps(before, after)
    if before.link != after.link:
        return _form(_tr("changed the web link of %1"), title)
    return _rest(title, noted=before.note != after.note, placed=before.position != after.position)


def _steps(before: Activity, after: Activity) -> Clause:
    was, now = ({each.id: each.done for each in activity.steps} for activity in (before, after))
    if was.keys() == now.keys() and sum(was.values()) != sum(now.values()):
        more = sum(now.values()) > sum(was.values())
        return _form(_tr("ticked a step of %1") if more else _tr("unticked a step of %1"), after.title)
    return _form(_tr("changed the steps of %1"), after.title)


def _milestone(before: Milestone, after: Milestone, name_of: Names) -> Clause:
    title = after.title
    if before.title != title:
        return _renamed(before.title, title)
    if before.phase != after.phase:
        return _into(title, after.phase, name_of)
    if before.reached_on != after.reached_on:
        return _day_set(_tr("reached %1"), _tr("set %1 to not reached"), title, after.reached_on)
    if before.target != after.target:
        return _moved(title, before.target, after.target)
    if before.fixed != after.fixed:
        return _form(_tr("fixed the date of %1") if after.fixed else _tr("freed the date of %1"), title)
    if before.holds != after.holds:
        return _form(_tr("let %1 hold what follows") if after.holds else _tr("let %1 hold nothing"), title)
    return _rest(title, noted=before.note != after.note, placed=before.position != after.position)


def _item(before: ChecklistItem, after: ChecklistItem) -> Clause:
    title = after.title
    if before.title != title:
        return _renamed(before.title, title)
    if before.done != after.done:
        return _form(_tr("ticked %1") if after.done else _tr("unticked %1"), title)
    if before.evidence != after.evidence:
        more = len(after.evidence) > len(before.evidence)
        return _form(_tr("added evidence to %1") if more else _tr("changed the evidence of %1"), title)
    return _rest(title, noted=before.note != after.note, placed=before.position != after.position)


def _rest(title: str, *, noted: bool, placed: bool) -> Clause:
    if noted:
        return _form(_tr("changed the note of %1"), title)
    if placed:
        return _form(_tr("moved %1 in the outline"), title, by_the_way=True)
    return _form(_tr("changed the details of %1"), title)


def _link(before: Fact | None, link: Dependency, name_of: Names, *, gone: bool) -> Clause:
    ends = name_of(link.before), name_of(link.after)
    if gone:
        form, general = _tr("removed the link from %1 to %2"), _tr("removed links: %1")
    elif before is None:
        form, general = _tr("linked %1 to %2"), _tr("linked %1")
    else:
        form, general = _tr("changed the link from %1 to %2"), _tr("changed links: %1")
    return Clause(filled(form, *ends), general, ends[0])


def _session(before: Fact | None, session: Session, name_of: Names, *, gone: bool) -> Clause:
    title, minutes = name_of(session.activity), minutes_text(session.minutes)
    day = day_text(session.day)
    if gone:
        words = filled(_tr("deleted %1 of %2 on %3"), minutes, title, day)
        return Clause(words, _tr("deleted logged time of %1"), title)
    if isinstance(before, Session):
        if before.minutes != session.minutes:
            parts = title, day, minutes_text(before.minutes), minutes
            words = filled(_tr("changed the time of %1 on %2 from %3 to %4"), *parts)
        else:
            words = filled(_tr("changed what is logged of %1 on %2"), title, day)
        return Clause(words, _tr("changed logged time of %1"), title)
    words = filled(_tr("logged %1 of %2 on %3"), minutes, title, day)
    return Clause(words, _tr("logged time of %1"), title)


def _placement(before: Fact | None, placed: Placement, name_of: Names, *, gone: bool) -> Clause:
    title = name_of(placed.activity)
    if gone:
        return _form(_tr("put a session of %1 back"), title)
    if isinstance(before, Placement) and before.day == placed.day:
        return _form(_tr("changed a session of %1"), title)
    words = filled(_tr("moved a session of %1 to %2"), title, day_text(placed.day))
    return Clause(words, _tr("moved sessions of %1"), title)


def _week(before: Fact | None, after: Fact | None, week: WeekNotes) -> Clause:
    was = before if isinstance(before, WeekNotes) else WeekNotes(first_day=week.first_day)
    now = after if isinstance(after, WeekNotes) else WeekNotes(first_day=week.first_day)
    day = day_text(week.first_day)
    words = [[each.done, each.moved, each.why, each.next_step, each.reviewed_on] for each in (was, now)]
    if words[0] != words[1]:
        return _form(_tr("looked back on the week of %1"), day)
    if was.goals != now.goals:
        return _form(_tr("changed the goals of the week of %1"), day)
    return _form(_tr("kept what the week of %1 asked for"), day, by_the_way=True)


def _moved(title: str, before: date | None, after: date | None) -> Clause:
    form = _tr("moved %1")
    if after is None:
        return Clause(filled(_tr("let %1 go from its date"), title), _tr("let %1 go"), title)
    if before is None:
        return Clause(filled(_tr("moved %1 to %2"), title, long_day_text(after)), form, title)
    days = short_day(before, after), day_text(after)
    return Clause(filled(_tr("moved %1 from %2 to %3"), title, *days), form, title)


def _day_set(form: str, unset: str, title: str, day: date | None) -> Clause:
    if day is None:
        return _form(unset, title)
    return Clause(filled(_tr("%1 on %2"), filled(form, title), day_text(day)), form, title)


def _renamed(before: str, after: str) -> Clause:
    return Clause(filled(_tr("renamed %1 to %2"), before, after), _tr("renamed %1"), before)


def _into(title: str, group: str | None, name_of: Names) -> Clause:
    if group is None:
        return Clause(filled(_tr("moved %1 to the top of the outline"), title), _tr("moved %1"), title)
    return Clause(filled(_tr("moved %1 into %2"), title, name_of(group)), _tr("moved %1"), title)


def _form(form: str, title: str, *, by_the_way: bool = False) -> Clause:
    return Clause(filled(form, title), form, title, by_the_way=by_the_way)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Revisions", text)
