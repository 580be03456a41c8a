"""Keyrings for tests: the system's own is never opened."""

from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError


class MemoryKeyring(KeyringBackend):
    """Keeps passwords in a table, like a keyring that is open."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call] # keyring carries no types here
        self.kept: dict[tuple[str, str], str] = {}

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a password."""
        self.kept[service, username] = password

    def get_password(self, service: str, username: str) -> str | None:
        """The password kept."""
        return self.kept.get((service, username))

    def delete_password(self, service: str, username: str) -> None:
        """Forget a password."""
        try:
            del self.kept[service, username]
        except KeyError:
            raise PasswordDeleteError("no such password") from None


class BrokenKeyring(KeyringBackend):
    """A keyring whose owner does not unlock it."""

    priority = 1

    def set_password(self, service: str, username: str, password: str) -> None:
        """Stay locked."""
        raise KeyringLocked("locked")

    def get_password(self, service: str, username: str) -> str | None:
        """Stay locked."""
        raise KeyringLocked("locked")

    def delete_password(self, service: str, username: str) -> None:
        """Stay locked."""
        raise KeyringLocked("locked")
