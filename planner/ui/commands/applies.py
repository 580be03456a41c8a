"""Which actions apply now, and in a sentence why one does not. No Qt but its translations."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QCoreApplication

from planner.domain.items import Activity, Milestone, Phase
from planner.domain.outline_order import parent_of
from planner.domain.row_steps import next_place
from planner.ui.commands.chosen import Chosen
from planner.ui.date_moves import dates_of
from planner.ui.entries.entry import Entry
from planner.ui.entries.seeing import seeing_actions, zoom_actions
from planner.ui.entries.view_menu import VIEW
from planner.ui.timeline.moves import move_refusal, resize_refusal


@dataclass(frozen=True)
class Moment:
    """What decides whether actions apply: the selection, the page shown, and what undo and redo would do.

    `timed` says that there is a timer, `moved` that sessions of the week shown were moved.
    """

    chosen: Chosen
    page: str
    undo_text: str = ""
    redo_text: str = ""
    read_only: bool = False
    in_plan_order: bool = True
    timed: bool = False
    moved: bool = False


Rule = Callable[[Moment], str]


def why_not(entry: Entry, moment: Moment) -> str:
    """Why an action does not apply, as one sentence; empty when it does."""
    if entry.edits and moment.read_only:
        return _tr("This plan is open for reading only.")
    rule = _RULES.get(entry.id)
    return "" if rule is None else rule(moment)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Applies", text)


def _on_timeline(moment: Moment) -> str:
    return "" if moment.page == "timeline" else _tr("Show the timeline first.")


def _undo(moment: Moment) -> str:
    return "" if moment.undo_text else _tr("There is nothing to undo.")


def _redo(moment: Moment) -> str:
    return "" if moment.redo_text else _tr("There is nothing to redo.")


def _any_row(moment: Moment) -> str:
    return "" if moment.chosen.rows else _tr("Select something on the timeline first.")


def _one_row(moment: Moment) -> str:
    if len(moment.chosen.rows) > 1:
        return _tr("Select one row alone first.")
    return _any_row(moment)


def _not_several(moment: Moment) -> str:
    """With nothing selected it is asked of the plan's finish."""
    return _one_row(moment) if moment.chosen.rows else ""


def _any_item(moment: Moment) -> str:
    return "" if moment.chosen.items else _tr("Select an activity or a milestone first.")


def _any_group(moment: Moment) -> str:
    return "" if moment.chosen.plan.phases else _tr("Add a group first: everything lies in one.")


def _delete(moment: Moment) -> str:
    plan = moment.chosen.plan
    if plan.facts.finish is None:
        return _any_row(moment)
    finish = plan.node(plan.facts.finish)
    holding = {finish.id, *(each.id for each in plan.groups_around(finish.phase))}
    if any(each.id in holding for each in moment.chosen.rows):
        return _tr("“{title}” is where the whole path leads, so it stays.").format(title=finish.title)
    return _any_row(moment)


def _movable(moment: Moment) -> str:
    return _any_row(moment) or ("" if moment.chosen.groups else _first_refusal(moment, move_refusal))


def _startable(moment: Moment) -> str:
    if moment.chosen.milestones and not moment.chosen.activities:
        return _tr("A milestone has no length: move it instead.")
    return _any_activity(moment) or _first_refusal(moment, move_refusal)


def _resizable(moment: Moment) -> str:
    if moment.chosen.milestones and not moment.chosen.activities:
        return _tr("A milestone has no length: move it instead.")
    return _any_activity(moment) or _first_refusal(moment, resize_refusal)


def _first_refusal(moment: Moment, refusal: Callable[[Activity | Milestone], str]) -> str:
    """Why none of the selected items can be changed so; empty when one can."""
    first = ""
    for item in moment.chosen.items:
        sentence = refusal(item)
        if not sentence:
            return ""
        first = first or sentence.format(title=item.title)
    return first


def _any_activity(moment: Moment) -> str:
    return "" if moment.chosen.activities else _tr("Select an activity first.")


def _one_unfinished(moment: Moment) -> str:
    only = moment.chosen.only
    if not isinstance(only, Activity):
        return _tr("Select one activity first.")
    return _tr("It is finished already.") if only.finished_on is not None else ""


def _close_gap(moment: Moment) -> str:
    only = moment.chosen.only
    paused = isinstance(only, Activity) and only.pauses
    return _one_unfinished(moment) or ("" if paused else _tr("It has no pause."))


def _archived(moment: Moment) -> str:
    return "" if moment.chosen.plan.archived else _tr("Nothing is archived.")


def _start(moment: Moment) -> str:
    fits = any(each.started_on is None and each.finished_on is None for each in moment.chosen.activities)
    return _any_activity(moment) or ("" if fits else _tr("It has started already."))


