"""Mounts for proofs: each is taken away again, and a tree with one in it is never removed."""

from pathlib import Path

import pytest

from proving import mounts
from proving.mounts import mounted, mounts_below, remove_tree
from proving.report import NotRun
from proving.workshop import own_folder

MOUNTINFO = r"""22 1 254:0 / / rw,relatime - ext4 /dev/vda rw
23 22 0:21 / /proc rw,relatime - proc proc rw
90 22 254:0 /tmp/x /var/tmp/proofs\040of\040mine/1/root/tmp rw - ext4 /dev/vda rw
91 22 0:50 / /var/tmp/proofs\040of\040mine/1/root rw - tmpfs tmpfs rw
92 22 0:51 / /var/tmp/proofs rw - tmpfs tmpfs rw
"""


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """`mount` and `umount` that only write into a table, which is read as the system's."""
    programs, table = tmp_path / "bin", tmp_path / "mountinfo"
    programs.mkdir()
    table.write_text("")
    scripts = {
        # The place is the last word.
        "mount": f'for place in "$@"; do :; done\necho "1 1 0:1 / $place rw" >>"{table}"',
        "umount": f'for place in "$@"; do :; done\nsed -i "\\\\| $place |d" "{table}"',
    }
    for name, script in scripts.items():
        (programs / name).write_text(f"#!/bin/sh\n{script}\n")
        (programs / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}:/usr/bin:/bin")
    monkeypatch.setattr(mounts, "MOUNTS", table)
    return table


def test_mounts_are_found_below_a_folder_whatever_its_name() -> None:
    found = mounts_below(Path("/var/tmp/proofs of mine"), MOUNTINFO)
    assert found == ["/var/tmp/proofs of mine/1/root/tmp", "/var/tmp/proofs of mine/1/root"]


def test_a_folder_that_is_itself_a_mount_counts() -> None:
    assert mounts_below(Path("/var/tmp/proofs"), MOUNTINFO) == ["/var/tmp/proofs"]


def test_a_mount_is_there_meanwhile_and_gone_afterwards(tmp_path: Path, table: Path) -> None:
    with mounted("-t", "proc", "proc", at=tmp_path / "proc"):
        assert mounts_below(tmp_path, table.read_text()) == [str(tmp_path / "proc")]
    assert table.read_text() == ""


def test_a_mount_is_gone_when_what_used_it_failed(tmp_path: Path, table: Path) -> None:
    with pytest.raises(KeyboardInterrupt), mounted("--bind", "/x", at=tmp_path / "x"):
        raise KeyboardInterrupt
    assert table.read_text() == ""


def test_one_that_somebody_else_took_away_is_no_error(tmp_path: Path, table: Path) -> None:
    with mounted("--bind", "/x", at=tmp_path / "x"):
        table.write_text("")


def test_a_tree_with_a_mount_in_it_is_kept(tmp_path: Path) -> None:
    (tmp_path / "root" / "home").mkdir(parents=True)
    known = f"91 22 0:50 / {tmp_path}/root/proc rw - proc proc rw\n"
    with pytest.raises(RuntimeError, match="is kept, as something is mounted there"):
        remove_tree(tmp_path / "root", known)
    assert (tmp_path / "root" / "home").is_dir()


def test_a_tree_without_one_goes(tmp_path: Path) -> None:
    (tmp_path / "root" / "a folder").mkdir(parents=True)
    (tmp_path / "root" / "out").symlink_to(tmp_path)
    remove_tree(tmp_path / "root")
    assert not (tmp_path / "root").exists()
    assert tmp_path.is_dir()


def test_a_mount_that_fails_leaves_nothing_to_take_away(tmp_path: Path, table: Path) -> None:
    (tmp_path / "bin" / "mount").write_text("#!/bin/sh\necho permission denied >&2\nexit 32\n")
    with pytest.raises(NotRun, match="permission denied"), mounted("--bind", "/x", at=tmp_path / "x"):
        pytest.fail("it was not mounted")
    assert table.read_text() == ""


def test_the_folder_of_the_proofs_is_known_by_the_path_of_its_mounts(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.mkdir()
    link.symlink_to(real)

    assert own_folder(str(link)).parent == real
