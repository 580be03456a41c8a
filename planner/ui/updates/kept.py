"""What is remembered between runs about versions: whether to look for new ones, and which were told of."""

from datetime import date

from planner.ui.settings import Settings
from planner.version import Version, version_in

_WANTED, _LOOKED_ON = "updates/look-daily", "updates/looked-on"
_KNOWN, _DECLINED, _SEEN = "updates/newest-known", "updates/not-wanted", "updates/last-seen"


class KeptUpdates:
    """The learner's choice and what came of it; what makes no sense reads as never kept."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @property
    def wanted(self) -> bool:
        """Whether to look for new versions once a day; off until it is chosen."""
        return self._settings.value(_WANTED, False)

    @wanted.setter
    def wanted(self, wanted: bool) -> None:
        self._settings.set_value(_WANTED, wanted)

    @property
    def looked_on(self) -> date | None:
        """The day it was looked on last, whatever came of it."""
        try:
            return date.fromisoformat(self._settings.value(_LOOKED_ON, ""))
        except ValueError:
            return None

    @looked_on.setter
    def looked_on(self, day: date) -> None:
        self._settings.set_value(_LOOKED_ON, day.isoformat())

    @property
    def known(self) -> Version | None:
        """The newest version that was found, which may be the one that runs by now."""
        return self._version(_KNOWN)

    @known.setter
    def known(self, version: Version) -> None:
        self._settings.set_value(_KNOWN, str(version))

    @property
    def declined(self) -> Version | None:
        """The version the learner does not want to be told of again."""
        return self._version(_DECLINED)

    @declined.setter
    def declined(self, version: Version) -> None:
        self._settings.set_value(_DECLINED, str(version))

    @property
    def seen(self) -> Version | None:
        """The newest version that was ever started with these settings; None on a first start."""
        return self._version(_SEEN)

    @seen.setter
    def seen(self, version: Version) -> None:
        self._settings.set_value(_SEEN, str(version))

    def to_tell_of(self, own: Version) -> Version | None:
        """A version worth telling of: newer than this one, and not one that is not wanted."""
        known = self.known if self.wanted else None
        return known if known is not None and known > own and known != self.declined else None

    def save(self) -> None:
        """Write it down now, as a program may be ended at any moment."""
        self._settings.save()

    def _version(self, key: str) -> Version | None:
        found = version_in(self._settings.value(key, ""))
        return found if found is not None and found.final else None
