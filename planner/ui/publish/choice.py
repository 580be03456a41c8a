"""Where a plan is published, and what of it: kept with the learner's settings, never the password."""

from dataclasses import dataclass, fields, replace
from datetime import datetime

from planner.domain.guards import MINUTES_A_DAY
from planner.exchange.calendar_events import Wanted
from planner.ui.settings import Settings

NO_REMINDER = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """An account and a calendar on a server, and what is taken there.

    `calendar` is the calendar's address, empty while the plan is published nowhere; `keep` whether changes
    are sent on by themselves. `revision` is the plan's when the calendar was last brought up to date, `sent`
    the moment of that (ISO 8601, UTC; empty: never), and `plan_file` the file it was published from.
    `password_kept` says that the system's keyring took the password then.
    """

    address: str = ""
    user: str = ""
    calendar: str = ""
    calendar_name: str = ""
    sessions: bool = True
    milestones: bool = True
    remind_at: int = NO_REMINDER
    keep: bool = False
    revision: int = -1
    sent: str = ""
    plan_file: str = ""
    password_kept: bool = False

    @property
    def published(self) -> bool:
        """Whether the plan is published."""
        return bool(self.calendar)

    @property
    def sent_at(self) -> datetime | None:
        """When the calendar was last brought up to date, with the time zone; None: never."""
        try:
            moment = datetime.fromisoformat(self.sent)
        except ValueError:
            return None
        return moment if moment.tzinfo is not None else None

    @property
    def wanted(self) -> Wanted:
        """The events that are taken along."""
        remind_at = None if self.remind_at == NO_REMINDER else self.remind_at
        return Wanted(sessions=self.sessions, milestones=self.milestones, remind_at=remind_at)

    def with_wanted(self, wanted: Wanted) -> "Choice":
        """The same place, with other events."""
        remind_at = NO_REMINDER if wanted.remind_at is None else wanted.remind_at
        return replace(self, sessions=wanted.sessions, milestones=wanted.milestones, remind_at=remind_at)


def is_published(settings: Settings, plan_id: str) -> bool:
    """Whether a plan is published anywhere: what is asked after each edit, without reading all the rest."""
    return bool(settings.value_for(plan_id, "publish-calendar", ""))


def load_choice(settings: Settings, plan_id: str) -> Choice:
    """What was chosen for a plan."""
    usual = Choice()
    found = {
        each.name: settings.value_for(plan_id, f"publish-{each.name}", getattr(usual, each.name))
        for each in fields(Choice)
    }
    choice = Choice(**found)
    fine = choice.remind_at == NO_REMINDER or 0 <= choice.remind_at < MINUTES_A_DAY
    return choice if fine else replace(choice, remind_at=NO_REMINDER)


def keep_choice(settings: Settings, plan_id: str, choice: Choice) -> None:
    """Keep what is chosen for a plan."""
    for each in fields(Choice):
        settings.set_value_for(plan_id, f"publish-{each.name}", getattr(choice, each.name))
