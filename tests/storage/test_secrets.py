"""Passwords: in a keyring where there is one, for as long as the program runs where there is none."""

from collections.abc import Callable

import keyring.backends.fail
import keyring.backends.null
import pytest

from planner.storage.secrets import Keyring, Passwords
from tests.helpers.keyrings import BrokenKeyring, MemoryKeyring

ADDRESS, USER = "https://cloud.example.org/", "ana"


def test_a_keyring_keeps_a_password_for_the_next_start() -> None:
    system = MemoryKeyring()
    assert Passwords(system).keep(ADDRESS, USER, "secret")
    assert Passwords(system).get(ADDRESS, USER) == "secret"


def test_each_account_has_its_own() -> None:
    passwords = Passwords(MemoryKeyring())
    passwords.keep(ADDRESS, USER, "secret")
    assert passwords.get(ADDRESS, "ben") is None
    assert passwords.get("https://other.example.org/", USER) is None


def test_a_new_password_takes_the_place_of_the_old() -> None:
    system = MemoryKeyring()
    Passwords(system).keep(ADDRESS, USER, "old")
    Passwords(system).keep(ADDRESS, USER, "new")
    assert Passwords(system).get(ADDRESS, USER) == "new"


def test_what_is_forgotten_is_nowhere() -> None:
    system = MemoryKeyring()
    passwords = Passwords(system)
    passwords.keep(ADDRESS, USER, "secret")
    passwords.forget(ADDRESS, USER)
    assert passwords.get(ADDRESS, USER) is None
    assert not system.kept
    passwords.forget(ADDRESS, USER)


@pytest.mark.parametrize(
    "kind", [keyring.backends.fail.Keyring, keyring.backends.null.Keyring, BrokenKeyring]
)
def test_without_a_keyring_it_is_kept_until_the_program_ends(kind: Callable[[], Keyring]) -> None:
    system = kind()
    passwords = Passwords(system)
    assert not passwords.has_for_now(ADDRESS, USER)
    assert not passwords.keep(ADDRESS, USER, "secret")
    assert passwords.has_for_now(ADDRESS, USER)
    assert passwords.get(ADDRESS, USER) == "secret"
    assert Passwords(system).get(ADDRESS, USER) is None
    passwords.forget(ADDRESS, USER)
    assert passwords.get(ADDRESS, USER) is None


def test_the_systems_own_keyring_is_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    system = MemoryKeyring()
    monkeypatch.setattr("keyring.get_keyring", lambda: system)
    Passwords().keep(ADDRESS, USER, "secret")
    assert list(system.kept.values()) == ["secret"]
