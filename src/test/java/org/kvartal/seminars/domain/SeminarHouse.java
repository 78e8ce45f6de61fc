package org.kvartal.seminars.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kvartal.TurnableClock;
import org.kvartal.accounts.Role;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.membership.Belonging;
import org.kvartal.membership.CopiedLetters;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.RepresentationKind;
import org.kvartal.notifications.Inbox;
import org.kvartal.seminars.CertificateRule;
import org.kvartal.seminars.Certificates;
import org.kvartal.seminars.CheckIn;
import org.kvartal.seminars.Materials;
import org.kvartal.seminars.Presence;
import org.kvartal.seminars.RegistrationId;
import org.kvartal.seminars.RegistrationMode;
import org.kvartal.seminars.RegistrationState;
import org.kvartal.seminars.Registrations;
import org.kvartal.seminars.Registrations.Colleague;
import org.kvartal.seminars.Registrations.NewRegistration;
import org.kvartal.seminars.Registrations.Place;
import org.kvartal.seminars.SeminarDesk;
import org.kvartal.seminars.SeminarDesk.Day;
import org.kvartal.seminars.SeminarDesk.NewSeminar;
import org.kvartal.seminars.SeminarDesk.SeminarContent;
import org.kvartal.seminars.SeminarFeedback;
import org.kvartal.seminars.SeminarId;
import org.kvartal.seminars.SeminarState;
import org.kvartal.seminars.Seminars;
import org.kvartal.seminars.Seminars.SeminarCard;
import org.kvartal.seminars.Seminars.SeminarPage;
import org.kvartal.tasks.Tasks;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.transaction.support.TransactionTemplate;

/** A house with a lead who teaches, an office of two, and people and associations that want to learn. */
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@Import({SqlCounter.class, CopiedLetters.class, TurnableClock.Hands.class, Belonging.class})
@TestInstance(Lifecycle.PER_METHOD)
abstract class SeminarHouse {

    static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");
    static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    SeminarDesk desk;

    @Autowired
    Seminars seminars;

    @Autowired
    Registrations registrations;

    @Autowired
    CheckIn checkIn;

    @Autowired
    SeminarFeedback feedback;

    @Autowired
    Certificates certificates;

    @Autowired
    Materials materials;

    @Autowired
    SeminarTimes times;

    @Autowired
    Belonging belonging;

    @Autowired
    CopiedLetters letters;

    @Autowired
    Inbox inbox;

    @Autowired
    Tasks tasks;

    @Autowired
    TurnableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    Asker lead;
    Asker officer;
    Asker second;
    Asker member;

    @BeforeEach
    void thereIsATeam() {
        lead = person("Lena Lead", Role.FACILITATOR);
        officer = person("Olga Officer", Role.OFFICER);
        second = person("Sava Second", Role.OFFICER);
        member = person("Mila Member", Role.MEMBER);
    }

    Asker person(String name, Role... roles) {
        return Asker.of(belonging.person(name, roles));
    }

