"""Make an AppImage from dist/Milepost.AppDir: one file that runs on any Linux, without installing.

    python3 packaging/appimage.py RUNTIME TARGET
    python3 packaging/appimage.py --runtime     the address and the SHA-256 sum of the runtime to fetch

An AppImage is a small program, the runtime, with the AppDir as a compressed file system right after it. The
runtime of the AppImage project is taken in one version alone, linked statically, so that no FUSE 2 is needed;
any other file is refused. The file system is made by mksquashfs (squashfs-tools), the same bytes each time.

Proven here: the file system is made, found at its place, and what is in it runs. Unproven here: the runtime,
which cannot be had here. Its sum was read in ten public build scripts that are independent of each other and
say the same; whoever changes the version compares with the sums on the project's own release page.
"""

import hashlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
APPDIR = ROOT / "dist" / "Milepost.AppDir"
RUNTIME_ADDRESS = "https://github.com/AppImage/type2-runtime/releases/download/20251108/runtime-x86_64"
RUNTIME_SHA256 = "2fca8b443c92510f1483a883f60061ad09b46b978b2631c807cd873a47ec260d"
USAGE = "usage: python3 packaging/appimage.py RUNTIME TARGET | --runtime"


class NoAppImage(Exception):
    """The AppImage cannot be made; the message says why."""


def main(arguments: list[str]) -> int:
    """Make the AppImage, or say where its runtime is; the exit status."""
    if arguments == ["--runtime"]:
        print(RUNTIME_ADDRESS, RUNTIME_SHA256)
        return 0
    if len(arguments) != 2:
        print(USAGE, file=sys.stderr)
        return 2
    runtime, target = map(Path, arguments)
    try:
        make(APPDIR, runtime_of(runtime), target, commit_time(ROOT))
    except NoAppImage as reason:
        print(str(reason), file=sys.stderr)
        return 1
    print(f"{target}  {target.stat().st_size / 1e6:.1f} MB")
    return 0


def runtime_of(path: Path) -> bytes:
    """The runtime in a file; raises NoAppImage where it is not the one that was looked at."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise NoAppImage(f"{path} cannot be read: {error.strerror}.") from error
    if hashlib.sha256(content).hexdigest() != RUNTIME_SHA256:
        raise NoAppImage(f"{path} is not the runtime that packaging/appimage.py names by its SHA-256 sum.")
    return content


def make(appdir: Path, runtime: bytes, target: Path, epoch: int) -> None:
    """Write the AppImage of a folder to `target`, all its files as of `epoch` (seconds since 1970).

    Raises NoAppImage, and leaves what was at `target`.
    """
    if not (appdir / "AppRun").exists():
        raise NoAppImage(f"{appdir} has no AppRun. Build it with python3 packaging/build.py.")
    with tempfile.TemporaryDirectory(prefix=".appimage-", dir=target.parent) as folder:
        files = Path(folder) / "files"
        # One owner, one time, no extended attributes: the same bytes from the same folder.
        command = [
            "mksquashfs",
            str(appdir),
            str(files),
            "-quiet",
            "-no-progress",
            "-noappend",
            "-root-owned",
        ]
        command += ["-no-xattrs", "-comp", "zstd", "-Xcompression-level", "19", "-b", "256K"]
        command += ["-all-time", str(epoch), "-mkfs-time", str(epoch)]
        # mksquashfs refuses times that are said twice, in its options and by the environment.
        environment = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
        try:
            done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        except FileNotFoundError:
            raise NoAppImage("mksquashfs is not installed; Debian has it in squashfs-tools.") from None
        if done.returncode:
            raise NoAppImage(f"mksquashfs ended with {done.returncode}: {done.stderr.strip()}")
        whole = Path(folder) / target.name
        whole.write_bytes(runtime + files.read_bytes())
        whole.chmod(0o755)
        whole.replace(target)


def commit_time(root: Path) -> int:
    """When the commit that is built was made, in seconds since 1970."""
    command = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NoAppImage(f"git does not say when this commit was made: {done.stderr.strip()}")
    return int(done.stdout)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
