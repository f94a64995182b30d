"""Sessions: a signed cookie that says which token somebody has signed in with.

The cookie holds no token. Its key lives as long as the server, so that a restart signs everybody
out and nothing on disk can forge a session.
"""

from __future__ import annotations

import hmac
import secrets
import time
from dataclasses import dataclass

SESSION_COOKIE = "wortlaut"
LASTS = 14 * 24 * 3600
"""Seconds after which somebody must sign in anew."""


@dataclass(frozen=True, slots=True)
class Session:
    """What a browser shows of itself with each request."""

    id: str
    """Random; what its CSRF token is made from."""
    digest: str = ""
    """The hash of the token that was signed in with; empty without one."""


class Sessions:
    """Makes and checks sessions."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(32)

    def new(self, digest: str = "") -> Session:
        """A session that nobody has had before."""
        return Session(secrets.token_urlsafe(18), digest)

    def cookie(self, session: Session) -> str:
        """The session as its cookie's value."""
        value = f"{session.id}.{session.digest}.{int(time.time())}"
        return f"{value}.{self._signature('session', value)}"

    def from_cookie(self, cookie: str | None) -> Session | None:
        """The session, if we have signed it and it has not run out."""
        if not cookie:
            return None
        value, _, signature = cookie.rpartition(".")
        if not _same(signature, self._signature("session", value)):
            return None
        id_, digest, made = value.split(".")
        return Session(id_, digest) if time.time() - int(made) < LASTS else None

    def csrf(self, session: Session) -> str:
        """What the session's own pages send with each write, and no other page knows."""
        return self._signature("csrf", f"{session.id}.{session.digest}")

    def is_csrf(self, session: Session, token: str) -> bool:
        """Whether this is the session's CSRF token."""
        return _same(token, self.csrf(session))

    def _signature(self, purpose: str, value: str) -> str:
        return hmac.digest(self._key, f"{purpose}:{value}".encode(), "sha256").hex()


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode("utf-8", "surrogateescape"), other.encode())
