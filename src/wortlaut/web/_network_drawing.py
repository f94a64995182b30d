"""Where persons and the lines between them stand in the picture of a network.

Lengths are in the units of the picture's view box, from its upper left corner. The same network
gives the same picture.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 1000.0, 720.0
_MARGIN_X, _MARGIN_Y = 95.0, 55.0
_SMALLEST, _LARGEST = 6.0, 24.0
_THINNEST, _THICKEST = 1.2, 7.0
_BEND = 0.14
"""How far a line bends to its left, as a part of its length: two directions make two lines."""
_GAP = 4.0
"""Between a line's end and its person's circle: the arrow's tip."""
_ROUNDS = 150
_LOUD = 5
"""Statements below which no line is drawn as thick as can be."""


@dataclass(frozen=True, slots=True)
class Tie:
    """How often somebody speaks to, or about, somebody else."""

    source: int
    target: int
    kind: str
    """`to` or `about`."""
    count: int


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
    width: float = WIDTH
    height: float = HEIGHT


def drawn(weights: Mapping[int, int], ties: Sequence[Tie]) -> Drawing:
    """The picture of persons, by their numbers and how much each speaks, and their ties."""
    places = _places(weights, ties)
    most = max(weights.values(), default=1)
    nodes = {
        key: Node(key, *places[key], _between(_SMALLEST, _LARGEST, math.sqrt(weight / most)))
        for key, weight in weights.items()
    }
    loudest = max(_LOUD, *(tie.count for tie in ties)) if ties else _LOUD
    curves = tuple(
        Curve(
            tie,
            _path(nodes[tie.source], nodes[tie.target], _BEND * (1 if tie.kind == "to" else 2)),
            round(_between(_THINNEST, _THICKEST, math.log1p(tie.count) / math.log1p(loudest)), 2),
        )
        for tie in ties
        if tie.source != tie.target
    )
    ordered = sorted(nodes.values(), key=lambda node: (node.radius, node.key))
    return Drawing(tuple(ordered), curves)


def _places(weights: Mapping[int, int], ties: Sequence[Tie]) -> dict[int, tuple[float, float]]:
    """By Fruchterman and Reingold (Graph Drawing by Force-directed Placement, 1991)."""
    import networkx  # noqa: PLC0415 - takes half a second, and most pages draw no network

    graph = networkx.Graph()
    graph.add_nodes_from(sorted(weights))
    for tie in ties:
        if tie.source == tie.target:
            continue
        before = graph.get_edge_data(tie.source, tie.target, {"weight": 0.0})["weight"]
        graph.add_edge(tie.source, tie.target, weight=before + math.log1p(tie.count))
    if len(graph) == 1:
        return {next(iter(graph)): (WIDTH / 2, HEIGHT / 2)}
    near = 2.2 / math.sqrt(max(len(graph), 1))
    found = networkx.spring_layout(graph, seed=7, k=near, iterations=_ROUNDS)
    across = _stretched([float(found[key][0]) for key in found], WIDTH, _MARGIN_X)
    down = _stretched([float(found[key][1]) for key in found], HEIGHT, _MARGIN_Y)
    return dict(zip(found, zip(across, down, strict=True), strict=True))


def _stretched(values: Sequence[float], length: float, margin: float) -> list[float]:
    """Values over the whole length, less the margins: half evenly, so that none stick together."""
    low, high = min(values, default=0.0), max(values, default=1.0)
    order = sorted(range(len(values)), key=lambda index: values[index])
    rank = {index: place for place, index in enumerate(order)}
    room = length - 2 * margin
    return [
        round(
            margin
            + room
            * (
                (value - low) / ((high - low) or 1.0) / 2
                + rank[index] / max(len(values) - 1, 1) / 2
            ),
            1,
        )
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
