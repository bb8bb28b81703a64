"""What people do to a project: each deed is atomic, says who did it, and refuses in plain Dutch."""

from projects.actions.agreements import (
    answer_agreement,
    ask_to_confirm,
    change_partner,
    confirm_partner,
    note_signed,
)
from projects.actions.attention import snooze, wake
from projects.actions.books import close_books, reopen_books
from projects.actions.budgeting import (
    add_budget_group,
    add_budget_line,
    agree_budget,
    change_budget_line,
    leave_out_line,
    promise_contribution,
    receive_contribution,
    remove_budget_line,
    withdraw_contribution,
)
from projects.actions.figures import freeze_month
from projects.actions.money import add_receipt, book_expense, book_purchase, correct_expense, keep_receipt
from projects.actions.organisation_doubles import merge_organisations, say_different
from projects.actions.organisations import (
    finish_contact_step,
    note_contact,
    remove_contact,
    save_contact,
    save_organisation,
)
from projects.actions.paying import (
    approve_payable,
    cancel_run,
    pay_payable,
    pay_run,
    refuse_payable,
    start_payment_run,
    submit_allowance,
)
from projects.actions.report import finalise_report, save_report_texts, start_report
from projects.actions.running import (
    add_partner,
    add_team_member,
    change_meeting,
    change_project,
    finish_step,
    plan_meeting,
    reopen_step,
    start_project,
)
from projects.actions.team import (
    accept_invitation,
    change_team_member,
    invite_to_team,
    note_time_away,
    save_training,
    take_back_time_away,
    withdraw_invitation,
)
from projects.actions.weekly import make_weekly_summaries

__all__ = [
    "accept_invitation",
    "add_budget_group",
    "add_budget_line",
    "add_partner",
    "add_receipt",
    "add_team_member",
    "agree_budget",
    "answer_agreement",
    "approve_payable",
    "ask_to_confirm",
    "book_expense",
    "book_purchase",
    "cancel_run",
    "change_budget_line",
    "change_meeting",
    "change_partner",
    "change_project",
    "change_team_member",
    "close_books",
    "confirm_partner",
    "correct_expense",
    "finalise_report",
    "finish_contact_step",
    "finish_step",
    "freeze_month",
    "invite_to_team",
    "keep_receipt",
    "leave_out_line",
    "make_weekly_summaries",
    "merge_organisations",
    "note_contact",
    "note_signed",
    "note_time_away",
    "pay_payable",
    "pay_run",
    "plan_meeting",
    "promise_contribution",
    "receive_contribution",
    "refuse_payable",
    "remove_budget_line",
    "remove_contact",
    "reopen_books",
    "reopen_step",
    "save_contact",
    "save_organisation",
    "save_report_texts",
    "save_training",
    "say_different",
    "snooze",
    "start_payment_run",
    "start_project",
    "start_report",
    "submit_allowance",
    "take_back_time_away",
    "wake",
    "withdraw_contribution",
    "withdraw_invitation",
]
