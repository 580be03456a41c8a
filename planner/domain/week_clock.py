"""Clock times of a day's sessions, for learners who want them: when each begins, in minutes after midnight.

A session with a time of its own begins then. The others follow one another from the time at which studying
begins on that weekday, and make way for those with a time of their own. What would begin after midnight has
no time.
"""

from collections.abc import Sequence

from planner.domain.guards import MINUTES_A_DAY


def begin_times(begins: int, sessions: Sequence[tuple[int, int | None]]) -> list[int | None]:
    """When each of a day's sessions begins; they are given as minutes and own time, in their order."""
    taken = sorted((own, own + minutes) for minutes, own in sessions if own is not None)
    times: list[int | None] = []
    now = begins
    for minutes, own in sessions:
        if own is not None:
            times.append(own)
            continue
        for first, last in taken:
            if now < last and first < now + minutes:
                now = last
        times.append(now if now < MINUTES_A_DAY else None)
        now += minutes
    return times
