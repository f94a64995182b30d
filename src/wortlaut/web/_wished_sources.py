"""What somebody asks to have added: addresses and uploaded files, from a form or as JSON."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from starlette.datastructures import FormData, UploadFile

from wortlaut.adding import UPLOADED
from wortlaut.record import Job, JobSource, Record
from wortlaut.web._additions import Additions
from wortlaut.web._foreign_text import web_address
from wortlaut.web._uploads import TooLarge, Uploads

MOST_SOURCES = 500
"""Addresses and files of one job."""
MOST_ADDRESS = 2000
"""Characters of an address."""
# White space, controls and what steers the direction of text: no address has them unescaped.
# Written out, as what `\s` means differs between the languages that read the API's document.
_NEVER = r"\u0000-\u0020\u007f-\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff"
ADDRESS = rf"^https?://[^{_NEVER}/?#]+[^{_NEVER}]*$"
ADDRESSES_FIELD = "addresses"
"""The field of a form with addresses, one a line."""
FILES_FIELD = "files"

_ADDRESS = re.compile(ADDRESS)
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_LONGEST_NAME = 200


class NotWished(Exception):
    """Nothing can be made of what was asked; `str(error)` says why.

    `kind` is the text of `add.refused` that says so to people, `value` what it is about.
    """

    def __init__(self, kind: str, message: str, value: str = "") -> None:
        super().__init__(message)
        self.kind = kind
        self.value = value


class NoRoom(Exception):
    """The files could not be kept; `str(error)` says why."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be added."""

    addresses: tuple[str, ...]
    files: tuple[UploadFile, ...] = ()


def wish_in_form(form: FormData) -> Wish:
    """The addresses and files of a form that was sent.

    Raises `NotWished` where there are none, too many, or some that are no addresses.
    """
    lines = [
        line.strip()
        for value in form.getlist(ADDRESSES_FIELD)
        if isinstance(value, str)
        for line in value.splitlines()
    ]
    # A browser sends a nameless empty file where none was chosen.
    files = [
        each for each in form.getlist(FILES_FIELD) if isinstance(each, UploadFile) and each.filename
    ]
    return checked([line for line in lines if line], files)


def checked(addresses: Sequence[str], files: Sequence[UploadFile] = ()) -> Wish:
    """The same as a wish; raises as `wish_in_form` does."""
    if not addresses and not files:
        raise NotWished("nothing", "there is neither an address nor a file")
    if len(addresses) + len(files) > MOST_SOURCES:
        message = f"there are more than {MOST_SOURCES} addresses and files"
        raise NotWished("too_many", message, str(MOST_SOURCES))
    for each in addresses:
        if len(each) > MOST_ADDRESS or not _ADDRESS.match(each) or web_address(each) is None:
            message = f"{each[:100]!r} is no address that begins with http:// or https://"
            raise NotWished("no_address", message, each[:100])
    return Wish(tuple(dict.fromkeys(addresses)), tuple(files))


def grant(record: Record, additions: Additions, wish: Wish, limit: int) -> Job:
    """Keep the files, and make a job of the wish, which is begun as soon as its turn comes.

    `limit` counts the bytes of all files together.

    Raises `TooLarge` where they have more, `NoRoom` where they cannot be kept.
    """
    files = _kept(additions.uploads, wish.files, limit)
    try:
        job = record.jobs.add([*files, *map(JobSource, wish.addresses)])
    except BaseException:
        additions.uploads.drop(each.file for each in files if each.file)
        raise
    additions.wake()
    return job


def _kept(uploads: Uploads, files: Iterable[UploadFile], limit: int) -> list[JobSource]:
    kept: list[JobSource] = []
    try:
        for each in files:
            name = each.filename or ""
            file, size = uploads.keep(each.file, name, limit)
            limit -= size
            kept.append(JobSource(f"{UPLOADED}{_shown(name)}", file))
    except (OSError, TooLarge) as error:
        uploads.drop(each.file for each in kept if each.file)
        if isinstance(error, TooLarge):
            raise
        raise NoRoom(error.strerror or "the disk refuses") from error
    return kept


def _shown(name: str) -> str:
    """An uploaded file's own name, without the folders that some browsers send along."""
    last = re.split(r"[/\\]", name)[-1]
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", last)[:_LONGEST_NAME] or "file"
