"""Event words of a sentence, its dates behind marks, and what makes a date or an event none that took place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extract.assemble import words
from extract.model import DateMention, Sentence

# Stands for each character of a date that may be an event's, and of any other date.
MARK = "\x01"
OTHER = "\x02"
# A full stop inside a sentence: no end of a clause.
INNER_STOP = re.compile(
    r"\.(?:(?<=\b(?:Mr|Ms|Dr|St|No|Lt|Mt)\.)|(?<=\bMessrs\.)|(?<=\b(?:Mrs|Gen|Col|Maj|Sgt|Hon)\.)|(?<=\bpara\.)|(?<=\bparas\.)"
    r"|(?<=\b[A-Z]\.)(?!$)|(?<=\b[ai]\.)(?=[ai]\.)|(?<=\w\.)(?=\d))"
)
_QUOTED = re.compile(r"“[^”\x01]{1,240}”")
# "Sustainable Development Goal 14: Conserve and sustainably use the oceans": the name of a conference goes on
_GOAL = re.compile(r"\bGoal\s\d{1,2}(?P<colon>:)")
_MONTH_OF = re.compile(r"\bthe\smonths?\sof\s$")
_AND = r"\s*(?:,\s*and|,|and|to|-|–)\s*(?:the\s)?"
ORDINALS = (
    rf"(?:{words.ORDINAL}(?:{_AND}{words.ORDINAL}){{0,60}}"
    rf"|(?<![\w-]){words.ordinal_word()}(?![\w-])(?:{_AND}{words.ordinal_word()}(?![\w-])){{0,60}})"
)
_STATUS = re.compile(
    r"\b(?:as\s+of|as\s+at|(?<!\bmet )since|until|till|by|before|after|prior\s+to|(?<!the\s)following"
    r"|up\s+to|effective|week\s+ending|ending"
    r"|ended|commencing|starting|no\s+later\s+than|not\s+later\s+than|due|expir\w+|deadline\s+of|beyond|through|dated"
    r"|(?:fiscal|financial|budget(?:ary)?|school|academic)\s(?:year|period|biennium)|for\s+the\s+period"
    r"|(?<!held\sin\s)the\s+period|(?<!held\sin\sthe\s)period\s+from|period\s+of|(?:planned|scheduled|set|foreseen)\s+for)"
    r"(?:\s+(?:on|to|in|from|the))*\s*$",
    re.I,
)
# What is planned, wished or ordered has not taken place.
_UNREAL_VERB = (
    r"(?:again\s+|also\s+|not\s+|then\s+)?(?:be\s+)?"
    r"(?:hold|held|meet|convene|convened|visit|brief|attend|consider|discuss|organize|be|attempt|continue|undertake|resume"
    r"|conduct|have(?!\sbefore\b)|make|take|schedule|arrange|commence|start|begin|facilitate|host|participate|travel|join|send|dispatch|deploy|pay|lead"
    r"|reconvene|engage|gather)\b"
)
CALLED_OFF = r"(?:cancelled|canceled|postponed|called\soff)"
UNREAL = re.compile(
    r"\b(?:(?:will|shall|would|should|may|might|could|scheduled|planned|expected|proposed|due\s+to|to\s+be|(?:is|are|was|were)\s+(?:due\s+)?to"
    r"|(?:authorized|decide[ds]|agreed|requested|invited|undertook|in\s+order|wish\w*|hope\w*|need\w*|attempt\w*|willing\w*"
    r"|ready|readiness|offer\w*|propos\w+|plan\w*|intend\w*|schedul\w+|expect\w*)\b[^,;]{0,60}\bto)\s+"
    + _UNREAL_VERB
    + r"|to\s+be\s+\w+(?:ed|held)\b|look(?:s|ing|ed)?\s+forward\s+to\b"
    r"|\b(?:is|are)\s(?:now\s|also\s|currently\s)?(?:organizing|planning|convening|arranging)\b"
    r"|\b(?:is|are)\sbeing\s(?:convened|held|organi[sz]ed|planned|prepared|arranged|undertaken|conducted|carried\sout|dispatched|fielded)\b"
    r"|\bopportunity\s(?:of|offered\sby|provided\sby)\s(?:the\s)?(?=[^,;.]{3,60}\b(?:meeting|session|talks|conference|summit)\b)"
    r"|\bwhen\s[^,;.]{0,60}\s(?:resumes?|meets?|reconvenes?|convenes?)\b)",
    re.I,
)
# "was not held", "did not take place"
NOT_HELD = re.compile(r"\b(?:not|never)\s+(?:yet\s+)?(?:be\s+)?(?:held|take|convened?|meet|happen)|\bfailed\s+to\b")
# "the decision on 22 January to suspend meetings": the date of what was done.
_DONE_ON = re.compile(
    r"\b(?:decision|announcement|appointment|election|signing|signature|adoption|resignation|promulgation|release|publication"
    r"|inauguration|launch|launching|entry\sinto\sforce|expiry|arrest|closure|drawdown|dissolution|liquidation),?\s(?:on|in|at|by)\s*$"
    r"|\b(?:guidelines|procedures|terms\sof\sreference)\sof\s*$"
)
# "The Working Group established by the Council met on 16 July": the day that it met
_MET = r"\b(?:met|convened|reconvened|held|visited|travelled|briefed|sat|gathered|began|opened|during)\b"
# "was received by the Foreign Minister on 7 May": a person, as far as the sentence names no document.
_RECEIVED_BY = re.compile(r"\b(?:was|were|been)\s(?:\w+\s){0,2}received\s(?:in\s(?:\w+\s){1,4})?by\s[^;]*$")
# "a joint meeting with the Committees established pursuant to resolutions 1267 (1999) and 1988 (2011) on 24 March": the
# resolutions are the body's name, and the day is not theirs
_ESTABLISHED = re.compile(
    r"\b(?:Committees?|Groups?|Panels?|Teams?|Experts)\s(?:established\s)?(?:pursuant\sto|under|by)\s"
    r"(?:Security\sCouncil\s)?resolutions?\s\d+\s\(\d{4}\)(?:(?:,|,?\sand)\s\d+\s\(\d{4}\))*\son\s$"
)
# "began on 6 January and lasted until 19 January": its last day
_TO_LAST_DAY = re.compile(
    r"\b(?:began|started|opened|commenced|resumed)\s[^;]{3,80}\sand\s"
    r"(?:ended\s(?:on|in)|(?:lasted|continued|ran|went\son)\suntil)\s$"
)
# "S/PRST/2011/2 (21 January 2011)", "resolution 2282 (2016) (27 April 2016)"
_BEHIND_SYMBOL = re.compile(r"(?:\b[A-Z]{1,4}/[\w.()/-]{1,40}|\(\d{4}\))\s\($")
_SYMBOL_BEHIND = re.compile(r"^\s*\((?:see\s+|document\s+)?[AES]/(?!.{0,12}(?:PV|SR)[.·])")


# Hearings of these are meetings; those of courts are not (annotation guide: no court hearings).
_GATHERED = re.compile(
    r"(?:\s(?:in|at)\s[A-Z][\w/’'-]+\sof)?\s(?:(?:an?\s)?(?:estimated|crowd)|some|about|around|over|more\sthan|nearly|approximately|up\sto|hundreds|thousands|\d)"
)
_LAWMAKERS = re.compile(
    r"\b(?:[Cc]ommittees?|[Ss]ub-?[Cc]ommittees?|[Pp]arliament|Senate|Congress|Assembly|Commission|Task\sForce|[Ii]nquiry|[Ll]egislat\w+|"
    r"draft\slegislation|bill|Duma|Knesset|Rada|Bundestag|Majlis)\b"
)
_ADJECTIVE = re.compile(r"\b(?:in|of|the|an?|for|from|on|its|their|his|her|unpaid|outstanding)\s$")
_LAWMAKERS_HELD = re.compile(r"\b(?:Parliament|Senate|Congress|Assembly|Duma|Knesset|Rada|[Cc]ommittee)\s(?:also\s)?$")
_COURT_OF = re.compile(
    r"\b(?:Court\sof\s(?:Justice|Appeals?)|(?:Supreme|Constitutional|Criminal)\sCourt|Tribunal|Chambers?)\b"
)
_COURTS = re.compile(
    r"\b(?:[Cc]ourts?|[Tt]ribunals?|[Cc]hambers?|[Jj]udges?|[Pp]rosecut\w+|[Dd]efendants?|[Aa]ccused|[Tt]rials?|[Aa]ppeals?|case|cases|bail|detain\w+"
    r"|custody|arrest\w*|sentenc\w+|magistrates?|lawyers?)\b"
)


@dataclass(frozen=True, slots=True)
class Cue:
    """Words of a sentence that may be an event: `how` is noun, own, hold, sitting, passive, numbered or attendance."""

    how: str
    at: int
    to: int
    verb: str = ""
    noun: str = ""
    adj: str = ""
    numbers: str = ""


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    noun, hold = words.any_noun(), words.verbs("hold")
    # "a specialized sexual and gender-based violence investigation training session": no clause begins in it
    word = (
        r"(?!(?:that|which|who|to|with|at|in|from|by|for|on|where|when|was|were|is|are|had|has|have|will|would|while|following"
        r"|after|before|during|since|until)\b)[\w’'“”()-]+\s"
    )
    adj = rf"(?P<adj>(?:[\w’'“”·-]+,?\s){{0,5}}?|(?:{word}){{6,12}}?)"
    numbered = (
        rf"(?P<nums>{ORDINALS})\s(?P<adj>(?:\([\w -]+\)\s)?(?:[a-z-]+\s){{0,3}}?)"
        r"(?P<noun>[Mm]eetings?|plenary\smeetings?|plenary|plenaries|consultations)(?![\w-])"
        r"(?!\sof\s(?:the\s)?(?:States|Parties|High\sContracting)\b)(?:\s\([\w -]+\))?"
    )
    # "two further meetings, the 1004th and the 1005th, on …"
    counted = rf"(?P<noun>[Mm]eetings?),\s(?:the|its|their)\s(?P<nums>{ORDINALS})(?=,\s)"
    passive = (
        # "a round table, sponsored by the Bank, was held"
        rf"(?<![\w-])(?P<noun>(?![Pp]anels?\s(?:of|composed|consisting)\b)(?:{noun}))(?:,\s(?:[a-z-]{{2,30}}ed|led|with)\s[^,;\x01]{{1,160}},)?\s(?:[^\x01.;]{{0,240}}?\s)?(?:(?:was|were)\s(?:also\s|again\s)?"
        r"(?:held|convened|convoked|reconvened|organi[sz]ed|arranged(?!\sfor\b)|conducted|hosted|undertaken|made(?!\s(?:public|available|possible|known|clear)\b)|paid|carried\sout|(?:co-)?chaired|opened|delivered|provided)|(?<!\bthat\s)(?<!\bwhich\s)took\splace|(?:had|has|have)\s(?:also\s|already\s)?taken\splace"
        r"|(?:also\s)?(?<!that\s)(?<!which\s)(?<!\bit\s)(?<!they\s)(?<!\bhe\s)(?<!who\s)(?:continued|resumed|began|started|commenced|restarted)(?=,?\s(?:(?:in|on|from|between|at)\s|\x01)))(?!\w)"
    )
    sent = (
        r"(?<![Oo]bservation\s)(?<![Oo]bserver\s)(?P<noun>[Mm]issions?|[Tt]eams?)\s(?:(?:from|of)\s(?:the\s)?[\w’][^.;:\x01]{1,160}?\s)?"
        r"(?:(?:was|were)\s(?:\w+\s)?(?:sent|dispatched)|(?:(?:was|were)\s)?(?:also\s)?deployed|(?:also\s)?went)\sto(?!\w)"
    )
    # "an inter-agency meeting, held at Birao, was attended by"
    attended = (
        rf"(?<![\w-])(?P<noun>(?:{noun}))(?:\s(?:of|on|for|with|between|among)\s[^\x01.;,]{{1,80}}?)?,\sheld\s(?:at|in)\s[^\x01.;]{{1,80}}?,?\s"
        r"(?:was|were)\s(?:\w+\s)?attended(?!\w)"
    )
    # "a policy support mission was conducted from": what is conducted is no standing mission
    made = (
        r"(?P<noun>[Mm]issions?)\s(?:(?:from|of|to|by)\s(?:the\s)?[A-Z][\w’ -]{1,60}?\s)?"
        r"(?:was|were)\s(?:also\s)?(?:conducted|undertaken|fielded|carried\sout)(?!\w)"
    )
    # "the Ministerial Steering Board, held at Sintra on …"
    colleges = words.alternatives([c.capitalize() for c in words.in_company("college")])
    gathered = words.alternatives([v for n in words.in_company("convened") for v in (n, n.title())])
    sat = rf"(?<![\w-])(?P<noun>{colleges})(?:\son\s[A-Z][\w -]{{2,60}})?,\s(?:which\swas\s)?held(?=\s(?:at|in)\s[A-Z])"
    # "A pre-session working group was convened from …": it is its own sitting
    group = words.alternatives(words.in_company("group"))
    prepared = (
        rf"(?<![\w-])(?P<noun>{group})\s(?:[^\x01.;,]{{0,80}}?\s)?(?:was|were)\s(?:held|convened|organi[sz]ed)(?!\w)"
    )
    # "Training for the media took place on": who was merely trained met nobody
    trained = (
        rf"(?<![\w-])(?P<noun>{words.alternatives([n.capitalize() for n in words.in_company('training')])})\s"
        r"(?:[^\x01.;]{0,120}?\s)?(?:took\splace|(?:was|were)\s(?:also\s)?(?:held|conducted|organi[sz]ed|delivered))(?!\w)"
    )
    # "organized, with the Government of Chad, a conference"
    along = (
        rf"(?:,\s(?:(?:(?:together|jointly|in\s\w+)\s)?with\s[^;{MARK}]{{1,240}}?|for\sthe\sfirst\stime"
        rf"|(?:at|in)\s[A-Z][\w’ -]{{1,40}}),"
        rf"|\s(?:at|in)\s[A-Z][\w’-]{{1,30}}(?:\s[A-Z][\w’-]{{1,30}}){{0,2}}(?=\s(?:an?|its|two|three|the)\s))?"
    )
    mission = (
        r"missions?(?=\sfrom\s(?:the\s)?[A-Z]|\sto\s(?:(?:the\s)?[A-Z]|the\s(?:country|region|area)\b)|\s(?:led|headed)\sby\s"
        # "reported on the mission that he had undertaken to Bougainville"
        r"|\s(?:that|which)\s(?:he|she|they|it|I|we|the\s[A-Z][\w’-]+)\s(?:had\s|has\s)?(?:undert(?:aken|ook)|paid|led|conducted|carried\sout)\b)"
        r"|tours?(?=\sof\s(?!duty\b))"
    )
    team = rf"(?:{words.alternatives(words.in_company('team'))})(?=\sto\s)"
    own = rf"received\s(?:in\s[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*|on\s{MARK}++)\sby|" + words.alternatives(
        list(words.verb_types())
    )
    # "held 18 formal meetings (1st to 18th) during its session"
    in_brackets = (
        rf"(?P<adj>(?:[a-z-]{{1,20}}\s){{0,2}})(?P<noun>[Mm]eetings?|plenary\smeetings?|plenaries)\s"
        rf"\((?:the\s)?(?P<nums>{ORDINALS})\)"
    )
    return (
        ("numbered", re.compile(numbered)),
        ("numbered", re.compile(in_brackets)),
        ("numbered", re.compile(counted)),
        ("passive", re.compile(passive)),
        ("passive", re.compile(attended)),
        ("passive", re.compile(sent)),
        ("passive", re.compile(made)),
        ("passive", re.compile(sat)),
        ("passive", re.compile(prepared)),
        ("passive", re.compile(r"(?<![\w-])(?P<noun>[Hh]earings)\s(?:[^\x01.;]{0,80}?\s)?were\s(?:also\s)?held(?!\w)")),
        ("passive", re.compile(trained)),
        # "Several multi-stakeholder events were held on 31 March", not "the events of 31 March"
        (
            "passive",
            re.compile(
                r"(?<![\w-])(?P<noun>events)\s(?:[^\x01.;]{0,80}?\s)?were\s(?:also\s)?(?:held|organi[sz]ed|convened)"
                r"(?=\s(?:(?:in|at)\s[^,;.\x01]{1,60}\s)?on\s\x01)"
            ),
        ),
        # "The first team deployment to Chad took place", "The Secretariat deployed a team of experts to Chad"
        (
            "passive",
            re.compile(r"(?<![\w-])(?P<noun>[Dd]eployments?)\sto\s(?:the\s)?[A-Z][^.;,\x01]{1,60}?\stook\splace(?!\w)"),
        ),
        (
            "hold",
            re.compile(
                r"(?<![\w-])(?P<verb>deployed)\s(?:an?|the|its|two|three)\s(?P<adj>(?:[\w-]+\s){0,3}?)"
                r"(?P<noun>(?:teams?|missions?))(?:\sof\s[a-z]+)?(?=\sto\s(?:the\s)?[A-Z])"
            ),
        ),
        # "led a delegation of donors to Agok on 26 January"
        (
            "hold",
            re.compile(
                r"(?<![\w-])(?P<verb>led|headed)\s(?:an?|the|his|her)\s(?P<adj>(?:[\w-]+\s){0,3}?)"
                rf"(?P<noun>(?:teams?|missions?|delegations?))(?:\sof\s[^,;{MARK}]{{2,60}}?)?(?=\sto\s(?:the\s)?[A-Z])"
            ),
        ),
        (
            "hold",
            re.compile(
                rf"(?<![\w-])(?P<verb>{hold})(?!\sby\s){along}\s{adj}“?(?P<noun>(?![Pp]anels?\s(?:of|composed|consisting)\b)(?:{noun})|{mission}|{team}|{group}"
                r"|hearings?|(?<=\s)delegations?(?=\s(?:from|to)\s(?:the\s)?(?:[A-Z]|secretariat\b|[a-z]+\s(?:area|region|border)\b))|exchanges?(?=\s(?:among|between|with)\s))(?![\w-])"
            ),
        ),
        # "The Panel resumed its meetings in February", not "at its resumed session"
        (
            "hold",
            re.compile(
                rf"(?<![\w-])(?P<verb>resumed|continued)\s(?:the|its|their|his|her)\s{adj}(?P<noun>(?:{noun}))(?![\w-])"
            ),
        ),
        # "On 20 April, the Minister chaired the Security Commission"
        (
            "hold",
            re.compile(
                rf"(?<![\w-])(?P<verb>(?:co-)?chaired|presided\sover|convened)\s(?:the\s){adj}(?P<noun>{colleges}|{gathered})(?![\w-])"
            ),
        ),
        # "supported the Board to hold a validation workshop"
        (
            "hold",
            re.compile(
                rf"(?<![\w-])(?P<verb>supported|assisted|helped|enabled|partnered\swith|collaborated\swith|joined\sforces\swith"
                rf"|provided\s(?:[\w-]+\s){{0,4}}(?:assistance|support)\sto)\s[^,;:{MARK}]{{1,120}}?\s(?:to|in)\s"
                rf"(?:hold|holding|convene|convening|organi[sz]e|organi[sz]ing|conduct|conducting)\s{adj}(?P<noun>{noun})(?![\w-])"
            ),
        ),
        # "brought the Presidents together for a trilateral meeting"
        (
            "hold",
            re.compile(
                rf"(?<![\w-])(?P<verb>brought|gathered)\s[^;:{MARK}]{{1,160}}?\sfor\s(?:an?\s){adj}(?P<noun>{noun})(?![\w-])"
            ),
        ),
        ("own", re.compile(rf"(?<![\w-])(?P<verb>{own})(?![\w-])")),
        # "brought the two sides together on 12 May"
        (
            "own",
            re.compile(rf"(?<![\w-])(?P<verb>brought)\s[^,;:{MARK}]{{1,80}}?\stogether(?=\s(?:on|in|at)\s)"),
        ),
        # "brought together members of local councils"
        (
            "own",
            re.compile(
                r"(?<![\w-])(?P<verb>brought\stogether)(?=\s(?:the\s)?(?:\d|more\sthan\s\d|members\b|representatives\b|participants\b|leaders\b"
                r"|officials\b|experts\b|judges\b|journalists\b|women\b|young\s|students\b))"
            ),
        ),
        # "undertook his mission from 14 to 18 April"
        (
            "hold",
            re.compile(
                rf"(?<![\w-])(?P<verb>undertook|conducted|carried\sout|made)\s(?P<adj>(?:his|her|their|its)\s(?:[a-z-]{{1,20}}\s){{0,2}}?)"
                rf"(?P<noun>mission)(?=\sfrom\s{MARK})"
            ),
        ),
        ("sitting", re.compile(rf"(?<![\w-])(?P<verb>{words.verbs('sitting')})(?![\w-])")),
        # "a review, held in Geneva on 3 June, was attended by 30 States": whatever it is called
        (
            "attendance",
            re.compile(
                r"\b(?:was|were)\s(?:\w+\s)?attended\sby\b|\b(?:dispatched|sent|fielded)\s(?:on|in)\s|\bof\s(?:these|those)\b|(?:,|\b(?:was|were)|\b[A-Z][a-z]{2,30}(?=\sheld\s(?:in|at)))\sheld\s(?:(?:in|at)\s(?=[A-Z])|(?:from|on)\s)"
                # "We, Leaders and Representatives, gathered at"; "at the European Council on"
                r"|\bWe,\s[^;.\x01]{2,160}?\s(?:gathered|assembled|met|meeting)\s(?:at|in)\s"
                r"|\b(?:Assembly|Council|Congress)\sof\s[^,;\x01]{2,120},?\sheld\s(?:in|at|on|from)\s"
                r"|\b(?:at|conclusions\sof)\sthe\s(?:(?:European|Security|Permanent)\sCouncil|General\sAssembly)\s(?:on|of)\s"
            ),
        ),
        # "the Panel of Experts" is a body, "a panel of three judges" too, "a report by the Panel on 5 March" as well
        (
            "noun",
            re.compile(
                rf"(?<![\w-])(?P<noun>(?![Pp]anels?\s(?:of|composed|consisting)\b)"
                r"(?!(?:(?<=\bthe\s)|(?<=\bThe\s))Panels?(?!\s(?:[Dd]iscussion|on\s(?!\x01)|(?:(?:was|were)\s)?(?:held|convened)|took\splace)))"
                rf"(?:{noun})|{mission})(?![\w-])"
            ),
        ),
    )


_SAT = re.compile(rf"\s(?:again\s)?(?:(?:on|from)\s{MARK}|in\sthe\s(?:morning|forenoon|afternoon)\sof\s{MARK})")
_NTH = re.compile(r"\d{1,2}\s?(?:st|nd|rd|th)\b|[a-z-]{3,20}\s(?:day\s)?of\s")  # "3rd of May", "third of May"
# "had agreed during the last round of talks": the verb only helps another one
_HAD_DONE = re.compile(
    r"(?!arrived\b)[a-z]+(?:ed|own|een|ought),?\s(?:during|after|before|at|in|to|on|for|by|with|following|that)\b"
)


@cache
def _at_event() -> re.Pattern[str]:
    """ "approved … at the Brussels conference in", "endorsed by the donors' meeting held at Canberra in" """
    noun = words.noun()
    return re.compile(
        rf"\bat\s(?:the\s|an?\s|its\s)(?:[\w’'-]+\s){{0,4}}(?:{noun})(?:\s(?:in|at)\s[A-Z][\w’'-]+)?\s(?:on|in)\s*$"
        # "adopted by consensus at the Summit of the Future in"
        r"|\bat\sthe\s(?:[\w’'-]+\s){0,5}(?:Summit|Conference|Forum|Congress|Assembly|summit|conference|forum|congress)"
        r"(?:\s(?:of|on|for)\s(?:the\s)?[\w’'-]+(?:\s(?!in\b|on\b)[\w’'-]+){0,4})?,?\s(?:held\s)?(?:on|in)\s*$"
        rf"|(?:{noun})\s(?:which\s(?:was|were)\s)?(?:held|addressed\sby)\s[^,;]{{0,60}}$"
    )


def cues(masked: str) -> list[Cue]:
    """All event words of a masked sentence, in order; the noun of "held a meeting" is listed by itself too."""
    out = []
    for how, pattern in _patterns():
        for m in pattern.finditer(masked):
            g = m.groupdict()
            verb = g.get("verb") or ""
            if (g.get("noun") or "").lower() == "gathering" and _GATHERED.match(masked, m.end()):
                continue
            if "hearing" in (g.get("noun") or "").lower() and not _of_lawmakers(masked, m):
                continue
            if verb == "had" and _HAD_DONE.match(g.get("adj") or ""):
                continue
            if how == "sitting" and _ADJECTIVE.search(masked, 0, m.start()):
                continue  # "arrears in assessed contributions"
            if verb == "sat" and (not _SAT.match(masked, m.end()) or _COURTS.search(masked, 0, m.start())):
                continue  # "sat on the Board", "sat down with"
            if verb == "went to" and not re.match(r"\s(?:the\s)?[A-Z][a-z]", masked[m.end() : m.end() + 8]):
                continue  # "went to the polls"
            if verb.startswith(("received in ", "received on ")):
                verb = "received by"  # "received in Chad by the President"
            out.append(
                Cue(
                    how,
                    m.start(),
                    m.end(),
                    verb,
                    g.get("noun") or "",
                    g.get("adj") or "",
                    g.get("nums") or "",
                )
            )
    return sorted(out, key=lambda c: (c.at, c.how != "hold", c.to))


def _of_lawmakers(masked: str, m: re.Match[str]) -> bool:
    """Whether a hearing is one with somebody, or of a committee or a parliament, and no sitting of a court."""
    if m.group("noun").lower().startswith("parliamentary"):
        return True
    if m.group("noun").lower().startswith("public"):
        return not _COURT_OF.search(masked)
    if re.match(r"\swith\s", masked[m.end() :]):
        return True
    if _LAWMAKERS_HELD.search(masked, 0, m.start()):
        return True  # "the Duma held hearings on appeals"
    return bool(_LAWMAKERS.search(masked)) and not _COURTS.search(masked)


def mask(sentence: Sentence, days: list[DateMention]) -> tuple[str, list[tuple[int, int, list[DateMention]]]]:
    """The sentence with each coordinated date behind marks; the spans of those that may be events'."""
    text = list(sentence.text)
    spans: list[tuple[int, int, list[DateMention]]] = []
    for day in days:
        if spans and spans[-1][2][-1].cluster == day.cluster:
            a, _, group = spans.pop()
            spans.append((a, day.to - sentence.at, [*group, day]))
        else:
            at = day.at - sentence.at
            if re.match(r"\d{1,2}\s?(?:st|nd|rd|th)\b|[a-z-]{3,20}\s(?:day\s)?of\s", day.text) and sentence.text[
                :at
            ].endswith("the "):
                at -= len("the ")  # "on the 3rd of May"
            elif month_of := _MONTH_OF.search(sentence.text, 0, at):
                at = month_of.start()  # "During the month of February"
            spans.append((at, day.to - sentence.at, [day]))
    if bare := _bare_verb().match(sentence.text):
        text[bare.start("verb")] = text[bare.start("verb")].lower()
    for match in INNER_STOP.finditer(sentence.text):
        text[match.start()] = "·"
    for goal in _GOAL.finditer(sentence.text):
        text[goal.start("colon")] = "·"
    for title in _QUOTED.finditer(sentence.text):
        for stop in re.finditer(r"[.;:]", title.group()):
            text[title.start() + stop.start()] = "·"  # the theme of an event, in quotes
    for a, b, _ in spans:
        text[a:b] = MARK * (b - a)
    masked = "".join(text)
    for a, b, _ in spans:
        if is_no_event(masked, a, b):
            text[a:b] = OTHER * (b - a)
    return "".join(text), [span for span in spans if text[span[0]] == MARK]


