"""The record's tables, the same on SQLite and PostgreSQL.

    article            one page, by its canonical URL or its text's hash
      article_version  each text that it had; one of them is current
        statement      what is said in it; queried fields as columns, all of them in `form`
    person             a name and kind as articles give them
    identity           somebody whom articles speak of, by whatever names: persons linked
      identity_key     what an identity may be looked up by
      appearance       a person of one article version, and which identity that is
      proposal         two identities that may be one, for a person to decide
      ruling           what people decided on appearances, by names that outlive the numbers
    mention            whom a current statement names within its quotation
    wording          a statement's words as they are compared, and its utterance
    article_signature  a version's text as it is compared, and which texts are one source
    article_band     by what nearly equal texts find each other
    made_with        the names of what vectors and utterances were made with
    role, outlet       words that many rows share
    failed_source      what could not be read, and why
    feed               what articles were added from again and again, and when it was read
    growth, calendar   counts by day, so that a million rows need not be counted
    change             a mark that changes with the record
    job                what was asked to be added in the background, and how far that is
      job_source       each address or uploaded file of it, and what has come of it

Beside them stand the indexes of words (`_word_index`): `statement_words` and `article_words`.

`statement.place` is what the record is sorted and paged by: the day of the statement in its
upper bits and a number that is never used twice in its lower 27, so that newest first means
highest first, in the table as in SQLite's index of words, whose rows it numbers.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

NUMBER_BITS = 27
MOST_STATEMENTS = 1 << NUMBER_BITS
"""How many statements a record can number: 134 million."""

# SQLite numbers rows itself only in a column that it calls INTEGER, which has 64 bits there.
_Id = BigInteger().with_variant(Integer, "sqlite")

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

article = Table(
    "article",
    metadata,
    Column("id", _Id, primary_key=True, autoincrement=False),
    Column("identity", Text, nullable=False, unique=True),
)

outlet = Table(
    "outlet",
    metadata,
    Column("id", _Id, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False, unique=True),
)

role = Table(
    "role",
    metadata,
    Column("id", _Id, primary_key=True, autoincrement=False),
    Column("words", Text, nullable=False, unique=True),
)

person = Table(
    "person",
    metadata,
    Column("id", _Id, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("folded", Text, nullable=False, index=True),
    UniqueConstraint("name", "kind"),
)

article_version = Table(
    "article_version",
    metadata,
    Column("id", _Id, primary_key=True, autoincrement=False),
    Column("article_id", _Id, ForeignKey("article.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("current", Boolean, nullable=False),
    Column("same_text_as", _Id, ForeignKey("article_version.id")),
    Column("place", BigInteger, nullable=False, unique=True),
    Column("text_hash", Text, nullable=False, index=True),
    Column("added_at", DateTime(timezone=True), nullable=False),
    Column("source", Text, nullable=False),
    Column("url", Text),
    Column("outlet_id", _Id, ForeignKey("outlet.id")),
    Column("language", Text),
    Column("title", Text),
    Column("published", Date),
    Column("text", Text, nullable=False),
    Column("form", Text, nullable=False),
    UniqueConstraint("article_id", "number"),
)

statement = Table(
    "statement",
    metadata,
    Column("id", _Id, primary_key=True, autoincrement=False),
    Column("version_id", _Id, ForeignKey("article_version.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("place", BigInteger, nullable=False, unique=True),
    Column("current", Boolean, nullable=False),
    Column("human", Boolean, nullable=False),
    Column("removed", Boolean, nullable=False),
    Column("language", Text),
    Column("type", Text, nullable=False),
    Column("act", Text),
    Column("occasion", Text),
    Column("person_id", _Id, ForeignKey("person.id")),
    Column("role_id", _Id, ForeignKey("role.id")),
    Column("addressee_id", _Id, ForeignKey("person.id")),
    Column("outlet_id", _Id, ForeignKey("outlet.id")),
    Column("said_begin", Date),
    Column("said_end", Date),
    Column("verbatim", Boolean, nullable=False),
    Column("negated", Boolean, nullable=False),
    Column("conditional", Boolean, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("quote", Text, nullable=False),
    Column("form", Text, nullable=False),
    # The last, as it came by a migration.
    Column("identity_id", _Id, ForeignKey("identity.id")),
    UniqueConstraint("version_id", "number"),
)

# Whatever a dossier counts stands in these indexes, so that the rows need not be fetched. Who
# has no identity (groups, unnamed people) is found by the person's number; no row is in both.
for _name, _whose, _where in (
    ("dossier", statement.c.identity_id, "identity_id IS NOT NULL"),
    ("unlinked", statement.c.person_id, "identity_id IS NULL AND person_id IS NOT NULL"),
):
    Index(
        f"ix_statement_{_name}",
        _whose,
        statement.c.place,
        statement.c.current,
        statement.c.outlet_id,
        statement.c.addressee_id,
        statement.c.role_id,
        statement.c.act,
        statement.c.conditional,
        postgresql_where=text(_where),
        sqlite_where=text(_where),
    )

# Who speaks, to whom, day by day.
Index(
    "ix_statement_spoken",
    statement.c.place,
    statement.c.current,
    statement.c.identity_id,
    statement.c.addressee_id,
)

mention = Table(
    "mention",
    metadata,
    Column("place", BigInteger, ForeignKey("statement.place"), primary_key=True),
    Column("person_id", _Id, ForeignKey("person.id"), primary_key=True, autoincrement=False),
    Column("speaker_id", _Id, ForeignKey("person.id")),
    Index("ix_mention_person_id", "person_id", "place", "speaker_id"),
    sqlite_with_rowid=False,
)
"""Of current statements alone; `_mentions` tells how to ask it."""

identity = Table(
    "identity",
    metadata,
    Column("id", _Id, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("profile", Text, nullable=False),
    Column("merged_into", _Id, ForeignKey("identity.id"), index=True),
)
"""Numbers only grow, and none is forgotten: what was merged says into which one."""

living = text("merged_into IS NULL AND substr(profile, 1, 8) = '{\"names\"'")
"""Whether an identity speaks in some article: its profile begins with its names then, and has
none where it stands in older versions only."""

# `merged_into` is the same in all of it, and lets SQLite prefer it to that column's own index.
Index(
    "ix_identity_living",
    identity.c.merged_into,
    identity.c.kind,
    postgresql_where=living,
    sqlite_where=living,
)

identity_key = Table(
    "identity_key",
    metadata,
    Column("key", Text, primary_key=True),
    Column("identity_id", _Id, ForeignKey("identity.id"), primary_key=True, autoincrement=False),
)

appearance = Table(
    "appearance",
    metadata,
    Column(
        "version_id", _Id, ForeignKey("article_version.id"), primary_key=True, autoincrement=False
    ),
    Column("person_id", _Id, ForeignKey("person.id"), primary_key=True, autoincrement=False),
    Column("identity_id", _Id, ForeignKey("identity.id"), nullable=False, index=True),
    Column("current", Boolean, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("why", Text, nullable=False),
    Column("by_person", Boolean, nullable=False),
    Column("form", Text, nullable=False),
    Index("ix_appearance_person_id", "person_id"),
)

proposal = Table(
    "proposal",
    metadata,
    Column("identity_id", _Id, ForeignKey("identity.id"), primary_key=True, autoincrement=False),
    Column("other_id", _Id, ForeignKey("identity.id"), primary_key=True, autoincrement=False),
    Column("confidence", Float, nullable=False),
    Column("why", Text, nullable=False),
    Column("state", Text, nullable=False),
    Index("ix_proposal_other_id", "other_id"),
)
"""`identity_id` is the higher number: the one that came later."""

ruling = Table(
    "ruling",
    metadata,
    Column("id", _Id, primary_key=True, autoincrement=False),
    Column("one", Text, nullable=False),
    Column("other", Text, nullable=False),
    Column("same", Boolean, nullable=False),
    Column("made_at", DateTime(timezone=True), nullable=False),
)

wording = Table(
    "wording",
    metadata,
    Column("statement_id", _Id, ForeignKey("statement.id"), primary_key=True, autoincrement=False),
    Column("whose", BigInteger),
    Column("window_begin", Date),
    Column("window_end", Date),
    Column("utterance_id", _Id),
    Column("vector", LargeBinary, nullable=False),
)
"""Every statement has one, those of old versions too.

