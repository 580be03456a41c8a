"""Random numbers that are the same on every machine and Python: one stream for each name.

The generator is SplitMix64 (G. L. Steele, D. Lea, C. H. Flood: Fast splittable pseudorandom number
generators, OOPSLA 2014): word i of a stream is a mix of `key + (i + 1) * gamma`, integers modulo 2**64 and
nothing else, so that all words of a stream come from a few operations on whole arrays. It passes TestU01's
BigCrush. numpy's own generators would do as well, but cost time to import and to set up for each activity,
and the packaged program does without them.

A stream's key is a hash of the seed and the stream's name: what joins or leaves a plan changes no other's.
"""

from hashlib import blake2b

import numpy as np
import numpy.typing as npt

Samples = npt.NDArray[np.float64]
"""One number for each sample; shape (samples,)."""

_GAMMA = np.uint64(0x9E3779B97F4A7C15)
_FIRST_FACTOR = np.uint64(0xBF58476D1CE4E5B9)
_SECOND_FACTOR = np.uint64(0x94D049BB133111EB)
_SHIFTS = np.uint64(30), np.uint64(27), np.uint64(31)
_UNUSED_BITS = np.uint64(11)
_STEP = 2.0**-53


def stream_key(seed: int, name: str) -> int:
    """The 64-bit key of the stream with this name: BLAKE2b of seed and name."""
    return int.from_bytes(blake2b(f"{seed}/{name}".encode(), digest_size=8).digest(), "little")


def words(key: int, count: int) -> npt.NDArray[np.uint64]:
    """The first 64-bit words of a stream; shape (count,). More words begin with the same ones."""
    mixed = np.arange(1, count + 1, dtype=np.uint64)
    mixed *= _GAMMA
    mixed += np.uint64(key)
    first, second, last = _SHIFTS
    mixed ^= mixed >> first
    mixed *= _FIRST_FACTOR
    mixed ^= mixed >> second
    mixed *= _SECOND_FACTOR
    mixed ^= mixed >> last
    return mixed


def uniforms(seed: int, name: str, count: int) -> Samples:
    """Numbers strictly between 0 and 1: the upper 53 bits of each word, in the middle of their steps."""
    return ((words(stream_key(seed, name), count) >> _UNUSED_BITS).astype(np.float64) + 0.5) * _STEP
