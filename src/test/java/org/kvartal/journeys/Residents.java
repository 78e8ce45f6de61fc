package org.kvartal.journeys;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import org.kvartal.accounts.Arrivals;
import org.kvartal.accounts.Arrivals.Newcomer;
import org.kvartal.accounts.Arrivals.SignIn;
import org.kvartal.accounts.Grant;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.discussions.Conversations;
import org.kvartal.discussions.Conversations.NewPost;
import org.kvartal.discussions.Conversations.NewSpace;
import org.kvartal.discussions.Conversations.NewThread;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.DiscussionsPages;
import org.kvartal.discussions.PostId;
import org.kvartal.discussions.SpaceId;
import org.kvartal.discussions.ThreadId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.Admissions;
import org.kvartal.membership.Admissions.NewMember;
import org.kvartal.membership.MandateId;
import org.kvartal.membership.Mandates;
import org.kvartal.membership.Mandates.GivenMandate;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.RepresentationKind;
import org.springframework.boot.test.context.TestComponent;

/** Brings the people, spaces and threads that a journey begins with into the house. */
@TestComponent
class Residents {

    private static final Asker HOUSE = Asker.house("journeys");
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Arrivals arrivals;
    private final Grants grants;
    private final Conversations conversations;
    private final Admissions admissions;
    private final Mandates mandates;
    private final Clock clock;

    Residents(
            Arrivals arrivals,
            Grants grants,
            Conversations conversations,
            Admissions admissions,
            Mandates mandates,
            Clock clock) {
        this.arrivals = arrivals;
        this.grants = grants;
        this.conversations = conversations;
        this.admissions = admissions;
        this.mandates = mandates;
        this.clock = clock;
    }

    record Resident(PersonId id, String name, String email, String password, Language language) {}

    /** A member whom no other journey knows. */
    Resident member(String name, Language language) {
        return resident(name, language, Role.MEMBER);
    }

    /** Somebody who may change what others wrote. */
    Resident facilitator(String name, Language language) {
        return resident(name, language, Role.FACILITATOR);
    }

    /** Somebody of the office. */
    Resident officer(String name, Language language) {
        return resident(name, language, Role.OFFICER);
    }

    /** Somebody who keeps the system. */
    Resident administrator(String name, Language language) {
        return resident(name, language, Role.ADMINISTRATOR);
    }

    private Resident resident(String name, Language language, Role role) {
        int number = COUNT.incrementAndGet();
        Resident resident = new Resident(
                PersonId.next(), name, "resident-" + number + "@example.org", "seven geese " + number, language);
        arrivals.bring(
                HOUSE,
                new Newcomer(
                        resident.id(),
                        name,
                        language,
                        ZoneId.of("Europe/Sofia"),
                        new SignIn(resident.email(), resident.password())));
        grants.give(
                HOUSE,
                new Grant(resident.id(), role, Scope.PLATFORM, clock.instant().minus(Duration.ofDays(1)), null));
        return resident;
    }

    /** An association whose primary representative is this resident. */
    MemberId association(String name, Resident primary) {
        MemberId association = admissions.admit(
                HOUSE,
                NewMember.of(
                        MemberId.next(), MemberKind.ASSOCIATION, LocalizedText.of(primary.language(), name), null));
        represents(primary, association, RepresentationKind.PRIMARY);
        return association;
    }

    /** Lets a resident act for an association from now on. */
    MandateId represents(Resident resident, MemberId association, RepresentationKind kind) {
        MandateId mandate = MandateId.next();
        mandates.give(HOUSE, new GivenMandate(mandate, association, resident.id(), kind, null, null));
        return mandate;
    }

    /** Ends a mandate, as a primary representative may. */
    void end(MandateId mandate, Resident primary) {
        mandates.end(Asker.of(primary.id()), mandate, "The board is another one now.");
    }

    /** A space that everybody may read. */
    SpaceId space(String name) {
        SpaceId id = SpaceId.next();
        conversations.open(
                HOUSE,
                new NewSpace(
                        id,
                        "space-" + COUNT.incrementAndGet(),
                        LocalizedText.of(Language.EN, name),
                        null,
                        Visibility.PUBLIC));
        return id;
    }

    /**
     * A thread whose posts one resident wrote.
     *
     * @return its path in the workspace
     */
    String thread(Resident by, String title, String... posts) {
        ThreadId thread = ThreadId.next();
        long number = conversations.start(
                Asker.of(by.id()),
                new NewThread(thread, space("Around " + title), PostId.next(), title, posts[0], by.language(), null));
        for (int i = 1; i < posts.length; i++) {
            conversations.post(Asker.of(by.id()), new NewPost(PostId.next(), thread, posts[i], by.language(), null));
        }
        return DiscussionsPages.inWorkspace(number);
    }
}
