"""Publishes the plan of a window: when asked to, and by itself a while after an edit where that is wanted."""

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from planner.domain.calendar import week_of
from planner.domain.changes import Changes
from planner.exchange.calendar_events import calendar_events, uid_beginning, uids_of_items
from planner.exchange.publication import Publication
from planner.files import is_there
from planner.storage.secrets import Passwords
from planner.ui.editor import Editor
from planner.ui.fields.text import filled
from planner.ui.publish import work
from planner.ui.publish.choice import Choice, is_published, keep_choice, load_choice
from planner.ui.publish.job import Handle, Job
from planner.ui.publish.standing import Standing
from planner.ui.settings import Settings

if TYPE_CHECKING:
    from planner.exchange.caldav_publish import Pushed

QUIET_SECONDS = 20
"""How long after the last edit changes are sent on."""


class Publisher(QObject):
    """One a window."""

    message = Signal(str)
    """One sentence for the status bar."""

    failed = Signal(str)
    """What went wrong while changes were sent on by themselves; a sentence that stays."""

    standing_changed = Signal()
    """The plan may stand otherwise with its calendar."""

    def __init__(
        self,
        editor: Editor,
        settings: Settings,
        passwords: Passwords,
        parent: QObject,
        *,
        quiet_seconds: float = QUIET_SECONDS,
        now: Callable[[], datetime] = lambda: datetime.now(UTC).astimezone(),
    ) -> None:
        """`now` tells the moment in the learner's time zone."""
        super().__init__(parent)
        self._editor = editor
        self._settings = settings
        self._passwords = passwords
        self._job: Job | None = None
        self._changing: Job | None = None
        self._turn = threading.Lock()
        """Held by the one job that changes the calendar."""
        self._failure = ""
        self._told_failure = False
        self.now = now
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(round(quiet_seconds * 1000))
        self._quiet.timeout.connect(self._send_on)
        editor.changed.connect(self._on_changed)
        # The window may have been closed before the changes of the last edit were sent on.
        self._wait_for_quiet()

    @property
    def choice(self) -> Choice:
        """Where the plan is published, and what of it.

        A copy of the plan has the same id: what is edited in it is not sent on by itself, as long as the file
        that was published is there.
        """
        found = load_choice(self._settings, self._editor.plan.facts.id)
        other = found.plan_file not in ("", self._plan_file) and is_there(Path(found.plan_file))
        return replace(found, keep=False) if other else found

    @property
    def password_kept(self) -> bool:
        """Whether no password need be typed, as far as one can tell without asking a keyring to open."""
        choice = self.choice
        return choice.published and (
            choice.password_kept or self._passwords.has_for_now(choice.address, choice.user)
        )

    @property
    def standing(self) -> Standing:
        """How the plan stands with its calendar."""
        choice = self.choice
        return Standing(
            published=choice.published,
            kept=choice.keep,
            changed=choice.revision != self._editor.document.revision,
            sending=self._changing is not None,
            sent_at=choice.sent_at,
            failure=self._failure,
        )

    @property
    def busy(self) -> bool:
        """Whether a server is being asked."""
        return self._job is not None or self._changing is not None

    def choose(self, choice: Choice) -> None:
        """Keep where the plan is published, and what of it."""
        chosen = replace(choice, plan_file=self._plan_file)
        keep_choice(self._settings, self._editor.plan.facts.id, chosen)
        self._wait_for_quiet()
        self.standing_changed.emit()

    def find_calendars(self, choice: Choice, password: str) -> Job:
        """A job that gives the calendars of an account."""
        passwords = self._passwords
        return self._begun(lambda _handle: work.find_calendars(passwords, choice, password))

    def make_calendar(self, choice: Choice, password: str) -> Job:
        """A job that makes a calendar called as chosen, and gives it."""
        passwords = self._passwords
        return self._begun(lambda _handle: work.make_calendar(passwords, choice, password))

    def publish(self, password: str = "") -> Job:
        """A job that brings the chosen calendar up to date, and gives what it did: `Published`."""
        self._quiet.stop()
        choice, passwords, publication = self.choice, self._passwords, self._publication()
        job = self._begun_alone(lambda handle: work.publish(passwords, choice, password, publication, handle))
        job.done.connect(lambda published: self._on_published(published, publication.revision))
        job.failed.connect(self._on_not_published)
        return job

    def stop(self, password: str = "") -> Job:
        """A job that takes the plan's events out of the calendar, and gives what it did: `Pushed`."""
        self._quiet.stop()
        choice, passwords, beginning = self.choice, self._passwords, uid_beginning(self._editor.plan)
        job = self._begun_alone(
            lambda handle: work.stop_publishing(passwords, choice, password, beginning, handle)
        )
        job.done.connect(self._on_stopped)
        return job

    def forget(self) -> None:
        """Publish nowhere any more, without asking the server: what is there stays."""
        choice, passwords = self.choice, self._passwords
        self._quiet.stop()
        self._begun_alone(lambda _handle: passwords.forget(choice.address, choice.user))
        self.choose(Choice(address=choice.address, user=choice.user).with_wanted(choice.wanted))

    def tell_of(self, job: Job) -> None:
        """Tell in the window how a job ends that nobody follows."""
        job.done.connect(lambda _result: self.message.emit(self.tr("Your calendar was changed as asked.")))
        job.failed.connect(self.failed)

    @property
    def _plan_file(self) -> str:
        return str(self._editor.document.path)

    def _publication(self) -> Publication:
        editor, wanted = self._editor, self.choice.wanted
        # Sessions from this week on: weeks gone by stay in the calendar as they were.
        week = week_of(editor.today, editor.plan.facts.week_start)
        kinds = (replace(wanted, first=week, milestones=False), replace(wanted, sessions=False))
        return Publication(
            events=tuple(
                event
                for each in kinds
                for event in calendar_events(editor.plan, editor.schedule, each, editor.today)
            ),
            uid_beginning=uid_beginning(editor.plan),
            items=uids_of_items(editor.plan, wanted),
            today=editor.today,
            revision=editor.document.revision,
        )

    def _begun_alone(self, to_do: Callable[[Handle], object]) -> Job:
        """A job that changes the calendar; one that does so already is stopped first, and waited for."""
        if self._changing is not None:
            self._changing.cancel()
        turn = self._turn

        def in_turn(handle: Handle) -> object:
            with turn:
                return to_do(handle)

        self._changing = self._begun(in_turn)
        self.standing_changed.emit()
        return self._changing

    def _begun(self, to_do: Callable[[Handle], object]) -> Job:
        job = Job(to_do, self)
        self._job = job
        job.ended.connect(lambda: self._on_ended(job))
        job.start()
        return job

    def _on_ended(self, job: Job) -> None:
        if self._job is job:
            self._job = None
        if self._changing is job:
            self._changing = None
            self.standing_changed.emit()
        job.deleteLater()

    def _on_published(self, published: work.Published, revision: int) -> None:
        self._failure = ""
        if published.pushed.whole:
            sent = self.now().astimezone(UTC).isoformat(timespec="seconds")
            kept = published.password_kept
            self.choose(replace(self.choice, revision=revision, sent=sent, password_kept=kept))

    def _on_not_published(self, sentence: str) -> None:
        self._failure = sentence

    def _on_stopped(self, pushed: "Pushed") -> None:
        choice = self.choice
        if pushed.whole:
            self.choose(Choice(address=choice.address, user=choice.user).with_wanted(choice.wanted))

    def _on_changed(self, _changes: Changes) -> None:
        if is_published(self._settings, self._editor.plan.facts.id):
            self._wait_for_quiet()
            self.standing_changed.emit()

    def _wait_for_quiet(self) -> None:
        """Begin to wait, where changes are to be sent on and there are any."""
        choice, editor = self.choice, self._editor
        if choice.published and choice.keep and not editor.read_only:
            if choice.revision != editor.document.revision:
                self._quiet.start()
        else:
            self._quiet.stop()

    def _send_on(self) -> None:
        if self.busy:
            self._quiet.start()
            return
        job = self.publish()
        job.done.connect(self._tell_sent_on)
        job.failed.connect(self._tell_not_sent_on)

    def _tell_sent_on(self, published: work.Published) -> None:
        pushed = published.pushed
        self._told_failure = False
        if pushed.whole and (pushed.written or pushed.removed):
            name = self.choice.calendar_name
            self.message.emit(filled(self.tr("Your calendar “%1” is up to date."), name))

    def _tell_not_sent_on(self, sentence: str) -> None:
        """Said once until it works again: who is offline for a day needs no banner after each edit."""
        if self._told_failure:
            return
        self._told_failure = True
        lead = self.tr("Your calendar was not brought up to date.")
        again = self.tr(
            "It is tried again after your next change and when Milepost starts, or at once in "
            "Week > Publish to a calendar server."
        )
        self.failed.emit(f"{lead} {sentence} {again}")
