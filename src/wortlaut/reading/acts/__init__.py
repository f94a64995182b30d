"""What a speaker does with a statement, on what condition, and whether it is negated."""

from wortlaut.reading.acts._judging import Judged, judge_acts
from wortlaut.reading.acts._lexicon import Lexicon

__all__ = ["Judged", "Lexicon", "judge_acts"]
