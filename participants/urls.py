from django.urls import path

from participants.views import certificates, meetings, money, people

app_name = "participants"
P = "projecten/<slug:slug>/"
urlpatterns = [
    path(f"{P}deelnemers/", people.people, name="list"),
    path(f"{P}deelnemers/deelnemers.csv", people.export, {"kind": "csv"}, name="export_csv"),
    path(f"{P}deelnemers/deelnemers.xlsx", people.export, {"kind": "xlsx"}, name="export_xlsx"),
    path(f"{P}deelnemers/aanmelden/", people.register, name="register"),
    path(f"{P}deelnemers/<int:pk>/", people.person, name="detail"),
    path(f"{P}deelnemers/<int:pk>/wijzigen/", people.change, name="change"),
    path(f"{P}deelnemers/<int:pk>/inschrijven/", people.sign_up, name="sign_up"),
    path(f"{P}deelnemers/<int:pk>/afmelden/", people.withdraw, name="withdraw"),
    path(f"{P}deelnemers/<int:pk>/terug/", people.come_back, name="come_back"),
    path(f"{P}deelnemers/<int:pk>/ambassadeur/", people.assign, name="assign"),
    path(f"{P}deelnemers/<int:pk>/besluit/", certificates.decide, name="decide"),
    path(f"{P}deelnemers/<int:pk>/certificaat/", certificates.one, name="certificate"),
    path(f"{P}bijeenkomsten/<int:pk>/aanwezig/", meetings.attendance, name="attendance"),
    path(f"{P}bijeenkomsten/<int:pk>/aanwezig/<int:participant_pk>/", meetings.tick, name="tick"),
    path(f"{P}declaraties/", money.claims, name="claims"),
    path(f"{P}declaraties/indienen/", money.new_claim, name="claim_new"),
    path(f"{P}declaraties/<int:pk>/goedkeuren/", money.approve, name="claim_approve"),
    path(f"{P}declaraties/<int:pk>/afwijzen/", money.refuse, name="claim_refuse"),
    path(f"{P}declaraties/<int:pk>/betalen/", money.pay, name="claim_pay"),
    path(f"{P}certificaten/", certificates.certificates, name="certificates"),
    path(f"{P}certificaten/uitreiken/", certificates.issue, name="certificates_issue"),
    path(f"{P}certificaten/afdrukken/", certificates.print_all, name="certificates_print"),
    path(f"{P}certificaten/afdruk/<int:pk>/", certificates.batch, name="batch"),
    path(f"{P}certificaten/afdruk/<int:pk>/pdf/", certificates.batch_pdf, name="batch_pdf"),
    path("certificaat/<slug:number>/", certificates.check, name="certificate_check"),
]
