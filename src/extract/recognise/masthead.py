"""What the document says of itself: symbol, title, kind, issuing body, date, signatory, addressee, period."""

from __future__ import annotations

import re
from calendar import month_name
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise

from extract import lexicon
from extract.model import DateMention, Header, Passage
from extract.recognise import gazetteers, imprint, issuers, symbols, titles
from extract.recognise.conveyed import conveyed
from extract.recognise.period import last_report, period
from extract.segment.parts import is_letter_title, is_masthead

EXPERT = "Special Rapporteur|Independent Expert"  # who has a mandate alone
_FROM = re.compile(
    r"\b(?:dated|from)\b.{0,400}?\bfrom\s(?:the\s)?(?P<role>.{1,400}?)\saddressed\sto\s(?:the\s)?(?P<to>(?s:.+?))\s?\*?$",
    re.I,
)
# "Letter from the Chairman of the Military Staff Committee to the Secretary-General dated 11 July 1947" (S/421)
_FROM_OLD = re.compile(
    r"^letter\s(?:dated\s.{4,40}?\s)?from\s(?:the\s)?(?P<role>(?:(?!\sto\s).){1,300}?)\sto\sthe\s"
    r"(?P<to>Secretary-General|President\sof\sthe\s[A-Z][\w ]{3,40}?(?:Council|Assembly))"
    r"(?=\s(?:dated|together|transmitting)|[\s,*]*$)",
    re.I,
)
_REPORT = re.compile(
    r"^(?!Tak(?:ing|es|en)\b)(?:(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|\w+(?:teen|tieth|ty-\w+)|\d+(?:st|nd|rd|th)|Annual|Final|"
    r"Interim|Draft|Special|Periodic|Progress|Six-month|Consolidated|Summary)\s+)*(?:(?:[\w-]+\s){0,2})?(?:report|summary(?:\s+statement)?|note|statement\s+of\s+the\s+work)"
    r"(?:\s+on\s+the\s+(?:activities|work))?\s+(?:of|by)\s++(?:the\s++)?(?P<body>.+)$",
    re.I,
)
# "Meetings conducted by the Security Council in 2005": the Council's own list.
_MEETINGS_OF = re.compile(
    r"^(?:[A-Z][a-z]+ )?[Mm]eetings (?:and (?:informal )?consultations )?(?:(?:conducted|held|convened) by|of) "
    r"(?:the )?(?P<body>[A-Z].+?)(?=,? in \d{4}|,? during | since | and (?:related|other|side) [a-z]|, |$)"
)
# "United Nations Visiting Mission to Trust Territories in West Africa, 1955" (T/1239): who reports to the Council
_VISITING = re.compile(r"(?:United\sNations\s)?Visiting\sMission\sto\s[^.;]{3,120}$")
# "Assessment of the work of the Security Council during the presidency of Gabon"
_ASSESSMENT_OF = re.compile(
    r"^(?:[A-Z][a-z]+ )?[Aa]ssessment of the work of the (?P<body>[A-Z].+?)(?= in \d{4}| during | under | for |$)"
)
# "United Nations Children's Fund / Report of the Executive Board on the work of its sessions in 2003"
_ORGANIZATION_S = re.compile(
    r"^(?P<whose>[A-Z][^.;:]{3,90}?)\s(?P<rest>(?:(?:Annual|Draft|Final)\s)?[Rr]eports?\sof\sthe\s(?P<board>(?:Executive|Governing)\s(?:Board|Council))\b.*)"
)
# "Executive Board of the Fund: report on its work during 2014"
_ON_ITS_WORK = re.compile(
    r"(?P<body>[A-Z][^:]{5,240}):\s(?:[Aa]nnual\s)?[Rr]eport\son\sits\s(?:work|activities|\w+\ssession)\b"
)
# "Report on the situation of human rights in Chad, submitted by the Special Rapporteur, Mr. Lund"
_SUBMITTED_BY = re.compile(
    r"\b(?:submitted|prepared|presented)\sby\s(?:(?:Mr|Mrs|Ms|Dr|Prof|Sir)\b[^,]{2,60},\s)?(?:the\s)?"
    r"(?P<body>(?:Special\sRapporteur|Independent\sExpert)s?(?:\s(?:on|of|for)\s(?:(?!\s(?:in|pursuant|under|of\sthe\sCommission)\b)[^,.;])+)?)"
)
_TAIL = re.compile(
    rf"(?<!\s)(?:\s*,\s(?:{'|'.join(month_name[1:])})\s\d{{4}}.*|"
    r"\s*,\s*\d(?!\d*\s\(\d{4}\)).*|\s+(?:for|covering)\s+(?:the\s+)?(?:period|year|\d{4}).*"
    r"|\s+on\s+(?:its|the\s+work|the\s+activities|the\s+implementation|the\s+\w+\s+part\s+of\s+its)\b.*"
    r"|\s+at\s+its\s+[\w-]+\s+session.*"
    r"|\s+(?:submitted|transmitted|prepared|provided|to\s+the\s+(?:Security\s+Council|General\s+Assembly|Secretary-General))\b.*"
    r"|\s+in\s+\d{4}.*|\s*(?<!\*)\*+$)",
    re.I,
)
# "The Secretary-General has the honour to transmit to the General Assembly the thirteenth annual report of the …"
_TRANSMITS = re.compile(
    r"(?:The|On\sbehalf\sof)\s[^.]{0,200}?\b(?:transmit|submit|forward|circulate)s?\b[^.]{0,200}?"
    r"\b(?:the|a|its|his|her)\s(?P<title>(?:(?!the\b)[a-z][\w-]*\s){0,4}?(?:report|summary)\s(?:of|by)\s(?:the\swork\sof\s)?(?:the\s)?[A-Z][^.;]{1,400})"
)
# "UNW/2025/1 Executive Board of the Distr.: General"
_MARKS = re.compile(r"^[A-Z]{1,6}(?:/[\w.()-]+){2,}\s|\sDistr\.:\s(?s:.*)")
# "Resolution 2783 (2025) / Adopted by the Security Council at its 9951st meeting, on 30 June 2025"
_RESOLUTION = re.compile(r"(?:Resolutions?|RESOLUTION)\s\d+\s\(\d{4}\)$")
_ADOPTED_BY = re.compile(
    r"(?:Resolution\s|Decision\s)?[Aa]dopted\sby\sthe\s(?P<body>[A-Z].+?)(?=\s(?:at\sits|on\s\d|without)|$)"
)
# not "the decisions of the Programme Coordinating Board", another body
_OF_SESSION = re.compile(r"\b(?:sessions?|agenda|workplan)\b|\bdecisions\b(?!.{0,40}\sof\sthe\s[A-Z])")
# "2025 United Nations Conference to Support the Implementation of …": papers that the conference's secretariat writes
_CONFERENCE = re.compile(
    r"(?:(?:19|20)\d\d\s)?(?:United\sNations|World|International)\s(?:[A-Z][\w-]*\s)*Conference\s(?:to|on|of)\s"
    r"|(?:[A-Z][a-z-]+\s)?(?:Review\s)?(?:Conference|Meeting)\sof\s(?:the\s)?(?:States\s|High\sContracting\s)?Parties\sto\sthe\s(?=\S)"
)
_SENT_OUT = re.compile(r"(?:[a-z][a-z-]+\s){1,3}mission\sto\s(?:the\s)?[A-Z]")
_TITLE_ENDS = re.compile(
    r",\s|\s(?:for|covering)\sthe\s(?:period|year)|\s(?:submitted|prepared|requested|pursuant|in\s(?:accordance|response|compliance))\b"
)
# Conferences are bodies that meet once or every few years: TPNW/MSP/2025/11, A/CONF.230/2025/15.
_GATHERING = re.compile(
    r"(?P<which>(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|\w+(?:teen|tie)th|\w+ty-\w+|\d+(?:st|nd|rd|th))\s)?"
    r"(?:[A-Z0-9][\w-]*\s)*(?:Meeting|Conference)\s(?:of|on|to)\s"
)
_OFFICE_OF = re.compile(r"^(?:.*?)\b(?P<office>[\w-]{1,60})\s+of\s+(?:the\s+)?(?P<body>.+)")
# "S_2006_972", "MINUSTAH_S_2005_302", "ONUCA_A_44_886_S_21029",
# "A_80_6_Sect.7", "A_80_6_(Sect._3)_Add.6": what stands before must be no symbol.
_SYMBOL_NAME = re.compile(
    r"(?:[A-Za-z]+_)?([ASE](?:_[A-Z][A-Z.]*\d*(?:\.\d+)?)?(?:_\d+)+)"
    r"(?:_\(?((?:Income_?)?Sect\._?\d{1,2}[A-Z]?|Introduction|Plan_?outline|(?:Part|Vol\.)_?[IVX]{1,6})\)?)?"
    r"((?:_(?:Add|Corr|Rev|L)\.\d+)*)"
    r"(?:\s?[_&,]\s?[AS](?:_\d+){1,2}(?:_(?:Add|Corr|Rev)\.\d+)*)?",  # a joint document's second symbol
    re.I,
)
_OTHER_SECRETARY = re.compile(r"Secretary-General\sof\s(?:the\s)?(?!United\sNations)[A-Z]")  # "of UNCTAD"
_TILDE = re.compile(r"(?<=[A-Za-z])~(?=[A-Za-z])")  # what recognition makes of a hyphen
_GLUED = re.compile(r"\b(of|by|on|to)the\b")  # a blank lost between two words: "Report ofthe Committee"
_PART = re.compile(
    r"(?<!\s)\s*\((?:parts?|section|addendum|volume)\s[\w ]{1,80}\)[\s*]*$", re.I
)  # "Second Committee (Part I)"
_BEFORE_POST = re.compile(r"^[A-Z][^,]{3,60},\s+(?:the\s+)?")  # "Judge A. B., President of the International Tribunal"
# "Special Rapporteur on the right to food, Olivia Lund"
_NAMED = re.compile(
    rf"^(?P<post>(?:{EXPERT}|Special Representative of the Secretary-General)\b.*?),\s"
    r"(?:(?:Mr|Ms|Mrs|Dr|Prof)\.\s)?[A-Z][\w’'.-]+(?:\s(?:(?:de|da|del|van|von|bin|el|al)\s)?[A-Z][\w’'.-]+){1,4}$"
)
_MADE_BY = re.compile(r"(?:,|(?<![\s,]))\s+(?:established|extended|created|reconstituted)\s.*")
_CHAIRS = re.compile(r"(?:the\s+)?(?:[A-Z][\w-]*\s)?(?:Coordinator|Head|Leader|Spokesperson|[Mm]embers?)\s+of\s+")
_EXPERTS = re.compile(r"\b(?:Panel|Group)\sof\sExperts\b|\bMonitoring\s(?:Group|Team)\b|\bOmbudsperson\b")
_DRAFT = re.compile(
    r"^(?:Revised\s)?[Dd]raft\s(?:resolution|decision)\b|:\*?,?\s(?:\*+\s)?(?:revised\s)?draft\s(?:resolution|decision)\b"
)
# What is no report though it has a title.
_OTHER = re.compile(
    r"draft (?:resolution|decision)\b|\b(?:programme of work|list of participants|agenda|calendar)\b"
    r"|^Terms of reference",
    re.I,
)
# "The Economic and Social Council, / Reaffirming its resolutions …": who speaks in a draft resolution
_ENACTS = re.compile(
    r"The\s(?P<body>(?:[A-Z][\w’-]+\s(?:(?:and|of|on|for|the)\s)*){1,6}(?:Council|Assembly|Commission|Committee|Board|Conference)),"
    r"(?:\s*$|\s+(?:[A-Z][a-z]+(?:ing|ed)|Having|Deeply|Also|Gravely|Fully|Mindful|Aware|Bearing)\b)"
)
_RECORD = re.compile(r"(?:provisional\s)?(?:summary|verbatim)\srecord\b", re.I)
_MASTHEAD = 40  # a masthead, with the cover and the notes before it, has no more lines than this


