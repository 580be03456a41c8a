"""What the command palette lists for what was typed: actions, used last first, and rows to go to."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from planner.domain.items import Activity
from planner.domain.plan import Plan
from planner.ui.matching import match

MOST_LINES = 60
MOST_RECENT = 6
FOR_ACTIONS = 6.0
"""Of an action and a row that fit alike, the action comes first."""
FOR_RECENT = 3.0
FOR_REFUSED = -12.0
"""What does not apply stands below what does, unless its words fit far better."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its words, its icon, its keys and where it stands; `reason` says why it does not apply.

    `action` is the id of an action, `row` that of a row to go to; of a heading both are empty. `places` are
    the letters of the text that fit what was typed. `also` are words it is found by and does not show.
    """

    text: str
    icon: str = ""
    keys: str = ""
    where: str = ""
    reason: str = ""
    action: str = ""
    row: str = ""
    places: tuple[int, ...] = ()
    also: str = ""

    @property
    def is_heading(self) -> bool:
        """Whether it only stands above others."""
        return not self.action and not self.row


@dataclass(frozen=True, slots=True)
class Headings:
    """What stands above the actions used of late, and above all others."""

    recent: str
    others: str


def all_actions(actions: Sequence[Line], recent: Sequence[str], headings: Headings) -> list[Line]:
    """The lines before anything is typed: every action, those used of late first."""
    by_id = {each.action: each for each in actions}
    first = [by_id[each] for each in recent if each in by_id][:MOST_RECENT]
    if not first:
        return list(actions)
    others = [each for each in actions if each not in first]
    return [Line(headings.recent), *first, Line(headings.others), *others]


def fitting(words: str, actions: Sequence[Line], rows: Iterable[Line], recent: Sequence[str]) -> list[Line]:
    """The actions and rows that fit what was typed, the best first."""
    found: list[tuple[float, Line]] = []
    for line in (*actions, *rows):
        fit = match(words, f"{line.text}  {line.where}" if line.action else line.text)
        if fit is None and line.also:
            fit = match(words, line.also)
            fit = fit and replace(fit, places=())
        if fit is None:
            continue
        score = fit.score + (FOR_ACTIONS if line.action else 0.0) + (FOR_REFUSED if line.reason else 0.0)
        if line.action in recent:
            score += FOR_RECENT
        shown = tuple(each for each in fit.places if each < len(line.text))
        found.append((score, replace(line, places=shown)))
    found.sort(key=lambda each: -each[0])
    return [line for _, line in found[:MOST_LINES]]


def row_lines(plan: Plan, template: str) -> Iterator[Line]:
    """A line for each row of the plan, group by group; `template` is like “Go to {title}”."""
    for phase in plan.ordered_phases:
        yield Line(template.format(title=phase.title), "folder-open", row=phase.id)
        for each in plan.rows_of_phase[phase.id]:
            icon = each.kind.value.replace(" ", "-") if isinstance(each, Activity) else "flag"
            yield Line(template.format(title=each.title), icon, where=phase.title, row=each.id)
