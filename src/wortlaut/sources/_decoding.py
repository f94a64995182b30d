"""Bytes to text: which charset they are in, and whether they are text at all.

The order is that of browsers (WHATWG Encoding Standard, "BOM sniffing"): a byte order mark,
then the HTTP header, then the page's own `<meta>`, then UTF-8. One thing differs: pages that
call themselves windows-1252 or ISO-8859-1 are often UTF-8 in truth, and text in those two is
hardly ever valid UTF-8 by chance, so for them UTF-8 is tried first.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from wortlaut._exceptions import NotText


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and what a person should know about how it was read."""

    text: str
    """Without byte order mark; line ends as they were."""
    warnings: tuple[str, ...] = ()


_HEAD = 8192
"""Bytes in which a NUL proves that the content is binary, as git holds it too."""
_META_HEAD = 4096
"""Bytes searched for a `<meta>` charset: the standard asks for 1024, pages exceed it."""
_MOST_NULS = 1000
"""Beyond the head, a text may hold one stray NUL in this many bytes."""
_MOST_CONTROLS = 0.05
"""Largest share of control characters in the head of a text."""

_BOMS = (
    # UTF-32's mark begins with UTF-16's.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_UNPACK = "unpack it and give the file inside"
_AS_TEXT = "save it as plain text or HTML first"
_NO_IMAGE = "Wortlaut reads text, so give it the words of the image (from OCR, say)"
_PAGE_OR_TEXT = "give it a page or a text"
_NO_RECORDING = "Wortlaut reads text, so give it a transcript"

_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (rb"%PDF-", "a PDF", "convert it with `pdftotext` first"),
    (rb"\{\\rtf", "an RTF document", _AS_TEXT),
    (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document", _AS_TEXT),
    (rb"PK\x03\x04", "a ZIP archive or an Office document", f"{_UNPACK}, or {_AS_TEXT}"),
    (rb"\x1f\x8b", "gzip within gzip", _UNPACK),
    (rb"BZh[1-9]1AY&SY", "a bzip2 archive", "unpack it with `bunzip2` first"),
    (rb"\xfd7zXZ\x00", "an xz archive", "unpack it with `unxz` first"),
    (rb"\x28\xb5\x2f\xfd", "a Zstandard archive", "unpack it with `unzstd` first"),
    (rb"7z\xbc\xaf\x27\x1c", "a 7z archive", _UNPACK),
    (rb"Rar!\x1a\x07", "a RAR archive", _UNPACK),
    (rb"\x89PNG\r\n\x1a\n", "a PNG image", _NO_IMAGE),
    (rb"\xff\xd8\xff", "a JPEG image", _NO_IMAGE),
    (rb"GIF8[79]a", "a GIF image", _NO_IMAGE),
    (rb"RIFF.{4}WEBP", "a WebP image", _NO_IMAGE),
    (rb"II\*\x00|MM\x00\*", "a TIFF image", _NO_IMAGE),
    (rb"ID3[\x02-\x04]", "an MP3 recording", _NO_RECORDING),
    (rb"OggS\x00", "an Ogg recording", _NO_RECORDING),
    (rb"\x00.{3}ftyp", "a film or a recording (MP4)", _NO_RECORDING),
    (rb"\x7fELF", "a program (ELF)", _PAGE_OR_TEXT),
    (rb"MZ.{0,256}\x00", "a program for Windows", _PAGE_OR_TEXT),
    (rb"SQLite format 3\x00", "an SQLite database", "export its texts as JSON Lines first"),
)

_CONTROLS = bytes(code for code in range(0x20) if code not in b"\t\n\v\f\r\x1b") + b"\x7f"

_META_CHARSET = re.compile(rb"<meta\b[^>]{0,400}?\bcharset\s*=\s*[\"']?\s*([^\s\"'/>;]+)", re.I)
_XML_ENCODING = re.compile(rb"\A\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[\"']([^\"']+)", re.I)
_LABEL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:+-]{0,39}\Z")

