"""Addresses of calendar servers as people type them."""

from urllib.parse import urlsplit

from planner.domain.errors import InvalidValue

LOOPBACK = ("localhost", "127.0.0.1", "::1")


def address_typed(text: str) -> str:
    """A server's address as typed: https is meant where nothing else is said. Raises `InvalidValue`."""
    text = text.strip()
    if not text:
        raise InvalidValue("The server's address is missing.")
    if "://" not in text:
        bare = urlsplit(f"//{text}").hostname or ""
        text = f"{'http' if bare in LOOPBACK else 'https'}://{text}"
    try:
        found = urlsplit(text)
        _ = found.port
    except ValueError:
        raise InvalidValue("This is not the address of a server.") from None
    if found.scheme.lower() not in ("http", "https"):
        raise InvalidValue("The address of a calendar server begins with https://.")
    if not found.hostname or any(each.isspace() or not each.isprintable() for each in text):
        raise InvalidValue("This is not the address of a server.")
    if found.username is not None:
        raise InvalidValue("Leave user name and password out of the address: they have their own fields.")
    return text


def is_open_to_listeners(address: str) -> bool:
    """Whether the password would travel unencrypted: over plain http, to another computer."""
    found = urlsplit(address)
    return found.scheme.lower() == "http" and found.hostname not in LOOPBACK
