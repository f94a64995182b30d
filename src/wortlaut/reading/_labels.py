"""The labels that the network scores, in the order of its outputs."""

from __future__ import annotations

from typing import Final

from wortlaut.model import Medium, QuotationType

TAGS: Final = ("O", "B", "I", "C")
"""Outside, begins a quotation, goes on, goes on after a frame between two pieces."""
LEVELS: Final = 2
"""Quotations, and quotations inside quotations."""
TYPES: Final = tuple(QuotationType)
MEDIA: Final = tuple(Medium)
ROLES: Final = ("speaker", "cue", "frame", "addressee")
NAMED: Final = ("speaker", "addressee")
"""The roles that are one stretch of words or none."""
GUIDELINES: Final = ("de", "en")
"""Whose annotation practice the tags follow; German and English corpora differ."""
NEAR: Final = (-200, 100)
"""How far before a quotation and after it the words of its roles are looked for, in words."""