@cache
def heads() -> tuple[str, ...]:
    """Nouns that bodies are called by, longest first."""
    return tuple(sorted(lexicon.words("bodies")["heads"], key=len, reverse=True))


@cache
def _presiding() -> re.Pattern[str]:
    names = map(re.escape, gazetteers.presiding_posts())
    return re.compile(rf"(?:{'|'.join(sorted(names, key=len, reverse=True))})\b")


def body_in_title(title: str) -> str:
    """The body that a title names: "Report of the Security Council Working Group on …" or nothing."""
    title = _TILDE.sub("-", _GLUED.sub(r"\1 the", " ".join(title.split())))
    if whose := _ORGANIZATION_S.match(title):
        return f"{whose['board']} of the {whose['whose']}" if titles.is_listed(whose["whose"]) else ""
    if (own := _ON_ITS_WORK.match(title)) and (titles.is_body(own["body"]) or titles.is_listed(own["body"])):
        return titles.cased(own["body"])
    match = _REPORT.match(title) or _MEETINGS_OF.match(title) or _ASSESSMENT_OF.match(title)
    if match is None:
        by = _SUBMITTED_BY.search(title) if re.search(r"\b[Rr]eport\b", title) else None
        return _clean(by["body"]) if by else ""
    body = _PART.sub("", match.group("body"))
    while (shorter := _TAIL.sub("", body)) != body:
        body = shorter
    if not re.search(r"\bresolutions?\b.{0,300}\d\s\(\d{4}\)$", body):  # "… pursuant to resolution 1988 (2011)"
        body = re.sub(r"(?<!\s)\s*\([^)]{0,300}\d{4}\)$", "", body)
    body = _clean(body)
    # "Advisory Committee on Administrative and Budgetary Questions on the proposed programme budget": the first "on".
    body = re.sub(r"(\son\s.{1,300}?)\son\s(?:the\s)?(?!the\b)[a-z].*", r"\1", body)
    if not re.search(r"\b(?:established|Committee|Group|Panel|Team)\s+pursuant\b", body):
        body = re.sub(r"(?<!\s)\s+pursuant\s+to\s.*", "", body)  # what asked for the report
    if gathering := _GATHERING.match(body):  # "report of the third Meeting of States Parties to the Treaty on …"
        return titles.cased(body[0].upper() + body[1:] if gathering.group("which") else body)
    if _SENT_OUT.match(body):
        body = body[0].upper() + body[1:]  # "report of the fact-finding mission to the Republic of Moldova" (S/26501)
    if not body[:1].isupper() or re.search(r"\bmeeting\b", body):
        return ""  # "Summary of the meeting …"
    body = _NAMED.sub(r"\g<post>", body)
    body = _BEFORE_POST.sub("", body) if _presiding().match(_BEFORE_POST.sub("", body)) else body
    if body == "President of the Council":
        return "Economic and Social Council"  # so it calls itself in its own papers
    if post := _presiding().match(body):  # "report of the Facilitator", "note by the President of the Security Council"
        of = re.match(r"\s+of\s+(?:the\s+)?([A-Z].+)$", body[post.end() :])
        return _clean(of.group(1)) if of else ""
    if re.search(r"of which the Security Council is seized", title, re.I):
        return "Security Council"  # the Secretary-General's summary statements of the Council's meetings
    if body.lower().startswith("secretary-general") and not _OTHER_SECRETARY.match(body):
        return "Secretary-General"
    return titles.cased(body)


