"""What pages and the API show: questions to the record, answered as frozen values."""

from wortlaut.web.views._passage import Passage, Piece, passage
from wortlaut.web.views._review import (
    Decided,
    MergeQuestion,
    MergesView,
    SpeakerQuestion,
    SpeakersView,
    merges_view,
    speakers_view,
)
from wortlaut.web.views._statement_card import (
    QuotedWords,
    SpeakerShown,
    StatementCard,
    statement_card,
)

__all__ = [
    "Decided",
    "MergeQuestion",
    "MergesView",
    "Passage",
    "Piece",
    "QuotedWords",
    "SpeakerQuestion",
    "SpeakerShown",
    "SpeakersView",
    "StatementCard",
    "merges_view",
    "passage",
    "speakers_view",
    "statement_card",
]
