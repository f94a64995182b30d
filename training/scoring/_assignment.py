"""The one-to-one assignment with the highest sum of weights."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


def best_assignment(weights: Floats) -> list[tuple[int, int]]:
    """Pairs (row, column) with the highest sum, as many as the shorter side has; by row.

    Grows the assignment row by row along cheapest augmenting paths (Jonker and Volgenant,
    "A shortest augmenting path algorithm for dense and sparse linear assignment problems",
    Computing 38, 1987), in O(n³) steps. Among equally good columns a free one wins, and of
    these the one met last: the order of SciPy's solver, which the published scorer of the
    German data uses, so that its pairs of quotations without overlap are ours too.
    """
    rows, columns = weights.shape
    if rows > columns:
        return sorted((row, column) for column, row in best_assignment(weights.T))
    solution = _Solution(-weights)
    for row in range(rows):
        solution.add(row)
    return list(enumerate(solution.column_of.tolist()))


class _Solution:
    """Rows assigned so far, with the prices (dual values) that prove them cheapest."""

    def __init__(self, cost: Floats) -> None:
        self.cost = cost
        self.row_price = np.zeros(cost.shape[0])
        self.column_price = np.zeros(cost.shape[1])
        self.column_of: Integers = np.full(cost.shape[0], -1, dtype=np.int64)
        self.row_of: Integers = np.full(cost.shape[1], -1, dtype=np.int64)

    def add(self, row: int) -> None:
        """Assign one more row; rows assigned before may move to other columns."""
        columns = self.cost.shape[1]
        distance = np.full(columns, np.inf)
        came_from: Integers = np.full(columns, -1, dtype=np.int64)
        open_columns = np.arange(columns - 1, -1, -1)
        seen_rows: list[int] = []
        seen_columns: list[int] = []
        reached, here = 0.0, row
        while here != -1:
            seen_rows.append(here)
            through = (
                reached
                + self.cost[here, open_columns]
                - self.row_price[here]
                - self.column_price[open_columns]
            )
            shorter = through < distance[open_columns]
            distance[open_columns[shorter]] = through[shorter]
            came_from[open_columns[shorter]] = here
            reached = float(distance[open_columns].min())
            place = self._next(open_columns, distance, reached)
            seen_columns.append(int(open_columns[place]))
            open_columns[place] = open_columns[-1]
            open_columns = open_columns[:-1]
            here = int(self.row_of[seen_columns[-1]])
        self.row_price[row] += reached
        for other in seen_rows[1:]:
            self.row_price[other] += reached - distance[self.column_of[other]]
        self.column_price[seen_columns] -= reached - distance[seen_columns]
        self._turn(row, seen_columns[-1], came_from)

    def _next(self, open_columns: Integers, distance: Floats, reached: float) -> int:
        nearest = np.flatnonzero(distance[open_columns] == reached)
        free = nearest[self.row_of[open_columns[nearest]] == -1]
        return int(free[-1] if free.size else nearest[0])

    def _turn(self, row: int, column: int, came_from: Integers) -> None:
        here = -1
        while here != row:
            here = int(came_from[column])
            self.row_of[column] = here
            self.column_of[here], column = column, int(self.column_of[here])
