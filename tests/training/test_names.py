"""The tagger of names: its corpus, its loss, its graph, and how news is marked for it."""

from __future__ import annotations

import gzip
import json
from itertools import product
from pathlib import Path
from random import Random

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="needs the extra `train`")
onnx = pytest.importorskip("onnx", reason="needs the extra `train`")

from training import export  # noqa: E402
from training.names._corpus import KINDS, TaggedName, TaggedText, as_text, load, words_of  # noqa: E402
from training.names._export import names_graph  # noqa: E402
from training.names._network import NameNetwork, Shape  # noqa: E402
from training.names._scoring import count, reliability  # noqa: E402
from training.names._silver import KnownNames, silver_labels  # noqa: E402
from training.names._train import Plan, train  # noqa: E402
from training.names._vectors import Example  # noqa: E402
from wortlaut._exceptions import ModelError  # noqa: E402
from wortlaut.model import Span  # noqa: E402
from wortlaut.reading._decoding import Chain, marginals  # noqa: E402
from wortlaut.reading._words import split_words  # noqa: E402
from wortlaut.reading.names import Name, NameKind, NameTagger  # noqa: E402
from wortlaut.reading.names._features import WordFeatures  # noqa: E402
from wortlaut.reading.names._labels import LABELS, first_of  # noqa: E402
from wortlaut.reading.names._tagger import likeliest, without_possessive  # noqa: E402

TINY = Shape(vector=12, feature=4, hidden=16)
PERSON, PLACE, ORGANISATION, OTHER = (first_of(kind) for kind in range(4))


def spoken(tokens: str, language: str, seed: int = 0) -> str:
    """The text of tokens without names."""
    split = tokens.split(" ")
    return as_text(split, ["O"] * len(split), language, Random(seed)).text


@pytest.mark.parametrize(
    ("tokens", "language", "text"),
    [
        ("Er kam , sah ( kurz ) und ging .", "de", "Er kam, sah (kurz) und ging."),
        ('500 " m und 3 " km', "de", "500 m und 3 km"),
        ("das 3:0 - Endspiel 2017 / 18", "de", "das 3:0-Endspiel 2017/18"),
        ("die Nord- und Ostsee", "de", "die Nord- und Ostsee"),
        ("Nord - und Ostsee", "de", "Nord- und Ostsee"),
        ("the king 's men 's hats", "en", "the king's men's hats"),
        ("at $ 5 , or 10 %", "en", "at $5, or 10%"),
    ],
)
def test_tokens_become_running_text(tokens: str, language: str, text: str) -> None:
    """As a newspaper would set them."""
    assert spoken(tokens, language) == text


def test_marks_vary_but_pair_up() -> None:
    """So that the tagger knows all of a language's marks."""
    texts = {spoken('" Ja " , sagte er , " ja "', "de", seed) for seed in range(30)}
    assert texts == {"„Ja“, sagte er, „ja“", "»Ja«, sagte er, »ja«", '"Ja", sagte er, "ja"'}
    assert spoken('Er rief : " Halt " .', "en", 1) in {"Er rief: “Halt”.", 'Er rief: "Halt".'}


def test_names_keep_their_characters() -> None:
    """Also next to punctuation, and two in a row."""
    tagged = as_text(
        ["(", "Anna", "Roth", ")", "Bonn", "'s", "Rat"],
        ["O", "B-PER", "I-PER", "O", "B-LOC", "O", "B-ORG"],
        "en",
        Random(0),
    )
    assert tagged.text == "(Anna Roth) Bonn's Rat"
    assert [(name.span.of(tagged.text), name.kind) for name in tagged.names] == [
        ("Anna Roth", "PER"),
        ("Bonn", "LOC"),
        ("Rat", "ORG"),
    ]
    words, labels = words_of(tagged)
    assert len(words) == len(labels) == 6
    assert labels == [0, PERSON, PERSON + 1, 0, PLACE, ORGANISATION]


def test_a_fixed_tenth_is_held_back(tmp_path: Path) -> None:
    """The same at every call, and no sentence on both sides."""
    (tmp_path / "names").mkdir()
    with gzip.open(tmp_path / "names" / "de.jsonl.gz", "wt", encoding="utf-8") as lines:
        for number in [*range(400), *range(400)]:
            lines.write(json.dumps({"tokens": ["Satz", str(number)], "tags": ["O", "O"]}) + "\n")
    learnt, held = load(tmp_path, "de")
    assert (learnt, held) == load(tmp_path, "de")
    assert 20 <= len(held) <= 60
    assert len({text.text for text in learnt + held}) == len(learnt) + len(held) == 400


