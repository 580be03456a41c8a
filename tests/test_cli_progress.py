"""The line that counts: one that is written over on a terminal, a few plain ones elsewhere."""

from io import StringIO

import pytest

from planner.cli_progress import Progress


class Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def counted(stream: StringIO, total: int, monkeypatch: pytest.MonkeyPatch) -> str:
    """What is written while something counts to its total."""
    monkeypatch.setattr("sys.stderr", stream)
    progress = Progress(total, "Page {count} of {total}", many=26)
    for count in range(1, total + 1):
        progress(count)
    return stream.getvalue()


def test_a_terminal_sees_one_line_that_is_gone_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    written = counted(Terminal(), 30, monkeypatch)
    shown = [each.strip() for each in written.split("\r")]
    assert shown[1:31] == [f"Page {count} of 30" for count in range(1, 31)]
    assert shown[31:] == ["", ""]
    assert "\n" not in written


def test_elsewhere_a_few_lines_are_written(monkeypatch: pytest.MonkeyPatch) -> None:
    assert counted(StringIO(), 100, monkeypatch).splitlines() == [
        f"Page {count} of 100" for count in (25, 50, 75, 100)
    ]


def test_what_is_done_at_once_is_not_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    assert counted(Terminal(), 25, monkeypatch) == ""
