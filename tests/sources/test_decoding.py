"""Bytes become text in the charset that they are in, or are named for what they are."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut import NotText
from wortlaut.sources._decoding import decode, lenient_head

GERMAN = "„Wir müssen größer denken“, sagte Jörg Weiß – für 5 €.\n"


def markup(label: str, text: str = GERMAN, codec: str = "cp1252") -> bytes:
    """A page that names a charset, in the bytes of another one, perhaps."""
    return f'<!DOCTYPE html><html><head><meta charset="{label}"></head>{text}'.encode(codec)


def test_utf_8_is_read_where_nothing_is_named() -> None:
    """No header, no meta, no mark: UTF-8, and nothing to report."""
    decoded = decode(GERMAN.encode(), source="a.txt")
    assert decoded.text == GERMAN
    assert decoded.warnings == ()


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_byte_order_mark_wins_over_header_and_meta(mark: bytes, codec: str) -> None:
    """The mark decides, and is not part of the text."""
    content = mark + markup("koi8-r", codec=codec)
    decoded = decode(content, source="a.html", charset="iso-8859-5", markup=True)
    assert decoded.text.endswith(GERMAN)
    assert decoded.text.startswith("<!DOCTYPE")


def test_header_wins_over_meta() -> None:
    """The server's word counts before the page's."""
    decoded = decode(
        markup("koi8-r", "Привет", "cp1251"), source="a", charset="windows-1251", markup=True
    )
    assert decoded.text.endswith("Привет")


@pytest.mark.parametrize(
    "declaration",
    [
        b'<meta charset="windows-1251">',
        b"<META CHARSET=windows-1251>",
        b"<meta http-equiv='Content-Type' content='text/html; charset=windows-1251'>",
        b'<?xml version="1.0" encoding="windows-1251"?>',
    ],
)
def test_charset_is_found_in_markup(declaration: bytes) -> None:
    """The ways in which a page may name its charset."""
    decoded = decode(declaration + "Привет".encode("cp1251"), source="a", markup=True)
    assert decoded.text.endswith("Привет")


def test_plain_text_that_mentions_a_meta_element_is_not_led_by_it() -> None:
    """What looks like a declaration in a text is a part of the text."""
    text = 'Schreiben Sie <meta charset="koi8-r"> – später.'
    assert decode(text.encode(), source="a.txt").text == text


@pytest.mark.parametrize("label", ["windows-1252", "iso-8859-1", "ISO-8859-1", "latin1", "ascii"])
def test_legacy_label_is_read_as_windows_1252(label: str) -> None:
    """Quotation marks and the euro sign stand where ISO-8859-1 has control characters."""
    decoded = decode(GERMAN.encode("cp1252"), source="a", charset=label)
    assert decoded.text == GERMAN
    assert decoded.warnings == ()


def test_utf_8_page_that_calls_itself_latin_1_is_read_as_utf_8() -> None:
    """The commonest wrong label."""
    decoded = decode(markup("iso-8859-1", codec="utf-8"), source="a", markup=True)
    assert decoded.text.endswith(GERMAN)


def test_meta_helps_where_the_header_claims_utf_8_wrongly() -> None:
    """A server's default header does not spoil a page that names windows-1252 itself."""
    decoded = decode(markup("windows-1252"), source="a", charset="utf-8", markup=True)
    assert decoded.text.endswith(GERMAN)


@pytest.mark.parametrize(
    ("label", "codec", "text"),
    [
        ("gb2312", "gb18030", "镕基"),
        ("shift_jis", "cp932", "①髙"),
        ("euc-kr", "cp949", "똠방"),
        ("iso-8859-9", "cp1254", "„İstanbul“"),
        ("tis-620", "cp874", "ไทย…"),
        ("big5", "big5hkscs", "粵語"),
    ],
)
def test_labels_mean_what_browsers_take_them_for(label: str, codec: str, text: str) -> None:
    """Python's codecs of these names lack characters that pages use."""
    assert decode(text.encode(codec), source="a", charset=label).text == text


@pytest.mark.parametrize(
    "label", ["klingon", "rot13", "zlib", "hex", "unicode_escape", "utf-7", "idna", "a b", "ü\0x"]
)
def test_charset_that_is_none_is_passed_over_and_reported(label: str) -> None:
    """An unknown label, and codecs of Python's that are no charsets."""
    text = r"Gr\u00fc\xdfe +AOk-"
    decoded = decode(text.encode(), source="a", charset=label)
    assert decoded.text == text
    assert len(decoded.warnings) == 1
    assert "charset" in decoded.warnings[0]


