"""Moving and resizing by the keyboard, through the same edits as the mouse; each says why it could not."""

from datetime import timedelta

from planner.domain.items import Activity, Milestone
from planner.ui.editor import Editor
from planner.ui.timeline.axis import Unit, stepped
from planner.ui.timeline.moves import (
    earliest_start,
    move_bar,
    move_diamond,
    move_refusal,
    resize_bar,
    resize_refusal,
    shown_day,
)
from planner.ui.timeline.words import translate


def nudge(editor: Editor, item: Activity | Milestone, unit: Unit, count: int) -> str:
    """Move an item by so many units; returns why it cannot be, or nothing."""
    refusal = move_refusal(item)
    if refusal:
        return refusal.format(title=item.title)
    current = editor.schedule
    day = stepped(shown_day(current, item), unit, count)
    if isinstance(item, Milestone):
        move = move_diamond(item, day, current.lands(item.id))
        editor.apply(move.text, move.verb)
        return ""
    if count < 0:
        # A day without study hours starts nothing, so the step goes on to the one before it.
        day = current.axis.finish_day(current.axis.end(day))
    earliest = earliest_start(editor.plan, current, item.id)
    if count < 0 and item.not_before is None:
        return translate("“{title}” starts as early as what it waits for allows.").format(title=item.title)
    move = move_bar(item, day, earliest)
    editor.apply(move.text, move.verb)
    return ""


def resize(editor: Editor, item: Activity | Milestone, unit: Unit, count: int) -> str:
    """Let an activity end so many units later; returns why it cannot be, or nothing."""
    if isinstance(item, Milestone):
        return translate("A milestone has no length: move it instead.")
    refusal = resize_refusal(item)
    if refusal:
        return refusal.format(title=item.title)
    current = editor.schedule
    day = stepped(current.finish_day(item.id), unit, count)
    # The step goes on over days without study hours, which no effort ends on.
    hours_until = current.axis.end(day)
    day = current.axis.finish_day(hours_until)
    if count > 0 and day <= current.finish_day(item.id):
        day = current.axis.start_day(hours_until)
    move = resize_bar(current, item, max(day, current.start_day(item.id) - timedelta(days=1)))
    editor.apply(move.text, move.verb)
    return ""
