"""A clock on the wall that tests set by hand, and someone who writes down what reminders tell."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from planner.domain.reminders import Occasion
from planner.ui.reminders.words import ReminderWords


@dataclass
class Wall:
    """A clock on the wall."""

    now: datetime

    def __call__(self) -> datetime:
        """What it shows."""
        return self.now

    def put(self, day: date, clock: str) -> None:
        """Let it show a day and a time, like “18:59”."""
        self.now = datetime.fromisoformat(f"{day.isoformat()}T{clock}")

    def go_on(self, **amount: int) -> None:
        """Let time pass."""
        self.now += timedelta(**amount)

    def today(self) -> date:
        """The day it shows."""
        return self.now.date()


@dataclass
class Recorder:
    """A notifier that writes down what it tells."""

    told: list[tuple[Occasion, ReminderWords]] = field(default_factory=list)
    wanted: bool = False

    def get_ready(self, *, wanted: bool) -> None:
        """Keep whether reminders are wanted."""
        self.wanted = wanted

    def tell(self, occasion: Occasion, words: ReminderWords) -> None:
        """Write it down."""
        self.told.append((occasion, words))

    @property
    def titles(self) -> list[str]:
        """The titles told so far."""
        return [words.title for _, words in self.told]
