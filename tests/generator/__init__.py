"""Synthetic reports of United Nations bodies with known truth, for the tests of the extractor.

    report = make_report(17, body="1533", slips=("year",))
    report.text, report.truth.meetings, report.truth.discrepancies

Nothing here knows the extractor: the truth is what was planned before the text was written.
"""

from .build import make_report
from .choices import EXTRA_SLIPS, SLIPS, TABLE_KINDS, Choices
from .dates import Printed, printed_dates
from .model import (
    ClaimTruth,
    DiscrepancyTruth,
    GeneratedReport,
    MeetingTruth,
    ParticipantTruth,
    Truth,
    squeeze,
)
from .mutations import KEEPS_TRUTH, MUTATIONS, Mutated, mutations, shift_years

__all__ = [
    "EXTRA_SLIPS",
    "KEEPS_TRUTH",
    "MUTATIONS",
    "SLIPS",
    "TABLE_KINDS",
    "Choices",
    "ClaimTruth",
    "DiscrepancyTruth",
    "GeneratedReport",
    "MeetingTruth",
    "Mutated",
    "ParticipantTruth",
    "Printed",
    "Truth",
    "make_report",
    "mutations",
    "printed_dates",
    "shift_years",
    "squeeze",
]
