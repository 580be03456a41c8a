"""What can be typed after `milepost forecast`."""

from planner.cli_parser import Parser, typed
from planner.domain.errors import InvalidValue
from planner.exchange.typed_values import day_typed

FEWEST_SAMPLES, MOST_SAMPLES = 100, 50_000
"""Fewer say hardly anything; more change no day by more than the plan itself is uncertain."""

MOST_SEED = 999_999_999

USUAL_SAMPLES, USUAL_SEED = 10_000, 1


def add_forecast_options(verb: Parser) -> None:
    """How many samples of which ranges, from which day, and how they are told."""
    verb.add_argument(
        "--samples",
        metavar="N",
        type=typed(_samples_typed),
        default=USUAL_SAMPLES,
        help=f"how many samples to draw (default: {USUAL_SAMPLES}; plans of hundreds of items get fewer)",
    )
    verb.add_argument(
        "--seed",
        metavar="S",
        type=typed(_seed_typed),
        default=USUAL_SEED,
        help=f"the number they are drawn from: the same gives the same days (default: {USUAL_SEED})",
    )
    verb.add_argument(
        "--shape",
        metavar="pert|triangular",
        type=typed(_shape_typed),
        default="pert",
        help="how an effort lies between its low and high hours (default: pert)",
    )
    verb.add_argument(
        "--today",
        metavar="DATE",
        type=typed(day_typed),
        help="the day to look ahead from, like 2027-04-05 (default: today)",
    )
    verb.add_argument(
        "--format",
        metavar="table|json",
        type=typed(_format_typed),
        default="table",
        help="how it is written (default: table)",
    )


def _samples_typed(text: str) -> int:
    found = _whole_number(text)
    if found is None or not FEWEST_SAMPLES <= found <= MOST_SAMPLES:
        raise InvalidValue(
            f"“{text}” is not a number of samples. Say how many, from {FEWEST_SAMPLES} to {MOST_SAMPLES:,}."
        )
    return found


def _seed_typed(text: str) -> int:
    found = _whole_number(text)
    if found is None or found > MOST_SEED:
        raise InvalidValue(f"“{text}” is not a seed. Any whole number from 0 to {MOST_SEED:,} is one.")
    return found


def _whole_number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 12 else None


def _shape_typed(text: str) -> str:
    if text.lower() not in ("pert", "triangular"):
        raise InvalidValue(f"“{text}” is not a shape of ranges. There is pert and triangular.")
    return text.lower()


def _format_typed(text: str) -> str:
    if text.lower() not in ("table", "json"):
        raise InvalidValue(f"“{text}” is not a format Milepost writes here. It knows table and json.")
    return text.lower()