@cache
def _bare_verb() -> re.Pattern[str]:
    """A verb at the head of an item of a list, whose subject stands above: "(a) Met with the Minister on 4 May"."""
    kinds = ("hold", "meeting", "visit", "briefing", "receive", "exchange", "attend")
    # no nouns: "Participation in the thirteenth Conference, February 2024" is an entry of a list
    verbs = words.alternatives(
        [v.capitalize() for kind in kinds for v in words.verb_list(kind) if not v.endswith((" at", "ion in"))]
    )
    # "Chaired by the Minister, the meeting …", "Held at Addis Ababa, the summit …": there it is no verb
    return re.compile(
        rf"[\W_]{{0,4}}(?:[a-z]{{1,4}}\)\s|\d{{1,2}}[.)]\s)?(?P<verb>{verbs})(?!\w)(?!\s(?:by|jointly\sby|in|at|on|from)\s)"
    )


@cache
def _told_before() -> re.Pattern[str]:
    """That an event, not a document, has the date behind: "the Meeting of the Board at Sintra, Portugal, on "."""
    noun = words.any_noun()
    place = r"\s(?:at|in)\s[A-Z][\w’'-]+(?:(?:\s|,\s)[A-Z][\w’'-]+){0,3},?\s(?:on|from)\s"
    return re.compile(
        rf"(?:{noun})(?:[^,;]{{0,40}}|[^;]{{0,80}}\bheld\s[^;,]{{0,40}}|[^,;]{{0,90}}{place})$|\bheld{place}$"
        # "the dialogue among leaders co-hosted by A and by B on"
        rf"|(?:{noun})\s[^;,]{{0,100}}\b(?:held|(?:co-)?hosted|organi[sz]ed|convened)\sby\s[^;,]{{2,80}}\s(?:on|from)\s$"
        # "adopted at its fifty-eighth session, in March 2025 (A/HRC/58/14)"
        r"|\bsession(?:\sof\s(?:the\s)?[A-Z][\w’ -]{2,60})?,\s(?:held\s)?(?:in|from)\s$"
        # "Report of the International Conference on Population, Cairo, 5–13 September 1994 (A/CONF.171/13)"
        r"|\b(?:Conference|Summit|Assembly|Forum|Congress)\b[^;()]{0,100}(?:,\s[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}){1,2},\s$"
    )


