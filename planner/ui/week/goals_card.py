"""The week's goals: what the schedule suggests, until the learner makes them their own."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from planner.domain.guards import LONGEST_TITLE
from planner.domain.week_aims import Goal
from planner.domain.week_facts import MOST_GOALS
from planner.ui.fields.icon_button import InfoButton
from planner.ui.fields.link_button import LinkButton
from planner.ui.fields.text import TextLabel, filled
from planner.ui.theme_controller import ThemeController
from planner.ui.week.goal_edits import GoalEdits
from planner.ui.week.goal_row import GoalRow


class GoalsCard(QFrame):
    """Shows the goals, each to tick and to change in place, and a line to add one."""

    def __init__(
        self, edits: GoalEdits, theme_controller: ThemeController, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._edits = edits
        self._look = theme_controller
        self._goals: list[Goal] = []
        self._count = 0
        self._rows: list[GoalRow] = []
        title = self.tr("This week’s goals")
        self.setProperty("role", "card")
        self.setAccessibleName(title)
        self._heading = QLabel(title)
        self._heading.setProperty("role", "section")
        self.info = InfoButton(filled(self.tr("Where it comes from: %1"), title), theme_controller, self)
        self.empty = TextLabel(role="muted")
        self._mark = QFrame(self)
        self._mark.setProperty("role", "mark")
        self._mark.hide()
        self.line = QLineEdit()
        self.line.setMaxLength(LONGEST_TITLE)
        self.line.setPlaceholderText(self.tr("A goal for this week"))
        self.line.setAccessibleName(self.tr("New goal"))
        self.line.installEventFilter(self)
        self.line.hide()
        self.add = LinkButton(self)
        self.add.say(self.tr("Add a goal…"))
        self.suggest = LinkButton(self)
        self.suggest.say(self.tr("Suggest again"))
        self.suggest.setToolTip(
            self.tr("What the schedule has for this week now; what you ticked or wrote yourself stays")
        )
        self.own = TextLabel(role="muted")
        self._lay_out()
        self.line.returnPressed.connect(self._on_return)
        self.add.clicked.connect(self._begin_line)
        self.suggest.clicked.connect(self._suggest)

    @property
    def rows(self) -> list[GoalRow]:
        """The rows on show, in order."""
        return self._rows[: self._count]

    def show_goals(self, goals: Sequence[Goal], reason: str, *, own: bool, editable: bool) -> None:
        """Show the goals. `own` are those of the learner; `reason` says why the suggested ones are."""
        if list(goals) != self._goals:
            # The rows stand for other goals now: none of those is in hand.
            for row in self._rows:
                row.let_go()
        self._goals, self._count = list(goals), len(goals)
        self.empty.say(
            "" if goals else self.tr("No goals yet.") if own else self.tr("Nothing is planned this week.")
        )
        self.info.set_answer("" if own or not goals else reason)
        while len(self._rows) < len(goals):
            self._add_row()
        for place, row in enumerate(self._rows):
            if place >= len(goals):
                row.forget()
            row.setVisible(place < len(goals))
            if place < len(goals):
                row.show_goal(goals[place], place, len(goals), editable=editable)
        self.add.setVisible(editable and len(goals) < MOST_GOALS and self.line.isHidden())
        self.own.say(self.tr("Your own list: it no longer follows the plan by itself.") if own else "")
        self.suggest.setVisible(editable and own)

    def take(self) -> None:
        """Take what is being written, before another week is shown."""
        for row in self.rows:
            row.take()
        text = self.line.text().strip()
        self.line.clear()
        if not self.line.isHidden():
            self.line.hide()
            self.add.show()
        if text:
            self._edits.add(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving the line for a new goal keeps what stands there; Esc leaves it without."""
        if event.type() == QEvent.Type.FocusOut:
            self.take()
        elif isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.line.clear()
            self.add.show()
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().eventFilter(watched, event)

    def _suggest(self) -> None:
        """The keyboard stays in the card, where the press may be there no more."""
        self._edits.suggest_again()
        places: tuple[QWidget, ...] = (self.suggest, *self.rows, self.add, self.line)
        for each in places:
            if each.isVisibleTo(self):
                each.setFocus(Qt.FocusReason.OtherFocusReason)
                break

    def _begin_line(self) -> None:
        self.add.hide()
        self.line.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_return(self) -> None:
        """Enter keeps a goal and goes on to the next one; on an empty line it ends."""
        text = self.line.text().strip()
        self.line.clear()
        if text:
            self._edits.add(text)
        if not text or self._count == MOST_GOALS:
            self.take()

    def _add_row(self) -> None:
        row = GoalRow(self._look, self)
        row.ticked.connect(self._of_shown(self._edits.tick))
        row.written.connect(self._of_shown(self._edits.write))
        row.removed.connect(self._of_shown(self._on_removed))
        row.moved.connect(self._of_shown(self._on_moved))
        row.stepped.connect(self._step)
        row.carried.connect(self._show_place)
        row.dropped.connect(self._on_dropped)
        row.put_down.connect(self._mark.hide)
        self._list.addWidget(row)
        self._rows.append(row)

    def _of_shown(self, then: Callable[..., object]) -> Callable[..., None]:
        """What a row tells, unless it is hidden: a key or a press may reach it when its goal is gone."""

        def told(place: int, *rest: object) -> None:
            if place < self._count:
                then(place, *rest)

        return told

    def _on_removed(self, place: int) -> None:
        # The rows below keep their goals: one of them may be what the mouse is just pressing.
        row = self._rows[place]
        self._put(row, len(self._rows) - 1)
        if not self._edits.remove(place):
            self._put(row, place)
        if self.rows:
            self.rows[min(place, self._count - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, row: GoalRow, place: int) -> None:
        self._rows.remove(row)
        self._rows.insert(place, row)
        self._list.insertWidget(place, row)
        for before, after in pairwise(self._rows):
            self.setTabOrder(before.tick, after)
            self.setTabOrder(after, after.tick)

    def _on_moved(self, place: int, by: int) -> None:
        if by and 0 <= place + by < self._count:
            self._edits.move(place, by)
            self.rows[place + by].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_place(self, at: QPoint) -> None:
        """Show where a row would be put."""
        place = self._place_at(at)
        row = self.rows[min(place, self._count - 1)]
        y = row.y() if place < self._count else row.geometry().bottom() + 1
        self._mark.setGeometry(row.x(), y - 1, row.width(), 2)
        self._mark.raise_()
        self._mark.show()

    def _on_dropped(self, place: int, at: QPoint) -> None:
        self._mark.hide()
        gap = self._place_at(at)
        self._on_moved(place, gap - place if gap <= place else gap - 1 - place)

    def _place_at(self, at: QPoint) -> int:
        """The gap between rows that is nearest to a point of the screen, counted from above."""
        y = self.mapFromGlobal(at).y()
        return sum(y > each.geometry().center().y() for each in self.rows)

    def _step(self, place: int, by: int) -> None:
        if 0 <= place + by < self._count:
            self.rows[place + by].setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addStrut(self.info.height())
        head.addWidget(self._heading, 1)
        head.addWidget(self.info)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        below = QHBoxLayout()
        below.setSpacing(14)
        below.addWidget(self.add)
        below.addWidget(self.suggest)
        below.addStretch()
        whole = QVBoxLayout(self)
        # The rows' own ground reaches further out than the words.
        whole.setContentsMargins(8, 11, 8, 10)
        head.setContentsMargins(6, 0, 6, 0)
        below.setContentsMargins(5, 0, 6, 0)
        whole.setSpacing(5)
        whole.addLayout(head)
        self.empty.setContentsMargins(6, 2, 6, 2)
        whole.addWidget(self.empty)
        whole.addLayout(self._list)
        whole.addWidget(self.line)
        self.own.setContentsMargins(6, 2, 6, 0)
        whole.addWidget(self.own)
        whole.addLayout(below)
        whole.addStretch()
