"""Whether there is a screen to open a window on."""

import re
import socket
from collections.abc import Mapping

NO_DISPLAY = "milepost: There is no display to open a window on. What works without one: milepost --help"


def has_display(platform: str, environ: Mapping[str, str]) -> bool:
    """Whether Qt will find a screen; without one it would end the process with its own words."""
    if not platform.startswith("linux") or any(
        environ.get(name) for name in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        return True
    return bool(environ.get("DISPLAY")) and _answers(environ["DISPLAY"])


def _answers(display: str) -> bool:
    """Whether an X server listens where X(7) says a display of this name does; True where that is unknown."""
    local = re.fullmatch(r"(?:unix)?:(\d+)(?:\.\d+)?", display)
    if local is None:
        return True
    path = f"/tmp/.X11-unix/X{local[1]}"
    return any(_listens(address) for address in (path, f"\0{path}"))


def _listens(address: str) -> bool:
    with socket.socket(socket.AF_UNIX) as caller:
        return caller.connect_ex(address) == 0
