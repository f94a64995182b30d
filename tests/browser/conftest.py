"""A real browser on a real server: Debian's Chromium, driven by Playwright.

Whatever the browser complains about fails the test: errors in its console (a script that breaks,
or that the content security policy stops), and answers of the server that are errors.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.looking import WHY_NOT, chromium, served
from tests.browser.written_world import written_world
from wortlaut.record import Record


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium without a window.

    One a file, as it is to be gone before other tests begin: its event loop would stand in
    the way of theirs.
    """
    program = chromium()
    if program is None:
        pytest.skip(WHY_NOT)
    with sync_playwright() as playwright:
        # Root, as which tests run in containers, has no sandbox.
        opened = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a record that no test changes."""
    with Record(written_world(tmp_path_factory.mktemp("world"))) as record, served(record) as at:
        yield at


@pytest.fixture
def own_record(tmp_path: Path) -> Iterator[Record]:
    """The same record for one test alone."""
    with Record(written_world(tmp_path)) as record:
        yield record


@pytest.fixture
def own_world(own_record: Record) -> Iterator[str]:
    """The address of a record that the test may change."""
    with served(own_record) as at:
        yield at


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A visitor from Germany with a wide screen."""
    with browser.new_context(
        viewport={"width": 1400, "height": 900}, locale="de-DE", color_scheme="light"
    ) as opened:
        opened.set_default_timeout(10_000)
        yield opened


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """An empty tab that must have nothing to complain about."""
    with quiet_page(context) as opened:
        yield opened


@contextmanager
def quiet_page(context: BrowserContext) -> Iterator[Page]:
    """A tab; when it is left, everything that the browser complained about fails the test."""
    complaints: list[str] = []
    page = context.new_page()
    page.on(
        "console",
        lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None,
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    page.close()
    assert complaints == []
