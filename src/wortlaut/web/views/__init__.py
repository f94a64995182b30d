"""What pages and the API show: questions to the record, answered as frozen values."""

from wortlaut.web.views._article import (
    ArticleView,
    MarkKind,
    Part,
    TextMark,
    article_view,
    read_view,
)
from wortlaut.web.views._blocks import Block, BlockKind
from wortlaut.web.views._changes import ChangedPart, ChangesView, Turn, changes_view
from wortlaut.web.views._note import Note, Said, Somebody
from wortlaut.web.views._passage import Passage, Piece, passage
from wortlaut.web.views._reading import MOST_TEXT, read_address, read_text
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
    "MOST_TEXT",
    "ArticleView",
    "Block",
    "BlockKind",
    "ChangedPart",
    "ChangesView",
    "Decided",
    "MarkKind",
    "MergeQuestion",
    "MergesView",
    "Note",
    "Part",
    "Passage",
    "Piece",
    "QuotedWords",
    "Said",
    "Somebody",
    "SpeakerQuestion",
    "SpeakerShown",
    "SpeakersView",
    "StatementCard",
    "TextMark",
    "Turn",
    "article_view",
    "changes_view",
    "merges_view",
    "passage",
    "read_address",
    "read_text",
    "read_view",
    "speakers_view",
    "statement_card",
]
