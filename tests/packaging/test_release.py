"""What a release asks of the source: the tag is the version, and the changelog tells of it with a date."""

from pathlib import Path

import pytest

import release

CHANGELOG = """# Changelog

## [Unreleased]

## [1.2.0] - 2027-03-01

Weeks print faster.

### Added

- A second page.

## [1.1.0] - 2027-01-15

## [1.0.0]

Not out yet.

[1.2.0]: https://example.org/v1.2.0
"""


def source(folder: Path, version: str) -> Path:
    """A checkout of a version."""
    (folder / "pyproject.toml").write_text(f'[project]\nversion = "{version}"\n', encoding="utf-8")
    (folder / "CHANGELOG.md").write_text(CHANGELOG, encoding="utf-8")
    return folder


def test_the_tag_of_the_version_is_released(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert release.main(["check", "v1.2.0"], source(tmp_path, "1.2.0")) == 0
    assert capsys.readouterr().out == "v1.2.0 can be released.\n"


@pytest.mark.parametrize("tag", ["v1.2.1", "1.2.0", "v1.2", "v1.2.0 ", "release"])
def test_another_tag_is_refused_with_both_ways_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], tag: str
) -> None:
    assert release.main(["check", tag], source(tmp_path, "1.2.0")) == 1
    said = capsys.readouterr().err
    assert f"The tag is {tag}, but pyproject.toml says 1.2.0." in said
    assert "or tag this one v1.2.0" in said


@pytest.mark.parametrize(
    ("version", "reason"),
    [
        ("1.3.0", "has no section of 1.3.0"),
        ("1.0.0", "gives 1.0.0 no date"),
        ("1.1.0", "says nothing of 1.1.0"),
        ("1x2.0", "has no section of 1x2.0"),
    ],
)
def test_a_version_that_the_changelog_does_not_tell_of_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], version: str, reason: str
) -> None:
    assert release.main(["check", f"v{version}"], source(tmp_path, version)) == 1
    assert reason in capsys.readouterr().err


def test_the_notes_are_the_versions_own_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert release.main(["notes"], source(tmp_path, "1.2.0")) == 0
    assert capsys.readouterr().out == "Weeks print faster.\n\n### Added\n\n- A second page.\n"


@pytest.mark.parametrize("words", [[], ["check"], ["notes", "v1.2.0"], ["publish"]])
def test_a_slip_is_answered_with_the_usage(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    assert release.main(words) == 2
    assert capsys.readouterr().err == f"{release.USAGE}\n"


def test_this_source_tells_of_its_version() -> None:
    assert release.section(release.version(release.ROOT), release.changelog(release.ROOT))
