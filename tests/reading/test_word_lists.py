"""The package's word lists and a user's own."""

import re
from pathlib import Path

import pytest

from tests.reading.marked import marked
from wortlaut import Act, LexiconError, OccasionKind
from wortlaut.reading._word_lists import FILES, WordLists
from wortlaut.reading.acts import judge_acts

PAGE = Path(__file__).parents[2] / "docs" / "word-lists.md"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the lists that the documentation shows."""
    blocks = re.findall(r"```toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    for name, block in zip(FILES, blocks, strict=True):
        (tmp_path / name).write_text(block, encoding="utf-8")
    return tmp_path


def test_the_lists_of_the_documentation_extend_the_own_ones(folder: Path) -> None:
    """Each of them adds what it says, and takes nothing away."""
    own, extended = WordLists.load(), WordLists.load(folder)
    for words in ("das Maximilianeum", "Longyearbyen"):
        assert own.places.of(words) is None
        assert extended.places.of(words) is not None
    assert extended.places.of("das Weiße Haus") == own.places.of("das Weiße Haus")
    demand = marked("[s:Voss] [c:bedang] sich [c:aus], [q:dass sie später komme].")
    assert judge_acts(demand, own.acts)[0].act is not Act.DEMANDS
    assert judge_acts(demand, extended.acts)[0].act is Act.DEMANDS
    assert extended.occasions["de"].kind_of("Pressefrühstück") is OccasionKind.PRESS_CONFERENCE
    assert extended.occasions["de"].kind_of("Interview") is OccasionKind.INTERVIEW


def test_a_folder_needs_not_hold_all_lists(folder: Path) -> None:
    """The package's own stand in for the others."""
    (folder / "places.toml").unlink()
    (folder / "acts.toml").unlink()
    lists = WordLists.load(folder)
    assert lists.places.of("der Kreml") is not None
    assert lists.occasions["de"].kind_of("Pressefrühstück") is not None


def test_the_own_lists_are_made_once() -> None:
    """Every reader of a process shares them."""
    assert WordLists.load() is WordLists.load()


def test_a_folder_that_is_none_is_an_error(tmp_path: Path) -> None:
    """It is named."""
    with pytest.raises(LexiconError, match="is no folder"):
        WordLists.load(tmp_path / "missing")


def test_a_folder_without_lists_is_an_error(tmp_path: Path) -> None:
    """Somebody who names a folder expects something of it."""
    with pytest.raises(LexiconError, match=r"holds no word list; the lists are places\.toml"):
        WordLists.load(tmp_path)


def test_a_list_of_another_name_is_an_error(folder: Path) -> None:
    """A misspelt name would otherwise be left aside in silence."""
    (folder / "place.toml").write_text("", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"holds place\.toml"):
        WordLists.load(folder)
