"""What every test stands on: no screen, no trace of the person's own files, the same examples in each CI run.

Importing this file imports nothing of Qt, so that the domain's tests also run where Qt is not installed
(`pytest -p no:pytest-qt tests/domain`).
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

# Before the first QApplication of any test. Tests marked x11 give the processes they start their own screen.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["LC_ALL"] = "C.UTF-8"
for _name in ("LANGUAGE", "QT_SCALE_FACTOR", "QT_FONT_DPI", "QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME"):
    os.environ.pop(_name, None)

# A busy machine makes a slow example, not a wrong one: no deadline. CI tries the same examples each time, so
# that a red run says something about the change; at home every run looks further.
hypothesis.settings.register_profile("home", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "home")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out what needs an X server where there is none to start."""
    if sys.platform in ("darwin", "win32"):
        for item in items:
            if item.get_closest_marker("x11"):
                item.add_marker(pytest.mark.skip(reason="X11 is Linux's"))


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of this test alone: settings, data, logs and backups of the person stay untouched."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    for name in ("APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(folder / name))
    monkeypatch.delenv("MILEPOST_HOME", raising=False)
    for kind in ("CONFIG", "DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(folder / kind.lower()))
    runtime = folder / "run"
    runtime.mkdir(mode=0o700)  # Qt warns about one that others may read
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    _isolate_qt(folder)
    return folder


@pytest.fixture(autouse=True)
def nothing_left_in_the_way() -> Iterator[None]:
    """A dialog left open or a button left pressed would change what the next test sees."""
    yield
    if "PySide6.QtWidgets" not in sys.modules:
        return
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    if QApplication.instance() is None:
        return
    left = (QApplication.activeModalWidget(), QApplication.activePopupWidget(), QApplication.mouseButtons())
    assert left == (None, None, Qt.MouseButton.NoButton)


def _isolate_qt(folder: Path) -> None:
    """Point Qt's settings and standard folders at `folder`, where a test (or pytest-qt) has loaded Qt.

    Qt finds the settings folder once a process, and asks the system on macOS and Windows.
    """
    if "PySide6.QtCore" not in sys.modules:
        return
    from PySide6.QtCore import QSettings, QStandardPaths

    for format_ in (QSettings.Format.IniFormat, QSettings.Format.NativeFormat):
        QSettings.setPath(format_, QSettings.Scope.UserScope, str(folder / "config"))
    QStandardPaths.setTestModeEnabled(sys.platform in ("darwin", "win32"))
