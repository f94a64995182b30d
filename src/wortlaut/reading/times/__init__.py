"""Times: the words of an article that tell one, and when each of its statements was made."""

from wortlaut.reading.times._expression import TimeExpression, TimeKind
from wortlaut.reading.times._finding import find_times
from wortlaut.reading.times._said_on import say_when

__all__ = ["TimeExpression", "TimeKind", "find_times", "say_when"]
