"""Icons by name, in the colours of the theme.

The drawings are a few of Lucide's, named here by what they stand for; `resources/icons` holds them.
"""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from planner.paths import resource
from planner.ui.theme import Theme

APPLICATION = "io.github.milepost_planner.Milepost"
"""By this name a desktop joins Milepost's windows, entry and icons; files in packaging/linux carry it."""

PIXELS = (16, 20, 24, 32, 40, 48)
"""The sizes drawn: 16 and 20 at 100, 125, 150, 200 and 240 %. Qt picks the one that needs no scaling."""


class Icons:
    """The icons of one theme. A new theme needs a new one of these."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._icons: dict[tuple[str, str], QIcon] = {}

    def icon(self, name: str, role: str = "text") -> QIcon:
        """The icon `name` in the colour of `role`, dimmed when disabled and legible on a selection.

        Raises KeyError, naming it, for an unknown name or role.
        """
        key = name, role
        if key not in self._icons:
            self._icons[key] = self._draw(name, role)
        return self._icons[key]

    def pixmap(self, name: str, size: int, role: str = "text", ratio: float = 1.0) -> QPixmap:
        """The icon as a picture of `size` logical pixels for a screen of `ratio` device pixels each."""
        pixmap = _paint(QSvgRenderer(QByteArray(svg(name, self._theme.colour(role)))), round(size * ratio))
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _draw(self, name: str, role: str) -> QIcon:
        colour = self._theme.colour(role)
        accent = role in ("accent_text", "today_text")
        modes = {
            QIcon.Mode.Normal: colour,
            QIcon.Mode.Disabled: self._theme.colour("text_disabled"),
            # A role that already stands on a filled button keeps its colour there.
            QIcon.Mode.Selected: colour if accent else self._theme.colour("accent_text"),
        }
        icon = QIcon()
        # Qt has no public way to own an icon engine written in Python, so each size is drawn ahead:
        # once as a shape, then filled with the colour of each mode.
        drawing = QSvgRenderer(QByteArray(svg(name, colour)))
        for pixels in PIXELS:
            shape = _paint(drawing, pixels)
            for mode, tint in modes.items():
                icon.addPixmap(_filled(shape, tint), mode)
        return icon


def svg(name: str, colour: QColor) -> bytes:
    """The drawing `name` as SVG, in `colour`. Raises KeyError, naming it, when there is none."""
    # QtSvg paints currentColor black, whatever the palette says.
    return _source(name).replace("currentColor", colour.name()).encode()


def application_icon() -> QIcon:
    """Milepost's own icon, at every size a desktop asks for."""
    drawing = QSvgRenderer(str(resource("icons/milepost.svg")))
    icon = QIcon()
    for pixels in (16, 22, 24):
        icon.addPixmap(_paint(QSvgRenderer(str(resource(f"icons/milepost-{pixels}.svg"))), pixels))
    for pixels in (32, 48, 64, 128, 256):
        icon.addPixmap(_paint(drawing, pixels))
    return icon


def names() -> list[str]:
    """The names of all icons that take their colour from the theme, sorted."""
    stems = (path.stem for path in resource("icons").glob("*.svg"))
    return sorted(stem for stem in stems if not stem.startswith("milepost"))


@cache
def _source(name: str) -> str:
    path: Path = resource("icons") / f"{name}.svg"
    if not path.is_file():
        raise KeyError(f'there is no icon "{name}"')
    return path.read_text(encoding="utf-8")


def _paint(drawing: QSvgRenderer, pixels: int) -> QPixmap:
    pixmap = QPixmap(QSize(pixels, pixels))
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        drawing.render(painter, QRectF(0, 0, pixels, pixels))
    return pixmap


def _filled(shape: QPixmap, colour: QColor) -> QPixmap:
    pixmap = QPixmap(shape)
    with QPainter(pixmap) as painter:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(pixmap.rect(), colour)
    return pixmap
