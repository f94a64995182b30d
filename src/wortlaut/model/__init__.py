"""What everything speaks: plain typed values, no input or output."""

from wortlaut.model._article import Article
from wortlaut.model._circumstances import Act, Occasion, OccasionKind
from wortlaut.model._located import Located
from wortlaut.model._person import Mention, Person, PersonKind, Resolution
from wortlaut.model._span import Span, merged
from wortlaut.model._statement import Medium, QuotationType, Statement
from wortlaut.model._when import Precision, When, WhenBasis

__all__ = [
    "Act",
    "Article",
    "Located",
    "Medium",
    "Mention",
    "Occasion",
    "OccasionKind",
    "Person",
    "PersonKind",
    "Precision",
    "QuotationType",
    "Resolution",
    "Span",
    "Statement",
    "When",
    "WhenBasis",
    "merged",
]
