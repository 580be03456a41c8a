"""How well colours can be told apart, and colours that can: by the contrast ratio of WCAG 2.2."""

from collections.abc import Sequence

from PySide6.QtGui import QColor

READABLE = 4.5
"""Words need so much on what they stand on (WCAG 2.2, 1.4.3)."""

SHARE_STEP = 0.05


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def blend(top: QColor, under: QColor, share: float) -> QColor:
    """A share (0 to 1) of a colour over another."""
    pairs = ((top.red(), under.red()), (top.green(), under.green()), (top.blue(), under.blue()))
    return QColor(*(round(share * upper + (1 - share) * lower) for upper, lower in pairs))


def readable_on(ground: QColor, inks: Sequence[QColor]) -> QColor:
    """The first of the inks in which words can be read on a ground; the best where none is good enough."""
    found = (each for each in inks if contrast(each, ground) >= READABLE)
    return next(found, max(inks, key=lambda each: contrast(each, ground)))


def stepped_back(ink: QColor, ground: QColor, least: float) -> QColor:
    """The ink drawn back towards the ground, as far as this contrast is left."""
    share = 1.0
    while share > SHARE_STEP and contrast(blend(ink, ground, share - SHARE_STEP), ground) >= least:
        share -= SHARE_STEP
    return blend(ink, ground, share)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
