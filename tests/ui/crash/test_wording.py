"""What the log keeps of messages, and what it leaves out."""

import pytest

from planner.ui.crash.wording import last_words, without_content


@pytest.mark.parametrize(
    ("message", "kept"),
    [
        ("QPainter::begin: Paint device returned engine == 0, type: 3", None),
        ("QObject::startTimer: Timers cannot be started from another thread", None),
        ('Could not open "My title.milepost" for reading', "Could not open “…” for reading"),
        ("failed to add paths: /home/anna/My plan, 2", "failed to add paths: …"),
        ("bad file:///home/anna/My plan", "bad …"),
        ("bad C:\\Users\\Anna\\My plan", "bad …"),
        ("said 'one' and “two” and ‘three", "said “…” and “…” and “…”"),
        ("two\nlines of “a\ntitle”", "two lines of “…”"),
        ("no widget QWidget(0x55d0c8a0)", "no widget QWidget(0x…)"),
    ],
)
def test_qts_messages_lose_what_they_quote_and_where_files_lie(message: str, kept: str | None) -> None:
    assert without_content(message) == (message if kept is None else kept)


def test_a_long_message_is_cut() -> None:
    assert len(without_content("a " * 100_000)) <= 2000


def test_last_words_name_places_and_no_folders() -> None:
    words = (
        "Fatal Python error: Segmentation fault\n\n"
        "Current thread 0x00007f (most recent call first):\n"
        '  File "/home/anna/Secret plan/planner/ui/editor.py", line 12 in apply\n'
        '  File "C:\\\\Users\\\\anna\\\\planner\\\\app.py", line 3 in run\n'
        '  File "<string>", line 1 in <module>\n'
        "\nExtension modules: numpy._core (total: 1)\nSecret plan\n"
    )
    assert last_words(words) == [
        "Fatal Python error: Segmentation fault",
        "Current thread 0x00007f",
        "  editor.py:12 apply",
        "  app.py:3 run",
        "  <string>:1 <module>",
    ]
