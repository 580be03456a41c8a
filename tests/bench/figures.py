"""Measuring against a figure: one policy for all benchmarks.

Figures are asserted as they are stated, as a median or as the time that 95 or 99 of 100 rounds take, where
benchmarks are what was asked for (`--benchmark-only`); without that each runs once as a plain test. Python's
garbage is collected before and not while measuring: pauses of the collector would be told as those of what
runs when they come. A machine busy with other work can fail a figure: measure again on one that is not.
"""

import gc
from collections.abc import Callable
from datetime import date
from typing import Any

import numpy as np
from pytest_benchmark.fixture import BenchmarkFixture

START = date(2027, 1, 4)
"""The first day of the plans measured."""

WARM_UP_ROUNDS = 5


def measure(
    benchmark: BenchmarkFixture,
    work: Callable[..., Any],
    *,
    rounds: int,
    median_ms: float | None = None,
    p95_ms: float | None = None,
    p99_ms: float | None = None,
    prepare: Callable[[], tuple[tuple[Any, ...], dict[str, Any]]] | None = None,
) -> Any:
    """Run the work so often, and hold it to its figures; gives what it returned last.

    `prepare` gives the arguments of each round, outside the time measured.
    """
    pedantic: Any = benchmark.pedantic
    gc.collect()
    gc.disable()
    try:
        if prepare is None:
            result = pedantic(work, rounds=rounds, warmup_rounds=WARM_UP_ROUNDS)
        else:
            result = pedantic(work, setup=prepare, rounds=rounds)
    finally:
        gc.enable()
    if benchmark.stats is not None:
        seconds: list[float] = benchmark.stats.stats.data
        for name, most, found in (
            ("median", median_ms, float(np.median(seconds)) * 1000),
            ("p95", p95_ms, float(np.quantile(seconds, 0.95)) * 1000),
            ("p99", p99_ms, float(np.quantile(seconds, 0.99)) * 1000),
        ):
            benchmark.extra_info[f"{name}_ms"] = round(found, 2)
            assert most is None or found <= most, f"{name} is {found:.2f} ms, at most {most} ms is asked for"
    return result
