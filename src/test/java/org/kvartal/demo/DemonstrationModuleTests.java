package org.kvartal.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Correspondence;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.TrialAccounts;
import org.kvartal.accounts.TrialAccounts.TrialAccount;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.DirectoryFilter;
import org.kvartal.alliance.EntryCard;
import org.kvartal.alliance.EntryKind;
import org.kvartal.calendar.Calendar;
import org.kvartal.calendar.CalendarEvent;
import org.kvartal.calendar.OutsideEvents;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.Threads;
import org.kvartal.discussions.Threads.Around;
import org.kvartal.discussions.Threads.PostLine;
import org.kvartal.discussions.Threads.SpaceCard;
import org.kvartal.discussions.Threads.ThreadRow;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.membership.Admissions;
import org.kvartal.membership.ApplicationKind;
import org.kvartal.membership.Mandates;
import org.kvartal.membership.Members;
import org.kvartal.pages.PublishedNews;
import org.kvartal.pages.StandingPage;
import org.kvartal.pages.StandingPages;
import org.kvartal.seminars.CertificateState;
import org.kvartal.seminars.Certificates;
import org.kvartal.seminars.Certificates.CertificateLine;
import org.kvartal.seminars.RegistrationState;
import org.kvartal.seminars.SeminarState;
import org.kvartal.seminars.Seminars;
import org.kvartal.seminars.Seminars.SeminarCard;
import org.kvartal.seminars.Seminars.SeminarFilter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.TestPropertySource;

@ApplicationModuleTest(BootstrapMode.ALL_DEPENDENCIES)
@TestPropertySource(properties = "kvartal.demo=true")
class DemonstrationModuleTests {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Autowired
    Threads threads;

    @Autowired
    TrialAccounts accounts;

    @Autowired
    Correspondence correspondence;

    @Autowired
    Admissions admissions;

    @Autowired
    Members members;

    @Autowired
    Mandates mandates;

    @Autowired
    Directory directory;

    @Autowired
    Calendar calendar;

    @Autowired
    OutsideEvents events;

    @Autowired
    StandingPages standing;

    @Autowired
    PublishedNews news;

    @Autowired
    Seminars seminars;

    @Autowired
    Certificates certificates;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    ConfigurableApplicationContext house;

    @BeforeEach
    void theStoryHasBeenTold() {
        await().atMost(PATIENCE).until(this::told);
    }

    @Test
    void guestsFindLivelyThreadsInAllLanguages() {
        assertThat(threads.spaces(Asker.guest()))
                .hasSizeGreaterThan(2)
                .extracting(SpaceCard::visibility)
                .containsOnly(Visibility.PUBLIC);
        List<ThreadRow> rows = threads.newest(Asker.guest(), null, null, 50).rows();
        assertThat(rows).extracting(ThreadRow::language).contains(Language.values());
        assertThat(rows).hasSizeGreaterThan(8).allSatisfy(row -> {
            assertThat(row.posts()).isGreaterThan(4);
            assertThat(row.lastPostAt())
                    .isBefore(clock.instant())
                    .isAfter(clock.instant().minus(Duration.ofDays(60)));
        });
    }

    @Test
    void postsCarryReactionsAndLinksThatLeadSomewhere() {
        Set<String> markup = new HashSet<>();
        int reactions = 0;
        for (ThreadRow row : threads.newest(Asker.guest(), null, null, 50).rows()) {
            for (PostLine post : threads.posts(Asker.guest(), row.id(), new Around.After(0), 50)
                    .posts()) {
                markup.add(post.html().html());
                reactions += post.reactions().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum();
            }
        }
        assertThat(markup).noneMatch(html -> html.contains("\"picture:") || html.contains("\"thread:"));
        assertThat(markup).anyMatch(html -> html.contains("<table"));
        assertThat(markup).anyMatch(html -> html.contains("<img src=\"/files/"));
        assertThat(markup).anyMatch(html -> html.contains("href=\"/threads/"));
        assertThat(reactions).isGreaterThan(300);
    }

    @Test
    void aVisitorMayTryAMemberAFacilitatorAndAnAdministrator() {
        assertThat(accounts.accounts())
                .extracting(TrialAccount::role)
                .containsExactly(Role.MEMBER, Role.FACILITATOR, Role.ADMINISTRATOR);
    }

    @Test
    void theOfficeFindsMembersAndApplicationsThatWait() {
        Asker officer = accounts.accounts().stream()
                .filter(account -> account.role() == Role.ADMINISTRATOR)
                .findFirst()
                .flatMap(account -> correspondence.personAt(account.email()))
                .map(Asker::of)
                .orElseThrow();

        assertThat(admissions
                        .queue(officer, Admissions.QueueFilter.WAITING, null, 20)
                        .rows())
                .extracting(Admissions.QueueRow::kind)
                .contains(ApplicationKind.PERSON, ApplicationKind.AUTHORITY, ApplicationKind.AGENCY);
        assertThat(members.search(Asker.guest(), Members.MemberSearch.ALL, Language.EN, null, 50)
                        .members())
                .hasSizeGreaterThan(12)
                .allSatisfy(member ->
                        assertThat(mandates.primaries(Set.of(member.id()))).isNotEmpty());
    }

