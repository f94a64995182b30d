"""Articles with nearly the same text: one agency's text in many outlets is one source.

MinHash (Broder, "On the resemblance and containment of documents", 1997) over runs of three
words: the share of equal numbers in two signatures is about the share of runs they have in
common. Signatures are cut into bands for an index; articles that share a band are compared.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

_WORD = re.compile(r"[^\W_]+")
_RUN = 3
_BANDS, _ROWS = 24, 4
_SEED = 1
SIGNATURE_BYTES = 4 + 4 * _BANDS * _ROWS
"""Length of a signature: the number of runs, then 96 numbers, 32 bits each, little-endian."""
SAME_TEXT = 0.6
"""Resemblance from which two articles count as one text."""
CONTAINED = 0.85
"""The same for the share of the shorter one: a text that was cut."""
_FEWEST = 20
"""A text with fewer runs says too little; it has no signature."""


def signature_of(text: str) -> bytes | None:
    """A text's signature to store; None for a text of fewer than 22 words.

    It is the same on every machine. Quotation marks, case and punctuation do not count.
    """
    # Here, as it brings scipy, which takes a while to import.
    from datasketch import MinHash  # noqa: PLC0415

    folded = _WORD.findall(text.casefold())
    runs = set(zip(*(islice(folded, n, None) for n in range(_RUN)), strict=False))
    if len(runs) < _FEWEST:
        return None
    sketch = MinHash(
        permutations=_permutations(), hashfunc=crc32, num_perm=_BANDS * _ROWS, scheme="affine32"
    )
    # Of half a surrogate pair UTF-8 has no form.
    sketch.update_batch(" ".join(run).encode("utf-8", "replace") for run in runs)
    numbers = np.concatenate([[len(runs)], sketch.hashvalues]).astype("<u4")
    return numbers.tobytes()


@lru_cache(maxsize=1)
def _permutations() -> Any:
    """The 96 ways of mixing a number, which take longer to make than a text to sketch."""
    from datasketch import MinHash  # noqa: PLC0415

    return MinHash(num_perm=_BANDS * _ROWS, seed=_SEED, scheme="affine32").permutations


def bands_of(signature: bytes) -> tuple[int, ...]:
    """Numbers (24, signed, 64 bits) to index; texts that share one may be nearly the same.

    Of texts that resemble each other by 0.6, 0.7 and 0.8, about 96, 99.8 and 99.999 in a
    hundred share one; by 0.1, two in a thousand.
    """
    rows = _numbers(signature).reshape(_BANDS, _ROWS).astype(np.uint64)
    mixed = np.arange(1, _BANDS + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    for column in range(_ROWS):
        mixed = (mixed ^ rows[:, column]) * np.uint64(0xFF51AFD7ED558CCD)
        mixed ^= mixed >> np.uint64(33)
    return tuple(int(number) for number in mixed.view(np.int64))


def resemblance(one: bytes, other: bytes) -> float:
    """About which share of all runs of three words both texts have (give or take 0.05)."""
    return float(np.mean(_numbers(one) == _numbers(other)))


def same_text(one: bytes, other: bytes) -> bool:
    """Whether two articles are one text: nearly the same, or one a cut form of the other."""
    alike = resemblance(one, other)
    if alike >= SAME_TEXT:
        return True
    first, second = _count(one), _count(other)
    common = alike * (first + second) / (1 + alike)
    return alike > 0.25 and common / min(first, second) >= CONTAINED


def _numbers(signature: bytes) -> NDArray[np.uint32]:
    if len(signature) != SIGNATURE_BYTES:
        raise ValueError(f"a signature has {SIGNATURE_BYTES} bytes, not {len(signature)}")
    return np.frombuffer(signature, "<u4")[1:]


def _count(signature: bytes) -> int:
    return int(np.frombuffer(signature, "<u4", 1)[0])
