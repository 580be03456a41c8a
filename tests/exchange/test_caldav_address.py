"""Addresses of calendar servers as people type them."""

import pytest

from planner.domain.errors import InvalidValue
from planner.exchange.caldav_address import address_typed, is_open_to_listeners


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("cloud.example.org/dav", "https://cloud.example.org/dav"),
        (" https://cloud.example.org ", "https://cloud.example.org"),
        ("localhost:5232", "http://localhost:5232"),
        ("127.0.0.1:5232/ana/", "http://127.0.0.1:5232/ana/"),
        ("http://example.org/", "http://example.org/"),
    ],
)
def test_addresses_as_typed(typed: str, address: str) -> None:
    assert address_typed(typed) == address


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "https://",
        "ftp://example.org",
        "https://ana:secret@example.org/",
        "https://a b/",
        "http://x:99999999/",
    ],
)
def test_addresses_that_are_none(typed: str) -> None:
    with pytest.raises(InvalidValue) as raised:
        address_typed(typed)
    assert "secret" not in str(raised.value)


def test_plain_http_to_another_computer_can_be_listened_to() -> None:
    assert is_open_to_listeners("http://example.org/")
    assert not is_open_to_listeners("https://example.org/")
    assert not is_open_to_listeners("http://127.0.0.1:5232/")
