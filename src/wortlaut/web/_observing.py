"""What the server tells of itself: a line of log for each request, and figures of all.

Neither holds what somebody asked for: a query string may have a token or a name in it.
"""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass, field

from fastapi import APIRouter, Request, Response
from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from wortlaut.record import Record
from wortlaut.web._site import record_of
from wortlaut.web._visitors import name_of_visitor

_log = logging.getLogger("wortlaut.web.requests")
_NO_ROUTE = "none"
_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)

router = APIRouter(include_in_schema=False)


@dataclass(slots=True)
class Figures:
    """What is counted of one app's requests."""

    registry: CollectorRegistry = field(default_factory=CollectorRegistry)
    requests: Counter = field(init=False)
    seconds: Histogram = field(init=False)

    def __post_init__(self) -> None:
        self.requests = Counter(
            "wortlaut_requests",
            "Requests answered.",
            ("method", "route", "status"),
            registry=self.registry,
        )
        self.seconds = Histogram(
            "wortlaut_request_seconds",
            "From a request to the end of its answer.",
            ("method", "route"),
            buckets=_BUCKETS,
            registry=self.registry,
        )


@dataclass(frozen=True, slots=True)
class RecordFigures:
    """What is on record, counted when somebody asks."""

    record: Record

    def collect(self) -> list[GaugeMetricFamily]:
        """As Prometheus' registry asks for it."""
        held = self.record.overview()
        return [
            GaugeMetricFamily(f"wortlaut_{name}", f"{name.capitalize()} on record.", value=number)
            for name, number in (("articles", held.articles), ("statements", held.statements))
        ]


class Observing:
    """Counts, times and logs every request."""

    def __init__(self, app: ASGIApp, figures: Figures) -> None:
        self.app = app
        self._figures = figures

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        # An error that nobody caught is answered outside of us.
        status = 500
        began = time.perf_counter()

        async def send_and_see(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, send_and_see)
        finally:
            self._note(scope, status, time.perf_counter() - began)

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        method = scope["method"] if scope["method"] in _METHODS else "OTHER"
        route = _route_of(scope)
        self._figures.requests.labels(method, route, str(status)).inc()
        self._figures.seconds.labels(method, route).observe(seconds)
        client = scope.get("client")
        _log.info(
            "%s %s %d",
            scope["method"],
            scope["path"],
            status,
            extra={
                "method": scope["method"],
                "path": scope["path"],
                "route": route,
                "status": status,
                "milliseconds": round(seconds * 1000, 1),
                "client": client[0] if client else None,
                "token": name_of_visitor(scope),
            },
        )


def _route_of(scope: Scope) -> str:
    """The route as it is written: an address for each article would be a figure for each."""
    path: str | None = getattr(scope.get("route"), "path", None)
    if path is None:
        return _NO_ROUTE
    if ":path}" in path:
        return path
    # A route knows its own router's prefix, not that of the one which includes it.
    prefix = scope["path"].split("/")[: -path.count("/")]
    return "/".join(prefix) + path


_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


@router.get("/healthz")
def healthz() -> Response:
    """The process is up."""
    return Response("ok\n", media_type="text/plain")


@router.get("/readyz")
def readyz(request: Request) -> Response:
    """The record answers; raises `RecordError` where it does not."""
    record_of(request).newest(1)
    return Response("ok\n", media_type="text/plain")


@router.get("/metrics")
def metrics(request: Request) -> Response:
    """The figures, in Prometheus' text format."""
    figures: Figures = request.app.state.figures
    return Response(
        generate_latest(figures.registry), headers={"Content-Type": CONTENT_TYPE_PLAIN_0_0_4}
    )
