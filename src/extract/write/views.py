"""The views of the database: ready answers to what people ask most, each with its meaning."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class View:
    """A view: its name, what it shows, and the query behind it."""

    name: str
    meaning: str
    sql: str


VIEWS: tuple[View, ...] = (
    View(
        "meetings_with_participants",
        "every event with its document's symbol and all its participants in one cell, in the document's order",
        """
        SELECT m.meeting_id, d.symbol, m.event_type, m.format, m.meeting_number, m.start_date, m.end_date, m.body,
            m.is_own, m.subject, m.missions, m.n_participants,
            (SELECT group_concat(replace(text, char(10), ' '), '; ') FROM (SELECT p.text FROM participants p
                WHERE p.meeting_id = m.meeting_id ORDER BY p.position)) AS participants,
            m.confidence, m.needs_review
        FROM meetings m JOIN documents d USING (document_id)
        """,
    ),
    View(
        "meetings_by_mission_and_year",
        "how many events concerned each mission in each year; an event that concerns two missions counts for both",
        """
        SELECT s.mission_id, s.acronym, s.name, CAST(substr(m.start_date, 1, 4) AS INTEGER) AS year,
            count(DISTINCT m.meeting_id) AS n_meetings,
            count(DISTINCT CASE WHEN m.is_own THEN m.meeting_id END) AS n_own_meetings
        FROM meeting_missions l JOIN meetings m USING (meeting_id) JOIN missions s USING (mission_id)
        GROUP BY s.mission_id, year
        ORDER BY s.mission_id, year
        """,
    ),
    View(
        "open_discrepancies",
        "contradictions whose value no person has corrected yet, the certain ones first, with the sentence and the row",
        """
        SELECT x.discrepancy_id, d.symbol, x.kind, x.severity, m.start_date, m.subject, x.field, x.narrative_value,
            x.annex_value, x.chosen_value, x.explanation,
            coalesce((SELECT group_concat(text, char(10)) FROM (SELECT t.text FROM meeting_sources t
                WHERE t.meeting_id = x.meeting_id AND t.segment_id = x.narrative_segment_id ORDER BY t.char_start)),
                n.text) AS narrative_text,
            a.text AS annex_text, x.meeting_id
        FROM discrepancies x
            JOIN documents d USING (document_id)
            LEFT JOIN meetings m USING (meeting_id)
            LEFT JOIN segments n ON n.segment_id = x.narrative_segment_id
            LEFT JOIN segments a ON a.segment_id = x.annex_segment_id
        WHERE x.corrected IS NULL
            AND instr('; ' || coalesce(m.corrected, '') || '; ', '; ' || coalesce(x.field, '-') || '; ') = 0
        ORDER BY CASE x.severity WHEN 'error' THEN 1 WHEN 'warning' THEN 2 ELSE 3 END, x.rowid
        """,
    ),
    View(
        "meetings_to_review",
        "events that a person should look at first, the least certain on top, with file, page and the words of each",
        """
        SELECT m.meeting_id, d.symbol, d.source_file, m.start_date, m.date_text, m.event_type, m.subject, m.confidence,
            m.review_reason, m.n_discrepancies,
            (SELECT min(s.page) FROM meeting_sources t JOIN segments s USING (segment_id)
                WHERE t.meeting_id = m.meeting_id) AS page,
            (SELECT group_concat(text, char(10)) FROM (SELECT t.text FROM meeting_sources t
                WHERE t.meeting_id = m.meeting_id ORDER BY t.char_start)) AS words
        FROM meetings m JOIN documents d USING (document_id)
        WHERE m.needs_review
        ORDER BY m.confidence, m.rowid
        """,
    ),
    View(
        "organisations_taking_part",
        "in how many events, and from when to when, each organisation or body took part",
        """
        SELECT p.organisation, max(p.organisation_acronym) AS acronym, count(DISTINCT p.meeting_id) AS n_meetings,
            min(m.start_date) AS first_date, max(m.end_date) AS last_date
        FROM participants p JOIN meetings m USING (meeting_id)
        WHERE p.organisation IS NOT NULL
        GROUP BY p.organisation
        ORDER BY n_meetings DESC, p.organisation
        """,
    ),
)
