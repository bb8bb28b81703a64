"""A coordinator starts a follow-up of Osdorp, and later moves its mix meeting: by clicking, as a person would."""

import re
import time
from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from projects.calendar import Kind, periods

pytestmark = pytest.mark.browser
TWO_MINUTES = 120
NAMES = ("start", "information", "mix", "interim", "closing", "evaluation")


def to_the_dates(page: Page) -> None:
    """From the plan of Osdorp through the first two pages."""
    page.goto("/projecten/osdorp-2010/stappenplan/")
    page.get_by_role("link", name="Vervolgproject beginnen").click()
    page.get_by_role("button", name="Verder").click()
    expect(page.get_by_label("Naam van het project")).to_have_value(re.compile(r"Osdorp 20\d\d"))
    page.locator("button.btn-primary", has_text="Verder").click()
    expect(page.get_by_role("heading", name="Goede dagen om te mixen")).to_be_visible()


def days_on(page: Page) -> dict[str, date]:
    return {name: date.fromisoformat(page.locator(f"[name={name}]").input_value()) for name in NAMES}


def test_a_follow_up_of_osdorp_is_made_within_two_minutes_and_its_mix_meeting_moves(
    enter: Callable[..., Page],
) -> None:
    """The dates keep clear of Ramadan and summer; moving takes open steps along, and is undone in one press."""
    page = enter("coordinator", 1280, 900)
    begun = time.monotonic()
    to_the_dates(page)
    _late_start_is_warned_against(page)
    page.locator(".day-choices button").first.click()
    days = days_on(page)
    bad = [one for one in periods(min(days.values()), max(days.values())) if one.kind in (Kind.RAMADAN, Kind.SUMMER)]
    assert not [(name, day) for name, day in days.items() for one in bad if one.holds(day)]
    expect(page.locator(".day-good")).to_have_count(6)
    page.get_by_role("button", name="Project beginnen").click()
    expect(page.get_by_text("is begonnen.")).to_be_visible()
    assert time.monotonic() - begun < TWO_MINUTES
    project = page.url
    _tick_a_step_of_the_mix_meeting(page, project)
    _move_and_undo(page, project, days["mix"])


def _late_start_is_warned_against(page: Page) -> None:
    """On 21 June of a year in which that is within three weeks of the summer holidays."""
    page.get_by_label("Voorbereiding begint").fill("2027-06-21")
    page.get_by_role("button", name="vanaf dit begin").click()
    expect(page.get_by_text("19 dagen later begint de zomervakantie")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("juni 2027.*Voorbereiding begint")).first).to_be_visible()


def _tick_a_step_of_the_mix_meeting(page: Page, project: str) -> None:
    page.goto(f"{project}stappenplan/")
    page.get_by_role("button", name=re.compile("Stap is klaar.*Strippenboekje afmaken")).click()
    expect(page.get_by_text("De stap is klaar.")).to_be_visible()


def _due(page: Page, project: str) -> dict[str, str]:
    """What each step of the plan says, by its name."""
    page.goto(f"{project}stappenplan/")
    page.locator("details.more").evaluate_all("rows => rows.forEach(row => row.open = true)")
    texts = page.locator(".attention-item[id^=stap-] .attention-text").all_inner_texts()
    return {text.partition("\n")[0]: text for text in texts}


def _move_and_undo(page: Page, project: str, mix: date) -> None:
    before = _due(page, project)
    page.goto(f"{project}bijeenkomsten/")
    page.get_by_role("button", name="Data bekendmaken").click()
    page.get_by_role("link", name=re.compile("Verzetten.*Mixbijeenkomst")).click()
    page.get_by_label("Nieuwe datum").fill(mix.replace(day=mix.day + 1 if mix.day < 28 else mix.day - 1).isoformat())
    page.locator("button.btn-primary", has_text="Verzetten").click()
    expect(page.locator(".error-summary")).to_contain_text("Vul dit in")
    page.get_by_label("Waarom verandert het").fill("De zaal is dubbel verhuurd")
    page.locator("button.btn-primary", has_text="Verzetten").click()
    expect(page.get_by_text("Omdat: De zaal is dubbel verhuurd")).to_be_visible()
    after = _due(page, project)
    changed = {name for name in before if before[name] != after[name]}
    assert "Mixbijeenkomst houden en eerste afspraken opschrijven" in changed
    assert "Strippenboekje afmaken en laten drukken" not in changed
    assert "Informatiebijeenkomst houden en mensen laten inschrijven" not in changed
    page.goto(f"{project}bijeenkomsten/")
    page.get_by_role("button", name=re.compile("Terugdraaien")).click()
    expect(page.get_by_text("De oude datum staat er weer.")).to_be_visible()
    assert _due(page, project) == before
