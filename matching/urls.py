from django.urls import path

from matching.views import calls, couples

app_name = "matching"
P = "projecten/<slug:slug>/"
urlpatterns = [
    path(f"{P}koppels/", couples.couples, name="list"),
    path(f"{P}koppels/maken/", couples.make, name="make"),
    path(f"{P}koppels/voorstel/", couples.proposal, name="proposal"),
    path(f"{P}koppels/voorstel/bevestigen/", couples.accept, name="accept"),
    path(f"{P}koppels/<int:pk>/", couples.couple, name="couple"),
    path(f"{P}koppels/<int:pk>/afspraak/", couples.appointment, name="appointment"),
    path(f"{P}koppels/<int:pk>/erbij/", couples.join, name="join"),
    path(f"{P}koppels/<int:pk>/stoppen/", couples.end, name="end"),
    path(f"{P}koppels/<int:pk>/verlengen/", couples.extend, name="extend"),
    path(f"{P}koppels/<int:pk>/ontmoeting/", couples.outing, name="outing"),
    path(f"{P}koppels/<int:pk>/ontmoeting/<int:outing_pk>/weg/", couples.remove_outing, name="outing_remove"),
    path(f"{P}belronde/", calls.calls, name="calls"),
    path(f"{P}belronde/<int:pk>/", calls.call, name="call"),
    path(f"{P}belronde/<int:pk>/opgepakt/", calls.handle, name="call_handle"),
]
