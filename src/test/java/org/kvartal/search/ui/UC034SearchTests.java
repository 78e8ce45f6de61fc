package org.kvartal.search.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kvartal.accounts.Role;
import org.kvartal.discussions.Conversations;
import org.kvartal.discussions.Conversations.NewSpace;
import org.kvartal.discussions.Conversations.NewThread;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.PostId;
import org.kvartal.discussions.SpaceId;
import org.kvartal.discussions.ThreadId;
import org.kvartal.discussions.Townspeople;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.search.SearchPages;
import org.kvartal.testing.FrontSeat;
import org.kvartal.testing.SettledSearch;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody looks for something in the whole house. */
@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        module = "discussions",
        extraIncludes = {"site", "shell", "files", "search"})
@Import({FrontSeat.class, Townspeople.class})
@ViewPackages(packages = {"org.kvartal.shell.ui", "org.kvartal.search.ui"})
@WithMockUser
@TestInstance(Lifecycle.PER_METHOD)
class UC034SearchTests extends SpringBrowserlessTest {

    @Autowired
    Conversations conversations;

    @Autowired
    Townspeople town;

    @Autowired
    FrontSeat seat;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    final String own = "q" + Long.toString(UUID.randomUUID().getMostSignificantBits() & Long.MAX_VALUE, 36);
    final SpaceId space = SpaceId.next();
    Asker maria;

    @BeforeEach
    void mariaSitsDown() {
        maria = town.person(Role.MEMBER);
        conversations.open(
                town.person(Role.ADMINISTRATOR),
                new NewSpace(
                        space, "space-" + space, LocalizedText.of(Language.EN, "Workshop"), null, Visibility.MEMBERS));
        seat.take(maria, Language.EN);
    }

    @Test
    void withoutWordsThePageSaysWhatCanBeFound() {
        open("search");
        assertThat(find(Paragraph.class).withClassName("empty-title").single().getText())
                .isEqualTo("One field for the whole house");
        assertThat(texts(Anchor.class)).doesNotContain("Threads");
    }

    @Test
    void whatIsFoundStandsThereWithItsWordsMarked() {
        start("Kilns <b>" + own + "</b>", "Our <script>alert(1)</script> kilns stand in " + own);
        settle();

        open("search?q=" + own + "%20kiln");

        ListItem row = find(ListItem.class).withClassName("row").single();
        assertThat(row.getElement().getTextRecursively())
                .contains("Kilns <b>" + own + "</b>", "Our <script>alert(1)</script> kilns", "Threads", "Workshop");
        assertThat(find(HitRow.Marked.class).all())
                .extracting(mark -> mark.getElement().getText())
                .contains("Kilns", own, "kilns");
        assertThat(row.getElement().getOuterHTML()).doesNotContain("<script>");
    }

    @Test
    void theAddressHoldsTheWholeQuestion() {
        start("Looms of " + own, "x");
        settle();
        open("search?q=" + own);
        assertThat(links())
                .containsEntry("Threads", "/app/search?q=" + own + "&kind=post")
                .containsEntry("Past week", "/app/search?q=" + own + "&time=week")
                .containsEntry("Newest", "/app/search?q=" + own + "&sort=newest");

        open("search?q=" + own + "&kind=post&time=week&sort=newest");
        assertThat(find(ListItem.class).withClassName("row").all()).hasSize(1);
        assertThat(links()).containsEntry("Past month", "/app/search?q=" + own + "&kind=post&time=month&sort=newest");
        assertThat(find(SearchBox.class)
                        .withClassName("search-page")
                        .single()
                        .getElement()
                        .getAttribute("data-keep"))
                .isEqualTo("kind=post&time=week&sort=newest");

        assertThat(links())
                .containsEntry("Български", "/app/search?q=" + own + "&kind=post&language=bg&time=week&sort=newest")
                .containsEntry("Any language", "/app/search?q=" + own + "&kind=post&time=week&sort=newest");
        open("search?q=" + own + "&language=en");
        assertThat(find(ListItem.class).withClassName("row").all()).hasSize(1);
        open("search?q=" + own + "&language=bg");
        assertThat(find(ListItem.class).withClassName("row").all()).isEmpty();
        assertThat(links()).containsEntry("Search without filters", "/app/search?q=" + own);
        open("search?q=" + own + "&kind=member");
        assertThat(find(ListItem.class).withClassName("row").all()).isEmpty();
        assertThat(links()).containsEntry("Search without filters", "/app/search?q=" + own);
        open("search?q=" + own + "&kind=nonsense&time=never&language=xx&sort=odd");
        assertThat(find(ListItem.class).withClassName("row").all()).hasSize(1);
    }

