"""What people do around a participant: each deed is atomic, says who did it, and refuses in plain Dutch."""

from participants.actions.buffet import add_dish, name_host, remove_dish, remove_host
from participants.actions.certificate_order import arrange_certificates, move_certificate
from participants.actions.certificates import (
    ask_certificates_pdf,
    complete_by_decision,
    hand_out,
    issue_certificates,
    name_signatories,
    withhold_certificate,
)
from participants.actions.claims import submit_claim
from participants.actions.class_list import add_class_list
from participants.actions.concerns import (
    close_concern,
    keep_from_matching,
    match_again,
    name_people,
    note_step,
    report_concern,
)
from participants.actions.copies import hand_out_copies
from participants.actions.erasing import erase_person, forget_participation
from participants.actions.evaluation import answer_evaluation
from participants.actions.inviting import answer_invitation, invite, note_posted, remind_invited
from participants.actions.keeping import (
    ask_about_own_data,
    erase_when_due,
    forget_notes,
    forget_words,
    handle_data_request,
    leave_list,
    say_staying,
)
from participants.actions.meetings import close_meeting, reopen_meeting
from participants.actions.merging import merge_people, say_not_the_same
from participants.actions.own_data import change_my_data, renew_link, revoke_link
from participants.actions.photos import add_photo, change_photo, choose_photo, remove_photo
from participants.actions.receiving import drop_parked, join, park, solve_by_registering
from participants.actions.recruiting import note_absence_call, note_told, remove_told
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
from participants.actions.tablets import hear_from_tablet, leave_tablet, open_tablet, revoke_tablet
from participants.actions.translations import note_review
from participants.actions.wellbeing import ask_to_stop, handle_mood, handle_stop_wish, note_mood
from participants.actions.wishing import (
    answer_ambassador_wish,
    ask_to_be_ambassador,
    invite_who_wishes,
    not_now,
)

__all__ = [
    "add_class_list",
    "add_dish",
    "add_photo",
    "answer_ambassador_wish",
    "answer_evaluation",
    "answer_invitation",
    "arrange_certificates",
    "ask_about_own_data",
    "ask_certificates_pdf",
    "ask_to_be_ambassador",
    "ask_to_stop",
    "assign_ambassador",
    "back_to_signed_up",
    "become_completed",
    "become_coupled",
    "become_stopped",
    "change_my_data",
    "change_person",
    "change_photo",
    "choose_photo",
    "close_concern",
    "close_meeting",
    "complete_by_decision",
    "drop_parked",
    "erase_person",
    "erase_when_due",
    "forget_notes",
    "forget_participation",
    "forget_words",
    "give_place",
    "hand_out",
    "hand_out_copies",
    "handle_data_request",
    "handle_mood",
    "handle_stop_wish",
    "hear_from_tablet",
    "invite",
    "invite_who_wishes",
    "issue_certificates",
    "join",
    "keep_from_matching",
    "leave_list",
    "leave_tablet",
    "match_again",
    "merge_people",
    "move_certificate",
    "name_host",
    "name_people",
    "name_signatories",
    "not_now",
    "note_absence_call",
    "note_attendance",
    "note_mood",
    "note_posted",
    "note_review",
    "note_step",
    "note_told",
    "open_tablet",
    "park",
    "register",
    "remind_invited",
    "remove_dish",
    "remove_host",
    "remove_photo",
    "remove_told",
    "renew_link",
    "reopen_meeting",
    "report_concern",
    "return_to_project",
    "revoke_link",
    "revoke_tablet",
    "say_not_the_same",
    "say_staying",
    "sign_up",
    "solve_by_registering",
    "submit_claim",
    "withdraw",
    "withdraw_consent",
    "withhold_certificate",
]
