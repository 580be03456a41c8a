"""Ranges as wide as the learner's activities were seen to stray.

A roadmap's range may say less than single activities do: some have no range at all. Where those that are
finished strayed more from the learner's common pace than a range would have them (`Pace.straying`), the
effort is drawn from a wider range, whose standard deviation is what was seen. Its mean is the likely effort:
how many more hours than that are needed on average is what the learner's pace says, and a long high end would
say it twice.

Its low end is exp(-2.65 s) times the mean m, for a standard deviation of s m: with the shapes below that
is no skew for small s and more to the right the larger it is, as of a lognormal variable, and always above
0. With the low end's distance d = m - low and the variance v = (s m)**2 the rest follows:

- PERT-beta, mean low + r q and variance r**2 q (1 - q) / 7 with q = (1 + 4 p) / 6 for the mode's part p of
  the range r: q = d**2 / (d**2 + 7 v), r = d / q.
- Triangular, mean low + r (1 + p) / 3 and variance r**2 (1 - p + p**2) / 18: with k = 2 v / d**2, the
  smaller root of (1 - k) p**2 - (1 + 2 k) p + (1 - k) = 0, and r = 3 d / (1 + p).
"""

from math import exp, sqrt

from planner.domain.forecast.shapes import Shape

MOST_STRAYING = 0.65
"""Beyond it no PERT-beta has such a low end; the triangular one reaches 0.53 and stays there."""

_LOW_END = 2.65
_GRID = 1024.0
"""Hours are rounded to 1 / 1,024: a library's last bit does not matter."""

Range = tuple[float, float, float]


def as_seen(effort: Range, straying: float, shape: Shape) -> Range:
    """Low, likely and high in hours: the effort's own, or those of a wider range around its likely hours."""
    low, likely, high = effort
    straying = min(straying, MOST_STRAYING)
    wanted = (straying * likely) ** 2
    if wanted <= _variance(effort, shape):
        return effort
    low = likely * exp(-_LOW_END * straying)
    distance = likely - low
    if shape is Shape.TRIANGULAR:
        ratio = 2 * wanted / distance**2
        middle, rest = 1 + 2 * ratio, 1 - ratio
        mode = (middle - sqrt(middle**2 - 4 * rest**2)) / (2 * rest) if rest > 0 else 0.0
        width = 3 * distance / (1 + mode)
    else:
        part = distance**2 / (distance**2 + 7 * wanted)
        mode = max((6 * part - 1) / 4, 0.0)
        width = distance / part
    low, mode, high = (round(each * _GRID) / _GRID for each in (low, low + mode * width, low + width))
    return low, mode, high


def _variance(effort: Range, shape: Shape) -> float:
    """Of the distribution an effort is drawn from."""
    low, likely, high = effort
    width = high - low
    if shape is Shape.TRIANGULAR:
        part = (likely - low) / width if width else 0.0
        return width**2 * (1 - part + part**2) / 18
    mean = (low + 4 * likely + high) / 6
    return (mean - low) * (high - mean) / 7
