"""The changelog by versions: what is new after an update, and nothing that is not released."""

from datetime import date

from planner.exchange.changelog import as_markdown, news, sections
from planner.paths import changelog
from planner.version import Version, own_version

TEXT = """# Changelog

All about it.

## [Unreleased]

- Not yet

## [0.10.0] - 2027-03-02

### Added

- Mentors

## [0.9.0] - 2027-02-30

- A day that never was

## 0.2.0

- No brackets

### Not [0.3.0] - 2027-01-01

## [1.0.0rc1] - 2027-04-01

- A trial

## [0.1.0] - 2026-11-23

The first version.
"""


def test_sections_come_by_version_with_their_day_and_words() -> None:
    found = {str(each.version): each for each in sections(TEXT) if each.version.final}
    assert list(found) == ["0.10.0", "0.9.0", "0.2.0", "0.1.0"]
    assert found["0.10.0"].day == date(2027, 3, 2)
    assert found["0.10.0"].text == "### Added\n\n- Mentors"
    assert found["0.9.0"].day is None
    assert found["0.2.0"].text.startswith("- No brackets")
    assert found["0.1.0"].text == "The first version."


def test_news_are_what_came_after_the_last_version_seen() -> None:
    def versions(after: Version | None, up_to: Version) -> list[str]:
        return [str(each.version) for each in news(TEXT, after, up_to)]

    assert versions(Version(0, 1, 0), Version(0, 9, 0)) == ["0.9.0", "0.2.0"]
    assert versions(None, Version(0, 2, 0)) == ["0.2.0", "0.1.0"]
    assert versions(Version(0, 9, 0), Version(0, 9, 0)) == []
    assert versions(Version(0, 10, 0), Version(0, 9, 0)) == []


def test_a_trial_of_a_version_does_not_spend_its_news() -> None:
    trial = Version(0, 9, 0, final=False)
    assert [str(each.version) for each in news(TEXT, Version(0, 1, 0), trial)] == ["0.2.0"]
    assert [str(each.version) for each in news(TEXT, trial, Version(0, 9, 0))] == ["0.9.0"]


def test_what_is_shown_names_each_version_and_its_day() -> None:
    shown = as_markdown(news(TEXT, Version(0, 2, 0), Version(0, 10, 0)))
    assert shown.startswith("## 0.10.0 · 2 Mar 2027\n\n### Added")
    assert "## 0.9.0\n\n- A day that never was" in shown


def test_the_changelog_that_ships_says_what_this_version_brought() -> None:
    own = own_version()
    assert own is not None
    (newest, *_) = news(changelog().read_text(encoding="utf-8"), None, own)
    assert newest.version == own
    assert newest.day is not None
    assert newest.text


def test_noise_holds_no_news() -> None:
    assert sections("") == ()
    assert sections("## \n## [\n## []\n##[0.1.0]\n\x00## [99999999.0.0]") == ()
