"""Whether there is a screen: as the environment says, and only where somebody answers there."""

import socket
from collections.abc import Iterator

import pytest

from planner.ui.opening.display import has_display

NUMBER = "7391"


@pytest.fixture
def server() -> Iterator[None]:
    """Something that listens where the X server of that number would."""
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(f"\0/tmp/.X11-unix/X{NUMBER}")
        listening.listen()
        yield


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="X servers listen on Unix sockets")
def test_a_display_that_answers_is_one(server: None) -> None:
    assert has_display("linux", {"DISPLAY": f":{NUMBER}"})
    assert has_display("linux", {"DISPLAY": f"unix:{NUMBER}.0"})


def test_a_display_that_is_gone_is_none() -> None:
    assert not has_display("linux", {"DISPLAY": f":{NUMBER}"})
    assert not has_display("linux", {})


@pytest.mark.parametrize(
    "environ",
    [{"WAYLAND_DISPLAY": "wayland-0"}, {"QT_QPA_PLATFORM": "offscreen"}, {"DISPLAY": "elsewhere.net:10.0"}],
)
def test_others_are_left_to_qt(environ: dict[str, str]) -> None:
    assert has_display("linux", environ)


def test_other_systems_always_have_one() -> None:
    assert has_display("darwin", {})
