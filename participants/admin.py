from django.contrib import admin

from mixen.admin import ReadOnlyAdmin, ReferenceAdmin
from participants.models import (
    AbsenceCall,
    AmbassadorWish,
    Attendance,
    Certificate,
    CertificateBatch,
    Claim,
    Concern,
    ConcernMail,
    ConcernStep,
    Consent,
    ConsentText,
    CopyMail,
    DataRequest,
    DiscardedFile,
    Dish,
    ErasedRegistration,
    Evaluation,
    Host,
    Interest,
    Invitation,
    Language,
    LanguageReview,
    Message,
    Mood,
    NotTheSame,
    Parked,
    Participant,
    Person,
    PersonalLink,
    Photo,
    RegistrationDraft,
    Signatory,
    Signature,
    StopWish,
    Tablet,
    Told,
)


@admin.register(Language)
class LanguageAdmin(ReferenceAdmin):
    """What people chose stays: rename an entry instead of deleting it."""

    list_display = ["name", "code"]
    search_fields = ["name", "code"]

    def has_delete_permission(self, request, obj=None):  # type: ignore[no-untyped-def]
        return False


@admin.register(Interest)
class InterestAdmin(ReferenceAdmin):
    """What people chose stays: rename an entry instead of deleting it."""

    list_display = ["name", "key"]
    search_fields = ["name"]

    def has_delete_permission(self, request, obj=None):  # type: ignore[no-untyped-def]
        return False


@admin.register(ConsentText)
class ConsentTextAdmin(ReferenceAdmin):
    """A text somebody agreed to is never rewritten: add a new version instead."""

    list_display = ["kind", "version", "language"]
    list_filter = ["kind", "language"]
    search_fields = ["body"]

    def has_change_permission(self, request, obj=None):  # type: ignore[no-untyped-def]
        return obj is None or not obj.consents.exists()

    def has_delete_permission(self, request, obj=None):  # type: ignore[no-untyped-def]
        return obj is not None and not obj.consents.exists()


@admin.register(Person)
class PersonAdmin(ReadOnlyAdmin):
    list_display = ["name", "own_script_name"]
    list_filter = ["has_stadspas"]
    search_fields = ["name", "call_name", "own_script_name"]
    read_fields = ("phone", "email", "street")


@admin.register(Participant)
class ParticipantAdmin(ReadOnlyAdmin):
    list_display = ["person", "project", "side", "status", "ambassador"]
    list_filter = ["side", "status", "project"]
    search_fields = ["person__name", "project__name"]


@admin.register(Consent)
class ConsentAdmin(ReadOnlyAdmin):
    list_display = ["participant", "kind", "given_at", "withdrawn_at"]
    list_filter = ["kind"]
    search_fields = ["participant__person__name"]


@admin.register(Attendance)
class AttendanceAdmin(ReadOnlyAdmin):
    list_display = ["participant", "meeting", "present"]
    list_filter = ["present", "meeting__kind", "meeting__project"]
    search_fields = ["participant__person__name"]


@admin.register(Claim)
class ClaimAdmin(ReadOnlyAdmin):
    list_display = ["participant", "kind", "amount", "status", "spent_on"]
    list_filter = ["status", "kind", "participant__project"]
    search_fields = ["participant__person__name"]
    exclude = ["iban", "account_holder"]


@admin.register(Certificate)
class CertificateAdmin(ReadOnlyAdmin):
    list_display = ["number", "participant", "issued_on"]
    list_filter = ["participant__project"]
    search_fields = ["number", "participant__person__name"]


@admin.register(CertificateBatch)
class CertificateBatchAdmin(ReadOnlyAdmin):
    list_display = ["project", "state", "done", "total", "asked_at"]
    list_filter = ["state"]
    search_fields = ["project__name"]


@admin.register(LanguageReview)
class LanguageReviewAdmin(ReadOnlyAdmin):
    list_display = ["language", "read_by", "read_on"]


@admin.register(Signature)
class SignatureAdmin(ReadOnlyAdmin):
    list_display = ["participant", "language", "given_at"]
    list_filter = ["language"]
    exclude = ["strokes"]


@admin.register(Tablet)
class TabletAdmin(ReadOnlyAdmin):
    list_display = ["name", "project", "opened_by", "opened_at", "waiting", "revoked_at"]
    list_filter = ["project"]
    exclude = ["pin", "token_mark"]


@admin.register(Parked)
class ParkedAdmin(ReadOnlyAdmin):
    list_display = ["project", "why", "received_at", "outcome"]
    list_filter = ["why", "outcome", "project"]


