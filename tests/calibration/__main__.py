"""Is a forecast right as often as it says? `python -m tests.calibration` (some minutes, two processes).

Made-up learners of a world that is not the forecast's own model (`worlds`, `histories`) work through the
plan that `milepost new` makes. On the way it is forecast from what their plan then holds, and at the end it
is seen how often the finish fell at or before P50, P80 and P90. Ends with 1 where that lies outside the
bands, which hold for the usual world by work done; other worlds, ways and paces are printed and not judged:

    python -m tests.calibration --histories 2000 --seed 1
    python -m tests.calibration --world hard
    python -m tests.calibration --way time
    python -m tests.calibration --paces unknown
"""

import argparse
import sys
from collections.abc import Sequence

from tests.calibration.coverage import BANDS, coverage, misses, prior_text, table
from tests.calibration.moments import Way
from tests.calibration.outcomes import Paces, Question, outcomes_of_many
from tests.calibration.worlds import USUAL, WORLDS


def main(words: Sequence[str] | None = None) -> int:
    """Print the table; 1 where the usual world lies outside the bands."""
    parser = argparse.ArgumentParser(prog="python -m tests.calibration", description="Check the forecast.")
    parser.add_argument("--histories", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--world", choices=[*WORLDS], default=USUAL.name)
    parser.add_argument("--way", type=Way, choices=list(Way), default=Way.WORK)
    parser.add_argument("--paces", type=Paces, choices=list(Paces), default=Paces.OWN)
    asked = parser.parse_args(words)
    question = Question(WORLDS[asked.world], asked.seed, asked.way, asked.paces)
    found = coverage(outcomes_of_many(question, asked.histories))
    print(f"World {asked.world}, {asked.histories} histories, seed {asked.seed}, by {asked.way}:\n")
    print(table(found))
    print(f"\n{prior_text(found)}")
    outside = misses(found, BANDS)
    judged = question == Question(USUAL, asked.seed)
    for each in outside:
        print(each if judged else f"{each} (not judged)")
    return 1 if judged and outside else 0


if __name__ == "__main__":
    sys.exit(main())
