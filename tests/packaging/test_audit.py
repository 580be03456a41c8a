"""What the audit of packages says, and that only a whole and clean look is an all-clear."""

from audit import findings

CLEAN = {"name": "numpy", "version": "2.4.1", "vulns": []}
FLAWED = {
    "name": "pypdf",
    "version": "5.0.0",
    "vulns": [
        {"id": "PYSEC-2027-1", "fix_versions": ["5.0.1", "6.0.0"], "aliases": [], "description": ""},
        {"id": "PYSEC-2027-2", "fix_versions": [], "aliases": [], "description": ""},
    ],
}
UNKNOWN = {"name": "keyring", "skip_reason": "Dependency not found on PyPI and could not be audited"}


def test_every_package_looked_up_and_none_vulnerable_is_an_all_clear() -> None:
    lines, clear = findings({"dependencies": [CLEAN]})
    assert lines == ["packages locked 1 · looked up 1 · known vulnerabilities 0"]
    assert clear


def test_a_vulnerability_is_named_with_the_version_that_mends_it() -> None:
    lines, clear = findings({"dependencies": [CLEAN, FLAWED]})
    assert lines == [
        "pypdf 5.0.0: PYSEC-2027-1, mended in 5.0.1 and 6.0.0",
        "pypdf 5.0.0: PYSEC-2027-2, not mended yet",
        "packages locked 2 · looked up 2 · known vulnerabilities 2",
    ]
    assert not clear


def test_what_could_not_be_looked_up_is_no_all_clear() -> None:
    lines, clear = findings({"dependencies": [CLEAN, UNKNOWN]})
    assert lines[0] == "could not be looked up: keyring"
    assert lines[-1] == "packages locked 2 · looked up 1 · known vulnerabilities 0"
    assert not clear
    assert not findings({"dependencies": []})[1]
