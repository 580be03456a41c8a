"""Only links that show where they lead are ever opened."""

import pytest

from planner.domain.web_links import may_be_opened


@pytest.mark.parametrize(
    ("link", "opened"),
    [
        ("https://example.org", True),
        ("HTTP://example.org:8080/a?b=c#d", True),
        ("https://example.org/@someone", True),
        ("https://user@example.org/", False),
        ("https://user:secret@example.org/", False),
        ("https://", False),
        ("https:///path", False),
        ("http://[bad/", False),
        ("ftp://example.org/", False),
        ("file:///etc/passwd", False),
        ("javascript:alert(1)", False),
        ("example.org", False),
        ("", False),
    ],
)
def test_which_links_may_be_opened(link: str, opened: bool) -> None:
    assert may_be_opened(link) is opened
