"""Which organisations look like one, and which do not."""

import pytest

from projects.actions import say_different
from projects.models import ContactPerson, Organisation
from projects.organisations.likeness import Why, pairs, traits_of, whys_of


def organisation(name, **facts):
    return Organisation.objects.create(name=name, **facts)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Buurthuis De Ringboog", "Stichting Buurthuis De Ringboog", True),
        ("Buurthuis De Ringboog", "Buurthuis de ringboog.", True),
        ("De Ringboog", "Buurthuis De Ringboog", True),
        ("Taalschool Het Vrije Woord", "Taalschool Het Vrye Woord", True),
        ("Café Één", "Cafe Een", True),
        ("Buurthuis Rozenhof", "Bibliotheek Rozenhof", False),
        ("Stadsdeel West", "Stadsdeel Oost", False),
        ("Stadsdeel Nieuw-West", "Stadsdeel West", False),
        ("Stichting", "Vereniging", False),
        ("NCB", "NCV", False),
        ("مركز النور", "مركز السلام", False),
    ],
)
def test_names_that_are_nearly_the_same(one, other, alike):
    found = whys_of(traits_of(organisation(one)), traits_of(organisation(other)))
    assert (Why.NAME in found) is alike


@pytest.mark.django_db
def test_the_same_website_or_phone_is_told_and_an_empty_one_is_not():
    one = organisation("De Brug", website="https://www.debrug.example/", phone="+31201234567")
    site = organisation("Taalles Oost", website="http://debrug.example")
    phone = organisation("Huiswerkklas")
    ContactPerson.objects.create(organisation=phone, name="Joke", phone="+31201234567")
    organisation("Zonder iets")
    organisation("Ook zonder iets anders")
    found = {(pair.first, pair.second): pair.whys for pair in pairs()}
    assert found == {(one, site): [Why.WEBSITE], (one, phone): [Why.PHONE]}


@pytest.mark.django_db
def test_what_somebody_said_to_be_two_is_not_asked_again(django_assert_num_queries):
    one, other = organisation("De Brug"), organisation("Stichting De Brug")
    organisation("De Brug Amsterdam")
    assert len(pairs()) == 3
    say_different(first=other, second=one, by=None)
    with django_assert_num_queries(3):
        left = pairs()
    assert (one, other) not in {(pair.first, pair.second) for pair in left}
    assert len(left) == 2
