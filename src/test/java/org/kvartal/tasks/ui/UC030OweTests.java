package org.kvartal.tasks.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kvartal.TurnableClock;
import org.kvartal.accounts.Arrivals;
import org.kvartal.accounts.Grant;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Reader;
import org.kvartal.tasks.Audience;
import org.kvartal.tasks.AwaitedLine;
import org.kvartal.tasks.AwaitedSource;
import org.kvartal.tasks.Due;
import org.kvartal.tasks.TaskWish;
import org.kvartal.tasks.Tasks;
import org.kvartal.testing.FrontSeat;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody comes to Today and sees what they owe and are owed. */
@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        module = "accounts",
        extraIncludes = {"site", "shell", "tasks"})
@Import({TurnableClock.Hands.class, FrontSeat.class, UC030OweTests.Others.class})
@ViewPackages(packages = "org.kvartal.shell.ui")
@WithMockUser
@TestInstance(Lifecycle.PER_METHOD)
class UC030OweTests extends SpringBrowserlessTest {

    private static final Asker HOUSE = Asker.house("test");

    @Autowired
    Tasks tasks;

    @Autowired
    Arrivals arrivals;

    @Autowired
    Grants grants;

    @Autowired
    FrontSeat seat;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TurnableClock clock;

    final PersonId ann = PersonId.next();
    final String key = "trial.answer:" + Ids.next();

    @BeforeEach
    void annComesIn() {
        arrivals.bring(HOUSE, new Arrivals.Newcomer(ann, "Ann", Language.EN, ZoneOffset.UTC, null));
        seat.take(Asker.of(ann), Language.EN);
    }

    @Test
    void whoOwesNothingSeesNoCard() {
        openToday();

        assertThat(find(H2.class).all()).extracting(H2::getText).doesNotContain("Mine", "Waiting for you");
    }

    @Test
    void whatWaitsIsListedOldestFirstAndLeadsToItsPlace() {
        owe("Дора", null);
        clock.turn(Duration.ofDays(2));
        owe("Boris", null);

        openToday();

        assertThat(find(H2.class).all()).extracting(H2::getText).contains("Mine", "Waiting for you");
        assertThat(titles()).containsExactly("Answer the question of Дора", "Answer the question of Boris");
        assertThat(find(Anchor.class)
                        .withText("Answer the question of Дора")
                        .single()
                        .getHref())
                .isEqualTo("/app/questions/Дора");
    }

    @Test
    void whatIsLateSaysSoInWords() {
        owe("Dora", clock.instant().minus(Duration.ofDays(1)));
        owe("Boris", clock.instant().plus(Duration.ofDays(1)));

        openToday();

        assertThat(rows()).first().asString().contains("was due yesterday, ");
        assertThat(rows()).last().asString().contains("by tomorrow, ");
        assertThat(find(ListItem.class).withClassName("row").all().getFirst().getChildren())
                .anyMatch(part -> part.getChildren().anyMatch(fact -> fact.hasClassName("late")));
    }

    @Test
    void whatARoleOwesIsShownWhileOneHoldsIt() {
        String office = key + "-office";
        open(new TaskWish(office, Audience.role("OFFICER"), "trial.task.answer", List.of(office), "/app", null));
        openToday();
        assertThat(titles()).isEmpty();

        grants.give(HOUSE, new Grant(ann, Role.OFFICER, Scope.PLATFORM, clock.instant(), null));
        clock.turn(Duration.ofSeconds(1));
        openToday();
        assertThat(titles()).contains("Answer the question of " + office);

        grants.end(HOUSE, ann, Role.OFFICER, Scope.PLATFORM);
        openToday();
        assertThat(titles()).isEmpty();
        transaction.executeWithoutResult(_ -> tasks.done(office));
    }

    @Test
    void ofManyTheOldestAreShownAndTheOthersOnAPress() {
        for (int i = 1; i <= 14; i++) {
            owe("Person " + i, null);
            clock.turn(Duration.ofMinutes(1));
        }
        openToday();
        assertThat(titles()).hasSize(6).first().isEqualTo("Answer the question of Person 1");

        more("Show 6 more");
        assertThat(titles()).hasSize(12);

        more("Show 2 more");
        assertThat(titles()).hasSize(14).last().isEqualTo("Answer the question of Person 14");
        assertThat(find(NativeButton.class).withTextContaining("more").exists()).isFalse();
    }

