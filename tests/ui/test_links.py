"""Links open only where they say they lead, and only to the web."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.errors import InvalidValue
from planner.ui.links import link_from, link_problem, open_link, short_link, site_of
from tests.helpers.looks import wait_until_freed


def browser_of(opened: list[QUrl]) -> Callable[[QUrl], bool]:
    """A browser that only remembers what it was to open."""

    def open_url(url: QUrl) -> bool:
        opened.append(url)
        return True

    return open_url


@pytest.mark.parametrize("link", ["https://example.org/a", "http://example.org", "HTTPS://Example.org/ü?q=1"])
def test_links_to_the_web_are_fine(link: str) -> None:
    assert link_problem(link) == ""


@pytest.mark.parametrize(
    ("link", "reason"),
    [
        ("ftp://example.org/file", "begins with"),
        ("file:///etc/passwd", "begins with"),
        ("javascript:alert(1)", "begins with"),
        ("mailto:someone@example.org", "begins with"),
        ("example.org", "begins with"),
        ("https://", "nowhere"),
        ("https:///path", "nowhere"),
        ("https://bank.example@evil.example/", "user name"),
        ("https://user:secret@example.org/", "user name"),
        ("https://good.example\\@evil.example/", "user name"),
        ("", "begins with"),
    ],
)
def test_every_other_link_is_refused_with_its_reason(link: str, reason: str, qtbot: QtBot) -> None:
    assert reason in link_problem(link)
    parent, opened = QWidget(), list[QUrl]()
    qtbot.addWidget(parent)
    assert reason in open_link(link, parent, browser_of(opened))
    assert opened == []
    assert parent.findChild(QMessageBox) is None


def test_a_link_is_opened_after_showing_where_it_goes(qtbot: QtBot) -> None:
    parent, opened = QWidget(), list[QUrl]()
    qtbot.addWidget(parent)
    parent.show()
    assert open_link("https://example.org/<b>x</b>", parent, browser_of(opened)) == ""
    ask = parent.findChild(QMessageBox)
    assert ask is not None
    assert ask.textFormat() is Qt.TextFormat.PlainText
    assert "example.org" in ask.text()
    assert "https://example.org/" in ask.informativeText().replace("\u200b", "")
    assert opened == []
    button = next(each for each in ask.findChildren(QPushButton) if each.text() == "Open")
    button.click()
    wait_until_freed(qtbot, ask)
    assert [url.host() for url in opened] == ["example.org"]


def test_cancelling_opens_nothing(qtbot: QtBot) -> None:
    parent, opened = QWidget(), list[QUrl]()
    qtbot.addWidget(parent)
    parent.show()
    open_link("https://example.org/", parent, browser_of(opened))
    ask = parent.findChild(QMessageBox)
    assert ask is not None
    ask.reject()
    wait_until_freed(qtbot, ask)
    assert opened == []


def test_a_site_that_only_looks_like_another_is_shown_as_it_is_called() -> None:
    assert site_of("https://ex\u0430mple.org/") == "xn--exmple-4nf.org"


def test_a_long_link_loses_its_middle() -> None:
    assert short_link("https://example.org/") == "example.org"
    short = short_link("https://example.org/a/very/long/way/to/somewhere/README.md")
    assert len(short) == 38
    assert short.startswith("example.org/")
    assert short.endswith("README.md")


@pytest.mark.parametrize(
    ("typed", "link"),
    [
        (" https://example.org/a ", "https://example.org/a"),
        ("example.org/a", "https://example.org/a"),
        ("localhost:8000/health", "https://localhost:8000/health"),
        ("http://example.org", "http://example.org"),
    ],
)
def test_a_typed_link_may_leave_out_how_it_begins(typed: str, link: str) -> None:
    assert link_from(typed) == link


@pytest.mark.parametrize(
    "typed", ["mailto:a@example.org", "javascript:alert(1)", "a b.example", "me@a.example"]
)
def test_what_is_no_link_is_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises(InvalidValue, match="link"):
        link_from(typed)


def test_where_no_browser_opens_the_link_is_on_the_clipboard(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    open_link("https://example.org/a", parent, lambda _url: False)
    ask = parent.findChild(QMessageBox)
    assert ask is not None
    next(each for each in ask.findChildren(QPushButton) if each.text() == "Open").click()
    wait_until_freed(qtbot, ask)
    assert QGuiApplication.clipboard().text() == "https://example.org/a"
    said = parent.findChild(QMessageBox)
    assert said is not None
    assert "clipboard" in said.text()
    said.reject()
    wait_until_freed(qtbot, said)
