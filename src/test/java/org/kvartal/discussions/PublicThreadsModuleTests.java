package org.kvartal.discussions;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.kvartal.accounts.Role.ADMINISTRATOR;
import static org.kvartal.accounts.Role.MEMBER;
import static org.kvartal.membership.RepresentationKind.PRIMARY;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.discussions.Conversations.NewPost;
import org.kvartal.discussions.Conversations.NewSpace;
import org.kvartal.discussions.Conversations.NewThread;
import org.kvartal.discussions.Conversations.PostEdit;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.HouseBook;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.membership.MandateId;
import org.kvartal.membership.MemberId;
import org.kvartal.testing.MainLanguage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.web.servlet.MockMvc;

/** A visitor reads what was said in public, on plain pages and in a feed reader. */
@ApplicationModuleTest(BootstrapMode.ALL_DEPENDENCIES)
@AutoConfigureMockMvc
@Import(Townspeople.class)
class PublicThreadsModuleTests {

    @Autowired
    MockMvc web;

    @Autowired
    Conversations conversations;

    @Autowired
    Townspeople town;

    @Autowired
    Threads threads;

    @Autowired
    Needs needs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HouseBook book;

    private SpaceId open;
    private SpaceId closed;
    private ThreadId thread;
    private PostId firstPost;
    private Asker author;
    private long number;

    @BeforeEach
    void aThreadOfAPublicSpace() {
        open = SpaceId.next();
        closed = SpaceId.next();
        thread = ThreadId.next();
        firstPost = PostId.next();
        author = town.person(MEMBER);
        space(open, Visibility.PUBLIC);
        space(closed, Visibility.MEMBERS);
        number = start(thread, open, firstPost, "Аренда мастерских", "Сколько вы платите за **метр**?", Language.RU);
    }

