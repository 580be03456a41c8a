"""What dragging an item to another day has in common: it snaps, previews and applies one move at its end."""

from datetime import date

from PySide6.QtCore import QPointF

from planner.domain.errors import PlanError
from planner.domain.items import ActivityId, NodeId, PhaseId
from planner.domain.schedule import Schedule
from planner.ui.timeline.axis import Unit, snap
from planner.ui.timeline.drag_words import Line, followers_lines
from planner.ui.timeline.gestures.base import Guide, Modifiers, Proposal, ProposingGesture, Stage
from planner.ui.timeline.gestures.staying import as_it_was, step_sentence
from planner.ui.timeline.moves import Move
from planner.ui.timeline.words import translate


class ItemDrag(ProposingGesture):
    """A drag that gives an item another day: snaps, previews, and applies one move at its end."""

    finish = False
    """Whether the dragged day is one that ends something: it snaps to ends of weeks and months."""

    def __init__(self, stage: Stage, node: NodeId | PhaseId, origin: date) -> None:
        super().__init__(stage)
        self.node = node
        self.origin = origin
        self.before = stage.editor.schedule
        self.besides: frozenset[str] = frozenset({node})
        self._day = origin
        self._begun = False

    def start(self, at: QPointF) -> None:
        self._grabbed = self.stage.scale.day(at.x())

    def move(self, to: QPointF, modifiers: Modifiers) -> None:
        # Counted in days and not in pixels: zooming and scrolling leave the item under the pointer.
        scale = self.stage.scale
        days = round(scale.day(to.x()) - self._grabbed)
        day = date.fromordinal(min(max(self.origin.toordinal() + days, 1), date.max.toordinal() - 1000))
        unit = Unit.DAY if modifiers & Modifiers.ShiftModifier else scale.unit
        if days:
            day = snap(day, unit, self.stage.editor.plan.facts.week_start, finish=self.finish)
        if day != self._day or not self._begun:
            self._day, self._begun = day, True
            self.proposal = self._propose(day, unit)
        self.stage.propose(self.proposal)

    def propose_again(self) -> None:
        """More is known of the day proposed last."""
        self.proposal = self._propose(self._day, Unit.DAY)
        self.stage.propose(self.proposal)

    def move_to(self, day: date) -> Move:
        """The edit that gives the item this day."""
        raise NotImplementedError

    def after(self, move: Move) -> Schedule:
        """Where everything would fall."""
        return self.stage.editor.preview(move.verb)

    def lines(self, move: Move, after: Schedule) -> list[Line]:
        """What to say of the move besides what else it moves; the first line is the headline."""
        raise NotImplementedError

    def guides(self, move: Move, after: Schedule) -> tuple[Guide, ...]:
        """The days to draw lines up to the header from."""
        raise NotImplementedError

    def held_back(self, after: Schedule) -> str:
        """What keeps the item from going as far as it is dragged, as a sentence; empty where nothing does."""
        return ""

    def stays(self) -> str:
        """Why the item stays as it is where nothing holds it back."""
        return ""

    def _propose(self, day: date, unit: Unit) -> Proposal | None:
        if day == self.origin:
            return self._unchanged(step_sentence(unit))
        try:
            move = self.move_to(day)
            after = self.after(move)
        except PlanError as error:
            self.stage.say(str(error))
            return None
        if not self._changes(after):
            return self._unchanged(self.held_back(after) or self.stays(), self.guides(move, after))
        held = self.held_back(after)
        return Proposal(
            node=self.node,
            move=move,
            schedule=after,
            guides=self.guides(move, after),
            lines=(
                *self.lines(move, after),
                *([Line(held.removesuffix("."), "tooltip_danger")] if held else ()),
                *followers_lines(self.before, after, self.besides),
            ),
        )

    def _changes(self, after: Schedule) -> bool:
        now, then = self.before.plan, after.plan
        return any(now.node(each) != then.node(each) for each in map(ActivityId, self.besides))

    def _unchanged(self, reason: str, guides: tuple[Guide, ...] = ()) -> Proposal:
        plan = self.before.plan
        title = (plan.phases.get(PhaseId(self.node)) or plan.node(ActivityId(self.node))).title
        lines = [Line(translate("{title} stays as it is").format(title=title), "tooltip_text")]
        if reason:
            lines.append(Line(reason.removesuffix("."), "tooltip_danger" if guides else "tooltip_muted"))
        return Proposal(node=self.node, guides=guides, lines=tuple(lines), stays=as_it_was(title, reason))
