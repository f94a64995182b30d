"""Searching by dragging over days, and adding a file, as people do."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from wortlaut.record import Record

TEXT = (
    "Streit um den Deich\n\nDie Hafenmeisterin Wiebke Harms sagte am Dienstag vor Reportern: „Der "
    "Deich hält.“ Bürgermeister Jann Ottens widersprach ihr: „Der Deich hält nicht“, sagte Ottens."
)


def test_a_search_leads_to_the_words_in_their_article(world: str, page: Page) -> None:
    """From the box to the quotation, where it stands in the article."""
    page.goto(f"{world}/")
    page.get_by_role("searchbox").or_(page.locator("input[name=q]")).first.fill("Wind")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search\?q=Wind"))
    words = page.locator(".statement-words a", has_text="Wir legen ab")
    expect(words).to_have_count(2)
    words.first.click()
    expect(page).to_have_url(re.compile(r"/articles/\d+#s\d+"))
    expect(page.locator(":target")).to_contain_text("Wir legen ab")


def test_days_are_chosen_by_dragging_over_the_histogram(world: str, page: Page) -> None:
    """The address holds them, the fields show them, and the results are of these days."""
    page.goto(f"{world}/search")
    chart = page.locator("svg[data-bars]")
    expect(chart).to_be_visible()
    box = chart.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.7, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.98, box["y"] + box["height"] / 2, steps=5)
    page.mouse.up()
    expect(page).to_have_url(re.compile(r"begin=20\d\d-\d\d-\d\d.*end=20\d\d-\d\d-\d\d"))
    begin = page.locator("input[name=begin]").first.input_value()
    days = [
        each.get_attribute("datetime") or ""
        for each in page.locator(".statement time").element_handles()
    ]
    assert days
    assert all(day >= begin for day in days)


def test_the_address_of_a_search_gives_the_same_search(world: str, page: Page) -> None:
    """With its filters; and each of them can be taken away."""
    page.goto(f"{world}/search?q=schiff&person=Voss&act=denies")
    expect(page.locator(".statement")).to_have_count(1)
    expect(page.locator("input[name=q]").first).to_have_value("schiff")
    page.goto(f"{world}/search?q=schiff&person=Voss")
    assert page.locator(".statement").count() > 1


def test_nothing_found_helps_on(world: str, page: Page) -> None:
    """By what to leave out; the way leads to results."""
    page.goto(f"{world}/search?q=schiff&person=Voss&language=en&act=demands")
    expect(page.locator(".statement")).to_have_count(0)
    ways = page.locator("main a[href^='/search']")
    assert ways.count() > 0


def test_a_file_is_added_with_progress(
    own_world: str, own_record: Record, page: Page, tmp_path: Path
) -> None:
    """It is read in the background, and what it says is found afterwards."""
    file = tmp_path / "deich.txt"
    file.write_text(TEXT, "utf-8")
    page.goto(f"{own_world}/add")
    page.set_input_files("input[type=file]", file)
    page.get_by_role("button", name="Hinzufügen").click()
    expect(page.locator("[data-job]")).to_have_count(1)
    expect(page.locator('[data-job][data-state="done"]')).to_have_count(1, timeout=60_000)
    assert own_record.search("Deich").found
    page.goto(f"{own_world}/search?q=deich")
    expect(page.locator(".statement").first).to_be_visible()


def test_what_cannot_be_read_is_told_with_the_reason(own_world: str, page: Page) -> None:
    """An address of this machine is refused, and can be forgotten."""
    page.goto(f"{own_world}/add")
    page.get_by_label(re.compile("Adressen")).fill("http://127.0.0.1:9/nothing")
    page.get_by_role("button", name="Hinzufügen").click()
    failed = page.locator("section.failed")
    expect(failed).to_contain_text("http://127.0.0.1:9/nothing", timeout=60_000)
    failed.get_by_role("button", name=re.compile("[Vv]ergessen")).first.click()
    expect(page.locator("section.failed")).not_to_contain_text("http://127.0.0.1:9/nothing")
