"""What others did: told of in a statement, welcomed by the body, or done by those who are surely not of the body."""

from __future__ import annotations

import re

from extract.assemble.holders.names import EXPLETIVE, PRONOUN
from extract.assemble.holders.resolver import Resolver
from extract.model import Sentence

# "Member States reported that, in December, a three-person delegation …": somebody else's, whom nobody names.
TOLD = re.compile(
    r"\b(?:reported|stated|informed|said|noted|indicated|claimed|alleged|assessed|added|recalled)\b[^;]{0,80}\sthat\b,?"
    r"[^;]{0,40}?\s(?:an?|two|three|several|some)\s[a-z-]+\s[^;]{0,120}$"
)
# "The Committee was informed that a workshop had been held", "Witnesses told the Mission that …": what others did.
TOLD_THAT = re.compile(
    r"\b(?:(?:was|were)\s(?:\w+\s)?(?:informed|told|advised)\b[^;]{0,80}?\sthat\s"
    r"|(?:[Rr]epresentatives?|[Oo]bservers?|[Dd]elegations?|[Ss]peakers?|[Pp]articipants?|[Ww]itness(?:es)?|[Vv]ictims?|[Rr]esidents?"
    r"|[Ii]nterlocutors?|[Ss]ources?|[Oo]fficials?|[Oo]fficers?|Government|authorities|Minister|Secretariat|Secretary-General)\b"
    r"[^;]{0,160}?\s(?:told\s[^,;]{2,60}?|stated?s?|said|noted|recalled|indicate[sd]?|reported|explained|replied|added|claimed"
    r"|alleged|announced|testified|informed\s[^,;]{2,60}?)\sthat\s)"
)
# "he stated that …; at a meeting held on": what the report itself goes on with
_NEW_SENTENCE = re.compile(r";\s(?!(?:and\s)?(?:that|he|she|they|it|his|her|their|its)\b)")
_SAID = re.compile(
    r"(?:[^;]{0,160},\s)?(?:The\s|An?\s|Several\s|Some\s|One\s|Another\s|Many\s|the\s)"
    r"(?:(?:\w+\s)?representatives?|observers?|delegations?|speakers?|participants?|panellists?|Director|Executive\s\w+)\b"
    r"[^;]{0,160}?\s(?:reported|presented|stated|noted|welcomed|informed|recalled|announced|highlighted|referred|mentioned"
    r"|briefed|commended|said|described|drew\sattention|clarified|pointed\sout)\s"
)
# "Another meeting was said to have taken place on 11 October."
SAID_TO_HAVE = re.compile(
    r"[^,;\x01]{0,120}?\s(?:was|were|is|are)\s(?:said|reported|alleged|believed|understood|rumou?red)\sto\shave\s"
)
# "The Commission welcomes the dialogue held in May": somebody else's.
NOTICED = re.compile(
    r"\b(?:recogni[sz]e[sd]?|welcome[sd]?|commend(?:s|ed)|appreciate[sd]?|acknowledge[sd]?|applaud(?:s|ed)|congratulate[sd]?"
    r"|(?:takes?|took)\snote\sof|notes)\s(?:with\sappreciation\s)?(?:the|an?)\s(?:[\w’'-]+,?\s){0,6}$"
)
# Who meets in a report of a committee without being of it.
_OUTSIDERS = re.compile(
    r"\b(?:delegations?\s(?:of|from)|leaders|ministers|commanders|forces|authority|authorities|(?<![Ww]orking\s)party|parties|sides|traders|rebels|militias|politicians|mediators"
    r"|(?:national|follow-up|monitoring|verification|inter-?ministerial|ministerial|parliamentary|electoral|cease-?fire|border"
    r"|boundary|reconciliation|truth|presidential|provincial|municipal|tripartite|quadripartite)\s(?:committee|commission|council)"
    r"|Ministers|Heads\sof\s(?:State|Government)|Government)\b[^\x01,;]{0,100}(?:,\s(?:who\s)?)?$"
)


def reported(resolver: Resolver, masked: str, at: int) -> bool:
    """Whether somebody's statement tells of an event: "The representative of Chad reported on a meeting"."""
    issuer = resolver.issuer
    begins = max((m.end() for m in _NEW_SENTENCE.finditer(masked, 0, at)), default=0)
    told = TOLD_THAT.search(masked, begins, at) or (_SAID.match(masked[begins:at]) if issuer.collegial else None)
    if told is None or re.search(r"\b[Ii]ts\s(?:[\w-]+\s){0,3}$", masked[:at]):
        return False
    told_to = told.end() + (0 if told.re is TOLD_THAT else begins)
    return not any(s in masked[told_to:at] for s in issuer.shorts)


def of_others(resolver: Resolver, sentence: Sentence, masked: str, at: int, to: int) -> bool:
    """Whether what acts in `masked[at:to]` is surely not the body: leaders, forces; nobody in a panel's report."""
    issuer = resolver.issuer
    outsiders = _OUTSIDERS.search(masked[at:to])
    if resolver.group or not (issuer.watches or outsiders):
        return False
    near = masked[at:to] if outsiders else sentence.text
    if issuer.is_told_of(near):
        return False
    if issuer.expert and re.search(r"\b(?:He|She)\b", masked[:to]):
        return False
    return not (
        PRONOUN.search(EXPLETIVE.sub("", masked[at:to])) or re.search(r"\b(?:we|our|us)\b", sentence.text, re.I)
    )
