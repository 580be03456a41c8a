"""How the charts look: colours by role, fonts and sizes, made once from a theme and a font."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPen

from planner.ui.progress.plot import Dash
from planner.ui.theme import Theme, app_font, built_in_theme, load_fonts, role_font

PICTURE_FONT_PIXELS = 13

_PATTERNS = {
    Dash.DASHED: [5.0, 3.0],
    Dash.DOTTED: [1.2, 2.4],
    Dash.DASH_DOT: [6.0, 2.4, 1.2, 2.4],
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlotStyle:
    """What the painters of charts need besides the layout. Sizes in logical pixels."""

    theme: Theme
    font: QFont
    small: QFont
    strong: QFont
    title: QFont

    @property
    def line(self) -> float:
        """The height of a line of small words."""
        return QFontMetricsF(self.small).height()

    def colour(self, role: str) -> QColor:
        """The colour of a role."""
        return self.theme.colour(role)

    def width(self, text: str) -> float:
        """How wide small words are."""
        return QFontMetricsF(self.small).horizontalAdvance(text)

    def pen(self, role: str, width: float, dash: Dash = Dash.SOLID) -> QPen:
        """A pen in the colour of a role; dashes have the same length for every width."""
        pen = QPen(self.colour(role), width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if dash in _PATTERNS:
            pen.setDashPattern([each * 1.4 / width for each in _PATTERNS[dash]])
        return pen


def plot_style(theme: Theme, font: QFont) -> PlotStyle:
    """The look for the window."""
    small = role_font(role_font(font, "small"), "figures")
    strong = role_font(small, "strong")
    return PlotStyle(theme=theme, font=font, small=small, strong=strong, title=role_font(font, "title"))


def picture_style() -> PlotStyle:
    """The look for pictures: light, and the same on every computer.

    Letters that follow a screen's pixels would be wider or narrower elsewhere, and Inter's contextual forms
    and its figures of one width are not in the fonts that stand in for it.
    """
    if "Inter" not in QFontDatabase.families():
        load_fonts()
    font = app_font()
    font.setPixelSize(PICTURE_FONT_PIXELS)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag("calt"), 0)
    small = role_font(font, "small")
    return PlotStyle(
        theme=built_in_theme(dark=False),
        font=font,
        small=small,
        strong=role_font(small, "strong"),
        title=role_font(font, "title"),
    )
