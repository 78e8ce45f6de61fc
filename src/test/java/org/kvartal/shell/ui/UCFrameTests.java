package org.kvartal.shell.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.sql.SQLTransientConnectionException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.AdminPart;
import org.kvartal.shell.Card;
import org.kvartal.shell.EmptyState;
import org.kvartal.shell.GoTo;
import org.kvartal.shell.HeaderPart;
import org.kvartal.shell.HomeCard;
import org.kvartal.shell.LiveRegion;
import org.kvartal.shell.Shortcut;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.security.web.SecurityFilterChain;

/** The frame of the workspace as a member sees it, with three views that stand in for those of other modules. */
@ApplicationModuleTest
@ViewPackages(packages = "org.kvartal.shell.ui")
@Import(UCFrameTests.House.class)
@WithMockUser(username = "member", roles = "MEMBER")
class UCFrameTests extends SpringBrowserlessTest {

    static final PersonId MEMBER = PersonId.next();

    @Autowired
    House house;

    @Autowired
    WorkspaceStart start;

    @AfterEach
    void quiet() {
        house.cards = List.of();
        house.managing = List.of();
        house.language = Language.EN;
    }

    @Test
    void theRailNamesThePlacesOneMayEnterInTheReadersLanguageAndNoOthers() {
        open(Language.RU, "");

        assertThat(places())
                .extracting(Component::getElement)
                .extracting(element -> element.getTextRecursively())
                .containsExactly("Сегодня", "Ещё");
        assertThat(find(Nav.class).single().getAriaLabel()).hasValue("Меню");
    }

    @Test
    void theRailMarksWhereOneIsAlsoBelowAPlace() {
        open(Language.EN, "");
        assertThat(place("").getElement().getAttribute("aria-current")).isEqualTo("page");

        UI.getCurrent().navigate("sample");
        assertThat(place("").getElement().hasAttribute("aria-current")).isFalse();
        assertThat(place("/sample").getElement().getAttribute("aria-current")).isEqualTo("page");

        UI.getCurrent().navigate("sample/12");
        assertThat(place("/sample").getElement().getAttribute("aria-current")).isEqualTo("true");
    }

    @Test
    void aScreenReaderHearsWhereOneHasComeTo() {
        open(Language.EN, "sample");

        UI.getCurrent().navigate("");

        assertThat(find(LiveRegion.class).single().getText()).isEqualTo("Today");
    }

    @Test
    void anotherPageBeginsAtItsTopAndTheSameOneStaysWhereItIs() {
        open(Language.EN, "");
        var _ = arrivals();

        UI.getCurrent().navigate("sample");
        assertThat(arrivals()).containsExactly(true);

        UI.getCurrent().navigate("sample", QueryParameters.of("part", "2"));
        assertThat(arrivals()).containsExactly(false);
    }

    /** What the script of the frame is told: whether it is another page. */
    private static List<Object> arrivals() {
        UI.getCurrent().getInternals().getStateTree().runExecutionsBeforeClientResponse();
        return UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream()
                .map(PendingJavaScriptInvocation::getInvocation)
                .filter(told -> told.getExpression().contains("'arrived'"))
                .map(told -> (Object) told.getParameters().getFirst())
                .toList();
    }

    @Test
    void thePageSpeaksTheReadersLanguage() {
        open(Language.BG, "");

        assertThat(UI.getCurrent().getLocale().getLanguage()).isEqualTo("bg");
        assertThat(find(H1.class).single().getText()).isEqualTo("Днес");
        assertThat(UI.getCurrent().getReconnectDialogConfiguration().getDialogText())
                .startsWith("Няма връзка");
    }

    @Test
    void aDayWithoutCardsSaysWhatWillBeHere() {
        open(Language.EN, "");

        assertThat(find(EmptyState.class).single().getElement().getTextRecursively())
                .contains("A quiet day");
    }

    @Test
    void todayPutsCardsIntoColumnsByTheirOrderAndLeavesEmptyOnesOut() {
        house.cards = List.of(
                card(HomeCard.Column.MOVED, 20, "Second"),
                card(HomeCard.Column.MOVED, 10, "First"),
                card(HomeCard.Column.NEXT, 10, "Coming"),
                nothing(HomeCard.Column.MINE));

        open(Language.EN, "");

        assertThat(find(H2.class).all())
                .extracting(H2::getText)
                .containsExactly("Next", "Coming", "What moved", "First", "Second");
    }

