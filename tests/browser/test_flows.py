"""What people do on the pages, step by step, with keys and clicks."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Page, expect

from wortlaut.record import Record


def test_a_merge_is_decided_by_keys(own_world: str, own_record: Record, page: Page) -> None:
    """Key j goes to the first question, y takes the two for one, and the next question is there."""
    before = len(own_record.proposals())
    assert before
    page.goto(f"{own_world}/review")
    page.keyboard.press("j")
    expect(page.locator("[data-question]").first).to_be_focused()
    page.keyboard.press("y")
    expect(page.locator("[data-decided]")).to_have_count(1)
    expect(page.locator("#notice")).to_contain_text("Zusammengeführt")
    assert len(own_record.proposals()) < before


def test_a_doubtful_speaker_is_put_right_by_a_key(
    own_world: str, own_record: Record, page: Page
) -> None:
    """1 takes the first of the others who speak in the article."""
    [doubt] = own_record.doubtful().found
    page.goto(f"{own_world}/review/statements")
    page.keyboard.press("j")
    page.keyboard.press("1")
    expect(page.locator("[data-decided]")).to_have_count(1)
    put_right = own_record.statement(doubt.id)
    assert put_right is not None
    assert put_right.human
    person, was = put_right.statement.person, doubt.statement.person
    assert person is not None
    assert was is not None
    assert person.name == was.runner_up


def test_decisions_need_no_javascript(own_world: str, own_record: Record, browser: Browser) -> None:
    """The buttons are a form's."""
    with browser.new_context(java_script_enabled=False, locale="de-DE") as context:
        page = context.new_page()
        page.goto(f"{own_world}/review/statements")
        page.get_by_role("button", name="Stimmt").first.click()
        expect(page.locator("h1")).to_have_text("Prüfen")
    assert not own_record.doubtful().found


def test_a_pasted_text_is_read(world: str, page: Page) -> None:
    """Its statements appear beside it, and keys walk through them."""
    page.goto(f"{world}/read")
    page.get_by_label("Text oder Adresse").fill(
        "Wiebke Harms ist Hafenmeisterin. Sie sagte am Dienstag: „Der Deich hält.“ Es werde "
        "weiter gebaut, versprach Harms."
    )
    page.get_by_role("button", name="Lesen").click()
    expect(page.locator("mark.q-direct").first).to_contain_text("Der Deich hält")
    page.keyboard.press("j")
    expect(page.locator(".is-lit, [data-lit], :focus").first).to_be_visible()


def test_an_article_is_walked_by_keys(world: str, page: Page) -> None:
    """Key j goes to the next statement and k back; text and note light up together."""
    page.goto(f"{world}/articles/1")
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.closest('[data-s], [id^=s]')?.outerHTML")
    page.keyboard.press("j")
    second = page.evaluate("document.activeElement.closest('[data-s], [id^=s]')?.outerHTML")
    page.keyboard.press("k")
    back = page.evaluate("document.activeElement.closest('[data-s], [id^=s]')?.outerHTML")
    assert first
    assert second
    assert first != second
    assert _number(back) == _number(first)


def test_the_language_is_switched_and_stays(world: str, page: Page) -> None:
    """On the page where one is, and on the next one."""
    page.goto(f"{world}/review")
    page.get_by_role("link", name="English").click()
    expect(page.locator("h1")).to_have_text("Review")
    page.goto(f"{world}/read")
    expect(page.locator("h1")).to_have_text("Read")


def test_the_colours_are_switched_and_stay(world: str, page: Page) -> None:
    """From light to dark, whatever the system says."""
    page.goto(f"{world}/review")
    light = _background(page)
    page.locator("[data-theme-switch]").click()
    dark = _background(page)
    page.goto(f"{world}/read")
    assert light != dark
    assert _background(page) == dark


def test_a_page_is_usable_by_keyboard_alone(world: str, page: Page) -> None:
    """The first stop leads past the menu, and every stop can be seen."""
    page.goto(f"{world}/review")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    for _ in range(12):
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        expect(focused).to_be_in_viewport()


def _background(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))


def _number(element: str) -> str:
    found = re.search(r'data-s="(\d+)"|id="[sn](\d+)"', element)
    assert found is not None
    return found[1] or found[2]
