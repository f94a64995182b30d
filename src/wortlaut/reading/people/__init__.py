"""From the words that name a speaker to the person who speaks."""

from wortlaut.reading.people._people import Resolved, resolve_people

__all__ = ["Resolved", "resolve_people"]
