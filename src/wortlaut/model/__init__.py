"""What everything speaks: plain typed values, no input or output."""

from wortlaut.model._article import Article, Located
from wortlaut.model._span import Span, merged
from wortlaut.model._statement import Medium, QuotationType, Statement

__all__ = ["Article", "Located", "Medium", "QuotationType", "Span", "Statement", "merged"]
