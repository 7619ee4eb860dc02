"""Symbols and resolutions as editors cite them, and what only looks like one."""

from __future__ import annotations

import pytest

from extract.recognise import masthead, symbols
from extract.segment.parts import is_masthead
from tests.support import from_text

CASES = {
    # symbols
    "see S/2006/972.": ["S/2006/972"],
    "(S/2006/972)": ["S/2006/972"],
    "S/2001/546 and S/2001/900": ["S/2001/546", "S/2001/900"],
    "S/PRST/2001/3, annex": ["S/PRST/2001/3"],
    "S/26015": ["S/26015"],
    "document A/60/180;": ["A/60/180"],
    "A/HRC/RES/16/21": ["A/HRC/RES/16/21"],
    "E/CN.4/2005/3": ["E/CN.4/2005/3"],
    "A/AC.109/2025/20": ["A/AC.109/2025/20"],
    "A/CONF.229/2017/8": ["A/CONF.229/2017/8"],
    "ST/SGB/2003/7": ["ST/SGB/2003/7"],
    "DP/2005/1": ["DP/2005/1"],
    "CEDAW/C/SR.100": ["CEDAW/C/SR.100"],
    "S/AC.37/2003/(1455)/8": ["S/AC.37/2003/(1455)/8"],
    "S/2006/972/Add.1": ["S/2006/972/Add.1"],
    "A/80/6 (Sect. 7)": ["A/80/6(Sect.7)"],
    "A/80/6 (Sect. 3)/Add.6": ["A/80/6(Sect.3)/Add.6"],
    "A/80/6 (Sect. 3)/Add.2-4": [f"A/80/6(Sect.3)/Add.{n}" for n in (2, 3, 4)],
    "A/80/6 (Sect. 24) and Corr.1": ["A/80/6(Sect.24)", "A/80/6(Sect.24)/Corr.1"],
    "A/81/6 (SECT. 29F)": ["A/81/6(SECT.29F)"],
    "A/80/6(Sect. 7)": ["A/80/6(Sect.7)"],
    "A/80/6 (Introduction)": ["A/80/6(Introduction)"],
    "A/80/6 (Income sect. 1)": ["A/80/6(Incomesect.1)"],
    "A/79/5 (Vol. II)": ["A/79/5(Vol.II)"],
    "A/53/23 (Part II)": ["A/53/23(PartII)"],
    "A/80/6 (see annex I)": ["A/80/6"],
    "A/80/6 (part of the budget)": ["A/80/6"],
    "A/52/150 and Corr.1": ["A/52/150", "A/52/150/Corr.1"],
    "A/52/150, Add.1 and Corr.1": ["A/52/150", "A/52/150/Add.1", "A/52/150/Corr.1"],
    "A/52/150 and Add.1-3": ["A/52/150", "A/52/150/Add.1", "A/52/150/Add.2", "A/52/150/Add.3"],
    "A/C.3/49/SR.5-8": ["A/C.3/49/SR.5", "A/C.3/49/SR.6", "A/C.3/49/SR.7", "A/C.3/49/SR.8"],
    "A/C.3/49/SR.5–8": ["A/C.3/49/SR.5", "A/C.3/49/SR.6", "A/C.3/49/SR.7", "A/C.3/49/SR.8"],
    "A/C.4/48/SR.2-4, 11 and 12": [
        "A/C.4/48/SR.2",
        "A/C.4/48/SR.3",
        "A/C.4/48/SR.4",
        "A/C.4/48/SR.11",
        "A/C.4/48/SR.12",
    ],
    "A/C.4/48/SR.2 and 13 members": ["A/C.4/48/SR.2"],
    "A/C.4/48/SR.2, 13 October": ["A/C.4/48/SR.2"],
    "A/79/823-S/2025/167": ["A/79/823", "S/2025/167"],
    "S/PV.5225": ["S/PV.5225"],
    "A/C.1/60/L.12/Rev.1": ["A/C.1/60/L.12/Rev.1"],
    "S/2006/972 of 2006 and 12 others": ["S/2006/972"],
    # the Council's resolutions
    "resolution 1547 (2004)": ["S/RES/1547(2004)"],
    "Resolution 1547 (2004)": ["S/RES/1547(2004)"],
    "By its resolution 1547 (2004), the Council": ["S/RES/1547(2004)"],
    "resolutions 1373 (2001) and 1456 (2003)": ["S/RES/1373(2001)", "S/RES/1456(2003)"],
    "resolutions 1373 (2001), 1456 (2003) and 1566 (2004)": [
        "S/RES/1373(2001)",
        "S/RES/1456(2003)",
        "S/RES/1566(2004)",
    ],
    "the Committee established pursuant to resolution 751 (1992) concerning": ["S/RES/751(1992)"],
    "S/RES/1547(2004)": ["S/RES/1547(2004)"],
    # the Assembly's and the Economic and Social Council's
    "resolution 60/180": ["A/RES/60/180"],
    "General Assembly resolutions 60/180 and 60/181": ["A/RES/60/180", "A/RES/60/181"],
    "resolution 377 (V)": ["A/RES/377(V)"],
    "General Assembly resolution 2006 (XIX)": ["A/RES/2006(XIX)"],
    "resolution 1514 (XV) of 14 December 1960": ["A/RES/1514(XV)"],
    "resolution 46/36 L of": ["A/RES/46/36L"],
    "resolution 3201 (S-VI)": ["A/RES/3201(S-VI)"],
    "resolution S-10/2": ["A/RES/S-10/2"],
    "resolution ES-10/14": ["A/RES/ES-10/14"],
    "Economic and Social Council resolution 1996/31": ["E/RES/1996/31"],
    "Human Rights Council resolution 16/21": ["A/HRC/RES/16/21"],
    "resolution 1547 (2004), S/2006/972 and A/60/180": ["S/RES/1547(2004)", "S/2006/972", "A/60/180"],
}
NONE = (
    "",
    "and/or",
    "2004/05",
    "9/11",
    "a/b/1",
    "http://www.un.org/sc/committees/751",
    "1547 (2004)",
    "the resolution of 2004",
    "resolution of the conflict, 60/40 in favour",
    "decision 60/550",
    "AMIS/UNMIS",
    "S/he met 3 members",
    "km/h 50",
    "UNDP/UNICEF 2005",
    "paragraph 12/13",
    "the draft resolution",
)
FAULTS = (
    ("S/RES/1547 (2004)", ["S/RES/1547(2004)"], "a blank before the year: the symbol ends at the number"),
    (
        "resolution 1373 (2001) and resolution 1456 (2003)",
        ["S/RES/1373(2001)", "S/RES/1456(2003)"],
        "the second resolution is found twice, as a follower of the first and by its own word",
    ),
)


