"""Small files taken in as evidence, whatever they are called."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.attachments import LARGEST_ATTACHMENT_BYTES, check_file_name
from planner.domain.errors import InvalidValue
from planner.exchange.evidence_file import CannotRead, plain_name, read_evidence_file


def test_a_file_is_taken_in_whole(tmp_path: Path) -> None:
    path = tmp_path / "certificate.pdf"
    path.write_bytes(b"%PDF-1.7 ...")
    taken = read_evidence_file(path)
    assert (taken.name, taken.media_type, taken.data) == (
        "certificate.pdf",
        "application/pdf",
        b"%PDF-1.7 ...",
    )


def test_a_file_of_no_known_kind_is_just_bytes(tmp_path: Path) -> None:
    path = tmp_path / "notes.weights-of-mine"
    path.write_bytes(b"\x00\x01")
    assert read_evidence_file(path).media_type == "application/octet-stream"


def test_the_largest_file_fits_and_one_byte_more_does_not(tmp_path: Path) -> None:
    path = tmp_path / "large.bin"
    path.write_bytes(bytes(LARGEST_ATTACHMENT_BYTES))
    assert len(read_evidence_file(path).data) == LARGEST_ATTACHMENT_BYTES
    path.write_bytes(bytes(LARGEST_ATTACHMENT_BYTES + 1))
    with pytest.raises(InvalidValue, match="larger than 1 MiB"):
        read_evidence_file(path)


def test_what_is_no_file_or_empty_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(InvalidValue, match="is not a file"):
        read_evidence_file(tmp_path)
    with pytest.raises(InvalidValue, match="is not a file"):
        read_evidence_file(tmp_path / "gone.pdf")
    (tmp_path / "empty.pdf").touch()
    with pytest.raises(InvalidValue, match=r"“empty\.pdf” is empty"):
        read_evidence_file(tmp_path / "empty.pdf")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InvalidValue, match="is not a file"):
        read_evidence_file(tmp_path / "pipe")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    path = tmp_path / "private.pdf"
    path.write_bytes(b"x")
    path.chmod(0)
    with pytest.raises(CannotRead, match="permission"):
        read_evidence_file(path)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("certificate.pdf", "certificate.pdf"),
        ("C:\\temp\\x.pdf", "C__temp_x.pdf"),
        ("invoice\u202efdp.exe", "invoice_fdp.exe"),
        ("two\nlines.txt", "two_lines.txt"),
        ("  spaced .txt ", "spaced .txt"),
        ("..", "file"),
        ("Zertifikat für Ümläute.pdf", "Zertifikat für Ümläute.pdf"),
        ("证书.pdf", "证书.pdf"),
        (f"{'x' * 300}.pdf", f"{'x' * 80}.pdf"),
    ],
)
def test_names_are_made_plain(name: str, kept: str) -> None:
    assert plain_name(name) == kept


@given(st.text(max_size=300))
def test_every_name_becomes_one_that_the_plan_keeps(name: str) -> None:
    check_file_name(plain_name(name))
