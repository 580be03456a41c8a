"""What statuses and errors mean for a link, however deep a library has wrapped them."""

import ssl
from errno import ENETUNREACH
from socket import EAI_AGAIN, EAI_NONAME, gaierror

import pytest

from planner.exchange.link_answers import Answer, meaning_of, verdict_on
from planner.exchange.local_names import LocalAddress


@pytest.mark.parametrize(
    ("error", "answer"),
    [
        (gaierror(EAI_NONAME, "no name"), Answer.NO_HOST),
        (gaierror(EAI_AGAIN, "try again"), Answer.UNREACHABLE),
        (OSError(ENETUNREACH, "no way there"), Answer.UNREACHABLE),
        (LocalAddress("router"), Answer.INTO_OWN_NETWORK),
        (ssl.SSLError("wrong version"), Answer.INSECURE),
        (ConnectionRefusedError(), Answer.REFUSES),
        (ConnectionResetError(), Answer.GARBAGE),
        (AttributeError("a library's own mistake"), Answer.GARBAGE),
    ],
)
def test_an_error_means_the_same_however_it_is_wrapped(error: Exception, answer: Answer) -> None:
    with pytest.raises(RuntimeError) as raised:
        raise RuntimeError("could not connect") from error
    assert meaning_of(raised.value)[0] is answer
    assert meaning_of(ValueError("failed", error))[0] is answer


@pytest.mark.parametrize(
    ("status", "leads_to", "answer"),
    [
        (200, "", Answer.ANSWERS),
        (200, "https://example.org/", Answer.REDIRECTS),
        (304, "", Answer.ANSWERS),
        (404, "https://example.org/", Answer.NOT_THERE),
        (410, "", Answer.NOT_THERE),
        (403, "", Answer.NOT_TO_PROGRAMS),
        (999, "", Answer.NOT_TO_PROGRAMS),
        (500, "", Answer.FAILS),
        (0, "", Answer.FAILS),
    ],
)
def test_a_status_is_read_as_a_person_would(status: int, leads_to: str, answer: Answer) -> None:
    assert verdict_on(status, leads_to) is answer
