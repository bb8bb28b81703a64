"""A project begins in three pages: from what and where, who and how many, when."""

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from mixen.accounts.requests import MemberRequest
from projects import actions
from projects.forms.starting import BasisForm, DatesForm, PeopleForm, numbers_for
from projects.group_size import group_size
from projects.models import Project
from projects.permissions import Permission, city_view
from projects.scheduling import (
    LABELS,
    Moment,
    Schedule,
    better_days,
    mix_days,
    propose,
    propose_from,
    remarks,
    warnings_for,
    weight_of,
)
from projects.timeline import Point, draw

KEY = "new_project"
"""Where in the session stands what was typed on the pages before."""
SHORT = {
    Moment.START: "begin",
    Moment.INFORMATION: "info",
    Moment.MIX: "mix",
    Moment.INTERIM: "halverwege",
    Moment.CLOSING: "slot",
    Moment.EVALUATION: "evaluatie",
    Moment.END: "eind",
}


@city_view(Permission.MANAGE_CITY)
def new_project(request: MemberRequest) -> HttpResponse:
    """First: from what, and where."""
    earlier = Project.objects.filter(slug=request.GET.get("vervolg", "")).first()
    kept = _kept(request, "basis") if "terug" in request.GET else None
    form = BasisForm(_or_kept(request, kept), earlier=earlier)
    if request.method == "POST" and form.is_valid():
        request.session[KEY] = {"basis": request.POST.urlencode()}
        return redirect("projects:new_people")
    failed = request.method == "POST" and form.errors
    return render(request, "projects/starting_basis.html", {"form": form, "step": 1}, status=422 if failed else 200)


@city_view(Permission.MANAGE_CITY)
def new_people(request: MemberRequest) -> HttpResponse:
    """Second: its name, how many people, and who at the district."""
    basis = _basis(request)
    if basis is None:
        return redirect("projects:new")
    year = mix_days(timezone.localdate())[0].year
    form = PeopleForm(basis, year, _or_kept(request, _kept(request, "people")))
    if request.method == "POST" and "reckon" in request.POST:
        form = PeopleForm(basis, year, _with_numbers(request.POST))
    elif request.method == "POST" and form.is_valid():
        request.session[KEY] = {**request.session[KEY], "people": request.POST.urlencode()}
        return redirect("projects:new_dates")
    failed = request.method == "POST" and form.errors and "reckon" not in request.POST
    context = {"form": form, "basis": basis, "step": 2, "rule": group_size(_ambassadors(form)).rule}
    return render(request, "projects/starting_people.html", context, status=422 if failed else 200)


@city_view(Permission.MANAGE_CITY)
def new_dates(request: MemberRequest) -> HttpResponse:
    """Third: all dates, with what speaks against them; and then it begins."""
    basis, people = _basis(request), None
    if basis is not None:
        people = PeopleForm(basis, timezone.localdate().year, _kept(request, "people"))
    if basis is None:
        return redirect("projects:new")
    if people is None or not people.is_valid():
        return redirect("projects:new_people")
    months = basis["previous"].couple_months if basis["previous"] and "plan" in basis["take"] else 3
    mixes = mix_days(timezone.localdate() + timedelta(days=1), months)
    form = DatesForm(_asked(request, months), initial=_initial(propose(mixes[0], months)))
    if request.method == "POST" and request.POST.get("deed") == "begin" and _looked_at(form):
        project = form.carry_out(lambda: _start(request, basis, people, form))
        if project:
            del request.session[KEY]
            messages.success(request, _("%(name)s is begonnen.") % {"name": project.name})
            return redirect(project)
    failed = request.method == "POST" and not form.is_valid()
    context = _dates_context(form, months, mixes)
    return render(request, "projects/starting_dates.html", context, status=422 if failed else 200)


def _start(request: MemberRequest, basis: dict[str, Any], people: PeopleForm, form: DatesForm) -> Project:
    return actions.start_project(by=request.user, **basis, **people.people_fields(), **form.date_fields())