@pytest.mark.parametrize(("text", "wanted"), CASES.items())
@pytest.mark.parametrize("frame", ["{}", "It recalled {}", "“{}”"])
def test_found(text: str, wanted: list[str], frame: str) -> None:
    assert [c.symbol for c in symbols.find(frame.format(text))] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [pytest.param(t, w, id=t) for t, w, _ in FAULTS],
)
def test_faults(text: str, wanted: list[str]) -> None:
    assert [c.symbol for c in symbols.find(text)] == wanted


@pytest.mark.parametrize("text", NONE)
def test_none(text: str) -> None:
    assert symbols.find(text) == []


@pytest.mark.parametrize("text", CASES)
def test_places(text: str) -> None:
    """Each citation stands at its place, in order, and carries no blank."""
    found = symbols.find(text)
    assert [c.at for c in found] == sorted(c.at for c in found)
    for c in found:
        assert 0 <= c.at < c.to <= len(text) and " " not in c.symbol
        assert text[c.at : c.to].strip() == text[c.at : c.to]
        assert text[c.at : c.to].strip(" ,;.") == text[c.at : c.to], "no stop behind it"


@pytest.mark.parametrize(
    ("symbol", "kind", "year"),
    [
        ("S/2006/972", "document", "2006"),
        ("S/PRST/2001/3", "presidential_statement", "2001"),
        ("S/RES/1547(2004)", "resolution", "2004"),
        ("A/RES/60/180", "resolution", ""),
        ("A/RES/377(V)", "resolution", ""),
        ("E/RES/1996/31", "resolution", "1996"),
        ("S/PV.5225", "verbatim_record", ""),
        ("A/C.3/49/SR.5", "summary_record", ""),
        ("A/C.1/60/L.12", "draft", ""),
        ("A/60/180", "document", ""),
        ("S/26015", "document", ""),
    ],
)
def test_kind_and_year(symbol: str, kind: str, year: str) -> None:
    assert (symbols.kind(symbol), symbols.year(symbol)) == (kind, year)


