"""Search: statements by their words and filters, with what helps when nothing is found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from fastapi import APIRouter, Request, Response

from wortlaut import QueryError
from wortlaut.model import Act, QuotationType
from wortlaut.record import Order, Record
from wortlaut.web._rendering import is_part, render
from wortlaut.web._search_address import (
    AskedFor,
    address_of_search,
    asked_from,
    each_asked_for,
    query_of,
)
from wortlaut.web._site import record_of, site_of
from wortlaut.web.views import Asked, SearchView, fewer_filters, search_view

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Choices:
    """What the form offers."""

    types: tuple[str, ...] = tuple(QuotationType)
    acts: tuple[str, ...] = tuple(Act)
    orders: tuple[str, ...] = tuple(Order)
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WithoutOne:
    """The search without one filter, which finds something."""

    dropped: AskedFor | None
    """None where the words were dropped."""
    asked: Asked
    found: int


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What the page shows beside the statements."""

    asked: Asked
    form: Mapping[str, str]
    """The texts in the form's fields, as they were sent."""
    filters: tuple[AskedFor, ...]
    people: Mapping[str, str]
    """The names of people who are asked for by their numbers: `#17`."""
    choices: Choices
    found: SearchView | None
    """None where the search was not understood."""
    problem: QueryError | None = None
    fewer: tuple[WithoutOne, ...] = ()
    is_empty_record: bool = False

    @property
    def query(self) -> str:
        """The query string of the first page."""
        return query_of(self.asked)

    @property
    def query_without_order(self) -> str:
        """The query string for exports and feeds."""
        return query_of(self.asked, ordered=False)

    @property
    def next_page(self) -> str | None:
        """The address of the next page."""
        if self.found is None or self.found.after is None:
            return None
        return address_of_search(replace(self.asked, after=self.found.after), page=True)


@router.get("/search")
def search(request: Request) -> Response:
    """The page, or for htmx what was found."""
    record = record_of(request)
    page = _page(record, request)
    status = 200 if page.problem is None else 400
    response = render(request, "search.html", page, status=status, address_of=address_of_search)
    if is_part(request):
        # The form sends empty fields too, which need not stand in the address.
        response.headers["HX-Push-Url"] = address_of_search(page.asked, page=True)
        # htmx shows nothing of what is answered as an error.
        response.status_code = 200
    return response


def _page(record: Record, request: Request) -> SearchPage:
    form = dict(request.query_params)
    asked, found, problem = Asked(), None, None
    try:
        asked = asked_from(request.query_params)
        found = search_view(record, asked)
    except QueryError as error:
        problem = error
    filters = each_asked_for(asked)
    fewer: tuple[WithoutOne, ...] = ()
    is_empty_record = False
    if found is not None and not found.found:
        fewer = _fewer(record, asked, filters)
        is_empty_record = not fewer and not record.overview().statements
    return SearchPage(
        asked=asked,
        form=form,
        filters=filters,
        people=_people(record, filters),
        choices=Choices(languages=site_of(request).languages()),
        found=found,
        problem=problem,
        fewer=fewer,
        is_empty_record=is_empty_record,
    )


def _fewer(record: Record, asked: Asked, filters: tuple[AskedFor, ...]) -> tuple[WithoutOne, ...]:
    dropped: list[tuple[AskedFor | None, Asked]] = [(each, each.without) for each in filters]
    if asked.words and filters:
        dropped.append((None, replace(asked, words="", after=None)))
    counts = fewer_filters(record, [rest for _, rest in dropped])
    return tuple(
        WithoutOne(each, rest, count.found)
        for count in counts
        for each, rest in dropped
        if rest == count.asked
    )


def _people(record: Record, filters: tuple[AskedFor, ...]) -> Mapping[str, str]:
    numbers = {
        each.value
        for each in filters
        if each.parameter in ("person", "mentions") and each.value.startswith("#")
    }
    return {
        number: known[0].name for number in numbers if (known := record.people(number, limit=1))
    }
