"""How long what is kept of people is kept, in months; what the retention run does and the privacy statement says.

The one place of these terms. Each counts from what its comment names.
"""

# Since somebody signed up or was last asked, while no buddy was found.
ASKED_AFTER_MONTHS = 6
REMOVED_AFTER_MONTHS = 12
# Since the end of the project of somebody who had a buddy, or of the couple where that lasted longer.
ANONYMISED_AFTER_MONTHS = 12
# Since a note or the note of a call was written.
NOTES_AFTER_MONTHS = 6
# Since what the audit row tells of was done.
AUDIT_AFTER_MONTHS = 24
