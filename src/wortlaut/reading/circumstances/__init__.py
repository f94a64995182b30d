"""Where and how something was said, and which question it answers."""

from wortlaut.reading.circumstances._circumstances import Circumstances, find_circumstances
from wortlaut.reading.circumstances._occasion_words import OccasionWords, load_occasion_words

__all__ = ["Circumstances", "OccasionWords", "find_circumstances", "load_occasion_words"]
