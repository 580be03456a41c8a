"""Dependencies in plain words: what waits for what, and which circle one would close. No Qt widgets."""

from collections.abc import Sequence

from planner.domain.graph import chain_that_would_close
from planner.domain.items import DependencyKind, MilestoneId, NodeId
from planner.domain.plan import Plan
from planner.domain.wording import isolated
from planner.ui.timeline.words import translate

NAMED_IN_A_CIRCLE = 5
"""So many items of a circle are named; of a longer one the first and the last."""

_KINDS = {
    (False, True): DependencyKind.FINISH_START,
    (True, True): DependencyKind.START_START,
    (False, False): DependencyKind.FINISH_FINISH,
    (True, False): DependencyKind.START_FINISH,
}


def kind_of_ends(*, from_start: bool, to_start: bool) -> DependencyKind:
    """The kind of a dependency by the ends it joins."""
    return _KINDS[from_start, to_start]


def link_sentence(plan: Plan, before: NodeId, after: NodeId, kind: DependencyKind) -> str:
    """Like “FS: “B” starts after “A” finishes”; of a diamond that it is reached."""
    leaves = translate("“{title}” starts") if kind in _FROM_START else translate("“{title}” finishes")
    if MilestoneId(before) in plan.milestones:
        leaves = translate("“{title}” is reached")
    enters = translate("“{title}” starts") if kind in _INTO_START else translate("“{title}” finishes")
    if MilestoneId(after) in plan.milestones:
        enters = translate("“{title}” is reached")
    return translate("{kind}: {then} after {first}").format(
        kind=kind.value,
        then=enters.format(title=isolated(plan.node(after).title)),
        first=leaves.format(title=isolated(plan.node(before).title)),
    )


def waits_already(plan: Plan, before: NodeId, after: NodeId) -> str:
    """Like “it waits for that already, by way of “B””; empty where no others lead from one to the other."""
    chain = chain_that_would_close(plan, after, before)
    between = [] if chain is None else list(chain[2:-1])
    if not between:
        return ""
    if len(between) > 1:
        return translate("it waits for that already, by way of others")
    form = translate("it waits for that already, by way of “{title}”")
    return form.format(title=isolated(plan.node(between[0]).title))


def kind_text(kind: DependencyKind) -> str:
    """A kind in words, for choosing it: what the one that waits does, and when."""
    return {
        DependencyKind.FINISH_START: translate("starts after the first finishes (FS)"),
        DependencyKind.START_START: translate("starts after the first starts (SS)"),
        DependencyKind.FINISH_FINISH: translate("finishes after the first finishes (FF)"),
        DependencyKind.START_FINISH: translate("finishes after the first starts (SF)"),
    }[kind]


def lag_text(days: int) -> str:
    """Like “, 3 days later”, to follow a link's sentence; empty without a lag."""
    if not days:
        return ""
    if abs(days) == 1:
        return translate(", 1 day later") if days > 0 else translate(", up to 1 day earlier")
    form = translate(", {days} days later") if days > 0 else translate(", up to {days} days earlier")
    return form.format(days=abs(days))


def circle_sentence(titles: Sequence[str]) -> str:
    """The items of a circle in order, like “A → B → A”; a long one with its middle counted."""
    hidden = len(titles) - NAMED_IN_A_CIRCLE
    shown = list(titles)
    if hidden > 0:
        more = translate("… {count} more …").format(count=hidden)
        shown = [*titles[:2], more, *titles[-2:]]
    return " → ".join(shown)


_FROM_START = (DependencyKind.START_START, DependencyKind.START_FINISH)
_INTO_START = (DependencyKind.FINISH_START, DependencyKind.START_START)
