"""Whoever sent a request."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from fastapi import Request
from starlette.types import Scope

from wortlaut.web._sessions import Session
from wortlaut.web._tokens import Role

_VISITOR = "wortlaut.visitor"


@dataclass(frozen=True, slots=True)
class Visitor:
    """Whoever sent the request."""

    role: Role | None
    """What they may do; None for somebody who must sign in."""
    session: Session
    name: str | None = None
    """The name of their token."""
    is_new: bool = False
    """Whether the session's cookie must still be set."""
    by_bearer: bool = False
    """Whether the request itself carried the token, which no page elsewhere can make it do."""

    @property
    def may_write(self) -> bool:
        """Whether they may change the record."""
        return self.role is Role.WRITE


def meet(request: Request, visitor: Visitor) -> None:
    """Let the request's pages know who sent it."""
    request.scope[_VISITOR] = visitor


def visitor_of(request: Request) -> Visitor:
    """Whoever sent the request, as `Access` found."""
    return cast(Visitor, request.scope[_VISITOR])


def name_of_visitor(scope: Scope) -> str | None:
    """The name of the token that a request came with; None without one."""
    visitor = scope.get(_VISITOR)
    return visitor.name if isinstance(visitor, Visitor) else None