@admin.register(ErasedRegistration)
class ErasedRegistrationAdmin(ReadOnlyAdmin):
    list_display = ["key", "erased_on", "why"]
    list_filter = ["why"]


@admin.register(DiscardedFile)
class DiscardedFileAdmin(ReadOnlyAdmin):
    list_display = ["name", "discarded_at"]


@admin.register(DataRequest)
class DataRequestAdmin(ReadOnlyAdmin):
    list_display = ["participant", "kind", "asked_at", "handled_at"]
    list_filter = ["kind"]


@admin.register(RegistrationDraft)
class RegistrationDraftAdmin(ReadOnlyAdmin):
    """Only that there is one: what somebody typed and did not send is theirs."""

    list_display = ["project", "language", "touched_at"]
    exclude = ["answers", "token"]


@admin.register(PersonalLink)
class PersonalLinkAdmin(ReadOnlyAdmin):
    list_display = ["participant", "revoked_at"]
    exclude = ["nonce"]


@admin.register(Told)
class ToldAdmin(ReadOnlyAdmin):
    list_display = ["project", "channel", "organisation", "people", "on"]
    list_filter = ["channel", "project"]


@admin.register(AbsenceCall)
class AbsenceCallAdmin(ReadOnlyAdmin):
    list_display = ["participant", "meeting", "outcome", "called_at"]
    list_filter = ["outcome"]


@admin.register(CopyMail)
class CopyMailAdmin(ReadOnlyAdmin):
    list_display = ["participant", "sent_at", "failures"]


@admin.register(NotTheSame)
class NotTheSameAdmin(ReadOnlyAdmin):
    list_display = ["first", "second", "by", "at"]


@admin.register(Signatory)
class SignatoryAdmin(ReadOnlyAdmin):
    list_display = ["name", "role", "project"]
    list_filter = ["project"]


@admin.register(Photo)
class PhotoAdmin(ReadOnlyAdmin):
    list_display = ["alt", "project", "in_report", "added_at"]
    list_filter = ["in_report", "project"]
    exclude = ["file"]


@admin.register(Message)
class MessageAdmin(ReadOnlyAdmin):
    list_display = ["participant", "kind", "send_at", "sent_at", "channel", "failures"]
    list_filter = ["kind", "channel"]


@admin.register(Concern)
class ConcernAdmin(ReadOnlyAdmin):
    """That there is one; what it says is read on its own page, where reading is recorded."""

    list_display = ["project", "where", "reported_at", "closed_at"]
    list_filter = ["project"]
    fields = ["project", "where", "reported_at", "closed_at"]


@admin.register(ConcernStep)
class ConcernStepAdmin(ReadOnlyAdmin):
    list_display = ["concern", "done_by", "done_at"]
    fields = ["concern", "done_by", "done_at"]


@admin.register(ConcernMail)
class ConcernMailAdmin(ReadOnlyAdmin):
    list_display = ["user", "sent_at", "failures", "given_up"]


@admin.register(Mood)
class MoodAdmin(ReadOnlyAdmin):
    list_display = ["participant", "face", "said_at"]
    list_filter = ["face"]


@admin.register(StopWish)
class StopWishAdmin(ReadOnlyAdmin):
    list_display = ["participant", "said_at", "handled_at"]


@admin.register(Evaluation)
class EvaluationAdmin(ReadOnlyAdmin):
    """Who answered is shown, the answers are not: they are read in the report, with small numbers protected."""

    list_display = ["participant", "via", "answered_at"]
    list_filter = ["via", "participant__project"]
    fields = ["participant", "via", "answered_at"]


@admin.register(Invitation)
class InvitationAdmin(ReadOnlyAdmin):
    list_display = ["participant", "meeting", "way", "sent_at", "answer"]
    list_filter = ["way", "answer", "meeting__kind", "meeting__project"]
    search_fields = ["participant__person__name"]


@admin.register(Dish)
class DishAdmin(ReadOnlyAdmin):
    list_display = ["what", "meeting"]
    list_filter = ["meeting__project"]
    search_fields = ["what"]


@admin.register(Host)
class HostAdmin(ReadOnlyAdmin):
    list_display = ["participant", "meeting", "task"]
    list_filter = ["meeting__project"]


@admin.register(AmbassadorWish)
class AmbassadorWishAdmin(ReadOnlyAdmin):
    list_display = ["participant", "asked_at", "answer", "answered_at", "outcome", "handled_at"]
    list_filter = ["answer", "outcome", "participant__project"]
