"""What the packages say of the program, read from small made-up and from real files."""

import shutil
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

from making import deb, depends, elf, icu, orphans, trim
from making.checkout import Checkout
from making.elf import Needs
from making.steps import BuildFailed

SOURCE = Checkout(
    root=Path("/nowhere"),
    version="1.2.3",
    description="A study planner for people",
    homepage="https://example.org",
    commit="0" * 40,
    epoch=1_700_000_000,
    changed=(),
)
ASKED = {"libc.so.6": {"GLIBC_2.4", "GLIBC_2.36"}, "libX11.so.6": set[str](), "libz.so.1": set[str]()}
LIBRARIES = Path(PySide6.__file__).parent / "Qt" / "lib"


def test_a_package_depends_on_what_the_program_does_not_bring() -> None:
    wanted = [Needs(libraries=["libc.so.6", "libQt6Core.so.6"], versions={"libc.so.6": ["GLIBC_2.36"]})]
    assert depends.outside(wanted, {"libQt6Core.so.6"}) == {"libc.so.6": {"GLIBC_2.36"}}
    assert depends.debian_depends(ASKED) == "libc6 (>= 2.36), libx11-6, zlib1g"
    required = depends.rpm_requires(ASKED)
    assert required[0] == "libc.so.6(GLIBC_2.36)(64bit)"
    assert "libX11.so.6()(64bit)" in required
    with pytest.raises(BuildFailed, match="libstrange"):
        depends.debian_depends({**ASKED, "libstrange.so.1": set()})


def test_what_a_real_program_asks_for_is_read() -> None:
    python = Path(sys.executable).resolve()
    found = elf.needs([python])[python]
    assert "libc.so.6" in found.libraries
    assert any(version.startswith("GLIBC_2.") for version in found.versions["libc.so.6"])


@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="dpkg-deb is not installed here")
def test_the_debian_package_holds_the_tree_and_is_the_same_twice(tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    program = tree / "usr" / "lib" / "milepost"
    program.mkdir(parents=True)
    (program / "milepost").write_text("#!/bin/sh\n")
    (program / "milepost").chmod(0o755)
    made = [tmp_path / name / "milepost.deb" for name in ("one", "two")]
    for target in made:
        deb.make(SOURCE, tree, ASKED, target, tmp_path / target.parent.name)
    assert made[0].read_bytes() == made[1].read_bytes()

    listed = subprocess.run(["dpkg-deb", "--contents", made[0]], capture_output=True, text=True, check=True)
    assert "-rwxr-xr-x root/root" in listed.stdout
    assert "./usr/lib/milepost/milepost" in listed.stdout
    fields = subprocess.run(["dpkg-deb", "--field", made[0]], capture_output=True, text=True, check=True)
    assert "Version: 1.2.3\n" in fields.stdout
    assert "Depends: libc6 (>= 2.36), libx11-6, zlib1g\n" in fields.stdout
    assert "Description: study planner for people\n" in fields.stdout


def test_a_library_goes_when_nothing_asks_for_it(tmp_path: Path) -> None:
    inside = tmp_path / "_internal"
    program, plugin = tmp_path / "milepost", inside / "plugins" / "picture.so"
    used, unused, only_by_unused = (
        inside / name for name in ("libused.so.1", "libunused.so.1", "libold.so.2")
    )
    asked = {
        program: Needs(libraries=["libc.so.6"]),
        plugin: Needs(libraries=["libused.so.1"]),
        used: Needs(),
        unused: Needs(libraries=["libold.so.2"]),
        only_by_unused: Needs(),
        inside / "libpython3.11.so.1.0": Needs(),
        inside / "_cffi_backend.cpython-311-x86_64-linux-gnu.so": Needs(),  # a module by itself
    }
    assert orphans.orphans(asked, {inside}) == sorted([unused, only_by_unused])


def test_what_is_left_to_the_system_goes_and_its_namesakes_stay() -> None:
    assert not trim.wanted(("libstdc++.so.6", "/usr/lib/libstdc++.so.6", "BINARY"))
    assert not trim.wanted(("PySide6/Qt/plugins/sqldrivers/libqsqlite.so", "", "BINARY"))
    assert not trim.wanted(("PySide6\\plugins\\sqldrivers\\qsqlite.dll", "", "BINARY"))
    assert trim.wanted(("PySide6/Qt/plugins/platforms/libqxcb.so", "", "BINARY"))
    assert trim.wanted(("libxcb-cursor.so.0", "", "BINARY"))


@pytest.mark.skipif(not LIBRARIES.is_dir(), reason="this PySide6 brings no libraries of its own")
def test_qts_data_for_languages_is_thinned_to_what_it_asks_for() -> None:
    (library,) = LIBRARIES.glob("libicudata.so.*")
    symbol, whole = icu.data_of(library)
    thin = icu.thinned(whole)
    assert symbol.endswith("_dat")
    assert len(thin) < len(whole) / 2
    kept = dict(icu.items(thin))
    before = dict(icu.items(whole))
    names = {name.partition("/")[2] for name in kept}
    assert {"coll/root.res", "coll/de.res", "root.res", "cnvalias.icu"} <= names
    assert not any(name.startswith(("curr/", "lang/", "unit/")) for name in names)
    # Up to padding, nothing that stays is another.
    assert all(content.rstrip(b"\0") == before[name].rstrip(b"\0") for name, content in kept.items())


def test_data_of_another_form_is_refused() -> None:
    with pytest.raises(BuildFailed, match="ICU's data does not begin"):
        icu.thinned(bytes(64))
