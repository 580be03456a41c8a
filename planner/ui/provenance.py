"""Where a number comes from, in words: the same word and the same explanation everywhere."""

from PySide6.QtCore import QCoreApplication

from planner.domain.items import Estimate, MonthRange, Provenance


def provenance_word(provenance: Provenance) -> str:
    """A word or two that fit after a figure: “17 h, our suggestion”."""
    return {
        Provenance.SOURCE: _tr("the source"),
        Provenance.PUBLISHER: _tr("the publisher"),
        Provenance.SUGGESTION: _tr("our suggestion"),
        Provenance.LEARNER: _tr("set by you"),
        Provenance.DERIVED: _tr("worked out"),
        Provenance.MEASURED: _tr("measured"),
    }[provenance]


def provenance_sentence(provenance: Provenance) -> str:
    """What such a figure is worth, as one sentence."""
    return {
        Provenance.SOURCE: _tr("The article this roadmap follows gives this figure."),
        Provenance.PUBLISHER: _tr("The publisher's own page gives this figure."),
        Provenance.SUGGESTION: _tr("No source gives this figure. It is our suggestion: change it freely."),
        Provenance.LEARNER: _tr("You set this figure yourself."),
        Provenance.DERIVED: _tr("Milepost worked this figure out from others."),
        Provenance.MEASURED: _tr("This figure comes from the hours you logged."),
    }[provenance]


def explained(figure: Estimate | MonthRange) -> str:
    """Where a figure comes from, with its own reason where it has one."""
    return "\n".join(each for each in (provenance_sentence(figure.provenance), figure.reason) if each)


def _tr(text: str) -> str:
    return QCoreApplication.translate("provenance", text)
