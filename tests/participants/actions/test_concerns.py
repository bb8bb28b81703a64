"""A concern reaches the coordinator at once, is handled in steps that stay, and can keep somebody from matching."""

from datetime import timedelta
from smtplib import SMTPServerDisconnected

import pytest
from django.core.mail import EmailMessage

from mixen.accounts.models import User
from mixen.errors import DomainError
from participants import actions
from participants.attention import concerns_reported, unmatched_after_the_mix
from participants.models import Concern, ConcernMail, ConcernStep, Participant
from participants.recruiting.absent import absentees
from participants.tasks import send_concern_mails
from projects.models import Meeting
from projects.watching import look_at
from tests.conftest import NOW


def report(cast, **also):
    facts = {"project": cast.project, "words": "Samira durft niet meer.", "where": "couple", "by": cast.ambassador}
    return actions.report_concern(**{**facts, "about": [cast.samira], **also})


def keep(cast, concern, who):
    return actions.keep_from_matching(concern=concern, participant=who, by=cast.coordinator)


class TestReporting:
    def test_it_is_kept_as_it_was_said(self, cast):
        concern = Concern.objects.get(pk=report(cast).pk)
        assert (concern.words, concern.where, concern.reported_by) == (
            "Samira durft niet meer.",
            "couple",
            cast.ambassador,
        )
        assert (list(concern.about.all()), concern.reporter, concern.closed_at) == ([cast.samira], None, None)

    def test_what_a_participant_says_is_theirs(self, cast):
        concern = report(cast, reporter=cast.ans, by=None, about=[])
        assert (concern.reporter, concern.reported_by, concern.about.count()) == (cast.ans, None, 0)

    def test_a_button_pressed_twice_is_one_concern(self, cast, clock):
        first = report(cast)
        assert report(cast) == first
        others = [report(cast, about=[cast.ans]), report(cast, by=cast.leader), report(cast, words="Nu Ans ook.")]
        assert len({first, *others}) == Concern.objects.count() == 4
        clock.shift(timedelta(minutes=11))
        assert report(cast) != first

    def test_people_of_another_project_are_refused(self, cast):
        with pytest.raises(DomainError, match="ander project"):
            report(cast, project=cast.foreign)
        assert not Concern.objects.exists()
        assert not ConcernMail.objects.exists()


class TestTelling:
    def test_every_coordinator_gets_a_mail_that_names_nobody(self, cast, mailoutbox):
        second = User.objects.create_user("tweede@example.org", "een-wachtwoord", name="Tweede", is_coordinator=True)
        User.objects.create_user("weg@example.org", "x", name="Weg", is_coordinator=True, is_active=False)
        report(cast)
        assert send_concern_mails() == 2
        assert sorted(mail.to for mail in mailoutbox) == [[cast.coordinator.email], [second.email]]
        for mail in mailoutbox:
            text = f"{mail.subject} {mail.body}"
            for word in ("Samira", "Proefpersoon", "durft", "Ambassador", cast.project.name, cast.project.slug):
                assert word not in text
        assert send_concern_mails() == 0

    def test_who_reports_it_needs_no_mail(self, cast):
        report(cast, by=cast.coordinator)
        assert not ConcernMail.objects.exists()

    def test_the_queue_is_told_when_the_row_is_there(self, cast, monkeypatch, django_capture_on_commit_callbacks):
        told = []
        monkeypatch.setattr("participants.actions.concerns.enqueue", lambda task: told.append(task.name))
        with django_capture_on_commit_callbacks(execute=True):
            report(cast)
        assert told == ["participants.tasks.send_concern_mails"]

    def test_a_mail_that_was_refused_is_sent_later(self, cast, monkeypatch, mailoutbox, clock):
        report(cast)

        def fail(message):
            raise SMTPServerDisconnected

        with monkeypatch.context() as patched:
            patched.setattr(EmailMessage, "send", fail)
            assert send_concern_mails() == 0
        row = ConcernMail.objects.get()
        assert (row.failures, row.sent_at, row.given_up) == (1, None, "")
        clock.shift(timedelta(minutes=30))
        assert send_concern_mails() == 1
        assert len(mailoutbox) == 1

    def test_what_was_closed_meanwhile_is_not_mailed(self, cast, mailoutbox):
        concern = report(cast)
        actions.note_step(concern=concern, what="Gebeld.", by=cast.coordinator)
        actions.close_concern(concern=concern, by=cast.coordinator)
        assert send_concern_mails() == 0
        assert not mailoutbox

    def test_it_is_first_of_all_for_the_coordinator_and_hidden_from_the_leader(self, cast):
        report(cast)
        items = look_at([cast.project, cast.foreign], NOW.date(), cast.coordinator).items
        assert (items[0].title, items[0].urgent, items[0].project) == ("Er is een zorg gemeld", True, cast.project)
        assert "Samira" not in items[0].title + items[0].reason
        for user in (cast.leader, cast.ambassador, None):
            titles = [item.title for item in look_at([cast.project], NOW.date(), user).items]
            assert "Er is een zorg gemeld" not in titles

    def test_a_closed_one_asks_nothing(self, cast):
        concern = report(cast)
        actions.note_step(concern=concern, what="Gebeld.", by=cast.coordinator)
        actions.close_concern(concern=concern, by=cast.coordinator)
        assert list(concerns_reported([cast.project], NOW.date())) == []


