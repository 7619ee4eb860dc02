"""What is true of the world: bodies, missions, countries and organisations, with the years of their lives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Mission:
    """A peacekeeping operation; `area` is its country in prose, `wrong` a plausible wrong acronym."""

    acronym: str
    name: str
    start: str
    end: str
    iso3: tuple[str, ...]
    area: str
    seat: str
    wrong: str = ""

    def alive(self, day: date) -> bool:
        return self.start <= day.isoformat() <= (self.end or "2100")


@dataclass(frozen=True)
class Body:
    """A body that reports. `short` as in "the Committee"; `founded` is (words, symbol as printed, date)."""

    name: str
    short: str
    kind: str
    since: int
    until: int
    founded: tuple[str, str, str]
    symbol: str
    country: str = ""
    experts: str = ""
    experts_since: int = 0
    parent: str = "Security Council"


def _m(line: str) -> Mission:
    acronym, name, start, end, iso3, area, seat, *wrong = line.split("|")
    return Mission(acronym, name, start, end, tuple(iso3.split()), area, seat, wrong[0] if wrong else "")


_UN = "United Nations"
MISSIONS: tuple[Mission, ...] = tuple(
    _m(line)
    for line in f"""\
UNFICYP|{_UN} Peacekeeping Force in Cyprus|1964-03-27||CYP|Cyprus|Nicosia
UNIFIL|{_UN} Interim Force in Lebanon|1978-03-19||LBN|Lebanon|Naqoura
UNIKOM|{_UN} Iraq-Kuwait Observation Mission|1991-04-01|2003-10-01|IRQ KWT|Iraq and Kuwait|Umm Qasr
MINURSO|{_UN} Mission for the Referendum in Western Sahara|1991-04-29||ESH|Western Sahara|Laayoune|UNMRWS
ONUSAL|{_UN} Observer Mission in El Salvador|1991-07-01|1995-04-01|SLV|El Salvador|San Salvador|UNOSAL
ONUMOZ|{_UN} Operation in Mozambique|1992-12-01|1994-12-01|MOZ|Mozambique|Maputo|UNOMOZ
UNOMIG|{_UN} Observer Mission in Georgia|1993-08-24|2009-06-01|GEO|Georgia|Sukhumi
UNMIH|{_UN} Mission in Haiti|1993-09-23|1996-06-01|HTI|Haiti|Port-au-Prince
UNOMIL|{_UN} Observer Mission in Liberia|1993-09-22|1997-09-01|LBR|Liberia|Monrovia
UNAMIR|{_UN} Assistance Mission for Rwanda|1993-10-05|1996-03-01|RWA|Rwanda|Kigali
UNMOT|{_UN} Mission of Observers in Tajikistan|1994-12-16|2000-05-01|TJK|Tajikistan|Dushanbe
UNAVEM III|{_UN} Angola Verification Mission III|1995-02-08|1997-06-01|AGO|Angola|Luanda
UNPREDEP|{_UN} Preventive Deployment Force|1995-03-31|1999-02-01|MKD||Skopje
UNMIBH|{_UN} Mission in Bosnia and Herzegovina|1995-12-21|2002-12-01|BIH|Bosnia and Herzegovina|Sarajevo
UNSMIH|{_UN} Support Mission in Haiti|1996-07-01|1997-07-01|HTI|Haiti|Port-au-Prince
MONUA|{_UN} Observer Mission in Angola|1997-06-30|1999-02-01|AGO|Angola|Luanda|UNOMA
MINURCA|{_UN} Mission in the Central African Republic|1998-04-15|2000-02-01|CAF|the Central African Republic\
|Bangui|UNMCAR
UNOMSIL|{_UN} Observer Mission in Sierra Leone|1998-07-13|1999-10-22|SLE|Sierra Leone|Freetown
UNMIK|{_UN} Interim Administration Mission in Kosovo|1999-06-10|||Kosovo|Pristina
UNTAET|{_UN} Transitional Administration in East Timor|1999-10-25|2002-05-01||East Timor|Dili
UNAMSIL|{_UN} Mission in Sierra Leone|1999-10-22|2005-12-31|SLE|Sierra Leone|Freetown
MONUC|{_UN} Organization Mission in the Democratic Republic of the Congo|1999-11-30|2010-06-30|COD\
|the Democratic Republic of the Congo|Kinshasa|UNOMDRC
UNMEE|{_UN} Mission in Ethiopia and Eritrea|2000-07-31|2008-07-01|ETH ERI|Ethiopia and Eritrea|Asmara
UNMISET|{_UN} Mission of Support in East Timor|2002-05-20|2005-05-01|TLS|Timor-Leste|Dili
MINUCI|{_UN} Mission in Côte d’Ivoire|2003-05-13|2004-04-01|CIV|Côte d’Ivoire|Abidjan|UNMCI
UNMIL|{_UN} Mission in Liberia|2003-09-19|2018-03-01|LBR|Liberia|Monrovia
UNOCI|{_UN} Operation in Côte d’Ivoire|2004-04-04|2017-05-01|CIV|Côte d’Ivoire|Abidjan
MINUSTAH|{_UN} Stabilization Mission in Haiti|2004-06-01|2017-10-01|HTI|Haiti|Port-au-Prince|UNSTAMIH
ONUB|{_UN} Operation in Burundi|2004-06-01|2006-12-31|BDI|Burundi|Bujumbura|UNOB
UNMIS|{_UN} Mission in the Sudan|2005-03-24|2011-07-09|SDN|the Sudan|Khartoum
UNMIT|{_UN} Integrated Mission in Timor-Leste|2006-08-25|2012-12-31|TLS|Timor-Leste|Dili
UNAMID|African Union-{_UN} Hybrid Operation in Darfur|2007-07-31|2020-12-31|SDN|Darfur|El Fasher
MINURCAT|{_UN} Mission in the Central African Republic and Chad|2007-09-25|2010-12-31|CAF TCD\
|the Central African Republic and Chad|N’Djamena|UNMCARC
MONUSCO|{_UN} Organization Stabilization Mission in the Democratic Republic of the Congo|2010-07-01||COD\
|the Democratic Republic of the Congo|Kinshasa|UNOSMDRC
UNISFA|{_UN} Interim Security Force for Abyei|2011-06-27||SDN SSD|Abyei|Abyei
UNMISS|{_UN} Mission in South Sudan|2011-07-09||SSD|South Sudan|Juba
MINUSMA|{_UN} Multidimensional Integrated Stabilization Mission in Mali|2013-04-25|2023-06-30|MLI|Mali|Bamako\
|UNMISMA
MINUSCA|{_UN} Multidimensional Integrated Stabilization Mission in the Central African Republic|2014-04-10|\
|CAF|the Central African Republic|Bangui|UNMISCA
MINUJUSTH|{_UN} Mission for Justice Support in Haiti|2017-10-16|2019-10-01|HTI|Haiti|Port-au-Prince|UNMJSH
""".splitlines()
)

# name in prose -> ISO 3166-1 alpha-3, first year in which the name serves
COUNTRIES: dict[str, tuple[str, int]] = {
    "Afghanistan": ("AFG", 0),
    "Angola": ("AGO", 0),
    "Burundi": ("BDI", 0),
    "the Central African Republic": ("CAF", 0),
    "Chad": ("TCD", 0),
    "Colombia": ("COL", 0),
    "the Congo": ("COG", 0),
    "Côte d’Ivoire": ("CIV", 0),
    "the Democratic Republic of the Congo": ("COD", 1998),
    "Eritrea": ("ERI", 0),
    "Ethiopia": ("ETH", 0),
    "Guinea": ("GIN", 0),
    "Guinea-Bissau": ("GNB", 0),
    "Haiti": ("HTI", 0),
    "Iraq": ("IRQ", 0),
    "Liberia": ("LBR", 0),
    "Mali": ("MLI", 0),
    "Myanmar": ("MMR", 0),
    "Nepal": ("NPL", 0),
    "the Philippines": ("PHL", 0),
    "Rwanda": ("RWA", 0),
    "Sierra Leone": ("SLE", 0),
    "Somalia": ("SOM", 0),
    "South Sudan": ("SSD", 2012),
    "Sri Lanka": ("LKA", 0),
    "the Sudan": ("SDN", 0),
    "Uganda": ("UGA", 0),
    "the United Republic of Tanzania": ("TZA", 0),
    "Yemen": ("YEM", 0),
}
_AFRICA = """\
Angola|Burundi|the Central African Republic|Chad|Côte d’Ivoire|Guinea|Guinea-Bissau|Liberia|Mali|Rwanda\
|the Democratic Republic of the Congo|Sierra Leone|Somalia|South Sudan|the Sudan"""
_CHILDREN = """\
Afghanistan|Colombia|Iraq|Myanmar|Nepal|the Philippines|Sri Lanka|Yemen|Burundi|the Central African Republic\
|Chad|Côte d’Ivoire|the Democratic Republic of the Congo|Mali|Rwanda|Somalia|South Sudan|the Sudan|Uganda"""
AFRICA = tuple(_AFRICA.split("|"))
CHILDREN = tuple(_CHILDREN.split("|"))
TERRITORIES = ("Tokelau", "Bermuda", "New Caledonia", "American Samoa", "Guam", "Anguilla", "Montserrat")

# acronym -> (canonical name, takes an article, first year, last year)
ORGANISATIONS: dict[str, tuple[str, bool, int, int]] = {
    "DPKO": ("Department of Peacekeeping Operations", True, 1992, 2018),
    "DPO": ("Department of Peace Operations", True, 2019, 2100),
    "DPA": ("Department of Political Affairs", True, 1992, 2018),
    "DPPA": ("Department of Political and Peacebuilding Affairs", True, 2019, 2100),
    "DSS": ("Department of Safety and Security", True, 2005, 2100),
    "OCHA": ("Office for the Coordination of Humanitarian Affairs", True, 1998, 2100),
    "UNDP": (f"{_UN} Development Programme", True, 0, 2100),
    "UNICEF": (f"{_UN} Children’s Fund", True, 0, 2100),
    "UNHCR": (f"Office of the {_UN} High Commissioner for Refugees", True, 0, 2100),
    "WFP": ("World Food Programme", True, 0, 2100),
    "UNODC": (f"{_UN} Office on Drugs and Crime", True, 2003, 2100),
    "ICAO": ("International Civil Aviation Organization", True, 0, 2100),
    "IMO": ("International Maritime Organization", True, 0, 2100),
    "INTERPOL": ("International Criminal Police Organization", True, 0, 2100),
    "OAU": ("Organization of African Unity", True, 0, 2001),
    "AU": ("African Union", True, 2003, 2100),
    "EU": ("European Union", True, 1994, 2100),
    "ECOWAS": ("Economic Community of West African States", True, 0, 2100),
    "IGAD": ("Intergovernmental Authority on Development", True, 1997, 2100),
    "SADC": ("Southern African Development Community", True, 0, 2100),
    "IMF": ("International Monetary Fund", True, 0, 2100),
    "WORLD BANK": ("World Bank", True, 0, 2100),
}


def _sanctions(
    number: int,
    day: str,
    country: str,
    since: int,
    until: int,
    experts: str = "",
    first: int = 0,
    topic: str = "",
) -> Body:
    year = day[:4]
    return Body(
        name=f"Security Council Committee established pursuant to resolution {number} ({year}) "
        f"concerning {topic or country}",
        short="Committee",
        kind="sanctions",
        since=since,
        until=until,
        founded=("Security Council", f"resolution {number} ({year})", day),
        symbol=f"S/RES/{number}({year})",
        country=country,
        experts=experts,
        experts_since=first,
    )


def _prst(name: str, short: str, kind: str, since: int, until: int, words: str, symbol: str, day: str) -> Body:
    return Body(name, short, kind, since, until, (words, symbol, day), symbol)


BODIES: tuple[Body, ...] = (
    _sanctions(751, "1992-04-24", "Somalia", 1994, 2009, "Monitoring Group", 2004),
    _sanctions(864, "1993-09-15", "Angola", 1994, 2002, topic="the situation in Angola"),
    _sanctions(918, "1994-05-17", "Rwanda", 1995, 2008),
    _sanctions(1132, "1997-10-08", "Sierra Leone", 1998, 2010),
    _sanctions(1521, "2003-12-22", "Liberia", 2004, 2015, "Panel of Experts", 2004),
    _sanctions(1533, "2004-03-12", "the Democratic Republic of the Congo", 2005, 2025, "Group of Experts", 2004),
    _sanctions(1572, "2004-11-15", "Côte d’Ivoire", 2005, 2015, "Group of Experts", 2005),
    _sanctions(1591, "2005-03-29", "the Sudan", 2006, 2025, "Panel of Experts", 2005),
    _sanctions(2127, "2013-12-05", "the Central African Republic", 2014, 2025, "Panel of Experts", 2014),
    _sanctions(2206, "2015-03-03", "South Sudan", 2016, 2025, "Panel of Experts", 2015),
    _sanctions(2374, "2017-09-05", "Mali", 2018, 2022, "Panel of Experts", 2018),
    Body(
        "Security Council Committee established pursuant to resolution 1373 (2001) concerning counter-terrorism",
        "Committee",
        "terrorism",
        2002,
        2025,
        ("Security Council", "resolution 1373 (2001)", "2001-09-28"),
        "S/RES/1373(2001)",
    ),
    Body(
        "Counter-Terrorism Committee",
        "Committee",
        "terrorism",
        2002,
        2025,
        ("Security Council", "resolution 1373 (2001)", "2001-09-28"),
        "S/RES/1373(2001)",
    ),
    Body(
        "Security Council Working Group on Children and Armed Conflict",
        "Working Group",
        "children",
        2006,
        2025,
        ("Security Council", "resolution 1612 (2005)", "2005-07-26"),
        "S/RES/1612(2005)",
    ),
    _prst(
        "Ad Hoc Working Group on Conflict Prevention and Resolution in Africa",
        "Working Group",
        "africa",
        2002,
        2025,
        "a statement by the President of the Council",
        "S/PRST/2002/2",
        "2002-01-31",
    ),
    _prst(
        "Informal Working Group on Documentation and Other Procedural Questions",
        "Working Group",
        "procedure",
        1994,
        2025,
        "a note by the President of the Council",
        "S/26015",
        "1993-06-30",
    ),
    _prst(
        "Security Council Working Group on Peacekeeping Operations",
        "Working Group",
        "peacekeeping",
        2002,
        2025,
        "a statement by the President of the Council",
        "S/PRST/2001/3",
        "2001-01-31",
    ),
    _prst(
        "Informal Working Group on General Issues of Sanctions",
        "Working Group",
        "procedure_sanctions",
        2001,
        2006,
        "a note by the President of the Council",
        "S/2000/319",
        "2000-04-17",
    ),
    Body(
        "Special Committee on Peacekeeping Operations",
        "Special Committee",
        "peacekeeping",
        1994,
        2025,
        ("General Assembly", "resolution 2006 (XIX)", "1965-02-18"),
        "A/RES/2006(XIX)",
        parent="General Assembly",
    ),
    Body(
        "Special Committee on Decolonization",
        "Special Committee",
        "decolonization",
        1994,
        2025,
        ("General Assembly", "resolution 1654 (XVI)", "1961-11-27"),
        "A/RES/1654(XVI)",
        parent="General Assembly",
    ),
)

# (name, gender, State)
PERSONS: tuple[tuple[str, str, str], ...] = (
    ("Kwame Asante-Boateng", "m", "Ghana"),
    ("Ingrid Solheim", "f", "Norway"),
    ("Tomás Echeverría", "m", "Chile"),
    ("Haruko Matsuda", "f", "Japan"),
    ("Rashid Al-Mutairi", "m", "Kuwait"),
    ("Elena Popovici", "f", "Romania"),
    ("Joseph Mwakasege", "m", "the United Republic of Tanzania"),
    ("Anneke van der Merwe", "f", "South Africa"),
    ("Paulo Figueiredo", "m", "Portugal"),
    ("Siti Rahmawati", "f", "Indonesia"),
    ("Jørgen Lund", "m", "Denmark"),
    ("Aminata Sow", "f", "Senegal"),
    ("Miguel Ángel Rosas", "m", "Mexico"),
    ("Brigitte Delacroix", "f", "Belgium"),
    ("Choi Young-hwan", "m", "the Republic of Korea"),
    ("Catherine O’Leary", "f", "Ireland"),
)

RESOLUTIONS = (
    892,
    969,
    1036,
    1092,
    1146,
    1221,
    1284,
    1333,
    1384,
    1454,
    1519,
    1577,
    1647,
    1738,
    1794,
    1860,
    1907,
    1967,
    2033,
    2086,
    2132,
    2187,
    2260,
    2336,
    2395,
    2448,
    2503,
    2558,
    2616,
    2673,
    2719,
    2769,
    2813,
)  # the first number of each year from 1994


def resolution_number(day: date) -> int:
    """A Council resolution's number that fits the day (1994 and later)."""
    index = max(0, min(day.year - 1994, len(RESOLUTIONS) - 2))
    first, after = RESOLUTIONS[index], RESOLUTIONS[index + 1]
    return first + (after - first) * (day.timetuple().tm_yday - 1) // 367


def council_meeting_number(day: date) -> int:
    """A plausible number of a Security Council meeting held on the day."""
    first, number, each = next(
        row for row in ((2014, 7085, 249), (2006, 5344, 217), (0, 3325, 168)) if day.year >= row[0]
    )
    return number + (day.year - max(first, 1994)) * each + day.timetuple().tm_yday * each // 367


def missions_on(day: date, iso3: str = "") -> tuple[Mission, ...]:
    """The missions that exist on the day, those of one State only where `iso3` is given."""
    return tuple(m for m in MISSIONS if m.alive(day) and (not iso3 or iso3 in m.iso3))