def body_in_letter(title: str) -> tuple[str, str, str]:
    """Body, role of the sender and addressee that a letter's title names; empty strings where it does not."""
    called = titles.cased(" ".join(title.split()))
    match = _FROM.search(called) or _FROM_OLD.search(called)
    if match is None:
        return "", "", ""
    role, to = match.group("role").strip(" ,"), match.group("to").strip(" ,")
    office = _OFFICE_OF.match(role)
    body = ""
    owned = re.match(
        r"(?:the\s+)?(?!Acting\b)(?P<body>[A-Z][\w ]+?)(?<!\s)\s+(?=(?:Facilitator|Coordinator|Focal Point)\b)", role
    )
    if owned:
        body = _clean(owned.group("body"))
    elif office and (_presiding().search(role[: office.start("body")])):
        body = _clean(office.group("body")) if office else ""
        first = _presiding().search(role)
        if first:
            after = re.match(r"\s+of\s+(?:the\s+)?(.+)", role[first.end() :])
            body = _clean(after.group(1)) if after else body
    elif role.startswith("Secretary-General"):
        body = "Secretary-General"
    else:  # "the Panel of Experts on the Sudan established pursuant to …", "the Coordinator of the Group of Experts"
        leads = _CHAIRS.match(role)
        name = _clean(_MADE_BY.sub("", role[leads.end() if leads else 0 :]))
        body = name if titles.is_body(name) else ""
    return body, role, to


