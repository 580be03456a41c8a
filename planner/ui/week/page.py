"""The week page: what this week is for, its seven days, and what was really studied."""

from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from planner.domain.calendar import week_of
from planner.domain.week import WeekPlan, week_plan
from planner.ui.editor import Editor
from planner.ui.reasons import effort_reason, feeds_reason, goals_reason, week_reason
from planner.ui.theme_controller import ThemeController
from planner.ui.week.laying_out import lay_out_at_once

if TYPE_CHECKING:  # loaded with what is on the page, when it is first seen or asked
    from planner.ui.week.day_column import DayColumn
    from planner.ui.week.days_row import DaysRow
    from planner.ui.week.feeds_card import FeedsCard
    from planner.ui.week.goals_card import GoalsCard
    from planner.ui.week.head import WeekHead
    from planner.ui.week.logged_list import LoggedList

ROOMY = 960
"""From this width on, in pixels, there is a broad margin on both sides."""

BESIDE = 520
"""From this width on, in pixels, the goals and what they feed stand side by side."""


class WeekPage(QWidget):
    """Shows any week of the open plan. Ticks and minutes are logged; nothing here moves a date."""

    print_requested = Signal(object)
    pdf_requested = Signal(object)
    """The first day of the week to print, or to save as PDF."""

    timer_requested = Signal(object, object)
    """A `PlannedSession` that is worked on from now on, and its day."""

    message = Signal(str)
    """One sentence for the status bar."""

    item_requested = Signal(str)
    """The id of an activity or a milestone that is to be shown on the timeline."""

    item_chosen = Signal(str)
    """The id of a milestone whose details are to be shown beside the week."""

    catch_up_requested = Signal()
    """What is behind is to be shifted, compressed or taken from the buffer."""

    refreshed = Signal(object)
    """The `WeekPlan` that is shown now."""

    def __init__(
        self, editor: Editor, theme_controller: ThemeController, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._look = theme_controller
        self._first_day = self._week_of(editor.today)
        self.setAccessibleName(self.tr("Week"))
        # Made and filled when it is first seen or asked: most plans open on the timeline.
        self._made = False
        self._stale = True
        self._notices = QVBoxLayout()
        editor.changed.connect(self.on_changed)
        editor.today_changed.connect(self.on_changed)
        theme_controller.changed.connect(self.update)

    @property
    def first_day(self) -> date:
        """The first day of the week shown."""
        return self._first_day

    @property
    def week(self) -> WeekPlan:
        """What is shown."""
        if self._stale:
            self._refresh()
        return self._week

    @property
    def columns(self) -> "list[DayColumn]":
        """The seven days, in order."""
        self._make()
        return self._days.columns

    @property
    def days(self) -> "DaysRow":
        """The days, with the hand that moves sessions among them."""
        self._make()
        return self._days

    @property
    def head(self) -> "WeekHead":
        """The week's name, its hours, and the way to other weeks."""
        self._make()
        return self._head

    @property
    def goals(self) -> "GoalsCard":
        """The week's goals."""
        self._make()
        return self._goals

    @property
    def feeds(self) -> "FeedsCard":
        """The milestones the week leads to."""
        self._make()
        return self._feeds

    @property
    def logged(self) -> "LoggedList":
        """The week's entries."""
        self._make()
        return self._logged

    def add_notice(self, notice: QWidget) -> None:
        """Show something worth knowing above the days; it takes no room while it is hidden."""
        if not self._made:
            notice.setParent(self)
        self._notices.addWidget(notice)

    def go_to(self, day: date) -> None:
        """Show the week that holds a day."""
        self.flush()
        self._first_day = self._week_of(day)
        self._refresh()

    def go_earlier(self) -> None:
        """Show the week before."""
        if self._first_day > date.min + timedelta(days=14):
            self.go_to(self._first_day - timedelta(days=7))

    def go_later(self) -> None:
        """Show the week after."""
        if self._first_day < date.max - timedelta(days=21):
            self.go_to(self._first_day + timedelta(days=7))

    @property
    def view_state(self) -> dict[str, str]:
        """Which week is looked at, and on which day."""
        return {"week": self._first_day.isoformat(), "today": self._editor.today.isoformat()}

    def restore_view_state(self, state: dict[str, Any]) -> None:
        """Show the week that was looked at earlier today; another day begins with its own week."""
        if state.get("today") == self._editor.today.isoformat():
            with suppress(ValueError, TypeError):
                self._first_day = self._week_of(date.fromisoformat(state.get("week", "")))

    def go_to_this_week(self) -> None:
        """Show the week that holds today."""
        self.go_to(self._editor.today)

    def on_changed(self, changes: object) -> None:
        """Follow the plan; a page that is not on show waits until it is."""
        if self.isVisible():
            self._refresh()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed meanwhile."""
        if self._stale:
            self._refresh()
        super().showEvent(event)

    def ask_week(self) -> None:
        """Let the learner choose a week by its number or a day in it."""
        from planner.ui.week.go_to_week import GoToWeekDialog

        editor = self._editor
        dialog = GoToWeekDialog(editor.plan, editor.schedule.finish, editor.today, self._first_day, self)
        if dialog.exec() and dialog.week is not None:
            self.go_to(dialog.week)
        dialog.deleteLater()

    def flush(self) -> None:
        """Keep what is being typed and is not in the plan yet: a goal, or minutes."""
        # A page that is behind the plan shows goals that may be gone.
        if not self._stale:
            from planner.ui.week.minutes_field import MinutesField

            self._goals.take()
            if isinstance(typing := self.focusWidget(), MinutesField):
                typing.take()

    def log_study(self, day: date) -> None:
        """Ask what was studied on a day besides its sessions."""
        from planner.ui.week.entry_dialog import EntryDialog

        EntryDialog(self._editor, self._look, self.window(), day=day).open()

    def put_week_back(self) -> None:
        """Let all sessions of the week lie again where the schedule has them."""
        self._make()
        self._sessions.put_week_back()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let the keyboard begin at today's first session."""
        super().focusInEvent(event)
        self.days.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set side by side what has room there, else one below the other."""
        super().resizeEvent(event)
        if self._made:
            self._arrange(event.size().width())

    def _make(self) -> None:
        """Make all that is on the page, unless it is there."""
        if not self._made:
            self._made = True
            self._build()
            self._lay_out()
            self._connect()

    def _build(self) -> None:
        from planner.ui.week.days_row import DaysRow
        from planner.ui.week.feeds_card import FeedsCard
        from planner.ui.week.goal_edits import GoalEdits
        from planner.ui.week.goals_card import GoalsCard
        from planner.ui.week.head import WeekHead
        from planner.ui.week.logged_list import LoggedList
        from planner.ui.week.session_edits import SessionEdits

        self._sessions = SessionEdits(self._editor, lambda: self.week, self)
        self._scroll = QScrollArea()
        self._head = WeekHead(self._look)
        self._goals = GoalsCard(GoalEdits(self._editor, lambda: self.week, self), self._look)
        self._feeds = FeedsCard(self._look)
        self._days = DaysRow(self._look, self._sessions, self, self._scroll)
        self._days.hand.add_target(self._head.to_earlier, -7)
        self._days.hand.add_target(self._head.to_later, 7)
        self._logged = LoggedList(self._editor, self._look)

    def _lay_out(self) -> None:
        self._aims = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._aims.setSpacing(12)
        self._aims.addWidget(self._goals, 1)
        self._aims.addWidget(self._feeds, 1)
        self._notices.setSpacing(8)
        self._content = content = QWidget()
        self._whole = whole = QVBoxLayout(content)
        whole.setSpacing(14)
        whole.addWidget(self._head)
        whole.addLayout(self._notices)
        whole.addLayout(self._aims)
        whole.addWidget(self._days, 1)
        whole.addWidget(self._logged)
        scroll = self._scroll
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self._arrange(self.width())

    def _arrange(self, width: int) -> None:
        ways = QBoxLayout.Direction
        side = 24 if width >= ROOMY else 14
        self._whole.setContentsMargins(side, 18, side, 24)
        self._aims.setDirection(ways.LeftToRight if width >= BESIDE else ways.TopToBottom)
        self._head.arrange(width)
        self._days.arrange(width - 2 * side - self._scroll.verticalScrollBar().sizeHint().width())

    def _connect(self) -> None:
        head, sessions = self._head, self._sessions
        head.earlier.connect(self.go_earlier)
        head.now.connect(self.go_to_this_week)
        head.later.connect(self.go_later)
        head.week_asked.connect(self.ask_week)
        head.catch_up_asked.connect(self.catch_up_requested)
        head.print_asked.connect(lambda: self.print_requested.emit(self._first_day))
        head.pdf_asked.connect(lambda: self.pdf_requested.emit(self._first_day))
        self._feeds.item_requested.connect(self.item_requested)
        self._feeds.chosen.connect(self.item_chosen)
        sessions.item_requested.connect(self.item_requested)
        sessions.message.connect(self.message)
        sessions.log_requested.connect(self.log_study)
        sessions.timer_requested.connect(self.timer_requested)
        sessions.refused.connect(self._refresh)
        sessions.placed.connect(self._days.focus_placement)
        sessions.given_back.connect(self._days.focus_given_back)
        sessions.left.connect(self.go_to)

    def _refresh(self) -> None:
        self._make()
        editor = self._editor
        self._stale = False
        # Weeks may begin on another day by now.
        self._first_day = self._week_of(self._first_day)
        self._week = week = week_plan(editor.plan, editor.schedule, self._first_day, editor.today)
        editable = not editor.read_only
        is_now = self._first_day == self._week_of(editor.today)
        self._head.show_week(week, week_reason(editor.plan, week), is_now=is_now, editable=editable)
        own = week.notes is not None and week.notes.goals is not None
        self._goals.show_goals(week.goals, goals_reason(week.origin.sentence), own=own, editable=editable)
        self._feeds.show_feeds(week.feeds, feeds_reason())
        reasons = {
            key: effort_reason(editor.plan.activity(key)) for key in {each.activity for each in week.sessions}
        }
        self._days.show_week(week, reasons, (editor.today - self._first_day).days)
        self._logged.show_week(editor.plan, week, editor.today, editable=editable)
        parts = (self._head, self._goals, self._feeds, self._days, self._logged, self._content)
        lay_out_at_once((*self._days.cards(), *self._days.columns, *parts), self._content)
        self.refreshed.emit(week)

    def _week_of(self, day: date) -> date:
        return week_of(day, self._editor.plan.facts.week_start)