def _kept(request: MemberRequest, page: str) -> QueryDict | None:
    """What was sent on an earlier page; None when nothing was."""
    sent = request.session.get(KEY, {}).get(page)
    return QueryDict(sent) if sent else None


def _or_kept(request: MemberRequest, kept: QueryDict | None) -> QueryDict | None:
    """What is sent now, however little; on a page that is only opened, what was sent before."""
    return request.POST if request.method == "POST" else kept


def _basis(request: MemberRequest) -> dict[str, Any] | None:
    kept = _kept(request, "basis")
    form = BasisForm(kept)
    return form.basis_fields() if kept and form.is_valid() else None


def _with_numbers(data: QueryDict) -> QueryDict:
    """What was typed, with the numbers that follow from the ambassadors."""
    typed = data.copy()
    count = data.get("ambassadors", "")
    if count.isdecimal() and 1 <= int(count) <= 50:
        for name, number in numbers_for(int(count)).items():
            typed[name] = str(number)
    return typed


def _ambassadors(form: PeopleForm) -> int:
    value = str(form["ambassadors"].value())
    return int(value) if value.isdecimal() and len(value) < 4 else 1


def _initial(schedule: Schedule) -> dict[str, Any]:
    return {**{each.value: day for each, day in schedule.items()}, "weighed": _stamp(schedule)}


def _stamp(schedule: Schedule) -> str:
    return " ".join(day.isoformat() for day in schedule.values())


def _looked_at(form: DatesForm) -> bool:
    """Whether the dates are those the warnings on the page were about, or nothing speaks against them."""
    if not form.is_valid():
        return True
    schedule = form.schedule()
    if form.cleaned_data["weighed"] == _stamp(schedule):
        return True
    if any(weight_of(each, day) for each, day in schedule.items()):
        form.add_error(None, _("Kijk nog even: tegen deze data is iets in te brengen. Druk dan opnieuw."))
        return False
    return True


def _asked(request: MemberRequest, months: int) -> QueryDict | None:
    """What was sent, changed by the button that was pressed: another day, or all days anew from one."""
    if request.method != "POST":
        return None
    data = request.POST.copy()
    name, _colon, text = data.get("pick", "").partition(":")
    anew = data.get("anew", "")
    if name in list(Moment) and (picked := _day(text)):
        data[name] = picked.isoformat()
        anew = name if name == Moment.MIX else ""
    origin = _day(data.get(anew, ""))
    follow = {Moment.MIX.value: propose, Moment.START.value: propose_from}.get(anew)
    if follow and origin:
        for each, day in follow(origin, months).items():
            data[each.value] = day.isoformat()
    return data


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if 2000 <= day.year <= 2099 else None


def _dates_context(form: DatesForm, months: int, mixes: list[date]) -> dict[str, Any]:
    schedule = form.schedule() if form.is_bound else {each: form.initial[each.value] for each in Moment}
    ordered = bool(schedule) and list(schedule.values()) == sorted(schedule.values())
    if form.is_bound:
        form.data = form.data.copy()  # type: ignore[attr-defined]
        form.data["weighed"] = _stamp(schedule)  # type: ignore[index]
    rows = [
        {
            "moment": each,
            "field": form[each.value],
            "day": schedule.get(each),
            "warnings": warnings_for(each, schedule[each]) if schedule else (),
            "better": better_days(each, schedule, months) if ordered else [],
        }
        for each in Moment
    ]
    points = [Point(day, LABELS[each], SHORT[each]) for each, day in schedule.items()]
    drawn = draw(schedule[Moment.START], schedule[Moment.END], points, timezone.localdate()) if ordered else None
    return {
        "form": form,
        "step": 3,
        "rows": rows,
        "timeline": drawn,
        "remarks": remarks(schedule) if ordered else [],
        "mixes": [(day, propose(day, months)) for day in mixes],
        "chosen_mix": schedule.get(Moment.MIX),
    }
