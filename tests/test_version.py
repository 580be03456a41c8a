"""The version comes from one place, and versions compare by their numbers."""

import tomllib
from pathlib import Path

import pytest

from planner.version import (
    Version,
    milepost_version,
    own_version,
    release_page,
    released_version,
    repository,
    version_in,
)

PROJECT = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8"))[
    "project"
]


def test_it_is_the_projects() -> None:
    assert milepost_version() == PROJECT["version"]
    assert str(own_version()) == PROJECT["version"]


def test_the_repository_is_the_projects() -> None:
    assert repository() == PROJECT["urls"]["Repository"]
    assert release_page(Version(0, 2, 0)) == f"{PROJECT['urls']['Repository']}/releases/tag/v0.2.0"


def test_versions_compare_by_their_numbers_and_a_trial_comes_before() -> None:
    texts = ["0.1.0", "0.2.0rc1", "0.2.0", "0.9.0", "0.10.0", "1.0.0"]
    versions = [version_in(each) for each in texts]
    assert None not in versions
    assert versions == sorted(versions, key=lambda each: each or Version(0, 0, 0))


@pytest.mark.parametrize("text", ["", "unknown", "0.1", "v0.1.0", "01.2.3", "1.2.3456789", "١.٢.٣", "-1.0.0"])
def test_what_is_no_version_is_none(text: str) -> None:
    assert version_in(text) is None


def test_a_release_has_its_tag() -> None:
    assert released_version("v0.2.0") == Version(0, 2, 0)
    assert [released_version(each) for each in ("0.2.0", "v0.2.0rc1", "V0.2.0", "vv0.2.0", "v0.2.0\n")] == [
        None
    ] * 5
