"""How Milepost looks: colours by role, read from a TOML file, and the fonts it ships with.

A theme file has ten base colours and roles that refer to them. Code asks for roles only, so that a
theme can be changed, or a new one written, without touching any of it.
"""

import re
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from planner.paths import resource

PHASES = 8
"""How many phase colours a theme has; a plan with more phases starts again at the first."""

ROLES = (
    "window surface surface_raised header border border_strong divider grid grid_strong track segment hover "
    "pressed text text_muted text_faint text_disabled accent accent_hover accent_text accent_soft link "
    "danger danger_soft danger_text success warning info_soft info_text "
    "today today_text window_shade window_text ghost link_line found "
    "tooltip tooltip_text tooltip_muted tooltip_danger "
    "load_planned load_past load_logged load_over load_hatch day_off day_off_text"
).split() + [f"phase_{index}{variant}" for index in range(PHASES) for variant in ("", "_soft", "_text")]
"""The roles every theme file gives a colour."""

_BLEND = re.compile(r"(?P<top>\S+) (?P<share>\d{1,3})% on (?P<under>\S+)")
_HEX = re.compile(r"#[0-9a-fA-F]{6}")


class ThemeError(Exception):
    """A theme file that cannot be used; the message names the file and the key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseColours:
    """The colours of one phase: done and outlined marks, bars still to fill, and words."""

    solid: QColor
    soft: QColor
    text: QColor


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """The colours of one look, by role (`ROLES`)."""

    name: str
    dark: bool
    colours: Mapping[str, QColor]

    def colour(self, role: str) -> QColor:
        """The colour of a role, as a copy that the caller may change. Raises KeyError for an unknown role."""
        try:
            return QColor(self.colours[role])
        except KeyError:
            raise KeyError(f'the theme has no role "{role}"') from None

    def phase(self, index: int) -> PhaseColours:
        """The colours of the phase that stands at `index` in its plan, from 0."""
        role = f"phase_{index % PHASES}"
        return PhaseColours(
            solid=self.colour(role), soft=self.colour(f"{role}_soft"), text=self.colour(f"{role}_text")
        )


def load_theme(path: Path) -> Theme:
    """Read a theme file. Raises ThemeError, naming the file and the key that is wrong."""
    try:
        with path.open("rb") as file:
            data = tomllib.load(file)
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ThemeError(f"{path}: {error}") from error
    about = _table(path, data, "theme")
    name, dark = about.get("name"), about.get("dark")
    if not isinstance(name, str):
        raise ThemeError(f"{path}: theme.name must be a text")
    if not isinstance(dark, bool):
        raise ThemeError(f"{path}: theme.dark must be true or false")
    colours: dict[str, QColor] = {}
    base = _table(path, data, "base")
    for section, entries in (("base", base), ("roles", _table(path, data, "roles"))):
        for key, value in entries.items():
            if key in colours or (section == "roles" and key not in ROLES):
                raise ThemeError(
                    f"{path}: {section}.{key} is {'there twice' if key in colours else 'no known role'}"
                )
            colours[key] = _colour(path, f"{section}.{key}", value, colours)
    if missing := [role for role in ROLES if role not in colours]:
        raise ThemeError(f"{path}: roles.{missing[0]} is missing")
    return Theme(name=name, dark=dark, colours={role: colours[role] for role in ROLES})


def built_in_theme(*, dark: bool) -> Theme:
    """The light or the dark theme that Milepost ships with."""
    return load_theme(resource("themes/dark.toml" if dark else "themes/light.toml"))


def palette(theme: Theme) -> QPalette:
    """The theme as Qt's own palette, for everything the style sheet does not reach."""
    colour, role, group = theme.colour, QPalette.ColorRole, QPalette.ColorGroup
    result = QPalette()
    for which, name in (
        (role.Window, "window"),
        (role.WindowText, "text"),
        (role.Base, "surface"),
        (role.AlternateBase, "header"),
        (role.Text, "text"),
        (role.PlaceholderText, "text_faint"),
        (role.Button, "surface"),
        (role.ButtonText, "text"),
        (role.BrightText, "danger"),
        (role.Highlight, "accent"),
        (role.HighlightedText, "accent_text"),
        (role.Accent, "accent"),
        (role.Link, "link"),
        (role.LinkVisited, "phase_2_text"),
        (role.ToolTipBase, "tooltip"),
        (role.ToolTipText, "tooltip_text"),
        (role.Light, "surface_raised"),
        (role.Midlight, "divider"),
        (role.Mid, "border"),
        (role.Dark, "border_strong"),
        (role.Shadow, "tooltip"),
    ):
        result.setColor(which, colour(name))
    for which in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(group.Disabled, which, colour("text_disabled"))
    result.setColor(group.Disabled, role.Highlight, colour("track"))
    result.setColor(group.Disabled, role.HighlightedText, colour("text_muted"))
    return result


