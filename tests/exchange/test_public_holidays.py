"""Public holidays of countries and regions, without a network."""

import subprocess
import sys
from datetime import date

import pytest

from planner.domain.errors import InvalidValue
from planner.exchange.public_holidays import (
    Country,
    Region,
    countries,
    public_holidays,
    regions,
    source_code,
    source_name,
)


def test_countries_are_listed_by_name() -> None:
    found = countries()
    names = [each.name for each in found]
    assert names == sorted(names)
    assert {Country("DE", "Germany"), Country("US", "United States"), Country("HK", "Hong Kong")} <= set(
        found
    )
    assert Country("BA", "Bosnia and Herzegovina") in found
    assert all(len(each.code) == 2 for each in found)


def test_regions_are_listed_by_name() -> None:
    assert Region("BY", "Bayern") in regions("DE")
    assert Region("AK", "Alaska") in regions("US")
    assert Region("971", "Guadeloupe") in regions("FR")
    assert regions("MC") == ()


def test_holidays_of_a_country_are_days_without_study() -> None:
    days = public_holidays("DE", range(2027, 2029))

    assert [each.first for each in days] == sorted(each.first for each in days)
    unity = next(each for each in days if each.first == date(2027, 10, 3))
    assert (unity.last, unity.hours, unity.name, unity.source) == (
        date(2027, 10, 3),
        0,
        "German Unity Day",
        "DE",
    )
    assert {each.first.year for each in days} == {2027, 2028}


def test_a_region_has_holidays_of_its_own() -> None:
    source = source_code("DE", "BY")
    assert source == "DE-BY"
    assert source_name(source) == "Germany, Bayern"
    names = [each.name for each in public_holidays(source, [2027])]
    assert "Corpus Christi" in names
    assert "Corpus Christi" not in [each.name for each in public_holidays("DE", [2027])]
    assert {each.source for each in public_holidays(source, [2027])} == {"DE-BY"}


def test_two_on_one_day_are_one_day_with_both_names() -> None:
    days = public_holidays("IN", [2027])
    assert len({each.first for each in days}) == len(days)
    assert any(", " in each.name and ";" not in each.name for each in days)


def test_what_is_not_known_is_said() -> None:
    with pytest.raises(InvalidValue, match="“XX”"):
        public_holidays("XX", [2027])
    with pytest.raises(InvalidValue, match="“DE-XX”"):
        public_holidays("DE-XX", [2027])
    with pytest.raises(InvalidValue, match="“XX”"):
        regions("XX")
    assert source_name("XX") == "XX"
    assert source_name("DE") == "Germany"


def test_the_library_is_imported_only_when_it_is_asked() -> None:
    code = "import sys, planner.exchange.public_holidays; print('holidays' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
