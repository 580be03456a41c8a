"""What came of asking a link, in one sentence, and how it looks."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from planner.domain.wording import number_text
from planner.exchange.link_answers import Answer, Checked, Distrust
from planner.ui.links import short_link


class Standing(StrEnum):
    """How a link stands; each has an icon and a colour of the theme."""

    GOOD = "good"
    LOOK = "look"
    BAD = "bad"


STANDINGS = {
    Answer.ANSWERS: Standing.GOOD,
    Answer.SLOW: Standing.GOOD,
    Answer.REDIRECTS: Standing.GOOD,
    Answer.NOT_TO_PROGRAMS: Standing.LOOK,
    Answer.NOT_THERE: Standing.BAD,
    Answer.FAILS: Standing.BAD,
    Answer.CIRCLES: Standing.BAD,
    Answer.NO_HOST: Standing.BAD,
    Answer.REFUSES: Standing.BAD,
    Answer.UNREACHABLE: Standing.LOOK,
    Answer.SILENT: Standing.BAD,
    Answer.UNTRUSTED: Standing.BAD,
    Answer.INSECURE: Standing.BAD,
    Answer.GARBAGE: Standing.BAD,
    Answer.INTO_OWN_NETWORK: Standing.LOOK,
    Answer.UNSAFE: Standing.BAD,
}

ICONS = {Standing.GOOD: "check", Standing.LOOK: "info", Standing.BAD: "warning"}
ROLES = {Standing.GOOD: "success", Standing.LOOK: "text_muted", Standing.BAD: "danger"}


def answer_words(checked: Checked, longest: float) -> str:
    """Like “Answers” or “Does not exist there any more (404)”; `longest` is how many seconds were waited."""
    words = _words(checked).replace("%s", number_text(longest))
    if checked.answer in (Answer.ANSWERS, Answer.SLOW, Answer.CIRCLES) or not checked.leads_to:
        return words
    to = short_link(checked.leads_to, 60)
    if checked.answer is Answer.REDIRECTS:
        return words.replace("%1", to)
    return _tr("It leads on to %1. There: %2").replace("%2", words).replace("%1", to)


def _words(checked: Checked) -> str:
    status = "" if checked.status is None else str(checked.status)
    if checked.answer is Answer.UNTRUSTED:
        return {
            Distrust.EXPIRED: _tr("Its certificate has run out"),
            Distrust.OTHER_NAME: _tr("Its certificate is for another name"),
        }.get(checked.distrust or Distrust.UNKNOWN, _tr("Its certificate is not trusted"))
    words = {
        Answer.ANSWERS: _tr("Answers"),
        Answer.SLOW: _tr("Answers, slowly: after %1 s").replace("%1", number_text(round(checked.seconds, 1))),
        Answer.REDIRECTS: _tr("Answers, as %1"),
        Answer.NOT_TO_PROGRAMS: _tr("Answers, but not to programs (%2). Open it to see"),
        Answer.NOT_THERE: _tr("Answers, but this page is not there (%2)"),
        Answer.FAILS: _tr("Answers with an error (%2)"),
        Answer.CIRCLES: _tr("Leads on and on without end"),
        Answer.NO_HOST: _tr("No such website"),
        Answer.REFUSES: _tr("Refuses: nothing answers at this address"),
        Answer.UNREACHABLE: _tr("Could not be reached"),
        Answer.SILENT: _tr("No answer within %s seconds"),
        Answer.INSECURE: _tr("No secure connection could be made"),
        Answer.GARBAGE: _tr("Something answers, but it is no website"),
        Answer.INTO_OWN_NETWORK: _tr("Leads into your own network, and was not followed"),
        Answer.UNSAFE: _tr("Is no plain link to a website, and was not followed"),
    }
    return words[checked.answer].replace("%2", status)


def _tr(text: str) -> str:
    return QCoreApplication.translate("link_check", text)
