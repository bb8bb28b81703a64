"""Setting up, losing and getting back a second step; every change is on record and told by mail."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from mixen.accounts.actions import reset_second_factor
from mixen.accounts.models import AccessNotice, AuditEvent
from mixen.accounts.notices import send_access_notices
from mixen.accounts.second_factor import lacks_second_factor
from mixen.accounts.secrets_at_rest import seal, unseal
from mixen.errors import DomainError
from tests.architecture.checkers import ROOT
from tests.conftest import PASSWORD

What = AccessNotice.What


@pytest.fixture(autouse=True)
def fresh(db, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    cache.clear()
    yield
    cache.clear()


def logged_in_by_password(user, *, confirmed=True):
    """A client past the log-in, and past the question to confirm it."""
    client = Client()
    client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
    if confirmed:
        client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client


def code_of(secret):
    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time

    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


def changes(user):
    """What is on record of the access of ``user``: who did it, and what."""
    rows = AuditEvent.objects.filter(kind=AuditEvent.Kind.ACCESS, object_id=str(user.pk)).order_by("pk")
    return list(rows.values_list("by__email", "detail"))


def test_the_first_log_in_leads_to_a_choice_of_second_steps_and_back_to_work(
    cast, mailoutbox, django_capture_on_commit_callbacks
):
    """A project leader from the log-in to the first page: chosen, confirmed, codes seen once, told by mail."""
    client = logged_in_by_password(cast.leader, confirmed=False)
    choice = client.get("/", follow=True)
    assert choice.request["PATH_INFO"] == reverse("mfa_index")
    assert "Passkey toevoegen" in choice.content.decode()
    assert "App instellen" in choice.content.decode()
    confirm = client.get(reverse("mfa_activate_totp"), follow=True)
    assert "Laat daarom nog een keer zien dat jij het bent" in confirm.content.decode()
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    form = client.get(reverse("mfa_activate_totp")).context["form"]
    with django_capture_on_commit_callbacks(execute=True):
        codes = client.post(reverse("mfa_activate_totp"), {"code": code_of(form.secret)}, follow=True)
    assert codes.request["PATH_INFO"] == reverse("mfa_view_recovery_codes")
    shown = codes.context["unused_codes"]
    assert len(shown) == 10
    assert all(code in codes.content.decode() for code in shown)
    again = client.get(reverse("mfa_view_recovery_codes")).content.decode()
    assert not any(code in again for code in shown)
    assert client.get("/").status_code == 200
    assert changes(cast.leader) == [(cast.leader.email, What.ADDED)]
    assert send_access_notices() == 1
    assert mailoutbox[-1].to == [cast.leader.email]
    assert "tweede stap toegevoegd" in mailoutbox[-1].body


def test_a_change_asks_for_confirmation_again_after_a_while(cast, clock):
    TOTP.activate(cast.coordinator, generate_totp_secret())
    client = logged_in_by_password(cast.ambassador)
    assert client.get(reverse("mfa_add_webauthn")).status_code == 200
    clock.shift(timedelta(minutes=6))
    for name in ("mfa_add_webauthn", "mfa_activate_totp"):
        answer = client.get(reverse(name))
        assert answer.status_code == 302, name
        assert answer.url.startswith(reverse("account_reauthenticate"))


def test_removing_and_new_codes_are_on_record_and_told(cast, settings, django_capture_on_commit_callbacks):
    settings.SECOND_FACTOR_REQUIRED = False
    client = logged_in_by_password(cast.ambassador)
    TOTP.activate(cast.ambassador, generate_totp_secret())
    RecoveryCodes.activate(cast.ambassador)
    for name in ("mfa_generate_recovery_codes", "mfa_deactivate_totp"):
        with django_capture_on_commit_callbacks(execute=True):
            client.post(reverse(name))
    assert [what for _by, what in changes(cast.ambassador)] == [What.NEW_CODES, What.REMOVED]
    assert AccessNotice.objects.filter(user=cast.ambassador, what=What.REMOVED).count() == 1


def test_who_must_have_one_keeps_the_last(cast):
    secret = generate_totp_secret()
    client = logged_in_by_password(cast.coordinator)
    TOTP.activate(cast.coordinator, secret)
    answer = client.post(reverse("mfa_deactivate_totp"))
    assert "Je hebt een tweede stap nodig" in answer.content.decode()
    assert Authenticator.objects.filter(user=cast.coordinator).count() == 1


def test_recovery_codes_alone_are_no_second_step(cast):
    RecoveryCodes.activate(cast.coordinator)
    assert lacks_second_factor(cast.coordinator)


def test_wrong_codes_stop_after_ten_also_from_another_place(cast):
    """300 an hour for a hall is too many guesses for one account: the code has six digits."""
    secret = generate_totp_secret()
    TOTP.activate(cast.coordinator, secret)
    good = code_of(secret)
    for number in range(10):
        client = logged_in_by_password(cast.coordinator, confirmed=False)
        client.post(reverse("mfa_authenticate"), {"code": "000000"}, REMOTE_ADDR=f"192.0.2.{number}")
    client = logged_in_by_password(cast.coordinator, confirmed=False)
    client.post(reverse("mfa_authenticate"), {"code": good}, REMOTE_ADDR="198.51.100.7")
    assert "_auth_user_id" not in client.session


def test_the_coordinator_wipes_the_second_step_of_who_lost_the_phone(cast, as_user, mailoutbox):
    """On record under who did it, told by mail, and all their sessions end."""
    their_own = logged_in_by_password(cast.leader, confirmed=False)
    assert "_auth_user_id" in their_own.session
    TOTP.activate(cast.leader, generate_totp_secret())
    TOTP.activate(cast.coordinator, generate_totp_secret())
    page = as_user(cast.coordinator).get(reverse("projects:accounts")).content.decode()
    assert "met tweede stap" in page
    as_user(cast.coordinator).post(reverse("projects:account_reset_factor", args=[cast.leader.pk]))
    assert lacks_second_factor(cast.leader)
    assert (cast.coordinator.email, "factor_reset") in changes(cast.leader)
    assert their_own.get("/").status_code == 302
    send_access_notices()
    assert "heeft je tweede stap gewist" in mailoutbox[-1].body


def test_nobody_wipes_their_own_that_way_nor_what_is_not_there(cast):
    TOTP.activate(cast.coordinator, generate_totp_secret())
    with pytest.raises(DomainError, match="Je eigen tweede stap"):
        reset_second_factor(user=cast.coordinator, by=cast.coordinator)
    with pytest.raises(DomainError, match="heeft geen tweede stap"):
        reset_second_factor(user=cast.ambassador, by=cast.coordinator)


def test_the_key_in_the_database_is_not_the_key(cast):
    secret = generate_totp_secret()
    row = TOTP.activate(cast.coordinator, secret).instance
    assert secret not in str(row.data)
    assert row.wrap().validate_code(code_of(secret))


def test_what_was_sealed_before_a_new_secret_can_still_be_read(settings):
    kept = seal("geheim")
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = (
        "een heel ander geheim van vijftig tekens",
        [settings.SECRET_KEY],
    )
    assert unseal(kept) == "geheim"
    assert unseal("van voor er zegels waren") == "van voor er zegels waren"


def test_the_only_coordinator_is_let_in_again_from_the_server(cast):
    """Phone and codes lost: the command does what another coordinator would do, on record as the system's deed."""
    TOTP.activate(cast.coordinator, generate_totp_secret())
    call_command("wipe_second_factor", cast.coordinator.email.upper())
    assert lacks_second_factor(cast.coordinator)
    assert changes(cast.coordinator) == [(None, "factor_reset")]
    for address in (cast.coordinator.email, "niemand@example.org"):
        with pytest.raises(CommandError):
            call_command("wipe_second_factor", address)


