"""How the timeline looks: colours, pens, fonts and sizes, made once from a theme and a font."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPen

from planner.ui.contrast import blend, readable_on, stepped_back
from planner.ui.theme import PHASES, PhaseColours, Theme, role_font
from planner.ui.timeline.tints import LATE

HEADER_LINES = 2

FADED = 0.33
"""How much is left of what steps back."""

FADED_CONTRAST = 4.2
"""What is left of a text that steps back: on shaded days and selected rows, too, it is 3 at least."""

BLACK = QColor("#000000")


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineStyle:
    """Everything the painters of the timeline need besides the layout. Sizes in logical pixels."""

    theme: Theme
    phases: tuple[PhaseColours, ...]
    late: PhaseColours
    solid_inks: tuple[QColor, ...]
    faded_solid_inks: tuple[QColor, ...]
    faded_inks: tuple[QColor, ...]
    faded_text: QColor
    font: QFont
    strong: QFont
    small: QFont
    small_strong: QFont
    row_height: int
    header_height: int
    link: QPen
    link_in: QPen
    link_strong: QPen
    link_critical: QPen
    critical_rim: QPen
    slack: QPen
    pause: QPen
    was: QColor
    frame: QPen
    frame_focused: QPen
    lands: QPen
    lands_late: QPen
    ghost: QPen
    guide: QPen
    buffer: QPen
    check: QPen
    limit: QPen

    def phase(self, number: int) -> PhaseColours:
        """The colours of a phase by its colour number."""
        return self.phases[number % len(self.phases)]

    def tint(self, number: int) -> PhaseColours:
        """The colours of a bar or diamond by the number of its `Tint`."""
        return self.late if number == LATE else self.phase(number)

    def on_solid(self, number: int) -> QColor:
        """What is written with on what is done, by the number of its `Tint`."""
        return self.solid_inks[-1 if number == LATE else number % len(self.phases)]

    def faded_on_solid(self, number: int) -> QColor:
        """What is written with on what is done where that steps back, by the number of its `Tint`."""
        return self.faded_solid_inks[-1 if number == LATE else number % len(self.phases)]

    def faded_ink(self, number: int) -> QColor:
        """What is written in a phase's colour where the phase steps back."""
        return self.faded_inks[number % len(self.phases)]

    def colour(self, role: str) -> QColor:
        """A colour of the theme by its role."""
        return self.theme.colours[role]


def style_of(theme: Theme, font: QFont) -> TimelineStyle:
    """The look for a theme in a font; rows and header grow with the font."""
    colour = theme.colour
    small = role_font(role_font(font, "figures"), "small")
    small_strong = QFont(small)
    small_strong.setWeight(QFont.Weight.DemiBold)
    line = QFontMetricsF(font).height()
    phases = tuple(theme.phase(number) for number in range(PHASES))
    solids = [*(each.solid for each in phases), colour("danger")]
    surface, text = colour("surface"), colour("text")
    return TimelineStyle(
        theme=theme,
        phases=phases,
        solid_inks=tuple(readable_on(each, (surface, text, BLACK)) for each in solids),
        faded_solid_inks=tuple(
            stepped_back(text, blend(each, surface, FADED), FADED_CONTRAST) for each in solids
        ),
        faded_inks=tuple(stepped_back(each.text, surface, FADED_CONTRAST) for each in phases),
        faded_text=stepped_back(colour("text_muted"), surface, FADED_CONTRAST),
        font=QFont(font),
        strong=role_font(font, "strong"),
        small=small,
        small_strong=small_strong,
        row_height=max(27, round(line * 1.65)),
        header_height=max(44, HEADER_LINES * round(line * 1.4)),
        late=PhaseColours(
            solid=colour("danger"),
            soft=blend(colour("danger"), colour("surface"), 0.33),
            text=colour("danger_text"),
        ),
        link=_pen(colour("link_line"), 1),
        link_in=_pen(colour("accent"), 1.7, [3.5, 2]),
        link_strong=_pen(colour("accent"), 1.7),
        link_critical=_pen(colour("text"), 1.8),
        critical_rim=_pen(colour("text"), 1.8),
        slack=_pen(colour("text_muted"), 1.6, [1.6, 1.6]),
        pause=_pen(colour("text_muted"), 1.4, [1.2, 2]),
        frame=_pen(colour("accent"), 1.2),
        frame_focused=_pen(colour("accent"), 2.4),
        was=blend(colour("border_strong"), colour("surface"), 0.92),
        lands=_pen(colour("text_muted"), 1.4),
        lands_late=_pen(colour("danger"), 1.6),
        ghost=_pen(colour("text_faint"), 1, [3, 2]),
        guide=_pen(colour("accent"), 1, [3, 3]),
        buffer=_pen(colour("window_text"), 1),
        check=_pen(colour("surface"), 1.7),
        limit=_pen(colour("text_muted"), 1, [4, 3]),
    )


def _pen(colour: QColor, width: float, dashes: list[float] | None = None) -> QPen:
    pen = QPen(colour, width)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashes is not None:
        pen.setDashPattern(dashes)
    return pen
