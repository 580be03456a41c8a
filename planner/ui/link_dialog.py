"""Asks which item waits for which, and how: the keyboard's equal of drawing a link from dot to bar."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtWidgets import QComboBox, QFormLayout, QSpinBox, QWidget

from planner.domain.errors import PlanError
from planner.domain.items import ActivityId, Dependency, DependencyKind, NodeId
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.domain.structure import link
from planner.ui.editor import Editor
from planner.ui.fields.row_lists import ItemList, all_items
from planner.ui.fields.text import TextLabel
from planner.ui.inspector.ask import Question
from planner.ui.timeline.drag_words import Line, followers_lines, link_lines
from planner.ui.timeline.link_words import circle_sentence, kind_text, lag_text, link_sentence
from planner.ui.timeline.moves import Move, link_items

MOST_LAG_DAYS = 10_000
FIELD_WIDTH = 320


class LinkDialog(Question):
    """Joins two items, or several one after another; says before what it does or which circle it would close.

    `ids` are the selected items in row order; with `link` it changes that dependency.
    """

    def __init__(
        self, editor: Editor, ids: Sequence[NodeId], parent: QWidget, *, link: Dependency | None = None
    ) -> None:
        heading = self.tr("Edit the link") if link is not None else self.tr("Link")
        accept = self.tr("Save") if link is not None else self.tr("Link")
        super().__init__(heading, "", accept, parent)
        self._editor = editor
        self._chain = tuple(ids) if link is None and len(ids) > 2 else ()
        self._first = ItemList(self.tr("Choose an item"), self)
        self._first.setObjectName("first")
        self._then = ItemList(self.tr("Choose an item"), self)
        self._then.setObjectName("then")
        self._kind = QComboBox(self)
        self._kind.setObjectName("kind")
        for each in DependencyKind:
            self._kind.addItem(kind_text(each), each)
        self._lag = QSpinBox(self)
        self._lag.setObjectName("lag")
        self._lag.setRange(-MOST_LAG_DAYS, MOST_LAG_DAYS)
        self._lag.setSuffix(self.tr(" days"))
        self._effect = TextLabel("", "muted", self)
        self._problem = TextLabel("", "danger", self)
        self._offer(ids, link)
        self._lay_out(fixed=link is not None)
        for combo in (self._first, self._then, self._kind):
            combo.currentIndexChanged.connect(self._check)
        self._lag.valueChanged.connect(self._check)
        (self._kind if link is not None or self._chain else self._then).setFocus()
        self._check()

    @property
    def edit(self) -> Move | None:
        """The edit that is asked for; None while an item is still to be chosen."""
        kind, lag = DependencyKind(self._kind.currentData()), self._lag.value()
        if self._chain:
            text = self.tr("Link {count} items one after another").format(count=len(self._chain))
            chain = self._chain

            def link_all(plan: Plan) -> Plan:
                for before, after in pairwise(chain):
                    plan = link(plan, before, after, kind, lag)
                return plan

            return Move(text, link_all)
        first, then = self._first.currentData(), self._then.currentData()
        if first is None or then is None:
            return None
        return link_items(self._editor.plan, ActivityId(first), ActivityId(then), kind, lag)

    def accept(self) -> None:
        """Link them, in one step; a lag that is still being typed counts."""
        self._lag.interpretText()
        edit = self.edit
        if edit is not None and self.accept_button.isEnabled():
            self._editor.apply(edit.text, edit.verb)
            super().accept()

    def _offer(self, ids: Sequence[NodeId], link: Dependency | None) -> None:
        items = all_items(self._editor.plan)
        first, then = (*ids, None, None)[:2]
        if link is not None:
            first, then = link.before, link.after
            self._kind.setCurrentIndex(self._kind.findData(link.kind))
            self._lag.setValue(link.lag_days)
        self._first.offer(items, first)
        self._then.offer(items, then)

    def _lay_out(self, *, fixed: bool) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(9)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        if not self._chain:
            form.addRow(self.tr("&First"), self._first)
            form.addRow(self.tr("&Then"), self._then)
        form.addRow(self.tr("&How"), self._kind)
        form.addRow(self.tr("&Lag"), self._lag)
        for field in (self._first, self._then, self._kind):
            field.setMinimumWidth(FIELD_WIDTH)
            field.setMaximumWidth(FIELD_WIDTH)
        for combo in (self._first, self._then):
            combo.setEnabled(not fixed)
            combo.setVisible(not self._chain)
        self.body.addLayout(form)
        self.body.addWidget(self._effect)
        self.body.addWidget(self._problem)

    def _check(self) -> None:
        edit = self.edit
        problem, effect = "", ""
        if edit is not None:
            try:
                after = self._editor.preview(edit.verb)
                effect = " · ".join(line.text for line in self._follows(after))
            except PlanError as error:
                problem = str(error)
        self.question.say(self._sentence())
        self._effect.say(effect)
        self._problem.say(problem)
        self.accept_button.setEnabled(edit is not None and not problem)

    def _follows(self, after: Schedule) -> list[Line]:
        before = self._editor.schedule
        first, then = self._first.currentData(), self._then.currentData()
        if self._chain or len(after.plan.dependencies) == len(before.plan.dependencies):
            return followers_lines(before, after)
        return link_lines(before, after, ActivityId(first), ActivityId(then))

    def _sentence(self) -> str:
        plan = self._editor.plan
        if self._chain:
            return circle_sentence([plan.node(each).title for each in self._chain])
        first, then = self._first.currentData(), self._then.currentData()
        if first is None or then is None:
            return self.tr("Choose which item waits for which.")
        if first == then:
            return ""
        kind = DependencyKind(self._kind.currentData())
        sentence = link_sentence(plan, ActivityId(first), ActivityId(then), kind)
        return sentence + lag_text(self._lag.value())
