"""What an account becomes when its owner left: a row without a person, to which what they did keeps pointing."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from django.utils.translation import gettext as _

from mixen.accounts.models import AccessNotice, User


def name_of_nobody() -> str:
    """What is said of who did something and is not known any more."""
    return _("oud-teamlid")


def forget_account(user: User) -> None:
    """Take name, address, phone and every way in out of ``user``, and out of what the libraries keep of a log-in."""
    address = user.email
    user.name, user.phone = name_of_nobody(), ""
    user.email = f"oud-teamlid-{user.pk}@example.invalid"  # no such domain can ever be: no mail goes there
    user.is_active = user.is_coordinator = user.is_superuser = False
    user.needs_second_factor = user.leads_projects = False
    user.set_unusable_password()
    user.last_login = None
    user.erased_on = timezone.localdate()
    user.save()
    user.groups.clear()
    user.user_permissions.clear()
    for model in (Authenticator, EmailAddress, AccessNotice):
        model._default_manager.filter(user=user).delete()
    for log in (AccessAttempt, AccessFailureLog, AccessLog):
        log._default_manager.filter(username__iexact=address).delete()
    about = LogEntry.objects.filter(content_type=ContentType.objects.get_for_model(User), object_id=str(user.pk))
    about.update(object_repr=user.name, change_message="")
