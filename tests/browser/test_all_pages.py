"""Every page: usable by everybody, on every screen, and without a complaint of the browser."""

from __future__ import annotations

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.conftest import quiet_page

PAGES = (
    "/",
    "/search",
    "/search?q=schiff",
    "/search?q=nirgendwo",
    "/articles/1",
    "/articles/5",
    "/people",
    "/people/1",
    "/people/compare?one=%231&other=%232&topic=schiff",
    "/utterances/1",
    "/network",
    "/review",
    "/review/statements",
    "/read",
    "/add",
    "/api",
    "/login",
    "/nowhere",
)


def opened(page: Page, address: str) -> None:
    """Open a page; only the one that is nowhere may be no page."""
    answer = page.goto(address)
    assert answer is not None
    assert answer.status == (404 if address.endswith("/nowhere") else 200)
    page.wait_for_load_state("networkidle")


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_pages_are_accessible(
    browser: Browser, world: str, path: str, colours: Literal["light", "dark"]
) -> None:
    """axe-core finds nothing against WCAG 2.2 AA, in light and dark colours."""
    with browser.new_context(color_scheme=colours, locale="de-DE") as context:
        page = context.new_page()
        opened(page, world + path)
        tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
        found = Axe().run(page, options={"runOnly": {"type": "tag", "values": tags}})
        assert found.response["violations"] == []


@pytest.mark.parametrize("path", PAGES)
def test_pages_fit_a_phone(browser: Browser, world: str, path: str) -> None:
    """Nothing sticks out sideways at 360 pixels, and nothing complains."""
    with browser.new_context(
        viewport={"width": 360, "height": 740}, locale="en-GB", is_mobile=True
    ) as context:
        page = context.new_page()
        opened(page, world + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("path", [each for each in PAGES if each != "/nowhere"])
def test_pages_are_quiet(context: BrowserContext, world: str, path: str) -> None:
    """No script breaks, and nothing is stopped by the content security policy."""
    with quiet_page(context) as page:
        opened(page, world + path)
        assert page.locator("h1").count() == 1


@pytest.mark.parametrize("path", [each for each in PAGES if each != "/nowhere"])
def test_pages_have_no_words_left_in_the_other_language(
    browser: Browser, world: str, path: str
) -> None:
    """The page says which language it is in, and its title differs between them or is a name."""
    for locale, language in (("de-DE", "de"), ("en-GB", "en")):
        with browser.new_context(locale=locale) as context:
            page = context.new_page()
            opened(page, world + path)
            assert page.locator("html").get_attribute("lang") == language


@pytest.mark.parametrize("path", ["/", "/search", "/articles/5", "/people", "/review/statements"])
def test_hostile_articles_are_harmless(context: BrowserContext, world: str, path: str) -> None:
    """What an article brings is shown as words: no dialogue opens, no element comes of it."""
    with quiet_page(context) as page:
        page.on("dialog", lambda dialog: pytest.fail(f"a script of the article ran: {dialog}"))
        opened(page, world + path)
        assert page.locator("main script, main img[onerror], main svg[onload]").count() == 0
        assert page.locator('a[href^="javascript:"], a[href^="data:"]').count() == 0
        assert page.locator("[onmouseover], [onerror], [onload]").count() == 0
