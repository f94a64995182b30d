"""Who is let in, and what each may do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi import APIRouter
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient

from wortlaut import TokensError
from wortlaut.record import Record
from wortlaut.web import WebSettings, create_app
from wortlaut.web._access import MAY_ASK, MAY_WRITE
from wortlaut.web._tokens import Role, TokenFile, make_token, read_tokens
from wortlaut.web.pages import ROUTERS
from wortlaut.web.pages._login import local_path

ORIGIN = {"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"}
ELSEWHERE = {"Origin": "https://angreifer.example", "Sec-Fetch-Site": "cross-site"}


@pytest.fixture
def tokens(tmp_path: Path) -> Path:
    """Where the file of tokens is."""
    return tmp_path / "tokens"


@pytest.fixture
def reader_token(tokens: Path) -> str:
    """A token that may read."""
    return make_token(tokens, "leserin", Role.READ)


@pytest.fixture
def writer_token(tokens: Path) -> str:
    """A token that may write."""
    return make_token(tokens, "redaktion", Role.WRITE)


def with_probes(record: Record, settings: WebSettings) -> TestClient:
    """The app with one route that writes and one that asks, as a page and at the API."""
    app = create_app(record, settings)
    probes = APIRouter()

    @probes.post("/probe/write", dependencies=[MAY_WRITE])
    @probes.post("/api/v1/probe/write", dependencies=[MAY_WRITE])
    @probes.delete("/api/v1/probe/write", dependencies=[MAY_WRITE])
    def write() -> str:
        return "written"

    @probes.post("/probe/ask", dependencies=[MAY_ASK])
    @probes.post("/api/v1/probe/ask", dependencies=[MAY_ASK])
    def ask() -> str:
        return "answered"

    app.include_router(probes)
    return TestClient(app, follow_redirects=False, headers={"Accept-Language": "en"})


@pytest.fixture
def local(record: Record, settings: WebSettings) -> Iterator[TestClient]:
    """A server without tokens."""
    with with_probes(record, settings) as client:
        yield client


@pytest.fixture
def guarded(
    record: Record, settings: WebSettings, tokens: Path, reader_token: str, writer_token: str
) -> Iterator[TestClient]:
    """A server with both tokens."""
    with with_probes(record, replace(settings, tokens=tokens)) as client:
        yield client


def csrf_of(client: TestClient, path: str = "/") -> str:
    """The CSRF token of a page."""
    found = re.search(r'<meta name="csrf" content="([^"]+)">', client.get(path).text)
    assert found
    return found[1]


def sign_in(client: TestClient, token: str) -> None:
    """As the page does it."""
    form = {"token": token, "csrf": csrf_of(client, "/login"), "next": "/people?order=name"}
    answer = client.post("/login", data=form, headers=ORIGIN)
    assert answer.status_code == 303
    assert answer.headers["location"] == "/people?order=name"


# Without tokens: on loopback.


def test_without_tokens_everybody_on_the_machine_may_read_and_write(local: TestClient) -> None:
    """With the CSRF token of a page of ours, in the form or, as htmx sends it, in a header."""
    csrf = csrf_of(local)
    assert local.post("/probe/write", data={"csrf": csrf}, headers=ORIGIN).status_code == 200
    header = {**ORIGIN, "X-CSRF-Token": csrf}
    assert local.post("/probe/write", headers=header).status_code == 200
    files = {"file": ("a.txt", b"text")}
    sent = local.post("/probe/write", data={"csrf": csrf}, files=files, headers=ORIGIN)
    assert sent.status_code == 200


@pytest.mark.parametrize("path", ["/probe/write", "/probe/ask"])
@pytest.mark.parametrize("csrf", [None, "", "0" * 64, "ü"])
def test_a_form_without_the_pages_own_token_is_refused(
    local: TestClient, path: str, csrf: str | None
) -> None:
    """Missing, empty, guessed."""
    local.get("/")
    form = {} if csrf is None else {"csrf": csrf}
    assert local.post(path, data=form, headers=ORIGIN).status_code == 403


def test_the_token_of_another_session_is_refused(record: Record, settings: WebSettings) -> None:
    """Whoever opens a page of ours elsewhere learns nothing for this browser."""
    with with_probes(record, settings) as one:
        foreign = csrf_of(one)
        one.cookies.clear()
        csrf_of(one)
        assert one.post("/probe/write", data={"csrf": foreign}, headers=ORIGIN).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        ELSEWHERE,
        {"Origin": "null"},
        {"Origin": "http://testserver:8001"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
@pytest.mark.parametrize("path", ["/probe/write", "/api/v1/probe/write"])
def test_a_write_from_another_page_is_refused_even_with_the_token(
    local: TestClient, headers: dict[str, str], path: str
) -> None:
    """By what browsers say of where it comes from."""
    sent = {**headers, "X-CSRF-Token": csrf_of(local)}
    assert local.post(path, json={}, headers=sent).status_code == 403


@pytest.mark.parametrize(
    "host", ["angreifer.example", "angreifer.example:8000", "testserver.angreifer.example", "["]
)
def test_a_server_without_tokens_answers_only_to_its_own_names(
    local: TestClient, host: str
) -> None:
    """DNS rebinding: a page elsewhere whose name leads here learns nothing."""
    answer = local.get("/", headers={"Host": host})
    assert answer.status_code == 421
    assert "--tokens" in answer.text


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1:8000", "[::1]:8000", "localhost"])
def test_it_answers_to_the_machines_names(record: Record, host: str) -> None:
    """With any port."""
    with with_probes(record, WebSettings()) as client:
        assert client.get("/", headers={"Host": host}).status_code == 200


def test_the_api_takes_json_from_a_program_on_the_machine(local: TestClient) -> None:
    """A page elsewhere could not send it without asking first, and we never say yes."""
    assert local.post("/api/v1/probe/write", json={}).status_code == 200
    assert local.delete("/api/v1/probe/write").status_code == 200
    asked = local.options(
        "/api/v1/probe/write",
        headers={**ELSEWHERE, "Access-Control-Request-Method": "POST"},
    )
    assert not [name for name in asked.headers if name.startswith("access-control")]


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", None])
def test_the_api_takes_nothing_that_any_page_could_send(
    local: TestClient, kind: str | None
) -> None:
    """Old browsers do not say where a request comes from."""
    headers = {"Content-Type": kind} if kind else {}
    answer = local.post("/api/v1/probe/write", content=b"{}", headers=headers)
    assert answer.status_code == 403


def test_with_a_session_the_api_needs_its_token(local: TestClient) -> None:
    """As our own pages use it."""
    csrf = csrf_of(local)
    assert local.post("/api/v1/probe/write", json={}, headers=ORIGIN).status_code == 403
    header = {**ORIGIN, "X-CSRF-Token": csrf}
    assert local.post("/api/v1/probe/write", json={}, headers=header).status_code == 200


def test_every_route_that_is_not_for_reading_is_guarded() -> None:
    """By one of the two guards: whoever writes a new one cannot forget it."""
    guards = {MAY_ASK.dependency, MAY_WRITE.dependency}
    unguarded = []
    for route in _routes():
        if (route.methods or set()) - {"GET", "HEAD", "OPTIONS"}:
            calls = {dependency.call for dependency in route.dependant.dependencies}
            if not calls & guards:
                unguarded.append(route.path)
    assert unguarded == []


def _routes() -> Iterator[APIRoute]:
    from wortlaut.web import api  # noqa: PLC0415

    for router in (*ROUTERS, api.router):
        yield from _routes_of(router)


def _routes_of(router: APIRouter) -> Iterator[APIRoute]:
    for route in router.routes:
        if isinstance(route, APIRoute):
            yield route
        else:
            inner = getattr(route, "original_router", None)
            assert isinstance(inner, APIRouter), f"a route this test does not know: {route!r}"
            yield from _routes_of(inner)


# With tokens: on a network.


def test_with_tokens_pages_lead_to_the_sign_in_page(guarded: TestClient) -> None:
    """And back to what was asked for, filters and all."""
    answer = guarded.get("/search?q=Deich&type=direct")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/login?next=/search%3Fq%3DDeich%26type%3Ddirect"
    page = guarded.get(answer.headers["location"])
    assert page.status_code == 200
    assert 'value="/search?q=Deich&amp;type=direct"' in page.text


@pytest.mark.parametrize("path", ["/api/v1/statements", "/api/v1/probe/write", "/metrics"])
def test_with_tokens_nothing_is_told_without_one(guarded: TestClient, path: str) -> None:
    """Not even whether there is such an address."""
    answer = guarded.get(path)
    assert answer.status_code in (401, 303)
    assert guarded.post(path, json={}).status_code == 401


def test_a_token_opens_the_api_and_pages(
    guarded: TestClient, reader_token: str, writer_token: str
) -> None:
    """As a bearer; to write, the role is needed."""
    reader = {"Authorization": f"Bearer {reader_token}"}
    writer = {"Authorization": f"bearer {writer_token}"}
    assert guarded.get("/", headers=reader).status_code == 200
    assert guarded.post("/api/v1/probe/ask", json={}, headers=reader).status_code == 200
    refused = guarded.post("/api/v1/probe/write", json={}, headers=reader)
    assert refused.status_code == 403
    assert "may read, not write" in refused.text
    assert guarded.post("/api/v1/probe/write", json={}, headers=writer).status_code == 200
    # Whoever knows the token is no page that sends on behalf of a person.
    assert guarded.post("/api/v1/probe/write", data={"a": "b"}, headers=writer).status_code == 200


@pytest.mark.parametrize("bearer", ["Bearer wrong", "Bearer ", "Bearer \xff", "Basic abc"])
def test_a_wrong_token_opens_nothing(guarded: TestClient, bearer: str) -> None:
    """Nor does another scheme."""
    header = {"Authorization": bearer.encode("latin-1")}
    answer = guarded.get("/api/v1/statements", headers=header)  # type: ignore[arg-type]
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"


def test_signing_in_gives_a_session_with_the_tokens_role(
    guarded: TestClient, reader_token: str, writer_token: str
) -> None:
    """Reading for the one, writing for the other."""
    sign_in(guarded, reader_token)
    csrf = csrf_of(guarded)
    assert guarded.post("/probe/ask", data={"csrf": csrf}, headers=ORIGIN).status_code == 200
    assert guarded.post("/probe/write", data={"csrf": csrf}, headers=ORIGIN).status_code == 403
    sign_in(guarded, writer_token)
    csrf = csrf_of(guarded)
    assert guarded.post("/probe/write", data={"csrf": csrf}, headers=ORIGIN).status_code == 200


def test_the_session_cookie_is_for_the_server_only(guarded: TestClient, reader_token: str) -> None:
    """No script reads it, no other site sends it with a form, and the token is not in it."""
    form = {"token": reader_token, "csrf": csrf_of(guarded, "/login")}
    cookie = guarded.post("/login", data=form, headers=ORIGIN).headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert reader_token not in cookie
    with TestClient(guarded.app, base_url="https://testserver", follow_redirects=False) as secure:
        form = {"token": reader_token, "csrf": csrf_of(secure, "/login")}
        origin = {"Origin": "https://testserver"}
        assert "Secure" in secure.post("/login", data=form, headers=origin).headers["set-cookie"]


def test_a_forged_session_is_none(guarded: TestClient, reader_token: str, tokens: Path) -> None:
    """Whoever reads the file of tokens cannot make one from it."""
    sign_in(guarded, reader_token)
    good = guarded.cookies["wortlaut"]
    writer = read_tokens(tokens)[1].digest
    session, _, made, signature = good.split(".")
    assert guarded.get("/").status_code == 200
    for forged in (
        f"{session}.{writer}.{made}.{signature}",
        f"{session}.{writer}.{made}.",
        "....",
        "",
    ):
        guarded.cookies.clear()
        guarded.cookies.set("wortlaut", forged)
        assert guarded.get("/").status_code == 303


def test_signing_out_ends_the_session(guarded: TestClient, reader_token: str) -> None:
    """In this browser."""
    sign_in(guarded, reader_token)
    guarded.post("/logout", data={"csrf": csrf_of(guarded)}, headers=ORIGIN)
    assert guarded.get("/").status_code == 303


def test_a_token_taken_back_ends_its_sessions(
    guarded: TestClient, reader_token: str, tokens: Path
) -> None:
    """At the next request, without a restart; as does a file that cannot be read."""
    sign_in(guarded, reader_token)
    lines = tokens.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if "leserin" not in line]
    tokens.write_text("".join(kept), encoding="utf-8")
    assert guarded.get("/").status_code == 303
    tokens.unlink()
    bearer = {"Authorization": f"Bearer {reader_token}"}
    assert guarded.get("/api/v1/statements", headers=bearer).status_code == 401


def test_wrong_tokens_are_tried_only_so_often(guarded: TestClient) -> None:
    """Ten a minute; then it takes a while."""
    csrf = csrf_of(guarded, "/login")
    tries = [
        guarded.post("/login", data={"token": str(n), "csrf": csrf}, headers=ORIGIN)
        for n in range(11)
    ]
    assert [answer.status_code for answer in tries] == [401] * 10 + [429]
    assert 0 < int(tries[-1].headers["retry-after"]) <= 7


@pytest.mark.parametrize(
    "path",
    ["https://angreifer.example/", "//angreifer.example", "/\\angreifer.example", "/\t/a", "x", ""],
)
def test_signing_in_leads_to_no_other_site(path: str) -> None:
    """Whatever a link to the sign-in page says."""
    assert local_path(path) == "/"


# The file.


def test_the_file_holds_no_token_and_is_the_owners_alone(tokens: Path, reader_token: str) -> None:
    """Only hashes."""
    assert reader_token not in tokens.read_text(encoding="utf-8")
    assert tokens.stat().st_mode & 0o077 == 0
    assert TokenFile(tokens).find(reader_token)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "no token in it"),
        ("# nothing yet\n", "no token in it"),
        ("redaktion admin 00\n", "line 1"),
        ("\nredaktion write kurz 2026-11-23\n", "line 2"),
    ],
)
def test_a_file_that_is_no_file_of_tokens_is_refused(
    tokens: Path, text: str, complaint: str
) -> None:
    """With the line, before the server starts."""
    tokens.write_text(text, encoding="utf-8")
    with pytest.raises(TokensError, match=complaint):
        TokenFile(tokens)


def test_a_missing_file_says_how_to_make_one(tokens: Path, record: Record) -> None:
    """By the command."""
    with pytest.raises(TokensError, match="wortlaut token"):
        create_app(record, WebSettings(tokens=tokens))


@pytest.mark.parametrize("name", ["leserin", "with space", "", "a#b", "x" * 65])
def test_a_name_is_given_once_and_fits_a_line(tokens: Path, reader_token: str, name: str) -> None:
    """So that a line can be found by it."""
    with pytest.raises(TokensError):
        make_token(tokens, name, Role.READ)


def test_a_part_of_a_page_leads_the_whole_page_to_sign_in(guarded: TestClient) -> None:
    """And back to the page that it is a part of."""
    headers = {"HX-Request": "true", "HX-Current-URL": "http://testserver/search?q=Deich"}
    answer = guarded.get("/search?q=Dei", headers=headers)
    assert answer.status_code == 401
    assert answer.headers["hx-redirect"] == "/login?next=/search%3Fq%3DDeich"
