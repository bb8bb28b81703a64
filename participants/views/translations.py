"""How far each language is: made by a machine, or read through by somebody who speaks it."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from mixen.accounts.requests import MemberRequest
from mixen.catalogue import fingerprint
from mixen.fields import NameField
from mixen.forms import OurForm, posted
from mixen.languages import READING_LANGUAGES, TRANSLATED
from participants import actions
from participants.models import ConsentText, LanguageReview
from projects.permissions import Permission, city_view


class ReviewForm(OurForm):
    """Who read it through."""

    read_by = NameField(label=gettext_lazy("Wie las alle teksten na?"))
    sure = forms.BooleanField(
        label=gettext_lazy("Deze persoon spreekt de taal van huis uit en las alles"),
        error_messages={"required": gettext_lazy("Vink dit aan als alles is nagelezen.")},
    )


@require_safe
@city_view(Permission.MANAGE_CITY)
def translations(request: MemberRequest) -> HttpResponse:
    """All languages with their state."""
    reviews = {review.language: review for review in LanguageReview.objects.all()}
    rows = []
    for code in TRANSLATED:
        review = reviews.get(code)
        texts = ConsentText.objects.in_force(code).values()
        rows.append(
            {
                "language": READING_LANGUAGES[code],
                "review": review,
                "is_stale": review is not None and review.fingerprint != fingerprint(code),
                "texts_read": all(text.was_read for text in texts),
            }
        )
    return render(request, "participants/translations.html", {"rows": rows})


@city_view(Permission.MANAGE_CITY)
def review(request: MemberRequest, language: str) -> HttpResponse:
    """Read the texts of consent, and note who read everything through."""
    if language not in TRANSLATED:
        raise Http404
    form = ReviewForm(posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.note_review(language=language, read_by=form.cleaned_data["read_by"], by=request.user)
    ):
        messages.success(request, _("De vertaling is nagelezen."))
        return redirect("participants:translations")
    dutch, own = ConsentText.objects.in_force(), ConsentText.objects.in_force(language)
    context = {
        "reading": READING_LANGUAGES[language],
        "texts": [(dutch[kind], own[kind]) for kind in dutch],
        "form": form,
        "submit": _("Nagelezen"),
        "back": reverse("participants:translations"),
    }
    return render(request, "participants/translation.html", context, status=422 if form.errors else 200)