def test_the_page_of_operations_names_the_command_and_no_line_of_python():
    """Who deletes a factor by hand leaves no event and tells nobody."""
    text = (ROOT / "docs" / "operations.md").read_text()
    assert "manage.py wipe_second_factor" in text
    assert "manage.py shell" not in text


LATER = "een heel ander geheim van ruim vijftig tekens, van na de wissel"


def second_step(user, code):
    """The page after a code at the second step, and whether that let ``user`` in."""
    client = logged_in_by_password(user, confirmed=False)
    answer = client.post(reverse("mfa_authenticate"), {"code": code})
    return answer, "_auth_user_id" in client.session


def test_a_factor_whose_key_is_gone_is_refused_with_who_can_help(cast, settings):
    """The secret changed and the fallback was left out: the code and the recovery code are refused in a sentence."""
    secret = generate_totp_secret()
    TOTP.activate(cast.coordinator, secret)
    codes = RecoveryCodes.activate(cast.coordinator).get_unused_codes()
    settings.SECRET_KEY = LATER
    for code in (code_of(secret), codes[0]):
        answer, inside = second_step(cast.coordinator, code)
        assert answer.status_code == 200
        assert "wie de server beheert" in answer.content.decode()
        assert not inside


def test_recovery_codes_that_can_be_read_still_let_in(cast, settings):
    TOTP.activate(cast.coordinator, generate_totp_secret())
    settings.SECRET_KEY = LATER
    codes = RecoveryCodes.activate(cast.coordinator).get_unused_codes()
    assert second_step(cast.coordinator, codes[0])[1]
    assert not second_step(cast.coordinator, codes[0])[1]


