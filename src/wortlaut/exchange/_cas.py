"""UIMA CAS JSON for INCEpTION: a file for each article in a ZIP archive, and corrections back.

JSON serialisation of the Apache UIMA CAS, version 0.4, written by dkpro-cassis, which also
turns our code points into the UTF-16 units that CAS counts, and back. A statement is a span of
the layer `webanno.custom.Statement` on the first piece of its quotation, with its labels as
features; the words that name speaker, cue and so on are spans of `webanno.custom.StatementPart`
that its feature `parts` links to, each link with its role.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO

from wortlaut._exceptions import ExchangeError
from wortlaut.exchange._annotated import LABELS, QUOTE, ROLES, Annotated, annotated
from wortlaut.exchange._corrections import Returned
from wortlaut.exchange._naming import Key, article_urn, as_ranges, from_ranges
from wortlaut.exchange._pouring import Pouring
from wortlaut.model import Article, Span

if TYPE_CHECKING:
    from cassis import Cas, TypeSystem

STATEMENT = "webanno.custom.Statement"
PART = "webanno.custom.StatementPart"
LINK = "webanno.custom.StatementPartsLink"
_METADATA = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
_STRING = "uima.cas.String"

# INCEpTION keeps a document's name as its file's, or as that of a folder with a file for each
# annotator.
_FILE_NAME = re.compile(r"\bstatements_([\d,-]+|none)\.json\b")
_TYPES_FILE = "TypeSystem.xml"
_LONGEST_RANGES = 80
_MOST_BYTES = 256 * 2**20
"""Of one file in an archive; CAS JSON is read whole."""


def type_system() -> TypeSystem:
    """The layers, as INCEpTION takes them up."""
    cassis = _cassis()
    types = cassis.TypeSystem(add_document_annotation_type=True)
    metadata = types.create_type(_METADATA, supertypeName="uima.tcas.DocumentAnnotation")
    for name in ("documentTitle", "documentId", "documentUri", "collectionId", "documentBaseUri"):
        types.create_feature(metadata, name, _STRING)
    types.create_feature(metadata, "isLastSegment", "uima.cas.Boolean")
    part = types.create_type(PART, supertypeName="uima.tcas.Annotation")
    link = types.create_type(LINK, supertypeName="uima.cas.TOP")
    types.create_feature(link, "role", _STRING)
    types.create_feature(link, "target", part)
    statement = types.create_type(STATEMENT, supertypeName="uima.tcas.Annotation")
    types.create_feature(statement, "number", "uima.cas.Integer")
    types.create_feature(statement, "state", _STRING)
    for name in LABELS:
        types.create_feature(statement, _feature(name), _STRING)
    types.create_feature(
        statement, "parts", "uima.cas.FSArray", elementType=link, multipleReferencesAllowed=False
    )
    return types


def written(articles: Iterable[Article], key: Key) -> Iterator[bytes]:
    """A ZIP archive with a CAS for each article, and the layers as a UIMA type system."""
    types = type_system()
    sink = Pouring()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        _add_file(archive, _TYPES_FILE, types.to_xml())
        for number, article in enumerate(articles, start=1):
            content = cas_of(article, key(article), types).to_json()
            _add_file(archive, _file_name(article, number), content)
            yield sink.poured()
    yield sink.poured()


def _add_file(archive: zipfile.ZipFile, name: str, content: str) -> None:
    # A fixed date: the same record gives the same bytes.
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, content.encode("utf-8", "surrogatepass"))


def cas_of(article: Article, key: str, types: TypeSystem | None = None) -> Cas:
    """The CAS of one article, whose address or other IRI is `key`."""
    types = types or type_system()
    cas = _cassis().Cas(typesystem=types, document_language=article.language or "x-unspecified")
    cas.sofa_string = article.text
    cas.sofa_mime = "text/plain"
    metadata = types.get_type(_METADATA)(
        begin=0,
        end=len(article.text),
        language=article.language or "x-unspecified",
        documentTitle=article.title or key,
        documentId=article_urn(article, key),
        documentUri=key,
        isLastSegment=True,
    )
    cas.add(metadata)
    for statement in article.statements:
        _add(cas, annotated(statement), types)
    return cas


def _add(cas: Cas, statement: Annotated, types: TypeSystem) -> None:
    part, link = types.get_type(PART), types.get_type(LINK)
    first, *more = statement.spans[QUOTE]
    placed = [(QUOTE, span) for span in more]
    placed += [(role, span) for role in ROLES for span in statement.spans.get(role, ())]
    links = []
    for role, span in placed:
        target = part(begin=span.begin, end=span.end)
        cas.add(target)
        links.append(link(role=role, target=target))
    labels = {_feature(name): value for name, value in statement.labels.items()}
    annotation = types.get_type(STATEMENT)(
        begin=first.begin,
        end=first.end,
        number=statement.number,
        state=statement.state,
        **labels,
    )
    if links:  # cassis cannot read back an array of nothing
        annotation.parts = types.get_type("uima.cas.FSArray")(elements=links)
    cas.add(annotation)


def _feature(label: str) -> str:
    """A label's name as a feature: in camel case, and none that UIMA keeps for itself."""
    first, *others = label.split("_")
    name = first + "".join(map(str.title, others))
    return "quotationType" if name == "type" else name


