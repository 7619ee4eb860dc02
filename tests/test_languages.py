"""The language of a document, and that a reader is told where it is not English."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.cli import main
from extract.recognise.written import language_of, name_of
from tests.small_reports import committee, secretary_general
from tests.support import from_text

TEXTS = {
    "fr": "Le Comité a tenu sa première séance le 4 mai 2009 et a adopté l’ordre du jour de la session. Il est saisi de la question des eaux dans les ports.",
    "es": "El Comité celebró su primera sesión el 4 de mayo de 2009 y aprobó el programa de la reunión. Examinó la cuestión de las aguas en los puertos.",
    "ru": "Комитет провел свое первое заседание 4 мая 2009 года и утвердил повестку дня.",
    "ar": "عقدت اللجنة جلستها الأولى في 4 أيار/مايو 2009 وأقرت جدول الأعمال.",
    "zh": "委员会于2009年5月4日举行第一次会议，通过了议程。",
    "en": "The Committee held its first meeting on 4 May 2009 and adopted the agenda. It was seized of the waters in ports.",
}  # fmt: skip


@pytest.mark.parametrize(("code", "text"), TEXTS.items())
def test_the_language_is_that_of_the_text(code: str, text: str) -> None:
    assert language_of(text) == code
    assert language_of(f"United Nations A/64/41 Distr.: General English Original: English\n{text * 4}") == code


@pytest.mark.parametrize(
    "text", ["", "2009 4/5 —", "Lund, Ana; Berg, Jean de la Cruz; García de los Ríos, Luis; Dupont, Anne"]
)
def test_where_nothing_speaks_for_another_it_is_english(text: str) -> None:
    assert language_of(text) == "en"


def test_foreign_words_in_an_english_text_change_nothing() -> None:
    assert (
        language_of(f"{TEXTS['en'] * 5} The “Association pour le développement de la région des lacs” was heard.")
        == "en"
    )


def test_a_reader_is_told_that_another_language_is_not_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = from_text("1. " + TEXTS["fr"] + "\n")
    assert [d["language"] for d in report.rows["documents"]] == ["fr"]
    assert "the text is in French; events, missions and names are read in English only" in report.warnings
    assert not committee("It rained.").warnings and not secretary_general("It rained.").warnings
    (tmp_path / "rapport.txt").write_text("1. " + TEXTS["fr"] + "\n", encoding="utf-8")
    assert main(["run", str(tmp_path / "rapport.txt"), "--output", str(tmp_path / "out"), "--jobs", "0"]) == 0
    assert "the text is in French" in capsys.readouterr().out


def test_languages_have_names() -> None:
    assert (name_of("ru"), name_of("xx")) == ("Russian", "xx")
