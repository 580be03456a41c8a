"""What the learner chose about reminders, and what was told last: kept for each plan, not in its file."""

from datetime import date
from typing import TypeVar

from planner.domain.errors import InvalidValue
from planner.domain.reminders import Occasion, Reminders
from planner.ui.settings import Settings

Chosen = TypeVar("Chosen", bool, int)


class KeptReminders:
    """The reminders of one plan on this computer; what was kept and makes no sense reads as none chosen."""

    def __init__(self, settings: Settings, plan_id: str) -> None:
        self._settings = settings
        self._plan = plan_id

    @property
    def reminders(self) -> Reminders:
        """What the learner chose."""
        none = Reminders()
        try:
            return Reminders(
                study=self._read("study", none.study),
                study_at=self._read("study-at", none.study_at),
                study_days_only=self._read("study-days-only", none.study_days_only),
                review=self._read("review", none.review),
                review_weekday=self._read("review-weekday", none.review_weekday),
                review_at=self._read("review-at", none.review_at),
            )
        except InvalidValue:
            return none

    @property
    def told(self) -> dict[Occasion, date]:
        """The day each occasion was told on last."""
        found: dict[Occasion, date] = {}
        for occasion in Occasion:
            try:
                found[occasion] = date.fromisoformat(
                    self._settings.value_for(self._plan, _key(f"told-{occasion}"), "")
                )
            except ValueError:
                continue
        return found

    def keep(self, reminders: Reminders) -> None:
        """Keep what the learner chose."""
        for name, value in (
            ("study", reminders.study),
            ("study-at", reminders.study_at),
            ("study-days-only", reminders.study_days_only),
            ("review", reminders.review),
            ("review-weekday", reminders.review_weekday),
            ("review-at", reminders.review_at),
        ):
            self._settings.set_value_for(self._plan, _key(name), value)

    def keep_told(self, occasion: Occasion, day: date) -> None:
        """Keep that an occasion was told on a day; a restart on that day does not tell it again."""
        self._settings.set_value_for(self._plan, _key(f"told-{occasion}"), day.isoformat())

    def is_let_go(self, first_day: date) -> bool:
        """Whether the learner does not want to be asked about the week that begins on a day."""
        return self._settings.value_for(self._plan, _key("let-go"), "") == first_day.isoformat()

    def let_go(self, first_day: date) -> None:
        """Ask no more about the week that begins on a day."""
        self._settings.set_value_for(self._plan, _key("let-go"), first_day.isoformat())

    def _read(self, name: str, default: Chosen) -> Chosen:
        return self._settings.value_for(self._plan, _key(name), default)


def _key(name: str) -> str:
    return f"reminders-{name}"
