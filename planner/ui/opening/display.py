"""Whether there is a screen to open a window on."""

from collections.abc import Mapping

NO_DISPLAY = "milepost: There is no display to open a window on. What works without one: milepost --help"


def has_display(platform: str, environ: Mapping[str, str]) -> bool:
    """Whether Qt will find a screen; without one it would end the process with its own words."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not platform.startswith("linux") or any(environ.get(name) for name in named)