    @Test
    void aLongListGoesOn() {
        for (int number = 0; number < 25; number++) {
            start(own + " number " + number, "x");
        }
        settle();
        open("search?q=" + own);
        assertThat(find(ListItem.class).withClassName("row").all()).hasSize(20);
        test(button("Show more")).click();
        assertThat(find(ListItem.class).withClassName("row").all()).hasSize(25);
        assertThat(find(Button.class).withText("Show more").all()).isEmpty();
    }

    @Test
    void nothingFoundSaysSoAndSlipsAreForgiven() {
        open("search?q=" + own);
        assertThat(find(Paragraph.class).withClassName("empty-title").single().getText())
                .isEqualTo("Nothing found for “" + own + "”");

        start("Xylophonists " + own, "x");
        settle();
        open("search?q=xilophonists");
        assertThat(find(Paragraph.class).withClassName("list-note").single().getText())
                .isEqualTo("Nothing holds the words “xilophonists”. This is similar:");
    }

    @Test
    void whateverStandsInTheAddressThePageStands() {
        for (String words : List.of(
                "%00",
                "%27%3B--", "%3Cscript%3E", "a%3A*", "%25", "x".repeat(6_000), "%22", "%F0%9F%91%8D", "-", "%5C")) {
            open("search?q=" + words);
            assertThat(find(SearchBox.class).withClassName("search-page").all()).hasSize(1);
        }
    }

    @Test
    void whoDoesNotBelongFindsNothingOfTheMembers() {
        start("Inside " + own, own);
        settle();
        seat.take(town.person(new Role[0]), Language.EN);
        open("search?q=" + own);
        assertThat(find(ListItem.class).withClassName("row").all()).isEmpty();
    }

    @Test
    void theBoxStandsInTheHeadWithItsKey() {
        open("search");
        SearchBox head = find(SearchBox.class).withClassName("search-head").single();
        assertThat(head.getElement().getAttribute("data-keys")).isEqualTo("/");
        assertThat(head.getElement().getAttribute("data-suggestions")).isEqualTo(SearchPages.SUGGESTIONS);
        assertThat(head.getElement().getAttribute("data-all")).contains("{0}");
    }

    private void start(String title, String text) {
        conversations.start(
                maria, new NewThread(ThreadId.next(), space, PostId.next(), title, text, Language.EN, null));
    }

    private void settle() {
        SettledSearch.await(jdbc, transaction);
    }

    private void open(String path) {
        UI.getCurrent().navigate(path.contains("?") ? path.substring(0, path.indexOf('?')) : path, query(path));
    }

    private static QueryParameters query(String path) {
        return new Location(path).getQueryParameters();
    }

    private Map<String, String> links() {
        return find(Anchor.class).all().stream()
                .filter(link -> link.getElement().getClassList().contains("chip")
                        || link.getElement().getClassList().contains("button"))
                .collect(Collectors.toMap(
                        link -> link.getElement().getTextRecursively(), Anchor::getHref, (one, _) -> one));
    }

    private <C extends Component> List<String> texts(Class<C> type) {
        return find(type).all().stream()
                .map(one -> one.getElement().getTextRecursively())
                .toList();
    }

    private Button button(String words) {
        return find(Button.class).withText(words).single();
    }
}
