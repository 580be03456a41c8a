"""What PyInstaller's recipe hands to Windows and macOS: the version, and the words they show with it."""

import plistlib
import tomllib
from pathlib import Path
from typing import Any

from integration import APPLICATION

ROOT = Path(__file__).resolve().parent.parent

BUNDLE_ID = APPLICATION.replace("_", "-")
"""The application id as macOS spells it: there, ids hold no underscores (and elsewhere no hyphens)."""

ENTITLEMENTS = ROOT / "packaging" / "macos" / "entitlements.plist"

_VERSION_RESOURCE = """\
VSVersionInfo(
    ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0, OS=0x40004, fileType=1),
    kids=[
        StringFileInfo([StringTable("040904B0", [{strings}])]),
        VarFileInfo([VarStruct("Translation", [0x409, 1200])]),
    ],
)
"""


def project(root: Path = ROOT) -> dict[str, Any]:
    """The project table of pyproject.toml."""
    table: dict[str, Any] = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return table


def write_version_resource(folder: Path, executable: str, root: Path = ROOT) -> Path:
    """Write what Windows shows as the details of `executable` (a name without suffix), for PyInstaller.

    The text goes into a file in `folder`, which is made; returns where it is.
    """
    table = project(root)
    version = str(table["version"])
    strings = {
        "ProductName": "Milepost",
        "FileDescription": "Milepost",  # the name in the task manager and in lists of programs
        "CompanyName": "Milepost",
        "LegalCopyright": "Free software under the MIT licence",
        "InternalName": executable,
        "OriginalFilename": f"{executable}.exe",
        "FileVersion": version,
        "ProductVersion": version,
        "Comments": str(table["description"]),
    }
    text = _VERSION_RESOURCE.format(
        numbers=(*map(int, version.split(".")), 0),
        strings=", ".join(f"StringStruct({name!r}, {value!r})" for name, value in strings.items()),
    )
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{executable}-version.txt"
    path.write_text(text, encoding="utf-8")
    return path


def info_plist(root: Path = ROOT) -> dict[str, Any]:
    """The entries of macOS's Info.plist that are Milepost's own."""
    entries: dict[str, Any] = plistlib.loads((root / "packaging" / "macos" / "Info.plist").read_bytes())
    version = project(root)["version"]
    return entries | {"CFBundleShortVersionString": version, "CFBundleVersion": version}
