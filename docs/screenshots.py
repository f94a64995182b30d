"""Pictures of every page on the demonstration record: `python -m docs.screenshots [FOLDER]`.

Each page in German: wide and on a phone, in light colours and in dark ones, whole. Needs the
extra `test` and a Chromium (`CHROMIUM` names one that is not on the path). The pictures that the
README and the documentation show lie in docs/pictures; `--documentation` makes those anew.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.looking import chromium, served
from wortlaut.demo import add_demo_articles, demo_reader
from wortlaut.record import Record
from wortlaut.web import WebSettings

PICTURES = Path(__file__).parent / "pictures"


@dataclass(frozen=True, slots=True)
class Screen:
    """What somebody looks at."""

    name: str
    width: int
    height: int
    colours: Literal["light", "dark"]


SCREENS = (
    Screen("wide-light", 1400, 900, "light"),
    Screen("wide-dark", 1400, 900, "dark"),
    Screen("phone-light", 390, 844, "light"),
    Screen("phone-dark", 390, 844, "dark"),
)
SHOWN = {
    ("search", "wide-light"),
    ("article", "wide-light"),
    ("article", "phone-dark"),
    ("person", "wide-light"),
    ("utterance", "wide-light"),
    ("utterance", "wide-dark"),
    ("network", "wide-light"),
    ("review", "wide-light"),
}
"""The pictures of the documentation."""


def main() -> None:
    """Make the record, serve it and take the pictures."""
    parser = argparse.ArgumentParser(description="Pictures of every page.")
    parser.add_argument("folder", type=Path, nargs="?", default=Path("screenshots"))
    parser.add_argument("--documentation", action="store_true", help="only those in docs/pictures")
    parser.add_argument("--record", type=Path, help="of a demonstration that was made before")
    arguments = parser.parse_args()
    folder = PICTURES if arguments.documentation else arguments.folder
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as own:
        place = arguments.record or Path(own) / "demo.db"
        with Record(place) as record:
            add_demo_articles(record)
            pages = _pages(record)
            with served(record, WebSettings(reader=demo_reader)) as address, _browser() as browser:
                for screen in SCREENS:
                    wanted = {
                        name: path
                        for name, path in pages.items()
                        if not arguments.documentation or (name, screen.name) in SHOWN
                    }
                    whole = not arguments.documentation
                    for name, page in _shown(browser, screen, address, wanted):
                        file = folder / f"{name}-{screen.name}.png"
                        page.screenshot(path=file, full_page=whole)
                        print(file)


def _pages(record: Record) -> Mapping[str, str]:
    """The pages by their names; persons and utterances are those with most to show."""
    one, other = (each.id for each in record.people(limit=2))
    utterance = _telling_utterance(record)
    article = next(each for each in record.search("Wasser").found if each.article.language == "de")
    return {
        "start": "/",
        "search": "/search?q=Wasser",
        "search-nothing": "/search?q=Kernspaltung",
        "article": f"/articles/{article.article_id}",
        "people": "/people",
        "person": f"/people/{one}",
        "compare": f"/people/compare?one=%23{one}&other=%23{other}&topic=Wasser",
        **({"utterance": f"/utterances/{utterance}"} if utterance else {}),
        "network": "/network",
        "review": "/review",
        "review-statements": "/review/statements",
        "read": "/read",
        "add": "/add",
        "api": "/api",
        "login": "/login",
    }


def _telling_utterance(record: Record) -> int | None:
    """The utterance with the most wordings among those whose verbatim quotations differ."""
    numbers = {each.utterance for each in record.statements() if each.wordings > 2}
    found = [record.utterance(number) for number in sorted(filter(None, numbers))]
    drifting = [each for each in found if each is not None and each.drifts]
    best = max(drifting, key=lambda each: len(each.wordings), default=None)
    return None if best is None else best.number


def _shown(
    browser: Browser, screen: Screen, address: str, pages: Mapping[str, str]
) -> Iterator[tuple[str, Page]]:
    """Each of these pages, opened on the screen, by its name.

    Raises `RuntimeError` where the server has no such page.
    """
    with browser.new_context(
        viewport={"width": screen.width, "height": screen.height},
        color_scheme=screen.colours,
        locale="de-DE",
    ) as context:
        page = context.new_page()
        for name, path in pages.items():
            answer = page.goto(address + path)
            if answer is None or answer.status != 200:
                raise RuntimeError(f"{path}: {answer.status if answer else 'no answer'}")
            page.wait_for_load_state("networkidle")
            yield name, page


@contextmanager
def _browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield opened
        opened.close()


if __name__ == "__main__":
    main()
