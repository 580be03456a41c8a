"""The folder that an AppImage is made from; the AppImage itself is made by the release's recipe."""

from pathlib import Path

from making import files
from making.checkout import Checkout
from making.names import APPLICATION
from making.steps import in_place

_RUN = """\
#!/bin/sh
# Starts Milepost from wherever this folder is mounted or lies.
here="$(dirname "$(readlink -f "$0")")"
exec "$here/usr/lib/milepost/milepost" "$@"
"""


def make(checkout: Checkout, tree: Path, target: Path) -> None:
    """Make the folder `target` from the files of the packages: program, desktop entry and icon at its top."""
    with in_place(target) as unfinished:
        files.copy(tree, unfinished)
        (unfinished / "AppRun").write_text(_RUN, encoding="utf-8")
        (unfinished / "AppRun").chmod(0o755)
        share = Path("usr/share")
        (unfinished / f"{APPLICATION}.desktop").symlink_to(share / "applications" / f"{APPLICATION}.desktop")
        icon = share / "icons/hicolor/256x256/apps" / f"{APPLICATION}.png"
        (unfinished / f"{APPLICATION}.png").symlink_to(icon)
        (unfinished / ".DirIcon").symlink_to(icon)
        files.settle(unfinished, checkout.epoch)
