"""What can be pressed to solve a problem of the plan."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from planner.domain.plan import Plan
from planner.domain.what_if.what_if import WhatIf


class LeverKind(StrEnum):
    """What is changed."""

    MORE_HOURS = "more hours"
    START_EARLIER = "start earlier"
    LEVEL = "level"
    SMALLER_SHARE = "smaller share"
    DROP = "drop"
    LATER_DATE = "later date"
    MORE_HOURS_AND_LATER_DATE = "more hours and a later date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way to be tried: its words as an undo step, and its verb, which may raise `PlanError`.

    `tried` says the same as *What if*, for what one looks at before it is done.
    """

    kind: LeverKind
    words: str
    verb: Callable[[Plan], Plan]
    tried: WhatIf | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lever:
    """A way that solves its problem and brings no other; `effect` says what it does besides.

    With `tried` pressing it opens *What if* filled in; without, it is done at once, as one step called
    `words`. Either way the plan is then what `verb` makes of it.
    """

    kind: LeverKind
    words: str
    effect: str
    verb: Callable[[Plan], Plan]
    tried: WhatIf | None = None
