"""Two workers freeze the same months at the same moment; on a real PostgreSQL."""

import pytest

from projects.models import MonthlyFigures
from projects.tasks import freeze_months
from tests.conftest import Cast
from tests.postgres.threads import at_once, successes

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


def test_each_month_is_frozen_once(cast: Cast) -> None:
    answers = successes(at_once([freeze_months] * 4))
    assert (sum(answers), MonthlyFigures.objects.count()) == (4, 4)
