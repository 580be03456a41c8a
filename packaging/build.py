"""Build Milepost's one-folder program from this checkout into dist/milepost.

    uv run --group package python packaging/build.py

Prints what was built and how large it is. Nothing outside build/ and dist/ is written.
"""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ROOT / "dist" / "milepost"
EXECUTABLE = PROGRAM / ("milepost.exe" if sys.platform == "win32" else "milepost")

KEPT_WHOLE = ("numpy.libs", "PySide6")
"""Folders that do not survive stripping: OpenBLAS and Qt's own libraries lose what they need to load."""


def main() -> int:
    """Build, strip and say what came of it; returns the exit status."""
    shutil.rmtree(PROGRAM, ignore_errors=True)
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"]
    command += ["--distpath", str(ROOT / "dist"), "--workpath", str(ROOT / "build")]
    print("Building the program; this takes a minute or two.", flush=True)
    built = subprocess.run([*command, str(ROOT / "packaging" / "milepost.spec")], cwd=ROOT, check=False)
    if built.returncode:
        print("PyInstaller could not build the program; its own words are above.", file=sys.stderr)
        return built.returncode
    strip_libraries(PROGRAM)
    print(f"{EXECUTABLE}  {megabytes(PROGRAM):.0f} MB in one folder")
    print("Prove it with: uv run --group package python packaging/smoke.py")
    return 0


def strip_libraries(folder: Path) -> None:
    """Drop debug symbols from the shared libraries that bear it; without `strip` they stay as they are."""
    strip = shutil.which("strip")
    if strip is None or not sys.platform.startswith("linux"):
        return
    libraries = [
        str(path)
        for path in folder.rglob("*.so*")
        # PyInstaller links libraries of kept folders from the top: stripping a link strips what it names.
        if path.is_file() and not path.is_symlink() and not any(kept in path.parts for kept in KEPT_WHOLE)
    ]
    subprocess.run([strip, "--strip-unneeded", *libraries], check=False, capture_output=True)


def megabytes(folder: Path) -> float:
    """The size of all files below a folder, in 10^6 bytes; links count as what they are."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir()) / 1e6


if __name__ == "__main__":
    sys.exit(main())
