package org.kvartal.administration.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.mocks.MockRequest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kvartal.TurnableClock;
import org.kvartal.administration.domain.HouseSettings;
import org.kvartal.administration.domain.OptionalModule;
import org.kvartal.files.Samples;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.House;
import org.kvartal.kernel.HouseBook;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.shell.UnsentText;
import org.kvartal.testing.Focus;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.WebUtils;

/** Whoever keeps the house changes what it is, section by section. */
class UC900ChangeHouseTests extends AtTheSettings {

    @Autowired
    TurnableClock clock;

    @Autowired
    HouseSettings settings;

    @Autowired
    CurrentReader currentReader;

    @Autowired
    Messages messages;

    @Test
    void theNameStandsInTheFrameOnceItIsSaved() {
        go("admin/settings");
        test(field("Name of the house")).setValue("Quarter of arts");
        save(NamePart.class);

        assertThat(house.name()).isEqualTo("Quarter of arts");
        go("admin/settings");
        assertThat(find(Anchor.class).all())
                .filteredOn(link -> link.hasClassName("top-name"))
                .singleElement()
                .satisfies(name -> assertThat(text(name)).contains("Quarter of arts"));
    }

    @Test
    void whatIsWrongIsSaidBesideTheFieldAndWhatWasTypedStays() {
        go("admin/settings");
        test(field("Name of the house")).setValue("…");
        save(NamePart.class);
        test(field("Colour")).setValue("green");
        save(LookPart.class);

        assertThat(field("Name of the house").isInvalid()).isTrue();
        assertThat(field("Name of the house").getValue()).isEqualTo("…");
        assertThat(field("Colour").getErrorMessage()).isEqualTo("This is no colour. One looks like #0b6e4f.");
        assertThat(house.name()).isEqualTo("Kvartal");
        assertThat(house.accent()).isNull();
    }

    @Test
    void whatIsTypedIntoASectionStaysInTheBrowserWhileAnotherIsSaved() {
        go("admin/settings");

        for (String caption : List.of("Name of the house", "Colour", "Mail server", "Letters come from")) {
            assertThat(field(caption).getElement().getAttribute("data-unsent"))
                    .as(caption)
                    .isNotBlank();
            Component section = upwards(field(caption))
                    .filter(SectionPart.class::isInstance)
                    .findFirst()
                    .orElseThrow();
            assertThat(find(UnsentText.class, section).all()).as(caption).hasSize(1);
        }
        assertThat(find(PasswordField.class).single().getElement().hasAttribute("data-unsent"))
                .as("passwords are never kept")
                .isFalse();
    }

    @Test
    void takingTheMarkAwayLeavesTheColourThatIsTyped() {
        settings.mark(currentReader.get().asker(), 0, "mark.png", new ByteArrayInputStream(Samples.png(20, 20)));
        go("admin/settings");
        test(field("Colour")).setValue("#0b6e4f");

        test(find(Button.class).withText("Remove the mark").single()).click();

        assertThat(house.mark()).isNull();
        assertThat(UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations())
                .extracting(call -> call.getInvocation().getExpression())
                .as("the browser is not told to forget it")
                .noneMatch(script -> script.contains("kvartal-sent"));
    }

    @Test
    void whatIsSavedLeadsBackToItsSection() {
        go("admin/settings");
        test(field("Address")).setValue("https://house.example.org");
        save(AddressPart.class);

        assertThat(Focus.led())
                .contains(find(H2.class, find(AddressPart.class).single())
                        .single()
                        .getElement()
                        .getNode());
    }

    @Test
    void whatIsSavedIsSaidAndLeadsBackToItsSectionOnceThePageHasBegunAnew() {
        go("admin/settings");
        test(field("Colour")).setValue("#0b6e4f");
        save(LookPart.class);
        assertThat(text(find(Notification.class).single())).isEqualTo("Saved.");
        assertThat(Focus.led())
                .contains(find(H2.class, find(LookPart.class).single())
                        .single()
                        .getElement()
                        .getNode());
        go("admin/settings");
        assertThat(find(Notification.class).all()).as("once").hasSize(1);
        assertThat(Focus.led()).isEmpty();
    }

