from django.urls import path

from excursions import own_views, views

app_name = "excursions"
P = "projecten/<slug:slug>/"
urlpatterns = [
    path(f"{P}programma/", views.programme, name="programme"),
    path(f"{P}programma/strippenboekje/", views.new_booklet, name="booklet_new"),
    path(f"{P}programma/excursie/", views.new_excursion, name="excursion_new"),
    path(f"{P}programma/excursies/<int:pk>/", views.excursion, name="excursion"),
    path(f"{P}programma/excursies/<int:pk>/inschrijven/", views.sign_up, name="sign_up"),
    path(f"{P}programma/inschrijvingen/<int:pk>/afzeggen/", views.cancel, name="cancel"),
    path(f"{P}programma/inschrijvingen/<int:pk>/mee/", views.attended, name="attended"),
    path("mijn/<slug:token>/excursie/<int:pk>/mee/", own_views.go_along, name="personal_go"),
    path("mijn/<slug:token>/excursie/<int:pk>/afzeggen/", own_views.cancel, name="personal_cancel"),
]
