"""Articles written for the tests, in the form of the data sets."""

from typing import Any

import pytest


@pytest.fixture
def german_record() -> dict[str, Any]:
    """Two paragraphs and an indirect quotation in two pieces, with every role but one."""
    return {
        "documentName": "7 - Neue Brücke: ja/nein? (2021-03-04)",
        "file": "7 - Neue Brücke: ja/nein? (2021-03-04)",
        "originalText": "Die Brücke, sagte Anna Roth, werde gebaut.\n\n„Endlich!“ Alle sind froh.",
        "sentences": [
            {
                "id": 0,
                "begin": 0,
                "end": 10,
                "charBegin": 0,
                "charEnd": 42,
                "text": "Die Brücke, sagte Anna Roth, werde gebaut. ",
                "tokenIds": list(range(10)),
                "tokens": [
                    *("Die", "Brücke", ",", "sagte", "Anna"),
                    *("Roth", ",", "werde", "gebaut", "."),
                ],
            },
            {
                "id": 1,
                "begin": 10,
                "end": 18,
                "charBegin": 44,
                "charEnd": 71,
                "text": "„Endlich!“ Alle sind froh.",
                "tokenIds": list(range(10, 18)),
                "tokens": ["„", "Endlich", "!", "“", "Alle", "sind", "froh", "."],
            },
        ],
        "annotations": [
            {
                "id": 0,
                "type": "Indirect",
                "medium": "SW",
                "isNested": False,
                "hasNested": False,
                "quote": {
                    "spans": [
                        {"begin": 0, "charBegin": 0, "charEnd": 10, "end": 2},
                        {"begin": 7, "charBegin": 29, "charEnd": 41, "end": 9},
                    ],
                    "tokenIds": [0, 1, 7, 8],
                    "text": "Die Brücke werde gebaut",
                },
                "speaker": {
                    "spans": [{"begin": 4, "charBegin": 18, "charEnd": 27, "end": 6}],
                    "tokenIds": [4, 5],
                    "text": "Anna Roth",
                },
                "cue": {
                    "spans": [{"begin": 3, "charBegin": 12, "charEnd": 17, "end": 4}],
                    "tokenIds": [3],
                    "text": "sagte",
                },
                "frame": {
                    "spans": [{"begin": 3, "charBegin": 12, "charEnd": 27, "end": 6}],
                    "tokenIds": [3, 4, 5],
                    "text": "sagte Anna Roth",
                },
                "addressee": None,
            }
        ],
    }


@pytest.fixture
def english_record() -> dict[str, Any]:
    """One attribution without a cue and one with all three parts."""
    return {
        "documentName": "paper_2016-02-01_rain",
        "published": "2016-02-01",
        "outlet": "paper",
        "originalText": "It rains, Ann said.\n\nAccording to Bob, it snows.",
        "annotations": [
            {"quote": [[0, 8]], "speaker": [[10, 13]], "cue": [[14, 18]]},
            {"quote": [[39, 47]], "speaker": [[34, 37]], "cue": None},
        ],
    }
