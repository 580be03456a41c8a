"""What Milepost remembers between runs that is not part of a plan: the window, the look, what was open.

Everything lies in one INI file as plain text. A value that is missing, was damaged or edited into
nonsense reads as its default; nothing here can keep the program from starting.
"""

import base64
import json
import math
import os
from contextlib import suppress
from pathlib import Path
from typing import Literal, TypeVar, cast, get_args
from urllib.parse import quote

from PySide6.QtCore import QByteArray, QSettings

ThemeChoice = Literal["system", "light", "dark"]
Value = bool | int | float | str | bytes | list[str]

MAX_RECENT = 10

_MOST_DIGITS = 6
"""Of a size in pixels: Qt takes no number beyond 32 bits."""

T = TypeVar("T", bool, int, float, str, bytes, list[str])


class Settings:
    """Typed settings in the INI file at `path`, which need not exist yet."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._store = self._open()

    @property
    def window_geometry(self) -> QByteArray:
        """As `QWidget.saveGeometry` gives it; empty on a first start."""
        return QByteArray(self.value("window/geometry", b""))

    @window_geometry.setter
    def window_geometry(self, geometry: QByteArray) -> None:
        self.set_value("window/geometry", bytes(geometry.data()))

    @property
    def theme(self) -> ThemeChoice:
        """The look the learner chose, "system" if none."""
        choice = self.value("look/theme", "system")
        return cast(ThemeChoice, choice) if choice in get_args(ThemeChoice) else "system"

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self.set_value("look/theme", choice)

    @property
    def recent_plans(self) -> list[Path]:
        """The plans opened of late, newest first, at most ten; some may be gone from the disk."""
        return [Path(text) for text in self.value("plans/recent", list[str]()) if text][:MAX_RECENT]

    @property
    def last_plan(self) -> Path | None:
        """The plan to open again on the next start."""
        text = self.value("plans/last", "")
        return Path(text) if text else None

    @last_plan.setter
    def last_plan(self, path: Path | None) -> None:
        self.set_value("plans/last", str(path) if path else "")

    def remember_plan(self, path: Path) -> None:
        """Put a plan that was opened at the head of the recent ones and make it the last."""
        others = [known for known in self.recent_plans if known != path]
        self._set_recent([path, *others])
        self.last_plan = path

    def forget_plan(self, path: Path) -> None:
        """Take a plan that is gone off the list."""
        self._set_recent([known for known in self.recent_plans if known != path])
        if self.last_plan == path:
            self.last_plan = None

    @property
    def recent_actions(self) -> list[str]:
        """The ids of the actions chosen from the command palette of late, newest first."""
        return self.value("palette/recent", list[str]())[:MAX_RECENT]

    def remember_action(self, action_id: str) -> None:
        """Put an action at the head of the recent ones."""
        others = [each for each in self.recent_actions if each != action_id]
        self.set_value("palette/recent", [action_id, *others][:MAX_RECENT])

    def splitter_sizes(self, name: str) -> list[int]:
        """The sizes of a splitter in pixels; empty when it was never moved."""
        texts = self.value(f"splitters/{name}", list[str]())
        sensible = all(text.isdecimal() and len(text) <= _MOST_DIGITS for text in texts)
        return [int(text) for text in texts] if sensible else []

    def set_splitter_sizes(self, name: str, sizes: list[int]) -> None:
        """Keep the sizes of a splitter, as `QSplitter.sizes` gives them."""
        self.set_value(f"splitters/{name}", [str(size) for size in sizes])

    def value_for(self, plan_id: str, key: str, default: T) -> T:
        """How one plan was last looked at (zoom, scroll, collapsed rows ...), as `value` reads it."""
        return self.value(_plan_key(plan_id, key), default)

    def set_value_for(self, plan_id: str, key: str, value: Value) -> None:
        """Keep a piece of how one plan is looked at."""
        self.set_value(_plan_key(plan_id, key), value)

    def value(self, key: str, default: T) -> T:
        """The value under `key` in the type of `default`; `default` where there is none of that type."""
        text = self._store.value(key)
        if not isinstance(text, str):
            return default
        try:
            return cast(T, _parse(text, default))
        except (ValueError, RecursionError):
            return default

    def set_value(self, key: str, value: Value) -> None:
        """Keep a value under `key`."""
        self._store.setValue(key, _text(value))

    def save(self) -> bool:
        """Write everything to the file now; False when the disk refused."""
        if self._store.status() != QSettings.Status.NoError:
            # Qt remembers an error for good; what could not be written goes on to who opens the same file.
            self._store = self._open()
        self._store.sync()
        return self._store.status() == QSettings.Status.NoError

    def _open(self) -> QSettings:
        _keep_private(self._path)
        return QSettings(str(self._path), QSettings.Format.IniFormat)

    def _set_recent(self, paths: list[Path]) -> None:
        self.set_value("plans/recent", [str(path) for path in paths[:MAX_RECENT]])


def _plan_key(plan_id: str, key: str) -> str:
    # A slash or backslash in an INI key opens a group; percent signs keep any id in one piece.
    return f"plan-{quote(plan_id, safe='')}/{key}"


def _text(value: Value) -> str:
    """A value as text that reads back the same; QSettings itself forgets types and mangles short lists."""
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False)


def _parse(text: str, like: Value) -> Value:
    """`text` in the type of `like`. Raises ValueError when it holds no such thing."""
    if isinstance(like, str):
        return text
    if isinstance(like, bytes):
        return base64.b64decode(text, validate=True)
    found = json.loads(text)
    if isinstance(like, float) and type(found) in (int, float) and math.isfinite(found):
        return float(found)
    if isinstance(like, list) and isinstance(found, list) and all(isinstance(item, str) for item in found):
        return found
    if type(found) is type(like) and isinstance(found, bool | int):
        return found
    raise ValueError(f"{text!r} is no {type(like).__name__}")


def _keep_private(path: Path) -> None:
    """Let only its owner read the file, which names plans and calendars; Qt keeps its permissions."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDONLY | os.O_CREAT, 0o600))
        path.chmod(0o600)
