"""The network in PyTorch, and the same network as ONNX graphs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, product
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="needs the extra `train`")
pytest.importorskip("onnx", reason="needs the extra `train`")

from tokenizers import Tokenizer  # noqa: E402
from tokenizers.models import Unigram  # noqa: E402

from training import export  # noqa: E402
from training.corpora import GoldArticle, GoldQuotation  # noqa: E402
from training.losses import batch_losses, overlap_f1  # noqa: E402
from training.network import CORPORA, ConditionalRandomField, Network, Shape  # noqa: E402
from training.prepare import cut, segments  # noqa: E402
from training.release import UNTUNED, set_tuning, write_model  # noqa: E402
from training.train import Plan, standardise, train  # noqa: E402
from wortlaut import Article  # noqa: E402
from wortlaut.model import Medium, QuotationType, Span  # noqa: E402
from wortlaut.reading import Reader  # noqa: E402
from wortlaut.reading._distances import distance_classes  # noqa: E402
from wortlaut.reading._labels import LEVELS, NAMED, ROLES, TAGS  # noqa: E402
from wortlaut.reading._model_files import find_model  # noqa: E402
from wortlaut.reading._network import Network as RunNetwork  # noqa: E402
from wortlaut.reading._subwords import Subwords  # noqa: E402
from wortlaut.reading._windows import Window  # noqa: E402

TINY = Shape(
    pieces=80, hidden=64, layers=3, heads=4, feed_forward=96, positions=512,
    read_layers=(1, 2, 3), word=24, quotation=20, pair=12, rank=6,
)  # fmt: skip
LETTERS = "abcdefghijklmnopqrstuvwxyzäöüßDERSWO„“.,:"
TEXT = "Wer sagte, es sei „gut“ so? Der Rat.\n\nSo sei es, sagte er. Er ging."
FORBIDDEN = [(0, 2), (1, 3), (2, 3), (3, 3)]


@pytest.fixture(scope="module", autouse=True)
def _one_thread() -> Iterator[None]:
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="module")
def embeddings() -> tuple[Any, Any]:
    """A table of 4-bit blocks, as the pretrained encoder keeps its own."""
    random = np.random.default_rng(7)
    values = random.integers(-8, 8, (TINY.pieces, TINY.hidden)).astype(np.int8)
    scales = random.uniform(0.01, 0.05, (TINY.pieces, TINY.hidden // 32)).astype(np.float16)
    return values, scales.astype(np.float32)


@pytest.fixture
def network(embeddings: tuple[Any, Any]) -> Network:
    """A tiny network of random weights, whose embeddings are those of the table."""
    torch.manual_seed(3)
    made = Network(TINY)
    values, scales = embeddings
    table = values.astype(np.float32) * np.repeat(scales, 32, axis=1)
    with torch.no_grad():
        made.encoder.words.weight.copy_(torch.from_numpy(table))
        made.encoder.places.normal_(std=0.1)
        made.mean.normal_(std=0.3)
        made.scale.uniform_(0.5, 2.0)
        made.distance_bias.weight.normal_()
        for chains in made.chains.values():
            for chain in chains:  # type: ignore[attr-defined]
                chain.transitions.normal_()
    made.eval()
    return made


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    """Every letter is a piece."""
    pieces = ["<s>", "<pad>", "</s>", "<unk>", "▁", *LETTERS]
    return Tokenizer(Unigram([(piece, -1.0) for piece in pieces], 3, False))


def span_of(words: str) -> tuple[Span, ...]:
    """Where the words stand in the text."""
    begin = TEXT.index(words)
    return (Span(begin, begin + len(words)),)


ARTICLE = GoldArticle(
    "written",
    "german_news",
    TEXT,
    (Span(0, TEXT.index("\n")), Span(TEXT.index("\n") + 2, len(TEXT))),
    (
        GoldQuotation(
            quote=span_of("es sei „gut“ so"),
            type=QuotationType.INDIRECT,
            medium=Medium.SPEECH,
            speaker=span_of("Wer"),
            cue=span_of("sagte"),
            frame=span_of("Wer sagte"),
            addressee=(),
        ),
        GoldQuotation(quote=span_of("„gut“"), type=QuotationType.DIRECT),
    ),
)


def test_the_chain_s_likelihood_is_that_of_all_paths() -> None:
    """The loss is the score of the gold path against the sum over every path."""
    torch.manual_seed(1)
    chain = ConditionalRandomField()
    with torch.no_grad():
        chain.transitions.normal_()
    lengths = [5, 3, 1]
    emissions = torch.randn(3, 5, len(TAGS))
    tags = torch.tensor([[1, 2, 0, 3, 2], [0, 1, 2, 0, 0], [1, 0, 0, 0, 0]])
    mask = torch.arange(5)[None] < torch.tensor(lengths)[:, None]
    losses = chain(emissions, tags, mask)
    moves = chain.transitions.detach().numpy().astype(np.float64)
    for row, length in enumerate(lengths):

        def score(path: tuple[int, ...], row: int = row) -> float:
            impossible = path[0] > 1 or any(pair in FORBIDDEN for pair in pairwise(path))
            if impossible:
                return -np.inf
            return float(
                sum(emissions[row, place, tag].item() for place, tag in enumerate(path))
                + sum(moves[a, b] for a, b in pairwise(path))
            )

        every = np.array([score(path) for path in product(range(4), repeat=length)])
        gold = score(tuple(tags[row, :length].tolist()))
        expected = np.logaddexp.reduce(every) - gold
        assert losses[row].item() == pytest.approx(expected, abs=1e-4)


def test_padding_changes_nothing(network: Network) -> None:
    """A window's vectors are the same alone and beside a longer one."""
    ids = torch.randint(4, TINY.pieces, (1, 30))
    padded = torch.cat([ids, torch.full((1, 20), 3)], 1)
    with torch.no_grad():
        alone = network.encoder(ids, torch.tensor([30]))
        beside = network.encoder(padded, torch.tensor([30]))
    for a, b in zip(alone, beside, strict=True):
        assert torch.allclose(a, b[:, :30], atol=1e-5)


