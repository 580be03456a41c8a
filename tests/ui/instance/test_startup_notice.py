"""The message that takes the busy cursor away when a start leaves its work to another."""

import ctypes
import os

import pytest

from planner.ui.instance.startup_notice import _Event, end_startup_notice, pieces


def test_it_names_the_start_in_parts_of_twenty_bytes() -> None:
    parts = pieces('files/host "1"_TIME42')

    assert b"".join(parts) == b'remove: ID="files/host \\"1\\"_TIME42"\0'
    assert {len(part) for part in parts[:-1]} == {20}
    assert 0 < len(parts[-1]) <= 20


def test_where_no_desktop_waits_there_is_nothing_to_do() -> None:
    end_startup_notice({})
    end_startup_notice({"DESKTOP_STARTUP_ID": "x", "DISPLAY": ""})


@pytest.mark.skipif(os.name != "posix", reason="other systems have no X11")
def test_the_words_lie_where_x11_looks_for_them() -> None:
    # XClientMessageEvent: seven members, each in the room of a long, then the data.
    assert _Event.data.offset == 7 * ctypes.sizeof(ctypes.c_long)
    assert ctypes.sizeof(_Event) >= 24 * ctypes.sizeof(ctypes.c_long)
