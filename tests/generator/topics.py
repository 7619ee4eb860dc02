"""What meetings are about: one template gives the annex's cell and the words of the prose.

`[the ]` is dropped in telegraphic cells; {M}, {M2} missions, {A} the mission's area, {C} a country,
{X} the group of experts, {G} the body, {V} the visitor's title, {his}, {Y} a year that is no date.
"""

from __future__ import annotations

from dataclasses import dataclass

from .facts import Mission
from .model import articles, capital


@dataclass(frozen=True)
class Topic:
    """A subject with everything filled in but missions: `text` still holds {M} and {M2}."""

    text: str
    missions: tuple[Mission, ...] = ()
    countries: tuple[str, ...] = ()
    country: str = ""
    frame: str = ""

    def cell(self, telegraphic: bool, wrong: str = "") -> str:
        """The cell of the annex; `wrong` stands in place of the first mission's acronym."""
        return capital(self._fill(articles(self.text, telegraphic), wrong))

    def prose(self) -> str:
        return self._fill(articles(self.text, False))

    def _fill(self, text: str, wrong: str = "") -> str:
        for key, mission in zip(("{M}", "{M2}"), self.missions, strict=False):
            text = text.replace(key, wrong if wrong and key == "{M}" else mission.acronym)
        return text


_COMMON = (
    "[the ]draft report of [the ]{G} to [the ]{parent}",
    "[the ]organization of work and other procedural issues",
    "[the ]draft programme of work of [the ]{G}",
)

