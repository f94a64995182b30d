"""Names of people, places and organisations in an article."""

from wortlaut.reading.names._name import Name, NameKind

__all__ = ["Name", "NameKind"]
