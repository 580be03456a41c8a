"""Which proofs there are of which artifact, what they need, and the fresh Debians that are kept."""

from pathlib import Path

import pytest

from proving.kinds import KINDS, Wishes, artifacts_in, kind_of, needs_of
from proving.report import NotRun
from proving.roots import fill_root
from smoke import proofs_of

ALL = (
    *("Milepost.AppDir", "milepost", "milepost-1.2.0-1.x86_64.rpm", "milepost-1.2.0-linux-x86_64.tar.zst"),
    *("milepost-1.2.0-py3-none-any.whl", "milepost-1.2.0.tar.gz", "milepost_1.2.0_amd64.deb"),
)
WISHES = Wishes(("12", "13"), ("3.11", "3.12", "3.13"), None, Path("kept"))


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    """What a build makes, by name."""
    for name in (*ALL, "milepost-1.2.0.cdx.json", "SHA256SUMS"):
        (tmp_path / name).touch()
    return tmp_path


def test_all_that_a_build_makes_is_proved_but_lists_and_sums(dist: Path) -> None:
    assert {path.name for path in artifacts_in(dist)} == set(ALL)
    assert {kind_of(path) for path in artifacts_in(dist)} == set(KINDS)


def test_quick_ones_come_first(dist: Path) -> None:
    names = [path.name for path in artifacts_in(dist)]
    assert names[0] == "milepost"
    assert names[-1].endswith(".deb")


def test_where_nothing_was_built_there_is_nothing(tmp_path: Path) -> None:
    assert artifacts_in(tmp_path / "dist") == []


def test_a_package_is_proved_in_each_debian_and_a_wheel_on_each_python(dist: Path) -> None:
    subjects = [proof.subject for proof in proofs_of(artifacts_in(dist), WISHES)]
    assert len(subjects) == len(ALL) + 1 + 2
    assert "milepost_1.2.0_amd64.deb in a fresh Debian 13" in subjects
    assert "milepost-1.2.0-py3-none-any.whl on Python 3.12" in subjects
    assert subjects.count("milepost-1.2.0.tar.gz on Python 3.11") == 1


def test_only_who_may_set_up_a_debian_needs_what_makes_one(dist: Path) -> None:
    deb = [dist / "milepost_1.2.0_amd64.deb"]
    with_root = {need.package for need in needs_of(deb, roots=True)}
    without = {need.package for need in needs_of(deb, roots=False)}
    assert with_root - without == {"debootstrap", "dpkg", "zstd"}
    assert {"xvfb", "openbox", "xdotool", "at-spi2-core", "python3-pyatspi", "poppler-utils"} <= without


@pytest.fixture
def debootstrap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A debootstrap that makes a root of one file and counts how often it is asked."""
    programs = tmp_path / "bin"
    programs.mkdir()
    script = programs / "debootstrap"
    script.write_text(
        f'#!/bin/sh\necho "$2" >>"{tmp_path}/asked"\nmkdir -p "$3/etc"\necho "$2" >"$3/etc/suite"\n'
    )
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}:/usr/bin:/bin")
    return script


def test_a_debian_is_made_once_and_kept(tmp_path: Path, debootstrap: Path) -> None:
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        fill_root("trixie", tmp_path / name, tmp_path / "kept")
        assert (tmp_path / name / "etc" / "suite").read_text() == "trixie\n"
    assert (tmp_path / "asked").read_text() == "trixie\n"
    assert [path.name for path in (tmp_path / "kept").iterdir()] == ["trixie-minbase.tar.zst"]


def test_where_no_debian_can_be_made_it_says_why_and_keeps_nothing(tmp_path: Path, debootstrap: Path) -> None:
    debootstrap.write_text("#!/bin/sh\necho 'E: Failed getting release file' >&2\nexit 1\n")
    (tmp_path / "root").mkdir()
    with pytest.raises(NotRun, match="root of trixie: E: Failed getting release file"):
        fill_root("trixie", tmp_path / "root", tmp_path / "kept")
    assert not list((tmp_path / "kept").iterdir())
