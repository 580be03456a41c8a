"""Artifacts and plans of tomorrow, made from today's, by which upgrades and downgrades are proved."""

import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from planner.domain.errors import PlanReadOnly
from planner.domain.frame import rename_plan
from planner.storage.document import Document
from proving.newer import make_newer, newer_deb, newer_wheel, raised
from tests.helpers.run import milepost

METADATA = "Metadata-Version: 2.4\nName: milepost\nVersion: 0.1.0\n\nVersion: 0.1.0 is the first.\n"


@pytest.mark.parametrize(("version", "next_one"), [("0.1.0", "0.2.0"), ("1.9.3", "1.10.0")])
def test_the_next_version_is_the_next_minor_one(version: str, next_one: str) -> None:
    assert raised(version) == next_one


def test_a_newer_wheel_says_so_wherever_it_is_read(tmp_path: Path) -> None:
    wheel = tmp_path / "milepost-0.1.0-py3-none-any.whl"
    record = "planner/app.py,sha256=x,1\nmilepost-0.1.0.dist-info/METADATA,sha256=y,2\n"
    with zipfile.ZipFile(wheel, "w") as file:
        file.writestr("planner/app.py", "x")
        file.writestr("milepost-0.1.0.dist-info/METADATA", METADATA)
        file.writestr("milepost-0.1.0.dist-info/RECORD", record)
    folder = tmp_path / "newer"
    folder.mkdir()
    newer = newer_wheel(wheel, folder)
    assert newer == folder / "milepost-0.2.0-py3-none-any.whl"
    with zipfile.ZipFile(newer) as file:
        assert sorted(file.namelist()) == [
            "milepost-0.2.0.dist-info/METADATA",
            "milepost-0.2.0.dist-info/RECORD",
            "planner/app.py",
        ]
        assert file.read("milepost-0.2.0.dist-info/METADATA").decode() == METADATA.replace(
            "\nVersion: 0.1.0\n", "\nVersion: 0.2.0\n"
        )
        assert file.read("milepost-0.2.0.dist-info/RECORD").decode().splitlines() == [
            "planner/app.py,sha256=x,1",
            "milepost-0.2.0.dist-info/METADATA,,",
        ]


@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="only Debian's relatives have dpkg")
def test_a_newer_package_says_so_to_dpkg_and_to_the_program(tmp_path: Path) -> None:
    tree, folder = tmp_path / "tree", tmp_path / "newer"
    information = tree / "usr/lib/milepost/_internal/milepost-0.1.0.dist-info"
    for each in (tree / "DEBIAN", information, folder):
        each.mkdir(parents=True)
    (information / "METADATA").write_text(METADATA)
    (tree / "DEBIAN" / "control").write_text(
        "Package: milepost\nVersion: 0.1.0\nArchitecture: amd64\nMaintainer: a <a@b.c>\nDescription: a test\n"
    )
    package = tmp_path / "milepost_0.1.0_amd64.deb"
    build = ["dpkg-deb", "--root-owner-group", "--build", str(tree), str(package)]
    subprocess.run(build, check=True, capture_output=True)
    newer = newer_deb(package, folder)
    assert newer == folder / "milepost_0.2.0_amd64.deb"
    told = subprocess.run(
        ["dpkg-deb", "--field", newer, "Version"], check=True, capture_output=True, text=True
    )
    assert told.stdout == "0.2.0\n"
    listed = subprocess.run(["dpkg-deb", "--contents", newer], check=True, capture_output=True, text=True)
    assert "milepost-0.2.0.dist-info/METADATA" in listed.stdout
    assert "milepost-0.1.0.dist-info" not in listed.stdout
    assert list(folder.iterdir()) == [newer]


def test_a_newer_plan_opens_as_it_was_and_for_reading_only(tmp_path: Path) -> None:
    path = tmp_path / "path.milepost"
    milepost("new", str(path), "--start", "2027-01-04", "--background", "engineer", "--hours", "10")
    with Document.open(path, read_only=True) as document:
        before = document.plan
    revision = make_newer(path)
    content = path.read_bytes()
    with Document.open(path) as document:
        assert document.plan == before
        assert document.read_only
        assert "newer Milepost" in document.read_only_reason
        with pytest.raises(PlanReadOnly):
            document.apply("Rename", rename_plan, "Another")
    assert revision > "0003"
    assert path.read_bytes() == content
