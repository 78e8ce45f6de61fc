package org.kvartal.notifications.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kvartal.TurnableClock;
import org.kvartal.accounts.Arrivals;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.notifications.Inbox;
import org.kvartal.notifications.Notifications;
import org.kvartal.notifications.TrialNotices;
import org.kvartal.shell.LiveRegion;
import org.kvartal.testing.FrontSeat;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody looks what they were told: at the bell, in the inbox, on Today. */
@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        module = "notifications",
        extraIncludes = {"site", "shell", "tasks"})
@Import({TurnableClock.Hands.class, FrontSeat.class, TrialNotices.class})
@ViewPackages(packages = {"org.kvartal.shell.ui", "org.kvartal.notifications.ui"})
@WithMockUser
@TestInstance(Lifecycle.PER_METHOD)
class UC031InboxTests extends SpringBrowserlessTest {

    @Autowired
    Notifications notifications;

    @Autowired
    Inbox inbox;

    @Autowired
    TrialNotices trial;

    @Autowired
    Arrivals arrivals;

    @Autowired
    FrontSeat seat;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TurnableClock clock;

    final PersonId ann = PersonId.next();

    @BeforeEach
    void annComesIn() {
        arrivals.bring(Asker.house("test"), new Arrivals.Newcomer(ann, "Ann", Language.EN, ZoneOffset.UTC, null));
        seat.take(Asker.of(ann), Language.EN);
    }

    @Test
    void anEmptyInboxSaysWhatWillComeAndLeadsOn() {
        open("inbox");

        assertThat(find(H1.class).single().getText()).isEqualTo("Inbox");
        assertThat(find(Paragraph.class).withClassName("empty-title").single().getText())
                .isEqualTo("Nothing has come yet");
        assertThat(find(Anchor.class).withText("Go to Today").single().getHref())
                .isEqualTo("/app");
        assertThat(find(Button.class).withText("Mark all as read").exists()).isFalse();
        assertThat(find(Button.class).withText("Show older").exists()).isFalse();
    }

    @Test
    void theInboxListsTheNewestFirstAndSaysWhatIsUnread() {
        tell("First", "What more there is to know");
        open("inbox");
        press("Mark all as read");
        tell("Second", null);

        open("inbox");

        assertThat(titles()).containsExactly("(en) Second (unread)", "(en) First");
        assertThat(rows()).first().matches(row -> row.hasClassName("unread"));
        assertThat(rows()).last().matches(row -> !row.hasClassName("unread"));
        assertThat(rows().getLast().getElement().getTextRecursively()).contains("What more there is to know");
    }

