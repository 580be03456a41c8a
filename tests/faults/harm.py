"""What disks, cables and careless programs do to a file: seeded harm to its bytes."""

from collections.abc import Callable
from random import Random

PAGE = 4096
"""Bytes of a page of a plan file."""

Harm = Callable[[bytearray, Random], bytes]


def flipped(content: bytearray, rng: Random) -> bytes:
    """One bit, or a few."""
    for _ in range(rng.choice((1, 1, 1, 2, 8))):
        content[rng.randrange(len(content))] ^= 1 << rng.randrange(8)
    return bytes(content)


def flipped_in_the_header(content: bytearray, rng: Random) -> bytes:
    """A byte of the first page's beginning: the file's header and the schema's."""
    content[rng.randrange(min(len(content), 200))] = rng.randrange(256)
    return bytes(content)


def written_over(content: bytearray, rng: Random) -> bytes:
    """A stretch of noise."""
    begin = rng.randrange(len(content))
    length = min(rng.choice((2, 16, 512, PAGE)), len(content) - begin)
    content[begin : begin + length] = rng.randbytes(length)
    return bytes(content)


def cut(content: bytearray, rng: Random) -> bytes:
    """Truncated: anywhere, or where a page ends."""
    length = rng.randrange(len(content))
    return bytes(content[: length // PAGE * PAGE if rng.random() < 0.5 else length])


def page_blanked(content: bytearray, rng: Random) -> bytes:
    """A page of zeros, as a disk gives back that lost it."""
    begin = rng.randrange(len(content) // PAGE) * PAGE
    content[begin : begin + PAGE] = bytes(PAGE)
    return bytes(content)


def pages_swapped(content: bytearray, rng: Random) -> bytes:
    """Two pages, one in the place of the other."""
    first, second = (rng.randrange(len(content) // PAGE) * PAGE for _ in range(2))
    one, other = content[first : first + PAGE], content[second : second + PAGE]
    content[first : first + PAGE], content[second : second + PAGE] = other, one
    return bytes(content)


def page_of_another_day(content: bytearray, rng: Random) -> bytes:
    """A page where another one should be, both there now."""
    first, second = (rng.randrange(len(content) // PAGE) * PAGE for _ in range(2))
    content[first : first + PAGE] = content[second : second + PAGE]
    return bytes(content)


def grown(content: bytearray, rng: Random) -> bytes:
    """Garbage at the end."""
    return bytes(content) + rng.randbytes(rng.choice((1, 100, PAGE, 3 * PAGE)))


HARMS: tuple[Harm, ...] = (
    *(flipped, flipped, flipped, flipped_in_the_header, written_over, cut),
    *(page_blanked, pages_swapped, page_of_another_day, grown),
)
"""Each as often as it is named."""