def example(text: str, labels: list[int], seed: int = 0) -> Example:
    """A text whose vectors are drawn by a seed."""
    words = split_words(text, [Span(0, len(text))])
    vectors = np.random.default_rng(seed).normal(size=(len(words), TINY.vector))
    names = tuple(
        TaggedName(Span(words.begins[i], words.ends[i]), KINDS[(label - 1) // 2])
        for i, label in enumerate(labels)
        if label
    )
    return Example(
        TaggedText(text, names),
        words,
        vectors.astype(np.float16),
        WordFeatures().of_words(text, words),
        np.eye(LABELS, dtype=bool)[labels],
    )


def test_the_loss_counts_every_allowed_chain() -> None:
    """Against a sum over all chains, one by one."""
    torch.manual_seed(3)
    network = NameNetwork(TINY)
    torch.nn.init.normal_(network.transitions)
    scores = torch.randn(1, 3, LABELS)
    allowed = torch.rand(1, 3, LABELS) < 0.4
    allowed[..., 0] = True
    chain, start = network.chain().detach(), network.start
    sums = [[], []]  # type: ignore[var-annotated]
    for path in product(range(LABELS), repeat=3):
        value = start[path[0]] + scores[0, 0, path[0]]
        for t in (1, 2):
            value = value + chain[path[t - 1], path[t]] + scores[0, t, path[t]]
        sums[0].append(value)
        if all(allowed[0, t, label] for t, label in enumerate(path)):
            sums[1].append(value)
    expected = torch.logsumexp(torch.stack(sums[0]), 0) - torch.logsumexp(torch.stack(sums[1]), 0)
    loss = network.loss(scores, allowed, torch.tensor([3]))
    assert loss.item() == pytest.approx(expected.item() / 3, abs=1e-4)


def test_padding_does_not_count() -> None:
    """A short text beside a long one has the loss that it has alone."""
    torch.manual_seed(3)
    network = NameNetwork(TINY)
    scores, allowed = torch.randn(1, 5, LABELS), torch.zeros(1, 5, LABELS, dtype=torch.bool)
    allowed[..., 0] = True
    short = network.loss(scores[:, :2], allowed[:, :2], torch.tensor([2]))
    assert network.loss(scores, allowed, torch.tensor([2])).item() == pytest.approx(short.item())


@pytest.fixture(scope="module")
def taught(tmp_path_factory: pytest.TempPathFactory) -> tuple[NameNetwork, Path]:
    """A network that has learnt two texts by heart, and its file."""
    torch.manual_seed(0)
    torch.set_num_threads(1)
    network = NameNetwork(TINY)
    texts = [
        example("Gestern kam Roth nach Bonn .", [0, 0, PERSON, 0, PLACE, 0], 1),
        example("Der Werftrat lobt Jansen sehr", [0, ORGANISATION, 0, PERSON, 0], 2),
    ]
    said: list[str] = []
    train(network, texts * 16, Plan(epochs=25, batch=4, warm_up=10, rate=1e-2), said.append)
    assert len(said) == 25
    path = tmp_path_factory.mktemp("names") / "names.onnx"
    export.save(names_graph(network, "tiny"), path)
    return network, path


def test_the_graph_is_the_network(taught: tuple[NameNetwork, Path]) -> None:
    """The same probabilities, word for word."""
    network, path = taught
    text = example("Roth und Jansen loben Bonn , sagte der Werftrat .", [0] * 10, 9)
    vectors = text.vectors.astype(np.float32)
    with torch.no_grad():
        scores = network(
            torch.from_numpy(vectors)[None],
            torch.from_numpy(text.features)[None],
            torch.tensor([len(text.words)]),
        )[0].numpy()
        chain = Chain(network.start.numpy(), network.chain().numpy())
    shares = NameTagger(path).label_shares(text.text.text, text.words, vectors)
    np.testing.assert_allclose(shares, marginals(scores, chain), atol=2e-4)


def test_a_taught_tagger_finds_the_names(taught: tuple[NameNetwork, Path]) -> None:
    """With their kinds, sure of itself, and scored as right."""
    text = example("Gestern kam Roth nach Bonn .", [0, 0, PERSON, 0, PLACE, 0], 1)
    names = NameTagger(taught[1]).tag(text.text.text, text.words, text.vectors.astype(np.float32))
    assert [(name.span.of(text.text.text), name.kind) for name in names] == [
        ("Roth", NameKind.PERSON),
        ("Bonn", NameKind.PLACE),
    ]
    assert all(name.confidence > 0.8 for name in names)
    assert count([names], [text])["all"].f1 == 100.0
    assert [(number, right) for number, _, right in reliability([names], [text])] == [(2, 1.0)]


def test_no_words_have_no_names(taught: tuple[NameNetwork, Path]) -> None:
    """As in a block of white space."""
    words = split_words("", [])
    assert NameTagger(taught[1]).tag("", words, np.zeros((0, 12), dtype=np.float32)) == []


def test_another_graph_is_no_tagger(taught: tuple[NameNetwork, Path], tmp_path: Path) -> None:
    """Nor is a file that is none, or one of another version."""
    model = onnx.load(taught[1])
    onnx.helper.set_model_props(model, {"name": "x"})
    onnx.save(model, tmp_path / "bare.onnx")
    with pytest.raises(ModelError, match=r"bare\.onnx: not a tagger of names"):
        NameTagger(tmp_path / "bare.onnx")
    model = onnx.load(taught[1])
    props = {entry.key: entry.value for entry in model.metadata_props}
    onnx.helper.set_model_props(model, {**props, "format": "99"})
    onnx.save(model, tmp_path / "later.onnx")
    with pytest.raises(ModelError, match="format 99"):
        NameTagger(tmp_path / "later.onnx")
    with pytest.raises(ModelError, match="missing"):
        NameTagger(tmp_path / "gone.onnx")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Anna Roth's", "Anna Roth"),
        ("Bonn’s", "Bonn"),
        ("McDonald's", "McDonald's"),
        ("Roths", "Roths"),
        ("s's", "s's"),
    ],
)
def test_a_possessive_is_no_part_of_a_name(words: str, name: str) -> None:
    """Unless the name is spelt with it."""
    assert without_possessive(words, Span(0, len(words))).of(words) == name


