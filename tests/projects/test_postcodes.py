"""From postcode to district."""

import json
from pathlib import Path

import pytest

import projects
from projects.models import District
from projects.postcodes import districts_of, is_amsterdam

# What the app of the City of Amsterdam itself works with, by range; see ``source`` in the file.
CITY = {
    "centrum": [(1011, 1018)],
    "noord": [(1020, 1039)],
    "oost": [(1019, 1019), (1086, 1099)],
    "west": [(1050, 1059)],
    "nieuw-west": [(1060, 1069)],
    "zuid": [(1070, 1083)],
    "zuidoost": [(1100, 1108)],
    "weesp": [(1380, 1384)],
}
# Where we know better than whole ranges, each with its reason in the file.
FINER = {"1013", "1014", "1058", "1059", "1109"}


def content():
    return json.loads((Path(projects.__file__).parent / "postcodes.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("postcode", "slugs"),
    [
        ("1011 AB", ["centrum"]),
        ("1012AB", ["centrum"]),
        ("1013 xx", ["west", "centrum"]),
        ("1019", ["oost"]),
        ("1025 AB", ["noord"]),
        ("1055 AB", ["west"]),
        ("1058 AB", ["west", "zuid"]),
        ("1060 AB", ["nieuw-west"]),
        ("1069 AB", ["nieuw-west"]),
        ("1074 AB", ["zuid"]),
        ("1087 AB", ["oost"]),
        ("1095 AB", ["oost"]),
        ("1104 AB", ["zuidoost"]),
        ("1109 AB", ["zuidoost"]),
        ("1381 AB", ["weesp"]),
        ("  1384  ab ", ["weesp"]),
    ],
)
def test_a_postcode_has_its_district(postcode, slugs):
    assert districts_of(postcode) == slugs
    assert is_amsterdam(postcode)


@pytest.mark.parametrize("postcode", ["1041 AB", "1043 AB", "1047 AB"])
def test_the_port_is_amsterdam_without_a_district(postcode):
    assert is_amsterdam(postcode)
    assert districts_of(postcode) == []


@pytest.mark.parametrize(
    "postcode",
    [
        "1110 AB", "1114 AB", "1181 AB", "1112 AB", "1506 AB", "3511 AB", "1000 AA", "", " ", "AB 1012", "101",
        "10123", "1012 ABC", "1012 A", "०१२३", "1012\x00AB", "9" * 5000, "1O12 AB", "1012;DROP",
    ],
)  # fmt: skip
def test_elsewhere_and_nonsense_have_none(postcode):
    assert not is_amsterdam(postcode)
    assert districts_of(postcode) == []


def test_what_is_given_can_be_changed_without_harm():
    districts_of("1012 AB").append("elders")
    assert districts_of("1012 AB") == ["centrum"]


def test_every_area_has_known_districts_each_once(db):
    slugs = set(District.objects.values_list("slug", flat=True))
    for area, districts in content()["areas"].items():
        assert len(area) == 4
        assert area.isdecimal()
        assert set(districts) <= slugs
        assert len(set(districts)) == len(districts) <= 2
    used = {slug for districts in content()["areas"].values() for slug in districts}
    assert used == slugs


def test_the_areas_agree_with_the_citys_own_ranges_but_where_the_file_says_why():
    source = " ".join(content()["source"])
    for area, districts in content()["areas"].items():
        city = [slug for slug, ranges in CITY.items() if any(a <= int(area) <= b for a, b in ranges)]
        if area in FINER:
            assert area in source
        elif districts:
            assert districts == city, area
    assert content()["date"] == "2026-11-22"
