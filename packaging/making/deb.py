"""The package for Debian, Ubuntu and what is made from them."""

import hashlib
import shutil
from pathlib import Path

from making import files
from making.steps import in_place, run


def make(tree: Path, control: str, target: Path, epoch: int, work: Path) -> None:
    """Make the package `target` of the files in `tree`, laid out as from `/`, with this control text."""
    root = work / "deb"
    shutil.rmtree(root, ignore_errors=True)
    files.copy(tree, root)
    about = root / "DEBIAN"
    about.mkdir()
    (about / "control").write_text(control, encoding="utf-8")
    (about / "md5sums").write_text(md5sums(tree), encoding="utf-8")
    files.settle(root, epoch)
    with in_place(target) as unfinished:
        run(
            *("dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--build", root, unfinished),
            environment={"SOURCE_DATE_EPOCH": str(epoch)},
        )


def md5sums(tree: Path) -> str:
    """The sums by which `dpkg --verify` and debsums find a file that was changed."""
    return "".join(
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  {path.relative_to(tree)}\n"
        for path in files.every(tree)
        if path.is_file() and not path.is_symlink()
    )


def installed_size(tree: Path) -> int:
    """What `Installed-Size` says: KiB, each file rounded up by itself, as the Debian policy counts."""
    sizes = (path.lstat().st_size for path in files.every(tree) if path.is_file() and not path.is_symlink())
    return sum(-(-size // 1024) for size in sizes) + sum(1 for path in files.every(tree) if path.is_dir())
