"""Find an item by its words; pure."""

from planner.domain.items import Activity, Milestone
from planner.domain.plan import Plan


def next_match(plan: Plan, words: str, after: str | None) -> str | None:
    """The id of the next phase, activity or milestone whose words hold all that were typed; wraps around.

    An activity is found by its provider, tools and steps too, a milestone by its checklist.
    """
    wanted = words.casefold().split()
    rows = [
        (item_id, text)
        for phase in plan.ordered_phases
        for item_id, text in (
            (str(phase.id), phase.title),
            *((str(row.id), _words_of(plan, row)) for row in plan.rows_of_phase[phase.id]),
        )
    ]
    ids = [item_id for item_id, _ in rows]
    begin = ids.index(after) + 1 if after in ids else 0
    for item_id, text in rows[begin:] + rows[:begin]:
        if wanted and all(word in text.casefold() for word in wanted):
            return item_id
    return None


def _words_of(plan: Plan, row: Activity | Milestone) -> str:
    if isinstance(row, Activity):
        return " ".join([row.title, row.provider, *row.tools, *(step.title for step in row.steps)])
    return " ".join([row.title, *(item.title for item in plan.items_of_milestone[row.id])])
