"""What pages and the API show: questions to the record, answered as frozen values."""

from wortlaut.web.views._around import AroundView, around_view
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
from wortlaut.web.views._network import NetworkView, TieShown, network_view
from wortlaut.web.views._note import Note, Said, Somebody
from wortlaut.web.views._passage import Passage, Piece, passage
from wortlaut.web.views._people import PEOPLE_PAGE, Listed, PeopleView, people_view
from wortlaut.web.views._person import PersonView, known_person, person_view
from wortlaut.web.views._positions import (
    Compared,
    CompareView,
    PositionsView,
    Question,
    Stand,
    Unclear,
    compare_view,
)
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
from wortlaut.web.views._surroundings import SurroundingsView, surroundings_view
from wortlaut.web.views._utterance import UtteranceView, Witness, Worded, utterance_view

__all__ = [
    "MOST_TEXT",
    "PAGE",
    "PEOPLE_PAGE",
    "AroundView",
    "ArticleView",
    "Asked",
    "Bar",
    "Block",
    "BlockKind",
    "ChangedPart",
    "ChangesView",
    "CompareView",
    "Compared",
    "Decided",
    "Fewer",
    "Listed",
    "MarkKind",
    "MergeQuestion",
    "MergesView",
    "NetworkView",
    "Note",
    "Part",
    "Passage",
    "PeopleView",
    "PersonView",
    "Piece",
    "PositionsView",
    "Question",
    "QuotedWords",
    "Said",
    "SearchView",
    "Somebody",
    "SpeakerQuestion",
    "SpeakerShown",
    "SpeakersView",
    "Stand",
    "StartView",
    "StatementCard",
    "SurroundingsView",
    "TextMark",
    "TieShown",
    "Turn",
    "Unclear",
    "UtteranceView",
    "Witness",
    "Worded",
    "around_view",
    "article_view",
    "bars",
    "changes_view",
    "compare_view",
    "fewer_filters",
    "known_person",
    "merges_view",
    "network_view",
    "passage",
    "people_view",
    "person_view",
    "read_address",
    "read_text",
    "read_view",
    "search_view",
    "speakers_view",
    "start_view",
    "statement_card",
    "surroundings_view",
    "utterance_view",
]
