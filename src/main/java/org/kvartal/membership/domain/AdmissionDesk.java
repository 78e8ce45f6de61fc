package org.kvartal.membership.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Correspondence;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.mail.Recipient;
import org.kvartal.membership.Admissions;
import org.kvartal.membership.ApplicationId;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MembershipRights;
import org.kvartal.membership.domain.ApplicationLetters.Welcome;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where the house lets in and lets go: asks for rights, and hands on to whoever does it. */
@Component
@Transactional
class AdmissionDesk implements Admissions {

    private final Answers answers;
    private final OfficeQueue queue;
    private final Dossiers dossiers;
    private final Admitting admitting;
    private final Departures departures;
    private final MemberRepository members;
    private final MandateReads mandates;
    private final ApplicationLetters letters;
    private final Correspondence correspondence;
    private final Permissions permissions;

    AdmissionDesk(
            Answers answers,
            OfficeQueue queue,
            Dossiers dossiers,
            Admitting admitting,
            Departures departures,
            MemberRepository members,
            MandateReads mandates,
            ApplicationLetters letters,
            Correspondence correspondence,
            Permissions permissions) {
        this.answers = answers;
        this.queue = queue;
        this.dossiers = dossiers;
        this.admitting = admitting;
        this.departures = departures;
        this.members = members;
        this.mandates = mandates;
        this.letters = letters;
        this.correspondence = correspondence;
        this.permissions = permissions;
    }

    @Override
    public void take(Asker by, ApplicationId application, long version) {
        answers.take(by, application, version);
    }

    @Override
    public Optional<QueueRow> takeNext(Asker by) {
        return answers.takeNext(by);
    }

    @Override
    public void askMore(Asker by, ApplicationId application, long version, String question) {
        answers.askMore(by, application, version, question);
    }

    @Override
    public void decline(Asker by, ApplicationId application, long version, String reason) {
        answers.decline(by, application, version, reason);
    }

    @Override
    public MemberId approve(Asker by, ApplicationId application, long version) {
        return answers.approve(by, application, version);
    }

    @Override
    public void ignoreDuplicate(Asker by, ApplicationId application, UUID other) {
        answers.tellApart(by, application, other);
    }

    @Override
    @Transactional(readOnly = true)
    public Queue queue(Asker asker, QueueFilter filter, @Nullable String key, int limit) {
        permissions.check(asker, MembershipRights.READ_APPLICATIONS, Scope.PLATFORM);
        return queue.page(filter, asker.person().orElse(null), key, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public long waiting(Asker asker) {
        permissions.check(asker, MembershipRights.READ_APPLICATIONS, Scope.PLATFORM);
        return queue.waiting();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Dossier> open(Asker asker, long number) {
        return dossiers.open(asker, number);
    }

    @Override
    @Transactional(readOnly = true)
    public List<QueueRow> requests(Asker asker, MemberId association) {
        if (!mandates.isPrimary(asker, association)) {
            permissions.check(asker, MembershipRights.READ_APPLICATIONS, Scope.PLATFORM);
        }
        return queue.requests(association);
    }

    @Override
    public MemberId admit(Asker by, NewMember member) {
        permissions.check(by, MembershipRights.ADMIT, Scope.PLATFORM);
        return admitting.admit(by, member);
    }

    @Override
    public void sendWelcome(Asker by, MemberId id) {
        permissions.check(by, MembershipRights.ADMIT, Scope.PLATFORM);
        Member member = members.findById(id.value()).orElseThrow(NotFound::new);
        PersonId person = member.person().orElseThrow(NotFound::new);
        Recipient to =
                correspondence.recipient(person).orElseThrow(() -> Refused.because("membership.refused.no-address"));
        letters.welcome(to, person, id, member.name(), Welcome.PERSON);
    }

    @Override
    public boolean takeBack(Asker by, MemberId member) {
        permissions.check(by, MembershipRights.ADMIT, Scope.PLATFORM);
        return admitting.takeBack(by, member);
    }

    @Override
    public Instant leave(Asker by, MemberId member, ZoneId zone) {
        return departures.leave(by, member, zone);
    }

    @Override
    public void stay(Asker by, MemberId member) {
        departures.stay(by, member);
    }

    @Override
    public void terminate(Asker by, MemberId member, String reason) {
        departures.terminate(by, member, reason);
    }
}
