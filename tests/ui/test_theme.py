"""The two themes: complete, legible, and put on the running program."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF, QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPageLayout, QPageSize, QPainter, QPalette, QPdfWriter
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from planner.paths import resource
from planner.ui.settings import Settings, ThemeChoice
from planner.ui.style_sheet import MARKS, style_sheet, write_marks
from planner.ui.theme import (
    PHASES,
    Theme,
    ThemeError,
    app_font,
    built_in_theme,
    load_fonts,
    load_theme,
    palette,
    role_font,
)
from planner.ui.theme_controller import ThemeController

PHASE_TEXTS = [f"phase_{index}_text" for index in range(PHASES)]

TEXT_ON = (
    [(text, on) for text in ("text", "text_muted", "link") for on in
     ("surface", "surface_raised", "window", "header", "accent_soft", "segment", "hover")]
    + [("text_faint", on) for on in ("surface", "surface_raised", "window", "header")]
    + [(text, on) for text in PHASE_TEXTS for on in ("surface", "window", "accent_soft")]
    + [
        ("accent_text", "accent"),
        ("accent_text", "accent_hover"),
        ("danger_text", "danger_soft"),
        ("danger_text", "surface"),
        ("info_text", "info_soft"),
        ("today_text", "today"),
        ("window_text", "window_shade"),
        ("tooltip_text", "tooltip"),
        ("tooltip_muted", "tooltip"),
        ("tooltip_danger", "tooltip"),
    ]
)  # fmt: skip

MARKS_ON = [
    (mark, on)
    for mark in ["accent", "danger", "success", "warning", "today", "border_strong", "link_line"]
    + [f"phase_{index}" for index in range(PHASES)]
    for on in ("surface", "window_shade", "accent_soft")
] + [(mark, "header") for mark in ("load_planned", "load_logged", "load_over", "today")]


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> Theme:
    return built_in_theme(dark=request.param == "dark")


def contrast(first: QColor, second: QColor) -> float:
    """The contrast ratio of WCAG 2.2, 1 to 21."""
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: QColor) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(channel) for channel in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_black_on_white_has_the_contrast_the_standard_says() -> None:
    assert contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#ffffff")) == pytest.approx(4.48, abs=0.01)


def test_every_text_can_be_read(theme: Theme) -> None:
    pairs = {pair: contrast(theme.colour(pair[0]), theme.colour(pair[1])) for pair in TEXT_ON}
    assert {pair: ratio for pair, ratio in pairs.items() if ratio < 4.5} == {}


def test_every_mark_can_be_seen(theme: Theme) -> None:
    pairs = {pair: contrast(theme.colour(pair[0]), theme.colour(pair[1])) for pair in MARKS_ON}
    assert {pair: ratio for pair, ratio in pairs.items() if ratio < 3} == {}


def test_a_bar_still_to_fill_differs_from_a_filled_one_in_greyscale(theme: Theme) -> None:
    for index in range(PHASES):
        phase = theme.phase(index)
        assert contrast(phase.solid, phase.soft) > 2, index


def test_a_theme_has_ten_base_colours_and_the_phases_start_again_after_the_eighth(theme: Theme) -> None:
    text = resource(f"themes/{theme.name.lower()}.toml").read_text()
    assert len(re.findall(r'^\w+ = "#\w{6}"$', text.split("[roles]")[0], flags=re.MULTILINE)) == 10
    assert theme.phase(PHASES + 2) == theme.phase(2)


def test_a_colour_given_out_can_be_changed_without_changing_the_theme(theme: Theme) -> None:
    before = theme.colour("text").name()
    theme.colour("text").setRgb(1, 2, 3)
    assert theme.colour("text").name() == before


def test_an_unknown_role_is_named(theme: Theme) -> None:
    with pytest.raises(KeyError, match="glitter"):
        theme.colour("glitter")


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('text = "ink"', 'text = "chalk"', r"roles\.text = 'chalk'"),
        ('text = "ink"', 'text = "ink 140% on paper"', r"roles\.text = 'ink 140% on paper'"),
        ('text = "ink"', "text = 3", r"roles\.text = 3"),
        ('text = "ink"', "", r"roles\.text is missing"),
        ('text = "ink"', 'text = "ink"\nglitter = "ink"', r"roles\.glitter is no known role"),
        ('ink = "#1f2733"', 'ink = "#1f27"', r"base\.ink = '#1f27'"),
        ("dark = false", 'dark = "no"', r"theme\.dark must be true or false"),
        ('name = "Light"', "", r"theme\.name must be a text"),
        ("[base]", "[bass]", r"the table \[base\] is missing"),
        ("[base]", "[base", r"line 8"),
    ],
)
def test_a_wrong_theme_file_is_named_with_its_key(tmp_path: Path, old: str, new: str, complaint: str) -> None:
    text = resource("themes/light.toml").read_text()
    assert old in text
    path = tmp_path / "mine.toml"
    path.write_text(text.replace(old, new, 1))
    with pytest.raises(ThemeError, match=complaint) as caught:
        load_theme(path)
    assert str(path) in str(caught.value)


def test_a_theme_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ThemeError, match=r"gone\.toml"):
        load_theme(tmp_path / "gone.toml")


def test_a_blend_is_what_the_shares_say(tmp_path: Path) -> None:
    text = resource("themes/light.toml").read_text()
    path = tmp_path / "mine.toml"
    path.write_text(re.sub(r"^ghost = .*$", 'ghost = "red 50% on paper"', text, flags=re.MULTILINE))
    assert load_theme(path).colour("ghost") == QColor(232, 156, 150)


def test_the_palette_wears_the_theme(qapp: QApplication, theme: Theme) -> None:
    worn = palette(theme)
    assert worn.color(QPalette.ColorRole.Base) == theme.colour("surface")
    assert worn.color(QPalette.ColorRole.Highlight) == theme.colour("accent")
    dimmed = worn.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert dimmed == theme.colour("text_disabled") != worn.color(QPalette.ColorRole.Text)


def test_the_style_sheet_leaves_nothing_open(theme: Theme, tmp_path: Path) -> None:
    write_marks(theme, tmp_path)
    sheet = style_sheet(theme, tmp_path, 10.0)
    assert "@" not in sheet.replace(tmp_path.as_posix(), "")
    assert sheet.count("{") == sheet.count("}") > 50
    assert "font-size: 12.50pt" in sheet
    pictures = re.findall(r'url\("([^"]+)"\)', sheet)
    assert {Path(picture).stem for picture in pictures} == set(MARKS)
    assert all(b"<svg" in Path(picture).read_bytes() for picture in pictures)


def test_inter_is_the_font_and_its_weights_are_real(qapp: QApplication) -> None:
    assert "Inter" in load_fonts()
    font = app_font()
    assert font.families()[0] == "Inter"
    assert role_font(font, "title").pointSizeF() > font.pointSizeF() > role_font(font, "small").pointSizeF()
    assert role_font(font, "strong").weight() == QFont.Weight.DemiBold
    assert role_font(font, "section").capitalization() == QFont.Capitalization.AllUppercase
    assert role_font(font, "figures").isFeatureSet(QFont.Tag("tnum"))
    with pytest.raises(KeyError):
        role_font(font, "shout")


def test_a_pdf_carries_the_font_with_it(qapp: QApplication, tmp_path: Path) -> None:
    load_fonts()
    path = tmp_path / "page.pdf"
    writer = QPdfWriter(str(path))
    writer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF())
    )
    with QPainter(writer) as painter:
        painter.setFont(app_font())
        painter.drawText(QPointF(200, 400), "Week 14 of 89")
        painter.setFont(role_font(app_font(), "strong"))
        painter.drawText(QPointF(200, 600), "Week 14 of 89")
        painter.setFont(role_font(app_font(), "title"))
        painter.drawText(QPointF(200, 900), "Week 14 of 89")
    pdf = path.read_bytes()
    assert b"Inter-Regular" in pdf
    assert b"Inter-SemiBold" in pdf
    assert b"Inter-Bold" in pdf
    assert b"/FontFile" in pdf


class Desktop:
    """A desktop that can turn dark: the offscreen platform has none, so it says so itself."""

    def __init__(self) -> None:
        self.dark = False

    def is_dark(self) -> bool:
        return self.dark

    def turn(self, qapp: QApplication, *, dark: bool) -> None:
        self.dark = dark
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)


@pytest.fixture
def desktop() -> Desktop:
    return Desktop()


@pytest.fixture
def controller(qapp: QApplication, tmp_path: Path, desktop: Desktop) -> Iterator[ThemeController]:
    sheet, colours, font = qapp.styleSheet(), qapp.palette(), qapp.font()
    made = ThemeController(qapp, Settings(tmp_path / "milepost.ini"), desktop.is_dark)
    yield made
    made.setParent(None)
    made.deleteLater()
    qapp.setStyleSheet(sheet)
    qapp.setPalette(colours)
    qapp.setFont(font)


def test_the_learners_choice_is_worn_at_once_and_kept(
    controller: ThemeController, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    controller.choose("light")
    light_icon = controller.icons.icon("undo").pixmap(16).toImage()
    with qtbot.waitSignal(controller.changed):
        controller.choose("dark")
    assert controller.theme.name == "Dark"
    assert controller.choice == "dark"
    assert qapp.palette().color(QPalette.ColorRole.Base) == controller.theme.colour("surface")
    assert controller.theme.colour("danger_soft").name() in qapp.styleSheet()
    assert controller.icons.icon("undo").pixmap(16).toImage() != light_icon
    assert Settings(tmp_path / "milepost.ini").theme == "dark"


def test_the_same_choice_again_changes_nothing(controller: ThemeController, qtbot: QtBot) -> None:
    controller.choose("dark")
    with qtbot.assertNotEmitted(controller.changed):
        controller.choose("dark")


def test_a_desktop_that_turns_dark_is_followed_unless_the_learner_chose(
    qapp: QApplication, controller: ThemeController, desktop: Desktop, qtbot: QtBot
) -> None:
    assert controller.theme.name == "Light"
    with qtbot.waitSignal(controller.changed):
        desktop.turn(qapp, dark=True)
    assert controller.theme.name == "Dark"
    controller.choose("dark")
    with qtbot.assertNotEmitted(controller.changed, wait=50):
        desktop.turn(qapp, dark=False)
    assert controller.theme.name == "Dark"
    with qtbot.waitSignal(controller.changed):
        controller.choose("system")
    assert controller.theme.name == "Light"


def test_a_tick_is_drawn_in_both_looks(controller: ThemeController, qtbot: QtBot) -> None:
    box = QCheckBox()
    qtbot.addWidget(box)
    looks: tuple[ThemeChoice, ...] = ("light", "dark")
    for choice in looks:
        controller.choose(choice)
        box.setChecked(True)
        box.ensurePolished()
        picture = box.grab().toImage()
        middle = box.height() // 2
        seen = {picture.pixelColor(x, y).name() for x in range(2, 14) for y in range(middle - 6, middle + 6)}
        assert controller.theme.colour("success").name() in seen, choice
        assert controller.theme.colour("accent_text").name() in seen, choice