def _clean(body: str) -> str:
    body = re.sub(r"\s+", " ", body).strip(" ,.*")
    return re.sub(r"^the\s+", "", body)


def symbol_from_name(stem: str) -> str:
    """The symbol in a file's name: `S_2006_972` → S/2006/972, `MINUSTAH_S_2005_302` → S/2005/302; or nothing."""
    match = _SYMBOL_NAME.fullmatch(stem)
    if match is None or not match.group(1)[0].isupper():
        return ""
    part = f"({match.group(2).replace('_', '')})" if match.group(2) else ""
    return (match.group(1) + part + match.group(3)).replace("_", "/")


def misread(symbol: str, stem: str) -> str:
    """The symbol in the file's name, where that of a scan differs from it in one character; nothing elsewhere.

    "S/1986/212", as recognition has it of a file called UNMOT_S_1996_212.
    """
    named = symbol_from_name(stem)
    other = sum(a != b for a, b in zip(symbol, named, strict=False))
    return named if len(symbol) == len(named) and other == 1 else ""


def is_record(symbol: str, title: str) -> bool:
    """Whether a document is the summary or verbatim record of a meeting."""
    return bool(re.search(r"/(?:SR|PV)\.", symbol) or _RECORD.match(title))


def kind_of(symbol: str, title: str, has_letter: bool, has_report: bool) -> str:
    """The kind of document, from its title, its symbol and its parts."""
    name = title.lower()
    if "/RES/" in symbol:
        return "resolution"
    if "/PRST/" in symbol or name.startswith("statement by the president"):
        return "presidential_statement"
    if is_record(symbol, title):
        return "summary_record"
    if name.startswith(("note by", "note verbale")):
        return "note"
    if has_report or re.search(r"\breport\b|\bsummary statement\b", name):
        return "report"
    if has_letter or name.startswith(("letter", "identical letters")):
        return "letter"
    return "other"


