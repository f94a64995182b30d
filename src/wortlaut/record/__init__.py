"""The record: statements of many articles, kept and found again."""

from wortlaut.record._adding import Added
from wortlaut.record._reading_back import KeptArticle
from wortlaut.record._record import Record

__all__ = ["Added", "KeptArticle", "Record"]
