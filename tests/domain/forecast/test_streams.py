"""Random numbers: the published generator, the same everywhere, one stream for each name."""

import numpy as np
import pytest

from planner.domain.forecast.streams import stream_key, uniforms, words


def test_the_words_are_those_of_the_published_generator() -> None:
    # The first words of SplitMix64 from 1234567, as other implementations list them.
    assert [int(each) for each in words(1234567, 5)] == [
        6457827717110365317,
        3203168211198807973,
        9817491932198370423,
        4593380528125082431,
        16408922859458223821,
    ]


def test_a_stream_is_that_of_its_seed_and_name() -> None:
    assert stream_key(1, "activity/serving") == 8998318477506460506
    assert stream_key(1, "activity/serving") != stream_key(2, "activity/serving")
    assert stream_key(1, "activity/serving") != stream_key(1, "activity/pipelines")


def test_more_numbers_begin_with_the_same_ones() -> None:
    assert np.array_equal(uniforms(1, "a", 1000)[:10], uniforms(1, "a", 10))


def test_numbers_are_even_and_streams_know_nothing_of_each_other() -> None:
    first, second = uniforms(7, "a", 100_000), uniforms(7, "b", 100_000)
    assert 0 < first.min() < 1e-4
    assert 1 - 1e-4 < first.max() < 1
    # Four standard errors and more: 0.289 and 1 over the root of 100,000.
    assert first.mean() == pytest.approx(0.5, abs=0.004)
    assert first.var() == pytest.approx(1 / 12, abs=0.001)
    for one, other in ((first, second), (first[1:], first[:-1])):
        assert abs(np.corrcoef(one, other)[0, 1]) < 0.013
    table, _, _ = np.histogram2d(first, second, bins=10, range=((0, 1), (0, 1)))
    # Chi-squared with 99 degrees of freedom: above 149 once in 1,000 times.
    assert ((table - 1000) ** 2 / 1000).sum() < 149