def header(text: str, stem: str, passages: list[Passage], dates: dict[str, list[DateMention]]) -> tuple[Header, str]:
    """The document's fields and where its symbol comes from (`header`, `file_name` or nothing).

    Args:
        text: the canonical text.
        stem: the file's name without its suffix.
        passages: the document's passages in reading order.
        dates: the date mentions of each segment.
    """
    letter = next(
        (p.text for p in passages if p.segment.part == "letter" and p.segment.kind == "title"),
        next((p.text for p in passages if p.segment.part == "letter" and is_letter_title(p.text)), ""),
    )
    opening = [replace(p, text=unmarked(p.text)) for p in titles.opening(passages, text)]
    opening = [p for p in opening if is_masthead(p.text) or not imprint.is_imprint(p.text)]
    sent = next((p.segment.start for p in passages if letter and is_letter_title(p.text)), 0)
    # Above a letter's own title stands the agenda item, which may be another body's report.
    opening = [p for p in opening if p.segment.start >= sent]
    after = [p for p in passages if p.segment.start >= sent]
    board, lines = titles.board(opening)
    opening = [p for k, p in enumerate(opening) if k not in lines]
    symbol = _printed_symbol(passages) or running_symbol(p.text for p in passages if p.segment.kind == "page_furniture")
    from_name = symbol_from_name(stem)
    report = _report_title(opening, after, letter)
    letter_body, role, addressee = body_in_letter(letter)
    adopted = next(filter(None, (_ADOPTED_BY.match(p.text) for p in opening)), None) if not letter else None
    if adopted:
        report = next((p.text for p in opening if _RESOLUTION.match(p.text)), report)
    drafted = None if letter else next((k for k, p in enumerate(opening) if _DRAFT.search(p.text)), None)
    enacts = next(filter(None, (_ENACTS.match(p.text) for p in after[:_MASTHEAD])), None)
    if drafted is not None and enacts:
        report = titles.whole(opening, drafted)  # what stands above is the title of the agenda's item
    called = [titles.cased(" ".join(p.text.split())) for p in opening]
    conference = next((name for name in called if _CONFERENCE.match(name)), "").split(":")[0].strip()
    body = _transmitted(report, passages) or body_in_title(report)
    noted = body == "Secretary-General" and report.lower().startswith("note by")
    if (letter and not body and letter_body in ("", "Secretary-General")) or noted:
        # "Report of the Special Committee to Investigate …" above "Note by the Secretary-General"
        reports = (body_in_title(name) for name in called if noted and name.startswith("Report of the "))
        body = conveyed(passages) or next((b for b in reports if b and b != "Secretary-General"), body)
    elif letter and not body and _EXPERTS.search(found_in := conveyed(passages)):
        body = found_in  # the Chair of a committee sends "the midterm report of the Group of Experts"
    body = body or letter_body
    body = _clean(adopted.group("body")) if adopted else body
    if body in ("", "Secretariat", "Visiting Mission"):
        lists = (m.group("body") for name in called if (m := _MEETINGS_OF.match(name)))
        heads_ = (p.text for p in passages[:_MASTHEAD] if p.segment.kind in ("title", "heading"))  # above a letter too
        every = [titles.cased(" ".join(text.split())) for text in heads_]
        body = next((name for name in every if _VISITING.match(name)), "") or next(lists, "") or body
    body = conference if conference and body in ("", "Secretariat") else body
    prose = (p for p in passages if p.segment.part == "body" and p.segment.kind in ("paragraph", "other"))
    if not symbol and not letter and (named := titles.at_head(opening)) and body_in_title(report) != named:
        # A web page has its body's name at its head, whatever report it mentions further down.
        at = next((k for k, p in enumerate(opening) if report and p.text.startswith(report[:40])), 0)
        further_down = at >= titles.HEAD and opening[at].text.rstrip().endswith(".")
        body = named if not body or further_down else body
    his = not body and not letter and imprint.is_by_the_secretary_general((p.text for p in opening), prose)
    body = "Secretary-General" if his else body
    if not body:
        heads = (
            [p for p in passages if p.segment.kind == "heading" and p.segment.part == "annex_1"][1:2]
            if letter
            else opening
        )
        body = re.sub(r" of the Security Council$", "", titles.organ(heads, report))
    if not body and is_record(symbol or from_name, report):
        body = titles.recorded(opening)
    if not body and board:
        # "Report on the first and second regular sessions and annual session of 2024", below the Council's records
        lines_ = [p.text for p in opening if p.text.startswith(("Report", report[:20]))]
        told = [t for t in lines_ if _OF_SESSION.search(t)]
        body = board if told else body
        report = next((" ".join(t.split()) for t in told or lines_ if t.startswith("Report")), report)
    if not body and titles.is_body(report):
        # "Committee for Development Policy" above "Report on the twenty-seventh session"
        body = titles.cased(report)
        below = (p.text for p in opening if re.match(r"Report on (?:the|its)\b", p.text))
        report = next((t for t in map(" ".join, map(str.split, below))), report)
    if not body and titles.is_listed(report):
        body = titles.cased(report)  # "High-level political forum on sustainable development", above its draft report
    if enacts and (drafted is not None or not body):
        body = enacts.group("body")
    if not body and not letter:
        body = titles.at_head(opening)  # "United Nations Council for Namibia" above "Chronology of events" (A/10024)
    by_symbol = "" if body or letter else issuers.issuer(symbol or from_name, report)
    signature = next((p for p in passages if p.segment.kind == "signature"), None)
    signed_by, posts = signatory(text, signature)
    written = _date(passages, dates)
    start, end = period(passages, dates, written)
    start = start or (last_report(passages, dates) if end else None)
    found = Header(
        symbol=symbol or from_name,
        joint=_joint(symbol, passages),
        sender=role,
        title=report or letter,
        kind=kind_of(
            symbol or from_name, report or letter, bool(letter), his or (bool(report) and not _OTHER.search(report))
        ),
        issuing_body=body or by_symbol,
        issuing_body_basis="document" if body else "symbol" if by_symbol else "",
        date=written,
        signatory=signed_by,
        signatory_role=_role(role, posts),
        addressee=addressee,
        period_start=start,
        period_end=end,
        since=last_report(passages, dates),
    )
    return found, "header" if symbol else ("file_name" if from_name else "")


