"""How soon somebody sees a page: `python -m benchmarks.paint RECORD`.

Starts `wortlaut serve` on the record as a process of its own, opens each page in Chromium with an
empty cache, several times, and prints the first contentful paint as the browser tells it (Paint
Timing, W3C), and when all of the page was there, the parts that are fetched afterwards too.
Needs the extra `test` and a Chromium on the path, or named by CHROMIUM.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks.web import served
from tests.browser.looking import chromium
from wortlaut.record import Record

_FIRST_PAINT = """() => {
  const found = performance.getEntriesByName("first-contentful-paint")[0];
  return found ? found.startTime : null;
}"""


def main() -> None:
    """Open every page and print how long it took."""
    parser = argparse.ArgumentParser(description="How soon somebody sees a page.")
    parser.add_argument("record", type=Path)
    parser.add_argument("--times", type=int, default=10, help="that each page is opened")
    arguments = parser.parse_args()
    with Record(arguments.record, create=False) as record:
        person = record.people(limit=1)[0].id
        found = record.search("", limit=1).found[0]
        word = max(found.quote.split(), key=len).strip("„“.,»«\"'")
        known = record.overview()
    print(f"{known.articles:,} articles, {known.statements:,} statements; milliseconds")
    print(f"  {'':<24}{'paint p50':>12}{'paint most':>12}{'whole p50':>12}{'whole most':>12}")
    command = [sys.executable, "-m", "wortlaut.cli", "serve", "--record", str(arguments.record)]
    with served(command, "/healthz") as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for path in (
            "/",
            "/search",
            f"/search?q={word}",
            f"/articles/{found.article_id}",
            "/people",
            f"/people/{person}",
            f"/utterances/{found.id}",
            "/network",
            "/review",
            "/review/statements",
            "/read",
            "/add",
        ):
            opened = [_opened(browser, address + path) for _ in range(arguments.times)]
            paints, wholes = zip(*opened, strict=True)
            figures = [key(each) for each in (paints, wholes) for key in (statistics.median, max)]
            print(f"  {path[:23]:<24}" + "".join(f"{each:>12.0f}" for each in figures), flush=True)
        browser.close()


def _opened(browser: Browser, address: str) -> tuple[float, float]:
    """Milliseconds to the first paint, and until nothing was left to fetch."""
    with browser.new_context(viewport={"width": 1400, "height": 900}) as context:
        page = context.new_page()
        page.goto(address)
        page.wait_for_load_state("networkidle")
        last = page.evaluate(
            "() => Math.max(...performance.getEntriesByType('resource').map(e => e.responseEnd),"
            " performance.timing.loadEventEnd - performance.timing.navigationStart)"
        )
        paint = page.evaluate(_FIRST_PAINT)
        return float(paint if paint is not None else last), float(last)


if __name__ == "__main__":
    main()
