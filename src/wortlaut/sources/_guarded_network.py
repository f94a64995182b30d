"""Connections that only go to checked addresses, and that end on time.

A name is resolved once, every address it has is checked, and the connection goes to one of
these very addresses: there is no second look-up that could answer otherwise (DNS rebinding).
The name itself stays in the `Host` header and in TLS, where the certificate is checked for it.
"""

from __future__ import annotations

import os
import queue
import socket
import ssl
import threading
import time
from collections.abc import Iterable, Iterator
from functools import cache
from ipaddress import ip_address
from typing import Any

import httpcore
import httpx

from wortlaut._exceptions import AddressRefused
from wortlaut.sources._addresses import Address, refusal

_SocketOption = (
    tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]
)


class Deadline:
    """The moment by which a page must be there."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    def cut(self, timeout: float | None) -> float:
        """The seconds that an operation may take; raises `httpcore.ReadTimeout` at the end."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the time for the whole page is over")
        return left if timeout is None else min(left, timeout)

    @property
    def over(self) -> bool:
        """Whether the moment has come."""
        return time.monotonic() >= self._end


class GuardedTransport(httpx.BaseTransport):
    """httpx's transport, with the connections of this module underneath.

    httpx has no public way to hand its own transport a network; the rest of it is this short.
    """

    def __init__(self, deadline: Deadline, *, allow_private: bool) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=_trust(os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR")),
            network_backend=_GuardedNetwork(deadline, allow_private=allow_private),
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Sends `request` and gives the response with its body still to be read."""
        response = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
                extensions=request.extensions,
            )
        )
        return httpx.Response(
            status_code=response.status,
            headers=response.headers,
            stream=_Body(response),
            extensions=response.extensions,
        )

    def close(self) -> None:
        """Closes every connection."""
        self._pool.close()


@cache
def _trust(certificates: str | None, folder: str | None) -> ssl.SSLContext:
    """Whom to trust: httpx's list, or the one that SSL_CERT_FILE or SSL_CERT_DIR names.

    Kept, for reading the list takes longer than many a page.
    """
    return httpx.create_ssl_context()


class _Body(httpx.SyncByteStream):
    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        return self._response.iter_stream()

    def close(self) -> None:
        self._response.close()


class _GuardedNetwork(httpcore.NetworkBackend):
    def __init__(self, deadline: Deadline, *, allow_private: bool) -> None:
        self._deadline = deadline
        self._allow_private = allow_private
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[_SocketOption] | None = None,
    ) -> httpcore.NetworkStream:
        host = host.replace("%25", "%")  # httpx leaves the mark of an IPv6 zone escaped
        addresses = resolved(host, port, self._deadline.cut(timeout))
        if not self._allow_private:
            for address in addresses:
                _refuse(host, address)
        options = None if socket_options is None else list(socket_options)
        failure: Exception | None = None
        for address in addresses:
            try:
                stream = self._inner.connect_tcp(
                    str(address), port, self._deadline.cut(timeout), local_address, options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return _TimedStream(stream, self._deadline)
        assert failure is not None  # a name that resolves has at least one address
        raise failure


class _TimedStream(httpcore.NetworkStream):
    """A connection on which no operation goes on beyond the deadline.

    A time-out for each read alone would let a server hold us for ever, a byte at a time.
    """

    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._deadline.cut(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._deadline.cut(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        stream = self._inner.start_tls(ssl_context, server_hostname, self._deadline.cut(timeout))
        return _TimedStream(stream, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


def resolved(host: str, port: int, timeout: float) -> list[Address]:
    """Every address of `host`, in the system's order of preference.

    Raises `httpcore.ConnectError` where there is none and `httpcore.ConnectTimeout` where
    none is known within `timeout` seconds.
    """
    try:
        return [ip_address(host)]
    except ValueError:
        pass  # a name, or an older spelling of an address, which the system's look-up knows
    answers: queue.SimpleQueue[list[Address] | Exception] = queue.SimpleQueue()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answers.put([ip_address(_with_zone(entry[4])) for entry in found])
        except (OSError, ValueError) as error:  # UnicodeError is a ValueError
            answers.put(error)

    # The system's look-up knows no time-out; the thread is left behind where it hangs.
    threading.Thread(target=ask, name="wortlaut-resolve", daemon=True).start()
    try:
        answer = answers.get(timeout=timeout)
    except queue.Empty:
        raise httpcore.ConnectTimeout(f"{host} was not found in time") from None
    if isinstance(answer, Exception) or not answer:
        raise httpcore.ConnectError(f"the name {host} has no address") from (
            answer if isinstance(answer, Exception) else None
        )
    return list(dict.fromkeys(answer))


def _with_zone(sockaddr: tuple[Any, ...]) -> str:
    """The address of a `sockaddr`, with its zone (`fe80::1%2`) where it has one."""
    address = str(sockaddr[0])
    if len(sockaddr) == 4 and sockaddr[3] and "%" not in address:
        return f"{address}%{sockaddr[3]}"
    return address


def _refuse(host: str, address: Address) -> None:
    what = refusal(address)
    if what is not None:
        leads = "is" if host == str(address) else f"leads to {address},"
        raise AddressRefused(
            host,
            f"{leads} {what}, which Wortlaut does not ask",
            "use `--allow-private` (allow_private=True) if you trust this address",
        )
