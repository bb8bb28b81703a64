"""What the report tells about the project itself: its meetings, organisations and team."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from projects.models import Organisation, Project, Role
from projects.report.registry import Row, figure, proposal
from projects.report.words import listed, told, told_day


def _meetings_behind(project: Project) -> list[Row]:
    url = reverse("projects:meetings", args=[project.slug])
    return [Row(str(meeting), url) for meeting in project.meetings.all()]


@figure("course", 10, _("Bijeenkomsten"), kind="table", behind=_meetings_behind)
def meetings(project: Project) -> dict[str, Any]:
    """De bijeenkomsten van het project, met datum en plaats."""
    rows = [
        [meeting.get_kind_display(), date_format(meeting.day, "j F Y"), meeting.where]
        for meeting in project.meetings.select_related("venue")
    ]
    return {"columns": [_("Bijeenkomst"), _("Datum"), _("Plaats")], "rows": rows}


def _partners(project: Project) -> QuerySet[Organisation]:
    return Organisation.objects.filter(partnerships__project=project)


def _in_district(project: Project) -> QuerySet[Organisation]:
    found = _partners(project).filter(district=project.district)
    return found.exclude(kind=Organisation.Kind.LANGUAGE_PROVIDER)


def _elsewhere(project: Project) -> QuerySet[Organisation]:
    found = _partners(project).exclude(district=project.district)
    return found.exclude(kind=Organisation.Kind.LANGUAGE_PROVIDER)


def _providers(project: Project) -> QuerySet[Organisation]:
    return _partners(project).filter(kind=Organisation.Kind.LANGUAGE_PROVIDER)


def _names(found: QuerySet[Organisation]) -> list[str]:
    return list(found.values_list("name", flat=True))


def _rows(project: Project, found: QuerySet[Organisation]) -> list[Row]:
    url = reverse("projects:partners", args=[project.slug])
    return [Row(name, url) for name in _names(found)]


@figure(
    "organisations",
    10,
    _("Organisaties in het stadsdeel"),
    kind="list",
    behind=lambda project: _rows(project, _in_district(project)),
)
def organisations_in_district(project: Project) -> list[str] | None:
    """Partners van het project die in het stadsdeel van het project zitten, zonder de taalaanbieders."""
    return _names(_in_district(project)) or None


@figure(
    "organisations",
    20,
    _("Organisaties buiten het stadsdeel"),
    kind="list",
    behind=lambda project: _rows(project, _elsewhere(project)),
)
def organisations_elsewhere(project: Project) -> list[str] | None:
    """Partners van het project die voor de hele stad of in een ander stadsdeel werken, zonder de taalaanbieders."""
    return _names(_elsewhere(project)) or None


@figure(
    "organisations",
    30,
    _("Taalaanbieders"),
    kind="list",
    behind=lambda project: _rows(project, _providers(project)),
)
def language_providers(project: Project) -> list[str] | None:
    """Scholen waar 'nieuwe' Amsterdammers Nederlands leren, en die aan het project meewerkten."""
    return _names(_providers(project)) or None


def _ambassadors_behind(project: Project) -> list[Row]:
    team = project.memberships.filter(role=Role.AMBASSADOR).select_related("user").order_by("user__name")
    return [Row(member.user.name) for member in team]


@figure("people", 10, _("Ambassadeurs"), behind=_ambassadors_behind)
def ambassadors(project: Project) -> int:
    """Vrijwilligers die als ambassadeur in het team van het project zaten."""
    return project.memberships.filter(role=Role.AMBASSADOR).count()


@proposal("background", 10)
def aim(project: Project) -> str | None:
    """What the project was for, as it was written down at its start."""
    return project.aim.strip() or None


@proposal("background", 20)
def how_it_works(project: Project) -> str:
    """Where and how long, for how many, and what people did together."""
    where = f"{project.district} ({project.area})" if project.area else str(project.district)
    months = project.couple_months
    return (
        told(
            _t(
                "In Mixen in Mokum leren bewoners van Amsterdam elkaar kennen. Mensen die hier al lang wonen ('oude' "
                "Amsterdammers) en nieuwkomers ('nieuwe' Amsterdammers) gaan als koppel samen op stap."
            ),
            (
                _t("Dit project was in %(where)s en liep van %(first)s tot en met %(last)s.")
                if project.ends_on < timezone.localdate()
                else _t("Dit project is in %(where)s en loopt van %(first)s tot en met %(last)s.")
            )
            % {"where": where, "first": told_day(project.starts_on), "last": told_day(project.ends_on)},
            _t("Het streven was: %(old)s 'oude' en %(new)s 'nieuwe' Amsterdammers.")
            % {"old": project.target_old, "new": project.target_new},
            ngettext(
                "Een koppel spreekt af om een maand lang elke week samen iets te doen.",
                "Een koppel spreekt af om %(number)s maanden lang elke week samen iets te doen.",
                months,
            )
            % {"number": months},
        )
        or ""
    )


@proposal("preparation", 10)
def agreements(project: Project) -> str | None:
    """When it began, and how many partners agreed and confirmed; nothing before there is a partner."""
    partnerships = list(project.partnerships.all())
    agreed = sum(one.agreed_on is not None for one in partnerships)
    confirmed = sum(one.confirmed_on is not None for one in partnerships)
    if not agreed:
        return None
    return told(
        _t("De voorbereiding begon op %(day)s.") % {"day": told_day(project.starts_on)},
        ngettext(
            "We maakten een afspraak met %(number)s organisatie.",
            "We maakten afspraken met %(number)s organisaties.",
            agreed,
        )
        % {"number": agreed},
        _confirmed_in_words(confirmed, agreed),
    )


def _confirmed_in_words(confirmed: int, agreed: int) -> str:
    if not confirmed:
        return ""
    if confirmed >= agreed:
        return ngettext("Die is per e-mail bevestigd.", "Die zijn allemaal per e-mail bevestigd.", agreed)
    return ngettext(
        "Met %(number)s daarvan is dat per e-mail bevestigd.",
        "Met %(number)s daarvan is dat per e-mail bevestigd.",
        confirmed,
    ) % {"number": confirmed}


@proposal("organisations", 10)
def who_did_what(project: Project) -> str | None:
    """How many partners there were, and a point for each that said what it does."""
    partnerships = list(project.partnerships.select_related("organisation"))
    if not partnerships:
        return None
    number = len(partnerships)
    first = ngettext(
        "Aan dit project werkte %(number)s organisatie mee.",
        "Aan dit project werkten %(number)s organisaties mee.",
        number,
    ) % {"number": number}
    points = [f"- {one.organisation}: {one.contribution}" for one in partnerships if one.contribution]
    return "\n\n".join(filter(None, [first, "\n".join(points)]))


@proposal("people", 10)
def the_team(project: Project) -> str | None:
    """How many ambassadors and project leaders there were."""
    roles = list(project.memberships.values_list("role", flat=True))
    helpers, leaders = roles.count(Role.AMBASSADOR), roles.count(Role.PROJECT_LEADER)
    return told(
        helpers
        and ngettext(
            "%(number)s vrijwilliger was ambassadeur: die wierf, belde en begeleidde de deelnemers.",
            "%(number)s vrijwilligers waren ambassadeur: zij wierven, belden en begeleidden de deelnemers.",
            helpers,
        )
        % {"number": helpers},
        leaders
        and ngettext(
            "%(number)s projectleider leidde het project.",
            "%(number)s projectleiders leidden het project.",
            leaders,
        )
        % {"number": leaders},
    )


@proposal("thanks", 10)
def whom_to_thank(project: Project) -> str | None:
    """The people, the district and the organisations by name; nothing while none of them is known."""
    helpers = project.memberships.filter(role=Role.AMBASSADOR).count()
    names = sorted({one.organisation.name for one in project.partnerships.select_related("organisation")})
    begun = any(meeting.day < timezone.localdate() for meeting in project.meetings.all())
    return told(
        begun and _t("We bedanken alle deelnemers voor hun tijd en hun vertrouwen."),
        helpers
        and ngettext(
            "We bedanken de ambassadeur, zonder wie dit project er niet was geweest.",
            "We bedanken de %(number)s ambassadeurs, zonder wie dit project er niet was geweest.",
            helpers,
        )
        % {"number": helpers},
        begun and _t("We bedanken stadsdeel %(district)s voor het vertrouwen.") % {"district": project.district},
        names and _t("En we bedanken wie meewerkte: %(names)s.") % {"names": listed(names)},
    )
