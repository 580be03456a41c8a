"""A short run of `importers`, and Hypothesis on the readers of bytes; and what is too large for them."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.errors import InvalidValue, RoadmapError
from planner.exchange.evidence_file import read_evidence_file
from planner.exchange.roadmap_toml import LARGEST_FILE_BYTES, load_roadmap, roadmap_from
from planner.exchange.updates import UpdatesUnknown, newest_in
from tests.faults.importers import main


def test_what_comes_from_elsewhere_is_read_or_refused(capsys: pytest.CaptureFixture[str]) -> None:
    status = main([])
    said = capsys.readouterr().out
    assert status == 0, said
    assert said.endswith("other errors 0 · too slow 0 · round trips unlike 0\n")


def test_a_reader_without_a_net_is_found(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--control"]) == 0
    assert "other errors 0" not in capsys.readouterr().out


@given(st.text())
def test_any_text_is_no_roadmap(text: str) -> None:
    with pytest.raises(RoadmapError):
        roadmap_from(text, "any.toml")


@given(st.binary())
def test_any_bytes_are_no_list_of_releases_or_an_empty_one(data: bytes) -> None:
    with suppress(UpdatesUnknown):
        assert newest_in(data, "a site") is None


def test_a_file_without_end_is_not_read_to_its_end(tmp_path: Path) -> None:
    large = tmp_path / "large.toml"
    with large.open("wb") as file:
        file.truncate(50 * LARGEST_FILE_BYTES)
    with pytest.raises(RoadmapError, match="too large"):
        load_roadmap(large)
    with pytest.raises(InvalidValue, match="1 MiB"):
        read_evidence_file(large)
