from __future__ import annotations

from tests.reading.acts.damaged_sentences import DAMAGED, SOUND, UNSEEN_DAMAGED
from tests.reading.acts.judged import article
from tests.reading.marked import marked
from wortlaut.reading.acts import find_damage


def flagged(sentences: list[str]) -> list[str]:
    """Those sentences in which something broken is found."""
    return [s for s in sentences if find_damage(marked(f"[q:{s}]"))[0]]


def test_no_sound_sentence_is_flagged() -> None:
    """More than 50, with much that comes near to broken order."""
    assert len(SOUND) >= 50
    assert flagged(SOUND) == []


def test_most_broken_sentences_are_found() -> None:
    """Nine in ten of those that the checks were written for; seven in ten of the others."""
    assert len(flagged(DAMAGED)) >= 0.9 * len(DAMAGED)
    assert len(flagged(UNSEEN_DAMAGED)) >= 0.7 * len(UNSEEN_DAMAGED)


def test_the_broken_clause_is_the_span() -> None:
    """From its subordinator up to its mark."""
    whole = marked("[s:Er] [c:sagte], [q:dass der Rat habe keine Zweifel, aber Fragen].")
    ((span,),) = find_damage(whole)
    assert whole.words(span) == "dass der Rat habe keine Zweifel"


def test_the_frame_is_looked_at_too() -> None:
    """It may be broken where the quotation is sound."""
    whole = marked("[f:[s:Sie] [c:hat angekündigt] neue Preise im Mai:] [q:alles wird teurer].")
    ((span,),) = find_damage(whole)
    assert whole.words(span).startswith("hat angekündigt")


def test_weil_with_its_verb_second_is_sound_in_direct_speech() -> None:
    """People say it so; a writer does not, nor does anyone with *dass*."""
    because = "[q:Wir fuhren heim, weil der Hafen war noch immer ganz voll.]"
    that = "[q:Ich sage, dass der Hafen war noch immer ganz voll.]"
    assert find_damage(article(because, kind="direct")) == [()]
    assert find_damage(article(because, kind="indirect")) != [()]
    assert find_damage(article(that, kind="direct")) != [()]


def test_only_german_is_looked_at() -> None:
    """One empty value a statement otherwise."""
    assert find_damage(marked("[q:He said that will be no end.]", "en")) == [()]
