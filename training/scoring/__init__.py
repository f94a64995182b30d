"""How good predictions are: pure functions from annotations to scores, no input or output."""

from training.scoring._annotation import PARTS, ROLES, Annotation, Attribution, Characters
from training.scoring._english import (
    EnglishScores,
    PieceScores,
    english_tokens,
    score_english,
    tokens_under,
)
from training.scoring._german import GermanScores, TypeRecall, score_german
from training.scoring._pairing import Pair, overlap_f1, pair_quotations
from training.scoring._score import Score

__all__ = [
    "PARTS",
    "ROLES",
    "Annotation",
    "Attribution",
    "Characters",
    "EnglishScores",
    "GermanScores",
    "Pair",
    "PieceScores",
    "Score",
    "TypeRecall",
    "english_tokens",
    "overlap_f1",
    "pair_quotations",
    "score_english",
    "score_german",
    "tokens_under",
]