    @Test
    void aVisitorReadsAThreadInTheLanguageOfTheAuthorOnAPageInTheirOwn() throws Exception {
        web.perform(get("/en/threads/" + number))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<html lang=\"en\"")))
                .andExpect(content().string(containsString("lang=\"ru\">Аренда мастерских</h1>")))
                .andExpect(content().string(containsString("<strong>метр</strong>")))
                .andExpect(content().string(containsString("\"@type\":\"DiscussionForumPosting\"")))
                .andExpect(header().doesNotExist(HttpHeaders.SET_COOKIE));
    }

    @Test
    void aPageIsSentAgainOnlyWhenAPostWasAddedOrChanged() throws Exception {
        String tag = tag();
        web.perform(get("/en/threads/" + number).header(HttpHeaders.IF_NONE_MATCH, tag))
                .andExpect(status().isNotModified());

        conversations.edit(author, new PostEdit(firstPost, version(), "Сколько вы платите?"));

        web.perform(get("/en/threads/" + number).header(HttpHeaders.IF_NONE_MATCH, tag))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("метр"))));
    }

    @Test
    void aNeedStandsAtTheHeadOfItsPageWithThoseBehindIt() throws Exception {
        MemberId weavers = town.association("Weavers");
        town.mandate(author, weavers, PRIMARY);
        needs.state(author, thread, NeedFacts.typed("<b>Мастера</b>", Language.RU, "sofia", "", "5.2023", "1200"));
        String tag = tag();
        needs.support(author, thread, weavers);
        needs.support(town.person(MEMBER), thread, null);

        web.perform(get("/ru/threads/" + number).header(HttpHeaders.IF_NONE_MATCH, tag))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("&lt;b&gt;Мастера&lt;/b&gt;")))
                .andExpect(content().string(containsString("София")))
                .andExpect(content().string(containsString("май 2023")))
                .andExpect(content().string(containsString("Поддерживают 1 человек и 1 объединение.")))
                .andExpect(content().string(containsString("Weavers")))
                .andExpect(content().string(containsString("href=\"/app/threads/" + number + "\">Поддержать</a>")));
    }

    @Test
    void theListCanShowNeedsAlone() throws Exception {
        long other = start(ThreadId.next(), open, PostId.next(), "Just talk", "text", Language.EN);
        needs.state(author, thread, NeedFacts.typed("Workshops", Language.EN, null, "Everywhere", "2023", ""));
        String space = "/en/threads?space=space-" + open;

        web.perform(get(space))
                .andExpect(content().string(containsString("row-need")))
                .andExpect(content().string(containsString("/en/threads/" + other)));
        web.perform(get("/en/threads?only=needs&space=space-" + open))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/en/threads/" + number)))
                .andExpect(content().string(not(containsString("/en/threads/" + other))))
                .andExpect(content().string(containsString("href=\"" + space + "\" aria-current=\"true\"")));
        needs.support(town.person(MEMBER), thread, null);
        web.perform(get("/en/threads?only=needs&space=space-" + open))
                .andExpect(content().string(containsString("1 person")));
    }

    @Test
    void aLongThreadHasPagesOnWhichPostsKeepTheirPlace() throws Exception {
        for (int post = 2; post <= 45; post++) {
            conversations.post(
                    author, new NewPost(PostId.next(), thread, "ответ номер " + post + ".", Language.RU, null));
        }

        web.perform(get("/ru/threads/" + number + "?page=2"))
                .andExpect(content().string(containsString("ответ номер 21.")))
                .andExpect(content().string(containsString("ответ номер 40.")))
                .andExpect(content().string(not(containsString("ответ номер 41."))))
                .andExpect(content().string(containsString("Страница 2 из 3")));
        web.perform(get("/ru/threads/" + number + "/41"))
                .andExpect(redirectedUrl("/ru/threads/" + number + "?page=3#post-41"));
        web.perform(get("/ru/threads/" + number + "?page=4")).andExpect(status().isNotFound());
        web.perform(get("/ru/threads/" + number + "/46")).andExpect(status().isNotFound());
    }

    @Test
    void whatMembersSayAmongThemselvesIsNowhereInPublic() throws Exception {
        ThreadId secret = ThreadId.next();
        long hidden = start(secret, closed, PostId.next(), "Between us", "The secret word", Language.EN);

        web.perform(get("/en/threads/" + hidden)).andExpect(status().isNotFound());
        web.perform(get("/en/threads/" + hidden + "/1")).andExpect(status().isNotFound());
        web.perform(get("/threads/" + hidden + ".atom")).andExpect(status().isNotFound());
        for (String page : new String[] {"/en", "/en/threads", "/threads.atom"}) {
            web.perform(get(page))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("Between us"))))
                    .andExpect(content().string(not(containsString("secret word"))));
        }
        web.perform(get("/en/threads?space=space-" + closed)).andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/en", "/en/threads", "/threads.atom"})
    void whatLeavesTheNewestThreadsLeavesTheirPagesAtOnce(String page) throws Exception {
        PostId unwanted = PostId.next();
        start(ThreadId.next(), open, unwanted, "Before", "Unwanted " + unwanted, Language.EN);
        start(ThreadId.next(), open, PostId.next(), "Later", "Newer than the other.", Language.EN);
        String tag = Objects.requireNonNull(web.perform(get(page))
                .andExpect(content().string(containsString("Unwanted " + unwanted)))
                .andReturn()
                .getResponse()
                .getHeader(HttpHeaders.ETAG));

        conversations.delete(author, unwanted);

        web.perform(get(page).header(HttpHeaders.IF_NONE_MATCH, tag))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Unwanted " + unwanted))));
    }

    @Test
    void whatWasWrittenForAnAssociationSaysSoOnPagesInFeedsAndToMachines() throws Exception {
        MemberId weavers = town.association("Weavers & <Sons>");
        MandateId mandate = town.mandate(author, weavers, PRIMARY);
        conversations.post(author, new NewPost(PostId.next(), thread, "У нас дешевле.", Language.RU, weavers, null));
        town.end(mandate);

        web.perform(get("/en/threads/" + number))
                .andExpect(content().string(containsString("for <span lang=\"en\">Weavers &amp; &lt;Sons&gt;</span>")))
                .andExpect(content().string(containsString("\"sourceOrganization\":{")));
        web.perform(get("/ru/threads/" + number))
                .andExpect(content()
                        .string(containsString("от имени: «<span lang=\"en\">Weavers &amp; &lt;Sons&gt;</span>»")));
        web.perform(get("/bg/threads?space=space-" + open))
                .andExpect(content()
                        .string(containsString("от името на „<span lang=\"en\">Weavers &amp; &lt;Sons&gt;</span>“")));
        web.perform(get("/threads/" + number + ".atom"))
                .andExpect(content().string(containsString(" · от имени: «Weavers &amp; &lt;Sons&gt;»</name>")));
        web.perform(get("/threads.atom"))
                .andExpect(content().string(containsString(" · от имени: «Weavers &amp; &lt;Sons&gt;»</name>")));
    }

    @Test
    void whoWantsToAnswerIsLedToTheThreadInTheWorkspaceOrToJoining() throws Exception {
        web.perform(get("/en/threads/" + number))
                .andExpect(content().string(containsString("href=\"/app/threads/" + number + "\"")))
                .andExpect(content().string(containsString("href=\"/en/join\"")));
    }

    @Test
    void aTakenAwayPostLeavesAStubWithoutItsText() throws Exception {
        conversations.delete(author, firstPost);

        web.perform(get("/en/threads/" + number))
                .andExpect(content().string(containsString("Post 1 was taken away")))
                .andExpect(content().string(not(containsString("метр"))));
        web.perform(get("/threads/" + number + ".atom")).andExpect(content().string(not(containsString("метр"))));
    }

    @Test
    void aFeedReaderGetsTheNewestPosts() throws Exception {
        web.perform(get("/threads/" + number + ".atom"))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith("application/atom+xml"))
                .andExpect(content().string(containsString("<title>Аренда мастерских</title>")))
                .andExpect(content().string(containsString("&lt;strong&gt;метр&lt;/strong&gt;")));
    }

    @Test
    void theFeedOfAllThreadsIsTitledInTheMainLanguageOfTheHouse() throws Exception {
        String tag = feedTag();
        try (MainLanguage _ = new MainLanguage(Language.RU, jdbc, book)) {
            web.perform(get("/threads.atom").header(HttpHeaders.IF_NONE_MATCH, tag))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("<title>Kvartal – Темы</title>")));
        }
    }

    private String feedTag() throws Exception {
        return Objects.requireNonNull(web.perform(get("/threads.atom"))
                .andExpect(content().string(containsString("<title>Kvartal – Threads</title>")))
                .andReturn()
                .getResponse()
                .getHeader(HttpHeaders.ETAG));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "</title><script>alert(1)</script>",
                "]]></title><script>alert(1)</script>",
                "</script><script>alert(1)</script>",
                "${7*7} __${7*7}__ [[${7*7}]] #{x}",
                "a\u0000b\u0008c\uFFFE",
                "ÅÍÎÏ˝ÓÔ\uF8FFÒÚÆ☃ \uD83D\uDCA9 Ṱ̺̺̕o͞ ̷i̲̬",
                "\u202Egnirts tfel ot thgir"
            })
    void noTextThatSomebodyTypesBecomesMarkup(String typed) throws Exception {
        long hostile = start(ThreadId.next(), open, PostId.next(), typed, typed, Language.EN);

        for (String page : new String[] {"/en/threads/" + hostile, "/en/threads", "/threads/" + hostile + ".atom"}) {
            web.perform(get(page))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("<script>alert"))))
                    .andExpect(content().string(not(containsString("<img src=x"))))
                    .andExpect(content().string(not(containsString(">49"))));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/en/threads?after=x",
                "/en/threads?after=9999999999999999-999999999999999",
                "/en/threads?page=-1"
            })
    void aMangledAddressIsNoError(String address) throws Exception {
        web.perform(get(address)).andExpect(status().isOk());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/en/threads/999999999999999",
                "/en/threads/9999999999999999999",
                "/en/threads/1/999999999",
                "/en/threads/x",
                "/en/threads?space='--"
            })
    void whatIsNotThereIsNotFound(String address) throws Exception {
        web.perform(get(address)).andExpect(status().isNotFound());
    }

    private String tag() throws Exception {
        return Objects.requireNonNull(web.perform(get("/en/threads/" + number))
                .andReturn()
                .getResponse()
                .getHeader(HttpHeaders.ETAG));
    }

    private long version() {
        return threads.source(author, firstPost).orElseThrow().version();
    }

    private void space(SpaceId id, Visibility visibility) {
        conversations.open(
                town.person(ADMINISTRATOR),
                new NewSpace(id, "space-" + id, LocalizedText.of(Language.EN, "Space"), null, visibility));
    }

    private long start(ThreadId id, SpaceId space, PostId post, String title, String text, Language language) {
        return conversations.start(author, new NewThread(id, space, post, title, text, language, null));
    }
}
