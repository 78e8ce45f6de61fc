package org.kvartal.pages.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kvartal.TurnableClock;
import org.kvartal.accounts.Role;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.pages.NewsDesk;
import org.kvartal.pages.NewsDesk.NewsDraft;
import org.kvartal.pages.NewsId;
import org.kvartal.pages.NewsState;
import org.kvartal.pages.Newsroom;
import org.kvartal.pages.StandingPage;
import org.kvartal.pages.StandingPages;
import org.kvartal.shell.Prose;
import org.kvartal.testing.FrontSeat;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithMockUser;

/** An officer writes what the house tells everybody. */
@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        module = "pages",
        extraIncludes = {"site", "shell"})
@Import({Newsroom.class, FrontSeat.class, SqlCounter.class, TurnableClock.Hands.class})
@ViewPackages(packages = {"org.kvartal.shell.ui", "org.kvartal.pages.ui"})
@WithMockUser
@TestInstance(Lifecycle.PER_METHOD)
class UC910WritePagesTests extends SpringBrowserlessTest {

    @Autowired
    Newsroom room;

    @Autowired
    StandingPages standing;

    @Autowired
    NewsDesk desk;

    @Autowired
    FrontSeat seat;

    @Autowired
    HouseClock clock;

    private Asker officer = Asker.guest();

    @BeforeEach
    void anOfficerSitsDown() {
        officer = sitDown("Olga Office", Role.OFFICER);
    }