def test_who_is_inside_can_replace_what_cannot_be_read(cast, settings):
    """With a passkey, say: the pages of the second step show no codes left, and new ones can be made."""
    settings.SECOND_FACTOR_REQUIRED = False
    client = logged_in_by_password(cast.ambassador)
    ours, settings.SECRET_KEY = settings.SECRET_KEY, LATER
    TOTP.activate(cast.ambassador, generate_totp_secret())
    RecoveryCodes.activate(cast.ambassador)
    settings.SECRET_KEY = ours
    assert "geen codes" in client.get(reverse("mfa_index")).content.decode()
    assert client.get(reverse("mfa_view_recovery_codes")).status_code == 409
    assert client.get(reverse("mfa_generate_recovery_codes")).status_code == 200
    shown = client.post(reverse("mfa_generate_recovery_codes"), follow=True)
    assert len(shown.context["unused_codes"]) == 10


def test_sealed_anew_a_factor_outlives_the_old_key(cast, settings, capsys):
    """The turn of the key as operations.md has it, with a code that was used before and one from another library."""
    secret = generate_totp_secret()
    TOTP.activate(cast.coordinator, secret)
    used, fresh_one, *_rest = RecoveryCodes.activate(cast.coordinator).get_unused_codes()
    assert RecoveryCodes.activate(cast.coordinator).validate_code(used)
    moved = RecoveryCodes.activate(cast.leader).instance
    moved.data = {"migrated_codes": [seal("12345678")], "used_mask": 0}
    moved.save()
    TOTP.activate(cast.leader, generate_totp_secret())
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = LATER, [settings.SECRET_KEY]
    call_command("reseal_second_factors")
    assert "4 sealed under the newest SECRET_KEY." in capsys.readouterr().out
    settings.SECRET_KEY_FALLBACKS = []
    assert not second_step(cast.coordinator, used)[1]
    assert second_step(cast.coordinator, fresh_one)[1]
    assert second_step(cast.coordinator, code_of(secret))[1]
    assert second_step(cast.leader, "12345678")[1]
    assert AuditEvent.objects.filter(detail="factors_resealed", by=None).count() == 1


def test_what_nobody_can_seal_anew_is_named_and_left(cast, settings, capsys):
    """A key that is found again later still opens it."""
    old = settings.SECRET_KEY
    kept = TOTP.activate(cast.coordinator, generate_totp_secret()).instance
    settings.SECRET_KEY = LATER
    TOTP.activate(cast.leader, generate_totp_secret())
    call_command("reseal_second_factors")
    said = capsys.readouterr().out
    assert "1 sealed" in said
    assert f"manage.py wipe_second_factor {cast.coordinator.email}" in said
    assert cast.leader.email not in said
    assert Authenticator.objects.get(pk=kept.pk).data == kept.data
    settings.SECRET_KEY_FALLBACKS = [old]
    call_command("reseal_second_factors")
    assert "2 sealed" in capsys.readouterr().out
