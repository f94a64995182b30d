"""What pages and the API show: questions to the record, answered as frozen values."""

from wortlaut.web.views._article import (
    ArticleView,
    MarkKind,
    Part,
    TextMark,
    article_view,
    read_view,
)
from wortlaut.web.views._bars import Bar, bars
from wortlaut.web.views._blocks import Block, BlockKind
from wortlaut.web.views._changes import ChangedPart, ChangesView, Turn, changes_view
from wortlaut.web.views._dropping import Fewer, fewer_filters
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
from wortlaut.web.views._search import PAGE, Asked, SearchView, search_view
from wortlaut.web.views._start import StartView, start_view
from wortlaut.web.views._statement_card import (
    QuotedWords,
    SpeakerShown,
    StatementCard,
    statement_card,
)

__all__ = [
    "MOST_TEXT",
    "PAGE",
    "ArticleView",
    "Asked",
    "Bar",
    "Block",
    "BlockKind",
    "ChangedPart",
    "ChangesView",
    "Decided",
    "Fewer",
    "MarkKind",
    "MergeQuestion",
    "MergesView",
    "Note",
    "Part",
    "Passage",
    "Piece",
    "QuotedWords",
    "Said",
    "SearchView",
    "Somebody",
    "SpeakerQuestion",
    "SpeakerShown",
    "SpeakersView",
    "StartView",
    "StatementCard",
    "TextMark",
    "Turn",
    "article_view",
    "bars",
    "changes_view",
    "fewer_filters",
    "merges_view",
    "passage",
    "read_address",
    "read_text",
    "read_view",
    "search_view",
    "speakers_view",
    "start_view",
    "statement_card",
]