    @Test
    void whoTriesTheMemberHoldsAMandateInWriting() {
        Asker member = accounts.accounts().stream()
                .filter(account -> account.role() == Role.MEMBER)
                .findFirst()
                .flatMap(account -> correspondence.personAt(account.email()))
                .map(Asker::of)
                .orElseThrow();

        assertThat(mandates.heldBy(member, member.requirePerson()))
                .singleElement()
                .satisfies(held -> {
                    assertThat(held.written()).isTrue();
                    assertThat(held.documents().getFirst().file().type()).isEqualTo("application/pdf");
                });
    }

    @Test
    void theDirectoryHoldsPlacesAssociationsAndWhatTheyAgreed() {
        assertThat(directory.search(DirectoryFilter.ALL, Language.BG, null, 100).entries())
                .hasSizeGreaterThan(50)
                .extracting(EntryCard::kind)
                .contains(EntryKind.CITY, EntryKind.ASSOCIATION, EntryKind.VENUE, EntryKind.HUB, EntryKind.FOUNDATION);
        assertThat(directory.partnerships(50)).hasSizeGreaterThan(5);
    }

    @Test
    void theCalendarShowsWhatTheAssociationsInviteTo() {
        assertThat(calendar.between(
                        Asker.guest(), clock.instant(), clock.instant().plus(Duration.ofDays(62)), Language.RU))
                .hasSizeGreaterThan(7)
                .extracting(CalendarEvent::city)
                .contains("sofia", "plovdiv", "moscow");
        assertThat(events.waiting(Asker.house("test"), 10)).hasSize(1);
    }

    @Test
    void theHouseSaysWhatItIsAndTellsNewsWithPicturesInAllLanguages() {
        assertThat(standing.written())
                .hasSize(StandingPage.values().length)
                .allSatisfy(page -> assertThat(page.text().texts()).containsOnlyKeys(Language.values()));
        assertThat(news.newest(null, 10)).hasSize(3).allSatisfy(piece -> {
            assertThat(piece.title().texts()).containsOnlyKeys(Language.values());
            assertThat(piece.text().texts()).containsOnlyKeys(Language.values());
            assertThat(piece.picture()).isNotNull();
        });
    }

    @Test
    void seminarsTellWhoLearnedWhatAndWhoWaits() {
        Asker house = Asker.house("test");
        assertThat(seminars.list(Asker.guest(), SeminarFilter.COMING, null, 20).seminars())
                .extracting(SeminarCard::state)
                .contains(SeminarState.REGISTRATION_OPEN, SeminarState.PUBLISHED);
        List<SeminarCard> past =
                seminars.list(Asker.guest(), SeminarFilter.PAST, null, 20).seminars();
        assertThat(past).hasSize(2).extracting(SeminarCard::state).containsOnly(SeminarState.FINISHED);
        assertThat(past.stream().flatMap(card -> certificates.of(house, card.id()).stream()))
                .hasSizeGreaterThan(6)
                .allSatisfy(line -> assertThat(certificates.verify(line.code())).isPresent())
                .extracting(CertificateLine::state)
                .contains(CertificateState.ISSUED, CertificateState.REVOKED, CertificateState.REPLACED);

        Asker member = accounts.accounts().stream()
                .filter(account -> account.role() == Role.MEMBER)
                .findFirst()
                .flatMap(account -> correspondence.personAt(account.email()))
                .map(Asker::of)
                .orElseThrow();
        assertThat(seminars.mine(member))
                .extracting(Seminars.MySeminar::state)
                .containsExactlyInAnyOrder(RegistrationState.OFFERED, RegistrationState.COMPLETED);
        assertThat(certificates.ledger(member, member.requirePerson()).hours()).isPositive();
    }

    @Test
    void theNextStartAddsNothingAndAnInterruptedTellingGoesOnWithoutRepeatingItself() {
        Map<String, Long> before = counts();

        startAgain();
        assertThat(counts()).isEqualTo(before);

        jdbc.sql("UPDATE demonstration SET done_at = NULL").update();
        startAgain();
        await().atMost(PATIENCE).until(this::told);
        assertThat(counts()).isEqualTo(before);
    }

    private void startAgain() {
        house.publishEvent(new ApplicationReadyEvent(new SpringApplication(), new String[0], house, Duration.ZERO));
    }

    /** How many rows each table has, but those in which work comes and goes; whoever goes on with an application gets a new key, and the trail says so. */
    private Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        jdbc.sql(
                        "SELECT table_name FROM information_schema.tables"
                                + " WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'"
                                + " AND table_name NOT IN ('scheduled_tasks', 'event_publication', 'live_event', 'application_key', 'audit_entry', 'search_changed')")
                .query(String.class)
                .list()
                .forEach(table -> counts.put(
                        table,
                        jdbc.sql("SELECT count(*) FROM " + table)
                                .query(Long.class)
                                .single()));
        return counts;
    }

    /** What became of the recommendation is told once the house has heard of it; a report is the end of that. */
    private boolean told() {
        return jdbc.sql("SELECT EXISTS (SELECT FROM demonstration WHERE done_at IS NOT NULL)"
                        + " AND EXISTS (SELECT FROM progress_report)")
                .query(Boolean.class)
                .single();
    }
}
