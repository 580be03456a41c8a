"""Plans kept as they were, whatever they are called."""

from hashlib import sha256
from pathlib import Path

import pytest

from planner.storage.backups import keep_as_it_was

LONGEST_NAME = 255
"""Bytes, in the file systems that people have."""


@pytest.mark.parametrize("letter", ["a", "ž", "学", "🎓"])
def test_a_plan_with_the_longest_name_is_kept(tmp_path: Path, letter: str) -> None:
    ending = ".milepost"
    plan = tmp_path / (letter * ((LONGEST_NAME - len(ending)) // len(letter.encode())) + ending)
    plan.write_bytes(b"a plan")

    kept = keep_as_it_was(plan, plan, "a plan's id", "0002", tmp_path / "backups")

    assert kept.read_bytes() == b"a plan"
    assert kept.name.startswith(letter * 20)
    told = kept.with_name(f"{kept.name}.sha256").read_text(encoding="utf-8")
    assert told == f"{sha256(b'a plan').hexdigest()}  {kept.name}\n"
