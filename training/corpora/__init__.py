"""The annotated corpora, each read into the same form."""

from training.corpora._example import GoldArticle, GoldQuotation
from training.corpora._historical import german_historical
from training.corpora._news import MEDIA, TYPES, english_news, german_news
from training.corpora._parliament import german_parliament

__all__ = [
    "MEDIA",
    "TYPES",
    "GoldArticle",
    "GoldQuotation",
    "english_news",
    "german_historical",
    "german_news",
    "german_parliament",
]