`whose` is the identity, or the person's number negated where there is none; nothing for what
is not grouped: of nobody known, of an old version, taken out. `window_begin` and `window_end`
are the days on which it may have been said (`wortlaut.wording.window_of`). `utterance_id` is
the least number of a statement in its utterance, or nothing where it is alone in it. `vector`
has 128 numbers of 8 bits.
"""

for _name, _columns in (
    ("whose", (wording.c.whose, wording.c.window_begin, wording.c.window_end)),
    ("utterance", (wording.c.utterance_id,)),
):
    Index(
        f"ix_wording_{_name}",
        *_columns,
        postgresql_where=_columns[0].is_not(None),
        sqlite_where=_columns[0].is_not(None),
    )

article_signature = Table(
    "article_signature",
    metadata,
    Column(
        "version_id", _Id, ForeignKey("article_version.id"), primary_key=True, autoincrement=False
    ),
    Column("source_id", _Id),
    Column("signature", LargeBinary),
    Index(
        "ix_article_signature_source",
        "source_id",
        postgresql_where=text("source_id IS NOT NULL"),
        sqlite_where=text("source_id IS NOT NULL"),
    ),
)
"""Every version has one; a text of a few words no signature. `source_id` is the least number of
a version with nearly the same text, or nothing where there is no other."""

article_band = Table(
    "article_band",
    metadata,
    Column("band", BigInteger, primary_key=True, autoincrement=False),
    Column(
        "version_id", _Id, ForeignKey("article_version.id"), primary_key=True, autoincrement=False
    ),
    sqlite_with_rowid=False,
)

made_with = Table(
    "made_with",
    metadata,
    Column("what", Text, primary_key=True),
    Column("name", Text, nullable=False),
)

vector_block = Table(
    "vector_block",
    metadata,
    Column("last", _Id, primary_key=True, autoincrement=False),
    Column("traits", LargeBinary, nullable=False),
    Column("vectors", LargeBinary, nullable=False),
)
"""The vectors of `wording` once more, many in a row: see `_vector_blocks`."""

failed_source = Table(
    "failed_source",
    metadata,
    Column("id", _Id, primary_key=True, autoincrement=False),
    Column("source", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("problem", Text, nullable=False),
    Column("advice", Text, nullable=False),
    Column("first_failed_at", DateTime(timezone=True), nullable=False),
    Column("last_failed_at", DateTime(timezone=True), nullable=False),
    Column("attempts", Integer, nullable=False),
)

job = Table(
    "job",
    metadata,
    Column("id", _Id, primary_key=True, autoincrement=False),
    Column("state", Text, nullable=False, index=True),
    Column("made_at", DateTime(timezone=True), nullable=False),
    Column("started_at", DateTime(timezone=True)),
    Column("heard_at", DateTime(timezone=True)),
    Column("ended_at", DateTime(timezone=True)),
    Column("holder", Text),
    Column("problem", Text),
)

job_source = Table(
    "job_source",
    metadata,
    Column("job_id", _Id, ForeignKey("job.id"), primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("source", Text, nullable=False),
    Column("file", Text),
    Column("done", Boolean, nullable=False),
    Column("known", Integer, nullable=False),
    Column("reached", Float, nullable=False),
    Column("added", Integer, nullable=False),
    Column("changed", Integer, nullable=False),
    Column("same_text", Integer, nullable=False),
    Column("unchanged", Integer, nullable=False),
    Column("failed", Integer, nullable=False),
    Column("statements", Integer, nullable=False),
    Column("failures", Text, nullable=False),
)

feed = Table(
    "feed",
    metadata,
    Column("id", _Id, primary_key=True, autoincrement=False),
    Column("address", Text, nullable=False, unique=True),
    Column("title", Text),
    Column("entries", Integer, nullable=False),
    Column("read_at", DateTime(timezone=True), nullable=False),
    Column("tried_at", DateTime(timezone=True), nullable=False),
    Column("problem", Text),
)

growth = Table(
    "growth",
    metadata,
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("language", Text, primary_key=True),
    Column("articles", BigInteger, nullable=False),
    Column("statements", BigInteger, nullable=False),
)
"""Days are counted as in places, languages of articles that have none are empty; see `_tallies`."""

calendar = Table(
    "calendar",
    metadata,
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("language", Text, primary_key=True),
    Column("statements", BigInteger, nullable=False),
    Column("entries", BigInteger, nullable=False),
)

change = Table("change", metadata, Column("mark", Text, primary_key=True))
"""One row."""

numbering = Table(
    "numbering",
    metadata,
    Column("name", Text, primary_key=True),
    Column("last", BigInteger, nullable=False),
)
"""The last number given out in each table, so that none is ever given out again."""


def place_of(day: date | None, number: int) -> int:
    """Where a row stands in the order of days; rows without a day stand before all others."""
    ordinal = 0 if day is None else day.toordinal()
    return (ordinal << NUMBER_BITS) | number


def day_of(place: int) -> date | None:
    """The day that a place was made of."""
    ordinal = place >> NUMBER_BITS
    return date.fromordinal(ordinal) if ordinal else None
