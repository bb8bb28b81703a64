"""Who gets what answer at which address. A new address without a line here fails the build.

An answer is a status code, ``LOGIN`` (sent to the log-in page) or ``ON`` (sent on to another page). A POST is sent as
a browser sends an empty form. ``leader``, ``ambassador`` and ``official`` belong to the project of the address, and so
does ``colleague``, an ambassador to whom nobody of it is assigned; the ``foreign`` ones belong to another district;
``nobody`` has an account and no role.
"""

from dataclasses import dataclass, field

Answer = int | str
LOGIN, ON = "log in", "goes on"
ROLES = (
    "anonymous",
    "coordinator",
    "leader",
    "ambassador",
    "colleague",
    "official",
    "foreign_ambassador",
    "foreign_official",
    "nobody",
)
Answers = dict[str, Answer]


def public(answer: Answer) -> Answers:
    """For everybody, with or without an account."""
    return dict.fromkeys(ROLES, answer)


def anybody(answer: Answer, **others: Answer) -> Answers:
    """For everybody with an account."""
    return {**public(answer), "anonymous": LOGIN, **others}


def outsiders(official: Answer) -> Answers:
    """What those get who are not of the team: the project does not exist for them, but for its official."""
    return {**anybody(404), "official": official}


def team(answer: Answer, **others: Answer) -> Answers:
    """For the coordinator, the project leader and its ambassadors; its official is refused."""
    inside = dict.fromkeys(("coordinator", "leader", "ambassador", "colleague"), answer)
    return {**outsiders(403), **inside, **others}


def leads(answer: Answer) -> Answers:
    """For the coordinator and the project leader; ambassadors and the official are refused."""
    return team(answer, ambassador=403, colleague=403)


def coordinator_only(answer: Answer) -> Answers:
    """For the coordinator, within a project: who leads it and its ambassadors are refused."""
    return team(403, coordinator=answer)


def readers(answer: Answer) -> Answers:
    """For who may read a final report: who leads, and the district's official."""
    return {**leads(answer), "official": answer}


def city(answer: Answer) -> Answers:
    """For the coordinator alone."""
    return anybody(403, coordinator=answer)


def leaders(answer: Answer) -> Answers:
    """For the coordinator and who leads a project, over all projects; others are refused."""
    return anybody(403, coordinator=answer, leader=answer)


def any_team(answer: Answer) -> Answers:
    """For who has a place in the team of whatever project; officials and who has no role are refused."""
    return {**anybody(answer), **dict.fromkeys(("official", "foreign_official", "nobody"), 403)}


READ_ONLY = anybody(405)  # the method is refused before anybody looks at who asks


@dataclass(frozen=True)
class Address:
    """What GET and POST answer, per role; ``keys`` say which row of the project fills each part of the address."""

    get: Answers
    post: Answers
    keys: dict[str, str] = field(default_factory=dict)


def page(get: Answers, **keys: str) -> Address:
    """Only to be read."""
    return Address(get, READ_ONLY, keys)


def button(post: Answers, **keys: str) -> Address:
    """Only to be pressed."""
    return Address(anybody(405), post, keys)


def form(get: Answers, post: Answers, **keys: str) -> Address:
    """A page with a form."""
    return Address(get, post, keys)


