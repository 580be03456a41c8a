"""What a printed page is made of: boxes, lines and texts, in points (1/72 inch) from its top left corner.

Pure. A layout makes these from a plan, a painter draws them; tests read them.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, IntEnum

from planner.domain.syllables import syllable_starts
from planner.domain.web_links import may_be_opened
from planner.ui.printing.breaking import (
    hyphen_at,
    line_breaks,
    runs_leftwards,
    sign_ends,
    spaced,
    with_hyphen_kept,
)
from planner.ui.printing.link_area import LinkArea


class Weight(IntEnum):
    """How heavy letters are, as CSS and Qt count it."""

    REGULAR = 400
    MEDIUM = 500
    SEMIBOLD = 600
    BOLD = 700


class Tone(Enum):
    """How dark ink is. Tones differ in lightness, so that they survive a greyscale printer."""

    INK = "ink"
    MUTED = "muted"
    LINE = "line"
    TINT = "tint"


@dataclass(frozen=True, slots=True)
class PhaseTone:
    """The colour of a phase, by its number; a middle grey where there are no colours."""

    phase: int


Ink = Tone | PhaseTone


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set; `size` in points."""

    size: float
    weight: Weight = Weight.REGULAR
    tone: Tone = Tone.INK


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text, its left end at `x` and its baseline at `y`.

    `whole` is what a search finds in the PDF: None where that is the line itself, the full text where the
    line begins one that is broken or shortened, and empty where the line goes on with the one before.
    """

    x: float
    y: float
    text: str
    style: Style
    whole: str | None = None
    leftwards: bool = False


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
    tone: Ink
    radius: float = 0.0
    fill: Ink | None = None


@dataclass(frozen=True, slots=True)
class Diamond:
    """A milestone's mark, `radius` from its middle to each corner."""

    x: float
    y: float
    radius: float
    tone: Ink


@dataclass(frozen=True, slots=True)
class Tick:
    """A tick mark inside a square with its top left corner at `x`, `y`."""

    x: float
    y: float
    size: float


Shape = Text | Line | Box | Diamond | Tick | LinkArea


def moved(shape: Shape, x: float) -> Shape:
    """The shape so much further to the right."""
    if isinstance(shape, Line):
        return replace(shape, x1=shape.x1 + x, x2=shape.x2 + x)
    return replace(shape, x=shape.x + x)


Measure = Callable[[str, Style], float]
"""The width of a text in points."""


def right(text: str, x: float, y: float, style: Style, measure: Measure) -> Text:
    """A text that ends at `x`."""
    return Text(x - measure(text, style), y, text, style)


def text_block(
    text: str,
    x: float,
    y: float,
    wide: float,
    pitch: float,
    style: Style,
    measure: Measure,
    *,
    lines: int = 1,
    marked: bool = False,
) -> list[Text]:
    """A text in at most so many lines, the first baseline at `y`, the others `pitch` apart.

    What is written from right to left begins at the right edge; `marked`, with a mark at its left, it stays
    by that. However it is broken or shortened, a search in the PDF finds the whole text.
    """
    text = " ".join(text.split())
    shown = wrapped(text, wide, lines, style, measure)
    leftwards = runs_leftwards(text)
    if leftwards and marked:
        wide = max(measure(line, style) for line in shown)
    changed = shown != [text]
    return [
        Text(
            x + wide - measure(line, style) if leftwards else x,
            y + number * pitch,
            line,
            style,
            whole=(text if number == 0 else "") if changed else None,
            leftwards=leftwards,
        )
        for number, line in enumerate(shown)
    ]


def link_over(url: str, lines: Sequence[Text], pitch: float, measure: Measure) -> Iterator[LinkArea]:
    """A place to press over lines `pitch` apart, in a PDF; none where a link may not be opened."""
    if lines and may_be_opened(url):
        left = min(each.x for each in lines)
        edge = max(each.x + measure(each.text, each.style) for each in lines)
        top = lines[0].y - 0.85 * pitch
        yield LinkArea(left, top, edge - left, lines[-1].y - top + 0.25 * pitch, url)


def elided(text: str, width: float, style: Style, measure: Measure) -> str:
    """The text, shortened with “…” where it is wider than `width` points; no sign is cut in two."""
    if measure(text, style) <= width:
        return text
    ends = (0, *sign_ends(text))
    low, high = 0, len(ends) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if measure(f"{text[: ends[middle]].rstrip()}…", style) <= width:
            low = middle
        else:
            high = middle - 1
    return f"{text[: ends[low]].rstrip()}…"


def wrapped(text: str, width: float, lines: int, style: Style, measure: Measure) -> list[str]:
    """The text in at most so many lines of `width` points, broken where its script allows.

    A word wider than a line is broken, with a hyphen where its script writes one; the last line is shortened.
    """
    result: list[str] = []
    rest = spaced(" ".join(text.split()))
    while rest and len(result) < lines - 1:
        if measure(rest, style) <= width:
            break
        end, hyphen = _line_end(rest, width, style, measure)
        result.append(with_hyphen_kept(rest[:end].rstrip() + hyphen, text))
        rest = rest[end:].lstrip()
    if rest:
        result.append(elided(rest, width, style, measure))
    return result


def _line_end(text: str, width: float, style: Style, measure: Measure) -> tuple[int, str]:
    """Where the first line ends: after as many words as fit, else within the first word; and its hyphen.

    A word is broken before a syllable, unless that would leave a line half empty.
    """
    end = 0
    for place in line_breaks(text):
        if measure(text[:place].rstrip(), style) > width:
            break
        end = place
    if end:
        return end, ""
    ends = [each for each in sign_ends(text) if each < len(text)]
    end = ends[0] if ends else len(text)
    for place in ends:
        if measure(text[:place] + hyphen_at(text, place), style) > width:
            break
        end = place
    hyphen = hyphen_at(text, end) if end < len(text) else ""
    if hyphen:
        reads_well = max((each for each in syllable_starts(text[: end + 3]) if each <= end), default=0)
        end = reads_well if 2 * reads_well >= end and reads_well in ends else end
    return end, hyphen