# "The session opened on 19 March and closed on 28 March": its last day
_OPENED_THEN = re.compile(
    rf"\b(?:opened|began|started|commenced)\b[^;.]{{0,100}}{MARK},?\sand\s(?:closed|ended|concluded)\s(?:on|in)\s$"
)


def is_no_event(masked: str, a: int, b: int) -> bool:
    """Whether the date `masked[a:b]` is that of a document, of an act, of a state of affairs, or of a period."""
    before, after = masked[max(0, a - 120) : a], masked[b : b + 40]
    told = _told_before().search(before)
    if _SYMBOL_BEHIND.match(after) and not told:
        return True
    document = rf"\b(?:{words.negative('documents')})\b(?:\s*\([^)]*\))?"
    if re.search(rf"{document}(?:\s+(?!(?:on|at|in)\b)[\w’'().-]+){{0,8}}?\s+(?:dated|of)\s*$", before, re.I):
        return not re.search(rf"\b(?:{words.noun()})\s+of\s*$", before)
    if _ESTABLISHED.search(before) or _OPENED_THEN.search(before):
        return False
    if re.search(r"\d\s\(\d{4}\)(?:,?\sadopted)?\s(?:of|on)\s$", before):
        return True  # "854 (1993) of 6 August 1993"
    by = before.endswith("received on ") and re.match(r"\sby\s", after)
    received = (by or _RECEIVED_BY.search(before)) and not re.search(document, before, re.I)
    if (
        not received
        and re.search(
            rf"\b(?:{words.negative('acts')})\b(?:\s+by\s(?:(?!{_MET})[^,;{MARK}]){{1,71}}(?<=\s)|\s+)(?:on|in)\s*$",
            before,
        )
        and not _at_event().search(before)
    ):
        return True
    if _DONE_ON.search(before) or before.endswith("period (") or _BEHIND_SYMBOL.search(before):
        return True
    status = _STATUS.search(before)
    if (
        status
        and status.group().rstrip().endswith("the")
        and re.match(rf"\s(?:[\w’'-]+\s){{0,3}}(?:{words.noun()}|mission)\b", after)
    ):
        status = None  # "as recommended by the November 2000 joint assessment mission"
    if status and _TO_LAST_DAY.search(before):
        status = None  # its last day
    if status and status.group().strip().lower() not in ("from", "through"):
        return True
    if before.endswith(", on ") and after.startswith(", "):
        return False  # "In the framework of resolution 1325, on 15 September, the Mission held …"
    return bool(
        re.search(r"\b(?:resolution|decision)s?\s+\S+(?:\s*(?:\(\d{4}\),?|,))?\s+(?:adopted\s+)?(?:on|of)\s*$", before)
    )
