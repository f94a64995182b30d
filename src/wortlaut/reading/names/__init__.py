"""Names of people, places and organisations in an article."""

from wortlaut.reading.names._name import Name, NameKind
from wortlaut.reading.names._tagger import NameTagger

__all__ = ["Name", "NameKind", "NameTagger"]