PROJECTS = {
    "list": page(anybody(200)),
    "new": form(city(200), city(422)),
    "new_people": form(city(ON), city(ON)),
    "new_dates": form(city(ON), city(ON)),
    "overview": page(team(200)),
    "edit": form(leads(200), leads(422)),
    "snooze": form(leads(200), leads(422), key="=late_steps"),
    "wake": button(leads(ON), pk="snooze"),
    "plan": page(team(200)),
    "step_new": form(leads(200), leads(422)),
    "plan_keep": form(coordinator_only(200), coordinator_only(422)),
    "step_toggle": button(leads(ON), pk="step"),
    "step_edit": form(leads(200), leads(422), pk="step"),
    "step_remove": button(leads(ON), pk="step"),
    "meetings": page(team(200)),
    "meeting_new": form(leads(200), leads(422)),
    "meeting_edit": form(leads(200), leads(422), pk="meeting"),
    "meeting": page(team(200), pk="meeting"),
    "guest_new": form(leads(200), leads(422), pk="meeting"),
    "guest": form(leads(200), leads(422), pk="closing_meeting", guest_pk="guest"),
    "guest_remove": button(leads(ON), pk="closing_meeting", guest_pk="guest"),
    "minutes": form(team(200), team(422), pk="meeting"),
    "meeting_file_new": form(team(200), team(422), pk="meeting"),
    "meeting_file": page(team(200), pk="meeting", file_pk="meeting_file"),
    "meeting_file_remove": button(team(ON, colleague=403), pk="meeting", file_pk="meeting_file"),  # one's own
    "meetings_announce": button(leads(ON)),
    "meeting_move": form(leads(200), leads(200), pk="closing_meeting"),
    "move_undo": button(leads(ON), pk="move"),
    "checklist": form(team(200), leads(422), pk="meeting"),
    "task_toggle": button(team(ON), pk="meeting", task="task"),
    "task_remove": button(leads(ON), pk="meeting", task="task"),
    "partners": page(team(200)),
    "partner_new": form(leads(200), leads(422)),
    "partner_change": form(leads(200), leads(422), pk="partnership"),
    "partner_ask": button(leads(ON), pk="partnership"),
    "partner_confirm": button(leads(ON), pk="partnership"),
    "partner_signed": button(leads(ON), pk="partnership"),
    "partner_paper": page(leads(200), pk="partnership"),
    "team": page(team(200)),
    "team_invite": form(leads(200), leads(422)),
    "team_withdraw": button(leads(ON), pk="invitation"),
    "team_member": form(team(200, colleague=404), team(ON, colleague=404), pk="membership"),  # all may be left empty
    "accounts": page(city(200)),
    "account_reset_factor": button(city(ON), pk="membership.user_id"),
    "account_unlock": button(city(ON), pk="membership.user_id"),
    "account_erase": form(city(200), city(422), pk="membership.user_id"),
    "account_log_out": button(city(ON), pk="membership.user_id"),
    "team_concerns": button(coordinator_only(ON), pk="membership"),
    "team_away": form(team(200, colleague=404), team(422, colleague=404), pk="membership"),
    "team_away_off": button(team(ON, colleague=404), pk="away"),
    "trainings": page(team(200)),
    "training_new": form(leads(200), leads(422)),
    "training": form(leads(200), leads(422), pk="training"),
    "organisations": page(leaders(200)),
    "organisations_csv": page(leaders(200)),
    "organisations_xlsx": page(leaders(200)),
    "organisation_new": form(leaders(200), leaders(422)),
    "organisation_doubles": page(city(200)),
    "organisation_double": form(city(200), city(ON), pk="organisation", other_pk="other_organisation"),
    "organisations_differ": button(city(ON), pk="organisation", other_pk="other_organisation"),
    "organisation": page(leaders(200), pk="organisation"),
    "organisation_change": form(leaders(200), leaders(422), pk="organisation"),
    "contact_new": form(leaders(200), leaders(422), pk="organisation"),
    "contact_change": form(leaders(200), leaders(422), pk="organisation", contact_pk="contact"),
    "contact_remove": button(leaders(ON), pk="organisation", contact_pk="contact"),
    "contact_note": form(leaders(200), leaders(422), pk="organisation"),
    "contact_step_done": button(leaders(ON), pk="organisation", note_pk="contact_note"),
    # For who has the link: it is the key.
    "agreement": Address(public(200), public(422), {"token": "agreement_request.token"}),
    "invitation": Address(public(200), public(422), {"token": "invitation.token"}),
    "money": page(leads(200)),
    "budget": page(leads(200)),
    "group_new": form(leads(200), leads(422)),
    "line_new": form(leads(200), leads(422), pk="budget_group"),
    "line_change": form(leads(200), leads(422), pk="line"),
    "line_leave_out": button(leads(ON), pk="line"),
    "line_remove": button(leads(ON), pk="line"),
    "contribution_new": form(leads(200), leads(422)),
    "contribution_receive": form(leads(200), leads(422), pk="contribution"),
    "contribution_withdraw": button(leads(ON), pk="contribution"),
    "expenses": page(leads(200)),
    "expenses_csv": page(leads(200)),
    "expenses_xlsx": page(leads(200)),
    "receipt_add": form(leads(200), leads(422), pk="expense"),
    "receipt": page(leads(200), pk="receipt"),
    "allowances": page(leads(200)),
    "allowance_new": form(leads(200), leads(422)),
    "allowance_approve": button(leads(ON), pk="allowance"),
    "allowance_refuse": form(leads(200), leads(422), pk="allowance"),
    "payments": page(leads(200)),
    "payment_start": button(leads(ON), means="=cash"),
    "payment_run": form(leads(200), leads(422), pk="payment_run"),
    "payment_list": page(leads(200), pk="payment_run"),
    "payment_file": page(leads(200), pk="bank_run"),
    "payment_cancel": button(leads(ON), pk="payment_run"),
    "settlement": page(leads(200)),
    "settlement_xlsx": page(leads(200)),
    "books_close": button(leads(ON)),
    "books_reopen": form(team(403, coordinator=200), team(403, coordinator=422)),
    "expense_new": form(leads(200), leads(422)),
    "expense_correct": form(leads(200), leads(422), pk="expense"),
    "agree": form(leads(200), leads(ON)),  # every amount may be left empty
    "publicity": page(team(200)),
    "publicity_contact": form(leads(200), leads(422)),
    "publicity_write": form(leads(200), leads(422), kind="=press"),
    "publicity_refresh": button(leads(ON), kind="=press"),
    "publicity_start_over": button(leads(ON), kind="=press"),
    "publicity_text": page(team(200), kind="=press"),
    "publicity_pdf": page(team(200), kind="=press"),
    "publicity_pdf_in": page(team(200), kind="=poster", language="=ar"),
    # For everybody, by the programme's own wish.
    "public_city": Address(public(200), public(405)),
    "public_district": Address(public(200), public(405), {"slug": "district"}),
    "public_district_picture": Address(public(200), public(405), {"slug": "district"}),
    "public_project": Address(public(200), public(405)),
    "public_project_in": Address(public(200), public(405), {"language": "=ar"}),
    "public_picture": Address(public(200), public(405)),
    "public_vacancy": Address(public(200), public(405)),
    "knowledge": page(any_team(200)),
    "knowledge_new": form(city(200), city(422)),
    "knowledge_preview": button(city(200)),
    "knowledge_book": page(any_team(200)),
    "knowledge_page": page(any_team(200), page="=stappenplan"),
    "knowledge_pdf": page(any_team(200), page="=stappenplan"),
    "knowledge_write": form(city(200), city(422), page="=stappenplan"),
    "knowledge_versions": page(any_team(200), page="=stappenplan"),
    "knowledge_version": page(any_team(200), page="=stappenplan", number="=1"),
    "knowledge_put_back": button(city(ON), page="=stappenplan", number="=1"),
    "report": page(leads(200)),
    "report_start": button(leads(ON)),
    "report_write": form(leads(200), leads(ON)),  # every text may be left empty
    "report_preview": button(leads(200), section="=results"),
    "report_figure": page(team(200), key="=participants.completed_old"),
    "report_finalise": form(leads(200), leads(ON)),
    "report_draft": page(leads(200)),
    "report_pdf": page(readers(200), version="final_report.version"),
    "report_xlsx": page(readers(200), version="final_report.version"),
    "city": page(city(200)),
    "city_ever": page(city(200)),
    "city_year": page(city(200), year="=2027"),
    "city_csv": page(city(200), year="=2027"),
    "city_xlsx": page(city(200), year="=2027"),
    "district": page(anybody(404, coordinator=200, official=200), slug="district"),
}
PARTICIPANTS = {
    "trail": page(city(200)),
    "consents": page(leads(200)),
    "consents_csv": page(leads(200)),
    "consents_xlsx": page(leads(200)),
    "consent_texts": page(leaders(200)),
    "trail_csv": page(city(200)),
    "trail_xlsx": page(city(200)),
    "trail_of": page(city(200), pk="participant.person_id"),
    "list": page(team(200)),
    "export_csv": page(leads(200)),
    "export_xlsx": page(leads(200)),
    "register": form(team(200), team(422)),
    "class_list": form(team(200), team(422)),
    "class_list_add": button(team(ON)),  # without a list that was looked at: back to choosing one
    "class_list_example": page(team(200)),
    "doubles": page(leads(200)),
    "double": form(leads(200), leads(422), pk="old_3", other_pk="interested"),
    "not_the_same": button(leads(ON), pk="old_3", other_pk="interested"),
    "detail": page(team(200), pk="participant"),
    "own_data_file": page(coordinator_only(200), pk="participant"),
    "own_data_zip": page(coordinator_only(200), pk="participant"),
    "data_request_done": button(coordinator_only(ON), pk="participant", kind="=copy"),
    "erase": form(coordinator_only(200), coordinator_only(422), pk="participant"),
    "stay": form(leads(ON), leads(ON), pk="participant"),  # who is not asked yet: back to their page
    "rehearsal": page(city(200)),
    "change": form(leads(200), leads(422), pk="participant"),
    "sign_up": form(team(200), team(422), pk="interested"),
    "withdraw": form(leads(200), leads(422), pk="participant"),
    "come_back": button(leads(ON), pk="participant"),
    "assign": button(leads(ON), pk="participant"),
    "decide": form(leads(200), leads(422), pk="participant"),
    "withhold": form(leads(200), leads(422), pk="old_1"),
    "certificate": page(leads(200), pk="old_1"),
    "mood_note": form(team(200, colleague=404), team(422, colleague=404), pk="old_1"),  # whose number one sees
    "mood_handled": button(team(ON, colleague=404), pk="old_1", mood_pk="mood"),
    "stop_wish": form(team(200, colleague=404), team(ON, colleague=404), pk="old_1"),  # without a reason is fine
    "wish_handled": button(leads(ON), pk="new_1"),
    "ambassador_wish": form(leads(200), leads(422), pk="new_1"),
    "ambassador_ask": button(team(ON), pk="old_1"),
    "ambassador_wants": button(team(ON), pk="old_1"),
    "ambassador_not_now": button(leads(ON), pk="new_1"),
    "own_data": form(team(200, colleague=404), team(422, colleague=404), pk="old_1"),
    "link": page(leads(200), pk="old_1"),
    "link_card": page(leads(200), pk="old_1"),
    "link_cards": page(leads(200)),
    "link_revoke": button(leads(ON), pk="old_1"),
    "link_renew": button(leads(ON), pk="old_1"),
    "consent_withdraw": button(team(ON, colleague=403), pk="old_1", kind="=country"),
    "give_place": button(leads(ON), pk="participant"),
    "recruitment": page(team(200)),
    "recruitment_csv": page(leads(200)),
    "recruitment_xlsx": page(leads(200)),
    "told": form(team(200), team(422)),
    "told_remove": button(team(ON, colleague=403), pk="told"),  # an ambassador's own
    "absent": page(team(200)),
    "absent_call": form(team(200, colleague=404), team(422, colleague=404), pk="absent"),  # whose number one sees
    "meeting_close": form(team(200), team(ON), pk="information_meeting"),
    "meeting_reopen": button(leads(ON), pk="information_meeting"),
    "attendance": page(team(200), pk="meeting"),
    "tick": button(team(ON), pk="meeting", participant_pk="participant"),
    "invite": form(leads(200), leads(422), pk="closing_meeting"),
    "invitations": page(team(200), pk="closing_meeting"),
    "invitations_remind": button(leads(ON), pk="closing_meeting"),
    "letters": page(leads(200), pk="closing_meeting"),
    "letters_posted": button(leads(ON), pk="closing_meeting"),
    "invitation_answer": button(team(ON), pk="closing_meeting", invitation_pk="invitation"),
    "dish_new": form(team(200), team(422), pk="closing_meeting"),
    "dish_remove": button(team(ON), pk="closing_meeting", dish_pk="dish"),
    "buffet": page(team(200), pk="closing_meeting"),
    "host_new": form(team(200), team(422), pk="closing_meeting"),
    "host_remove": button(team(ON), pk="closing_meeting", host_pk="host"),
    "meeting_photo_new": form(team(200), team(422), pk="meeting"),
    "concerns": page(coordinator_only(200)),
    "concern_report": form(team(200), team(422)),
    "concern": form(coordinator_only(200), coordinator_only(422), pk="concern"),
    "concern_people": form(coordinator_only(200), coordinator_only(422), pk="concern"),
    "concern_close": button(coordinator_only(ON), pk="concern"),
    "concern_keep": button(coordinator_only(ON), pk="concern", participant_pk="old_1"),
    "concern_again": form(coordinator_only(200), coordinator_only(422), pk="concern", participant_pk="old_1"),
    "claims": page(leads(200)),
    "claim_slip": page(team(200), language="=ar"),
    "claim_new": form(team(200), team(422)),
    "claim_approve": button(leads(ON), pk="claim"),
    "claim_refuse": form(leads(200), leads(422), pk="claim"),
    "claim_pay": button(leads(ON), pk="claim"),
    "certificates": page(leads(200)),
    "certificates_issue": button(leads(ON)),
    "certificates_print": button(leads(ON)),
    "signatories": form(leads(200), leads(ON)),  # nobody is an answer too: the lines stay open
    "certificates_arrange": button(leads(ON), way="=koppels"),
    "certificate_move": button(leads(ON), pk="certificate", direction="=omhoog"),
    "handing_out": page(team(200)),
    "certificate_tick": button(team(ON), pk="certificate"),
    "batch": page(leads(ON), pk="batch"),  # only a part of the page, for a script
    "batch_pdf": page(leads(200), pk="batch"),
    "certificate_check": Address(public(200), public(405), {"number": "certificate.number"}),
    "photos": page(team(200)),
    "photo_new": form(team(200), team(422)),
    "photo": form(leads(200), leads(422), pk="photo"),
    "photo_file": page(team(200), pk="photo"),
    "photo_choose": button(leads(ON), pk="photo"),
    "photo_remove": button(team(ON, colleague=403), pk="photo"),  # an ambassador's own
    "tablets": form(team(200), team(422)),
    "tablet_revoke": button(leads(ON), pk="tablet"),
    "parked_list": page(leads(200)),
    "parked": form(leads(200), leads(422), pk="parked"),
    "parked_drop": button(leads(ON), pk="parked"),
    "quick_entry": form(team(200), team(422)),
    "paper_form": page(team(200), language="=ar"),
    "copies": form(leads(200), leads(ON)),  # nobody ticked: nobody has a copy yet
    "inlay": page(team(200)),
    "copy": page(leads(200), pk="participant"),
    "evaluations": page(team(200)),
    "evaluation_on_tablet": form(team(ON), team(422), pk="old_1"),  # closed, as the report is final: back to the list
    "evaluation_on_paper": form(team(200), team(422)),
    "evaluation_paper": page(team(200), language="=ar"),
    "evaluation_thanks": page(team(200), language="=ar"),
    "evaluation_remarks": page(leads(200)),
    "translations": page(city(200)),
    "translation_review": form(city(200), city(422), language="=ar"),
    # A machine that is no tablet in registration mode.
    "tablet": Address(public(403), public(405)),
    "tablet_questions": Address(public(403), public(405), {"language": "=nl"}),
    "tablet_leave": Address(public(200), public(ON)),
    "tablet_worker": Address(public(200), public(405)),
    "tablet_manifest": Address(public(200), public(405)),
    "tablet_receive": Address(public(405), public(401)),
    "tablet_state": Address(public(405), public(401)),
    # For everybody, by the programme's own wish.
    "join": Address(public(200), public(405)),
    "join_language": Address(public(200), public(422), {"language": "=ar"}),
    "join_form": Address(public(200), public(422), {"language": "=nl"}),
    "join_draft": Address(public(405), public(204), {"language": "=nl"}),
    "join_done": Address(public(200), public(405), {"language": "=nl"}),
    # For who has the link: it is the key.
    "personal": Address(public(200), public(405), {"token": "link.token"}),
    "personal_claim": Address(public(200), public(422), {"token": "link.token"}),
    "personal_invitation": Address(public(200), public(422), {"token": "link.token", "pk": "closing_meeting"}),
    "personal_mood": Address(public(200), public(422), {"token": "link.token"}),
    "personal_concern": Address(public(200), public(422), {"token": "link.token"}),
    "personal_stop": Address(public(200), public(ON), {"token": "link.token"}),  # without a reason is fine
    "personal_data": Address(public(200), public(422), {"token": "link.token"}),
    "personal_ambassador": Address(public(405), public(ON), {"token": "link.token"}),
    "personal_copy": Address(public(200), public(405), {"token": "link.token"}),
    "personal_stay": Address(public(404), public(404), {"token": "link.token"}),  # who has a buddy is not asked
    "personal_ask": Address(public(200), public(ON), {"token": "link.token", "kind": "=copy"}),
    "personal_evaluation": Address(public(200), public(422), {"token": "link.token"}),
    "personal_evaluation_thanks": Address(public(200), public(405), {"token": "link.token"}),
    "personal_withdraw": Address(public(ON), public(ON), {"token": "link.token", "kind": "=photos"}),
}
MATCHING = {
    "list": page(team(200)),
    "make": form(team(200), team(422)),
    "weights": form(team(200), leads(422)),
    "apart": form(team(200), team(422)),
    "apart_lift": button(team(ON), pk="not_together"),
    "couple": page(team(200), pk="couple"),
    "of_participant": page(team(ON), pk="old_1"),
    "appointment": form(team(200), team(422), pk="couple"),
    "join": form(team(200), team(422), pk="couple"),
    "end": form(leads(200), leads(422), pk="couple"),
    "extend": button(leads(ON), pk="couple"),
    "wish": button(team(ON), pk="couple", member_pk="couple_member"),
    "pause": form(team(200), team(422), pk="couple"),
    "resume": form(team(200), team(422), pk="couple"),
    "separate": form(coordinator_only(200), coordinator_only(422), pk="concern"),
    "outing": form(team(200), team(422), pk="couple"),
    "outing_remove": button(team(ON, colleague=403), pk="couple", outing_pk="outing"),
    "next_appointment": form(team(200), team(422), pk="couple"),
    "card": form(team(200), team(422), pk="couple"),
    "card_pdf": page(team(200), pk="couple"),
    "cards": form(team(200), team(422)),
    "cards_pdf": page(team(200)),
    "personal_met": Address(public(ON), public(ON), {"token": "link.token"}),
    "personal_outing": Address(public(200), public(422), {"token": "link.token"}),
    "personal_outing_remove": Address(public(ON), public(404), {"token": "link.token", "pk": "outing"}),  # not mine
    "personal_appointment": Address(public(200), public(422), {"token": "link.token"}),
    "personal_calendar": Address(public(200), public(405), {"token": "link.token"}),
    "personal_going_on": Address(public(ON), public(404), {"token": "link.token"}),  # neither yes nor no
    "calls": page(team(200)),
    "call": form(team(200, colleague=404), team(422, colleague=404), pk="check_in"),  # an ambassador's own calls only
    "call_handle": form(leads(200), leads(422), pk="help_call"),
    "calls_hand_over": form(team(200), team(422)),
    "mix": form(team(ON), team(422), pk="meeting"),  # set up already: on to the first step
    "mix_present": page(team(200), pk="meeting"),
    "mix_mark": button(team(ON), pk="meeting", participant_pk="old_3", state="=here"),
    "mix_walk_in": form(team(200), team(422), pk="meeting"),
    "mix_helper": form(team(200), team(422), pk="meeting"),
    "mix_helper_remove": button(team(ON), pk="meeting", helper_pk="helper"),
    "mix_rounds": page(team(200), pk="meeting"),
    "mix_round": button(team(ON), pk="meeting", deed="=plannen"),
    "screen": page(team(200), pk="meeting"),
    "screen_state": page(team(200), pk="meeting"),
    "mix_choices": page(team(200), pk="meeting"),
    "mix_slips": form(team(200), team(422), pk="meeting"),
    "mix_sheet": page(team(200), pk="meeting", participant_pk="old_3"),
    "mix_sheet_done": button(team(ON), pk="meeting", participant_pk="old_3"),
    "mix_sheet_again": button(team(ON), pk="meeting", participant_pk="old_3"),
    "mix_choose": button(team(ON), pk="meeting", participant_pk="old_3", other_pk="new_3"),
    "mix_couples": page(team(200), pk="meeting"),
    "mix_propose": button(team(ON), pk="meeting", deed="=nieuw"),
    "mix_pair": button(team(ON), pk="meeting", new_pk="new_3", old_pk="old_3", deed="=vast"),
    "mix_confirm": button(team(ON), pk="meeting"),
    "mix_ready": page(team(200), pk="meeting"),
    "mix_tick": button(team(ON), pk="meeting", couple_pk="couple", what="=verteld"),
    "mix_hand": button(team(ON), pk="meeting", couple_pk="couple"),
    "mix_offer": form(team(200), team(ON), pk="meeting", member_pk="member"),  # offering nothing is fine
    "mix_pack": page(team(200), pk="meeting"),
    "mix_cards": page(team(200), pk="meeting"),
    "mix_contacts": page(team(200, colleague=404), pk="meeting"),  # an ambassador's own couples only
}
EXCURSIONS = {
    "programme": page(team(200)),
    "booklet_new": form(leads(200), leads(422)),
    "booklet": page(team(200), pk="booklet"),
    "booklet_pdf": page(team(200), pk="booklet", kind="=a5"),
    "booklet_order": button(leads(ON), pk="booklet"),
    "booklet_printed": button(leads(ON), pk="booklet"),
    "strip_move": button(leads(ON), pk="strip", direction="=omhoog"),
    "places": page(team(200)),
    "places_csv": page(team(200)),
    "places_xlsx": page(team(200)),
    "place_new": form(leads(200), leads(422)),
    "place": form(leads(200), leads(422), pk="place"),
    "place_picture": page(team(200), pk="place"),
    "excursion_new": form(leads(200), leads(422)),
    "excursion": page(team(200), pk="excursion"),
    "excursion_edit": form(leads(200), leads(422), pk="excursion"),
    "excursion_cancel": form(leads(200), leads(422), pk="excursion"),
    "sign_up": button(team(422), pk="excursion"),
    "attendance": page(team(200), pk="excursion"),
    "rest_absent": button(team(ON), pk="excursion"),
    "sign_in": page(team(200), pk="excursion"),
    "costs": form(leads(200), leads(ON), pk="excursion"),  # nothing paid yet is fine
    "pay_all": button(leads(ON), pk="excursion"),
    "book": button(leads(422), pk="excursion"),
    "cancel": button(team(ON), pk="signup"),
    "attended": button(team(ON), pk="signup"),
    "visits": page(team(200)),
    "visit_ask": form(team(200), team(422)),
    "visit": page(team(200), pk="visit"),
    "visit_arrange": form(team(200), team(422), pk="visit"),
    "visit_off": form(team(200), team(422), pk="visit"),
    "visit_told": button(team(ON), pk="visit"),
    "visit_done": button(team(ON), pk="visit"),
    "strips": form(team(200), team(422), pk="couple"),
    "strip_take_back": button(team(ON, colleague=403), pk="couple", use_pk="strip_use"),
    "personal_strip": Address(public(ON), public(ON), {"token": "link.token", "pk": "strip"}),
    "personal_strip_back": Address(public(ON), public(ON), {"token": "link.token", "pk": "strip"}),
    "personal_visit": Address(public(ON), public(ON), {"token": "link.token", "pk": "strip"}),  # asked already
    "personal_go": Address(public(ON), public(ON), {"token": "link.token", "pk": "excursion"}),
    "personal_cancel": Address(public(ON), public(ON), {"token": "link.token", "pk": "excursion"}),
}
_SENT_ON = public(ON)
SHARED = {
    "home": page(anybody(200, official=ON, foreign_official=ON)),
    "healthz": Address(public(200), public(405)),
    "readyz": Address(public(503), public(405)),  # nobody beats the heart in a test
    "readyz_web": Address(public(200), public(405)),
    "metrics": Address(public(404), public(405)),
    "privacy": Address(public(200), public(405)),
    "privacy_in": Address(public(200), public(405), {"language": "=ar"}),
    "privacy_pdf": Address(public(200), public(405), {"language": "=ar"}),
    # Development only: addresses that do not exist in production.
    "development_mailbox": Address(public(200), public(405)),
    "development_message": Address(public(404), public(405), {"name": "=none", "number": "=0"}),
}
# Those of allauth: what an account does about itself. Nobody signs up.
ACCOUNT = {
    "account_login": Address({**_SENT_ON, "anonymous": 200}, {**_SENT_ON, "anonymous": 200}),
    "account_logout": Address({**public(200), "anonymous": ON}, public(ON)),
    "account_inactive": Address(public(200), public(405)),
    "account_signup": Address({**_SENT_ON, "anonymous": 200}, {**_SENT_ON, "anonymous": 200}),
    "account_reauthenticate": form(anybody(200), anybody(200)),
    "account_email": form(anybody(404), anybody(404)),
    "account_email_verification_sent": Address(public(200), public(405)),
    "account_change_password": form(anybody(200), anybody(200)),
    "account_set_password": form(anybody(ON), anybody(ON)),
    "account_reset_password": Address(public(200), public(200)),
    "account_confirm_login_code": Address(public(ON), public(ON)),
    "account_confirm_email": Address(public(200), public(404), {"key": "=geen"}),
    "account_reset_password_from_key_done": Address(public(200), public(405)),
    "account_reset_password_from_key": Address(public(200), public(200), {"uidb36": "=1", "key": "=geen"}),
    "account_reset_password_done": Address(public(200), public(405)),
    "account_request_login_code": Address({**_SENT_ON, "anonymous": 200}, {**_SENT_ON, "anonymous": 200}),
    "account_own": page(anybody(200)),
    "account_end_others": button(anybody(ON)),
    "account_end_session": button(anybody(404), pk="=0"),
    "usersessions_list": form(anybody(404), anybody(404)),
    "mfa_list_webauthn": form(anybody(200), anybody(405)),
    "mfa_add_webauthn": form(anybody(ON), anybody(ON)),
    "mfa_reauthenticate_webauthn": form(anybody(ON), anybody(ON)),
    "mfa_remove_webauthn": form(anybody(ON), anybody(ON), pk="=0"),
    "mfa_edit_webauthn": form(anybody(ON), anybody(ON), pk="=0"),
    "mfa_index": form(anybody(200), anybody(405)),
    "mfa_authenticate": Address(public(ON), public(ON)),
    "mfa_reauthenticate": form(anybody(ON), anybody(ON)),
    "mfa_activate_totp": form(anybody(ON), anybody(ON)),  # who logged in long ago gives the password again
    "mfa_deactivate_totp": form(anybody(404), anybody(404)),
    "mfa_view_recovery_codes": form(anybody(404), anybody(405)),
    "mfa_generate_recovery_codes": form(anybody(ON), anybody(ON)),
    "mfa_download_recovery_codes": form(anybody(404), anybody(404)),
}
ADDRESSES: dict[str, Address] = {
    **{f"projects:{name}": address for name, address in PROJECTS.items()},
    **{f"participants:{name}": address for name, address in PARTICIPANTS.items()},
    **{f"matching:{name}": address for name, address in MATCHING.items()},
    **{f"excursions:{name}": address for name, address in EXCURSIONS.items()},
    **SHARED,
    **ACCOUNT,
}
# The web admin, by kind of page: what GET and POST answer the coordinator. Everybody else is refused there.
READ_ONLY_ADMIN: dict[str, tuple[Answer, Answer]] = {
    "changelist": (200, 200),
    "add": (403, 403),
    "change": (200, 403),
    "delete": (403, 403),
    "history": (200, 200),
}
REFERENCE_ADMIN: dict[str, tuple[Answer, Answer]] = {
    "changelist": (200, 200),
    "add": (200, 200),  # an empty form comes back with what is missing
    "change": (200, 200),
    "delete": (200, ON),
    "history": (200, 200),
}
ADMIN_SITE: dict[str, tuple[Answer, Answer]] = {
    "index": (200, 200),
    "app_list": (200, 200),
    "login": (403, 403),  # there is one log-in, and this is not it
    "logout": (405, 200),
    "password_change": (ON, ON),  # to the one page for it
    "password_change_done": (200, 405),
    "autocomplete": (403, 405),  # asks which model; without one it refuses
    "jsi18n": (200, 405),
    "view_on_site": (404, 404),
    "auth_user_password_change": (200, 200),
}
