"""Who held an event; and the issuing body: what the header of a report says of it, which holds for the whole report."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.assemble.holders.names import canonical
from extract.model import Header
from extract.recognise.bodies import ENVOY, short_names
from extract.recognise.issuers import issuer
from extract.recognise.masthead import EXPERT

_OFFICER_OF = re.compile(
    r"(?:(?:Deputy\s)?(?:Secretary-General|Director[- ]General|Executive\s(?:Director|Secretary|Head)|Administrator"
    r"|Registrar|Secretariat)\sof\s"
    r"(?:the\s)?(?P<of>.+)|(?P<whose>.+)\s[Ss]ecretariat)$"
)
_HIGH_OFFICE = re.compile(
    r"(?:United\sNations\s)?High\sCommissioner\b|(?:Executive\sDirector|Administrator|Secretariat)$"
)
# Panels, teams and those who examine others: what nobody holds in the sentence is not theirs.
_WATCHES = re.compile(
    rf"\b(?:Panel|Monitoring (?:Team|Group)|Group of Experts|Advisory Committee on Administrative|Joint Inspection Unit"
    rf"|Board of Auditors|Internal Oversight)\b|^(?:{EXPERT})\b"
)
_COLLEGIAL = re.compile(
    r"\b(?:Committee|Commission|Conference|Assembly|Board|Forum|States Parties|Council|Contact Group)\b"
)
# Courts, and their officers, whose meetings and visits are the court's own.
_COURT = re.compile(r"\b(?:Tribunal|Court|Residual\sMechanism|Special\sChambers)\b")
# Its organs: "the Office of the Prosecutor", "Trial Chamber II".
_ORGANS = re.compile(
    r"Office\sof\sthe\s(?:Prosecutor|President|Registrar)|Registry|Chambers|(?:Trial|Appeals|Pre-Trial)\sChambers?(?:\s[IVX]+)?"
    r"|Rules\sCommittee"
)
_NAMED_BY = 4  # words by which a conference is known: "Meeting of States Parties"


@dataclass(frozen=True, slots=True)
class Holder:
    """Who held an event; `sits` where it is an organ that considers items at meetings."""

    body: str
    is_own: bool
    sits: bool = False


class Issuer:
    """The body whose report it is: how it is called, and what kind of body it is."""

    def __init__(self, header: Header) -> None:
        self.body = header.issuing_body
        self.own = Holder(self.body, True)
        self.personal = self.body == "Secretary-General" or bool(ENVOY.match(self.body))
        # In the reports of the Secretary-General and of envoys only their own meetings are own; else the body reports.
        self.default = Holder("" if self.personal else self.body, not self.personal and bool(self.body))
        self.shorts = frozenset({*short_names(self.body), self.body} - {""})
        if self.body.lower().startswith("security council mission"):
            self.shorts |= {"Security Council", "Council"}  # the members who went are the Council
        self.collegial = bool(_COLLEGIAL.search(self.body))
        officer = _OFFICER_OF.match(self.body)
        # The organization whose head or secretariat reports: what it did is the reporter's own.
        self.organization = canonical(officer.group("of") or officer.group("whose")) if officer else ""
        self.office = bool(officer) or bool(_HIGH_OFFICE.match(self.body))
        if self.office and not self.organization:
            self.organization = issuer(header.symbol, "")  # "Administrator" of the Programme, by the symbol's series
        met = re.search(r"(?:Meeting|Conference)\s(?:of|on|to)\s", self.body)
        self.gathering = self.body[met.start() :] if met else ""
        self.mission = "mission" in self.body.lower()
        self.court = bool(_COURT.search(self.body))
        self.signatory = header.signatory.split()[-1] if header.signatory else ""
        self.expert = bool(re.match(EXPERT, self.body))
        self.watches = bool(_WATCHES.search(self.body))

    def is_named_in(self, line: str) -> bool:
        """Whether a line of the masthead names the issuing body, by its whole name, a part or a short form of it."""
        return line.rstrip(" *") in self.body or any(s in line for s in self.shorts)

    def is_told_of(self, text: str) -> bool:
        """Whether words of a sentence have the name of the issuing body, whole or short."""
        return any(re.search(rf"\b{re.escape(s)}\b", text) for s in self.shorts)

    def leads(self, name: str) -> bool:
        """Whether a name begins with that of the issuing body, whole or short."""
        return name.startswith(tuple(self.shorts))

    def has_organ(self, name: str) -> bool:
        """Whether a name is that of an organ of the court whose report it is."""
        return self.court and bool(_ORGANS.fullmatch(name))

    def is_body(self, name: str) -> bool:
        """Whether a name is that of the issuing body or a part of it."""
        return self.has_organ(name) or name in self.body or self.body in name or self.leads(name)

    def itself(self, masked: str, at: int) -> Holder | None:
        """The conference whose report it is, where the noun at `at` begins its name: "Meetings of States Parties"."""
        name = " ".join(self.gathering.split()[:_NAMED_BY])
        named = bool(name) and masked[at:].replace("Meetings", "Meeting", 1).startswith(name)
        return self.own if named else None
