"""The cast that is put back is the cast that was built."""

import time_machine
from django.db import transaction

from mixen.accounts.models import User
from tests.conftest import Cast, build_cast
from tests.kept import Kept, _all_rows


def test_what_is_put_back_is_what_was_built(db: None, clock: time_machine.Traveller) -> None:
    kept, found = Kept(build_cast), []
    for _time in range(2):
        with transaction.atomic():
            cast: Cast = kept.again()
            people = {name: (one.pk, one.person.name, one.project.name) for name, one in cast.people.items()}
            found.append((_all_rows(), people, cast.leader.pk, cast.foreign.pk))
            transaction.set_rollback(True)
    assert found[0] == found[1]


def test_over_other_rows_it_is_built_anew(db: None, clock: time_machine.Traveller) -> None:
    kept = Kept(build_cast)
    with transaction.atomic():
        kept.again()
        transaction.set_rollback(True)
    somebody = User.objects.create_user("iemand@example.org", "een-lang-wachtwoord", name="Iemand")
    assert kept.again().coordinator.pk != somebody.pk
    assert User.objects.count() == 8
