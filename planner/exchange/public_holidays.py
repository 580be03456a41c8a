"""Public holidays by country and region, worked out offline by the `holidays` library.

The library is imported when something is asked of it and not before: it takes a tenth of a second, which no
start of the program should pay.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from planner.domain.calendar import CalendarException
from planner.domain.errors import InvalidValue

_LANGUAGE = "en_US"
_SMALL_WORDS = ("and", "of", "the", "da")
_IRREGULAR = {"hongkong": "Hong Kong", "dr_congo": "DR Congo"}


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a country with holidays of its own."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Country:
    """A country by its two-letter code (ISO 3166)."""

    code: str
    name: str


def countries() -> tuple[Country, ...]:
    """All countries whose holidays are known, by name."""
    from holidays.registry import COUNTRIES

    found = [Country(entry[1], _country_name(module)) for module, entry in COUNTRIES.items()]
    return tuple(sorted(found, key=lambda each: each.name))


def regions(country: str) -> tuple[Region, ...]:
    """The regions of a country, by name; raises `InvalidValue` for an unknown country."""
    from holidays import country_holidays

    try:
        known = country_holidays(country)
    except NotImplementedError:
        raise InvalidValue(f"No public holidays are known for “{country}”.") from None
    names: dict[str, str] = {}
    for name, code in known.subdivisions_aliases.items():
        # Some have a shorter code of old among their names.
        if len(name) > len(names.get(code, "")):
            names[code] = name
    found = [Region(code, names.get(code, code)) for code in known.subdivisions]
    return tuple(sorted(found, key=lambda each: each.name.casefold()))


def source_code(country: str, region: str = "") -> str:
    """What `CalendarException.source` says: “DE”, or with a region “DE-BY”."""
    return f"{country}-{region}" if region else country


def source_name(source: str) -> str:
    """Like “Germany, Bayern” for “DE-BY”; the code itself where it is not known."""
    code, _, region = source.partition("-")
    name = next((each.name for each in countries() if each.code == code), "")
    if not name:
        return source
    if not region:
        return name
    return f"{name}, {next((each.name for each in regions(code) if each.code == region), region)}"


def public_holidays(source: str, years: Iterable[int]) -> tuple[CalendarException, ...]:
    """The holidays of these years as days without study, by day, from a country's or region's code.

    Raises `InvalidValue` for an unknown country or region.
    """
    from holidays import country_holidays

    code, _, region = source.partition("-")
    try:
        plain = country_holidays(code)
        language = _LANGUAGE if _LANGUAGE in plain.supported_languages else None
        found: dict[date, str] = dict(
            country_holidays(code, subdiv=region or None, years=list(years), language=language)
        )
    except NotImplementedError:
        raise InvalidValue(f"No public holidays are known for “{source}”.") from None
    return tuple(
        CalendarException(first=day, last=day, name=", ".join(name.split("; ")), source=source)
        for day, name in sorted(found.items())
    )


def _country_name(module: str) -> str:
    if module in _IRREGULAR:
        return _IRREGULAR[module]
    first, *others = module.split("_")
    return " ".join([first.title(), *(each if each in _SMALL_WORDS else each.title() for each in others)])
