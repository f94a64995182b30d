"""How much and how often: sizes and times of requests, and a pace for what is dear."""

from __future__ import annotations

import asyncio
from ipaddress import IPv6Address, ip_address, ip_network

from fastapi import Depends, HTTPException, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from wortlaut.web._errors import error_response
from wortlaut.web._pace import Pace
from wortlaut.web._settings import WebSettings
from wortlaut.web._site import site_of


def client_of(request: Request) -> str:
    """The client's address; of version 6 the network, as one client has many of its addresses."""
    host = request.client.host if request.client else ""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if isinstance(address, IPv6Address):
        return str(ip_network((address, 64), strict=False))
    return host


def pace_reading(request: Request) -> None:
    """Guards what runs the reader.

    Raises `HTTPException` (429) where the client asks too often.
    """
    _keep_pace(site_of(request).reading_pace, request)


def pace_signing_in(request: Request) -> None:
    """Guards the trying of tokens; raises as `pace_reading` does."""
    _keep_pace(site_of(request).sign_in_pace, request)


READING_PACE = Depends(pace_reading)


class Limits:
    """Refuses requests that are too large, and does not wait for those that are too slow."""

    def __init__(self, app: ASGIApp, settings: WebSettings) -> None:
        self.app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        settings = self._settings
        limit, seconds = settings.body_limit, settings.time_limit
        if request.headers.get("content-type", "").startswith("multipart/form-data"):
            limit, seconds = settings.upload_limit, settings.upload_time_limit
        length = request.headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > limit:
            await error_response(request, 413)(scope, receive, send)
            return
        await self._in_time(seconds, scope, _Counted(receive, limit), send)

    async def _in_time(self, seconds: float, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            async with asyncio.timeout(seconds) as clock:

                async def send_and_stop_the_clock(message: Message) -> None:
                    # What has begun, such as an export or a job's progress, may take its time.
                    clock.reschedule(None)
                    await send(message)

                await self.app(scope, receive, send_and_stop_the_clock)
        except TimeoutError:
            if not clock.expired():
                raise
            response = error_response(Request(scope), 503, "it took too long")
            await response(scope, receive, send)


class _Counted:
    """Gives on what comes, and stops where it is more than allowed."""

    def __init__(self, receive: Receive, limit: int) -> None:
        self._receive = receive
        self._left = limit

    async def __call__(self) -> Message:
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            raise HTTPException(413)
        return message


def _keep_pace(pace: Pace, request: Request) -> None:
    seconds = pace.wait(client_of(request))
    if seconds:
        raise HTTPException(429, headers={"Retry-After": str(int(seconds) + 1)})