def run_both(network: Network, folder: Path) -> list[tuple[str, Any, Any]]:
    """Each output of the torch network beside that of the graphs in a model folder."""
    random = np.random.default_rng(5)
    ids = random.integers(4, TINY.pieces, 40).tolist()
    window = Window(ids, first=list(range(1, 38, 3)), last=list(range(2, 39, 3)))
    quotations = [[(1, 3), (5, 8)], [(0, 2)], [(11, 13)]]
    count = len(window.first)
    distances = np.stack([distance_classes(count, pieces) for pieces in quotations])
    with torch.no_grad():
        read = network.encoder(torch.tensor([ids]), torch.tensor([len(ids)]))
        rows = torch.zeros(count, dtype=torch.long)
        words = network.word_vectors(
            read, rows, torch.tensor(window.first), torch.tensor(window.last)
        )
        hints = network.hints["english_news"](words)
        vectors = network.quotation_vectors(words, quotations)
        roles, nobody = network.role_scores(words, hints, vectors, torch.from_numpy(distances))
        expected = {
            "words": words,
            "tags": network.tags["english_news"](words).view(count, LEVELS, len(TAGS)),
            "hints": hints,
            "types": network.type_of(vectors),
            "media": network.medium_of(vectors),
            "worth": network.worth["english_news"](vectors)[:, 0],
            "nobody": nobody,
            "roles": roles,
        }
    run = RunNetwork(find_model(folder))
    encoded = run.encode([window], "en")
    judged = run.judge(encoded, 0, count, quotations, "en")
    found = {
        **{name: getattr(encoded, name) for name in ("words", "tags", "hints")},
        **{name: getattr(judged, name) for name in ("types", "media", "worth", "nobody", "roles")},
    }
    return [(name, found[name], value.numpy()) for name, value in expected.items()]


def folder_of(network: Network, tokenizer: Tokenizer, folder: Path, blocks: Any) -> Path:
    """A model folder written from the network."""
    folder.mkdir(exist_ok=True)
    path = folder / "made.json"
    tokenizer.save(str(path))
    write_model(network, blocks, path, folder, "tiny")
    return folder


def test_the_graphs_are_the_network(network: Network, tokenizer: Tokenizer, tmp_path: Path) -> None:
    """In single precision every output agrees to one in ten thousand."""
    folder = folder_of(network, tokenizer, tmp_path, None)
    for name, found, expected in run_both(network, folder):
        assert found.shape == expected.shape, name
        assert np.abs(found - expected).max() < 1e-4, name


def test_the_graphs_of_8_bits_are_close_to_the_network(
    network: Network, tokenizer: Tokenizer, tmp_path: Path, embeddings: tuple[Any, Any]
) -> None:
    """Rounding weights and activations moves the outputs little; the embeddings not at all."""
    folder = folder_of(network, tokenizer, tmp_path, embeddings)
    for name, found, expected in run_both(network, folder):
        assert found.shape == expected.shape, name
        assert np.corrcoef(found.ravel(), expected.ravel())[0, 1] > 0.99, name
        assert np.abs(found - expected).max() > 0.0, name
    assert (folder / "encoder.onnx").stat().st_size < 300_000


