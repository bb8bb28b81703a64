"""What people do to a project: each deed is atomic, says who did it, and refuses in plain Dutch."""

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
from projects.actions.gathering import (
    add_guest,
    add_meeting_file,
    change_guest,
    remove_guest,
    remove_meeting_file,
    write_minutes,
)
from projects.actions.money import add_receipt, book_expense, book_purchase, correct_expense, keep_receipt
from projects.actions.moving import announce_meetings, change_meeting, move_steps, undo_move
from projects.actions.paying import (
    approve_payable,
    cancel_run,
    pay_payable,
    pay_run,
    refuse_payable,
    start_payment_run,
    submit_allowance,
)
from projects.actions.plan import (
    add_step,
    add_task,
    change_step,
    finish_step,
    keep_plan,
    remove_step,
    remove_task,
    reopen_step,
    tick_task,
    untick_task,
)
from projects.actions.report import finalise_report, save_report_texts, start_report
from projects.actions.running import (
    add_partner,
    add_team_member,
    change_project,
    confirm_partner,
    plan_meeting,
)
from projects.actions.starting import note_district_contact, start_project
from projects.actions.weekly import make_weekly_summaries

__all__ = [
    "add_budget_group",
    "add_budget_line",
    "add_guest",
    "add_meeting_file",
    "add_partner",
    "add_receipt",
    "add_step",
    "add_task",
    "add_team_member",
    "agree_budget",
    "announce_meetings",
    "approve_payable",
    "book_expense",
    "book_purchase",
    "cancel_run",
    "change_budget_line",
    "change_guest",
    "change_meeting",
    "change_project",
    "change_step",
    "close_books",
    "confirm_partner",
    "correct_expense",
    "finalise_report",
    "finish_step",
    "freeze_month",
    "keep_plan",
    "keep_receipt",
    "leave_out_line",
    "make_weekly_summaries",
    "move_steps",
    "note_district_contact",
    "pay_payable",
    "pay_run",
    "plan_meeting",
    "promise_contribution",
    "receive_contribution",
    "refuse_payable",
    "remove_budget_line",
    "remove_guest",
    "remove_meeting_file",
    "remove_step",
    "remove_task",
    "reopen_books",
    "reopen_step",
    "save_report_texts",
    "snooze",
    "start_payment_run",
    "start_project",
    "start_report",
    "submit_allowance",
    "tick_task",
    "undo_move",
    "untick_task",
    "wake",
    "withdraw_contribution",
    "write_minutes",
]
