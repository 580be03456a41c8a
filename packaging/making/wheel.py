"""The wheel that pip and uv install, and the source archive."""

from pathlib import Path

from making.checkout import Checkout
from making.steps import in_place, run


def make(checkout: Checkout, wheel: Path, sdist: Path, work: Path) -> None:
    """Build the source archive, and from it the wheel."""
    out = work / "python"
    run(
        *("uv", "build", "--quiet", "--out-dir", out, checkout.root),
        environment={"SOURCE_DATE_EPOCH": str(checkout.epoch)},
    )
    for target in (wheel, sdist):
        with in_place(target) as unfinished:
            (out / target.name).rename(unfinished)
