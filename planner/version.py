"""Which program this is: its name for desktops, and its version."""

APPLICATION = "io.github.milepost_planner.Milepost"
"""The name by which a desktop joins windows, entry, icons and metainfo; files in packaging/linux carry it."""


def milepost_version() -> str:
    """Like “0.1.0”, from the installed package; “unknown” where Milepost was not installed."""
    # It costs 10 ms, and the window needs the name above before it needs the version.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("milepost")
    except PackageNotFoundError:
        return "unknown"