    @Test
    void whatIsSavedIsSaidAtOnceWhereThePageStays() {
        go("admin/settings");
        test(field("Address")).setValue("https://house.example.org");
        save(AddressPart.class);

        assertThat(text(find(Notification.class).single())).isEqualTo("Saved.");
    }

    @Test
    void nobodyIsToldLongAfterwards() {
        go("admin/settings");
        LookPart part = find(LookPart.class).single();
        SavedSection.keep(part, clock.instant().minus(Duration.ofMinutes(2)));
        go("admin/settings");
        assertThat(find(Notification.class).all()).isEmpty();

        SavedSection.keep(part, clock.instant().minus(Duration.ofSeconds(20)));
        go("admin/settings");
        assertThat(find(Notification.class).all()).hasSize(1);
    }

    @Test
    void aTrialLetterStaysInAHouseWithoutAServerAndLeadsToWhereItIsRead() {
        go("admin/settings");
        assertThat(letters()).contains("No server is set: letters stay in the house and are read at /letters.");

        assertThat(trial()).isEqualTo("Without a mail server letters stay in the house: read them at /letters");
        assertThat(find(Anchor.class, find(LettersPart.class).single()).all())
                .hasSize(2)
                .extracting(Anchor::getHref)
                .containsOnly("/en/letters");
        assertThat(field("Mail server").isInvalid()).isFalse();
        assertThat(field("Letters come from").isInvalid()).isFalse();
        assertThat(caught()).containsExactly("A letter to try");
    }

    @Test
    void whoeverSitsElsewhereIsNotLedToAPageThatIsNotThereForThem() {
        Objects.requireNonNull(WebUtils.getNativeRequest(VaadinServletRequest.getCurrent(), MockRequest.class))
                .getHeaders()
                .put("X-Forwarded-For", List.of("192.0.2.7"));
        go("admin/settings");
        assertThat(letters())
                .contains("No server is set: letters stay in the house.")
                .doesNotContain("/letters");

        assertThat(trial())
                .isEqualTo("No mail server is set: the letter stays in the house and can’t be read from here.");
        assertThat(find(Anchor.class, find(LettersPart.class).single()).all()).isEmpty();
        assertThat(caught()).containsExactly("A letter to try");
    }

    @Test
    void theSettingsNameThePageThatSaysWhoChangedWhatAsItIsCalled() {
        for (Language language : Language.values()) {
            assertThat(messages.text(language, "administration.settings.lead"))
                    .contains(messages.text(language, "accounts.trail.title"));
        }
    }

    @Test
    void oneGoesOnAtTheFirstFieldThatIsWrong() {
        go("admin/settings");
        test(field("Mail server")).setValue("not a server/");
        test(field("Letters come from")).setValue("nobody");
        save(LettersPart.class);

        assertThat(field("Mail server").isInvalid()).isTrue();
        assertThat(field("Letters come from").isInvalid()).isTrue();
        assertThat(Focus.led()).contains(field("Mail server").getElement().getNode());

        languages().setValue(Set.of());
        save(PlacePart.class);
        assertThat(Focus.led()).contains(languages().getElement().getNode());
    }

    private static Stream<Component> upwards(Component one) {
        return Stream.iterate(Optional.of(one), Optional::isPresent, each -> each.flatMap(Component::getParent))
                .map(Optional::orElseThrow);
    }

    @Test
    void aPaleColourIsShownAsItWillBeSeen() {
        go("admin/settings");
        test(field("Colour")).setValue("#ffd1dc");

        assertThat(field("Colour").getHelperText()).startsWith("Too pale to be read on white");
        List<Div> samples = find(Div.class).all().stream()
                .filter(one -> one.hasClassName("colour-sample"))
                .toList();
        assertThat(samples).hasSize(2);
        assertThat(samples.getFirst().getStyle().get("--accent")).isNotEqualTo("#ffd1dc");
        save(LookPart.class);
        assertThat(house.accent()).hasToString("#ffd1dc");
    }

