"""PageSetup: how sheets go on paper, and how a plan's setup is kept between prints.

Sizes are points (1/72 inch).
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from planner.domain.plan import Paper

if TYPE_CHECKING:
    from planner.ui.settings import Settings

PAPER_POINTS = {Paper.A4: (595.276, 841.89), Paper.LETTER: (612.0, 792.0)}
"""Width and height of a sheet, upright."""

FEWEST_DAYS, MOST_DAYS = 5, 7


class Detail(StrEnum):
    """How much a sheet says: the names and minutes alone, or all there is to know."""

    SUMMARY = "summary"
    DETAIL = "detail"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSetup:
    """Which paper, which way, how many days side by side, how much is said, and with colours or not."""

    paper: Paper = Paper.A4
    landscape: bool = False
    days: int = MOST_DAYS
    detail: Detail = Detail.DETAIL
    greyscale: bool = False

    def __post_init__(self) -> None:
        if not FEWEST_DAYS <= self.days <= MOST_DAYS:
            raise ValueError(f"{self.days} days are not {FEWEST_DAYS} to {MOST_DAYS}")

    @property
    def points(self) -> tuple[float, float]:
        """Width and height of a page as it is read."""
        short, long = PAPER_POINTS[self.paper]
        return (long, short) if self.landscape else (short, long)


def kept_setup(settings: "Settings", plan_id: str, paper: Paper) -> PageSetup:
    """The setup this plan was last printed with; `paper` is the plan's, used unless another was chosen."""
    kept = settings.value_for(plan_id, _KEY, list[str]())
    try:
        other, way, days, detail, colours = kept
        return PageSetup(
            paper=Paper(other) if other else paper,
            landscape=way == "landscape",
            days=int(days),
            detail=Detail(detail),
            greyscale=colours == "greyscale",
        )
    except ValueError:
        return PageSetup(paper=paper)


def keep_setup(settings: "Settings", plan_id: str, setup: PageSetup, paper: Paper) -> None:
    """Keep a setup for the next print of this plan; the plan's own `paper` is not written down."""
    settings.set_value_for(
        plan_id,
        _KEY,
        [
            "" if setup.paper is paper else setup.paper.value,
            "landscape" if setup.landscape else "portrait",
            str(setup.days),
            setup.detail.value,
            "greyscale" if setup.greyscale else "colour",
        ],
    )


_KEY = "page-setup"
