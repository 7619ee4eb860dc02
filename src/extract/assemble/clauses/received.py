"""Who can be met or received: a person, the holder of a post, a delegation; not a letter, not an appeal."""

from __future__ import annotations

import re

from extract.assemble import words
from extract.assemble.cues import Cue
from extract.model import Sentence

_WAS_RECEIVED = re.compile(r"\b(?:was|were|been)\s(?:(?:also|then|later|again|first|both|all|\w+ly)\s){0,2}$")
_WHO_IS_RECEIVED = re.compile(
    r"(?:^|[,\x01]\s)(?:[A-Z][\w’'-]+\s){1,3}$|\b(?:[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e|who|it|It|(?:[Dd]elegations?|[Mm]ission|[Tt]eam|[Mm]embers|[Ll]eaders|[Oo]fficials"
    r"|[Rr]epresentatives|[Aa]mbassadors|[Ee]xperts|[Cc]ommittee|[Gg]roup)(?:\s(?:of|from)\s[^,;\x01]{1,60})?)\s(?:ha[sd]\s)?$"
)
# What stands between "received" and the person; "called on the parties to …" is no visit.
_OBJECT = re.compile(
    # "received in New York the Minister"
    r"(?:\s(?:in|at)\s(?:the\s)?[A-Z][\w’'-]{0,30}(?:\s[A-Z][\w’'-]{0,30}){0,3},?"
    r"(?=\s(?:the|an?|his|my|Mr|Ms|Mrs|Dr)\b))?"
    r"\s(?:(?:the|an?|his|her|their|its|my|both|several)\s)?"
)
_WHOM = re.compile(
    r"(?:him|her|them|me|us|(?:(?!from\b|of\b|by\b|on\b|in\b)[\w-]+\s){0,4}?(?:delegations?|leaders|officials|representatives|ambassadors|authorities|counterparts|stakeholders|partners"
    r"|(?:representative|delegate|ambassador|envoy|counterpart)(?=\sof\s)))\b(?![’']s)"
)
_ATTRIBUTES = re.compile(
    r"(?:(?:Mr|Ms|Mrs|Dr)·\s)?(?:(?:new|newly|visiting|former|then|transitional|caretaker|de\sfacto|outgoing|incoming|interim|acting|appointed|elected|[A-Z][\w’-]+)\s){0,3}"
)
_APPEAL = re.compile(
    r"[^;]{0,250}?\sto\s(?!(?:discuss|review|exchange|brief|express|convey|the|an?|his|her|their|its)\b)[a-z]"
)


def was_received(masked: str, start: int, at: int) -> re.Match[str] | None:
    """The passive before a verb at `at`, from `start`: "was also" received."""
    return _WAS_RECEIVED.search(masked, start, at)


def is_guest(sentence: Sentence, masked: str, at: int, to: int) -> bool:
    """Whether somebody who can be received stands before the verb at `to`: a person, a delegation, "he"."""
    if re.search(
        rf"\b(?:{words.negative('documents')}|requests?|proposals?|invitations?|petitions?)\b",
        masked[at:to],
        re.I,
    ):
        return False
    if _WHO_IS_RECEIVED.search(masked, at, to):
        return True
    if re.search(r"\b(?:visited|travelled|went|returned)\b", masked[:at]) and re.search(r"\sand\s$", masked[at:to]):
        return True  # "he travelled to Faya on 14 November to see the offices and was received on 15 November by"
    ends = (m.to - sentence.at for m in sentence.mentions if m.label in ("PERSON", "POST", "MISSION", "ORGANISATION"))
    return any(at <= end <= to and re.fullmatch(r",?\s?", masked[end:to]) for end in ends)


def is_person(sentence: Sentence, masked: str, cue: Cue) -> bool:
    """Whether somebody whom one can meet stands behind a verb: a person, the holder of a post, a delegation."""
    object_ = _OBJECT.match(masked, cue.to)
    if object_ is None or (cue.verb.startswith("called") and _APPEAL.search(masked, cue.to)):
        return False
    place = object_.end()
    if _WHOM.match(masked, place):
        return True
    return any(
        m.label in ("PERSON", "POST")
        and place <= m.at - sentence.at
        and _ATTRIBUTES.fullmatch(masked[place : m.at - sentence.at])
        and not re.match(r"(?:\s[A-Z][\w-]+){0,3}[’']s", masked[m.to - sentence.at :])
        for m in sentence.mentions
    )
