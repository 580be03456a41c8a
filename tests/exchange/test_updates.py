"""Asking which versions there are: of a real server on loopback, kind and hostile, and of nobody else."""

import asyncio
import gzip
import json
from pathlib import Path

import pytest

from planner.exchange.updates import (
    LARGEST_ANSWER,
    UpdatesUnknown,
    ask_for_newest,
    newest_in,
    releases_address,
)
from planner.version import Version, repository
from tests.helpers.releases import PATH, Releases, listed, publishing, release
from tests.helpers.websites import refusing_address, speaking, website

UNREADABLE = "What api.example answered could not be read. Try again later."


def asked(found: Releases, path: str = "", seconds: float = 10) -> Version | None:
    address = found.site.address + path if path else found.address
    return asyncio.run(ask_for_newest(address, seconds=seconds, trusted=found.trusted))


def why_not(found: Releases, path: str = "", seconds: float = 10) -> str:
    with pytest.raises(UpdatesUnknown) as unknown:
        asked(found, path, seconds)
    return str(unknown.value)


def test_the_projects_own_repository_is_asked_by_its_interface_for_programs() -> None:
    assert releases_address(repository()) == f"https://api.github.com{PATH}"


@pytest.mark.parametrize(
    "home", ["", "http://github.com/a/b", "https://github.com/a", "https://x.example/a/b"]
)
def test_a_repository_elsewhere_is_not_asked(home: str) -> None:
    with pytest.raises(UpdatesUnknown, match="does not know where"):
        releases_address(home)


def test_the_newest_release_is_found_and_nothing_but_the_question_is_sent(tmp_path: Path) -> None:
    with publishing(tmp_path, listed(release("v0.9.9"), release("v0.10.1"), release("v0.10.0"))) as found:
        assert asked(found) == Version(0, 10, 1)
    ((path, headers),) = found.site.asked
    assert path == PATH
    plain = {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}
    assert set(headers) <= plain
    assert headers["User-Agent"] == "Milepost"


def test_drafts_trials_and_other_tags_are_passed_over() -> None:
    others = [
        "nightly",
        "0.9.0",
        "v0.9",
        "v0.9.0-rc1",
        "v0.9.0rc1",
        "v00.9.0",
        "v1.0.0 ",
        "<b>v1.0.0</b>",
        "v9٠.0.0",
    ]
    answer = listed(
        *(release(tag) for tag in others),
        release("v0.8.0", draft=True),
        release("v0.8.1", prerelease=True),
        release("v0.8.2", draft="false"),
        release("v0.8.3", prerelease=None),
        release(7),
        release(["v0.8.4"]),
        {"tag_name": "v0.8.5"},
        release("v0.2.0"),
    )
    assert newest_in(answer, "api.example") == Version(0, 2, 0)
    assert newest_in(b"[]", "api.example") is None


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"<html><body>Hello</body></html>",
        b"\xff\xfe[]",
        b"null",
        b'"v9.0.0"',
        json.dumps({"message": "Moved", "tag_name": "v9.0.0"}).encode(),
        b'["v9.0.0"]',
        b"[" * 200_000,
        b"[" + b"9" * 10_000 + b"]",
        gzip.compress(listed(release("v9.0.0"))),
    ],
)
def test_what_is_no_list_of_releases_is_said_in_one_sentence(answer: bytes) -> None:
    with pytest.raises(UpdatesUnknown) as unknown:
        newest_in(answer, "api.example")
    assert str(unknown.value) == UNREADABLE


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (404, "127.0.0.1 has no list of versions yet."),
        (403, "127.0.0.1 asks to wait: it was asked too often from your network. Try again in an hour."),
        (429, "127.0.0.1 asks to wait: it was asked too often from your network. Try again in an hour."),
        (500, "127.0.0.1 did not answer as it should (500). Try again later."),
        (204, "127.0.0.1 did not answer as it should (204). Try again later."),
    ],
)
def test_each_refusal_has_its_sentence(tmp_path: Path, status: int, sentence: str) -> None:
    with publishing(tmp_path, b"") as found:
        assert why_not(found, f"/status/{status}") == sentence


def test_an_answer_without_end_is_left_early(tmp_path: Path) -> None:
    with publishing(tmp_path, b"", pages={"/long": b" " * (LARGEST_ANSWER + 1)}) as found:
        for path in ("/huge", "/long"):
            assert why_not(found, path) == "What 127.0.0.1 answered could not be read. Try again later."


@pytest.mark.parametrize("path", ["/silent", "/drip"])
def test_what_never_answers_is_left_in_time(tmp_path: Path, path: str) -> None:
    with publishing(tmp_path, b"") as found:
        assert why_not(found, path, 0.5) == "127.0.0.1 did not answer in time. Try again later."


def test_it_follows_within_https_and_nowhere_else(tmp_path: Path) -> None:
    sends_on = {"/moved": PATH, "/file": "file:///etc/passwd", "/secret": "https://me:pw@127.0.0.1/"}
    with website() as plain:
        sends_on["/plain"] = f"{plain.address}{PATH}"
        with publishing(tmp_path, listed(release("v0.2.0")), sends_on) as found:
            assert asked(found, "/moved") == Version(0, 2, 0)
            for path in ("/plain", "/file", "/secret"):
                expected = "127.0.0.1 sends on to a place that is not asked, so nothing is known."
                assert why_not(found, path) == expected
            assert why_not(found, "/loop") == "What 127.0.0.1 answered could not be read. Try again later."
        assert plain.asked == []


def test_an_address_without_https_is_never_asked(tmp_path: Path) -> None:
    with website() as plain, pytest.raises(UpdatesUnknown):
        asyncio.run(ask_for_newest(plain.address + PATH))
    assert plain.asked == []


def test_a_stranger_with_a_certificate_of_its_own_is_not_believed(tmp_path: Path) -> None:
    with publishing(tmp_path, listed(release("v9.0.0"))) as found:
        with pytest.raises(UpdatesUnknown, match="is not to be trusted, so nothing was asked"):
            asyncio.run(ask_for_newest(found.address))
        assert found.site.asked == []


def test_without_a_network_it_asks_whether_one_is_online() -> None:
    for address in ("https://nobody.invalid/", refusing_address().replace("http:", "https:")):
        with pytest.raises(UpdatesUnknown, match=r"could not be reached\. Are you online"):
            asyncio.run(ask_for_newest(address))


def test_something_that_is_no_website_is_said_so() -> None:
    with speaking(b"220 mail ready\r\n") as address, pytest.raises(UpdatesUnknown) as unknown:
        asyncio.run(ask_for_newest(address.replace("http:", "https:")))
    assert "\n" not in str(unknown.value)