TOPICS: dict[str, tuple[str, ...]] = {
    "peacekeeping": (
        "[the ]situation in {M}",
        "[the ]options for [the ]future of {M}",
        "[the ]renewal of [the ]mandate of {M}",
        "[the ]safety and security of [the ]personnel of {M}",
        "[the ]drawdown of {M}",
        "[the ]force requirements of {M}",
        "[the ]restrictions on [the ]freedom of movement of {M}",
        "[the ]protection of civilians in {A}",
        "[the ]transition from peacekeeping to peacebuilding in {A}",
        "[the ]recent developments in {A} and [the ]role of {M}",
        "inter-mission cooperation between {M} and {M2}",
        "[the ]issue of sexual exploitation and abuse in {M}",
        "[the ]role of women in peacekeeping",
        "[the ]rapid deployment of peacekeeping operations",
        "[the ]reimbursement of troop-contributing countries",
        "[the ]training standards for peacekeepers",
        "cooperation with regional arrangements in peacekeeping",
        "[the ]use of modern technology in peacekeeping operations",
        "[the ]medical support of peacekeeping operations",
        "[the ]planning of new peacekeeping operations",
        *_COMMON,
    ),
    "sanctions": (
        "[the ]interim report of [the ]{X}",
        "[the ]final report of [the ]{X}",
        "[the ]midterm update of [the ]{X}",
        "[the ]programme of work of [the ]{X}",
        "[the ]implementation of [the ]arms embargo",
        "[the ]requests for exemption from [the ]travel ban",
        "[the ]requests for exemption from [the ]assets freeze",
        "[the ]revised guidelines for [the ]conduct of its work",
        "cooperation between [the ]{G} and {M}",
        "[the ]monitoring of [the ]arms embargo by {M}",
        "[the ]illicit exploitation of natural resources in {C}",
        "[the ]list of individuals and entities subject to [the ]measures",
        "[the ]requests for removal from [the ]list",
        "[the ]notifications by Member States of deliveries of military equipment",
        "[the ]alleged violations of [the ]sanctions regime by air carriers",
        "[the ]humanitarian situation in {C} and [the ]effect of [the ]measures",
        "[the ]recruitment of mercenaries in [the ]subregion",
        "[the ]border controls of [the ]neighbouring States",
        "[the ]follow-up to [the ]recommendations of [the ]{X}",
        *_COMMON,
    ),
    "children": (
        "[the ]report of [the ]Secretary-General on children and armed conflict in {C}",
        "[the ]draft conclusions on children and armed conflict in {C}",
        "[the ]implementation of [the ]action plan in {C}",
        "[the ]follow-up to its conclusions on {C}",
        "[the ]horizontal note on children and armed conflict",
        "[the ]toolkit of [the ]{G}",
        "[the ]monitoring and reporting mechanism",
        "[the ]release and reintegration of child soldiers",
        "[the ]attacks against schools and hospitals",
        "[the ]child protection advisers of {M}",
        *_COMMON,
    ),
    "africa": (
        "[the ]situation in {C}",
        "[the ]preparation of elections in {C}",
        "[the ]regional dimension of [the ]conflict in {C}",
        "[the ]disarmament of combatants in {C}",
        "[the ]lessons learned from {M}",
        "[the ]early warning capacity of subregional organizations",
        "[the ]security of [the ]Gulf of Guinea",
        "[the ]role of civil society in conflict prevention",
        "[the ]cooperation of [the ]Council with regional organizations in Africa",
        "[the ]proliferation of small arms in [the ]Great Lakes region",
        "[the ]mediation capacity of [the ]Secretariat",
        "[the ]post-conflict strategy for {C}",
        *_COMMON,
    ),
    "procedure": (
        "[the ]format of [the ]annual report of [the ]Council to [the ]General Assembly",
        "[the ]list of matters of which [the ]Council is seized",
        "[the ]participation of non-members in [the ]work of [the ]Council",
        "[the ]conduct of interactive dialogues",
        "[the ]publication of [the ]programme of work in [the ]Journal",
        "[the ]induction of newly elected members",
        "[the ]selection of [the ]chairs of subsidiary bodies",
        "[the ]length of statements in [the ]Council",
        "[the ]circulation of documents by [the ]Secretariat",
        "[the ]consultations of [the ]Council with troop-contributing countries",
        "[the ]working papers submitted by its members",
        "[the ]preparation of [the ]monthly forecast",
        "[the ]mission reports of [the ]Council",
        *_COMMON,
    ),
    "terrorism": (
        "[the ]reports of Member States on [the ]implementation of [the ]resolution",
        "[the ]financing of terrorism",
        "[the ]technical assistance to {C}",
        "[the ]security of land borders in [the ]Sahel region",
        "[the ]use of [the ]Internet for terrorist purposes",
        "[the ]cooperation with international, regional and subregional organizations",
        "[the ]national legislation of {C}",
        "[the ]safety of air transport and aviation security",
        "[the ]protection of human rights while countering terrorism",
        "[the ]country visits planned for {Y}",
        "[the ]global survey of [the ]implementation of [the ]resolution",
        "[the ]denial of safe haven",
        "[the ]control of travel documents",
        *_COMMON,
    ),
    "decolonization": (
        "[the ]question of {T}",
        "[the ]dissemination of information on decolonization",
        "[the ]regional seminar in [the ]Pacific region",
        "[the ]situation of [the ]Non-Self-Governing Territories in [the ]Caribbean",
        "[the ]question of sending visiting missions to Territories",
        "[the ]economic activities affecting [the ]interests of [the ]peoples of [the ]Territories",
        "[the ]cooperation of [the ]administering Powers",
        "[the ]information transmitted by [the ]administering Powers",
        "[the ]assistance of [the ]specialized agencies to [the ]Territories",
        "[the ]case-by-case review of [the ]Territories",
        "[the ]hearing of petitioners",
        *_COMMON,
    ),
}
TOPICS["procedure_sanctions"] = (
    "[the ]design of targeted sanctions",
    "[the ]listing and delisting procedures",
    "[the ]humanitarian exemptions to sanctions",
    "[the ]termination of sanctions regimes",
    "[the ]capacity of [the ]Secretariat in [the ]administration of sanctions",
    "[the ]effect of sanctions on third States",
    "[the ]assistance to Member States in [the ]implementation of sanctions",
    "[the ]establishment of [the ]roster of experts",
    "[the ]cooperation of [the ]sanctions committees with regional organizations",
    "[the ]monitoring and enforcement of arms embargoes",
    "[the ]assessment of [the ]humanitarian impact of sanctions",
    *_COMMON,
)

# the frame of "three meetings were held to discuss <frame> A (date), B (date) and C (date)"
FRAMES: dict[str, tuple[str, ...]] = {
    "peacekeeping": ("[the ]possible United Nations presence in {C}", "[the ]security sector reform in {C}"),
    "sanctions": ("[the ]control of borders in {C}", "[the ]seizure of arms and related materiel in {C}"),
    "children": ("[the ]situation of children in {C}", "[the ]access to child victims in {C}"),
    "africa": ("[the ]transition process in {C}", "[the ]dialogue between [the ]parties in {C}"),
    "terrorism": (
        "[the ]results of [the ]assessment visit to {C}",
        "[the ]needs for technical assistance in {C}",
    ),
}
VISIT = "visit to {P}"
RETURN = "briefing by [the ]{V} on {his} visit to {P}"
BUREAU = "interaction between [the ]{G} and [the ]{X}"
