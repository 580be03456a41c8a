"""What each action of the week menu does: one line an action."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from planner.domain.items import Activity, Milestone, Phase
from planner.domain.week import PlannedSession
from planner.ui.editor import Editor
from planner.ui.plan_files import PlanFiles
from planner.ui.publish.publishing import Publishing
from planner.ui.reminders.reminding import Reminding
from planner.ui.review.reviewing import Reviewing
from planner.ui.settings import Settings
from planner.ui.theme_controller import ThemeController
from planner.ui.timer.controller import TimerController
from planner.ui.timer.timed_card import TimedCard, is_timed
from planner.ui.week.page import WeekPage


class WeekCommands(QObject):
    """Joins the actions of the week menu to the parts of the window that do them."""

    message = Signal(str)
    """One sentence for the status bar."""

    failed = Signal(str)
    """A sentence that stays until it is put away."""

    offered = Signal(str, str, object)
    """A sentence worth knowing, the words of its button, and what the button does."""

    calendar_told = Signal(str, str)
    """How the plan stands with the calendar it is published in: a few words, and all of it."""

    page_requested = Signal(str)
    """The page of the window to show."""

    def __init__(
        self,
        window: QWidget,
        editor: Editor,
        theme_controller: ThemeController,
        settings: Settings,
        *,
        page: WeekPage,
        files: PlanFiles,
        timer: TimerController,
        chosen: Callable[[], Phase | Activity | Milestone | None],
    ) -> None:
        """`chosen` gives the row of the timeline that is selected alone."""
        super().__init__(window)
        self._window = window
        self._editor = editor
        self._look = theme_controller
        self._settings = settings
        self._page = page
        self._files = files
        self._timer = timer
        self._chosen = chosen
        TimedCard(timer, page)
        page.timer_requested.connect(self.start_timer)
        self._reviewing = Reviewing(window, editor, theme_controller, settings, page)
        self._reviewing.message.connect(self.message)
        self._reviewing.week_asked.connect(lambda: self.page_requested.emit("week"))
        self._publishing = Publishing(window, editor, theme_controller, settings)
        self._publishing.message.connect(self.message)
        self._publishing.failed.connect(self.failed)
        self._publishing.standing_told.connect(self.calendar_told)
        self._reminding = Reminding(window, editor, settings)
        self._reminding.offered.connect(self.offered)
        self._reminding.week_asked.connect(self._show_this_week)
        self._reminding.review_asked.connect(self._reviewing.look_back_on_the_last)
        timer.message.connect(self.message)
        timer.failed.connect(self.failed)

    def tell_calendar(self) -> None:
        """Tell how the plan stands with the calendar it is published in."""
        self._publishing.tell_standing()

    def go_to_this_week(self) -> None:
        """Let the week page show the week that holds today."""
        self._page.go_to_this_week()

    def show_week_of(self, days: Sequence[date]) -> None:
        """Show the week of one of these days; the one that is shown stays where it holds any of them."""
        first = self._page.first_day
        if not any(first <= each <= first + timedelta(days=6) for each in days):
            self._page.go_to(days[0])
        if not self._page.isVisible():
            self.page_requested.emit("week")

    def _show_this_week(self) -> None:
        self._page.go_to_this_week()
        self.page_requested.emit("week")

    def start_timer(self, session: PlannedSession, day: date) -> None:
        """Time a planned session, whichever day it is planned for: what is studied now counts for today.

        Where it is timed already, the timer is paused.
        """
        timer = self._timer.timer
        if timer is not None and is_timed(timer, session, day):
            self._timer.pause()
            return
        self._timer.start(session.activity, session.step, session.placement)

    def time_item(self, item: Phase | Activity | Milestone | None) -> None:
        """Time an activity, at its first open step."""
        if isinstance(item, Activity):
            step = next((each.id for each in item.steps if not each.done), None)
            self._timer.start(item.id, step)

    def toggle_timer(self) -> None:
        """Pause or resume the timer; without one, ask what to time."""
        if self._timer.timer is not None:
            self._timer.toggle()
            return
        from planner.ui.timer.start_dialog import StartTimerDialog

        StartTimerDialog(self._timer, self._editor, self._window).open()

    def stop_timer(self) -> None:
        """Stop the timer and log what it counted."""
        self._timer.stop()

    def discard_timer(self) -> None:
        """Forget the timer; it can be brought back."""
        self._timer.discard()

    def log_study(self) -> None:
        """Log study of any day by hand: in the week that is shown, but today if it lies there or after it.

        Beside the timeline it is of the activity that is selected there.
        """
        from planner.ui.week.entry_dialog import EntryDialog
        from planner.ui.week.study_choice import next_study

        first, today = self._page.first_day, self._editor.today
        day = first if first + timedelta(days=6) < today else today
        activity, step = next_study(self._editor) if day == today else (None, None)
        selected = None if self._page.isVisible() else self._chosen()
        if isinstance(selected, Activity) and selected.id != activity:
            activity, step = selected.id, None
        dialog = EntryDialog(self._editor, self._look, self._window, activity=activity, step=step, day=day)
        dialog.study.take_focus()
        dialog.open()

    def choose_clock_times(self) -> None:
        """Ask whether sessions are to have times of the day."""
        from planner.ui.week.clock_times_dialog import ClockTimesDialog

        ClockTimesDialog(self._editor, self._window).open()

    def check_links(self) -> None:
        """List the links of the plan, to be asked whether they answer."""
        from planner.ui.link_check.dialog import check_links

        check_links(self._editor, self._look, self._window)

    def enter_from_paper(self) -> None:
        """Type the minutes of a printed week back, beginning with the week that is shown."""
        from planner.ui.paper.dialog import PaperDialog

        PaperDialog(self._editor, self._look, self._settings, self._page.first_day, self._window).open()

    def copy_week(self, *, markdown: bool) -> None:
        """Put the week that is shown on the clipboard, to be pasted elsewhere."""
        from planner.ui.week.copying import copied_week

        editor = self._editor
        self.message.emit(copied_week(editor, self._page.first_day, markdown=markdown))

    def table(self) -> dict[str, Callable[[], object]]:
        """The handler of each action, by its id; in the order of the menu."""
        page, files = self._page, self._files
        return {
            "week-earlier": page.go_earlier,
            "week-now": self.go_to_this_week,
            "week-later": page.go_later,
            "go-to-week": page.ask_week,
            "timer-toggle": self.toggle_timer,
            "timer-stop": self.stop_timer,
            "timer-discard": self.discard_timer,
            "log-study": self.log_study,
            "all-logged": lambda: page.logged.show_all(),
            "clock-times": self.choose_clock_times,
            "put-week-back": page.put_week_back,
            "review-week": self._reviewing.look_back,
            "history": self._reviewing.show_history,
            "reminders": self._reminding.ask,
            "check-links": self.check_links,
            "print-week": lambda: files.print_week(page.first_day),
            "print-next-week": lambda: files.print_week(self._editor.today + timedelta(days=7)),
            "week-pdf": lambda: files.save_week_pdf(page.first_day),
            "enter-from-paper": self.enter_from_paper,
            "copy-week-text": lambda: self.copy_week(markdown=False),
            "copy-week-markdown": lambda: self.copy_week(markdown=True),
            "export-ics": self._publishing.export,
            "publish": self._publishing.publish,
        }