def test_scores_count_wrong_missing_and_right_names() -> None:
    """A name of the wrong kind is both wrong and missing."""
    text = example("Roth kam nach Bonn .", [PERSON, 0, 0, PLACE, 0])
    begin = text.text.text.index("Bonn")
    found = [
        Name(Span(0, 4), NameKind.PERSON, 0.9),
        Name(Span(begin, begin + 4), NameKind.ORGANISATION, 0.4),
    ]
    counts = count([found], [text])
    assert (counts["PER"].f1, counts["LOC"].f1, counts["ORG"].f1) == (100.0, 0.0, 0.0)
    assert counts["all"].f1 == 50.0


def silver(text: str, **sure: int) -> list[str]:
    """The labels of an article whose words the first tagger holds for no names but for `sure`.

    `sure` are words with a label; a word that ends in _ is one that it has its doubts about.
    """
    words = split_words(text.replace("_", ""), [Span(0, len(text.replace("_", "")))])
    text_words = text.replace("_", "")
    row = [text_words[a:b] for a, b in zip(words.begins, words.ends, strict=True)]
    shares = np.full((len(row), LABELS), 0.001, dtype=np.float32)
    doubted = {word.strip("_") for word in text.split(" ") if word.endswith("_")}
    for place, word in enumerate(row):
        shares[place, sure.get(word, 0)] = 0.99 if word not in doubted else 0.5
    names = [
        Name(
            Span(words.begins[name.begin], words.ends[name.end - 1]),
            list(NameKind)[name.kind],
            name.confidence,
        )
        for name in likeliest(shares, words.paragraphs)
        if name.confidence > 0.9
    ]
    allowed = silver_labels(text_words, words, shares, names, KnownNames())
    labels = ["none", *(f"{kind}{more}" for kind in KINDS for more in ("", "+"))]
    return ["open" if mask.sum() > 1 else labels[int(mask.argmax())] for mask in allowed]


def test_news_is_marked_by_what_is_known() -> None:
    """Countries, bodies and abbreviations, which the first tagger does not know."""
    assert silver("In den USA warnt die NATO vor der KJHG und Moskaus Kreml") == [
        *("none", "none", "LOC", "none", "none", "ORG", "none", "none", "ORG", "none"),
        *("LOC", "LOC"),
    ]


def test_surnames_are_marked_by_the_full_name() -> None:
    """In front of it and behind, in the genitive too."""
    marks = silver("Roth lobt Anna Roths Werft und Roth", Anna=PERSON, Roths=PERSON + 1)
    assert marks == ["PER", "none", "PER", "PER+", "none", "none", "PER"]


def test_what_is_doubtful_is_left_open() -> None:
    """But not an office, a day or a small letter."""
    assert silver("Die Werft_ und Ministerin_ am Montag_ bei klein_ Bonn", Bonn=PLACE) == [
        *("none", "open", "none", "none", "none", "none", "none", "none", "LOC"),
    ]
