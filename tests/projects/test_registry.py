"""Apps contribute to a page they do not own, in order."""

from projects.registry import Registry


def test_contributions_stand_in_their_order_and_equals_as_they_came():
    registry = Registry("bestaat_nergens")
    registry.add(20, "derde")
    registry.add(10, "eerste")
    registry.add(10, "tweede")
    assert list(registry) == ["eerste", "tweede", "derde"]


def test_a_decorated_function_is_kept_and_stays_itself():
    registry = Registry("bestaat_nergens")

    @registry.register(5)
    def contribution():
        return "hier"

    assert contribution() == "hier"
    assert list(registry) == [contribution]


def test_every_app_is_asked_once(monkeypatch):
    asked = []
    monkeypatch.setattr("projects.registry.autodiscover_modules", asked.append)
    registry = Registry("report")
    assert list(registry) == list(registry) == []
    assert asked == ["report"]


def test_the_pages_have_what_all_four_apps_know():
    from matching.seen import sightings
    from projects.demo import steps
    from projects.overview import panels
    from projects.report import figures
    from projects.watching import watchers

    for registry, apps in (
        ([spec.function for spec in figures], {"projects", "participants", "matching", "excursions"}),
        (list(watchers), {"projects", "participants", "matching", "excursions"}),
        (list(sightings), {"matching", "excursions"}),
        (list(steps), {"projects", "participants", "matching", "excursions"}),
        (list(panels), {"projects", "participants", "matching"}),
    ):
        assert {item.__module__.partition(".")[0] for item in registry} == apps
        assert len(set(registry)) == len(registry)
