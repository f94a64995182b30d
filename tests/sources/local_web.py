"""A web server on this machine, for tests of fetching."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = """<!DOCTYPE html>
<html lang="de"><head><title>Deich in Husum hält</title></head><body>
<nav><a href="/">Start</a> <a href="/wetter">Wetter</a></nav>
<article><h1>Deich in Husum hält</h1>
<p>„Der Deich hält auch im Winter, davon sind wir überzeugt“, sagte Bürgermeisterin Wiebke Harms
am Montag vor dem Stadtrat, der über die Ausgaben für den Küstenschutz zu entscheiden hatte.</p>
<p>Man habe die Krone im Herbst um einen halben Meter erhöht, und die Siele seien geprüft worden.
Für das nächste Jahr seien weitere Arbeiten an der Außenböschung geplant, erklärte sie.</p>
<p>Der Stadtrat stimmte am Abend mit großer Mehrheit zu. Die Arbeiten sollen im April beginnen und
bis zum Herbst dauern, wenn das Wetter es erlaubt.</p>
</article><footer>Impressum</footer></body></html>
"""


class Exchange(BaseHTTPRequestHandler):
    """One request and its answer."""

    protocol_version = "HTTP/1.1"
    server: LocalWeb

    def do_GET(self) -> None:
        """Answers by the route of the path."""
        self.server.requests.append((self.path, dict(self.headers)))
        self.close_connection = True
        # The client may have seen enough, as it should.
        with suppress(BrokenPipeError, ConnectionResetError):
            self.server.routes[self.path](self)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keeps the test's output clean."""

    def answer(self, body: bytes, status: int = 200, /, **headers: str) -> None:
        """Sends a whole response; `Content_Type="text/html"` names a header."""
        self.send_response(status)
        headers = {"Content_Type": "text/html; charset=utf-8", **headers}
        headers.setdefault("Content_Length", str(len(body)))
        for name, value in headers.items():
            if value:
                self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)


Route = Callable[[Exchange], None]


class LocalWeb(ThreadingHTTPServer):
    """Routes by path, and the requests that came."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Exchange)
        self.routes: dict[str, Route] = {}
        self.requests: list[tuple[str, dict[str, str]]] = []
        self.url = f"http://127.0.0.1:{self.server_port}"

    def page(self, path: str, body: bytes = PAGE.encode(), **headers: str) -> str:
        """Adds a page and gives its URL."""
        return self.route(path, lambda exchange: exchange.answer(body, 200, **headers))

    def status(self, path: str, status: int, **headers: str) -> str:
        """Adds a page of a status without content and gives its URL."""
        return self.route(path, lambda exchange: exchange.answer(b"", status, **headers))

    def redirect(self, path: str, onward: str, status: int = 302) -> str:
        """Adds a redirect and gives its URL."""
        return self.status(path, status, Location=onward)

    def route(self, path: str, route: Route) -> str:
        """Adds a route and gives its URL."""
        self.routes[path] = route
        return self.url + path


@contextmanager
def serving(tls: ssl.SSLContext | None = None) -> Iterator[LocalWeb]:
    """A server that runs for as long as the context."""
    with LocalWeb() as web:
        if tls is not None:
            web.socket = tls.wrap_socket(web.socket, server_side=True)
        thread = threading.Thread(target=web.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield web
        finally:
            web.shutdown()
            thread.join()
