"""People: registration, consent, attendance, claims and certificates. Knows projects."""
