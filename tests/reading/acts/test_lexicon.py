from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import wortlaut.reading.acts as room
from wortlaut import WortlautError
from wortlaut.model import Act
from wortlaut.reading.acts import Lexicon

FOLDER = Path(room.__file__).parent


def told(lexicon: Lexicon, cue: str, language: str = "de") -> Act | None:
    """What a cue tells by itself."""
    entry = lexicon.of(language).tell(cue.split())
    return entry.act if entry else None


@pytest.mark.parametrize(("language", "at_least"), [("german", 350), ("english", 200)])
def test_the_package_knows_many_cues(language: str, at_least: int) -> None:
    """Verbs alone are more than was asked for; every act has some."""
    content = tomllib.loads((FOLDER / f"{language}.toml").read_text("utf-8"))[language]
    verbs = {verb for act in Act for verb in content[act]["verbs"]}
    assert len(verbs) >= at_least
    assert all(content[act]["verbs"] for act in Act)


def test_no_entry_stands_twice_under_one_act() -> None:
    """A list that people extend should show them what it has."""
    for language in ("german", "english"):
        content = tomllib.loads((FOLDER / f"{language}.toml").read_text("utf-8"))[language]
        for act in Act:
            for kind, entries in content[act].items():
                twice = {entry for entry in entries if entries.count(entry) > 1}
                assert not twice, (language, act, kind)


def test_a_file_of_ones_own_adds_words_and_goes_first(tmp_path: Path) -> None:
    """New verbs inflect, separable ones too; a known verb may tell another act."""
    path = tmp_path / "acts.toml"
    path.write_text(
        '[german.accuses]\nverbs = ["durch|kakeln", "loben"]\nnouns = ["Anwurf/Anwürfe"]\n'
        '[english.demands]\nverbs = ["clamp on"]\n',
        encoding="utf-8",
    )
    own = Lexicon.load(path)
    assert told(own, "durchgekakelt") is Act.ACCUSES
    assert told(own, "kakelte alles durch") is Act.ACCUSES
    assert told(own, "die Anwürfe") is Act.ACCUSES
    assert told(own, "lobte") is Act.ACCUSES
    assert told(own, "clamped down on", "en") is Act.DEMANDS
    assert told(own, "kündigte an") is Act.ANNOUNCES
    assert told(Lexicon.load(), "lobte") is Act.PRAISES


def test_irregular_verbs_of_ones_own_are_inflected(tmp_path: Path) -> None:
    """Principal parts may be added."""
    path = tmp_path / "acts.toml"
    path.write_text(
        '[german.irregular_verbs]\nglimmen = "glimmt glomm geglommen"\n'
        '[german.warns]\nverbs = ["auf|glimmen"]\n',
        encoding="utf-8",
    )
    assert told(Lexicon.load(path), "glomm auf") is Act.WARNS
    assert told(Lexicon.load(path), "aufgeglommen") is Act.WARNS


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("[german", "TOML"),
        ("[french.asserts]\nverbs = []", "french"),
        ("[german.shouts]\nverbs = []", "shouts"),
        ('[german.asserts]\nverb = ["rufen"]', "verb"),
        ('[german.asserts]\nverbs = "rufen"', "[german.asserts]"),
        ('[german.asserts]\nverbs = ["Gerede"]', "Gerede"),
        ("[english.asserts]\nnouns = [3]", "3"),
        ('[english.asserts]\nverbs = ["not"]', "not"),
        ('[german.irregular_verbs]\nsingen = "sang"', "singen"),
        ('[german.negated]\nasserts = "shouts"', "shouts"),
    ],
)
def test_an_error_names_the_file_and_the_entry(tmp_path: Path, content: str, named: str) -> None:
    """Whoever wrote the file can find the place."""
    path = tmp_path / "acts.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(WortlautError) as raised:
        Lexicon.load(path)
    assert str(path) in str(raised.value)
    assert named in str(raised.value)


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    """So is one that is not UTF-8."""
    with pytest.raises(WortlautError, match="no such file"):
        Lexicon.load(tmp_path / "none.toml")
    path = tmp_path / "latin.toml"
    path.write_bytes('[german.asserts]\nverbs = ["kündigen"]'.encode("latin-1"))
    with pytest.raises(WortlautError, match="UTF-8"):
        Lexicon.load(path)
