"""A line on stderr that counts while something takes a while; nothing for what is done at once."""

import sys

_PLAIN_LINES = 4
"""Lines written in all where there is no terminal."""


class Progress:
    """Counts in one line on a terminal, and by a few plain lines where there is none."""

    def __init__(self, total: int, words: str, *, many: int) -> None:
        """`words` has places for {count} and {total}; fewer than `many` are not counted."""
        self._total = total
        self._words = words
        self._shown = total >= many
        self._terminal = sys.stderr.isatty()
        self._said = 0
        self._width = 0

    def __call__(self, count: int) -> None:
        """So many of the total are done."""
        if not self._shown:
            return
        line = self._words.format(count=count, total=self._total)
        if self._terminal:
            sys.stderr.write(f"\r{line.ljust(self._width)}")
            self._width = len(line)
            if count == self._total:
                sys.stderr.write(f"\r{' ' * self._width}\r")
            sys.stderr.flush()
        elif count * _PLAIN_LINES // self._total > self._said:
            self._said = count * _PLAIN_LINES // self._total
            sys.stderr.write(f"{line}\n")
