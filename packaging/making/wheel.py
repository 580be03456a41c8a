"""The wheel that pip and uv install, and the source archive."""

import sys
from pathlib import Path

from making.checkout import Checkout
from making.steps import in_place, remove, run


def make(checkout: Checkout, wheel: Path, sdist: Path, work: Path) -> None:
    """Build the source archive, and from it the wheel, with the builder that uv.lock names."""
    out = work / "python"
    remove(out)
    run(
        *(Path(sys.executable).parent / "uv", "build", "--quiet", "--no-build-isolation"),
        *("--python", sys.executable, "--out-dir", out, checkout.root),
        environment={"SOURCE_DATE_EPOCH": str(checkout.epoch)},
    )
    for target in (wheel, sdist):
        with in_place(target) as unfinished:
            (out / target.name).rename(unfinished)