def load_fonts() -> list[str]:
    """Register the fonts Milepost ships with, for screen and PDF alike; returns their families."""
    families: list[str] = []
    for path in sorted(resource("fonts").glob("*.otf")):
        identity = QFontDatabase.addApplicationFont(str(path))
        families += [
            family for family in QFontDatabase.applicationFontFamilies(identity) if family not in families
        ]
    return families


def app_font() -> QFont:
    """The font of the whole program: Inter where `load_fonts` found it, else the system's own."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if "Inter" in QFontDatabase.families():
        font.setFamilies(["Inter", font.family()])
    # 13 pixels at 100 %: macOS counts 72 points to the inch there, the others 96.
    font.setPointSizeF(13.0 if sys.platform == "darwin" else 9.75)
    return font


def role_font(base: QFont, role: str) -> QFont:
    """`base` as `role` has it: "title", "section", "small", "strong" or "figures" (digits of one width).

    Raises KeyError for an unknown role.
    """
    scale, weight = {
        "title": (1.25, QFont.Weight.Bold),
        "section": (0.85, QFont.Weight.DemiBold),
        "small": (0.88, base.weight()),
        "strong": (1.0, QFont.Weight.DemiBold),
        "figures": (1.0, base.weight()),
    }[role]
    font = QFont(base)
    if base.pixelSize() > 0:
        font.setPixelSize(round(base.pixelSize() * scale))
    else:
        font.setPointSizeF(base.pointSizeF() * scale)
    font.setWeight(QFont.Weight(weight))
    if role == "section":
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 103)
    if role == "figures":
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _table(path: Path, data: dict[str, Any], name: str) -> dict[str, Any]:
    table = data.get(name)
    if not isinstance(table, dict):
        raise ThemeError(f"{path}: the table [{name}] is missing")
    return table


def _colour(path: Path, key: str, value: object, known: Mapping[str, QColor]) -> QColor:
    """`value` as a colour: "#rrggbb", a `known` name, or "NAME 35% on NAME"."""
    if isinstance(value, str):
        if _HEX.fullmatch(value):
            return QColor(value)
        if value in known:
            return known[value]
        found = _BLEND.fullmatch(value)
        if found and found["top"] in known and found["under"] in known and int(found["share"]) <= 100:
            return _blend(known[found["top"]], known[found["under"]], int(found["share"]) / 100)
    raise ThemeError(
        f'{path}: {key} = {value!r} is neither "#rrggbb", a name above it, nor "NAME 35% on NAME"'
    )


def _blend(top: QColor, under: QColor, share: float) -> QColor:
    """A `share` (0 to 1) of `top` over `under`, channel by channel as paint would lie on it."""

    def mix(upper: int, lower: int) -> int:
        return round(upper * share + lower * (1 - share))

    return QColor(mix(top.red(), under.red()), mix(top.green(), under.green()), mix(top.blue(), under.blue()))
