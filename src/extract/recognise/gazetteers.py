"""The gazetteers of `knowledge/` as one phrase matcher, and the records behind them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from spacy.matcher import PhraseMatcher

from extract import lexicon
from extract.recognise.language import tokenizer, words

# "OSCE mission in Kosovo" as often as "OSCE Mission in Kosovo"
_WITHOUT_CAPITAL = re.compile(r"(?:OSCE|CSCE) Mission (?:in|to) ")
_COMMON_NOUN = re.compile(r"(?:United Nations|African Union|European Union|EU|AU|UN|NATO)\s[a-z]")


@dataclass(frozen=True, slots=True)
class Mission:
    """A peace operation; `established` and `ended` are None where not known or not ended."""

    id: str
    acronym: str
    name: str
    organisation: str
    kind: str
    countries: tuple[str, ...]
    established: date | None
    ended: date | None

    def active(self, day: date, slack: int = 0) -> bool:
        """Whether the mission existed on `day`, give or take `slack` days."""
        if self.established and (self.established - day).days > slack:
            return False
        return not (self.ended and (day - self.ended).days > slack)


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body, department, agency or regional organisation."""

    id: str
    acronym: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What a matched phrase may stand for: `kind` is the alias kind, or `name` or `acronym`."""

    label: str
    id: str
    kind: str
    valid_from: date | None = None
    valid_to: date | None = None


def day(text: str) -> date | None:
    """An ISO date of a data file; a year or month alone gives its first day."""
    if not text:
        return None
    parts = [int(p) for p in text.split("-")]
    return date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)


@cache
def missions() -> dict[str, Mission]:
    """Missions by id."""
    return {
        row["mission_id"]: Mission(
            id=row["mission_id"],
            acronym=row["acronym"],
            name=row["name"],
            organisation=row["organisation"],
            kind=row["kind"],
            countries=tuple(c.strip() for c in row["countries"].split(";") if c.strip()),
            established=day(row["established"]),
            ended=day(row["ended"]),
        )
        for row in lexicon.rows("missions")
    }


@cache
def organisations() -> dict[str, Organisation]:
    """Organisations by id."""
    return {
        r["organisation_id"]: Organisation(r["organisation_id"], r["acronym"], r["name"], r["kind"])
        for r in lexicon.rows("organisations")
    }


@cache
def organisation_names() -> dict[str, str]:
    """Organisation id by folded name."""
    return {lexicon.fold(o.name).lower(): o.id for o in organisations().values()}


@cache
def presiding_posts() -> tuple[str, ...]:
    """The posts of those who preside over bodies, as `knowledge/posts.csv` lists them."""
    return tuple(r["post"] for r in lexicon.rows("posts") if r["kind"] == "presiding")


@cache
def regions() -> dict[str, tuple[str, ...]]:
    """Region, folded → ISO codes of the States that it lies in."""
    return {lexicon.fold(r["region"]): tuple(c.strip() for c in r["iso3"].split(";")) for r in lexicon.rows("regions")}


@cache
def entries() -> dict[str, tuple[Entry, ...]]:
    """Every phrase of the gazetteers, folded → what it may stand for."""
    found: dict[str, list[Entry]] = {}

    def add(phrase: str, entry: Entry) -> None:
        phrase = lexicon.fold(phrase.strip())
        if len(phrase) > 1 and entry not in found.setdefault(phrase, []):
            found[phrase].append(entry)

    for mission in missions().values():
        add(mission.name, Entry("MISSION", mission.id, "name"))
        add(mission.acronym, Entry("MISSION", mission.id, "acronym"))
    for row in lexicon.rows("mission_aliases"):
        if _COMMON_NOUN.match(row["alias"]):
            continue  # "United Nations mission in …" describes; `entities` resolves it by State and date
        add(
            row["alias"],
            Entry("MISSION", row["mission_id"], row["alias_kind"], day(row["valid_from"]), day(row["valid_to"])),
        )
        if _WITHOUT_CAPITAL.match(row["alias"]):
            known = missions()[row["mission_id"]]
            spelt = row["alias"].replace(" Mission ", " mission ")
            add(spelt, Entry("MISSION", known.id, "common", known.established, known.ended))
    for organisation in organisations().values():
        add(organisation.name, Entry("ORGANISATION", organisation.id, "name"))
        add(organisation.acronym, Entry("ORGANISATION", organisation.id, "acronym"))
    for row in lexicon.rows("organisation_aliases"):
        add(row["alias"], Entry("ORGANISATION", row["organisation_id"], row["alias_kind"]))
    for row in lexicon.rows("countries"):
        add(row["name"], Entry("COUNTRY", row["iso3"], "name"))
        add(row["formal_name"], Entry("COUNTRY", row["iso3"], "name"))
    for row in lexicon.rows("country_aliases"):
        if row["alias_kind"] != "article_form":
            add(
                row["alias"],
                Entry("COUNTRY", row["iso3"], row["alias_kind"], day(row["valid_from"]), day(row["valid_to"])),
            )
    return {phrase: tuple(entries) for phrase, entries in found.items()}


@cache
def matcher() -> PhraseMatcher:
    """All phrases of the gazetteers over the tokens of folded text; case counts ("Mission", not "mission")."""
    nlp = tokenizer()
    out = PhraseMatcher(nlp.vocab, attr="ORTH")
    out.add("GAZETTEER", list(words(nlp).pipe(entries())))
    return out
