"""Chances in whole tenths, as window and terminal say them. English; pure."""

HARDLY, NEARLY = 0.05, 0.95
"""Beyond these chances a number of ten would say too much."""

_ROUNDING = 1e-9
"""A share of 7 in 10 is one, whatever its last bit."""


def chance_text(share: float) -> str:
    """A chance from 0 to 1 in whole tenths: no day is said to be as likely as a later one that is likelier.

    What is nearly sure, or nearly out of reach, is said so.
    """
    if share < HARDLY:
        return "less than 1 in 20"
    if share > NEARLY:
        return "more than 19 in 20"
    if share < 0.1:
        return "less than 1 in 10"
    return f"{int(10 * share + _ROUNDING)} in 10"
