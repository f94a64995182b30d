"""Letters of other scripts, and Latin ones with signs, as plain Latin letters.

Tables of our own: the libraries that do this for every script (ICU through PyICU, Unidecode)
have no wheels or another licence, and news in German or English needs few scripts. Cyrillic
letters become those that a German article would use, so that the rules for sounds meet one
spelling less. Arabic and Hebrew letters leave out most vowels: such words are compared by
their consonants. Chinese, Japanese and Korean letters are left as they stand.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_CYRILLIC = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґўјљњћђџѓќѕ",
        (
            "a b w g d e zh z i j k l m n o p r s t u f kh ts tsch sch schtsch _ y _ e ju ja jo "
            "i ji je g w j lj nj tsch dj dsch gj kj dz"
        ).split(),
        strict=True,
    )
)
_GREEK_PAIRS = {
    "ου": "u", "μπ": "b", "ντ": "d", "γκ": "g", "γγ": "ng", "τσ": "ts", "τζ": "dz", "αι": "e",
    "ει": "i", "οι": "i", "ευ": "ev", "αυ": "av",
}  # fmt: skip
_GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρσςτυφχψω",
        "a v g d e z i th i k l m n x o p r s s t y f ch ps o".split(),
        strict=True,
    )
)
_ARABIC = dict(
    zip(
        "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءآأإؤئپچژگکی",
        (
            "a b t th dsch h kh d dh r z s sch s d t z _ gh f q k l m n h w j a a _ a a i w j "
            "p tsch zh g k j"
        ).split(),
        strict=True,
    )
)
_HEBREW = dict(
    zip(
        "אבגדהוזחטיכךלמםנןסעפףצץקרשת",
        "_ b g d h w z kh t j k k l m m n n s _ p f ts ts k r sch t".split(),
        strict=True,
    )
)
_OTHER_SCRIPTS = {
    letter: spelling.replace("_", "")
    for table in (_CYRILLIC, _GREEK, _ARABIC, _HEBREW)
    for letter, spelling in table.items()
}
CONSONANTS_ONLY = frozenset((*_ARABIC, *_HEBREW))
"""Letters of scripts that do not write short vowels."""

# What a German spells in two letters may be spelt so, or with the bare letter.
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "đ": "dj"})
_SOUNDED = str.maketrans(
    {
        "ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "đ": "dj", "č": "tsch", "ć": "tsch",
        "š": "sch", "ś": "sch", "ş": "sch", "ș": "sch", "ț": "ts", "ţ": "ts", "ž": "zh",
        "ż": "zh", "ź": "zh", "ç": "tsch", "ğ": "g", "ñ": "nj", "ń": "n", "ő": "oe", "ű": "ue",
    }
)  # fmt: skip
_UNDECOMPOSED = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ð": "d", "þ": "th"}
)
_DROPPED = str.maketrans("", "", "'’ʼ`´ʿʾ‘\u200c\u200d")


def small(text: str) -> str:
    """`text` composed and in small letters, without apostrophes: *O’Brien*, *obrien*."""
    return unicodedata.normalize("NFKC", text).casefold().translate(_DROPPED)


def is_latin(word: str) -> bool:
    """No letter of `word`, in small letters, is of a script that has to be transcribed."""
    return word.isascii() or not any(letter in _OTHER_SCRIPTS for letter in word)


@lru_cache(maxsize=1 << 16)
def spellings(word: str) -> tuple[str, ...]:
    """How `word`, in small letters, may be spelt in plain Latin letters; the bare one first.

    *müller*: *muller*, *mueller*; *путин*: *putin*; *vučić*: *vucic*.
    """
    latin = _transcribed(word)
    forms = (_bare(latin), _bare(latin.translate(_WRITTEN_OUT)))
    return tuple(dict.fromkeys(form for form in forms if form))


@lru_cache(maxsize=1 << 16)
def sounded(word: str) -> str:
    """`word` in the letters that a German would write for its sound: *vučić*, *vutschitsch*."""
    return _bare(_transcribed(word).translate(_SOUNDED))


def _transcribed(word: str) -> str:
    if word.isascii():
        return word
    # Accents of Greek and of stressed Cyrillic go; the letters й and ё are letters.
    if any("\u0370" <= letter <= "\u03ff" or "\u1f00" <= letter <= "\u1fff" for letter in word):
        word = _bare(word)
        for pair, spelling in _GREEK_PAIRS.items():
            word = word.replace(pair, spelling)
    return "".join(_OTHER_SCRIPTS.get(letter, letter) for letter in word)


def _bare(word: str) -> str:
    if word.isascii():
        return word
    parts = unicodedata.normalize("NFKD", word.replace("ß", "ss").translate(_UNDECOMPOSED))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))
