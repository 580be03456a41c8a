"""What a printed page is made of: boxes, lines and texts, in points (1/72 inch) from its top left corner.

Pure. A layout makes these from a plan, a painter draws them; tests read them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, IntEnum


class Weight(IntEnum):
    """How heavy letters are, as CSS and Qt count it."""

    REGULAR = 400
    MEDIUM = 500
    SEMIBOLD = 600
    BOLD = 700


class Tone(Enum):
    """How dark ink is. Tones differ in lightness alone, so that they survive a greyscale printer."""

    INK = "ink"
    MUTED = "muted"
    LINE = "line"
    TINT = "tint"


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set; `size` in points."""

    size: float
    weight: Weight = Weight.REGULAR
    tone: Tone = Tone.INK


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text, its left end at `x` and its baseline at `y`."""

    x: float
    y: float
    text: str
    style: Style


@dataclass(frozen=True, slots=True)
class Line:
    """A straight stroke."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    tone: Tone


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, outlined in `tone` unless `width` is 0, and filled with `fill` unless it is None."""

    x: float
    y: float
    wide: float
    high: float
    width: float
    tone: Tone
    radius: float = 0.0
    fill: Tone | None = None


@dataclass(frozen=True, slots=True)
class Diamond:
    """A milestone's mark, `radius` from its middle to each corner."""

    x: float
    y: float
    radius: float
    tone: Tone


@dataclass(frozen=True, slots=True)
class Tick:
    """A tick mark inside a square with its top left corner at `x`, `y`."""

    x: float
    y: float
    size: float


Shape = Text | Line | Box | Diamond | Tick

Measure = Callable[[str, Style], float]
"""The width of a text in points."""


def right(text: str, x: float, y: float, style: Style, measure: Measure) -> Text:
    """A text that ends at `x`."""
    return Text(x - measure(text, style), y, text, style)


def elided(text: str, width: float, style: Style, measure: Measure) -> str:
    """The text, shortened with “…” where it is wider than `width` points."""
    if measure(text, style) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(f"{text[:middle].rstrip()}…", style) <= width:
            low = middle
        else:
            high = middle - 1
    return f"{text[:low].rstrip()}…"


def wrapped(text: str, width: float, lines: int, style: Style, measure: Measure) -> list[str]:
    """The text in at most so many lines of `width` points, broken at spaces; the last one is shortened."""
    result: list[str] = []
    rest = " ".join(text.split())
    while rest and len(result) < lines - 1:
        line = _first_line(rest, width, style, measure)
        result.append(line)
        rest = rest[len(line) :].lstrip()
    if rest:
        result.append(elided(rest, width, style, measure))
    return result


def _first_line(text: str, width: float, style: Style, measure: Measure) -> str:
    """As many whole words as fit, or as many letters of the first word where not even that does."""
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if measure(longer, style) > width:
            break
        line = longer
    if line:
        return line
    word = text.split(" ", 1)[0]
    count = len(word)
    while count > 1 and measure(word[:count], style) > width:
        count -= 1
    return word[:count]
