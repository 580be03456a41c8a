"""The days of the real plan are those kept, which each Python and machine must give.

`python -m tests.same_days` asks other Pythons; after a change of the roadmap or of the model, where other
days are right, `python -m tests.same_days --keep` keeps them.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.helpers.forecast_days import forecast_days

ROOT = Path(__file__).resolve().parents[3]
NEWER_INSTRUCTIONS = "X86_V3 X86_V4 AVX512_ICL AVX512_SPR AVX2 FMA3 AVX512F AVX512_SKX"
"""By the names of newer and older numpys; each passes over those it does not know."""

KEPT = json.loads((ROOT / "tests" / "same_days" / "days.json").read_text())["days"]


def test_the_days_are_those_kept() -> None:
    assert forecast_days() == KEPT


def test_a_plainer_processor_gives_the_same_days() -> None:
    """numpy without the newer vector instructions, whose exponentials may differ in the last bit."""
    said = subprocess.run(
        [sys.executable, "-m", "tests.helpers.forecast_days"],
        cwd=ROOT,
        env={**os.environ, "NPY_DISABLE_CPU_FEATURES": NEWER_INSTRUCTIONS},
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert json.loads(said)["days"] == KEPT