def test_invalid_utf_8_is_replaced_and_reported_with_its_place() -> None:
    """The text is read; the warning counts and names the line; a genuine U+FFFD is no fault."""
    content = "Erste \ufffd Zeile\nzweite\n".encode() + b"Gr\xfc\xdfe\n" + GERMAN.encode()
    decoded = decode(content, source="a.txt")
    assert decoded.text == f"Erste \ufffd Zeile\nzweite\nGr\ufffd\ufffde\n{GERMAN}"
    (warning,) = decoded.warnings
    assert "2 places" in warning
    assert "UTF-8" in warning
    assert "line 3" in warning


def test_line_ends_stay_as_they_are() -> None:
    """Offsets count the characters of the source."""
    assert decode(b"a\r\nb\rc\n", source="a").text == "a\r\nb\rc\n"


@pytest.mark.parametrize(
    ("content", "name", "advice"),
    [
        (b"%PDF-1.7\n1 0 obj", "PDF", "pdftotext"),
        (b"{\\rtf1\\ansi Hallo}", "RTF", "plain text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1abc", "Office", "plain text"),
        (b"PK\x03\x04\x14\x00", "ZIP", "unpack"),
        (b"\x1f\x8b\x08\x00", "gzip", "unpack"),
        (b"BZh91AY&SYabc", "bzip2", "bunzip2"),
        (b"\xfd7zXZ\x00", "xz", "unxz"),
        (b"\x28\xb5\x2f\xfd\x00", "Zstandard", "unzstd"),
        (b"\x89PNG\r\n\x1a\n\x00", "PNG", "OCR"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG", "OCR"),
        (b"GIF89a\x01\x00", "GIF", "OCR"),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "WebP", "OCR"),
        (b"\x00\x00\x00\x18ftypmp42", "MP4", "transcript"),
        (b"ID3\x04\x00", "MP3", "transcript"),
        (b"\x7fELF\x02\x01\x01\x00", "ELF", "page"),
        (b"MZ\x90\x00\x03\x00", "Windows", "page"),
        (b"SQLite format 3\x00", "SQLite", "JSON Lines"),
        (b"Anfang\x00\x01\x02Ende", "binary", "page"),
        (b"Hallo \x01\x02\x03\x04 Welt", "control characters", "page"),
        ("Grüße an alle".encode("utf-16-le"), "UTF-16", "iconv"),
        ("Grüße an alle".encode("utf-16-be"), "UTF-16", "iconv"),
    ],
)
def test_binary_is_named_with_advice(content: bytes, name: str, advice: str) -> None:
    """What is no text is called by its name, and a person learns what to do."""
    with pytest.raises(NotText) as caught:
        decode(content, source="x.bin")
    assert caught.value.source == "x.bin"
    assert name in caught.value.problem
    assert advice in caught.value.advice


@pytest.mark.parametrize(
    "text",
    ["MZ-Gespräch mit der Ministerin", "BZh ist ein Kürzel", "PKW-Maut", "\x1b[1mFett\x1b[0m"],
)
def test_text_that_begins_like_a_magic_number_is_text(text: str) -> None:
    """Letters that open a binary format may open a text as well."""
    assert decode(text.encode(), source="a").text == text


def test_stray_nul_far_down_in_a_long_text_is_replaced_and_reported() -> None:
    """Offsets stay: one character for one."""
    long = GERMAN * 400
    decoded = decode(f"{long}a\0b".encode(), source="a")
    assert decoded.text == f"{long}a\ufffdb"
    assert "1 NUL" in decoded.warnings[0]


def test_many_nuls_after_a_clean_head_are_binary() -> None:
    """An archive that begins with a letter to the reader is still none."""
    with pytest.raises(NotText):
        decode(b"a" * 10000 + b"\0" * 200, source="a")


def test_head_of_a_utf_16_text_is_told_leniently() -> None:
    """A look at the beginning works whatever the charset, and where a character is cut."""
    assert lenient_head(codecs.BOM_UTF16_LE + "<html>".encode("utf-16-le")) == "<html>"
    assert lenient_head("ü".encode()[:1]) == "\ufffd"


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1))
def test_any_text_without_controls_comes_back_from_utf_8(text: str) -> None:
    """Emoji, combining characters, right-to-left: nothing is lost and nothing is added."""
    decoded = decode(text.encode(), source="a")
    assert decoded.text == text.removeprefix("\ufeff")
    assert decoded.warnings == ()


@given(st.binary(), st.sampled_from([None, "utf-8", "windows-1252", "shift_jis", "nix"]))
def test_any_bytes_are_read_or_refused(content: bytes, charset: str | None) -> None:
    """No bytes lead to any other error, and what is read can be written again."""
    try:
        decoded = decode(content, source="a", charset=charset, markup=True)
    except NotText:
        return
    decoded.text.encode()
    assert "\0" not in decoded.text
