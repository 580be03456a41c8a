"""Icons: all there, in the colours of the theme, sharp at every scale."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QImage
from PySide6.QtWidgets import QApplication

from planner.paths import resource
from planner.ui.icons import Icons, application_icon, names, svg
from planner.ui.theme import Theme, built_in_theme


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest, qapp: QApplication) -> Theme:
    return built_in_theme(dark=request.param == "dark")


def solid_colours(image: QImage) -> set[str]:
    """The colours of the pixels that are fully painted."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


def test_every_icon_draws_something_and_takes_its_colour(theme: Theme) -> None:
    icons = Icons(theme)
    assert len(names()) >= 35
    for name in names():
        image = icons.icon(name, "danger").pixmap(QSize(24, 24), 2.0).toImage()
        assert solid_colours(image) == {theme.colour("danger").name()}, name


def test_an_icon_is_dimmed_when_disabled_and_legible_when_selected(theme: Theme) -> None:
    icon = Icons(theme).icon("flag")
    for mode, role in (
        (QIcon.Mode.Normal, "text"),
        (QIcon.Mode.Disabled, "text_disabled"),
        (QIcon.Mode.Selected, "accent_text"),
    ):
        image = icon.pixmap(QSize(24, 24), 2.0, mode).toImage()
        assert solid_colours(image) == {theme.colour(role).name()}, mode


@pytest.mark.parametrize(("ratio", "pixels"), [(1.0, 16), (1.25, 20), (1.5, 24), (2.0, 32)])
def test_an_icon_is_drawn_at_the_size_of_the_screen(theme: Theme, ratio: float, pixels: int) -> None:
    image = Icons(theme).icon("print").pixmap(QSize(16, 16), ratio)
    assert (image.width(), image.devicePixelRatio()) == (pixels, ratio)
    drawn = Icons(theme).pixmap("print", 16, ratio=ratio)
    assert (drawn.width(), drawn.devicePixelRatio()) == (pixels, ratio)


def test_the_same_icon_is_drawn_once(theme: Theme) -> None:
    icons = Icons(theme)
    assert icons.icon("undo").cacheKey() == icons.icon("undo").cacheKey()
    assert icons.icon("undo").cacheKey() != icons.icon("undo", "accent").cacheKey()


def test_an_unknown_icon_is_named(theme: Theme) -> None:
    with pytest.raises(KeyError, match="unicorn"):
        Icons(theme).icon("unicorn")
    with pytest.raises(KeyError, match="glitter"):
        Icons(theme).icon("undo", "glitter")


def test_no_drawing_is_left_without_a_colour(theme: Theme) -> None:
    for name in names():
        assert b"currentColor" not in svg(name, theme.colour("text"))


def test_milepost_has_an_icon_of_its_own_and_names_whose_the_others_are(qapp: QApplication) -> None:
    sizes = {size.width() for size in application_icon().availableSizes()}
    assert {16, 22, 24, 32, 48, 256} <= sizes
    for pixels in sorted(sizes):
        picture = application_icon().pixmap(QSize(pixels, pixels), 1.0).toImage()
        sign = picture.pixelColor(pixels // 2, pixels * 3 // 8)
        post = picture.pixelColor(pixels // 2 - 1, pixels * 3 // 4)
        assert (sign.name(), post.name()) == ("#f0b429", "#ffffff"), pixels
    assert "ISC License" in resource("icons/LICENSE-lucide.txt").read_text()