def test_a_written_model_can_be_read_with(
    network: Network, tokenizer: Tokenizer, tmp_path: Path
) -> None:
    """Its random weights find what they find; transitions and tuning arrive."""
    folder = folder_of(network, tokenizer, tmp_path, None)
    files = find_model(folder)
    for level, chain in enumerate(network.chains["english_news"]):  # type: ignore
        expected = chain.scores().detach().numpy()
        assert np.abs(files.chains["en"][level].transitions - expected).max() < 1e-3
    assert files.tuning == {"de": UNTUNED, "en": UNTUNED}
    set_tuning(folder, {"de": UNTUNED, "en": UNTUNED})
    assert find_model(folder).tuning == files.tuning
    reader = Reader(folder)
    assert reader.model_name == "tiny"
    assert reader.read(Article(text=TEXT)).text == TEXT


@pytest.mark.parametrize(
    ("a", "b", "f1"),
    [
        ([(0, 4)], [(0, 4)], 1.0),
        ([(0, 4)], [(4, 8)], 0.0),
        ([(0, 4)], [(2, 6)], 0.5),
        ([(0, 2), (4, 6)], [(0, 6)], 0.8),
    ],
)
def test_overlap_counts_shared_words(
    a: list[tuple[int, int]], b: list[tuple[int, int]], f1: float
) -> None:
    """Twice the shared words over the words of both."""
    assert overlap_f1(a, b) == pytest.approx(f1)


def weights() -> dict[str, float]:
    """Every loss counts alike."""
    return dict.fromkeys(("tags", "hints", "type", "medium", "worth", "roles", "named"), 1.0)


def test_every_head_learns_something(network: Network, tokenizer: Tokenizer) -> None:
    """Each part of the network that this corpus trains gets a gradient from the losses."""
    subwords = Subwords(tokenizer)
    network.train()
    (segment,) = segments(cut(ARTICLE, subwords), subwords, Random(1))
    losses = batch_losses(
        network, [segment, segment], subwords.unknown_id, Random(1), dropout=0.0, weights=weights()
    )
    assert set(losses) == set(weights())
    assert all(torch.isfinite(loss) and loss > 0 for loss in losses.values())
    torch.stack(list(losses.values())).sum().backward()
    others = tuple(f".{corpus}." for corpus in CORPORA if corpus != "german_news")
    for name, parameter in network.named_parameters():
        if not parameter.requires_grad or any(other in name for other in others):
            continue
        assert parameter.grad is not None and parameter.grad.abs().sum() > 0, name


def test_training_lowers_the_loss_and_is_not_done_twice(
    network: Network, tokenizer: Tokenizer, tmp_path: Path
) -> None:
    """Started again after its last epoch, it gives what it left behind."""
    subwords = Subwords(tokenizer)
    corpora = {"german_news": [cut(ARTICLE, subwords)] * 6}
    (segment,) = segments(corpora["german_news"][0], subwords, Random(1))
    standardise(network, [segment])

    def loss(of: Network) -> float:
        of.eval()
        with torch.no_grad():
            losses = batch_losses(of, [segment], 3, Random(1), dropout=0.0, weights=weights())
        return float(torch.stack(list(losses.values())).sum())

    before = loss(network)
    state = {name: value.clone() for name, value in network.state_dict().items()}
    plan = Plan(
        epochs=({"german_news": 1.0},) * 6,
        pieces_per_batch=200,
        encoder_rate=1e-3,
        head_rate=1e-2,
        averaging=0.5,
    )
    trained = train(network, corpora, subwords, plan, tmp_path)
    assert loss(trained) < 0.8 * before
    finished = torch.load(tmp_path / "checkpoint.pt", weights_only=True)
    assert finished["epoch"] == 6
    fresh = Network(TINY)
    fresh.load_state_dict(state)
    resumed = train(fresh, corpora, subwords, plan, tmp_path)
    assert loss(resumed) == pytest.approx(loss(trained), rel=1e-5)


def test_the_encoder_is_left_without_dropout_in_the_graph(network: Network) -> None:
    """Exporting a network that is still in training gives the graph for reading."""
    network.train()
    graph = export.encoder_graph(network, None)
    assert not network.training
    assert {node.op_type for node in graph.graph.node} >= {"MultiHeadAttention", "Gelu"}
    assert [output.name for output in graph.graph.output] == [
        *("words", "tags_de", "hints_de", "tags_en", "hints_en"),
    ]
    width = {output.name: output.type.tensor_type.shape.dim[1].dim_value
             for output in graph.graph.output}  # fmt: skip
    assert width["tags_de"] == LEVELS * len(TAGS)
    assert width["hints_de"] == len(ROLES)
    assert network.outputs == len(ROLES) + 2 * len(NAMED)
