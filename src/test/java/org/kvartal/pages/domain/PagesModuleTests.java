package org.kvartal.pages.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.TurnableClock;
import org.kvartal.accounts.Role;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.audit.AuditedAct;
import org.kvartal.audit.AuditedThing;
import org.kvartal.files.FileId;
import org.kvartal.files.Files;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Refused;
import org.kvartal.pages.NewsContent.Picture;
import org.kvartal.pages.NewsDesk;
import org.kvartal.pages.NewsDesk.NewsDraft;
import org.kvartal.pages.NewsDesk.NewsLine;
import org.kvartal.pages.NewsId;
import org.kvartal.pages.NewsState;
import org.kvartal.pages.Newsroom;
import org.kvartal.pages.PagesPaths;
import org.kvartal.pages.PagesRights;
import org.kvartal.pages.PublishedNews;
import org.kvartal.pages.PublishedNews.Piece;
import org.kvartal.pages.StandingPage;
import org.kvartal.pages.StandingPages;
import org.kvartal.pages.StandingPages.PageLine;
import org.kvartal.search.SearchAudiences;
import org.kvartal.search.SearchDocument;
import org.kvartal.search.SearchSource;
import org.kvartal.site.FootLinks.FootLink;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

/** What is written, published and withdrawn, who may do it, and what is remembered of it. */
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES, module = "pages", extraIncludes = "search")
@Import({Newsroom.class, SqlCounter.class, TurnableClock.Hands.class})
class PagesModuleTests {

    @Autowired
    Newsroom room;

    @Autowired
    StandingPages standing;

    @Autowired
    NewsDesk desk;

    @Autowired
    PublishedNews news;

    @Autowired
    FootOfPages foot;

    @Autowired
    NewsPictures pictures;

    @Autowired
    AuditedPages named;

    @Autowired
    AuditTrail audit;

    @Autowired
    Files files;

    @Autowired
    List<SearchSource> sources;

    @Autowired
    HouseClock clock;

    @Autowired
    JdbcClient jdbc;

    private Asker officer = Asker.guest();

    @BeforeEach
    void anOfficerComesIn() {
        officer = room.person("Olga Office", Role.OFFICER);
    }

    // ---- standing pages ----

    @Test
    void aPageIsThereOnceItIsWrittenAndGoneOnceItIsEmptied() {
        room.write(officer, StandingPage.ABOUT, null);
        assertThat(standing.find(StandingPage.ABOUT)).isEmpty();
        assertThat(foot.links()).extracting(FootLink::path).doesNotContain("/about");

        room.write(officer, StandingPage.ABOUT, "Мы здесь.");

        assertThat(standing.find(StandingPage.ABOUT))
                .hasValueSatisfying(
                        page -> assertThat(page.text().in(Language.EN)).isEqualTo("Мы здесь."));
        assertThat(foot.links()).extracting(FootLink::path).contains("/about");
        assertThat(standing.look(officer, StandingPage.ABOUT).by())
                .satisfies(by -> assertThat(by).isNotNull().extracting("name").isEqualTo("Olga Office"));

        room.write(officer, StandingPage.ABOUT, null);

        assertThat(standing.find(StandingPage.ABOUT)).isEmpty();
        assertThat(foot.links()).extracting(FootLink::path).doesNotContain("/about");
        assertThat(room.acts("pages.page", KeptStandingPages.id(StandingPage.ABOUT)))
                .startsWith("pages.page-taken-away", "pages.page-written", "pages.page-taken-away");
    }

    @Test
    void twoWhoWriteTheSamePageDoNotOverwriteEachOther() {
        PageLine seen = standing.look(officer, StandingPage.CONTACTS);
        List<String> done = bothAtOnce(
                () -> write(StandingPage.CONTACTS, seen.version(), "Mine."),
                () -> write(StandingPage.CONTACTS, seen.version(), "Theirs."));

        assertThat(done).containsExactlyInAnyOrder("done", PagesRights.CHANGED);
        assertThat(standing.look(officer, StandingPage.CONTACTS).version()).isEqualTo(seen.version() + 1);
    }

    private String write(StandingPage page, long seen, String text) {
        standing.write(officer, page, seen, LocalizedText.of(Language.EN, text));
        return "done";
    }

