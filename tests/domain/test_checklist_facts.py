"""Facts of a checklist check themselves, and tell what still lacks evidence."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from planner.domain.checklist_facts import Evidence, EvidenceKind
from planner.domain.errors import InvalidValue
from planner.domain.items import AttachmentId
from tests.helpers.plans import checklist_item

DAY = date(2027, 1, 4)
FILE = AttachmentId("file")


def link(text: str) -> Evidence:
    return Evidence(kind=EvidenceKind.LINK, text=text)


def note(text: str, file: AttachmentId | None = None) -> Evidence:
    return Evidence(kind=EvidenceKind.NOTE, text=text, file=file)


REFUSED: dict[str, tuple[Callable[[], Any], str]] = {
    "empty evidence": (lambda: note(" "), "cannot be empty"),
    "a book of evidence": (lambda: note("x" * 10_001), "at most 10,000"),
    "a link to a file": (lambda: link("file:///etc/passwd"), "http:// or https://"),
    "a link to a script": (lambda: link("javascript:alert(1)"), "http:// or https://"),
    "a link with spaces": (lambda: link("https://example.org/a b"), "no spaces"),
    "a file that is not there": (lambda: Evidence(kind=EvidenceKind.FILE, text="a.pdf"), "names the file"),
    "a note with a file": (lambda: note("a.pdf", FILE), "names the file, and no other does"),
    "an item without a title": (lambda: checklist_item("i", "m", title="\n"), "title cannot be empty"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_is_refused(name: str) -> None:
    make, sentence = REFUSED[name]
    with pytest.raises(InvalidValue, match=sentence):
        make()


ALLOWED: dict[str, Callable[[], Any]] = {
    "a link in capitals": lambda: link("HTTPS://example.org"),
    "a note of a link": lambda: note("file on my disk"),
    "a file": lambda: Evidence(kind=EvidenceKind.FILE, text="a.pdf", file=FILE),
}


@pytest.mark.parametrize("name", ALLOWED)
def test_what_may_be_is_taken(name: str) -> None:
    assert ALLOWED[name]() == ALLOWED[name]()


def test_an_item_may_be_done_and_still_lack_what_shows_it() -> None:
    item = checklist_item("i", "m", needs_evidence=True)
    assert not item.done
    assert not item.lacks_evidence
    ticked = replace(item, done_on=DAY)
    assert ticked.done
    assert ticked.lacks_evidence
    assert not replace(ticked, evidence=(link("https://example.org"),)).lacks_evidence
    assert not checklist_item("i", "m", done_on=DAY).lacks_evidence