    private Asker sitDown(String name, Role role) {
        Asker asker = room.person(name, role);
        seat.take(asker, Language.EN);
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        asker.requirePerson().toString(),
                        "",
                        List.of(new SimpleGrantedAuthority("ROLE_" + role.name()))));
        return asker;
    }

    private static void go(String path) {
        UI.getCurrent().navigate("");
        UI.getCurrent().navigate(path);
    }

    private String shown() {
        return find(Main.class).single().getElement().getTextRecursively();
    }

    private String heading() {
        return text(find(H1.class, find(Main.class).single()).single());
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }

    private void press(String words) {
        test(find(Button.class).withText(words).single()).click();
    }

    private void type(String caption, String words) {
        test(find(TextField.class).withCaption(caption).single()).setValue(words);
    }

    private void write(String caption, String words) {
        test(find(TextArea.class).withCaption(caption).single()).setValue(words);
    }

    // ---- standing pages ----

    @Test
    void aPageIsWrittenInOneLanguageAndThenInAnother() {
        room.write(officer, StandingPage.ABOUT, null);
        go("admin/pages");
        assertThat(heading()).isEqualTo("Pages and news");
        assertThat(shown()).contains("About us", "Contacts", "Privacy", "Not written, so not shown");

        go("admin/pages/about");
        assertThat(heading()).isEqualTo("About us");
        write("Text (English)", "We are here.");
        press("Български");
        write("Text (Български)", "Тук сме.");
        press("Save");

        assertThat(heading()).isEqualTo("Pages and news");
        assertThat(shown()).contains("English", "Български", "not in Русский", "Olga Office");
        assertThat(standing.find(StandingPage.ABOUT))
                .hasValueSatisfying(
                        page -> assertThat(page.text().in(Language.BG)).isEqualTo("Тук сме."));
    }

    @Test
    void whatSomebodyElseHasWrittenMeanwhileIsShownAndWhatWasTypedStays() {
        room.write(officer, StandingPage.CONTACTS, "Как было.");
        go("admin/pages/contacts");
        write("Text (Русский)", "Моё.");
        room.write(room.person("Petar Office", Role.OFFICER), StandingPage.CONTACTS, "Их текст.");
        press("Save");

        assertThat(shown()).contains("Petar Office has changed this meanwhile");
        assertThat(find(Prose.class).single().getElement().getProperty("innerHTML"))
                .contains("Их текст.");
        assertThat(find(TextArea.class).withCaption("Text (Русский)").single().getValue())
                .isEqualTo("Моё.");
        assertThat(standing.find(StandingPage.CONTACTS).orElseThrow().text().in(Language.RU))
                .isEqualTo("Их текст.");

        press("Save");
        assertThat(standing.find(StandingPage.CONTACTS).orElseThrow().text().in(Language.RU))
                .isEqualTo("Моё.");
    }

    @Test
    void whoeverPrefersTheOtherTextGoesOnFromIt() {
        room.write(officer, StandingPage.CONTACTS, "Как было.");
        go("admin/pages/contacts");
        write("Text (Русский)", "Моё.");
        room.write(officer, StandingPage.CONTACTS, "Их текст.");
        press("Save");
        press("Drop mine and go on from this");

        assertThat(find(TextArea.class).withCaption("Text (Русский)").single().getValue())
                .isEqualTo("Их текст.");
        assertThat(shown()).doesNotContain("has changed this meanwhile");
    }

    @Test
    void anAddressThatIsNoPageIsNotThere() {
        go("admin/pages/nowhere");
        assertThat(find(TextArea.class).exists()).isFalse();
    }

    // ---- news ----

    @Test
    void aPieceIsWrittenLookedAtPublishedAndWithdrawn() {
        NewsId id = NewsId.next();
        go("admin/pages/news/" + id + "/edit");
        assertThat(heading()).isEqualTo("New piece of news");
        press("Save the draft");
        assertThat(find(TextField.class).withCaption("Title (English)").single().isInvalid())
                .isTrue();
        type("Title (English)", "The hall is open");
        write("Text (English)", "**Every** Thursday.");
        press("Save the draft");

        assertThat(heading()).isEqualTo("The hall is open");
        assertThat(shown()).contains("Draft");
        assertThat(room.look(id).state()).isEqualTo(NewsState.DRAFT);

        press("Publish");
        assertThat(shown()).contains("Published");
        assertThat(room.look(id).content().day()).isEqualTo(clock.today());

        press("Withdraw");
        press("Yes, withdraw it");
        assertThat(find(TextArea.class).single().isInvalid()).isTrue();
        test(find(TextArea.class).single()).setValue("It was the other hall.");
        press("Yes, withdraw it");
        assertThat(shown()).contains("Withdrawn");
        assertThat(room.look(id).state()).isEqualTo(NewsState.WITHDRAWN);
    }

    @Test
    void whatIsRefusedIsSaidBesideItsField() {
        NewsId id = NewsId.next();
        go("admin/pages/news/" + id + "/edit");
        type("Title (English)", "Tomorrow");
        write("Text (English)", "It will be.");
        press("Русский");
        type("Title (Русский)", "Завтра");
        find(DatePicker.class).single().setValue(clock.today().plusDays(1));
        press("Save the draft");

        TextArea russian = find(TextArea.class).withCaption("Text (Русский)").single();
        assertThat(russian.isInvalid()).isTrue();
        assertThat(russian.getErrorMessage()).contains("the text does not yet");
        write("Text (Русский)", "Будет.");
        press("Save the draft");
        DatePicker day = find(DatePicker.class).single();
        assertThat(day.isInvalid()).isTrue();
        assertThat(day.getErrorMessage()).contains("today or an earlier day");
        day.setValue(clock.today());
        press("Save the draft");

        assertThat(room.look(id).content().title().in(Language.RU)).isEqualTo("Завтра");
    }

    @Test
    void aPictureIsShownAndNeedsWords() {
        NewsDraft piece = room.pictured(officer, "With a picture");
        go("admin/pages/news/" + piece.id() + "/edit");
        assertThat(find(Image.class).all()).isNotEmpty();
        type("What the picture shows (English)", "");
        press("Save");

        assertThat(find(TextField.class)
                        .withCaption("What the picture shows (English)")
                        .single()
                        .isInvalid())
                .isTrue();
        press("Remove the picture");
        press("Save");
        assertThat(room.look(piece.id()).content().picture()).isNull();
    }

    @Test
    void whatSomebodyElseHasChangedOfAPieceIsShownAndWhatWasTypedStays() {
        NewsDraft piece = room.draft(officer, Newsroom.content("As it was"));
        go("admin/pages/news/" + piece.id() + "/edit");
        type("Title (English)", "Mine");
        desk.change(officer, piece.id(), piece.version(), Newsroom.content("Theirs"));
        press("Save the draft");

        assertThat(shown()).contains("Somebody else has changed this meanwhile", "Theirs");
        press("Save the draft");
        assertThat(room.look(piece.id()).content().title().in(Language.EN)).isEqualTo("Mine");
    }

    @Test
    void nobodyPublishesWhatTheyDoNotSee() {
        NewsDraft piece = room.draft(officer, Newsroom.content("As it was"));
        go("admin/pages/news/" + piece.id());
        desk.change(officer, piece.id(), piece.version(), Newsroom.content("As it is"));
        press("Publish");

        assertThat(room.look(piece.id()).state()).isEqualTo(NewsState.DRAFT);
        assertThat(heading()).isEqualTo("As it is");
    }

    @Test
    void theListGoesOnAndTakesTheSameNumberOfQueriesHoweverLongItIs() {
        room.published(officer, Newsroom.content("The first"));
        standing.write(
                officer,
                StandingPage.PRIVACY,
                standing.look(officer, StandingPage.PRIVACY).version(),
                new LocalizedText(Language.EN, Map.of(Language.EN, "We keep little.")));
        go("admin/pages");
        int few = SqlCounter.during(() -> go("admin/pages")).size();
        for (int i = 0; i < 31; i++) {
            room.draft(
                    i % 2 == 0 ? officer : room.person("Officer " + i, Role.OFFICER), Newsroom.content("Piece " + i));
        }

        assertThat(SqlCounter.during(() -> go("admin/pages")).size()).isEqualTo(few);
        assertThat(shown()).contains("Piece 30").doesNotContain("The first");
        press("Show older");
        assertThat(shown()).contains("The first");
    }

    @Test
    void whoKeepsNoOfficeSeesNothingOfIt() {
        sitDown("Mila Member", Role.MEMBER);
        go("admin/pages");
        assertThat(heading()).isNotEqualTo("Pages and news");
        assertThat(shown()).doesNotContain("Write news");
    }
}
