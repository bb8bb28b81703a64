"""What holds for every request: log in (again), a second factor where asked, know who acts, cache nothing."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from simple_history.models import HistoricalRecords

from mixen.accounts.second_factor import lacks_second_factor
from mixen.accounts.session_limits import is_over

GetResponse = Callable[[HttpRequest], HttpResponse]
SECOND_FACTOR_SETUP = frozenset(
    {
        "mfa_index",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "mfa_reauthenticate",
        "mfa_reauthenticate_webauthn",
        "account_reauthenticate",
    }
)


def view_name(request: HttpRequest) -> str:
    """The full name of the address asked for, such as ``projects:overview``."""
    match = request.resolver_match
    return match.view_name if match else ""


class LoginRequiredMiddleware:
    """Every address asks for a log-in, except those listed by hand in ``PUBLIC_URL_NAMES``."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: object) -> HttpResponse | None:
        if request.user.is_authenticated or view_name(request) in settings.PUBLIC_URL_NAMES:
            return None
        return redirect_to_login(request.get_full_path())


class SessionLimitMiddleware:
    """Who was away too long logs in again; stands before what asks for a log-in."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated and is_over(request, request.user):
            logout(request)
        return self.get_response(request)


class SecondFactorMiddleware:
    """Who must have a second factor sets it up before anything else."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: object) -> HttpResponse | None:
        name = view_name(request)
        if name in settings.PUBLIC_URL_NAMES or name in SECOND_FACTOR_SETUP or not lacks_second_factor(request.user):
            return None
        return redirect("mfa_index")


class ActorMiddleware:
    """Lets history rows written outside an action (in the web admin) know who is at the keyboard."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        HistoricalRecords.context.request = request
        try:
            return self.get_response(request)
        finally:
            del HistoricalRecords.context.request


class NoStoreMiddleware:
    """Pages behind the log-in hold personal data: no browser or proxy keeps a copy."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.user.is_authenticated:
            response.headers["Cache-Control"] = "no-store, private"
        return response