    @Test
    void aNameThatLooksLikeMarkupIsAName() {
        owe("<img src=x onerror=alert(1)> {0} '", null);

        openToday();

        assertThat(titles()).containsExactly("Answer the question of <img src=x onerror=alert(1)> {0} '");
    }

    @Test
    void theCardSpeaksTheReadersLanguage() {
        owe("Дора", null);
        seat.take(Asker.of(ann), Language.BG);

        openToday();

        assertThat(find(H2.class).all()).extracting(H2::getText).contains("Мое", "Чака вас");
        assertThat(titles()).containsExactly("Отговорете на въпроса: Дора");
    }

    /** What two modules above would say that others owe. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Others {

        static final Map<PersonId, List<AwaitedLine>> ONE = new ConcurrentHashMap<>();
        static final Map<PersonId, List<AwaitedLine>> OTHER = new ConcurrentHashMap<>();

        @Bean
        AwaitedSource one() {
            return of(ONE);
        }

        @Bean
        AwaitedSource other() {
            return of(OTHER);
        }

        private static AwaitedSource of(Map<PersonId, List<AwaitedLine>> lines) {
            return (reader, limit) -> reader.asker().person().map(lines::get).orElse(List.of()).stream()
                    .limit(limit)
                    .toList();
        }
    }

    private AwaitedLine awaited(String name, int daysAgo) {
        return new AwaitedLine(
                "trial.task.answer",
                List.of(name),
                "Who owes: " + name,
                "/app/questions/" + name,
                clock.instant().minus(Duration.ofDays(daysAgo)));
    }

    @Test
    void whatOthersOweStandsBelowOldestFirstWithWhoAndSinceWhen() {
        Others.ONE.put(ann, List.of(awaited("Dora", 5), awaited("Boris", 1)));
        Others.OTHER.put(ann, List.of(awaited("Vera", 3)));
        Others.OTHER.put(PersonId.next(), List.of(awaited("Nobody", 9)));
        owe("Mine", null);

        openToday();

        assertThat(find(H2.class).all())
                .extracting(H2::getText)
                .containsSubsequence("Mine", "Waiting for you", "You are waiting for");
        assertThat(titles())
                .containsExactly(
                        "Answer the question of Mine",
                        "Answer the question of Dora",
                        "Answer the question of Vera",
                        "Answer the question of Boris");
        assertThat(rows().get(1)).contains("Who owes: Dora");
        assertThat(rows().get(3)).contains("Who owes: Boris", "yesterday");
        assertThat(find(Anchor.class)
                        .withText("Answer the question of Vera")
                        .single()
                        .getHref())
                .isEqualTo("/app/questions/Vera");
    }

    @Test
    void whereNobodyOwesAnythingTheSectionIsAbsent() {
        owe("Mine", null);
        openToday();

        assertThat(find(H2.class).all()).extracting(H2::getText).doesNotContain("You are waiting for");
        assertThat(tasks.awaited(new Reader(Asker.guest(), Language.EN, ZoneOffset.UTC), 10))
                .isEmpty();
    }

    @Test
    void ofMuchThatOthersOweMoreIsShownOnAPress() {
        Others.ONE.put(
                ann,
                IntStream.rangeClosed(1, 8)
                        .mapToObj(day -> awaited("Person " + day, 20 - day))
                        .toList());
        openToday();
        assertThat(titles()).hasSize(6).first().isEqualTo("Answer the question of Person 1");

        more("Show more");
        assertThat(titles()).hasSize(8);
    }

    private void openToday() {
        cleanVaadinEnvironment();
        initVaadinEnvironment();
        UI.getCurrent().navigate("");
    }

    private void owe(String name, @Nullable Instant due) {
        String path = "/app/questions/" + name.replaceAll("[^\\p{L}]", "");
        open(new TaskWish(
                key + Ids.next(),
                Audience.person(ann),
                "trial.task.answer",
                List.of(name),
                path,
                due == null ? null : Due.at(due)));
    }

    private void open(TaskWish wish) {
        transaction.executeWithoutResult(_ -> tasks.open(wish));
    }

    private List<String> titles() {
        return find(Anchor.class).all().stream()
                .filter(link -> link.getParent().orElseThrow().hasClassName("row-title"))
                .map(Anchor::getText)
                .toList();
    }

    private List<String> rows() {
        return find(ListItem.class).withClassName("row").all().stream()
                .map(row -> row.getElement().getTextRecursively())
                .toList();
    }

    private void more(String words) {
        test(find(NativeButton.class).withText(words).single()).click();
    }
}
