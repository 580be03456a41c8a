"""Where things are: what Milepost ships with, and where it keeps what is the learner's.

The only file that knows of frozen builds. None of these functions creates a folder; whoever writes does.
"""

import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

CHANGELOG = "CHANGELOG.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class Folders:
    """The places on one machine that are the learner's own."""

    data: Path
    logs: Path
    settings: Path
    plans: Path


def restore_library_path() -> None:
    """Give programs that Milepost starts (a browser for a link) the system's libraries, not the bundled ones.

    PyInstaller points LD_LIBRARY_PATH at its own folder and keeps what it found in LD_LIBRARY_PATH_ORIG. The
    loader read it when this process started, so Milepost's own libraries stay found.
    """
    if not getattr(sys, "frozen", False):
        return
    os.environ.pop("LD_LIBRARY_PATH", None)
    if original := os.environ.get("LD_LIBRARY_PATH_ORIG"):
        os.environ["LD_LIBRARY_PATH"] = original


def resource(name: str) -> Path:
    """The file or folder `name` (with forward slashes) that ships with Milepost.

    Raises FileNotFoundError, naming the path, when the installation lacks it.
    """
    path = _resources() / name
    if not path.exists():
        raise FileNotFoundError(f"Milepost's installation is incomplete: {path} is missing")
    return path


def changelog() -> Path:
    """The file that says what each version brought; a checkout has it at its root.

    Raises FileNotFoundError, naming the path, when the installation lacks it.
    """
    shipped = _resources() / CHANGELOG
    at_the_root = shipped.parent.parent / CHANGELOG
    return at_the_root if at_the_root.exists() and not shipped.exists() else resource(CHANGELOG)


def data_folder() -> Path:
    """What Milepost keeps for itself beside the plans."""
    return _here().data


def backup_folder() -> Path:
    """Where copies of plans are kept that Milepost made by itself."""
    return data_folder() / "backups"


def log_folder() -> Path:
    """Where the rotating log goes."""
    return _here().logs


def settings_file() -> Path:
    """The INI file with the window's state and the learner's choices."""
    return _here().settings


def default_plan_folder() -> Path:
    """Where a new plan is offered to be saved: the documents folder, or home where there is none."""
    return _here().plans


def folders(platform: str, environ: Mapping[str, str], home: Path) -> Folders:
    """The learner's folders on a `platform` (as `sys.platform` names it).

    `MILEPOST_HOME` puts everything into one folder: a USB stick, or a test's own.
    """
    if portable := environ.get("MILEPOST_HOME"):
        return _portable(Path(portable).expanduser().absolute())
    if platform == "win32":
        return _windows(environ, home)
    if platform == "darwin":
        return _macos(home)
    return _freedesktop(environ, home)


def _here() -> Folders:
    return folders(sys.platform, os.environ, Path.home())


def _resources() -> Path:
    if getattr(sys, "frozen", False):
        # PyInstaller sets _MEIPASS to the folder it unpacked to, or to _internal in a one-folder build.
        return Path(getattr(sys, "_MEIPASS", Path(sys.executable).parent / "_internal")) / "resources"
    package = Path(__file__).resolve().parent
    in_wheel = package / "_resources"
    return in_wheel if in_wheel.is_dir() else package.parent / "resources"


def _portable(root: Path) -> Folders:
    return Folders(
        data=root,
        logs=root / "logs",
        settings=root / "milepost.ini",
        plans=root / "plans",
    )


def _windows(environ: Mapping[str, str], home: Path) -> Folders:
    data = Path(environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "Milepost"
    return Folders(
        data=data,
        logs=data / "Logs",
        settings=data / "milepost.ini",
        plans=_first_folder(_windows_documents(), home / "Documents", home=home),
    )


def _macos(home: Path) -> Folders:
    library = home / "Library"
    data = library / "Application Support" / "Milepost"
    return Folders(
        data=data,
        logs=library / "Logs" / "Milepost",
        settings=data / "milepost.ini",
        plans=_first_folder(home / "Documents", home=home),
    )


def _freedesktop(environ: Mapping[str, str], home: Path) -> Folders:
    data = _xdg(environ, "XDG_DATA_HOME", home / ".local" / "share") / "milepost"
    config = _xdg(environ, "XDG_CONFIG_HOME", home / ".config")
    return Folders(
        data=data,
        logs=_xdg(environ, "XDG_STATE_HOME", home / ".local" / "state") / "milepost" / "logs",
        settings=config / "milepost" / "milepost.ini",
        plans=_first_folder(_xdg_documents(config, home), home / "Documents", home=home),
    )


def _xdg(environ: Mapping[str, str], name: str, default: Path) -> Path:
    # The XDG base directory specification: a relative path is to be ignored.
    value = Path(environ.get(name, ""))
    return value if value.is_absolute() else default


def _xdg_documents(config: Path, home: Path) -> Path | None:
    """The documents folder under its name in the learner's language (`~/Dokumente`), if it is set."""
    try:
        text = (config / "user-dirs.dirs").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    found = re.search(r'^\s*XDG_DOCUMENTS_DIR="(.+)"\s*$', text, flags=re.MULTILINE)
    return Path(found[1].replace("$HOME", str(home))) if found else None


def _windows_documents() -> Path | None:
    """The documents folder where Windows or OneDrive has moved it to, as the registry says."""
    if sys.platform == "win32":
        import winreg

        shell_folders = r"Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders"
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, shell_folders) as key:
                value, _ = winreg.QueryValueEx(key, "Personal")
        except OSError:
            return None
        return Path(winreg.ExpandEnvironmentStrings(str(value)))
    return None


def _first_folder(*candidates: Path | None, home: Path) -> Path:
    """The first of `candidates` that is there, else `home`."""
    return next((path for path in candidates if path is not None and path.is_dir()), home)
