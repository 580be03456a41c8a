"""Every kind of provenance has a word and a sentence of its own."""

from planner.domain.items import Estimate, Provenance
from planner.ui.provenance import explained, provenance_sentence, provenance_word


def test_no_two_are_called_the_same() -> None:
    assert len({provenance_word(each) for each in Provenance}) == len(Provenance)
    assert len({provenance_sentence(each) for each in Provenance}) == len(Provenance)


def test_a_figure_is_explained_with_its_own_reason() -> None:
    figure = Estimate(
        low=1, likely=2, high=3, provenance=Provenance.SUGGESTION, reason="Evenings of a month."
    )
    assert explained(figure) == (
        "No source gives this figure. It is our suggestion: change it freely.\nEvenings of a month."
    )
