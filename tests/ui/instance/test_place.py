"""Where a Milepost listens: in a folder of the user's own, one name for each settings file."""

import os
import sys
from pathlib import Path

import pytest

from planner.ui.instance.place import LONGEST, place

if sys.platform == "win32":
    pytest.skip("on Windows it listens by a name, in no folder", allow_module_level=True)

SETTINGS = Path("/home/ana/milepost.ini")


@pytest.fixture
def runtime(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("run")


def test_each_settings_file_has_its_own(runtime: Path) -> None:
    environ = {"XDG_RUNTIME_DIR": str(runtime)}
    first = place(SETTINGS, environ, os.getuid())
    other = place(Path("/media/stick/milepost.ini"), environ, os.getuid())

    assert first is not None
    assert first.parent == runtime / "milepost"
    assert first.parent.stat().st_mode & 0o777 == 0o700
    assert other is not None
    assert other != first
    assert place(SETTINGS, environ, os.getuid()) == first


def test_without_a_folder_of_the_session_it_is_the_temporary_one(tmp_path: Path) -> None:
    found = place(SETTINGS, {"TMPDIR": str(tmp_path)}, os.getuid())

    assert found is not None
    assert found.parent == tmp_path / f"milepost-{os.getuid()}"


def test_a_path_too_long_for_a_socket_is_passed_over(tmp_path: Path) -> None:
    deep = tmp_path / ("x" * LONGEST)
    deep.mkdir()
    found = place(SETTINGS, {"XDG_RUNTIME_DIR": str(deep), "TMPDIR": str(tmp_path)}, os.getuid())

    assert found is not None
    assert found.parent == tmp_path / f"milepost-{os.getuid()}"


def test_a_sandbox_has_the_part_that_all_its_starts_see(runtime: Path) -> None:
    (runtime / "app" / "an.app").mkdir(parents=True)
    found = place(SETTINGS, {"XDG_RUNTIME_DIR": str(runtime), "FLATPAK_ID": "an.app"}, os.getuid())

    assert found is not None
    assert found.parent == runtime / "app" / "an.app" / "milepost"


@pytest.mark.parametrize("trap", ["open to others", "a link", "a file"])
def test_a_folder_that_others_may_have_laid_is_not_used(runtime: Path, tmp_path: Path, trap: str) -> None:
    laid = runtime / "milepost"
    if trap == "open to others":
        laid.mkdir()
        laid.chmod(0o777)
    elif trap == "a link":
        (runtime / "elsewhere").mkdir(mode=0o700)
        laid.symlink_to(runtime / "elsewhere")
    else:
        laid.touch()
    found = place(SETTINGS, {"XDG_RUNTIME_DIR": str(runtime), "TMPDIR": str(tmp_path)}, os.getuid())

    assert found is not None
    assert found.is_relative_to(tmp_path)
