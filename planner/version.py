"""The version of this program."""

from importlib.metadata import PackageNotFoundError, version


def milepost_version() -> str:
    """Like “0.1.0”, from the installed package; “unknown” where Milepost was not installed."""
    try:
        return version("milepost")
    except PackageNotFoundError:
        return "unknown"
