"""What people do around a participant: each deed is atomic, says who did it, and refuses in plain Dutch."""

from participants.actions.certificates import ask_certificates_pdf, complete_by_decision, issue_certificates
from participants.actions.claims import approve_claim, pay_claim, refuse_claim, submit_claim
from participants.actions.registration import (
    assign_ambassador,
    change_person,
    note_attendance,
    register,
    return_to_project,
    withdraw,
)
from participants.actions.signing_up import give_place, sign_up, withdraw_consent
from participants.actions.status import back_to_signed_up, become_completed, become_coupled, become_stopped

__all__ = [
    "approve_claim",
    "ask_certificates_pdf",
    "assign_ambassador",
    "back_to_signed_up",
    "become_completed",
    "become_coupled",
    "become_stopped",
    "change_person",
    "complete_by_decision",
    "give_place",
    "issue_certificates",
    "note_attendance",
    "pay_claim",
    "refuse_claim",
    "register",
    "return_to_project",
    "sign_up",
    "submit_claim",
    "withdraw",
    "withdraw_consent",
]
