"""How long what is kept of people is kept, in months: what the nightly run does, and what the statement says it does.

The one place of these numbers: `staying.py` and `retention.py` count with them, the privacy statement and the
rehearsal name them. Each counts from what its comment names.
"""

# Since somebody registered, signed up or last said that they stay, while no buddy was found.
ASKED_AFTER_MONTHS = 6
REMOVED_AFTER_MONTHS = 12
# Since the end of the project of somebody who had a buddy, or of the couple where that lasted longer; words about
# people that belong to no participant go as long after the project.
ANONYMISED_AFTER_MONTHS = 12
# Since the end of the project in which a note, or the note of a call, was written.
NOTES_AFTER_MONTHS = 6
# Since what the audit row tells of was done.
AUDIT_AFTER_MONTHS = 24


def by_name() -> dict[str, int]:
    """The numbers, under the names that sentences call them by."""
    return {
        "asked": ASKED_AFTER_MONTHS,
        "removed": REMOVED_AFTER_MONTHS,
        "anonymised": ANONYMISED_AFTER_MONTHS,
        "notes": NOTES_AFTER_MONTHS,
        "audit": AUDIT_AFTER_MONTHS,
    }
