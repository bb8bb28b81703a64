"""A refusal is told in words, wherever it happens."""

import pytest

from mixen.errors import DomainError, DomainErrorMiddleware


def test_a_refusal_carries_its_message_and_its_field():
    error = DomainError("Dat mag niet.", field="name")
    assert (str(error), error.message, error.field) == ("Dat mag niet.", "Dat mag niet.", "name")


def test_a_refusal_that_no_page_caught_gets_a_page_of_its_own(cast, as_user, monkeypatch):
    def refuse(*_args, **_kwargs):
        raise DomainError("Pango ontbreekt <hier>.")

    monkeypatch.setattr("projects.views.report.report_pdf", refuse)
    client = as_user(cast.coordinator)
    client.post(f"{cast.project.get_absolute_url()}verslag/beginnen/")
    response = client.get(f"{cast.project.get_absolute_url()}verslag/concept.pdf")
    assert response.status_code == 409
    assert "Pango ontbreekt &lt;hier&gt;." in response.content.decode()


@pytest.mark.parametrize("error", [ValueError("x"), KeyError("y")])
def test_a_mistake_of_ours_is_not_hidden_as_a_refusal(rf, error):
    middleware = DomainErrorMiddleware(lambda request: None)
    assert middleware.process_exception(rf.get("/"), error) is None
