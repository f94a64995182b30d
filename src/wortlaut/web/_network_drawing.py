"""Where persons and the lines between them stand in the picture of a network.

Lengths are in the units of the picture's view box, from its upper left corner. The same network
gives the same picture.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from wortlaut.record import Tie, TieKind

WIDTH, HEIGHT = 1200.0, 800.0
_MARGIN_X, _MARGIN_Y = 95.0, 55.0
_SMALLEST, _LARGEST = 6.0, 24.0
_THINNEST, _THICKEST = 1.2, 7.0
_BEND = 0.14
"""How far a line bends to its left, as a part of its length: two directions make two lines."""
_GAP = 4.0
"""Between a line's end and its person's circle: the arrow's tip."""
_ROUNDS = 150
_NAME_WIDTH, _NAME_HEIGHT = 128.0, 52.0
"""What somebody's circle and name take up."""
_PUSHES = 200
_MOST_COMPARED = 60_000
"""Pairs that are pushed apart in all: without room for all names, no number would be enough."""
_MOST_PARTS = 11
"""The largest part, and two rows of those without a tie to it; more would be unreadable."""
_IN_A_ROW, _ROW = 5, 130.0
"""Parts without a tie to the largest: how many stand beside each other, and how high."""
_LOUD = 5
"""Statements below which no line is drawn as thick as can be."""


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody's circle."""

    key: int
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Curve:
    """The line of a tie, from the speaker's circle to the other's."""

    tie: Tie
    path: str
    """The `d` of an SVG path."""
    thickness: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """The whole picture."""

    nodes: tuple[Node, ...]
    """The largest last, so that no smaller one is hidden."""
    curves: tuple[Curve, ...]
    left_out: int = 0
    """Persons who are not in it, as they have ties to one or two others only."""
    width: float = WIDTH
    height: float = HEIGHT


def drawn(weights: Mapping[int, int], ties: Sequence[Tie]) -> Drawing:
    """The picture of persons, by their numbers and how much each speaks, and their ties."""
    if not weights:
        return Drawing((), ())
    places = _places(weights, ties)
    most = max(weights.values())
    nodes = {
        key: Node(key, *places[key], _between(_SMALLEST, _LARGEST, math.sqrt(weight / most)))
        for key, weight in weights.items()
        if key in places
    }
    loudest = max(_LOUD, *(tie.statements for tie in ties)) if ties else _LOUD
    curves = tuple(
        Curve(
            tie,
            _path(
                nodes[tie.source], nodes[tie.target], _BEND * (1 if tie.kind is TieKind.TO else 2)
            ),
            round(
                _between(_THINNEST, _THICKEST, math.log1p(tie.statements) / math.log1p(loudest)), 2
            ),
        )
        for tie in ties
        if tie.source != tie.target and tie.source in nodes and tie.target in nodes
    )
    ordered = sorted(nodes.values(), key=lambda node: (node.radius, node.key))
    return Drawing(tuple(ordered), curves, left_out=len(weights) - len(nodes))


def _places(weights: Mapping[int, int], ties: Sequence[Tie]) -> dict[int, tuple[float, float]]:
    """By Fruchterman and Reingold (Graph Drawing by Force-directed Placement, 1991)."""
    import networkx  # noqa: PLC0415 - takes half a second, and most pages draw no network

    graph = networkx.Graph()
    graph.add_nodes_from(sorted(weights))
    for tie in ties:
        if tie.source == tie.target:
            continue
        before = graph.get_edge_data(tie.source, tie.target, {"weight": 0.0})["weight"]
        graph.add_edge(tie.source, tie.target, weight=before + math.log1p(tie.statements))
    parts = sorted(networkx.connected_components(graph), key=lambda part: (-len(part), min(part)))
    found: dict[int, tuple[float, float]] = {}
    parts = parts[:_MOST_PARTS]
    for part, box in zip(parts, _boxes(len(parts)), strict=True):
        own = graph.subgraph(sorted(part))
        near = 2.2 / math.sqrt(len(own))
        # Two stand as well beside each other without anything to weigh.
        rounds = _ROUNDS if len(own) > 2 else 1
        laid = networkx.spring_layout(own, seed=7, k=near, iterations=rounds)
        across = _stretched([float(laid[key][0]) for key in laid], box.left, box.right)
        down = _stretched([float(laid[key][1]) for key in laid], box.top, box.bottom)
        found.update(zip(laid, zip(across, down, strict=True), strict=True))
    return _apart(found)