class TestHandling:
    def test_steps_are_added_also_after_it_was_closed(self, cast):
        concern = report(cast)
        with pytest.raises(DomainError, match="Schrijf eerst op"):
            actions.close_concern(concern=concern, by=cast.coordinator)
        actions.note_step(concern=concern, what="Gebeld.", by=cast.coordinator)
        closed = actions.close_concern(concern=concern, by=cast.coordinator)
        assert closed.closed_at == NOW
        actions.note_step(concern=concern, what="Nog eens gebeld.", by=cast.coordinator)
        assert [step.what for step in concern.steps.all()] == ["Gebeld.", "Nog eens gebeld."]
        with pytest.raises(DomainError, match="al afgesloten"):
            actions.close_concern(concern=concern, by=cast.coordinator)

    def test_a_step_that_is_sent_twice_is_one(self, cast, clock):
        concern = report(cast)
        first = actions.note_step(concern=concern, what="Gebeld.", by=cast.coordinator)
        assert actions.note_step(concern=concern, what="Gebeld.", by=cast.coordinator) == first
        actions.note_step(concern=concern, what="Gebeld.", by=cast.leader)
        actions.note_step(concern=concern, what="Bezocht.", by=cast.leader)
        clock.shift(timedelta(minutes=11))
        actions.note_step(concern=concern, what="Bezocht.", by=cast.leader)
        assert [step.what for step in concern.steps.all()] == ["Gebeld.", "Gebeld.", "Bezocht.", "Bezocht."]

    def test_people_are_named_beside_who_was_named(self, cast):
        concern = report(cast)
        actions.name_people(concern=concern, about=[cast.ans], by=cast.coordinator)
        assert set(concern.about.all()) == {cast.samira, cast.ans}
        foreign = Participant(project=cast.foreign, person=cast.ans.person, side="old")
        foreign.save()
        with pytest.raises(DomainError, match="ander project"):
            actions.name_people(concern=concern, about=[foreign], by=cast.coordinator)


class TestKeepingFromMatching:
    def test_it_is_noted_and_lifted_with_a_reason(self, cast):
        concern = report(cast)
        keep(cast, concern, cast.samira)
        assert Participant.objects.get(pk=cast.samira.pk).not_matched_since == NOW.date()
        with pytest.raises(DomainError, match="wordt al niet gekoppeld"):
            keep(cast, concern, cast.samira)
        actions.match_again(concern=concern, participant=cast.samira, why="We spraken elkaar.", by=cast.coordinator)
        assert Participant.objects.get(pk=cast.samira.pk).not_matched_since is None
        with pytest.raises(DomainError, match="kan al gekoppeld"):
            actions.match_again(concern=concern, participant=cast.samira, why="Nog eens.", by=cast.coordinator)
        assert [step.what for step in ConcernStep.objects.all()] == [
            "Samira wordt voorlopig niet gekoppeld.",
            "Samira kan weer gekoppeld worden. We spraken elkaar.",
        ]

    def test_a_form_that_was_open_meanwhile_does_not_lift_it(self, cast):
        opened = Participant.objects.select_related("person").get(pk=cast.samira.pk)
        keep(cast, report(cast), cast.samira)
        actions.change_person(participant=opened, person={}, part={"brings": "thee"}, by=cast.leader)
        row = Participant.objects.get(pk=cast.samira.pk)
        assert (row.brings, row.not_matched_since) == ("thee", NOW.date())

    def test_who_is_kept_belongs_to_the_concern(self, cast):
        concern = report(cast, about=[])
        keep(cast, concern, cast.willem)
        assert list(concern.about.all()) == [cast.willem]

    def test_it_holds_in_every_project_of_the_same_person(self, cast):
        elsewhere = Participant(
            project=cast.foreign, person=cast.samira.person, side="new", status="signed_up", signed_up_on=NOW.date()
        )
        elsewhere.save()
        concern = report(cast)
        keep(cast, concern, cast.samira)
        assert elsewhere not in cast.foreign.participants.unmatched()
        actions.match_again(concern=concern, participant=cast.samira, why="Het is goed.", by=cast.coordinator)
        assert elsewhere in cast.foreign.participants.unmatched()

    def test_nobody_counts_invites_or_calls_who_is_kept(self, cast, clock):
        mix = cast.project.meetings.get(kind=Meeting.Kind.MIX)
        actions.note_attendance(meeting=mix, participant=cast.samira, present=True, by=cast.ambassador)
        actions.note_attendance(meeting=mix, participant=cast.tesfay, present=False, by=cast.ambassador)
        tomorrow = NOW.date() + timedelta(days=1)
        (item,) = unmatched_after_the_mix([cast.project], tomorrow)
        assert item.mark == "1"
        clock.shift(timedelta(days=1))
        assert cast.tesfay in [row.participant for row in absentees([cast.project])]
        concern = report(cast)
        for somebody in (cast.samira, cast.tesfay):
            keep(cast, concern, somebody)
        assert list(unmatched_after_the_mix([cast.project], tomorrow)) == []
        assert cast.tesfay not in [row.participant for row in absentees([cast.project])]
        assert set(cast.project.participants.unmatched()).isdisjoint({cast.samira, cast.tesfay})