_WINDOWS_1252 = "cp1252"
# What pages mean by a label, where Python takes it more narrowly (WHATWG Encoding, section 4.2).
_MEANT = {
    "ascii": _WINDOWS_1252,
    "iso8859-1": _WINDOWS_1252,
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    # A page that says in ASCII that it is UTF-16 is not.
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
    "utf-32": "utf-8",
    "utf-32-le": "utf-8",
    "utf-32-be": "utf-8",
}
_NO_CHARSETS = frozenset(
    {"utf-7", "idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "mbcs"}
)


def decode(
    content: bytes, *, source: str, charset: str | None = None, markup: bool = False
) -> Decoded:
    """The text that `content` holds.

    `charset` is what the HTTP header names; with `markup`, a `<meta>` or an XML declaration
    is heeded too. What cannot be decoded becomes U+FFFD, and a warning says how much and where.

    Raises `NotText` where `content` is binary.
    """
    for mark, codec in _BOMS:
        if content.startswith(mark):
            return _decoded(content[len(mark) :], codec)
    refuse_binary(content, source)
    warnings: list[str] = []
    codecs_named: list[str] = []
    for label in (charset, _charset_in_markup(content) if markup else None):
        codec_named = _codec(label)
        if codec_named is not None:
            codecs_named.append(codec_named)
        elif label:
            warnings.append(f"the charset {label[:40]!r} is not known and was passed over")
    decoded = _decoded(content, _choice(content, codecs_named))
    return Decoded(decoded.text, (*warnings, *decoded.warnings))


def decode_line(content: bytes) -> Decoded:
    """The text of one line of UTF-8; what is invalid becomes U+FFFD and is reported."""
    return _decoded(content, "utf-8")


def lenient_head(head: bytes) -> str:
    """The beginning of a source as text, for a look at what kind of source it is."""
    for mark, codec in _BOMS:
        if head.startswith(mark):
            return head[len(mark) :].decode(codec, "replace")
    return head.decode("utf-8", "replace")


def refuse_binary(content: bytes, source: str) -> None:
    """Raises `NotText`, with advice fitted to the format, where `content` is no text."""
    if content.startswith(tuple(mark for mark, _ in _BOMS)):
        return
    for magic, what, advice in _MAGIC:
        if re.match(magic, content, re.DOTALL):
            raise NotText(source, f"is {what}, not text", advice)
    head = content[:_HEAD]
    if 0 in head or content.count(0) * _MOST_NULS > len(content):
        if _looks_like_utf_16(head):
            raise NotText(
                source,
                "looks like UTF-16 without a byte order mark",
                "convert it with `iconv -f utf-16le -t utf-8` (or utf-16be) first",
            )
        raise NotText(source, "is binary data, not text", _PAGE_OR_TEXT)
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls > _MOST_CONTROLS * len(head):
        raise NotText(
            source,
            f"is not text: {controls} of its first {len(head)} bytes are control characters",
            _PAGE_OR_TEXT,
        )


def _looks_like_utf_16(head: bytes) -> bool:
    even, odd = head[::2], head[1::2]
    nuls = max(even.count(0), odd.count(0))
    return len(head) >= 8 and nuls > 0.8 * len(odd) and min(even.count(0), odd.count(0)) == 0


def _charset_in_markup(content: bytes) -> str | None:
    head = content[:_META_HEAD]
    found = _META_CHARSET.search(head) or _XML_ENCODING.match(head)
    return found[1].decode("ascii", "replace") if found else None


def _codec(label: str | None) -> str | None:
    """The name of the codec that a page means by `label`, None where there is none."""
    if label is None or not _LABEL.match(label.strip()):
        return None
    try:
        name = codecs.lookup(label.strip()).name
        b"a".decode(name, "ignore")  # some codecs turn bytes to bytes: LookupError
    except (LookupError, UnicodeError):
        return None
    if name.replace("_", "-") in _NO_CHARSETS:
        return None
    return _MEANT.get(name, name)


def _choice(content: bytes, named: list[str]) -> str:
    """The codec to read `content` with, of those that it names, in order, and UTF-8."""
    first = named[0] if named else "utf-8"
    if first not in ("utf-8", _WINDOWS_1252):
        return first
    if _WINDOWS_1252 in named and not _is_utf_8(content):
        return _WINDOWS_1252
    return "utf-8"


def _is_utf_8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _decoded(content: bytes, codec: str) -> Decoded:
    warnings = []
    try:
        text = content.decode(codec)
    except UnicodeDecodeError as error:
        text = content.decode(codec, "replace")
        count = text.count("\ufffd")
        if codec == "utf-8":
            count -= content.count(b"\xef\xbf\xbd")
        line = content[: error.start].decode(codec, "replace").count("\n") + 1
        name = {"utf-8": "UTF-8", _WINDOWS_1252: "windows-1252"}.get(codec, codec)
        many = "1 place is" if count == 1 else f"{count} places are"
        warnings.append(f"{many} not valid {name}, the first in line {line}; each reads \ufffd")
    if "\0" in text:
        # The HTML parser would end the page here, and so would much else.
        warnings.append(f"{text.count(chr(0))} NUL characters stand in the text; each reads \ufffd")
        text = text.replace("\0", "\ufffd")
    return Decoded(text, tuple(warnings))