    @Test
    void onlyOfferedLanguagesCanBeChosenAndOneIsNeeded() {
        go("admin/settings");
        CheckboxGroup<Language> languages = languages();
        languages.setValue(Set.of());
        save(PlacePart.class);
        assertThat(languages.getErrorMessage()).isEqualTo("Offer at least one language.");

        languages.setValue(Set.of(Language.RU, Language.EN));
        save(PlacePart.class);
        assertThat(house.languages()).containsExactlyInAnyOrder(Language.RU, Language.EN);
    }

    @Test
    void twoWhoChangeTheSameAreToldApart() {
        go("admin/settings");
        test(field("Name of the house")).setValue("Mine");
        jdbc.sql("""
                INSERT INTO house_section (name, version, content, changed_at)
                VALUES ('identity', 1, '{"name": "Theirs"}', now())
                """).update();
        save(NamePart.class);

        assertThat(text(find(NamePart.class).single())).contains("Somebody else has changed this meanwhile");
        book.readAgain();
        assertThat(house.name()).isEqualTo("Theirs");
        assertThat(field("Name of the house").getValue()).isEqualTo("Mine");
    }

    @Test
    void aModuleThatIsSwitchedOffLeavesTheRailAndEveryAddressOfItSaysSo() {
        go("admin/settings");
        assertThat(rail()).contains("Seminars", "Voice");
        modules().setValue(Set.of(OptionalModule.ALLIANCE, OptionalModule.FORUM));
        save(ModulesPart.class);

        assertThat(house.resting()).containsExactlyInAnyOrder("seminars", "missions", "advocacy");
        List<String> resting = RouteConfiguration.forApplicationScope().getAvailableRoutes().stream()
                .filter(route -> house.resting().contains(House.module(route.getNavigationTarget())))
                .map(RouteData::getTemplate)
                .filter(template -> !template.contains(":"))
                .toList();
        assertThat(resting).contains("seminars", "missions", "advocacy").hasSizeGreaterThan(6);
        for (String route : resting) {
            go(route);
            assertThat(text(find(H1.class, find(Main.class).single()).single()))
                    .as(route)
                    .isEqualTo("This is not in use here");
        }
        assertThat(rail()).contains("Sessions").doesNotContain("Seminars", "Voice", "Missions");
    }

    @Test
    void aModuleIsRefusedWithoutWhatItNeeds() {
        go("admin/settings");
        modules().setValue(Set.of(OptionalModule.MISSIONS));
        save(ModulesPart.class);

        assertThat(modules().getErrorMessage()).startsWith("Missions choose partners from the directory");
        assertThat(book.read(HouseBook.MODULES).version()).isZero();
    }

    private String letters() {
        return text(find(LettersPart.class).single());
    }

    /** Presses the button, and waits for what is said. */
    private String trial() {
        test(find(Button.class, find(LettersPart.class).single())
                        .withText("Send a letter to myself")
                        .single())
                .click();
        VaadinSession session = VaadinSession.getCurrent();
        return await().pollInSameThread()
                .until(
                        () -> {
                            session.getService().runPendingAccessTasks(session);
                            return find(Paragraph.class, find(LettersPart.class).single()).all().stream()
                                    .filter(one -> one.hasClassName("trial-said"))
                                    .map(AtTheSettings::text)
                                    .collect(Collectors.joining());
                        },
                        said -> !said.equals("Sending…"));
    }

    private List<String> caught() {
        return jdbc.sql("SELECT subject FROM caught_letter WHERE recipient = :email")
                .param("email", email)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private String rail() {
        go("admin/settings");
        return find(Nav.class).all().stream()
                .filter(nav -> nav.hasClassName("rail"))
                .map(AtTheSettings::text)
                .findFirst()
                .orElseThrow();
    }

    private TextField field(String caption) {
        return find(TextField.class).withCaption(caption).single();
    }

    @SuppressWarnings("unchecked") // what it holds is known by its place
    private CheckboxGroup<Language> languages() {
        return find(CheckboxGroup.class, find(PlacePart.class).single()).single();
    }

    @SuppressWarnings("unchecked") // what it holds is known by its place
    private CheckboxGroup<OptionalModule> modules() {
        return find(CheckboxGroup.class, find(ModulesPart.class).single()).single();
    }
}
