"""Does undo take everything back, and redo do it again? Any verbs in any order, against a model of them.

    python -m tests.faults.model_and_undo --long       10,000 sequences of 50 steps, on all processors
    python -m tests.faults.model_and_undo --control    an inverse that forgets one change: it must be found

Hypothesis makes the sequences and shortens the one that fails; `plan_on_disk.py` says what must hold after
each step and at the end: what is undone is as it was, all undone is the start, and what is opened anew is the
same.
"""

import multiprocessing
import os
import sys
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from unittest.mock import patch

import hypothesis
from hypothesis.stateful import run_state_machine_as_test

from planner.domain.changes import Changes, inverse
from planner.storage import document
from tests.faults.plan_on_disk import VERBS, PlanOnDisk, verbs_that_changed_something
from tests.faults.program import Asked, Found, run

SHORT, LONG = (12, 25), (10_000, 50)
"""Sequences and steps."""

AT_ONCE = 100
"""Sequences that Hypothesis is asked for at once; each time it starts afresh."""


def main(words: Sequence[str] | None = None) -> int:
    """Run it; see `program.run`."""
    return run(words, __doc__, model_and_undo)


def model_and_undo(asked: Asked) -> Found:
    """All sequences, in one process for a test and else in as many as there are processors."""
    sequences, steps = LONG if asked.long else SHORT
    if asked.long:
        total = Counter[str]()
        with ProcessPoolExecutor(os.cpu_count(), mp_context=multiprocessing.get_context("spawn")) as pool:
            count = sequences // AT_ONCE
            firsts = [asked.seed * 1_000_000 + number for number in range(count)]
            for number, done in enumerate(
                pool.map(some_sequences, firsts, [AT_ONCE] * count, [steps] * count, [asked.control] * count),
                1,
            ):
                total += done
                if number % 5 == 0:
                    print(f"{total['sequences']} sequences, {total['edits']} edits", flush=True)
    else:
        total = some_sequences(asked.seed, sequences, steps, asked.control)
    return Found(
        {
            "sequences": total["sequences"],
            "steps": total["steps"],
            "edits": total["edits"],
            f"verbs of {len(VERBS)}": len(verbs_that_changed_something(total)),
            "sequences unlike the model": total["unlike"],
        },
        ("sequences unlike the model",),
    )


def some_sequences(seed: int, sequences: int, steps: int, control: bool) -> Counter[str]:
    """What so many sequences did, in this process; `unlike` is 1 where one was found that fails."""
    PlanOnDisk.done.clear()
    settings = hypothesis.settings(
        max_examples=sequences,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        suppress_health_check=list(hypothesis.HealthCheck),
        phases=[hypothesis.Phase.generate, *([] if control else [hypothesis.Phase.shrink])],
        print_blob=False,
    )
    try:
        with _broken_inverse(control):
            run_state_machine_as_test(hypothesis.seed(seed)(PlanOnDisk), settings=settings)
    except Exception:  # noqa: BLE001 - whatever it is, it is what was looked for
        PlanOnDisk.done["unlike"] += 1
        if not control:
            traceback.print_exc()
    return Counter(PlanOnDisk.done)


@contextmanager
def _broken_inverse(control: bool) -> Iterator[None]:
    """For the control: edits of several facts lose the last of them when they are taken back."""

    def forgets(changes: Changes) -> Changes:
        found = inverse(changes)
        return found[:-1] if len(found) > 1 else found

    with patch.object(document, "inverse", forgets if control else inverse):
        yield


if __name__ == "__main__":
    sys.exit(main())