def unmarked(line: str) -> str:
    """A line of the masthead without the symbol and the distribution that stand beside it on the page."""
    bare = _MARKS.sub("", line).strip()
    return bare if bare and bare != line.strip() and re.match(r"[A-Z][a-z]+\s", bare) else line


def _transmitted(title: str, passages: list[Passage]) -> str:
    """The body whose report a note only transmits (annotation guide: the body of the report)."""
    if not title.lower().startswith("note by"):
        return ""
    for p in passages[:_MASTHEAD]:
        if p.segment.kind in ("paragraph", "other") and (found := _TRANSMITS.match(" ".join(p.text.split()))):
            named = _TITLE_ENDS.split(found.group("title").replace("summary of the work of", "report of", 1))[0]
            return body_in_title(named)
    return ""


def _report_title(opening: list[Passage], passages: list[Passage], letter: str) -> str:
    """The title outside the covering letter: the line that says whose report it is, else the first that may be one."""
    # An agenda item in capitals ("REPORT OF THE ECONOMIC AND SOCIAL COUNCIL") is not the report's own title.
    order = sorted(range(len(opening)), key=lambda k: opening[k].text.isupper())
    heading = [p.text for p in passages if p.segment.kind == "heading" and p.segment.part.startswith("annex")][1:3]
    # Behind a covering letter headings may be anything; what the segments call a title is one.
    own = [p for p in opening if p.segment.kind == "title"] if letter else opening
    # Of several, that of the committee whose rapporteur is named below it; the others are agenda items.
    below = next((k for k, p in enumerate(opening) if p.text.startswith("Rapporteur")), 0)
    order.sort(key=lambda k: not below - 2 <= k < below or any(body_in_title(p.text) for p in opening[k + 1 : below]))
    for k in order:
        if body_in_title(title := titles.whole(opening, k)):
            return title
    if found := next((t for t in heading if body_in_title(t)), ""):
        return found
    inside = [p.text for p in passages if letter and p.segment.kind == "heading" and p.segment.part == "letter"]
    if found := next((t for t in inside if body_in_title(t)), ""):  # behind a letter without an annex
        return found
    named = (titles.whole(opening, k) for k in order if _REPORT.match(opening[k].text))
    return next(named, "") or next((t for t in heading if _REPORT.match(t)), "") or titles.own(own)


