"""All addresses. What may be seen without a log-in is listed in mixen.public_pages."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path

from mixen import health, home, mailbox
from mixen.accounts import views as accounts
from participants.views import privacy
from projects.permissions import open_to_all

urlpatterns = [
    path("", home.home, name="home"),
    # Before all others: ``projecten/nieuw/deelnemers/`` would be a project called "nieuw" to them.
    path("", include("projects.urls")),
    path("", include("participants.urls")),
    path("", include("matching.urls")),
    path("", include("excursions.urls")),
    path("privacy/", privacy.statement, name="privacy"),
    path("privacy/<slug:language>/", privacy.statement, name="privacy_in"),
    path("privacy/<slug:language>/pdf/", privacy.paper, name="privacy_pdf"),
    path("healthz/", home.healthz, name="healthz"),
    path("readyz/", home.readyz, {"look": health.everything.look}, name="readyz"),
    path("readyz/web/", home.readyz, {"look": health.web.look}, name="readyz_web"),
    path("metrics/", home.metrics, name="metrics"),
    path("account/email/", home.closed, name="account_email"),  # before allauth's own, which would change the address
    path("account/sessions/", home.closed, name="usersessions_list"),  # our own page of devices stands at account/
    path("account/", open_to_all(accounts.own), name="account_own"),
    path("account/apparaten/andere/", open_to_all(accounts.end_others), name="account_end_others"),
    path("account/apparaten/<int:pk>/", open_to_all(accounts.end_session), name="account_end_session"),
    path(  # before allauth's own, which would open the codes that were there
        "account/2fa/recovery-codes/generate/",
        open_to_all(accounts.new_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    path("account/", include("allauth.urls")),
    path("beheer/", admin.site.urls),
]
if not settings.PRODUCTION:
    urlpatterns += [
        path("ontwikkeling/post/", mailbox.mailbox, name="development_mailbox"),
        path("ontwikkeling/post/<slug:name>/<int:number>/", mailbox.message, name="development_message"),
    ]
