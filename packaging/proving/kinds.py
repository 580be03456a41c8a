"""Which artifacts there are, what each needs to be proved, and which proofs that makes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import partial
from pathlib import Path

from dev import QT_NEEDS, TEST_NEEDS, Need
from proving.debs import prove_deb
from proving.folders import Unpack, move_appdir, move_program, prove_unpacked, unpack_rpm, unpack_tarball
from proving.wheels import prove_sdist, prove_wheel
from proving.workshop import Workshop

PYTHONS = ("3.11", "3.12", "3.13")

DESKTOP = (
    *("Xvfb", "openbox", "xdotool", "dbus-run-session", "/usr/libexec/at-spi-bus-launcher"),
    *("import pyatspi", "pdftotext"),
)
"""What every proof drives and reads, by the names under which the tests need it too."""

ZSTD = Need("zstd", "zstd", "it unpacks the tarball, and Debians kept from last time")
RPM_NEEDS = (
    Need("rpm2cpio", "rpm2cpio", "it unpacks the .rpm"),
    Need("cpio", "cpio", "it unpacks the .rpm"),
)
DEB_NEEDS = (
    Need("/usr/sbin/debootstrap", "debootstrap", "it makes a fresh Debian to install the .deb into"),
    Need("dpkg-deb", "dpkg", "it makes a newer .deb to upgrade to"),
)


@dataclass(frozen=True, slots=True)
class Proof:
    """One artifact in one surrounding; `run` raises ProofFailed or NotRun."""

    subject: str
    run: Callable[[Workshop], None]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the proofs are to run with: which Debians, which Pythons, what installs wheels (None: pip).

    `kept` is where fresh Debians are kept for the next time.
    """

    debians: Sequence[str]
    pythons: Sequence[str]
    uv: str | None
    kept: Path


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of artifact: how its name looks, what proving it needs, which proofs there are of one."""

    pattern: str
    needs: tuple[Need, ...]
    proofs: Callable[[Path, Wishes], list[Proof]]


def kind_of(artifact: Path) -> Kind | None:
    """The kind of an artifact, by its name; None for anything else."""
    return next((kind for kind in KINDS if fnmatchcase(artifact.name, kind.pattern)), None)


def artifacts_in(folder: Path) -> list[Path]:
    """All artifacts in a folder that can be proved, quick ones first."""
    if not folder.is_dir():
        return []
    here = sorted(folder.iterdir())
    return [path for kind in KINDS for path in here if kind_of(path) is kind]


def needs_of(artifacts: Sequence[Path], *, roots: bool) -> tuple[Need, ...]:
    """What this system must bring to prove these artifacts; `roots` says whether Debians will be set up."""
    kinds = [kind for artifact in artifacts if (kind := kind_of(artifact)) is not None]
    kinds = [kind for kind in kinds if roots or kind.proofs is not _of_deb]
    used = [need for need in TEST_NEEDS if need.thing in DESKTOP]
    return tuple(dict.fromkeys([*used, *(need for kind in kinds for need in kind.needs)]))


def _unpacked(where: str, unpack: Unpack) -> Callable[[Path, Wishes], list[Proof]]:
    """The one proof of an artifact that is a folder of files."""

    def proofs(artifact: Path, _wishes: Wishes) -> list[Proof]:
        return [Proof(f"{artifact.name} {where}", partial(prove_unpacked, artifact, unpack=unpack))]

    return proofs


def _of_wheel(artifact: Path, wishes: Wishes) -> list[Proof]:
    return [
        Proof(
            f"{artifact.name} on Python {python}",
            partial(prove_wheel, artifact, python=python, uv=wishes.uv),
        )
        for python in wishes.pythons
    ]


def _of_sdist(artifact: Path, wishes: Wishes) -> list[Proof]:
    python = wishes.pythons[0]
    run = partial(prove_sdist, artifact, python=python, uv=wishes.uv)
    return [Proof(f"{artifact.name} on Python {python}", run)]


def _of_deb(artifact: Path, wishes: Wishes) -> list[Proof]:
    return [
        Proof(
            f"{artifact.name} in a fresh Debian {number}",
            partial(prove_deb, artifact, number=number, kept=wishes.kept),
        )
        for number in wishes.debians
    ]


KINDS = (
    Kind("milepost", QT_NEEDS, _unpacked("copied into a home", move_program)),
    Kind("Milepost.AppDir", QT_NEEDS, _unpacked("copied into a home", move_appdir)),
    Kind("milepost-*-linux-x86_64.tar.zst", (*QT_NEEDS, ZSTD), _unpacked("in a home", unpack_tarball)),
    Kind("milepost-*.x86_64.rpm", (*QT_NEEDS, *RPM_NEEDS), _unpacked("unpacked in a home", unpack_rpm)),
    Kind("milepost-*.tar.gz", QT_NEEDS, _of_sdist),
    Kind("milepost-*-py3-none-any.whl", QT_NEEDS, _of_wheel),
    Kind("milepost_*_amd64.deb", (*DEB_NEEDS, ZSTD), _of_deb),
)
"""Every kind, the quick ones first."""
