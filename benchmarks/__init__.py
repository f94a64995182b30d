"""Measurements of the whole package, each a command: `python -m benchmarks.NAME`."""
