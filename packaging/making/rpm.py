"""The package for Fedora, openSUSE and their like."""

from pathlib import Path

from making import files
from making.checkout import Checkout
from making.deb import ABOUT, RECOMMENDED, synopsis
from making.depends import rpm_requires
from making.steps import BuildFailed, in_place, remove, run
from making.tree import DOCUMENTS, PROGRAM

_SPEC = """\
Name: milepost
Version: {version}
Release: 1
Summary: {summary}
License: {licence}
URL: {homepage}
AutoReqProv: no
{requires}
{recommends}

%description
{about}

%files
{files}
"""
_LICENCES = (
    # Milepost's own, then those of what it brings; the copyright file says which is whose.
    *("MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "LGPL-2.1-or-later", "LGPL-3.0-only"),
    *("LGPL-3.0-or-later", "MPL-2.0", "OFL-1.1", "PSF-2.0", "Unicode-3.0"),
)
_DEFINITIONS = {
    # What would depend on the machine or the moment: its name, its clock, its distribution.
    "_buildhost": "localhost",
    "use_source_date_epoch_as_buildtime": "1",
    "clamp_mtime_to_source_date_epoch": "1",
    "_binary_payload": "w12.zstdio",
    # The program is made already: nothing is to be stripped, byte-compiled or looked through again.
    "debug_package": "%{nil}",
    "__os_install_post": "%{nil}",
    "_build_id_links": "none",
    "_rpmfilename": "%{NAME}-%{VERSION}-%{RELEASE}.%{ARCH}.rpm",
}


def make(checkout: Checkout, tree: Path, asked: dict[str, set[str]], target: Path, work: Path) -> None:
    """Make the package `target` of the files in `tree`, laid out as from `/`."""
    top = work / "rpm"
    remove(top)
    # rpmbuild reads its files from a root of its own, which it removes: a copy.
    root = top / "root"
    files.copy(tree, root)
    (top / "milepost.spec").write_text(spec(checkout, tree, asked), encoding="utf-8")
    definitions = _DEFINITIONS | {"_topdir": str(top), "_rpmdir": str(top / "made")}
    run(
        *("rpmbuild", "-bb", "--quiet", "--target", "x86_64-linux", "--buildroot", root, "--nodeps"),
        *(word for name, value in definitions.items() for word in ("--define", f"{name} {value}")),
        top / "milepost.spec",
        environment={"SOURCE_DATE_EPOCH": str(checkout.epoch), "LC_ALL": "C.UTF-8", "TZ": "UTC"},
    )
    made = list((top / "made").rglob("*.rpm"))
    if len(made) != 1:
        raise BuildFailed(f"rpmbuild made {len(made)} packages in place of one.")
    with in_place(target) as unfinished:
        made[0].rename(unfinished)
    remove(top)


def spec(checkout: Checkout, tree: Path, asked: dict[str, set[str]]) -> str:
    """What rpmbuild reads: the package's words about itself, and each of its files."""
    return _SPEC.format(
        version=checkout.version,
        summary=_capital(synopsis(checkout.description).rstrip(".")),
        licence=" AND ".join(_LICENCES),
        homepage=checkout.homepage,
        requires="\n".join(f"Requires: {library}" for library in rpm_requires(asked)),
        recommends="\n".join(f"Recommends: {package}" for package in RECOMMENDED),
        about=ABOUT,
        files="\n".join(_files(tree)),
    )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _files(tree: Path) -> list[str]:
    """Every file; of the folders those that belong to Milepost alone."""
    lines = ["%defattr(-,root,root,-)", f"/{PROGRAM}", f"/{DOCUMENTS}"]
    for path in files.every(tree):
        name = f"/{path.relative_to(tree)}"
        if not path.is_dir() and not name.startswith((f"/{PROGRAM}/", f"/{DOCUMENTS}/")):
            lines.append(name)
    return lines
