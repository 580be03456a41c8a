"""Times of the day as people write them: “7”, “7:45”, “0745”, “19.30” and “7 pm”."""

import re

_TIME = re.compile(
    r"(?P<hour>\d{1,2})(?:\s*[:.h]\s*(?P<minute>\d{0,2})|(?P<joined>\d{2}))?\s*(?P<half>[ap])?\.?(?:m\.?)?",
    re.ASCII,
)


def read_time(text: str) -> int | None:
    """The minutes after midnight that a text means; None when it is no time of the day.

    Three or four figures in a row are an hour and its two minutes; hours alone are whole ones. With “am” or
    “pm” the hours are those of the half day, 1 to 12.
    """
    found = _TIME.fullmatch(text.strip().lower())
    if found is None or (found["half"] is None and found[0].endswith("m")):
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or found["joined"] or 0)
    if found["half"] is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found["half"] == "p" else 0)
    return 60 * hour + minute if hour < 24 and minute < 60 else None
