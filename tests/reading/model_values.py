"""Values that stand in for what a model learns."""

from __future__ import annotations

from wortlaut.reading._model_files import Tuning

TUNING = Tuning(
    begin=0.0,
    begin_nested=0.0,
    least_worth=-2.0,
    least_nested_worth=-2.0,
    nobody=0.0,
    no_addressee=0.0,
    cue=0.0,
    frame=0.0,
    confidence=(1.0, 0.0, 0.0),
)
