"""The record: statements of many articles, kept and found again."""

from wortlaut.record._adding import Added
from wortlaut.record._article_search import ArticlePage, FoundArticle
from wortlaut.record._by_number import ArticleVersion
from wortlaut.record._corrections import Correction
from wortlaut.record._dossier import Dossier, NamedPerson, Share
from wortlaut.record._facets import Counted, Facets
from wortlaut.record._failed import FailedSource
from wortlaut.record._feeds import KeptFeed
from wortlaut.record._filters import Filters
from wortlaut.record._histogram import Bin, Histogram, Unit
from wortlaut.record._jobs import Job, JobCounts, JobFailure, Jobs, JobSource, JobState
from wortlaut.record._network import Network, Speaker, Tie, TieKind
from wortlaut.record._overview import Grown, InLanguage, Overview, Quoted
from wortlaut.record._people import KnownPerson, Proposal
from wortlaut.record._positions import Came, ComparedPositions, Position, Positions
from wortlaut.record._reading_back import KeptArticle
from wortlaut.record._record import Record
from wortlaut.record._searching import Found, Order, Page
from wortlaut.record._spellings import Spelling
from wortlaut.record._surroundings import Counterpart, Surroundings
from wortlaut.record._topics import Topic
from wortlaut.record._utterances import Piece, Source, Utterance, Wording
from wortlaut.wording import Ground, Opposed

__all__ = [
    "Added",
    "ArticlePage",
    "ArticleVersion",
    "Bin",
    "Came",
    "ComparedPositions",
    "Correction",
    "Counted",
    "Counterpart",
    "Dossier",
    "Facets",
    "FailedSource",
    "Filters",
    "Found",
    "FoundArticle",
    "Ground",
    "Grown",
    "Histogram",
    "InLanguage",
    "Job",
    "JobCounts",
    "JobFailure",
    "JobSource",
    "JobState",
    "Jobs",
    "KeptArticle",
    "KeptFeed",
    "KnownPerson",
    "NamedPerson",
    "Network",
    "Opposed",
    "Order",
    "Overview",
    "Page",
    "Piece",
    "Position",
    "Positions",
    "Proposal",
    "Quoted",
    "Record",
    "Share",
    "Source",
    "Speaker",
    "Spelling",
    "Surroundings",
    "Tie",
    "TieKind",
    "Topic",
    "Unit",
    "Utterance",
    "Wording",
]
