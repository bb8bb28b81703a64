def test_cast(cast, as_user):
    assert cast.ans.side == "old"
    response = as_user(cast.coordinator).get(cast.project.get_absolute_url())
    assert response.status_code == 200, response
    for name in (
        "deelnemers/",
        "koppels/",
        "koppels/gewichten/",
        "koppels/niet-samen/",
        "bijeenkomsten/",
        "geld/",
        "verslag/",
        "programma/",
        "certificaten/",
        "belronde/",
        "declaraties/",
        "stappenplan/",
        "partners/",
    ):
        assert as_user(cast.coordinator).get(f"{cast.project.get_absolute_url()}{name}").status_code == 200, name
    assert as_user(cast.coordinator).get("/").status_code == 200
    assert as_user(cast.ambassador).get("/").status_code == 200
    assert as_user(cast.official).get("/", follow=True).status_code == 200
