"""Passwords for calendar servers: in the system's keyring, never in a plan, a setting or a log.

Where the system has no keyring, or will not open it, a password is kept for as long as the program runs. The
keyring may ask the person to unlock it: call these methods in a thread of their own.
"""

from contextlib import suppress
from typing import Protocol

_SERVICE = "Milepost"


class Keyring(Protocol):
    """What is used of a keyring, the system's or a test's own."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a password."""

    def get_password(self, service: str, username: str) -> str | None:
        """The password kept, None for none."""

    def delete_password(self, service: str, username: str) -> None:
        """Forget a password; raises where there is none."""


class Passwords:
    """The passwords of a learner's accounts, by server address and user name."""

    def __init__(self, keyring: Keyring | None = None) -> None:
        """With no keyring given, the system's is looked for when a password is first asked for."""
        self._keyring = keyring
        self._for_now: dict[str, str] = {}

    def keep(self, address: str, user: str, password: str) -> bool:
        """Keep a password; False where it could be kept only until the program ends."""
        name = _name(address, user)
        self._for_now[name] = password
        try:
            keyring = self._opened()
            if keyring.get_password(_SERVICE, name) != password:
                keyring.set_password(_SERVICE, name, password)
            # A keyring that is there for show takes every password and keeps none.
            return keyring.get_password(_SERVICE, name) == password
        except Exception:  # noqa: BLE001 - each system's keyring fails in its own ways, all of which mean no
            return False

    def get(self, address: str, user: str) -> str | None:
        """The password kept for an account; None where there is none, or the keyring stays locked."""
        name = _name(address, user)
        if name not in self._for_now:
            with suppress(Exception):
                found = self._opened().get_password(_SERVICE, name)
                if found is not None:
                    self._for_now[name] = found
        return self._for_now.get(name)

    def has_for_now(self, address: str, user: str) -> bool:
        """Whether an account's password is known until the program ends; asks no keyring."""
        return _name(address, user) in self._for_now

    def forget(self, address: str, user: str) -> None:
        """Keep the password no longer."""
        name = _name(address, user)
        self._for_now.pop(name, None)
        with suppress(Exception):
            self._opened().delete_password(_SERVICE, name)

    def _opened(self) -> Keyring:
        if self._keyring is None:
            import keyring

            self._keyring = keyring.get_keyring()
        return self._keyring


def _name(address: str, user: str) -> str:
    return f"{user} at {address}"