    @Test
    @WithMockUser(username = "keeper", roles = "ADMINISTRATOR")
    void whoeverKeepsTheHouseFindsWhatTheyMayManageInItsOrder() {
        house.managing = List.of("second", "first");
        open(Language.EN, "admin");

        assertThat(find(H2.class).all())
                .extracting(title -> title.getElement().getTextRecursively())
                .containsExactly("Today", "More");
        assertThat(find(Anchor.class, find(Main.class).single()).all())
                .extracting(Anchor::getHref)
                .containsExactly("/app/admin/first", "/app/admin/second");
    }

    @Test
    @WithMockUser(username = "keeper", roles = "ADMINISTRATOR")
    void whoMayManageNothingAnyMoreIsToldSo() {
        open(Language.EN, "admin");

        assertThat(find(H1.class).single().getText()).isEqualTo("This page is for others");
    }

    @Test
    void aMemberHasNoWayThere() {
        house.managing = List.of("first");
        open(Language.EN, "admin");

        assertThat(find(H1.class).single().getText()).isEqualTo("This page is for others");
        assertThat(places()).extracting(Anchor::getHref).doesNotContain("/app/admin");
    }

    @Test
    void anUnknownAddressLeadsBackToToday() {
        open(Language.EN, "no/such/place");

        assertThat(find(H1.class).single().getText()).isEqualTo("There is nothing here");
        assertThat(find(Anchor.class, find(Main.class).single()).single().getHref())
                .isEqualTo("/app");
    }

    @Test
    void aPageForOthersSaysSo() {
        open(Language.EN, "officers");

        assertThat(find(H1.class).single().getText()).isEqualTo("This page is for others");
    }

