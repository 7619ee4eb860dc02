"""What each value of an enumerated column means, in a sentence; `tables.py` declares which values there are.

The codebook and the data package show them.
"""

from __future__ import annotations

from collections.abc import Mapping

_MEANINGS: dict[tuple[str, str], dict[str, str]] = {
    ("documents", "symbol_basis"): {
        "header": "printed in the document's masthead",
        "file_name": "taken from the name of the file: the text does not print it, or a scan has one letter misread",
    },
    ("documents", "issuing_body_basis"): {
        "document": "the title, the masthead or the text names the body",
        "symbol": "no body is named; the series of its symbol, or what stands before its title, tells whose it is",
        "sender": "no body is named; who sent the letter stands for it",
    },
    ("documents", "kind"): {
        "letter": "a letter, or a note verbale, with no report behind it",
        "report": "a report, also one that a letter transmits",
        "note": "a note by the Secretary-General, a President or the Secretariat",
        "resolution": "a resolution",
        "presidential_statement": "a statement by the President of the Security Council",
        "summary_record": "the summary or verbatim record of a meeting",
        "other": "any other document",
    },
    ("segments", "kind"): {
        "title": "a title of the document, of its letter or of an annex, with what its masthead prints",
        "heading": "a heading inside the text",
        "paragraph": "a paragraph, numbered or not",
        "subparagraph": "a lettered or numbered item of a paragraph; parent_id is the paragraph",
        "table_title": "the title of a table",
        "table_header": "a cell of a table's header",
        "table_row": "a whole row of a table; its cells follow as segments of their own",
        "table_cell": "one cell of a row; parent_id is the row",
        "list_item": "an item of a list that is no part of a numbered paragraph",
        "footnote": "a footnote",
        "signature": "who signed, in which capacity",
        "page_furniture": "running heads, page numbers, bar codes: what a page repeats",
        "other": "anything else, such as the words of a map",
    },
    ("segments", "number_basis"): {
        "stated": "the number stands there",
        "inferred": "misprinted, or misread from a scan; it follows from the numbers before and after",
    },
    ("meetings", "event_type"): {
        "meeting": "a meeting, also a conference, a workshop, a round of talks",
        "session": "a session of several meetings; these are rows of their own",
        "consultations": "consultations, as the document calls them",
        "visit": "a visit or mission to a place; what is dated apart within it is a further row",
        "briefing": "a briefing on its own, outside a meeting",
        "other": "another event, such as a press conference",
    },
    ("meetings", "format"): {
        "formal": "called formal",
        "informal": "called informal",
        "expert_level": "held at the expert level",
        "closed": "called closed or private",
        "open": "called open or public",
        "joint": "called joint",
    },
    ("meetings", "date_precision"): {
        "day": "the day is known; also the first and last day of one event that lasted several",
        "month": "only the month, or the months, are known; the dates are their first and last day",
        "year": "only the year is known",
        "span": "it took place on some day from start_date to end_date: several meetings are told together with "
        "their days, and the text does not say which was held on which",
    },
    ("meetings", "date_basis"): {
        "stated": "day, month and year are printed together",
        "context": "the year, or the month, is not printed with the day and comes from the text around it",
    },
    ("meeting_sources", "source"): {
        "annex": "a row of a table, wherever the table stands",
        "narrative": "a sentence of the prose",
    },
    ("participants", "kind"): {
        "members": "the members of a body, together",
        "group": "several that have no name of their own: troop-contributing countries, stakeholders, donors",
        "officials": "officials or staff of an organisation",
        "representative": "a representative, or a delegation, of a State or organisation",
        "office_holder": "whoever holds a post: a Chairman, a Special Representative, a Minister",
        "person": "a person by name",
        "body": "an organisation or body as such",
    },
    ("meeting_missions", "basis"): {
        "named": "its name or acronym is printed",
        "alias": "another form of its name is printed, or a wrong one (UNOB for ONUB)",
        "described": "described without a name, so that only one mission fits ('the Eritrea-Ethiopia Mission area')",
        "implied": "not mentioned: a guess from the country that is, and the date",
    },
    ("mentions", "label"): {
        "DATE": "a day, a range of days, a month",
        "MISSION": "a peace operation",
        "ORGANISATION": "an organisation, a body or a department",
        "COUNTRY": "a State, or an area with a code of its own",
        "PERSON": "a person's name",
        "POST": "an office that somebody holds",
        "DOCUMENT": "a document's symbol, or a resolution",
    },
    ("mentions", "method"): {
        "rule": "by a rule of form, such as how dates and symbols are written",
        "gazetteer": "in the program's lists of missions, organisations, States and posts",
        "ner": "by the statistical language model; the least certain",
    },
    ("discrepancies", "kind"): {
        "date_conflict": "prose and table give one event different dates",
        "only_in_annex": "a table lists an event that no sentence tells of",
        "only_in_narrative": "a sentence tells of an event that the tables, which cover that time, do not list",
        "participants_conflict": "prose and table name different participants",
        "format_conflict": "prose and table call one event by different formats",
        "claim_conflict": "the text states a number of meetings, and the document itself lists another",
        "unknown_acronym": "an acronym that was no mission's at that time (UNOB for ONUB)",
        "implausible_date": "a date that no calendar has, that was another weekday than the one printed, or that is "
        "later than the document",
    },
    ("claims", "scope"): {
        "all": "all events of the unit, in the time counted",
        "listed": "the events that the same sentence lists by their dates",
        "with": "the events that the same sentence tells of",
        "previous": "the events told just before",
        "except": "the events that the sentence leaves out of what it says",
        "total": "a total that goes beyond this document; it is not counted here",
    },
    ("discrepancies", "severity"): {
        "error": "a certain contradiction",
        "warning": "a disagreement that a person should look at",
        "info": "worth knowing, not wrong",
    },
}


def meanings(table: str, column: str) -> Mapping[str, str]:
    """What each value of a column means, in the order of its values; empty where the column is no enumeration."""
    return _MEANINGS.get((table, column), {})
