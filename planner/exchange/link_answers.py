"""What may come of asking a link, and which of that a status or an error of the network means."""

import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from errno import EHOSTUNREACH, ENETDOWN, ENETUNREACH
from socket import EAI_AGAIN, gaierror

from planner.exchange.local_names import LocalAddress

_NOT_FOR_PROGRAMS = (401, 403, 407, 429, 451, 999)
"""Said to programs by sites that show the same page to a person; 999 is LinkedIn's own."""

_NO_WAY_THERE = (ENETUNREACH, EHOSTUNREACH, ENETDOWN)


class Answer(StrEnum):
    """What came of asking a link."""

    ANSWERS = "answers"
    SLOW = "slow"
    REDIRECTS = "redirects"
    NOT_TO_PROGRAMS = "not to programs"
    NOT_THERE = "not there"
    FAILS = "fails"
    CIRCLES = "circles"
    NO_HOST = "no such host"
    REFUSES = "refuses"
    UNREACHABLE = "unreachable"
    SILENT = "silent"
    UNTRUSTED = "untrusted"
    INSECURE = "insecure"
    GARBAGE = "garbage"
    INTO_OWN_NETWORK = "into own network"
    UNSAFE = "unsafe"


class Distrust(StrEnum):
    """Why a certificate is not trusted."""

    UNKNOWN = "unknown issuer"
    EXPIRED = "expired"
    OTHER_NAME = "other name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What a link answered; `seconds` is how long it took.

    `leads_to` is where it sent on to, or would have. `status` is the last HTTP status, where there was one.
    """

    link: str
    answer: Answer
    status: int | None = None
    leads_to: str = ""
    distrust: Distrust | None = None
    seconds: float = 0.0


def verdict_on(status: int, leads_to: str) -> Answer:
    """What an HTTP status means for a link, after it sent on to `leads_to` if anywhere."""
    if status in _NOT_FOR_PROGRAMS:
        return Answer.NOT_TO_PROGRAMS
    if status in (404, 410):
        return Answer.NOT_THERE
    if not 200 <= status < 400:
        return Answer.FAILS
    return Answer.REDIRECTS if leads_to else Answer.ANSWERS


def meaning_of(error: BaseException) -> tuple[Answer, Distrust | None]:
    """What an error of the network means for a link, by the innermost reason it names."""
    reasons = list(_reasons(error))
    for reason in reasons:
        if isinstance(reason, ssl.SSLCertVerificationError):
            return Answer.UNTRUSTED, _distrust(reason)
    for kind, answer in _MEANINGS:
        for reason in reasons:
            if isinstance(reason, kind):
                offline = isinstance(reason, gaierror) and reason.errno == EAI_AGAIN
                return Answer.UNREACHABLE if offline else answer, None
    if any(isinstance(each, OSError) and each.errno in _NO_WAY_THERE for each in reasons):
        return Answer.UNREACHABLE, None
    return Answer.GARBAGE, None


_MEANINGS: tuple[tuple[type[BaseException], Answer], ...] = (
    (LocalAddress, Answer.INTO_OWN_NETWORK),
    (ssl.SSLError, Answer.INSECURE),
    (gaierror, Answer.NO_HOST),
    (ConnectionRefusedError, Answer.REFUSES),
    (TimeoutError, Answer.SILENT),
    (ConnectionError, Answer.GARBAGE),  # broken off in the midst of an answer
    (UnicodeError, Answer.UNSAFE),
)


def _reasons(error: BaseException) -> Iterator[BaseException]:
    """An error and all it was raised from: libraries wrap them in `args`, `reason` and Python's own chain."""
    waiting, seen = [error], set[int]()
    while waiting:
        each = waiting.pop(0)
        if id(each) in seen:
            continue
        seen.add(id(each))
        yield each
        inner = (*each.args, getattr(each, "reason", None), each.__cause__, each.__context__)
        waiting += [reason for reason in inner if isinstance(reason, BaseException)]


def _distrust(error: ssl.SSLCertVerificationError) -> Distrust:
    # The numbers are OpenSSL's: X509_V_ERR_CERT_HAS_EXPIRED, and names or addresses that do not match.
    if error.verify_code == 10:
        return Distrust.EXPIRED
    return Distrust.OTHER_NAME if error.verify_code in (62, 63, 64) else Distrust.UNKNOWN