def _finish(moment: Moment) -> str:
    if moment.chosen.milestones and not moment.chosen.activities:
        return _tr("A milestone is reached once its checklist is done.")
    fits = any(each.finished_on is None for each in moment.chosen.activities)
    return _any_activity(moment) or ("" if fits else _tr("It is finished already."))


def _reopen(moment: Moment) -> str:
    fits = any(each.finished_on is not None for each in moment.chosen.activities)
    return _any_activity(moment) or ("" if fits else _tr("It is not finished."))


def _let_go(moment: Moment) -> str:
    chosen = moment.chosen
    fits = any(each.not_before is not None for each in chosen.activities) or any(
        each.target is not None and not each.fixed for each in chosen.milestones
    )
    return _any_item(moment) or ("" if fits else _tr("It has no date of its own."))


def _fix(moment: Moment) -> str:
    fits = any(not each.fixed for each in moment.chosen.milestones)
    return _any_milestone(moment) or ("" if fits else _tr("Its date is fixed already."))


def _free(moment: Moment) -> str:
    fits = any(each.fixed for each in moment.chosen.milestones)
    return _any_milestone(moment) or ("" if fits else _tr("Its date is movable already."))


def _any_milestone(moment: Moment) -> str:
    return "" if moment.chosen.milestones else _tr("Select a milestone first.")


def _set_date(moment: Moment) -> str:
    rows = moment.chosen.rows
    if rows and not dates_of(rows):
        sentence = _tr("“{title}” is done, so its dates stay.")
        return sentence.format(title=rows[0].title)
    return _any_row(moment)


def _indent(moment: Moment) -> str:
    plan = moment.chosen.plan
    chosen = {each.id for each in moment.chosen.rows}
    for parent in {parent_of(each) for each in moment.chosen.rows}:
        for above, row in pairwise(plan.children_of[parent]):
            if row.id in chosen and isinstance(above, Phase):
                return ""
    return _any_row(moment) or _tr("There is no group right above it to move it into.")


def _outdent(moment: Moment) -> str:
    for row in moment.chosen.rows:
        parent = parent_of(row)
        if parent is not None and (isinstance(row, Phase) or moment.chosen.plan.phases[parent].parent):
            return ""
    return _any_row(moment) or _tr("It is as far out as it can be.")


def _step_up(moment: Moment) -> str:
    return _step(moment, -1, _tr("It is the first row already."))


def _step_down(moment: Moment) -> str:
    return _step(moment, 1, _tr("It is the last row already."))


def _step(moment: Moment, step: int, at_the_edge: str) -> str:
    rows = moment.chosen.rows
    if not moment.in_plan_order:
        return _tr("The rows are sorted by a column. Sort in the plan's own order to move them.")
    if len({parent_of(each) for each in rows}) > 1:
        return _tr("Select rows of one group.")
    return _any_row(moment) or ("" if next_place(moment.chosen.plan, rows, step) else at_the_edge)


def _linkable(moment: Moment) -> str:
    items = len(moment.chosen.plan.active) + len(moment.chosen.plan.milestones)
    return _any_item(moment) or ("" if items > 1 else _tr("A link joins two items: add another first."))


def _timed(moment: Moment) -> str:
    return "" if moment.timed else _tr("No timer runs.")


def _moved(moment: Moment) -> str:
    return "" if moment.moved else _tr("No session of this week was moved.")


_RULES: Mapping[str, Rule] = {
    "undo": _undo,
    "redo": _redo,
    "rename": _one_row,
    "duplicate": _any_row,
    "delete": _delete,
    "archived": _archived,
    "move-up": _step_up,
    "move-down": _step_down,
    "indent": _indent,
    "outdent": _outdent,
    "zoom-in": _on_timeline,
    "zoom-out": _on_timeline,
    "fit": _on_timeline,
    **dict.fromkeys((each.id for each in seeing_actions(VIEW) if not each.edits), _on_timeline),
    **dict.fromkeys((each.id for each in zoom_actions(VIEW)), _on_timeline),
    "add-activity": _any_group,
    "add-milestone": _any_group,
    "add-fixed-date": _any_group,
    "set-date": _set_date,
    "let-go": _let_go,
    "fix-date": _fix,
    "free-date": _free,
    "split": _one_unfinished,
    "close-gap": _close_gap,
    "start": _start,
    "finish": _finish,
    "reopen": _reopen,
    "time-item": _one_unfinished,
    "why": _not_several,
    "timer-stop": _timed,
    "timer-discard": _timed,
    "put-week-back": _moved,
    "nudge-earlier": _movable,
    "nudge-later": _movable,
    "shorten": _resizable,
    "lengthen": _resizable,
    "start-earlier": _startable,
    "start-later": _startable,
    "high-less": _resizable,
    "high-more": _resizable,
    "link": _linkable,
}
