"""What the Flatpak is built from: of each package in the lock the wheel that the runtime's Python takes."""

from typing import Any

import pytest

from flatpak_sources import NoWheel, Wheel, chosen, sources


def wheels(*names: str) -> list[Wheel]:
    return [Wheel(f"https://example.org/{name}.whl", "0" * 64) for name in names]


@pytest.mark.parametrize(
    ("there", "taken"),
    [
        (["a-1-py3-none-any", "a-1-cp313-cp313-manylinux_2_28_x86_64"], 1),
        (["a-1-cp312-cp312-manylinux_2_28_x86_64", "a-1-py2.py3-none-any"], 1),
        (["a-1-cp39-abi3-manylinux_2_28_x86_64", "a-1-cp311-abi3-manylinux_2_28_x86_64"], 1),
        (["a-1-cp311-abi3-manylinux_2_28_x86_64", "a-1-cp314-abi3-manylinux_2_28_x86_64"], 0),
        (
            [
                "a-1-cp313-cp313t-manylinux_2_28_x86_64",
                "a-1-cp313-cp313-manylinux_2_17_x86_64.manylinux2014_x86_64",
            ],
            1,
        ),
        (["a-1-cp313-cp313-musllinux_1_2_x86_64", "a-1-py3-none-manylinux_2_34_x86_64"], 1),
        (["a-1-cp313-cp313-manylinux_2_28_aarch64", "a-1-cp313-cp313-manylinux_2_28_x86_64"], 1),
    ],
)
def test_the_wheel_that_fits_best_is_taken(there: list[str], taken: int) -> None:
    offered = wheels(*there)
    assert chosen("a==1", offered, "x86_64") == offered[taken]


@pytest.mark.parametrize(
    "there",
    [
        [],
        ["a-1-cp313-cp313-win_amd64"],
        ["a-1-cp313-cp313-manylinux_2_41_x86_64"],
        ["a-1-py2-none-any"],
        ["a-1-cp313-cp313-manylinux_2_28_aarch64"],
    ],
)
def test_a_package_without_a_fitting_wheel_is_named(there: list[str]) -> None:
    with pytest.raises(NoWheel, match=r"no wheel of a==1 for Python 3\.13 on x86_64"):
        chosen("a==1", wheels(*there), "x86_64")


def test_each_file_is_listed_once_with_the_sum_of_the_lock() -> None:
    def locked(name: str, *files: str) -> dict[str, Any]:
        found = [{"url": f"https://example.org/{each}.whl", "hash": f"sha256:{each}"} for each in files]
        return {"name": name, "version": "1", "wheels": found}

    anywhere = "both-1-py3-none-any"
    here, there = (f"own-1-cp313-cp313-manylinux_2_28_{each}" for each in ("x86_64", "aarch64"))
    lock = {"package": [locked("both", anywhere), locked("own", here, there), {"name": "milepost"}]}
    needed = {"x86_64": ["both==1", "own==1"], "aarch64": ["both==1", "own==1"]}

    assert sources(needed, lock) == [
        {"type": "file", "url": f"https://example.org/{anywhere}.whl", "sha256": anywhere},
        {
            "type": "file",
            "url": f"https://example.org/{there}.whl",
            "sha256": there,
            "only-arches": ["aarch64"],
        },
        {
            "type": "file",
            "url": f"https://example.org/{here}.whl",
            "sha256": here,
            "only-arches": ["x86_64"],
        },
    ]
