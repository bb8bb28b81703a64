"""What people do to a project: each deed is atomic, says who did it, and refuses in plain Dutch."""

from projects.actions.money import agree_budget, book_expense, correct_expense
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

__all__ = [
    "add_partner",
    "add_team_member",
    "agree_budget",
    "book_expense",
    "change_meeting",
    "change_project",
    "confirm_partner",
    "correct_expense",
    "finalise_report",
    "finish_step",
    "plan_meeting",
    "reopen_step",
    "save_report_texts",
    "start_project",
    "start_report",
]