    @Test
    void aNoticeLeadsThroughItsDoorToItsPlaceAndIsReadThen() {
        tell("Look here", null, "/app?from=notice");
        open("inbox");
        String door = find(Anchor.class, rows().getFirst()).single().getHref();
        assertThat(door).startsWith("/app/inbox/");

        UI.getCurrent().navigate(door.substring("/app/".length()));

        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters())
                .isEqualTo("?from=notice");
        assertThat(find(H1.class).single().getText()).isEqualTo("Today");
        assertThat(titles()).containsExactly("(en) Look here");
        awaitBell("Inbox");
    }

    @Test
    void aNoticeThatIsGoneForeignOrInventedIsNotThere() {
        UUID subject = tell("Taken back", null);
        UUID notice = inbox.newest(Asker.of(ann), Language.EN, null, 1)
                .lines()
                .getFirst()
                .id();
        trial.takeBack(subject);

        for (String door : List.of(notice.toString(), Ids.next().toString(), "x", "..%2Fadmin")) {
            open("inbox/" + door);
            assertThat(find(H1.class).single().getText()).as(door).isEqualTo("There is nothing here");
        }
    }

    @Test
    void oneNoticeIsMarkedAsReadWhereItStands() {
        tell("First", null);
        tell("Second", null);
        open("inbox");

        test(find(Button.class).withAriaLabel("Mark as read: (en) Second").single())
                .click();

        assertThat(titles()).containsExactly("(en) Second", "(en) First (unread)");
        assertThat(find(Button.class).withAriaLabel("Mark as read: (en) Second").exists())
                .isFalse();
        awaitBell("Inbox, 1 unread");
    }

    @Test
    void allAreMarkedAsReadByOnePress() {
        tell("First", null);
        tell("Second", null);
        open("inbox");

        press("Mark all as read");

        assertThat(titles()).containsExactly("(en) Second", "(en) First");
        assertThat(find(Button.class).withText("Mark all as read").exists()).isFalse();
        awaitBell("Inbox");
    }

    @Test
    void whatComesWhileTheInboxIsOpenAppearsOnTopAndIsSaid() {
        tell("First", null);
        open("inbox");
        ListItem first = rows().getFirst();

        tell("Second", null);

        await().pollInSameThread().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            roundTrip();
            assertThat(titles()).containsExactly("(en) Second (unread)", "(en) First (unread)");
        });
        assertThat(rows().getLast()).as("what was there keeps its place").isSameAs(first);
        awaitBell("Inbox, 2 unread");
        assertThat(find(LiveRegion.class).single().getText()).isEqualTo("2 unread notices in the inbox");
    }

    @Test
    void whatIsTakenBackWhileTheInboxIsOpenIsGoneAtTheNextPress() {
        UUID back = tell("Taken back", null);
        tell("First", null);
        open("inbox");
        trial.takeBack(back);

        press("Mark all as read");

        assertThat(titles()).containsExactly("(en) First");
    }

    @Test
    void whatIsOlderIsShownOnAPressAndStaysWhenSomethingComes() {
        for (int i = 1; i <= 40; i++) {
            tell("Notice " + i, null);
        }
        open("inbox");
        assertThat(titles()).hasSize(30).first().isEqualTo("(en) Notice 40 (unread)");

        press("Show older");

        assertThat(titles()).hasSize(40).last().isEqualTo("(en) Notice 1 (unread)");
        assertThat(find(Button.class).withText("Show older").exists()).isFalse();
        assertThat(find(LiveRegion.class).single().getText()).isEqualTo("10 older notices are shown");
    }

    @Test
    void theBellCountsOnEveryPageWhatOneMayStillKnow() {
        UUID back = tell("Taken back", null);
        tell("Stays", null);
        trial.takeBack(back);

        open("");

        assertThat(bell()).isEqualTo("Inbox, 1 unread");
        assertThat(find(Span.class).withClassName("bell-number").single().getText())
                .isEqualTo("1");
    }

    @Test
    void theBellEndsCountingAtNinetyNine() {
        transaction.executeWithoutResult(_ -> {
            for (int i = 0; i < 120; i++) {
                notifications.tell(trial.about(trial.subject("Notice " + i, null, "/app"), ann));
            }
        });

        open("");

        assertThat(bell()).isEqualTo("Inbox, more than 99 unread");
        assertThat(find(Span.class).withClassName("bell-number").single().getText())
                .isEqualTo("99+");
    }

    @Test
    void theBellRingsByItself() {
        open("");
        assertThat(bell()).isEqualTo("Inbox");
        assertThat(find(Span.class).withClassName("bell-number").exists()).isFalse();

        tell("Ring", null);

        awaitBell("Inbox, 1 unread");
        assertThat(find(LiveRegion.class).single().getText()).isEqualTo("1 unread notice in the inbox");
    }

    @Test
    void todayTellsTheNewestAsSentences() {
        for (int i = 1; i <= 7; i++) {
            tell("Something moved " + i, null);
        }

        open("");

        assertThat(find(H2.class).all()).extracting(H2::getText).contains("What moved", "News for you");
        assertThat(titles()).hasSize(5).first().isEqualTo("(en) Something moved 7 (unread)");
        assertThat(find(Anchor.class).withText("All notices").single().getHref())
                .isEqualTo("/app/inbox");
    }

    @Test
    void whatWasReadWeeksAgoIsNoNewsAndWithoutNewsThereIsNoCard() {
        tell("Read long ago", null);
        inbox.readAll(Asker.of(ann), clock.instant());
        age("15 days");
        open("");
        assertThat(find(H2.class).all()).extracting(H2::getText).doesNotContain("News for you");

        tell("Never read", null);
        age("15 days");
        open("");
        assertThat(titles()).containsExactly("(en) Never read (unread)");
    }

    @Test
    void whatPeopleWroteIsTextAndNotMarkup() {
        tell("<img src=x onerror=alert(1)>", "<script>alert(1)</script>");

        open("inbox");

        assertThat(titles()).containsExactly("(en) <img src=x onerror=alert(1)> (unread)");
        assertThat(find(Paragraph.class).withClassName("row-text").single().getText())
                .isEqualTo("<script>alert(1)</script>");
    }

    @Test
    void everythingSpeaksTheReadersLanguage() {
        tell("Ново", null);
        seat.take(Asker.of(ann), Language.RU);

        open("inbox");

        assertThat(find(H1.class).single().getText()).isEqualTo("Уведомления");
        assertThat(titles()).containsExactly("(ru) Ново (не прочитано)");
        assertThat(bell()).isEqualTo("Уведомления, 1 не прочитано");
    }

    private void open(String path) {
        cleanVaadinEnvironment();
        initVaadinEnvironment();
        UI.getCurrent().navigate(path);
    }

    private UUID tell(String title, @Nullable String text) {
        return tell(title, text, "/app/place");
    }

    private UUID tell(String title, @Nullable String text, String path) {
        UUID subject = trial.subject(title, text, path);
        transaction.executeWithoutResult(_ -> notifications.tell(trial.about(subject, ann)));
        return subject;
    }

    private void age(String by) {
        jdbc.sql("UPDATE notice SET told_at = told_at - :by::interval WHERE person = :person")
                .param("by", by)
                .param("person", ann.value())
                .update();
    }

    private void press(String words) {
        test(find(Button.class).withText(words).single()).click();
    }

    private List<ListItem> rows() {
        Component list = find(com.vaadin.flow.component.html.UnorderedList.class)
                .withClassName("notices")
                .single();
        return find(ListItem.class, list).all();
    }

    private List<String> titles() {
        return rows().stream()
                .map(row -> row.getChildren()
                        .filter(part -> part.hasClassName("row-title"))
                        .findFirst()
                        .orElseThrow())
                .map(NoticeTitle::of)
                .toList();
    }

    private String bell() {
        return find(Anchor.class).withClassName("bell").single().getAriaLabel().orElseThrow();
    }

    private void awaitBell(String words) {
        await().pollInSameThread().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            roundTrip();
            assertThat(bell()).isEqualTo(words);
        });
    }

    /** The visible words of a heading and those that are only spoken. */
    private static final class NoticeTitle {

        static String of(Component heading) {
            StringBuilder words = new StringBuilder();
            collect(heading, words);
            return words.toString();
        }

        private static void collect(Component component, StringBuilder words) {
            if (!component.isVisible()) {
                return;
            }
            if (component.getChildren().findAny().isEmpty()) {
                words.append(component.getElement().getText());
            }
            component.getChildren().forEach(child -> collect(child, words));
        }
    }
}
