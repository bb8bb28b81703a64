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
from projects.actions.knowledge import add_knowledge_page, put_knowledge_back, write_knowledge_page
from projects.actions.money import add_receipt, book_expense, book_purchase, correct_expense, keep_receipt
from projects.actions.paying import (
    approve_payable,
    cancel_run,
    pay_payable,
    pay_run,
    refuse_payable,
    start_payment_run,
    submit_allowance,
)
from projects.actions.publicity import (
    drop_publicity_text,
    keep_publicity_text,
    name_public_contact,
    refresh_publicity_text,
)
from projects.actions.report import finalise_report, save_report_texts, start_report
from projects.actions.running import (
    add_partner,
    add_team_member,
    change_meeting,
    change_project,
    confirm_partner,
    finish_step,
    plan_meeting,
    reopen_step,
    start_project,
)
from projects.actions.weekly import make_weekly_summaries

__all__ = [
    "add_budget_group",
    "add_budget_line",
    "add_knowledge_page",
    "add_partner",
    "add_receipt",
    "add_team_member",
    "agree_budget",
    "approve_payable",
    "book_expense",
    "book_purchase",
    "cancel_run",
    "change_budget_line",
    "change_meeting",
    "change_project",
    "close_books",
    "confirm_partner",
    "correct_expense",
    "drop_publicity_text",
    "finalise_report",
    "finish_step",
    "freeze_month",
    "keep_publicity_text",
    "keep_receipt",
    "leave_out_line",
    "make_weekly_summaries",
    "name_public_contact",
    "pay_payable",
    "pay_run",
    "plan_meeting",
    "promise_contribution",
    "put_knowledge_back",
    "receive_contribution",
    "refresh_publicity_text",
    "refuse_payable",
    "remove_budget_line",
    "reopen_books",
    "reopen_step",
    "save_report_texts",
    "snooze",
    "start_payment_run",
    "start_project",
    "start_report",
    "submit_allowance",
    "wake",
    "withdraw_contribution",
    "write_knowledge_page",
]
