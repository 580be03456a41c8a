"""What the answers of one run of a link check tell together, which none of them tells alone."""

from collections.abc import Collection
from dataclasses import replace
from urllib.parse import urlsplit

from planner.exchange.link_answers import Answer, Checked
from planner.exchange.local_names import is_local_name

_NO_NETWORK = (Answer.NO_HOST, Answer.UNREACHABLE)
"""What every link answers where there is no network."""


def looks_offline(checked: Collection[Checked]) -> bool:
    """Whether no website on the internet was found by its name in one run, though one was looked for.

    Places nearby, which need no internet, say nothing of it.
    """
    asked = [each for each in checked if each.answer is not Answer.UNSAFE]
    far = [each for each in asked if not is_local_name(urlsplit(each.link).hostname or "")]
    return bool(far) and all(each.answer in _NO_NETWORK for each in far)


def settled(checked: Collection[Checked]) -> dict[str, Checked]:
    """What was found out in one run, by link.

    A computer without a network hears “no such name” of every name. So it counts only where another website's
    name was known in the same run; else the site could merely not be reached.
    """
    if not looks_offline(checked):
        return {each.link: each for each in checked}
    return {
        each.link: replace(each, answer=Answer.UNREACHABLE) if each.answer in _NO_NETWORK else each
        for each in checked
    }
