"""Folders and archives that are the same whoever makes them: sums, archives, comparisons, sizes."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from making import compare, everything, files, steps, sums, table, tarball

EPOCH = 1_700_000_000

needs_zstd = pytest.mark.skipif(shutil.which("zstd") is None, reason="zstd is not installed here")


def a_program(folder: Path) -> Path:
    """A small made-up program: an executable, a library with a link to it, a text."""
    inside = folder / "_internal"
    inside.mkdir(parents=True)
    (folder / "milepost").write_text("#!/bin/sh\n")
    (folder / "milepost").chmod(0o700)
    (inside / "library.so.1").write_bytes(b"x" * 2_000_000)
    (inside / "library.so").symlink_to("library.so.1")
    (inside / "words.txt").write_text("words", encoding="utf-8")
    return folder


def test_a_link_does_not_count_twice(tmp_path: Path) -> None:
    assert round(files.size(a_program(tmp_path / "program")) / 1e6, 1) == 2.0


def test_settled_files_have_one_time_and_plain_modes(tmp_path: Path) -> None:
    program = a_program(tmp_path / "program")
    files.settle(program, EPOCH)
    assert {path.lstat().st_mtime for path in (program, *files.every(program))} == {EPOCH}
    assert (program / "milepost").stat().st_mode & 0o777 == 0o755
    assert (program / "_internal" / "words.txt").stat().st_mode & 0o777 == 0o644


@needs_zstd
def test_an_archive_is_the_same_from_two_folders(tmp_path: Path) -> None:
    for place in ("one", "two"):
        program = a_program(tmp_path / place / "milepost-1.0")
        os.utime(program / "milepost", (5, 5 + len(place)))
        (program / "_internal" / "words.txt").chmod(0o600 if place == "one" else 0o644)
        tarball.pack(program, tmp_path / f"{place}.tar.zst", EPOCH)
    first, second = (tmp_path / f"{place}.tar.zst" for place in ("one", "two"))
    assert first.read_bytes() == second.read_bytes()
    listed = subprocess.run(
        ["tar", "--zstd", "--list", "--file", first], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    assert listed[0] == "milepost-1.0/"
    assert "milepost-1.0/_internal/library.so" in listed


def test_sums_are_what_sha256sum_reads(tmp_path: Path) -> None:
    (tmp_path / "one.deb").write_bytes(b"one")
    (tmp_path / "two.whl").write_bytes(b"two")
    (tmp_path / "folder").mkdir()
    target = tmp_path / "SHA256SUMS"
    sums.make(tmp_path, target)
    assert target.read_text().count("\n") == 2
    checked = ["sha256sum", "--check", "--strict", target.name]
    assert subprocess.run(checked, cwd=tmp_path, check=False, capture_output=True).returncode == 0
    (tmp_path / "two.whl").write_bytes(b"other")
    assert subprocess.run(checked, cwd=tmp_path, check=False, capture_output=True).returncode == 1


def test_every_difference_is_listed_with_its_reason_or_as_a_mistake(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = a_program(tmp_path / "one"), a_program(tmp_path / "two")
    assert list(compare.differences(one, two)) == []
    assert "the same, byte for byte: all 4 files" in compare.told([], 4)

    monkeypatch.setitem(compare.KNOWN, "*.txt", "It holds the day.")
    (two / "_internal" / "words.txt").write_text("other", encoding="utf-8")
    (two / "milepost").chmod(0o755)
    (two / "_internal" / "library.so").unlink()
    (two / "more").touch()
    found = {each.name: each for each in compare.differences(one, two)}
    assert set(found) == {"_internal/words.txt", "milepost", "_internal/library.so", "more"}
    assert found["_internal/words.txt"].reason == "It holds the day."
    assert found["more"].how == "only in the second"
    told = compare.told(list(found.values()), 5)
    assert "4 of 5 files differ" in told
    assert told.count("this is a mistake") == 3


def test_what_is_too_large_is_said(tmp_path: Path) -> None:
    package = tmp_path / "milepost.deb"
    package.write_bytes(b"x" * 2_000_000)
    within = table.Row(package, unpacked=5_000_000, most=2, most_unpacked=5)
    assert within.over() == []
    over = table.Row(package, unpacked=5_100_000, most=1.9, most_unpacked=5)
    assert over.over() == [
        "milepost.deb is 2.0 MB; 1.9 MB are allowed.",
        "milepost.deb is 5.1 MB installed; 5 MB are allowed.",
    ]
    assert "milepost.deb  2.0" in table.table([within])


def test_a_failed_step_leaves_nothing_that_looks_made(tmp_path: Path) -> None:
    target = tmp_path / "milepost.deb"
    target.write_text("of the last build")

    def half() -> None:
        with steps.in_place(target) as unfinished:
            unfinished.write_text("half")
            steps.run("false")

    with pytest.raises(steps.BuildFailed, match="false ended with 1"):
        half()
    assert list(tmp_path.iterdir()) == []


def test_what_is_made_may_be_read_by_all_whatever_the_habits_of_who_made_it(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        with steps.in_place(tmp_path / "milepost.deb") as unfinished:
            unfinished.write_text("whole")
    finally:
        os.umask(before)
    assert (tmp_path / "milepost.deb").stat().st_mode & 0o777 == 0o644


def test_a_missing_program_is_named() -> None:
    with pytest.raises(steps.BuildFailed, match=r"no-such-program is not installed\."):
        steps.run("no-such-program")


def test_what_the_system_refuses_is_said_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert everything.main(tmp_path, again=False) == everything.FAILED
    assert capsys.readouterr().err.startswith("The build stopped: [Errno 2] No such file or directory")