    @Test
    void aTextThatIsTooLongIsRefusedInItsLanguage() {
        LocalizedText text = new LocalizedText(
                Language.EN, Map.of(Language.EN, "Short.", Language.BG, "ж".repeat(StandingPages.TEXT_LENGTH + 1)));
        long seen = standing.look(officer, StandingPage.PRIVACY).version();

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> standing.write(officer, StandingPage.PRIVACY, seen, text))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("text.bg"));
    }

    // ---- news ----

    @Test
    void aPieceIsDraftedPublishedWithdrawnAndPublishedAgain() {
        NewsDraft draft = room.draft(officer, Newsroom.content("The hall is open"));
        assertThat(draft.state()).isEqualTo(NewsState.DRAFT);
        assertThat(news.find(draft.number())).isEmpty();
        assertThat(news.isWithdrawn(draft.number())).isFalse();

        desk.publish(officer, draft.id(), draft.version());
        NewsDraft published = room.look(draft.id());
        assertThat(published.content().day()).isEqualTo(clock.today());
        assertThat(news.find(draft.number())).isPresent();

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> desk.withdraw(officer, draft.id(), published.version(), " "))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("reason"));
        desk.withdraw(officer, draft.id(), published.version(), "The key was lost.");
        assertThat(news.find(draft.number())).isEmpty();
        assertThat(news.isWithdrawn(draft.number())).isTrue();

        desk.publish(officer, draft.id(), room.look(draft.id()).version());
        assertThat(news.find(draft.number())).isPresent();
        assertThat(room.acts("pages.news", draft.id().value()))
                .containsExactly(
                        "pages.news-published", "pages.news-withdrawn", "pages.news-published", "pages.news-begun");
        assertThat(audit.about(new AuditSubject("pages.news", draft.id().value()), 2)
                        .getLast()
                        .reason())
                .isEqualTo("The key was lost.");
    }

    @Test
    void theSamePieceTwiceIsOneAndAnotherUnderItsIdIsRefused() {
        NewsId id = NewsId.next();
        desk.begin(officer, id, Newsroom.content("Once"));
        desk.begin(officer, id, Newsroom.content("Once"));

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> desk.begin(officer, id, Newsroom.content("Twice")))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo(PagesRights.CHANGED));
        assertThat(room.acts("pages.news", id.value())).containsExactly("pages.news-begun");
    }

    @Test
    void twoWhoChangeTheSamePieceDoNotOverwriteEachOther() {
        NewsDraft seen = room.draft(officer, Newsroom.content("As it was"));
        List<String> done = bothAtOnce(() -> change(seen, "Mine"), () -> change(seen, "Theirs"));

        assertThat(done).containsExactlyInAnyOrder("done", PagesRights.CHANGED);
    }

    private String change(NewsDraft seen, String title) {
        desk.change(officer, seen.id(), seen.version(), Newsroom.content(title));
        return "done";
    }

    @Test
    void nobodyPublishesWhatTheyHaveNotSeen() {
        NewsDraft seen = room.draft(officer, Newsroom.content("As it was"));
        desk.change(officer, seen.id(), seen.version(), Newsroom.content("As it is"));

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> desk.publish(officer, seen.id(), seen.version()))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo(PagesRights.CHANGED));
        assertThat(news.find(seen.number())).isEmpty();
    }

    @Test
    void whatIsPublishedKeepsItsDayUnlessAnotherIsChosen() {
        LocalDate day = clock.today().minusDays(3);
        NewsDraft piece = room.published(officer, Newsroom.content("Of last week", null, day));

        desk.change(officer, piece.id(), piece.version(), Newsroom.content("Reworded"));
        assertThat(room.look(piece.id()).content().day()).isEqualTo(day);
    }

    @Test
    void everybodyReadsTheNewestFirstPageByPage() {
        LocalDate day = LocalDate.of(1961, 4, 12);
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            numbers.addFirst(room.published(officer, Newsroom.content("Old " + i, null, day.plusDays(i / 2)))
                    .number());
        }
        List<Long> read = new ArrayList<>();
        PublishedNews.Place place = new PublishedNews.Place(day.plusDays(10), 0);
        for (List<Piece> page = news.newest(place, 2); !page.isEmpty(); page = news.newest(place, 2)) {
            page.forEach(piece -> read.add(piece.number()));
            place = page.getLast().place();
        }

        assertThat(read).isEqualTo(numbers);
    }

    // ---- pictures ----

    @Test
    void thePictureOfAPublishedPieceIsForEverybodyAndThatOfADraftForThoseWhoWrite() {
        NewsId id = NewsId.next();
        desk.begin(officer, id, Newsroom.content("With a picture", room.picture(officer, id), null));
        FileId file = Newsroom.file(room.look(id));
        Asker member = room.person("Mila Member", Role.MEMBER);

        assertThat(files.addresses(Set.of(file), member)).isEmpty();
        assertThat(files.addresses(Set.of(file), officer)).containsKey(file);

        desk.publish(officer, id, room.look(id).version());
        assertThat(files.addresses(Set.of(file), Asker.guest())).containsEntry(file, "/files/" + file);

        desk.withdraw(officer, id, room.look(id).version(), "It was another hall.");
        assertThat(files.addresses(Set.of(file), Asker.guest())).isEmpty();
    }

    @Test
    void aPictureOfSomethingElseIsNotTaken() {
        NewsId id = NewsId.next();
        Picture other = room.picture(officer, NewsId.next());

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> desk.begin(officer, id, Newsroom.content("With theirs", other, null)))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("picture"));
    }

    @Test
    void whatWasReplacedAndWhatWasNeverKeptIsThrownAway() {
        NewsDraft piece = room.pictured(officer, "With a picture");
        FileId first = Newsroom.file(piece);
        desk.change(
                officer,
                piece.id(),
                piece.version(),
                Newsroom.content("With another", room.picture(officer, piece.id()), null));
        FileId second = Newsroom.file(room.look(piece.id()));
        UUID never = Ids.next();

        assertThat(pictures.unused(
                        Map.of(first, piece.id().value(), second, piece.id().value())))
                .containsExactly(first);
        assertThat(pictures.gone(Set.of(piece.id().value(), never))).containsExactly(never);
    }

    // ---- rights, lists, search, trail ----

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"MEMBER", "FACILITATOR"})
    void otherRolesAreStoppedByTheServices(Role role) {
        Asker other = room.person("Somebody Else", role);
        NewsDraft draft = room.draft(officer, Newsroom.content("Not for all"));

        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> standing.all(other));
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> desk.look(other, draft.id()));
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> desk.publish(other, draft.id(), draft.version()));
        assertThat(named.things(reader(other), acts(draft))).isEmpty();
    }

    private static Reader reader(Asker asker) {
        return new Reader(asker, Language.EN, ZoneId.of("Europe/Sofia"));
    }

    private List<AuditedAct> acts(NewsDraft piece) {
        return audit.about(new AuditSubject("pages.news", piece.id().value()), 5);
    }

    @Test
    void theTrailNamesAPieceByItsTitle() {
        NewsDraft piece = room.published(officer, Newsroom.content("Named"));

        assertThat(named.things(reader(officer), acts(piece)).values())
                .hasSize(2)
                .allSatisfy(thing -> assertThat(thing)
                        .isEqualTo(new AuditedThing("Named", Language.EN, PagesPaths.piece(piece.id()))));
    }

    @Test
    void theListsTakeTheSameNumberOfStatementsHoweverLongTheyAre() {
        room.pictured(officer, "One");
        int few = statements();
        int fewShown = shown();
        IntStream.range(0, 6).forEach(i -> {
            Asker another = room.person("Officer " + i, Role.OFFICER);
            room.pictured(another, "Another " + i);
            room.write(another, List.of(StandingPage.values()).get(i % 3), "Текст " + i);
        });

        assertThat(statements()).isEqualTo(few);
        assertThat(shown()).isEqualTo(fewShown);
    }

    private int statements() {
        SqlCounter.Counted<List<NewsLine>> counted = SqlCounter.during(() -> desk.all(officer, null, 30));
        assertThat(counted.result()).isNotEmpty();
        return counted.statements().size();
    }

    private int shown() {
        return SqlCounter.during(() -> {
                    List<Piece> pieces = news.newest(null, 30);
                    assertThat(pieces)
                            .anySatisfy(piece -> assertThat(piece.picture()).isNotNull());
                })
                .size();
    }

    @Test
    void whatIsPublishedIsFoundByEverybodyAndADraftByThoseWhoWrite() {
        NewsDraft draft = room.draft(officer, Newsroom.content("A draft"));
        NewsDraft open = room.published(officer, Newsroom.content("Open to all"));
        SearchSource source = sources.stream()
                .filter(one -> one.kind().equals("news"))
                .findFirst()
                .orElseThrow();

        Map<UUID, SearchDocument> found =
                source.documents(List.of(draft.id().value(), open.id().value()));

        assertThat(Objects.requireNonNull(found.get(open.id().value()))).satisfies(document -> {
            assertThat(document.audience()).containsExactly(SearchAudiences.PUBLIC);
            assertThat(document.path()).isEqualTo("/news/" + open.number());
            assertThat(document.texts().getFirst().in(Language.EN)).startsWith("Come on Thursday.");
        });
        assertThat(Objects.requireNonNull(found.get(draft.id().value()))).satisfies(document -> {
            assertThat(document.audience()).doesNotContain(SearchAudiences.PUBLIC);
            assertThat(document.path()).isEqualTo(PagesPaths.piece(draft.id()));
        });
        assertThat(jdbc.sql("SELECT count(*) FROM search_changed WHERE kind = 'news' AND id = ?")
                        .param(draft.id().value())
                        .query(Integer.class)
                        .single())
                .as("a trigger marks what changes")
                .isPositive();
    }

    private static List<String> bothAtOnce(Callable<String> one, Callable<String> other) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<String> done = new ArrayList<>();
            for (Future<String> result : threads.invokeAll(List.of(one, other))) {
                try {
                    done.add(result.get());
                } catch (ExecutionException stopped) {
                    if (!(stopped.getCause() instanceof Refused refused)) {
                        throw new AssertionError(stopped);
                    }
                    done.add(refused.key());
                }
            }
            return done;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
