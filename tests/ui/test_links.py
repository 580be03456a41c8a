"""Links open only where they say they lead, and only to the web."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from planner.ui.links import link_problem, open_link, short_link, site_of
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
