"""Publishes the plan to a calendar on a server: account, calendar, what is taken there, and how it went.

Nothing is sent before a button is pressed. While the plan is published, its account and calendar stay as they
are; stopping takes the plan's events out again.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from planner.domain.errors import InvalidValue, MilepostError
from planner.ui.fields.check_box import CheckBox
from planner.ui.fields.growing import grow_to_fit
from planner.ui.fields.text import TextLabel
from planner.ui.publish.account_fields import AccountFields
from planner.ui.publish.calendar_choice import CalendarChoice
from planner.ui.publish.choice import Choice
from planner.ui.publish.dialog_rows import calendar_row, foot_row, standing_row
from planner.ui.publish.faults import go_to_fault
from planner.ui.publish.job import Job
from planner.ui.publish.options import CalendarOptions
from planner.ui.publish.progress import PublishProgress
from planner.ui.publish.publisher import Publisher
from planner.ui.publish.standing import standing_words
from planner.ui.publish.stopping import ask_to_stop
from planner.ui.publish.words import removed_sentence, written_sentence

if TYPE_CHECKING:
    from planner.exchange.caldav_publish import Pushed
    from planner.exchange.caldav_server import ServerCalendar
    from planner.ui.publish.work import Published

_WIDTH = 500


class PublishDialog(QDialog):
    """One plan's publishing; `open()` it. It frees itself when it is closed."""

    def __init__(self, publisher: Publisher, plan_title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._publisher = publisher
        self._job: Job | None = None
        self._sending = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Publish to a calendar server"))
        choice = publisher.choice
        self.connect_button = QPushButton(self.tr("&Find my calendars"), self)
        self.account = AccountFields(choice, self.connect_button, self)
        self.calendars = CalendarChoice(plan_title, self)
        self.options = CalendarOptions(self)
        self.keep = CheckBox(self.tr("&Keep it up to date: send changes on a moment after each edit"), self)
        self.standing = TextLabel(role="muted", parent=self)
        self.progress = PublishProgress(self)
        self.status, self.cancel_button = self.progress.status, self.progress.cancel
        self.stop_button = QPushButton(self.tr("S&top publishing…"), self)
        self.close_button = QPushButton(self.tr("Close"), self)
        self.publish_button = QPushButton(self.tr("&Publish now"), self)
        self._lay_out()
        self.options.show_wanted(choice.wanted)
        self.keep.show_checked(choice.keep)
        if choice.published:
            self.calendars.show_used(choice)
        self._connect()
        self._told_failure = ""
        self._show_standing()
        self._show_state()
        self._take_focus()

    def showEvent(self, event: QShowEvent) -> None:
        """Take all the room at once that later words may need."""
        super().showEvent(event)
        grow_to_fit(self)

    def _lay_out(self) -> None:
        words = self.tr(
            "Your sessions and milestones in a calendar that your phone sees too, on a CalDAV server like "
            "Nextcloud, Fastmail, iCloud or Radicale. Nothing is sent before you press a button."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addStrut(_WIDTH)
        column.addWidget(TextLabel(self.tr("Publish to a calendar server"), "title", self))
        column.addWidget(TextLabel(words, parent=self))
        column.addWidget(self.account)
        column.addLayout(calendar_row(self.calendars, self))
        column.addWidget(self.options)
        column.addWidget(self.keep)
        column.addLayout(standing_row(self.standing))
        column.addStretch(1)
        column.addWidget(self.progress)
        column.addLayout(foot_row(self.stop_button, self.close_button, self.publish_button))
        self.setTabOrder(self.account.password, self.connect_button)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)

    def _connect(self) -> None:
        self.account.edited.connect(self._on_account_edited)
        self.account.entered.connect(self._go_on)
        self.calendars.currentIndexChanged.connect(lambda _row: self._show_state())
        self.options.changed.connect(self._show_state)
        self.keep.chosen.connect(self._on_keep)
        self.connect_button.clicked.connect(self._find_calendars)
        self.publish_button.clicked.connect(self._publish)
        self.stop_button.clicked.connect(self._ask_to_stop)
        self.cancel_button.clicked.connect(self._cancel)
        self.close_button.clicked.connect(self.close)
        self.finished.connect(lambda _result: self._leave())
        self._publisher.standing_changed.connect(self._show_standing)

    def _take_focus(self) -> None:
        account = self.account
        fields = (account.address, account.user, account.password)
        empty = (each for each in fields if each.isEnabled() and not each.text())
        place = self.publish_button if self._publisher.password_kept else next(empty, account.password)
        place.setFocus()

    def _go_on(self) -> None:
        """Do what comes next, as Enter is understood."""
        button = self.publish_button if self.publish_button.isEnabled() else self.connect_button
        if button.isEnabled():
            button.click()

    def _on_account_edited(self) -> None:
        if not self._publisher.choice.published:
            self.calendars.clear()
        self._say("")
        self._show_state()

    def _on_keep(self, keep: bool) -> None:
        choice = self._publisher.choice
        if choice.published:
            self._publisher.choose(replace(choice, keep=keep))

    def _find_calendars(self) -> None:
        try:
            choice = self.account.read_into(self._publisher.choice)
        except InvalidValue as error:
            self._say(str(error), wrong=True)
            return
        self._say(self.tr("Asking the server …"))
        job = self._publisher.find_calendars(choice, self.account.password.text())
        self._follow(job, lambda found: self._on_calendars(found, choice))

    def _on_calendars(self, found: "tuple[ServerCalendar, ...]", choice: Choice) -> None:
        # Milepost remembers who one is, and on which server.
        self._publisher.choose(replace(self._publisher.choice, address=choice.address, user=choice.user))
        self.calendars.show_found(found)
        self._say(self.tr("Choose a calendar, and publish. Other events in it are left alone."))
        self.calendars.setFocus()

    def _chosen(self) -> Choice:
        """What the dialog shows, as a choice. Raises `InvalidValue`."""
        choice = self._publisher.choice
        if not choice.published:
            account = self.account.read_into(choice)
            choice = replace(self.calendars.read_into(account), keep=self.keep.isChecked())
        return choice.with_wanted(self.options.wanted())

    def _publish(self) -> None:
        choice = self._chosen()
        if choice.published:
            self._push(choice)
            return
        self._say(self.tr("Making the calendar …"))
        job = self._publisher.make_calendar(choice, self.account.password.text())
        self._follow(job, lambda made: self._push(replace(choice, calendar=made.url)))

    def _push(self, choice: Choice) -> None:
        self._publisher.choose(choice)
        self.calendars.show_used(choice)
        self._say(self.tr("Comparing with the calendar …"))
        job = self._publisher.publish(self.account.password.text())
        self._follow(job, self._on_published, sending=True)

    def _on_published(self, published: "Published") -> None:
        words = written_sentence(published.pushed)
        if not published.password_kept:
            words += " " + self.tr(
                "This computer has no keyring that is open, so your password is kept only until Milepost is "
                "closed."
            )
        self._say(words)

    def _ask_to_stop(self) -> None:
        name = self._publisher.choice.calendar_name
        ask_to_stop(name, take_out=self._stop, leave=self._forget, parent=self)

    def _forget(self) -> None:
        self._publisher.forget()
        self._on_no_longer(self.tr("The plan is published no longer. Its events stay in the calendar."))

    def _stop(self) -> None:
        self._say(self.tr("Looking for the events …"))
        self._follow(self._publisher.stop(self.account.password.text()), self._on_stopped, sending=True)

    def _on_stopped(self, pushed: "Pushed") -> None:
        if pushed.whole:
            self._on_no_longer(removed_sentence(pushed))
        else:
            self._say(removed_sentence(pushed))

    def _on_no_longer(self, words: str) -> None:
        self.calendars.clear()
        self.account.password.clear()
        self.keep.show_checked(False)
        self._say(words)
        self._show_state()

    def _follow(self, job: Job, on_done: Callable[..., None], *, sending: bool = False) -> None:
        """Show how far a job is, and take up what it gives; `sending` says that it changes a calendar."""
        self._job = job
        self._sending = sending
        self.progress.begin(sending=sending)
        job.progressed.connect(self.progress.show_done)
        job.done.connect(lambda result: self._finish(job, lambda: on_done(result)))
        job.failed.connect(lambda sentence: self._finish(job, lambda: self._say(sentence, wrong=True)))
        job.failed.connect(lambda _sentence: self._go_to_fault(job.error))
        self._show_state()

    def _finish(self, job: Job, then: Callable[[], None]) -> None:
        if self._job is not job:
            return
        self._job = None
        self._show_state()
        # The keyboard was on what is gone now; it is not to end up on what stops publishing.
        next_step = self.publish_button if self.publish_button.isEnabled() else self.connect_button
        next_step.setFocus()
        then()
        self._show_state()

    def _go_to_fault(self, error: MilepostError | None) -> None:
        account = self.account
        go_to_fault(
            error,
            password=account.password,
            address=account.address,
            calendar=self.calendars,
            stop=self.stop_button,
            again=(self.publish_button, self.connect_button),
        )

    def _show_standing(self) -> None:
        """Say how the plan stands with its calendar, and what went wrong while nobody looked."""
        standing = self._publisher.standing
        self.standing.say(standing_words(standing, self._publisher.now()))
        if standing.failure != self._told_failure:
            self._told_failure = standing.failure
            if self._job is None:
                self._say(standing.failure, wrong=True)

    def _cancel(self) -> None:
        """Stop: at once while only asking, else once the server has answered about the event on its way."""
        if self._job is None:
            return
        self._job.cancel()
        self.cancel_button.setEnabled(False)
        if self._sending:
            self._say(self.tr("Stopping after the event that is on its way …"))
        else:
            self._finish(self._job, lambda: self._say(self.tr("Cancelled; nothing was changed.")))

    def _leave(self) -> None:
        """Let what changes the calendar go on without the dialog; nobody waits for the rest."""
        job, self._job = self._job, None
        if job is not None and self._sending:
            self._publisher.tell_of(job)
        elif job is not None:
            job.cancel()

    def _say(self, words: str, *, wrong: bool = False) -> None:
        self.progress.say(words, wrong=wrong)
        grow_to_fit(self)

    def _show_state(self) -> None:
        """Let only what can be done now be pressed."""
        published, busy = self._publisher.choice.published, self._job is not None
        anything = self.options.sessions.isChecked() or self.options.milestones.isChecked()
        fits = anything and not self.options.problem.found
        self.account.setEnabled(not busy)
        self.account.lock(published, password_kept=self._publisher.password_kept)
        self.connect_button.setVisible(not published)
        self.connect_button.setEnabled(not busy and self.account.whole)
        ready = self.calendars.filled
        self.calendars.setEnabled(ready and not busy and not published)
        self.options.setEnabled(not busy)
        self.keep.setEnabled(not busy)
        self.stop_button.setVisible(published)
        self.stop_button.setEnabled(not busy)
        self.publish_button.setEnabled(ready and not busy and fits)
        if not busy:
            self.progress.end()
        self.publish_button.setDefault(ready)
        self.connect_button.setDefault(not ready)
        grow_to_fit(self)
