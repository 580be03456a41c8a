"""What an edit did to the plan, in words: “Moved Endpoint live to 16 January 2028”. Pure.

One or two things are told by name, with what they were before. What did more is told by what undo calls it.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import cast

from PySide6.QtCore import QCoreApplication

from planner.domain.cascade import count_moved
from planner.domain.changes import Change, Changes, Table
from planner.domain.items import Activity
from planner.domain.schedule import Schedule
from planner.storage.backups.words import RESTORE_OF
from planner.storage.journal import EditKind
from planner.storage.journal_shortening import CHANGES_OF
from planner.ui.consequences import the_one_edited
from planner.ui.fields.text import filled
from planner.ui.revisions.fact_words import Clause, Names, whole_table_clause
from planner.ui.revisions.item_words import keyed_clause

MOST_TOLD = 2
"""Clauses in one sentence."""

_GO_ALONG = (Table.DEPENDENCIES, Table.CHECKLIST, Table.SESSIONS, Table.PLACEMENTS, Table.ATTACHMENTS)
"""What comes and goes with items."""

_SETTLED = (Table.FACTS, Table.ACTIVITIES, Table.BASELINES, Table.WEEKS, Table.PLACEMENTS)
"""What catching up changes; an edit that changes more goes back, or restores."""


def edit_sentence(kind: EditKind, text: str, changes: Changes, name_of: Names) -> str:
    """A row of the history: what was done, taken back or done again.

    `text` is what undo calls the edit, `changes` are those of the row itself, and `name_of` gives the title
    that goes with an id.
    """
    return " ".join(_sentence(kind, text, changes, name_of).splitlines())


def change_words(changes: Changes, text: str, name_of: Names) -> str:
    """What changes did, like “renamed Ethics to Ethics of AI; linked it to Capstone”; else the `text`."""
    clauses = _telling([(each, _clause(each, name_of)) for each in changes])
    told = [_together(same) for same in _grouped(clauses)]
    if not told or len(told) > MOST_TOLD:
        return text
    return "; ".join(told)


def followed_words(before: Schedule, after: Schedule) -> str:
    """How many items' dates followed an edit, like “5 items followed”; empty for none."""
    count, _ = count_moved(before, after, the_one_edited(before.plan, after.plan))
    if not count:
        return ""
    return _tr("1 item followed") if count == 1 else filled(_tr("%1 items followed"), f"{count:,}")


def go_back_text(revision: int, moment: str) -> str:
    """What undo shows of going back to a revision; `moment` says when it was; empty if nobody knows."""
    if revision == 0:
        return _tr("Go back to the plan as it was made")
    return filled(_tr("Go back to %1"), moment) if moment else _tr("Go back to an earlier step")


def _sentence(kind: EditKind, text: str, changes: Changes, name_of: Names) -> str:
    if text.startswith(CHANGES_OF):
        did = change_words(changes, "", name_of)
        return f"{text}: {did}" if did else text
    if kind is EditKind.UNDO:
        did = _did(tuple(_turned(each) for each in reversed(changes)), text, name_of)
        return filled(_tr("Took back: %1"), did)
    did = _did(changes, text, name_of)
    return filled(_tr("Did again: %1"), did) if kind is EditKind.REDO else did[:1].upper() + did[1:]


def _did(changes: Changes, text: str, name_of: Names) -> str:
    """What was done; where the plan went back, or was restored, that comes before what it changed."""
    returned = _return_words(text)
    if not returned:
        return change_words(changes, text, name_of)
    more = change_words(changes, "", name_of)
    return f"{returned}: {more}" if more else returned


def _return_words(text: str) -> str:
    """What undo calls a going back or a restore, as something done; empty for any other edit."""
    begin, _, _ = _tr("Go back to %1").partition("%1")
    for way, done in ((begin, _tr("went back to %1")), (RESTORE_OF, _tr("restored the backup of %1"))):
        if text.startswith(way):
            return filled(done, text.removeprefix(way))
    return ""


def _clause(change: Change, name_of: Names) -> Clause:
    if change.key:
        return keyed_clause(change, name_of)
    return whole_table_clause(change)


def _telling(found: Sequence[tuple[Change, Clause]]) -> list[Clause]:
    """The clauses that say what was done, without what always goes along with it."""
    settles = [clause for _, clause in found if clause.settles]
    if settles and all(each.table in _SETTLED for each, _ in found):
        return settles
    if any(_came_or_went(each) for each, _ in found):
        found = [(each, clause) for each, clause in found if each.table not in _GO_ALONG and each.key]
    elif any(each.table is not Table.ATTACHMENTS for each, _ in found):
        found = [(each, clause) for each, clause in found if each.table is not Table.ATTACHMENTS]
    telling = [clause for _, clause in found if not clause.by_the_way]
    return telling or [clause for _, clause in found]


def _came_or_went(change: Change) -> bool:
    """Whether an item or a group is new, gone, or in the archive or out of it."""
    if change.table not in (Table.PHASES, Table.ACTIVITIES, Table.MILESTONES):
        return False
    before, after = change.before, change.after
    if isinstance(before, Activity) and isinstance(after, Activity):
        return before.archived_on != after.archived_on
    return before is None or after is None


def _grouped(clauses: Iterable[Clause]) -> list[list[Clause]]:
    """Clauses of the same form together, in the order of the first of each."""
    forms: dict[str, list[Clause]] = {}
    for each in clauses:
        forms.setdefault(each.form, []).append(each)
    return list(forms.values())


def _together(same: Sequence[Clause]) -> str:
    first, titles = same[0], {each.title for each in same}
    if len(same) == 1:
        return first.words
    if len(titles) == 1:
        return filled(first.form, first.title)
    more = filled(_tr("%1 and %2 more"), first.title, f"{len(titles) - 1:,}")
    return filled(first.form, more)


def _turned(change: Change) -> Change:
    return Change(table=change.table, key=change.key, before=change.after, after=change.before)


def learn_names(changes: Changes, names: dict[str, str]) -> None:
    """Take the titles of what changes tell of into `names`, for ids it has none for."""
    for each in changes:
        title = cast("str | None", getattr(each.before or each.after, "title", None))
        if each.key and title is not None:
            names.setdefault(each.key, title)


def namer(names: dict[str, str]) -> Callable[[str], str]:
    """Titles by ids; what has none is said to be gone."""
    return lambda key: names.get(key) or _tr("an item that is gone")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Revisions", text)
