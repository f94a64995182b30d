"""Statements out to other tools, and what a person corrected there back.

    from wortlaut.exchange import exported, imported

    with open("statements.csv", "wb") as file:
        file.writelines(exported(articles, "csv"))

Pure functions from articles to bytes and back; `FORMATS` tells what there is.
"""

from wortlaut.exchange._annotated import LABELS, ROLES, Annotated
from wortlaut.exchange._corrections import Correction, CorrectionKind, Returned, corrections
from wortlaut.exchange._flat import COLUMNS, arrow_table, frame, statement_rows
from wortlaut.exchange._formats import FORMATS, Format, exported, imported, returned
from wortlaut.exchange._label_studio import LABELING_CONFIG
from wortlaut.exchange._naming import article_key, article_urn

__all__ = [
    "COLUMNS",
    "FORMATS",
    "LABELING_CONFIG",
    "LABELS",
    "ROLES",
    "Annotated",
    "Correction",
    "CorrectionKind",
    "Format",
    "Returned",
    "arrow_table",
    "article_key",
    "article_urn",
    "corrections",
    "exported",
    "frame",
    "imported",
    "returned",
    "statement_rows",
]
