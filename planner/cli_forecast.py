"""`milepost forecast`: the days a plan's milestones and its finish are heading for."""

import shutil
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from planner.cli_files import read_plan
from planner.cli_output import write_out

if TYPE_CHECKING:
    from argparse import Namespace


def tell_forecast(asked: "Namespace") -> None:
    """Print the forecast of a plan, which is only read."""
    from planner.domain.forecast.forecast import forecast
    from planner.domain.forecast.shapes import Shape
    from planner.domain.pace.pace import pace_of
    from planner.exchange.forecast_json import forecast_json
    from planner.exchange.forecast_text import forecast_text

    plan, laid_out, _ = read_plan(asked.file)
    today = asked.today or date.today()
    pace = pace_of(plan, laid_out, today)
    found = forecast(
        plan, laid_out, pace, today, samples=asked.samples, seed=asked.seed, shape=Shape(asked.shape)
    )
    if asked.format == "json":
        write_out(Path("-"), forecast_json(found, laid_out))
        return
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    sys.stdout.write(forecast_text(found, laid_out, width))
