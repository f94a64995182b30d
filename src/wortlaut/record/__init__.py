"""The record: statements of many articles, kept and found again."""

from wortlaut.record._adding import Added
from wortlaut.record._filters import Filters
from wortlaut.record._reading_back import KeptArticle
from wortlaut.record._record import Record
from wortlaut.record._searching import Found, Order, Page

__all__ = ["Added", "Filters", "Found", "KeptArticle", "Order", "Page", "Record"]
