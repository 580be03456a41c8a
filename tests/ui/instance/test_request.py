"""Requests: what arguments ask for, and messages that nobody can make harm with."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.ui.instance.request import LIMIT, Request, Wish, asked_by, read_line

SETTINGS = Path("/home/ana/.config/milepost/milepost.ini")
PLAN = Path(Path.cwd().anchor) / "a.milepost"


def test_arguments_become_wishes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert asked_by([], {}) == Request()
    assert asked_by(["--new-plan"], {}) == Request(wish=Wish.NEW_PLAN)
    assert asked_by(["--print-week"], {}) == Request(wish=Wish.PRINT_WEEK)
    assert asked_by(["Año 1.milepost"], {}).plan == tmp_path / "Año 1.milepost"


def test_the_desktops_token_goes_along() -> None:
    assert asked_by([], {"DESKTOP_STARTUP_ID": "x11_TIME12"}).token == "x11_TIME12"
    both = {"DESKTOP_STARTUP_ID": "x11_TIME12", "XDG_ACTIVATION_TOKEN": "wayland"}
    assert asked_by(["--new-plan"], both).token == "wayland"


@pytest.mark.skipif(os.name != "posix", reason="names of files are text on Windows")
@given(name=st.binary(min_size=1, max_size=200).filter(lambda each: not {0, 47} & set(each)))
def test_a_path_of_any_bytes_arrives_whole(name: bytes) -> None:
    request = Request(wish=Wish.OPEN, plan=Path(os.fsdecode(b"/tmp/" + name)), token="t")
    line = request.line(SETTINGS)

    assert line.count(b"\n") == 1
    assert line.endswith(b"\n")
    assert read_line(line, SETTINGS) == request


def told(**changes: object) -> bytes:
    """A message that is in order but for these entries."""
    whole = json.loads(Request(wish=Wish.OPEN, plan=PLAN, token="t").line(SETTINGS))
    return json.dumps(whole | changes).encode()


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"GET / HTTP/1.1",
        b"\xff\xfe\x00",
        b"null",
        b"[" * 20_000,
        b'{"milepost": 1}',
        told(milepost=2),
        told(settings="/home/ben/milepost.ini"),
        told(wish="delete"),
        told(wish=["open"]),
        told(wish={}),
        told(plan=None),
        told(plan=7),
        told(plan="relative.milepost"),
        told(plan="/nul\0.milepost"),
        told(plan="/no byte's letter \ud800.milepost"),
        told(wish="show"),
        told(token=None),
        told(more="x" * LIMIT),
    ],
)
def test_what_is_no_message_is_none(line: bytes) -> None:
    assert read_line(line, SETTINGS) is None


@given(line=st.binary(max_size=300))
def test_garbage_never_raises(line: bytes) -> None:
    assert read_line(line, SETTINGS) is None


@pytest.mark.parametrize("token", ["two\nlines", "ñ", "x" * 2000, "nul\0"])
def test_a_strange_token_is_dropped(token: str) -> None:
    request = read_line(told(token=token), SETTINGS)

    assert request == Request(wish=Wish.OPEN, plan=PLAN)
