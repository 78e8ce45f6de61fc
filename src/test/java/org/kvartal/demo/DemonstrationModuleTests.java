package org.kvartal.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.TrialAccounts;
import org.kvartal.accounts.TrialAccounts.TrialAccount;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.Directory.Look;
import org.kvartal.alliance.DirectoryFilter;
import org.kvartal.alliance.EntryKind;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.Threads;
import org.kvartal.discussions.Threads.Around;
import org.kvartal.discussions.Threads.PostLine;
import org.kvartal.discussions.Threads.SpaceCard;
import org.kvartal.discussions.Threads.ThreadRow;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
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

    @Autowired
    Threads threads;

    @Autowired
    Directory directory;

    @Autowired
    TrialAccounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    ConfigurableApplicationContext house;

    @BeforeEach
    void theStoryHasBeenTold() {
        await().atMost(Duration.ofMinutes(1)).until(this::told);
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
    void theDirectoryShowsWhoIsWhoAndWhoWorksWithWhom() {
        assertThat(directory.numbers().entries()).isGreaterThan(45);
        assertThat(directory.facets(DirectoryFilter.ALL).kinds().keySet())
                .contains(EntryKind.ASSOCIATION, EntryKind.CITY, EntryKind.HUB, EntryKind.NETWORK, EntryKind.SCHOOL);
        assertThat(directory.partnerships(50)).hasSizeGreaterThan(4);
        assertThat(directory.look(Asker.guest(), "union-of-paper-and-type"))
                .isInstanceOfSatisfying(Look.Found.class, found -> {
                    assertThat(found.entry().content().picture()).isNotNull();
                    assertThat(found.entry().content().description().texts()).containsOnlyKeys(Language.values());
                    assertThat(found.entry().relations()).hasSizeGreaterThan(2);
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
    void theNextStartAddsNothingAndAnInterruptedTellingGoesOnWithoutRepeatingItself() {
        List<Long> before = counts();

        startAgain();
        assertThat(counts()).isEqualTo(before);

        jdbc.sql("UPDATE demonstration SET done_at = NULL").update();
        startAgain();
        await().atMost(Duration.ofMinutes(1)).until(this::told);
        assertThat(counts()).isEqualTo(before);
    }

    private void startAgain() {
        house.publishEvent(new ApplicationReadyEvent(new SpringApplication(), new String[0], house, Duration.ZERO));
    }

    private List<Long> counts() {
        return List.of("person", "space", "thread", "post", "reaction").stream()
                .map(table -> jdbc.sql("SELECT count(*) FROM " + table)
                        .query(Long.class)
                        .single())
                .toList();
    }

    private boolean told() {
        return jdbc.sql("SELECT count(*) FROM demonstration WHERE done_at IS NOT NULL")
                        .query(Long.class)
                        .single()
                > 0;
    }
}
