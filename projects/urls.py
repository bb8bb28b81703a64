from django.urls import path

from projects.views import money, report, running

app_name = "projects"
P = "projecten/<slug:slug>/"
urlpatterns = [
    path("projecten/", running.project_list, name="list"),
    path("projecten/nieuw/", running.new_project, name="new"),
    path(P, running.overview, name="overview"),
    path(f"{P}aanpassen/", running.edit_project, name="edit"),
    path(f"{P}stappenplan/", running.plan, name="plan"),
    path(f"{P}stappenplan/<int:pk>/", running.toggle_step, name="step_toggle"),
    path(f"{P}bijeenkomsten/", running.meetings, name="meetings"),
    path(f"{P}bijeenkomsten/nieuw/", running.new_meeting, name="meeting_new"),
    path(f"{P}bijeenkomsten/<int:pk>/wijzigen/", running.edit_meeting, name="meeting_edit"),
    path(f"{P}partners/", running.partners, name="partners"),
    path(f"{P}partners/nieuw/", running.new_partner, name="partner_new"),
    path(f"{P}partners/<int:pk>/bevestigd/", running.confirm_partner, name="partner_confirm"),
    path(f"{P}geld/", money.money, name="money"),
    path(f"{P}geld/uitgave/", money.new_expense, name="expense_new"),
    path(f"{P}geld/uitgaven/<int:pk>/terugboeken/", money.correct_expense, name="expense_correct"),
    path(f"{P}geld/afspraak/", money.agree, name="agree"),
    path(f"{P}verslag/", report.report, name="report"),
    path(f"{P}verslag/beginnen/", report.start, name="report_start"),
    path(f"{P}verslag/schrijven/", report.write, name="report_write"),
    path(f"{P}verslag/schrijven/<slug:section>/", report.preview, name="report_preview"),
    path(f"{P}verslag/cijfers/<str:key>/", report.figure, name="report_figure"),
    path(f"{P}verslag/vaststellen/", report.finalise, name="report_finalise"),
    path(f"{P}verslag/concept.pdf", report.draft_pdf, name="report_draft"),
    path(f"{P}verslag/<int:version>/pdf/", report.final_file, {"kind": "pdf"}, name="report_pdf"),
    path(f"{P}verslag/<int:version>/xlsx/", report.final_file, {"kind": "xlsx"}, name="report_xlsx"),
    path("stadsdelen/<slug:slug>/", report.district, name="district"),
]
