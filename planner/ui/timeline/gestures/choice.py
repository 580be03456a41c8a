"""Which gesture a drag begins, by what was pressed."""

from collections.abc import Sequence

from planner.domain.errors import PlanError
from planner.domain.items import Activity, Milestone, Phase
from planner.ui.timeline.gestures.base import Gesture, Refused, Stage
from planner.ui.timeline.gestures.group import MoveGroup
from planner.ui.timeline.gestures.items import MoveBar, MoveDiamond, MoveStart, ResizeBar, StretchTail
from planner.ui.timeline.gestures.linking import DrawLink
from planner.ui.timeline.hitting import Part
from planner.ui.timeline.moves import move_refusal, resize_refusal
from planner.ui.timeline.words import translate

HOURS_PARTS = (Part.RIGHT_EDGE, Part.TAIL)
DOTS = (Part.START_DOT, Part.END_DOT)


def drag_of(stage: Stage, item: Activity | Milestone | Phase, part: Part, ids: Sequence[str] = ()) -> Gesture:
    """The gesture that a drag of a part of an item begins; `ids` are the selected rows, if it is of them."""
    refusal = drag_refusal(stage, item, part, ids)
    if refusal:
        return Refused(stage, refusal)
    if isinstance(item, Phase) or (part is Part.BODY and len(ids) > 1):
        return _group_drag(stage, item, ids or [item.id])
    if part in DOTS:
        return DrawLink(stage, item.id, from_start=part is Part.START_DOT)
    if isinstance(item, Milestone):
        return MoveDiamond(stage, item)
    return {Part.RIGHT_EDGE: ResizeBar, Part.LEFT_EDGE: MoveStart, Part.TAIL: StretchTail}.get(part, MoveBar)(
        stage, item
    )


def drag_refusal(
    stage: Stage, item: Activity | Milestone | Phase, part: Part, ids: Sequence[str] = ()
) -> str:
    """Why a part of an item cannot be dragged, as a sentence; empty where it can."""
    if stage.editor.read_only:
        return translate("This plan is open for reading only, so “{title}” stays.").format(title=item.title)
    if part in DOTS or isinstance(item, Phase):
        return ""
    if part is Part.BODY and len(ids) > 1 and not move_refusal(item):
        return ""
    refusal = resize_refusal(item) if part in HOURS_PARTS else move_refusal(item)
    return refusal.format(title=item.title)


def _group_drag(stage: Stage, held: Activity | Milestone | Phase, ids: Sequence[str]) -> Gesture:
    try:
        return MoveGroup(stage, held, ids)
    except PlanError as error:
        return Refused(stage, str(error))
