import pytest

from wortlaut.wording import Change, Comparison, Relation, compare_wordings

PORT = "„Der Hafen wird nicht verkauft, weder an einen Konzern noch an einen Fonds.“"


def _verbatim(first: str, second: str, language: str = "de") -> Comparison:
    return compare_wordings(first, second, (language, language), verbatim=True)


def _changes(first: str, second: str, result: Comparison) -> list[tuple[str, str, str]]:
    return [
        (
            passage.change.value,
            passage.first.of(first) if passage.first else "",
            passage.second.of(second) if passage.second else "",
        )
        for passage in result.passages
        if passage.change is not Change.SAME
    ]


@pytest.mark.parametrize(
    ("first", "second", "language"),
    [
        ("„Die Straße bleibt gesperrt.“", "»Die Strasse bleibt gesperrt«", "de"),
        ("„Größere Schäden gab es nicht“", '"Groessere Schaeden gab es nicht."', "de"),
        ("„Zwölf Leute, 1.400 Euro“", "„12 Leute, 1 400 €“", "de"),
        ("„Die Freibad-Saison beginnt.“", "„Die Freibadsaison beginnt!“", "de"),
        ("“We don't know, twenty-six of them.”", '"We do not know; 26 of them."', "en"),
    ],
)
def test_spelling_is_no_difference(first: str, second: str, language: str) -> None:
    """Quotation marks, umlauts, hyphens, numbers and contractions may be written otherwise."""
    result = _verbatim(first, second, language)
    assert result.relation is Relation.SAME
    assert result.drift == ()


def test_a_quotation_that_ends_earlier_is_cut() -> None:
    """What is left out at an end is told, and is no drift."""
    short = "„Der Hafen wird nicht verkauft“"
    result = _verbatim(PORT, short)
    assert result.relation is Relation.CUT
    assert _changes(PORT, short, result) == [
        ("left_out", "weder an einen Konzern noch an einen Fonds", "")
    ]
    assert result.drift == ()


def test_another_word_between_the_same_words_is_drift() -> None:
    """Two verbatim wordings cannot both be right about the word that differs."""
    other = "„Der Hafen wird nie verkauft, weder an einen Konzern noch an einen Fonds.“"
    result = _verbatim(PORT, other)
    assert result.relation is Relation.ALTERED
    assert _changes(PORT, other, result) == [("replaced", "nicht", "nie")]
    assert [passage.change for passage in result.drift] == [Change.REPLACED]


def test_a_negation_that_is_gone_is_drift() -> None:
    """A short word in the middle counts as much as a long one."""
    result = _verbatim("“I did not say that to him”", "“I did say that to him”", "en")
    assert [p.change for p in result.drift] == [Change.LEFT_OUT]


def test_what_is_marked_as_left_out_is_no_drift() -> None:
    """An ellipsis says that words are missing there."""
    for mark in ("[...]", "[…]", "…", "..."):
        cut = f"„Der Hafen wird nicht verkauft {mark} noch an einen Fonds.“"
        result = _verbatim(PORT, cut)
        assert result.drift == (), mark
        assert result.relation is Relation.CUT


def test_words_in_brackets_are_the_reporters() -> None:
    """A name put in for a pronoun is marked, and is no drift."""
    first = "„Ich habe mit ihm vier Stunden gesprochen und nichts gehört.“"
    second = "„Ich habe mit [Präsident Vale] vier Stunden gesprochen und nichts gehört.“"
    result = _verbatim(first, second)
    assert result.drift == ()
    assert ("marked", "", "Präsident Vale") in _changes(first, second, result)


def test_a_sentence_left_out_without_a_mark_is_drift() -> None:
    """Words that vanish from the middle make the speaker say something else."""
    first = "„Wir helfen allen. Das wird teuer. Und wir fangen morgen damit an.“"
    second = "„Wir helfen allen. Und wir fangen morgen damit an.“"
    assert [p.first.of(first) for p in _verbatim(first, second).drift if p.first] == [
        "Das wird teuer"
    ]


def test_reported_speech_is_the_same_words_in_other_forms() -> None:
    """Person and mood change from direct to indirect speech."""
    first = "„Ich bin bereit, in Genf zu verhandeln.“"
    second = "er sei bereit, in Genf zu verhandeln"
    result = compare_wordings(first, second, ("de", "de"))
    assert result.relation is Relation.REPORTED
    assert _changes(first, second, result) == [("inflected", "Ich bin", "er sei")]


def test_a_verb_that_moves_to_the_end_is_the_same_verb() -> None:
    """A clause with *dass* has its verb last."""
    first, second = "„Wir werden morgen in Genf sein.“", "dass sie morgen in Genf sein würden"
    result = compare_wordings(first, second, ("de", "de"))
    assert result.relation is Relation.REPORTED
    assert ("moved", "", "würden") in _changes(first, second, result)


def test_english_backshift_is_reported_speech() -> None:
    """*I will* becomes *he would*."""
    result = compare_wordings("“I will lead us there.”", "he would lead them there", ("en", "en"))
    assert result.relation is Relation.REPORTED


def test_wordings_of_two_languages_are_not_aligned() -> None:
    """No words are shared by chance between languages."""
    result = compare_wordings("Das ist so.", "That is so.", ("de", "en"), verbatim=True)
    assert result.relation is Relation.OTHER
    assert result.passages == ()


def test_nothing_shared_is_no_drift() -> None:
    """A flag is for wordings that claim to be the same."""
    result = _verbatim("„Das Wetter war schlecht.“", "„Niemand kam zum Fest nach Bonn.“")
    assert result.relation is Relation.OTHER
    assert result.drift == ()


def test_passages_cover_every_word_of_both() -> None:
    """Nothing is left unexplained on either side."""
    first = "„Ich kündige nicht, weil ich den Beruf nicht mag, sondern weil ich ihn mag.“"
    second = "sie kündige, weil sie ihren Beruf möge, nicht weil sie müde sei"
    result = compare_wordings(first, second, ("de", "de"))
    for text, spans in (
        (first, [p.first for p in result.passages if p.first]),
        (second, [p.second for p in result.passages if p.second]),
    ):
        covered = {n for span in spans for n in range(span.begin, span.end)}
        assert all(n in covered for n, letter in enumerate(text) if letter.isalpha())


def test_long_wordings_are_compared_too() -> None:
    """Two texts of thousands of words that differ in one."""
    words = [f"wort{number % 977}" for number in range(4000)]
    other = [*words[:2000], "anders", *words[2001:]]
    result = _verbatim(" ".join(words), " ".join(other))
    assert [p.words for p in result.drift] == [1]
