"""A text's language is told from a sample, and left open where it is unsure."""

import subprocess
import sys

import pytest

from wortlaut.sources import _language
from wortlaut.sources._language import recognise_language

GERMAN = (
    "Der Senat hat am Freitag beschlossen, den Hafen zu erweitern. Die Opposition sagte, dass sie "
    "das nicht mittragen werde, und kündigte eine Klage an. Auch aus der Wirtschaft kam Kritik."
)
ENGLISH = (
    "The council said on Friday that it would widen the harbour. The opposition told reporters "
    "they would not support the plan, and that it was too late for a vote this year."
)


@pytest.fixture
def without_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """The general recogniser fails when it is asked."""

    def fail(_: str) -> str | None:
        raise AssertionError("the model was loaded")

    monkeypatch.setattr(_language, "_by_model", fail)


@pytest.mark.usefixtures("without_model")
@pytest.mark.parametrize(("text", "language"), [(GERMAN, "de"), (ENGLISH, "en")])
def test_german_and_english_need_no_model(text: str, language: str) -> None:
    """The two languages of the reader are told by their function words alone."""
    assert recognise_language(text) == language
    assert recognise_language(text.upper()) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le président a déclaré mardi que la réforme serait adoptée avant l'été.", "fr"),
        ("El presidente declaró el martes que la reforma sería aprobada en verano.", "es"),
        ("De burgemeester zei dat hij niets had gezien en dat de haven open blijft.", "nl"),
        ("Il presidente ha detto martedì che la riforma sarà approvata prima dell'estate.", "it"),
        ("Prezydent powiedział we wtorek, że reforma zostanie przyjęta przed latem.", "pl"),
        ("Президент заявил во вторник, что реформа будет принята до лета.", "ru"),
        ("הנשיא אמר ביום שלישי כי הרפורמה תאושר לפני הקיץ", "he"),
        ("قال الرئيس يوم الثلاثاء إن الإصلاح سيقر قبل الصيف", "ar"),
        ("Cumhurbaşkanı salı günü reformun yazdan önce kabul edileceğini söyledi.", "tr"),
    ],
)
def test_other_languages_are_told_by_the_model(text: str, language: str) -> None:
    """A page in a language that the reader does not know is named, to be warned of."""
    assert recognise_language(text) == language


@pytest.mark.parametrize(
    "text", ["", " \n", "1234 5678 9012", "Kurz", "😀😀😀", "Ja. Nein.", "-- * --"]
)
def test_too_little_text_has_no_language(text: str) -> None:
    """Numbers, signs and single words leave the language open."""
    assert recognise_language(text) is None


def test_a_foreign_quotation_does_not_change_the_language() -> None:
    """A sentence of another language within an article is outweighed."""
    assert recognise_language(f"{GERMAN} “This is our last offer”, sagte er. {GERMAN}") == "de"


@pytest.mark.usefixtures("without_model")
def test_a_foreign_head_does_not_hide_a_long_text() -> None:
    """Pieces from all over a long text are looked at, not just its beginning."""
    assert recognise_language("Accept all cookies. " * 10 + f"{GERMAN}\n" * 2000) == "de"


def test_start_up_does_not_load_the_recogniser() -> None:
    """Neither importing the module nor reading a German text imports py3langid."""
    program = (
        "import sys\n"
        "from wortlaut.sources._language import recognise_language\n"
        f"assert recognise_language({GERMAN!r}) == 'de'\n"
        "assert 'py3langid' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
