"""Whether a statement speaks for or against its matter."""

import pytest

from tests.wording.said import said
from wortlaut.model import Act
from wortlaut.wording._stances import stance_of


@pytest.mark.parametrize(
    ("words", "language", "negative"),
    [
        ("„Der Hafen wird verkauft.“", "de", False),
        ("„Der Hafen wird nicht verkauft.“", "de", True),
        ("„Den Verkauf des Hafens lehnen wir ab.“", "de", True),
        ("„Einen Verkauf schließe ich nicht aus.“", "de", False),
        ("„Ich bin gegen den Verkauf.“", "de", True),
        ("„Wir verhandeln gegen Abend weiter.“", "de", False),
        ('"We oppose the sale."', "en", True),
        ('"The opposition supports the sale."', "en", False),
        ('"The talks have not failed."', "en", False),
        ('"We cannot rule the sale out."', "en", False),
        ("„Wir verkaufen den Hafen ohne Gewinn.“", "de", False),
    ],
)
def test_negations_and_refusing_words_turn_it_round(
    words: str, language: str, negative: bool
) -> None:
    """Each once, so that both together leave it as it was."""
    assert stance_of(said(1, words, language)).negative is negative


def test_the_act_tells_where_no_word_does() -> None:
    """What is denied is turned round by the cue, and by words that deny it too but once."""
    assert stance_of(said(1, "davon gewusst zu haben", act=Act.DENIES)).negative
    assert stance_of(said(1, "„Ich habe nichts gewusst.“", act=Act.DENIES)).negative
    assert not stance_of(said(1, "davon gewusst zu haben", act=Act.CONCEDES)).negative


def test_what_is_negated_later_does_not_count() -> None:
    """Another clause is often about something else."""
    assert not stance_of(said(1, "„Wir bauen die Brücke, und niemand zahlt Maut.“")).negative


def test_a_warning_may_be_against_it_without_a_word() -> None:
    """It is held neither for nor against its matter."""
    assert stance_of(said(1, "„Das Wasser ist gefährlich.“", act=Act.WARNS)).doubtful
