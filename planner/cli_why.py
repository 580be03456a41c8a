"""`milepost why`: why a date is what it is, as a chain of reasons back to where it begins."""

import sys
from itertools import islice
from typing import TYPE_CHECKING

from planner.cli_files import read_plan
from planner.cli_output import say

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from planner.domain.explaining.chain import Step
    from planner.domain.explaining.reasons import Reason
    from planner.domain.plan import Plan
    from planner.domain.schedule import Schedule


def tell_why(asked: "Namespace") -> None:
    """Print the chain for an item, or for the plan's finish."""
    from planner.domain.explaining.chain import steps
    from planner.domain.explaining.headings import question
    from planner.domain.named_items import item_named

    plan, laid_out, _ = read_plan(asked.file)
    item = None if asked.item is None else item_named(plan, asked.item)
    every = steps(plan, laid_out, item)
    told = list(islice(every, asked.steps))
    if asked.format == "json":
        _as_json([reason for step in told for reason in step])
        return
    say(question(plan, laid_out, item))
    _as_text(plan, laid_out, told)
    if asked.steps is not None and next(every, None) is not None:
        say("", f"And so on. Without --steps {asked.steps} the whole chain is told.")


def _as_text(plan: "Plan", laid_out: "Schedule", told: "Sequence[Step]") -> None:
    from planner.domain.explaining.headings import heading

    for step in told:
        say("")
        if head := heading(plan, laid_out, step[0]):
            say(head)
        say(*(f"  {each.text}" for each in step))


def _as_json(reasons: "Sequence[Reason]") -> None:
    import json

    listed = [
        {
            "step": each.step,
            "item": each.about or None,
            "point": each.point.value,
            "day": each.day.isoformat(),
            "kind": each.kind.value,
            "text": each.text,
        }
        for each in reasons
    ]
    sys.stdout.write(json.dumps(listed, indent=2) + "\n")
