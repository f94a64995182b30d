"""The demonstration record: articles written for it, about countries that do not exist.

from wortlaut.demo import add_demo_articles
from wortlaut.record import Record

with Record("demo.sqlite") as record:
    add_demo_articles(record)
"""

from wortlaut.demo._articles import WORD_LISTS, DemoArticles, demo_articles
from wortlaut.demo._record import add_demo_articles, demo_reader, remove_demo_record

__all__ = [
    "WORD_LISTS",
    "DemoArticles",
    "add_demo_articles",
    "demo_articles",
    "demo_reader",
    "remove_demo_record",
]
