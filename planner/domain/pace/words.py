"""The learner's pace in a plain sentence, and from how much on there is one."""

from planner.domain.wording import number_text

ENOUGH_FINISHED = 3
"""Finished activities from which on the forecast rests on the learner's own pace; ticked steps count, too."""

ENOUGH_WEEKS = 4
"""Settled weeks with logged hours from which on it does."""

ENOUGH_WEEKS_ALONE = 26
"""Such weeks that are enough whatever is finished: a first activity of the roadmap may take a year."""

_AS_PLANNED = "1"


def unknown_sentence(finished: int, weeks: int, silent: int) -> str:
    """Before enough is known: what the forecast rests on meanwhile, how much is asked for, how much is there.

    `silent` activities are finished and tell nothing, as no hours are logged for them.
    """
    text = (
        "So far the forecast rests on the roadmap’s ranges alone, widened as your pace is not known yet. It "
        f"uses your own pace from {ENOUGH_FINISHED} finished activities (or ticked steps) and {ENOUGH_WEEKS} "
        f"logged weeks on, or after {ENOUGH_WEEKS_ALONE} logged weeks. Now there are "
        f"{_finished(finished)} and {_counted(weeks, 'logged week')}."
    )
    if silent:
        took = "it" if silent == 1 else "they"
        what = "One finished activity has" if silent == 1 else f"{silent} finished activities have"
        count = "counts" if silent == 1 else "count"
        text += f" {what} no logged hours: log what {took} took, and {took} {count}."
    return text


def known_sentence(effort: float, kept: float | None, finished: int, weeks: int) -> str:
    """Hours taken over hours estimated, and hours kept over hours planned, None where none are logged."""
    times = number_text(max(effort, 0.1))
    after = f"from {_finished(finished)} and {_counted(weeks, 'week')}"
    if kept is None:
        takes = "as long as estimated" if times == _AS_PLANNED else f"{times} times as long as estimated"
        return f"You take about {takes}, {after}."
    keeps = _keeps(kept)
    if not finished:
        return (
            f"You {keeps}, from {_counted(weeks, 'week')}. How long activities take rests on the roadmap’s "
            "ranges until some are finished."
        )
    takes = "as many hours as estimated" if times == _AS_PLANNED else f"{times} times the estimated hours"
    return f"You take about {takes} and {keeps}, {after}."


def _keeps(kept: float) -> str:
    if kept * 10 < 10.5:
        return f"keep {max(round(kept * 10), 1)} of 10 planned hours"
    return f"study {number_text(kept)} times the planned hours"


def _finished(number: int) -> str:
    return _counted(number, "finished activity", "finished activities")


def _counted(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
