"""The one command that runs them all."""

from importlib.util import find_spec

import pytest

from tests.faults import __main__ as faults
from tests.faults.program import Asked, CannotBeMade, Found, run


def test_each_program_that_is_named_is_there() -> None:
    for name in faults.PROGRAMS:
        assert find_spec(f"tests.faults.{name}") is not None, name
        assert find_spec(f"tests.faults.test_{name}") is not None, f"{name} has no test"


def test_a_name_that_is_not_there_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        faults.main(["earthquake"])
    assert "there is no earthquake" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("lost", "control", "status"), [(0, False, 0), (2, False, 1), (0, True, 1), (2, True, 0)]
)
def test_a_program_holds_without_harm_and_a_control_with_it(
    capsys: pytest.CaptureFixture[str], lost: int, control: bool, status: int
) -> None:
    words = ["--seed", "7", *(["--control"] if control else [])]

    def program(asked: Asked) -> Found:
        assert asked == Asked(long=False, control=control, seed=7)
        return Found({"kills": 50, "edits lost": lost}, ("edits lost",))

    assert run(words, None, program) == status
    assert capsys.readouterr().out == f"kills 50 · edits lost {lost}\n"


def test_a_control_goes_on_until_it_has_found_what_it_must() -> None:
    control = Asked(long=False, control=True, seed=1)
    assert control.goes_on(60, short=50, long=1000, found=False)
    assert not control.goes_on(2, short=50, long=1000, found=True)
    assert not control.goes_on(1000, short=50, long=1000, found=False)
    short, long = (Asked(long=each, control=False, seed=1) for each in (False, True))
    assert short.goes_on(49, short=50, long=1000, found=True)
    assert not short.goes_on(50, short=50, long=1000, found=False)
    assert long.goes_on(999, short=50, long=1000, found=False)


def test_where_a_fault_cannot_be_made_the_reason_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    def program(_asked: Asked) -> Found:
        raise CannotBeMade("it takes root")

    assert run([], None, program) == 0
    assert capsys.readouterr().out == "skipped: it takes root\n"
