"""The rows about people, by subject."""

from participants.models.attendance import Attendance
from participants.models.buffet import Dish, Host
from participants.models.certificate import Certificate, CertificateBatch, Signatory
from participants.models.claim import Claim
from participants.models.concern import Concern, ConcernMail, ConcernStep
from participants.models.consent import Consent, ConsentText, LanguageReview, Signature
from participants.models.doubles import NotTheSame
from participants.models.erasing import DataRequest, DiscardedFile, ErasedRegistration
from participants.models.evaluation import Evaluation
from participants.models.invitation import Invitation
from participants.models.joining import CopyMail, PersonalLink, RegistrationDraft
from participants.models.message import Message
from participants.models.participant import Participant, Side, Status
from participants.models.person import Interest, Language, Person
from participants.models.photo import Photo
from participants.models.recruiting import AbsenceCall, Told
from participants.models.tablet import Parked, Tablet
from participants.models.wellbeing import Mood, StopWish
from participants.models.wish import AmbassadorWish

__all__ = [
    "AbsenceCall",
    "AmbassadorWish",
    "Attendance",
    "Certificate",
    "CertificateBatch",
    "Claim",
    "Concern",
    "ConcernMail",
    "ConcernStep",
    "Consent",
    "ConsentText",
    "CopyMail",
    "DataRequest",
    "DiscardedFile",
    "Dish",
    "ErasedRegistration",
    "Evaluation",
    "Host",
    "Interest",
    "Invitation",
    "Language",
    "LanguageReview",
    "Message",
    "Mood",
    "NotTheSame",
    "Parked",
    "Participant",
    "Person",
    "PersonalLink",
    "Photo",
    "RegistrationDraft",
    "Side",
    "Signatory",
    "Signature",
    "Status",
    "StopWish",
    "Tablet",
    "Told",
]