def _printed_symbol(passages: list[Passage]) -> str:
    """A symbol that stands alone, or at the end of its line, in a masthead above the first title."""
    for p in passages[:14]:
        if p.segment.table >= 0:
            continue
        if p.segment.kind in ("paragraph", "signature") or is_title_line(p.text):
            break
        if p.segment.kind != "footnote" and (found := symbol_of_line(p.text)):
            return found
    return ""


def _joint(symbol: str, passages: list[Passage]) -> str:
    """The symbol of another organ that the masthead prints behind a hyphen: "A/79/794-S/2025/104"."""
    for p in passages[:_MASTHEAD] if symbol else ():
        if p.segment.kind == "paragraph":
            break
        found = symbols.find(p.text)
        for a, b in pairwise(found):
            if a.symbol == symbol and re.fullmatch(r"\s?[-–]\s?", p.text[a.to : b.at]) and b.kind != "resolution":
                return b.symbol
    return ""


def running_symbol(furniture: Iterable[str]) -> str:
    """The symbol that the running header gives on page after page, where it gives no other."""
    found = Counter[str]()
    for line in furniture:
        if symbol := symbol_of_line(line, alone=True):
            found[symbol] += 1
    (symbol, count), *others = found.most_common() or [("", 0)]
    return symbol if count > 1 and not others else ""