class _Box(NamedTuple):
    """Where a part of the network has its place."""

    left: float
    top: float
    right: float
    bottom: float


def _boxes(parts: int) -> Iterator[_Box]:
    """The largest part above, those that have no tie to it in rows below."""
    rows = -(-(parts - 1) // _IN_A_ROW)
    bottom = HEIGHT - _MARGIN_Y
    above = bottom - min(rows * _ROW, HEIGHT / 2)
    yield _Box(_MARGIN_X, _MARGIN_Y, WIDTH - _MARGIN_X, above)
    for place in range(parts - 1):
        row, column = divmod(place, _IN_A_ROW)
        height = (bottom - above) / rows
        width = (WIDTH - 2 * _MARGIN_X) / min(_IN_A_ROW, parts - 1)
        left, top = _MARGIN_X + column * width, above + row * height
        yield _Box(left + width / 4, top + height / 2, left + width * 3 / 4, top + height)


def _apart(places: Mapping[int, tuple[float, float]]) -> dict[int, tuple[float, float]]:
    """The places with room for everybody's name below the circle, as far as there is room."""
    at = {key: list(place) for key, place in places.items()}
    pairs = max(1, len(at) * (len(at) - 1) // 2)
    for _ in range(min(_PUSHES, _MOST_COMPARED // pairs)):
        moved = False
        for a, b in combinations(at.values(), 2):
            dx, dy = b[0] - a[0], b[1] - a[1]
            too_near = _NAME_WIDTH - abs(dx), _NAME_HEIGHT - abs(dy)
            if min(too_near) <= 0:
                continue
            moved = True
            # Along the way that is shorter, as a part of what a name needs.
            along = 0 if too_near[0] / _NAME_WIDTH < too_near[1] / _NAME_HEIGHT else 1
            push = (too_near[along] / 2 + 0.5) * (1 if (dx, dy)[along] >= 0 else -1)
            a[along] -= push
            b[along] += push
        for place in at.values():
            place[0] = min(max(place[0], _MARGIN_X), WIDTH - _MARGIN_X)
            place[1] = min(max(place[1], _MARGIN_Y), HEIGHT - _MARGIN_Y)
        if not moved:
            break
    return {key: (round(place[0], 1), round(place[1], 1)) for key, place in at.items()}


def _stretched(values: Sequence[float], begin: float, end: float) -> list[float]:
    """Values over the whole length: half of it evenly, so that none stick together."""
    if len(values) == 1:
        return [(begin + end) / 2]
    low, high = min(values), max(values)
    order = sorted(range(len(values)), key=lambda index: values[index])
    rank = {index: place for place, index in enumerate(order)}
    return [
        begin
        + (end - begin)
        * ((value - low) / ((high - low) or 1.0) + rank[index] / (len(values) - 1))
        / 2
        for index, value in enumerate(values)
    ]


def _path(source: Node, target: Node, bend: float) -> str:
    dx, dy = target.x - source.x, target.y - source.y
    length = math.hypot(dx, dy) or 1.0
    # The point towards which the line bends lies to its left.
    middle = (
        (source.x + target.x) / 2 + dy * bend,
        (source.y + target.y) / 2 - dx * bend,
    )
    begin = _towards(source, middle, min(source.radius, length / 3))
    end = _towards(target, middle, min(target.radius + _GAP, length / 3))
    points = (*begin, *middle, *end)
    return "M{:.1f} {:.1f}Q{:.1f} {:.1f} {:.1f} {:.1f}".format(*points)


def _towards(node: Node, point: tuple[float, float], far: float) -> tuple[float, float]:
    dx, dy = point[0] - node.x, point[1] - node.y
    length = math.hypot(dx, dy) or 1.0
    return node.x + dx / length * far, node.y + dy / length * far


def _between(low: float, high: float, share: float) -> float:
    return round(low + (high - low) * share, 2)
