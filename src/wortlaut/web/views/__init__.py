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

__all__ = [
    "Decided",
    "MergeQuestion",
    "MergesView",
    "Passage",
    "Piece",
    "SpeakerQuestion",
    "SpeakersView",
    "merges_view",
    "passage",
    "speakers_view",
]