def _file_name(article: Article, number: int) -> str:
    """Of an article's file; INCEpTION keeps it as the document's name."""
    title = re.sub(r"[^A-Za-z0-9]+", "-", article.title or "")[:40].strip("-").lower()
    ranges = as_ranges([statement.id for statement in article.statements])
    told = f".statements_{ranges}" if len(ranges) <= _LONGEST_RANGES else ""
    return f"{number:06}-{title or 'article'}{told}.json"


def read(stream: BinaryIO, name: str) -> Iterator[Returned | ExchangeError]:
    """The documents that come back: a CAS in JSON, or a ZIP archive of such."""
    head = stream.read(4)
    content = head + stream.read()
    if head != b"PK\x03\x04":
        yield _returned(content, name, name)
        return
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except zipfile.BadZipFile as error:
        yield ExchangeError(name, f"is a broken archive ({error})", "copy it again")
        return
    with archive:
        for entry in archive.infolist():
            where = f"{name}/{entry.filename}"
            if entry.is_dir() or not entry.filename.endswith(".json"):
                continue
            if entry.file_size > _MOST_BYTES:
                yield ExchangeError(where, "is larger than 256 MiB", "split the document")
                continue
            try:
                yield _returned(archive.read(entry), where, entry.filename)
            except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError) as error:
                yield ExchangeError(where, f"cannot be unpacked ({error})", "copy it again")


def _returned(content: bytes, where: str, file_name: str) -> Returned | ExchangeError:
    try:
        cas = _cassis().load_cas_from_json(io.BytesIO(content))
    except ExchangeError:
        raise
    except Exception as error:  # cassis raises whatever its dictionaries do
        return ExchangeError(
            where, f"is no CAS in JSON ({type(error).__name__}: {error})",
            "export it from INCEpTION as UIMA CAS JSON 0.4.0",
        )  # fmt: skip
    told = _FILE_NAME.search(file_name)
    uris = [each.documentUri for each in _all(cas, _METADATA)]
    return Returned(
        where=where,
        key=uris[0] if uris and isinstance(uris[0], str) else None,
        text=cas.sofa_string,
        numbers=from_ranges(told[1]) if told else None,
        annotated=lambda text: _statements(cas, text),
    )


def _statements(cas: Cas, text: str) -> list[Annotated]:
    if cas.sofa_string != text:
        raise ValueError("the document has another text than the article")
    return [_statement(each) for each in _all(cas, STATEMENT)]


def _statement(annotation: Any) -> Annotated:
    spans = {QUOTE: [Span(annotation.begin, annotation.end)]}
    links = annotation.parts.elements if annotation.parts else ()
    for link in links or ():
        if link is not None and link.target is not None and link.role in (QUOTE, *ROLES):
            spans.setdefault(link.role, []).append(Span(link.target.begin, link.target.end))
    labels = {name: getattr(annotation, _feature(name)) for name in LABELS}
    return Annotated(
        number=annotation.number or None,
        spans={name: tuple(sorted(set(found))) for name, found in spans.items()},
        labels={name: value for name, value in labels.items() if value},
        given=getattr(annotation, "state", None),
    )


def _all(cas: Cas, type_name: str) -> Sequence[Any]:
    if not cas.typesystem.contains_type(type_name):
        return ()
    return list(cas.select(type_name))


def _cassis() -> Any:
    try:
        import cassis  # noqa: PLC0415 - an extra, and slow to import
    except ImportError as error:
        raise ExchangeError(
            "cas", "needs dkpro-cassis, which is not installed", "pip install 'wortlaut[cas]'"
        ) from error
    return cassis