    static LocalizedText en(String text) {
        return LocalizedText.of(Language.EN, text);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SOFIA);
    }

    /** A draft of one day, ten days ahead. */
    SeminarId begun(String title, int capacity) {
        SeminarId id = SeminarId.next();
        desk.begin(lead, frame(id, title, capacity));
        return id;
    }

    NewSeminar frame(SeminarId id, String title, int capacity) {
        return new NewSeminar(
                id,
                en(title),
                today().plusDays(10),
                LocalTime.of(10, 0),
                LocalTime.of(16, 0),
                SOFIA,
                "Letterpress hall",
                capacity,
                null);
    }

    /** One for which people may register now. */
    SeminarId opened(int capacity) {
        return opened(capacity, content -> content);
    }

    SeminarId opened(int capacity, UnaryOperator<Wishes> wishes) {
        SeminarId id = begun("Bookkeeping for studios", capacity);
        change(id, wishes);
        desk.publish(lead, id, version(id));
        desk.openRegistration(lead, id, version(id));
        return id;
    }

    /** What a test wants to be otherwise than at first. */
    record Wishes(
            RegistrationMode mode,
            int capacity,
            @Nullable Integer perAssociation,
            int offerHours,
            @Nullable LocalDateTime withdrawUntil,
            CertificateRule rule) {

        Wishes mode(RegistrationMode other) {
            return new Wishes(other, capacity, perAssociation, offerHours, withdrawUntil, rule);
        }

        Wishes capacity(int other) {
            return new Wishes(mode, other, perAssociation, offerHours, withdrawUntil, rule);
        }

        Wishes perAssociation(@Nullable Integer other) {
            return new Wishes(mode, capacity, other, offerHours, withdrawUntil, rule);
        }

        Wishes offerHours(int other) {
            return new Wishes(mode, capacity, perAssociation, other, withdrawUntil, rule);
        }

        Wishes withdrawUntil(LocalDateTime other) {
            return new Wishes(mode, capacity, perAssociation, offerHours, other, rule);
        }

        Wishes rule(CertificateRule other) {
            return new Wishes(mode, capacity, perAssociation, offerHours, withdrawUntil, other);
        }
    }

    void change(SeminarId id, UnaryOperator<Wishes> wishes) {
        SeminarContent now = page(lead, id).content();
        Wishes wished = wishes.apply(new Wishes(
                now.mode(), now.capacity(), now.perAssociation(), now.offerHours(), now.withdrawUntil(), now.rule()));
        desk.change(
                lead,
                id,
                version(id),
                new SeminarContent(
                        now.title(),
                        now.about(),
                        now.programme(),
                        now.languages(),
                        Set.of("design"),
                        now.hours(),
                        wished.mode(),
                        wished.capacity(),
                        now.minimum(),
                        now.goNoGoOn(),
                        wished.perAssociation(),
                        wished.offerHours(),
                        now.opens(),
                        now.closes(),
                        wished.withdrawUntil(),
                        now.zone(),
                        now.place(),
                        now.city(),
                        "https://meet.example.org/room",
                        wished.rule()));
    }

    SeminarCard card(SeminarId id) {
        return Objects.requireNonNull(seminars.cards(officer, List.of(id)).get(id));
    }

    SeminarPage page(Asker asker, SeminarId id) {
        return seminars.find(asker, card(id).slug()).orElseThrow();
    }

    Place place(Asker asker, SeminarId id) {
        return Objects.requireNonNull(page(asker, id).mine());
    }

    long version(SeminarId id) {
        return card(id).version();
    }

    Day day(SeminarId id) {
        return page(lead, id).days().getFirst();
    }

    RegistrationId registered(Asker asker, SeminarId seminar) {
        return registered(asker, seminar, null);
    }

    RegistrationId registered(Asker asker, SeminarId seminar, @Nullable MemberId association) {
        RegistrationId id = RegistrationId.next();
        var _ = registrations.register(asker, new NewRegistration(id, seminar, association, Map.of()));
        return id;
    }

    RegistrationState state(RegistrationId id) {
        return jdbc.sql("SELECT state FROM seminar_registration WHERE id = :id")
                .param("id", id.value())
                .query((row, _) -> RegistrationState.valueOf(row.getString("state")))
                .single();
    }

    /** An association and somebody who represents it. */
    MemberCard association(String name, Asker representative) {
        MemberCard association = belonging.member(MemberKind.ASSOCIATION, name, null);
        var _ = belonging.mandate(association, representative.requirePerson(), RepresentationKind.PRIMARY);
        return association;
    }

    /** Somebody without an account whom others have registered. */
    RegistrationId colleague(Asker by, SeminarId seminar, String email, @Nullable MemberId association) {
        RegistrationId id = RegistrationId.next();
        registrations.registerColleague(
                by, new Colleague(id, seminar, "Коля Коллега", email, Language.RU, association));
        return id;
    }

    /** The secret of the link in the newest letter to somebody. */
    String token(String email) {
        return String.valueOf(letters.to(email).getLast().button()).replaceAll(".*/place/([^?]+).*", "$1");
    }

    /** Turns the clock to some time before or after the seminar begins. */
    void turnTo(SeminarId id, Duration afterBeginning) {
        SeminarCard card = card(id);
        clock.turn(Duration.between(
                clock.instant(), card.starts().atZone(card.zone()).toInstant().plus(afterBeginning)));
    }

    /** Lets the hours of the seminar come, and what comes with them. */
    void running(SeminarId id) {
        turnTo(id, Duration.ofMinutes(1));
        times.passOn();
        times.goOn();
        assertThat(card(id).state()).isEqualTo(SeminarState.RUNNING);
    }

    void finished(SeminarId id) {
        turnTo(id, Duration.ofHours(7));
        desk.finish(lead, id, version(id));
    }

    /** Somebody who was there from the beginning to the end. */
    RegistrationId attended(SeminarId id, Asker person) {
        RegistrationId registration = registered(person, id);
        running(id);
        checkIn.mark(lead, registration, day(id).id(), Presence.PRESENT);
        return registration;
    }

    List<String> owes(Asker person) {
        return tasks.owed(person, 500).stream().map(line -> line.key()).toList();
    }

    /** Waits until a notice that says so stands in somebody's inbox. */
    void isTold(Asker person, String part) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                inbox.newest(person, Language.EN, null, 50).lines())
                        .anySatisfy(line -> assertThat(line.text().title()).contains(part)));
    }
}
