"""The week page: what this week is for, its seven days, and what was really studied."""

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from planner.domain.calendar import week_of
from planner.domain.week import PlannedSession, WeekPlan, week_plan
from planner.domain.week_logging import set_logged
from planner.domain.wording import minutes_text
from planner.ui.editor import Editor
from planner.ui.fields.icon_button import IconButton, InfoButton
from planner.ui.fields.text import TextLabel, filled
from planner.ui.reasons import effort_reason, feeds_reason, goals_reason, week_reason
from planner.ui.theme_controller import ThemeController
from planner.ui.week.day_column import DayColumn
from planner.ui.week.logged_list import LoggedList
from planner.ui.week.summary import SummaryCard


class WeekPage(QWidget):
    """Shows any week of the open plan. Ticks and minutes are logged; nothing here moves a date."""

    print_requested = Signal(object)
    """The first day of the week to print."""

    pdf_requested = Signal(object)
    """The first day of the week to save as PDF."""

    timer_requested = Signal(object, object)
    """A `PlannedSession` that is worked on from now on, and its day."""

    refreshed = Signal(object)
    """The `WeekPlan` that is shown now."""

    def __init__(
        self, editor: Editor, theme_controller: ThemeController, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._look = theme_controller
        self._first_day = self._week_of(editor.today)
        # Filled when it is first seen or asked: most plans open on the timeline.
        self._stale = True
        self._build()
        self._lay_out()
        self._connect()

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
    def columns(self) -> list[DayColumn]:
        """The seven days, in order."""
        return self._columns

    @property
    def logged(self) -> LoggedList:
        """The week's entries."""
        return self._logged

    def add_notice(self, notice: QWidget) -> None:
        """Show something worth knowing above the days; it takes no room while it is hidden."""
        self._notices.addWidget(notice)

    def go_to(self, day: date) -> None:
        """Show the week that holds a day."""
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

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Week"))
        self._title = QLabel()
        self._title.setProperty("role", "title")
        self._about = TextLabel(role="muted")
        self._earlier = IconButton("chevron-left", self.tr("Week before"), self._look)
        self._now = QPushButton(self.tr("This week"))
        self._later = IconButton("chevron-right", self.tr("Week after"), self._look)
        self._pdf = QPushButton(self.tr("PDF…"))
        self._pdf.setToolTip(self.tr("Save this week as PDF"))
        self._print = QPushButton(self.tr("Print…"))
        self._print.setToolTip(self.tr("Print this week"))
        self._hours = QLabel()
        self._hours.setProperty("role", "muted")
        self._hours_info = InfoButton(
            self.tr("Where it comes from: Hours studied this week"), self._look, self
        )
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Hours studied this week"))
        self._goals = SummaryCard(
            self.tr("This week’s goals"), self.tr("Nothing is planned this week."), self._look
        )
        self._feeds = SummaryCard(
            self.tr("What it feeds"), self.tr("No milestone waits for this week."), self._look
        )
        self._columns = [DayColumn(self._look) for _ in range(7)]
        self._logged = LoggedList(self._editor, self._look)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self._title)
        top.addStretch()
        for button in (self._earlier, self._now, self._later):
            top.addWidget(button)
        top.addSpacing(10)
        top.addWidget(self._pdf)
        top.addWidget(self._print)
        progress = QHBoxLayout()
        progress.setSpacing(12)
        progress.addWidget(self._bar, 1)
        progress.addWidget(self._hours)
        progress.addWidget(self._hours_info)
        aims = QHBoxLayout()
        aims.setSpacing(12)
        aims.addWidget(self._goals, 1)
        aims.addWidget(self._feeds, 1)
        days = QHBoxLayout()
        days.setSpacing(8)
        for column in self._columns:
            days.addWidget(column, 1)
        self._content = content = QWidget()
        whole = QVBoxLayout(content)
        whole.setContentsMargins(24, 18, 24, 24)
        whole.setSpacing(14)
        head = QVBoxLayout()
        head.setSpacing(3)
        head.addLayout(top)
        head.addWidget(self._about)
        whole.addLayout(head)
        whole.addLayout(progress)
        self._notices = QVBoxLayout()
        self._notices.setSpacing(8)
        whole.addLayout(self._notices)
        whole.addLayout(aims)
        whole.addLayout(days, 1)
        whole.addWidget(self._logged)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _connect(self) -> None:
        self._editor.changed.connect(self.on_changed)
        self._editor.today_changed.connect(self.on_changed)
        self._look.changed.connect(self.update)
        self._earlier.clicked.connect(self.go_earlier)
        self._now.clicked.connect(self.go_to_this_week)
        self._later.clicked.connect(self.go_later)
        self._print.clicked.connect(lambda: self.print_requested.emit(self._first_day))
        self._pdf.clicked.connect(lambda: self.pdf_requested.emit(self._first_day))
        for column in self._columns:
            column.minutes_chosen.connect(self._on_session)
            column.timer_requested.connect(self.timer_requested)

    def _refresh(self) -> None:
        editor = self._editor
        self._stale = False
        # Another start of the week may have been chosen meanwhile.
        self._first_day = self._week_of(self._first_day)
        self._week = week = week_plan(editor.plan, editor.schedule, self._first_day, editor.today)
        editable = not editor.read_only
        self._title.setText(week.title)
        self._about.say(week.about)
        self._now.setEnabled(self._first_day != self._week_of(editor.today))
        self._show_hours(week)
        self._goals.show_goals(week.goals, goals_reason(week.origin.sentence))
        self._feeds.show_feeds(week.feeds, feeds_reason())
        reasons = {
            key: effort_reason(editor.plan.activity(key)) for key in {each.activity for each in week.sessions}
        }
        for column, day in zip(self._columns, week.days, strict=True):
            column.show_day(day, reasons, today=day.day == editor.today, editable=editable)
        self._logged.show_week(editor.plan, week, editor.today, editable=editable)
        self._settle_layouts()
        self.refreshed.emit(week)

    def _settle_layouts(self) -> None:
        """Lay out from the cards up at once: Qt's own requests climb a level a turn, in full view."""
        cards = [card for column in self._columns for card in column.cards]
        for widget in (*cards, *self._columns, self._goals, self._feeds, self._logged, self._content):
            layout = widget.layout()
            if layout is not None:
                layout.activate()

    def _show_hours(self, week: WeekPlan) -> None:
        logged, available = minutes_text(week.logged_minutes), minutes_text(week.available_minutes)
        text = filled(self.tr("%1 of %2 studied"), logged, available)
        self._hours.setText(text if week.available_minutes else filled(self.tr("%1 studied"), logged))
        self._hours_info.set_answer(week_reason(self._editor.plan, week))
        self._bar.setRange(0, max(week.available_minutes, 1))
        self._bar.setValue(min(week.logged_minutes, self._bar.maximum()))

    def _on_session(self, session: PlannedSession, day: date, minutes: int) -> None:
        entries = [
            each.id
            for each_day in self._week.days
            for each in each_day.logged
            if each_day.day == day and each.number == session.number
        ]
        if minutes:
            text = filled(self.tr("Log %1 of %2"), minutes_text(minutes), session.title)
        else:
            text = filled(self.tr("Take back hours of %1"), session.title)
        kept = self._editor.apply(text, set_logged, entries, session.activity, day, minutes, session.step)
        if not kept:
            self._refresh()

    def _week_of(self, day: date) -> date:
        return week_of(day, self._editor.plan.facts.week_start)