    @Test
    void aPageThatCannotBeMadeGivesANumberToQuote() {
        BrokenView.trouble = () -> new IllegalStateException("no reader sees this");

        open(Language.EN, "broken");

        assertThat(find(H1.class).single().getText()).isEqualTo("That did not work");
        assertThat(find(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .anyMatch(text -> text.matches("Number [2-9A-Z]{4}(-[2-9A-Z]{4}){2}"))
                .noneMatch(text -> text.contains("no reader sees this"));
    }

    @Test
    void whatIsGoneForbiddenOrOutOfReachHasWordsOfItsOwn() {
        BrokenView.trouble = NotFound::new;
        open(Language.EN, "broken");
        assertThat(find(H1.class).single().getText()).isEqualTo("There is nothing here");

        BrokenView.trouble = Forbidden::new;
        open(Language.EN, "broken");
        assertThat(find(H1.class).single().getText()).isEqualTo("This page is for others");

        BrokenView.trouble = () -> new IllegalStateException(new SQLTransientConnectionException("no connection"));
        open(Language.EN, "broken");
        assertThat(find(H1.class).single().getText()).isEqualTo("One moment, please");
    }

    @Test
    void anErrorInAClickLeavesThePageAsItIs() {
        open(Language.EN, "sample");

        assertThat(toastAfter(new IllegalStateException("boom"))).startsWith("That did not work.");
        assertThat(toastAfter(Refused.because("shell.more"))).isEqualTo("More");
        assertThat(toastAfter(new Forbidden())).isEqualTo("You may not do that.");
        assertThat(toastAfter(new IllegalStateException(new SQLTransientConnectionException("no connection"))))
                .startsWith("Saving is paused");
        assertThat(find(H1.class).single().getText()).isEqualTo("Sample");
    }

    @Test
    void theHelpSheetListsTheKeysOfThePage() {
        open(Language.EN, "sample");

        test(find(NativeButton.class).withAriaLabel("Keys").single()).click();

        String sheet = find(Dialog.class).single().getElement().getTextRecursively();
        assertThat(sheet).contains("Today").contains("More").contains("Begin something");
    }

    @Test
    void headerPartsStandAtTheRightInTheirOrder() {
        open(Language.EN, "");

        assertThat(find(Div.class)
                        .withClassName("top-parts")
                        .single()
                        .getElement()
                        .getTextRecursively())
                .endsWith("inboxaccount");
    }

    private void open(Language language, String path) {
        house.language = language;
        cleanVaadinEnvironment();
        initVaadinEnvironment();
        // The views of this test are no routes of the house: other tests never see them.
        RouteConfiguration routes = RouteConfiguration.forApplicationScope();
        List.of(SampleView.class, SampleDetailView.class, OfficersView.class, BrokenView.class)
                .forEach(routes::setAnnotatedRoute);
        UI.getCurrent().refreshCurrentRoute(true);
        UI.getCurrent().navigate(path);
    }

    private List<Anchor> places() {
        return find(Anchor.class).withClassName("rail-item").all();
    }

    private Anchor place(String path) {
        return places().stream()
                .filter(link -> link.getHref().equals("/app" + path))
                .findFirst()
                .orElseThrow();
    }

    private String toastAfter(RuntimeException trouble) {
        find(Notification.class).all().forEach(Notification::close);
        start.failed(new ErrorEvent(trouble));
        Notification toast = find(Notification.class).last();
        return toast.getElement().getTextRecursively();
    }

    private static HomeCard card(HomeCard.Column column, int order, String title) {
        return new Told(column, order, Optional.of(new Card(title)));
    }

    private static HomeCard nothing(HomeCard.Column column) {
        return new Told(column, 0, Optional.empty());
    }

    record Told(Column column, int order, Optional<Component> component) implements HomeCard {

        @Override
        public Optional<Component> card(Reader reader) {
            return component;
        }
    }

    @Route(value = "sample", registerAtStartup = false)
    @Menu(title = "shell.more", order = 5, icon = "threads")
    @GoTo("s")
    @PermitAll
    static class SampleView extends Div {

        SampleView() {
            add(new H1("Sample"), new Shortcut("n", "Begin something").on(new Button("Begin")));
        }
    }

    @Route(value = "sample/12", registerAtStartup = false)
    @PermitAll
    static class SampleDetailView extends Div {}

    @Route(value = "officers", registerAtStartup = false)
    @Menu(title = "shell.close", order = 6, icon = "lock")
    @RolesAllowed("ADMINISTRATOR")
    static class OfficersView extends Div {}

    @Route(value = "broken", registerAtStartup = false)
    @PermitAll
    static class BrokenView extends Div {

        static Supplier<RuntimeException> trouble = IllegalStateException::new;

        BrokenView() {
            throw trouble.get();
        }
    }

    /** Stands in for the modules above: who reads, what they put on Today and into the head. */
    @TestConfiguration
    static class House {

        Language language = Language.EN;
        List<HomeCard> cards = List.of();
        List<String> managing = List.of();

        @Bean
        CurrentReader currentReader() {
            return () -> new Reader(Asker.of(MEMBER), language, ZoneId.of("Europe/Sofia"));
        }

        @Bean
        HomeCard first() {
            return new Slot(0);
        }

        @Bean
        HomeCard second() {
            return new Slot(1);
        }

        @Bean
        HomeCard third() {
            return new Slot(2);
        }

        @Bean
        HomeCard fourth() {
            return new Slot(3);
        }

        @Bean
        AdminPart later() {
            return new Managing(20, "shell.more", "second");
        }

        @Bean
        AdminPart earlier() {
            return new Managing(10, "shell.today", "first");
        }

        @Bean
        HeaderPart account() {
            return new Word(1000, "account");
        }

        @Bean
        HeaderPart inbox() {
            return new Word(100, "inbox");
        }

        @Bean
        SecurityFilterChain chain(HttpSecurity http) throws Exception {
            return http.with(VaadinSecurityConfigurer.vaadin(), _ -> {}).build();
        }

        private class Slot implements HomeCard {

            private final int place;

            Slot(int place) {
                this.place = place;
            }

            @Override
            public Column column() {
                return place < cards.size() ? cards.get(place).column() : Column.MINE;
            }

            @Override
            public int order() {
                return place < cards.size() ? cards.get(place).order() : 0;
            }

            @Override
            public Optional<Component> card(Reader reader) {
                return place < cards.size() ? cards.get(place).card(reader) : Optional.empty();
            }
        }

        private class Managing implements AdminPart {

            private final int order;
            private final String title;
            private final String place;

            Managing(int order, String title, String place) {
                this.order = order;
                this.title = title;
                this.place = place;
            }

            @Override
            public int order() {
                return order;
            }

            @Override
            public String title() {
                return title;
            }

            @Override
            public String text() {
                return "shell.close";
            }

            @Override
            public String path() {
                return "/app/admin/" + place;
            }

            @Override
            public boolean visible(Reader reader) {
                return managing.contains(place);
            }
        }

        private record Word(int order, String word) implements HeaderPart {

            @Override
            public Optional<Component> part(Reader reader) {
                return Optional.of(new Span(word));
            }
        }
    }
}
