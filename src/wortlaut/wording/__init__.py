"""The same words elsewhere.

What one person said on one occasion reaches the record many times: copied, cut, altered,
reported, translated. Here stands what recognises it, without a database: vectors of meaning,
the comparison of two wordings word by word, articles of nearly the same text, statements
grouped into utterances, and statements that seem to contradict each other.
"""

from wortlaut.wording._articles import bands_of, resemblance, same_text, signature_of
from wortlaut.wording._comparison import Change, Comparison, Passage, Relation, compare_wordings
from wortlaut.wording._features import NAMES as FEATURES
from wortlaut.wording._features import Profile, features, profile_of
from wortlaut.wording._grouping import (
    Block,
    Joined,
    Utterances,
    block_of,
    grouped,
    joined,
    matches,
)
from wortlaut.wording._nearest import Near, NearestVectors
from wortlaut.wording._opposition import Ground, Opposed, changes_of_mind, opposed, opposed_between
from wortlaut.wording._pieces import Pieces
from wortlaut.wording._said import LONGEST_REACH, SLACK, Said, Window, window_of
from wortlaut.wording._sameness import (
    Sameness,
    Verdict,
    same_utterance,
    share_words,
    way_of_comparing,
)
from wortlaut.wording._vectors import SentenceVectors, cosines, packed, pooled
from wortlaut.wording._versions import Version, fullness, versions_of
from wortlaut.wording._words import heads_of

__all__ = [
    "FEATURES",
    "LONGEST_REACH",
    "SLACK",
    "Block",
    "Change",
    "Comparison",
    "Ground",
    "Joined",
    "Near",
    "NearestVectors",
    "Opposed",
    "Passage",
    "Pieces",
    "Profile",
    "Relation",
    "Said",
    "Sameness",
    "SentenceVectors",
    "Utterances",
    "Verdict",
    "Version",
    "Window",
    "bands_of",
    "block_of",
    "changes_of_mind",
    "compare_wordings",
    "cosines",
    "features",
    "fullness",
    "grouped",
    "heads_of",
    "joined",
    "matches",
    "opposed",
    "opposed_between",
    "packed",
    "pooled",
    "profile_of",
    "resemblance",
    "same_text",
    "same_utterance",
    "share_words",
    "signature_of",
    "versions_of",
    "way_of_comparing",
    "window_of",
]