def is_title_line(line: str) -> bool:
    """Whether a line ends the masthead: the title of a letter or a report."""
    return bool(re.match(r"\s*(?:Letters?|Identical letters|Notes? verbale?s?|Reports?)\b", line))


# What stands at the left of a masthead, with the symbol at its right.
_ORGANS = (
    "SECURITY COUNCIL",
    "GENERAL ASSEMBLY",
    "TRUSTEESHIP COUNCIL",
    "ECONOMIC AND SOCIAL COUNCIL",
    "SOCIAL COUNCIL",
)
_BESIDE_SYMBOL = frozenset(
    ("", "United Nations", "UNITED NATIONS", "Security Council", "General Assembly", "Distr.: General", *_ORGANS)
) | {"COUNCIL", "ASSEMBLY"}


def symbol_of_line(line: str, *, alone: bool = False) -> str:
    """The symbol that stands alone on its line, or at its end behind "United Nations"; or nothing.

    Args:
        line: a line of the masthead or of a running header.
        alone: it must name no second symbol.
    """
    line = line.strip()
    found = [c for c in symbols.find(line) if c.kind != "resolution" or "/RES/" in line[c.at : c.to]]
    if not found or (alone and len(found) > 1):
        return ""
    symbol, before, rest = found[0].symbol, line[: found[0].at].strip(), line[found[0].at :]
    stands = (
        before in _BESIDE_SYMBOL
        and (
            len(rest) <= found[0].to - found[0].at + 12 or is_masthead(rest) or imprint.is_imprint(rest)
        )  # a date may follow: "… 28 September 1994"
    )
    # What recognition makes of "S/23402/Add.1" may be "S/23402/Md.l", which is no symbol.
    return symbol if stands and re.search(r"(?:\d[A-Z]?|\))$", symbol) else ""


def _date(passages: list[Passage], dates: dict[str, list[DateMention]]) -> date | None:
    """The date of the masthead, else of the letter's title, else of the title, else of what is left of a masthead."""
    typed = None
    for p in passages[:_MASTHEAD]:
        if p.segment.kind == "paragraph":
            break
        days = [d for d in dates.get(p.segment.id, []) if d.first and d.precision == "day" and d.first == d.last]
        if days and (p.segment.kind == "title" and p.segment.part == "letter"):
            return days[0].first
        beside = (
            days and p.segment.kind in ("title", "heading") and symbol_of_line(p.text)
        )  # "COUNCIL T/1040 23 May 1953"
        if days and (beside or (p.segment.kind in ("other", "page_furniture", "heading") and is_masthead(p.text))):
            return days[0].first
        if len(days) == 1 and days[0].year_from == "stated" and p.segment.table < 0 and imprint.is_imprint(p.text):
            typed = typed or days[0].first
    return typed


def signatory(text: str, passage: Passage | None) -> tuple[str, str]:
    """Who signed, and the posts printed under the name: the name is the rest of the line of "(Signed)".

    Args:
        text: the canonical text.
        passage: the signature.
    """
    if passage is None:
        return "", ""
    lines = [line.strip() for line in text[passage.segment.start : passage.segment.end].split("\n")]
    lines = [line for line in lines if line]
    name = re.sub(r"^\(?\s*Signed\s*[):]?\s*", "", lines[0], flags=re.I) if lines else ""
    rest = lines[1:]
    if not name and rest:
        name, rest = rest[0], rest[1:]
    name = " ".join(name.split())
    posts = re.search(rf",?\s(?=(?:{_post_names()})\b)", name)  # name and post on one line
    if posts:
        name, rest = name[: posts.start()], [name[posts.end() :], *rest]
    return name.strip(" ,"), " ".join(rest)


@cache
def _post_names() -> str:
    return "|".join(sorted((re.escape(r["post"]) for r in lexicon.rows("posts")), key=len, reverse=True))


def _role(from_title: str, from_signature: str) -> str:
    """The capacity in which the letter is signed: that of its title, else the first post under the name."""
    if from_title:
        return from_title
    second = re.search(rf"(?<=[a-z)]) (?=(?:{_post_names()})\b(?! of the Secretary))", from_signature)
    return from_signature[: second.start()] if second else from_signature
