"""The rows about people, by subject."""

from participants.models.attendance import Attendance
from participants.models.certificate import Certificate, CertificateBatch
from participants.models.claim import Claim
from participants.models.consent import Consent, ConsentText
from participants.models.participant import Participant, Side, Status
from participants.models.person import Interest, Language, Person

__all__ = [
    "Attendance",
    "Certificate",
    "CertificateBatch",
    "Claim",
    "Consent",
    "ConsentText",
    "Interest",
    "Language",
    "Participant",
    "Person",
    "Side",
    "Status",
]
