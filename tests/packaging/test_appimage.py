"""AppImages: a runtime, and behind it the AppDir as it was."""

import shutil
import subprocess
from pathlib import Path

import pytest

import appimage

needs_squashfs = pytest.mark.skipif(
    not (shutil.which("mksquashfs") and shutil.which("unsquashfs")), reason="squashfs-tools is not installed"
)
RUNTIME = b"stands in for the runtime"


@pytest.fixture
def appdir(tmp_path: Path) -> Path:
    """An AppDir whose program says something."""
    folder = tmp_path / "Milepost.AppDir"
    (folder / "usr" / "lib").mkdir(parents=True)
    (folder / "usr" / "lib" / "words").write_text("it runs\n", encoding="utf-8")
    (folder / "AppRun").write_text('#!/bin/sh\ncat "$(dirname "$0")/usr/lib/words"\n', encoding="utf-8")
    (folder / "AppRun").chmod(0o755)
    (folder / "milepost.svg").symlink_to("usr/lib/words")
    return folder


@needs_squashfs
def test_what_lies_behind_the_runtime_runs(appdir: Path, tmp_path: Path) -> None:
    target = tmp_path / "Milepost.AppImage"
    appimage.make(appdir, RUNTIME, target, 1_800_000_000)

    assert target.read_bytes().startswith(RUNTIME + b"hsqs")
    assert target.stat().st_mode & 0o111
    unpacked = tmp_path / "unpacked"
    subprocess.run(
        ["unsquashfs", "-quiet", "-offset", str(len(RUNTIME)), "-dest", unpacked, target],
        check=True,
        capture_output=True,
    )
    assert subprocess.check_output([unpacked / "AppRun"]) == b"it runs\n"
    assert (unpacked / "milepost.svg").is_symlink()


@needs_squashfs
def test_the_same_folder_gives_the_same_bytes(
    appdir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = tmp_path / "one.AppImage", tmp_path / "two.AppImage"
    appimage.make(appdir, RUNTIME, one, 1_800_000_000)
    (appdir / "AppRun").touch()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "5")
    appimage.make(appdir, RUNTIME, two, 1_800_000_000)
    assert one.read_bytes() == two.read_bytes()


def test_another_runtime_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    runtime, target = tmp_path / "runtime", tmp_path / "Milepost.AppImage"
    runtime.write_bytes(RUNTIME)
    assert appimage.main([str(runtime), str(target)]) == 1
    assert "is not the runtime that packaging/appimage.py names" in capsys.readouterr().err
    assert appimage.main([str(tmp_path / "none"), str(target)]) == 1
    assert "cannot be read" in capsys.readouterr().err
    assert not target.exists()


def test_a_folder_without_a_program_is_refused(tmp_path: Path) -> None:
    with pytest.raises(appimage.NoAppImage, match=r"has no AppRun.*packaging/build\.py"):
        appimage.make(tmp_path, RUNTIME, tmp_path / "Milepost.AppImage", 0)


def test_ci_is_told_where_the_runtime_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert appimage.main(["--runtime"]) == 0
    address, sum_ = capsys.readouterr().out.split()
    assert address.startswith("https://github.com/AppImage/type2-runtime/releases/download/2")
    assert len(bytes.fromhex(sum_)) == 32
