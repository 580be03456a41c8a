"""Where a plan lies is told by the system's file systems and by what sync programs leave behind."""

from collections.abc import Mapping, Sequence
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from planner.storage.places import Mount, Place, PlaceKind, mounts_in, place_of, shared_place
from tests.helpers.disks import small_disk

HOME = PurePosixPath("/home/ada")
DISKS = (Mount("/", "ext4"), Mount("/home", "ext4"))


def found(
    path: str, mounts: Sequence[Mount] = DISKS, holds: Mapping[str, Sequence[str]] | None = None
) -> str:
    """The name of the place, empty for none."""
    place = shared_place(PurePosixPath(path), mounts, lambda folder: (holds or {}).get(str(folder), ()), HOME)
    return "" if place is None else f"{place.kind.value}: {place.name}"


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/home/ada/Dropbox/Studies/p.milepost", "cloud: Dropbox"),
        ("/home/ada/Dropbox (Work)/p.milepost", "cloud: Dropbox"),
        ("/home/ada/OneDrive/p.milepost", "cloud: OneDrive"),
        ("/home/ada/OneDrive - University of York/p.milepost", "cloud: OneDrive"),
        ("/Users/ada/Library/CloudStorage/OneDrive-York/p.milepost", "cloud: OneDrive"),
        ("/Users/ada/Library/CloudStorage/GoogleDrive-ada@x.org/My Drive/p.milepost", "cloud: Google Drive"),
        ("/home/ada/Google Drive/p.milepost", "cloud: Google Drive"),
        ("/Users/ada/Library/Mobile Documents/com~apple~CloudDocs/p.milepost", "cloud: iCloud"),
        ("/home/ada/Nextcloud/p.milepost", "cloud: Nextcloud"),
        ("/home/ada/Dropboxes/p.milepost", ""),
        ("/home/ada/my drives/p.milepost", ""),
        ("/home/ada/plans/Dropbox.milepost", ""),
        ("/home/ada/p.milepost", ""),
    ],
)
def test_a_cloud_folder_is_known_by_its_name(path: str, name: str) -> None:
    assert found(path) == name


@pytest.mark.parametrize(
    ("mark", "name"),
    [
        (".dropbox", "cloud: Dropbox"),
        (".dropbox.cache", "cloud: Dropbox"),
        (".stfolder", "cloud: Syncthing"),
        (".owncloudsync.log", "cloud: Nextcloud"),
        (".sync_0a1b2c3d.db", "cloud: Nextcloud"),
        ("._sync_0a1b2c3d.db", "cloud: Nextcloud"),
        (".sync_journal.db", "cloud: Nextcloud"),
        ("sync_notes.db", ""),
    ],
)
def test_a_cloud_folder_of_any_name_is_known_by_what_its_program_leaves_in_it(mark: str, name: str) -> None:
    assert found("/home/ada/sync/studies/p.milepost", holds={"/home/ada/sync": (mark, "studies")}) == name


def test_what_programs_keep_in_the_home_folder_says_nothing_of_what_is_beside(tmp_path: Path) -> None:
    """Dropbox has its own settings in `~/.dropbox`."""
    assert found("/home/ada/plans/p.milepost", holds={"/home/ada": (".dropbox",), "/": (".stfolder",)}) == ""


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("nfs", "network: nfs"),
        ("nfs4", "network: nfs4"),
        ("cifs", "network: cifs"),
        ("smb3", "network: smb3"),
        ("9p", "network: 9p"),
        ("fuse.sshfs", "network: sshfs"),
        ("fuse.rclone", "network: rclone"),
        ("fuse.gvfsd-fuse", "network: gvfsd-fuse"),
        ("fuse.ntfs-3g", ""),
        ("fuseblk", ""),
        ("btrfs", ""),
        ("tmpfs", ""),
    ],
)
def test_a_network_share_is_known_by_its_file_system(kind: str, name: str) -> None:
    assert found("/mnt/share/p.milepost", (*DISKS, Mount("/mnt/share", kind))) == name


def test_the_nearest_file_system_counts_and_the_last_one_mounted_there() -> None:
    share, stick = Mount("/mnt", "nfs"), Mount("/mnt/stick", "vfat")
    assert found("/mnt/p.milepost", (*DISKS, share, stick)) == "network: nfs"
    assert found("/mnt/stick/p.milepost", (*DISKS, share, stick)) == ""
    assert found("/mnt/p.milepost", (*DISKS, share, Mount("/mnt", "ext4"))) == ""
    assert found("/mntx/p.milepost", (*DISKS, share)) == ""


def test_a_windows_share_is_known_by_its_path() -> None:
    path = PureWindowsPath(r"\\server\share\p.milepost")
    place = shared_place(path, (), lambda _folder: (), PureWindowsPath(r"C:\Users\ada"))
    assert place is not None
    assert place.kind is PlaceKind.NETWORK
    assert shared_place(PureWindowsPath(r"C:\plans\p.milepost"), (), lambda _folder: ()) is None


def test_linux_writes_spaces_in_folders_in_its_own_way() -> None:
    text = "srv:/x /mnt/the\\040share nfs4 rw,vers=4.2 0 0\nproc /proc proc rw 0 0\n\n"
    assert mounts_in(text) == [Mount("/mnt/the share", "nfs4"), Mount("/proc", "proc")]


def test_a_folder_of_this_computer_alone_is_no_such_place(tmp_path: Path) -> None:
    assert place_of(tmp_path / "p.milepost") is None
    (tmp_path / ".stfolder").mkdir()
    assert place_of(tmp_path / "below" / "p.milepost") == Place(PlaceKind.CLOUD, "Syncthing")


def test_a_disk_in_memory_is_no_share(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        assert place_of(disk.folder / "p.milepost") is None


def test_every_folder_above_is_looked_at_once(tmp_path: Path) -> None:
    asked: list[PurePath] = []

    def names_in(folder: PurePath) -> Sequence[str]:
        asked.append(folder)
        return ()

    shared_place(PurePosixPath("/home/ada/a/b/p.milepost"), DISKS, names_in, HOME)
    assert asked == [PurePosixPath("/home/ada/a/b"), PurePosixPath("/home/ada/a")]