def test_hostile_text_ends() -> None:
    assert len(symbols.find("A/60/1-60 " * 500)) > 500
    assert symbols.find("resolution " + "1, " * 5000) == []
    assert symbols.find("S/" * 5000) == []


@pytest.mark.parametrize(
    ("stem", "symbol"),
    {
        "S_2006_972": "S/2006/972",
        "MINUSTAH_S_2005_302": "S/2005/302",
        "A_80_6_Sect.7": "A/80/6(Sect.7)",
        "A_80_6_Sect.3_Add.6": "A/80/6(Sect.3)/Add.6",
        "A_80_6_(Sect._3)_Add.6": "A/80/6(Sect.3)/Add.6",
        "A_81_6_(SECT._29F)": "A/81/6(SECT.29F)",
        "A_80_15_(Part_II)": "A/80/15(PartII)",
        "ONUCA_A_44_886_S_21029": "A/44/886",
        "UNGOMAP_A_44_661&S_20911": "A/44/661",
        "A_80_6_Sect.7_advance": "",  # not cut short
        "un_typed": "",
        "a_80_6": "",
    }.items(),
)
def test_the_symbol_in_a_files_name(stem: str, symbol: str) -> None:
    assert masthead.symbol_from_name(stem) == symbol


@pytest.mark.parametrize(
    ("line", "symbol"),
    {
        "A/80/6 (Sect. 7)": "A/80/6(Sect.7)",
        "United Nations A/80/6 (Sect. 3)/Add.6": "A/80/6(Sect.3)/Add.6",
        "S/2006/972*": "S/2006/972",
        "Having considered A/80/6 (Sect. 7)": "",
    }.items(),
)
def test_the_symbol_of_a_line_of_the_masthead(line: str, symbol: str) -> None:
    assert masthead.symbol_of_line(line) == symbol
    assert bool(symbol) == is_masthead(line)


@pytest.mark.parametrize(
    ("text", "body", "wanted"),
    [
        ("Recalling its resolution 78/1", "Human Rights Council", ["A/HRC/RES/78/1"]),
        ("Taking note of its resolutions 69/8 and 71/9", "Human Rights Council", ["A/HRC/RES/69/8", "A/HRC/RES/71/9"]),
        ("Resolution 81/2", "Economic and Social Commission for Asia and the Pacific", ["ESCAP/RES/81/2"]),
        ("Recalling General Assembly resolution 70/1", "Human Rights Council", ["A/RES/70/1"]),
        ("Recalling its resolution 78/1", "Special Committee on Rivers", ["A/RES/78/1"]),
    ],
)
def test_resolutions_of_the_body_itself(text: str, body: str, wanted: list[str]) -> None:
    """Some bodies number their resolutions themselves (knowledge/resolution_series.csv)."""
    assert [c.symbol for c in symbols.find(text, body)] == wanted


def test_the_other_half_of_the_documents_own_symbol_is_no_reference() -> None:
    lines = ("United Nations A/79/794-S/2025/104", "General Assembly", "Distr.: General", "19 February 2025")
    text = "\n\n".join([*lines, "Report of the Secretary-General", "1. See A/79/7 and S/2025/10."])
    report = from_text(text)
    assert [r["symbol"] for r in report.rows["references"]] == ["A/79/7", "S/2025/10"]
    (document,) = report.rows["documents"]
    assert (document["symbol"], document["document_id"]) == ("A/79/794-S/2025/104", "A_79_794")


def test_who_sent_a_letter_stands_for_the_body_that_it_does_not_name() -> None:
    title = "Letter dated 2 May 2009 from the Permanent Representative of Chad to the United Nations addressed to the Secretary-General"
    lines = ("United Nations A/64/794", "General Assembly", "Distr.: General", "4 May 2009", title)
    report = from_text("\n\n".join([*lines, "The Ministers met on 1 May 2009.", "(Signed) Jane Lund"]))
    (document,) = report.rows["documents"]
    assert document["issuing_body"] == "Permanent Representative of Chad to the United Nations"
    assert document["issuing_body_basis"] == "sender"
    assert not any(m["is_own"] for m in report.rows["meetings"])
