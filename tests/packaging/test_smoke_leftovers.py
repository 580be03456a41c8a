"""What is left after an artifact was removed: the table says what may be, and all else is named."""

from pathlib import Path

import pytest

from proving.leftovers import HOME, SYSTEM, Allowed, expect_clean, expect_clean_home, files_in, unexplained
from proving.report import ProofFailed


def a_home(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)
    return folder


def test_a_home_may_hold_plans_settings_and_the_log(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    expect_clean_home(
        a_home(
            tmp_path,
            "My path.milepost",
            "My path week 2027-01-04.pdf",
            ".config/milepost/milepost.ini",
            ".local/state/milepost/logs/milepost.log",
        )
    )
    assert "4 files in the home" in capsys.readouterr().out


@pytest.mark.parametrize(
    "left", [".milepostrc", "My path.milepost.lock", ".cache/milepost/x", "bin/milepost"]
)
def test_anything_else_in_a_home_is_named(left: str, tmp_path: Path) -> None:
    with pytest.raises(ProofFailed, match=rf"{left.replace('.', '[.]')} \(new\)"):
        expect_clean_home(a_home(tmp_path, "My path.milepost", left))


def test_a_temporary_file_that_outlives_the_program_is_named(tmp_path: Path) -> None:
    home, scratch = tmp_path / "home", tmp_path / "tmp"
    for each in (home, scratch):
        each.mkdir()
    a_home(home, "My path.milepost")
    (scratch / "Milepost-x7Yz").mkdir()
    with pytest.raises(ProofFailed, match="temporary files: Milepost-x7Yz"):
        expect_clean_home(home, scratch)


def test_an_empty_folder_is_left_too(tmp_path: Path) -> None:
    (tmp_path / "Můj program").mkdir()
    with pytest.raises(ProofFailed, match="Můj program/"):
        expect_clean_home(tmp_path)


def test_what_came_changed_and_went_is_told_apart(tmp_path: Path) -> None:
    a_home(tmp_path, "stays", "changes", "goes", "log/changes")
    before = files_in(tmp_path)
    (tmp_path / "goes").unlink()
    (tmp_path / "changes").write_text("otherwise")
    (tmp_path / "log/changes").write_text("otherwise")
    (tmp_path / "comes").symlink_to("stays")
    found = unexplained(files_in(tmp_path), before, [Allowed("log/*", "a log")])
    assert found == {"changes": "changed", "comes": "new", "goes": "gone"}


def test_a_link_that_leads_elsewhere_has_changed(tmp_path: Path) -> None:
    link = tmp_path / "current"
    link.symlink_to("/usr/lib/milepost")
    before = files_in(tmp_path)
    link.unlink()
    link.symlink_to("/usr/lib/other")
    assert unexplained(files_in(tmp_path), before, ()) == {"current": "changed"}


def test_folders_of_others_are_left_out(tmp_path: Path) -> None:
    a_home(tmp_path, "usr/lib/ours", "home/learner/theirs")
    assert set(files_in(tmp_path, without=[tmp_path / "home" / "learner"])) == {"usr/lib/ours"}


@pytest.mark.parametrize("path", ["usr/bin/milepost", "usr/share/mime/packages/x.xml", "etc/milepost.conf"])
def test_a_system_keeps_nothing_of_a_purged_package(path: str) -> None:
    with pytest.raises(ProofFailed, match="left after it was removed"):
        expect_clean({path: "x"}, {}, SYSTEM)


def test_dpkgs_own_records_may_stay() -> None:
    expect_clean(
        {"var/lib/dpkg/status": "b", "var/log/apt/history.log": "x"}, {"var/lib/dpkg/status": "a"}, SYSTEM
    )


@pytest.mark.parametrize("allowed", [*HOME, *SYSTEM], ids=lambda each: each.pattern)
def test_each_allowance_has_its_reason(allowed: Allowed) -> None:
    assert allowed.reason
    assert allowed.pattern not in ("*", "**")
