"""Drawing a dependency from the dot at one item's end to another item."""

from PySide6.QtCore import QPointF, Qt

from planner.domain.errors import PlanError
from planner.domain.graph import chain_that_would_close
from planner.domain.items import ActivityId, DependencyKind, MilestoneId, NodeId
from planner.domain.schedule import Schedule
from planner.ui.timeline.drag_words import Line, link_lines
from planner.ui.timeline.gestures.base import (
    QUICK_ITEMS,
    Guide,
    Modifiers,
    Proposal,
    ProposingGesture,
    Rubber,
    Stage,
)
from planner.ui.timeline.hitting import joined_end
from planner.ui.timeline.link_words import circle_sentence, kind_of_ends, link_sentence
from planner.ui.timeline.moves import link_items
from planner.ui.timeline.words import translate

Aim = tuple[NodeId, DependencyKind]
"""The item a link would enter, and which ends it would join."""


class DrawLink(ProposingGesture):
    """Drag from a dot to another bar or diamond: the one aimed at waits for the one it began at."""

    def __init__(self, stage: Stage, source: NodeId, *, from_start: bool) -> None:
        super().__init__(stage)
        plan = stage.editor.plan
        self.source = source
        # A diamond is one point in time: whichever dot it is dragged from, what follows waits for that day.
        self.from_start = from_start
        self._leaves_start = from_start and MilestoneId(source) not in plan.milestones
        self.before = stage.editor.schedule
        self.cursor = Qt.CursorShape.CrossCursor
        self._aim: Aim | None = None
        self._known: dict[Aim, Proposal] = {}

    def move(self, to: QPointF, modifiers: Modifiers) -> None:
        # By where things stand now: what is proposed moves the bar away from under the pointer.
        at = self.stage.below_header(to)
        found = joined_end(self.stage.settled, self.stage.rows, at.x(), at.y())
        self._aim = None
        self.cursor = Qt.CursorShape.CrossCursor
        if found is None or found[0].id == self.source:
            self._show(self._idle())
            return
        mark, to_start = found
        target = ActivityId(mark.id)
        self._aim = target, kind_of_ends(from_start=self._leaves_start, to_start=to_start)
        if self._aim not in self._known:
            large = len(self.before.graph.nodes) > QUICK_ITEMS
            self._known[self._aim] = self._proposed(self._aim, to_start, cascade=not large)
        proposal = self._known[self._aim]
        if proposal.move is None:
            self.cursor = Qt.CursorShape.ForbiddenCursor
        self._show(proposal)

    def rest(self) -> None:
        """In a large plan, work out now what would move."""
        proposal = self.proposal
        if self._aim is None or proposal is None or proposal.move is None or proposal.schedule is not None:
            return
        assert proposal.rubber is not None
        self._known[self._aim] = self._proposed(self._aim, proposal.rubber.to_start, cascade=True)
        self._show(self._known[self._aim])

    def _show(self, proposal: Proposal) -> None:
        self.proposal = proposal
        self.stage.propose(proposal)

    def _idle(self) -> Proposal:
        """Over nothing a link could be dropped on: only the line."""
        title = self.stage.editor.plan.node(self.source).title
        form = translate("Link “{title}” to …")
        lines = (
            Line(form.format(title=title), "tooltip_text"),
            Line(translate("Drop on the left half of a bar for its start, on the right half for its finish")),
        )
        return Proposal(
            node=self.source,
            guides=(_end(self.before, self.source, at_start=self.from_start),),
            rubber=Rubber(source=self.source, from_start=self.from_start),
            lines=lines,
            stays=translate("No link was drawn: let go on another bar or diamond for one."),
        )

    def _proposed(self, aim: Aim, to_start: bool, *, cascade: bool) -> Proposal:
        target, kind = aim
        plan = self.stage.editor.plan
        rubber = Rubber(
            source=self.source, from_start=self.from_start, target=target, to_start=to_start, refused=True
        )
        circle = chain_that_would_close(plan, self.source, target)
        if circle is not None:
            said = circle_sentence([plan.node(each).title for each in circle])
            return self._refusal(rubber, translate("These would wait for each other in a circle"), said)
        headline = link_sentence(plan, self.source, target, kind)
        linked = [
            each for each in plan.dependencies.values() if (each.before, each.after) == (self.source, target)
        ]
        if any(each.kind is kind for each in linked):
            return self._refusal(rubber, headline, translate("They are linked like this already"))
        move = link_items(plan, self.source, target, kind)
        lines = [Line(headline, "tooltip_text")]
        if linked:
            lines.append(
                Line(
                    translate("In place of: {sentence}").format(
                        sentence=link_sentence(plan, self.source, target, linked[0].kind)
                    )
                )
            )
        after = None
        if cascade:
            try:
                after = self.stage.editor.preview(move.verb)
            except PlanError as error:
                return self._refusal(rubber, headline, str(error))
            lines += link_lines(self.before, after, self.source, target)
        open_rubber = Rubber(source=self.source, from_start=self.from_start, target=target, to_start=to_start)
        shown = self.before if after is None else after
        guides = (
            _end(shown, self.source, at_start=self.from_start),
            _end(shown, target, at_start=to_start),
        )
        return Proposal(
            node=target, move=move, schedule=after, guides=guides, rubber=open_rubber, lines=tuple(lines)
        )

    def _refusal(self, rubber: Rubber, headline: str, reason: str) -> Proposal:
        lines = (Line(headline, "tooltip_text"), Line(reason, "tooltip_danger"))
        stays = translate("No link was drawn. {headline}: {reason}").format(headline=headline, reason=reason)
        return Proposal(node=rubber.target, rubber=rubber, lines=lines, stays=stays)


def _end(current: Schedule, item: NodeId, *, at_start: bool) -> Guide:
    """The line up to the header from the end of an item that is joined."""
    if MilestoneId(item) in current.plan.milestones:
        day = current.shown_day(MilestoneId(item))
        return Guide(day, day.toordinal() + 0.5)
    day = current.start_day(item) if at_start else current.finish_day(item)
    return Guide(day, day.toordinal() + (0 if at_start else 1))
