"""Where Milepost looks for what it ships with, and where it keeps what is the learner's."""

import os
import sys
from pathlib import Path

import pytest

from planner import paths
from planner.paths import folders, resource, restore_library_path


def test_a_checkout_brings_its_own_resources() -> None:
    assert resource("fonts/Inter-Regular.otf").read_bytes()[:4] == b"OTTO"


def test_a_missing_resource_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"no-such\.toml is missing"):
        resource("themes/no-such.toml")


def test_a_frozen_build_looks_where_it_was_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources").mkdir()
    (tmp_path / "resources" / "hello.txt").write_text("hello")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource("hello.txt").read_text() == "hello"


def test_a_frozen_build_without_meipass_looks_in_internal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "_internal" / "resources").mkdir(parents=True)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.delattr(sys, "_MEIPASS", raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "milepost"))
    with pytest.raises(FileNotFoundError, match="_internal"):
        resource("hello.txt")


def test_an_installed_wheel_looks_in_its_own_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site-packages" / "planner"
    (package / "_resources").mkdir(parents=True)
    (package / "_resources" / "hello.txt").write_text("hello")
    monkeypatch.setattr(paths, "__file__", str(package / "paths.py"))
    assert resource("hello.txt").read_text() == "hello"


def test_the_changelog_is_at_the_root_of_a_checkout_and_with_the_data_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert paths.changelog() == Path(__file__).parents[1] / "CHANGELOG.md"
    package = tmp_path / "site-packages" / "planner"
    (package / "_resources").mkdir(parents=True)
    monkeypatch.setattr(paths, "__file__", str(package / "paths.py"))
    with pytest.raises(FileNotFoundError, match=r"_resources/CHANGELOG\.md is missing"):
        paths.changelog()
    (package / "_resources" / "CHANGELOG.md").write_text("# Changelog\n")
    assert paths.changelog() == package / "_resources" / "CHANGELOG.md"


def test_one_folder_holds_everything_of_a_portable_milepost(tmp_path: Path) -> None:
    for platform in ("linux", "win32", "darwin"):
        found = folders(platform, {"MILEPOST_HOME": str(tmp_path / "stick")}, tmp_path)
        assert found.data == tmp_path / "stick"
        assert found.settings == tmp_path / "stick" / "milepost.ini"
        assert {found.logs, found.plans} == {tmp_path / "stick" / name for name in ("logs", "plans")}


def test_linux_keeps_to_the_base_directory_specification(tmp_path: Path) -> None:
    found = folders("linux", {}, tmp_path)
    assert found.data == tmp_path / ".local/share/milepost"
    assert found.logs == tmp_path / ".local/state/milepost/logs"
    assert found.settings == tmp_path / ".config/milepost/milepost.ini"


def test_linux_takes_the_learners_own_places(tmp_path: Path) -> None:
    environ = {name: str(tmp_path / name) for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME")}
    found = folders("linux", environ, tmp_path)
    assert found.data == tmp_path / "XDG_DATA_HOME" / "milepost"
    assert found.logs == tmp_path / "XDG_STATE_HOME" / "milepost" / "logs"
    assert found.settings == tmp_path / "XDG_CONFIG_HOME" / "milepost" / "milepost.ini"


def test_a_relative_xdg_folder_is_ignored(tmp_path: Path) -> None:
    assert folders("linux", {"XDG_DATA_HOME": "data"}, tmp_path).data == tmp_path / ".local/share/milepost"


def test_plans_go_to_the_documents_folder_in_the_learners_language(tmp_path: Path) -> None:
    (tmp_path / "Dokumente").mkdir()
    (tmp_path / "Documents").mkdir()
    (tmp_path / ".config").mkdir()
    (tmp_path / ".config/user-dirs.dirs").write_text('# theirs\nXDG_DOCUMENTS_DIR="$HOME/Dokumente"\n')
    assert folders("linux", {}, tmp_path).plans == tmp_path / "Dokumente"


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_plans_go_to_documents_or_home(tmp_path: Path, platform: str) -> None:
    assert folders(platform, {}, tmp_path).plans == tmp_path
    (tmp_path / "Documents").mkdir()
    assert folders(platform, {}, tmp_path).plans == tmp_path / "Documents"


def test_windows_and_macos_use_their_own_places(tmp_path: Path) -> None:
    windows = folders("win32", {"LOCALAPPDATA": str(tmp_path / "local")}, tmp_path)
    assert (windows.data, windows.logs) == (tmp_path / "local/Milepost", tmp_path / "local/Milepost/Logs")
    assert folders("win32", {}, tmp_path).data == tmp_path / "AppData/Local/Milepost"
    macos = folders("darwin", {}, tmp_path)
    assert macos.data == tmp_path / "Library/Application Support/Milepost"
    assert macos.logs == tmp_path / "Library/Logs/Milepost"


def test_the_running_program_uses_the_same_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MILEPOST_HOME", str(tmp_path))
    assert paths.data_folder() == tmp_path
    assert paths.log_folder() == tmp_path / "logs"
    assert paths.default_plan_folder() == tmp_path / "plans"
    assert paths.settings_file() == tmp_path / "milepost.ini"
    assert list(tmp_path.iterdir()) == [], "asking creates nothing"


def test_a_frozen_program_gives_its_children_the_systems_libraries(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/milepost/_internal")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/usr/local/lib")
    restore_library_path()
    assert os.environ["LD_LIBRARY_PATH"] == "/usr/local/lib"
    monkeypatch.delenv("LD_LIBRARY_PATH_ORIG")
    restore_library_path()
    assert "LD_LIBRARY_PATH" not in os.environ


def test_a_checkout_keeps_the_library_path_it_was_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/usr/local/lib")
    restore_library_path()
    assert os.environ["LD_LIBRARY_PATH"] == "/usr/local/lib"
