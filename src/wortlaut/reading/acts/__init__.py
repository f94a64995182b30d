"""What a speaker does with a statement, on what condition, whether negated, and damaged wording."""

from wortlaut.reading.acts._damage import find_damage
from wortlaut.reading.acts._judging import Judged, judge_acts
from wortlaut.reading.acts._lexicon import Lexicon

__all__ = ["Judged", "Lexicon", "find_damage", "judge_acts"]
