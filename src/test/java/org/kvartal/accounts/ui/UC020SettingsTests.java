package org.kvartal.accounts.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kvartal.TurnableClock;
import org.kvartal.accounts.Arrivals;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.accounts.domain.Attempts;
import org.kvartal.accounts.domain.Profiles;
import org.kvartal.accounts.domain.SignIns;
import org.kvartal.accounts.domain.SignOuts;
import org.kvartal.accounts.domain.SignedIn;
import org.kvartal.accounts.domain.Visitor;
import org.kvartal.accounts.web.Letters;
import org.kvartal.files.Samples;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.mail.domain.LetterCatcher;
import org.kvartal.shell.ZoneNames;
import org.kvartal.site.Network;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithMockUser;

/** Somebody looks after their own account. */
@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        module = "accounts",
        extraIncludes = {"site", "shell"})
@Import(TurnableClock.Hands.class)
@ViewPackages(classes = {SettingsView.class, org.kvartal.shell.Card.class})
@WithMockUser
@TestInstance(Lifecycle.PER_METHOD)
class UC020SettingsTests extends SpringBrowserlessTest {

    static final String PASSWORD = "three blue doors";

    @Autowired
    Arrivals arrivals;

    @Autowired
    People people;

    @Autowired
    Profiles profiles;

    @Autowired
    SignIns signIns;

    @Autowired
    SignOuts signOuts;

    @Autowired
    Attempts attempts;

    @Autowired
    LetterCatcher catcher;

    final PersonId ann = PersonId.next();
    final Asker asAnn = Asker.of(ann);
    final String email = "ann-" + Ids.next() + "@example.org";

    UUID here;

    @BeforeEach
    void annOpensHerSettings() {
        arrivals.bring(
                Asker.house("test"),
                new Arrivals.Newcomer(
                        ann, "Ann Lee", Language.EN, ZoneId.of("Europe/Sofia"), new Arrivals.SignIn(email, PASSWORD)));
        signIn("Safari", "iPhone");
        SignedIn signedIn = signIn("Firefox", "Linux");
        here = signedIn.id();
        open(signedIn);
    }

    @Test
    void thePartsAreNamed() {
        assertThat(find(H2.class).all())
                .extracting(H2::getText)
                .containsExactly("Profile", "Password", "Where I am signed in", "My data");
    }

    @Test
    void aNewNameIsSeenByOthersAtOnce() {
        test(name()).setValue("Анна Ли");
        press("Save");

        assertThat(people.card(ann)).map(PersonCard::name).contains("Анна Ли");
        assertThat(toast()).isEqualTo("Saved.");
    }

    @Test
    void aNameThatIsNotTakenIsSaidBesideTheFieldAndStays() {
        test(name()).setValue("…");
        press("Save");

        assertThat(name().isInvalid()).isTrue();
        assertThat(name().getErrorMessage()).isEqualTo("A name needs at least one letter or digit.");
        assertThat(name().getValue()).isEqualTo("…");
        assertThat(people.card(ann)).map(PersonCard::name).contains("Ann Lee");
    }

    @Test
    void languageAndTimeZoneAreThePersonsOwn() {
        language().setValue(Language.BG);
        zone().setValue(ZoneId.of("Asia/Almaty"));
        press("Save");

        Profiles.Profile profile = profiles.own(asAnn);
        assertThat(profile.language()).isEqualTo(Language.BG);
        assertThat(profile.zone()).isEqualTo(ZoneId.of("Asia/Almaty"));
    }

    @Test
    void aZoneIsFoundByItsCityInOnesOwnLanguage() {
        ZoneNames zones = ZoneNames.in(Language.BG, Instant.parse("2026-01-15T00:00:00Z"));

        assertThat(zones.label(ZoneId.of("Europe/Sofia"))).isEqualTo("София, UTC+02:00");
        assertThat(zones.matches(ZoneId.of("Europe/Sofia"), "соф")).isTrue();
        assertThat(zones.matches(ZoneId.of("America/New_York"), "new york")).isTrue();
        assertThat(zones.with(ZoneId.of("Europe/Sofia"))).hasSizeGreaterThan(300);
    }

    @Test
    void aNewPasswordAsksForThePresentOne() {
        changePassword("not the present one", "four green windows");

        assertThat(field("Present password").getErrorMessage()).isEqualTo("This is not your present password.");
        assertThat(attempts.make(email, PASSWORD, false, visitor("Chrome", "Windows")))
                .isInstanceOf(Attempts.Attempt.Succeeded.class);
    }

    @Test
    void aBadPasswordIsSaidBesideTheField() {
        changePassword(PASSWORD, "Ann Lee");
        assertThat(field("New password").getErrorMessage()).startsWith("At least 10 characters");

        changePassword(PASSWORD, email);
        assertThat(field("New password").getErrorMessage()).startsWith("Your name or your address is easy to guess");
    }

    @Test
    void aNewPasswordSignsOutEverywhereElse() {
        changePassword(PASSWORD, "four green windows");

        assertThat(toast()).startsWith("The password is changed.");
        assertThat(signIns.places(asAnn)).extracting(SignIns.Place::id).containsExactly(here);
        assertThat(attempts.make(email, "four green windows", false, visitor("Chrome", "Windows")))
                .isInstanceOf(Attempts.Attempt.Succeeded.class);
    }

    @Test
    void whoeverHasNoPasswordYetGetsALetterToSetOne() {
        PersonId bob = PersonId.next();
        String bobs = "bob-" + Ids.next() + "@example.org";
        arrivals.bring(
                Asker.house("test"),
                new Arrivals.Newcomer(
                        bob, "Bob", Language.EN, ZoneId.of("Europe/Sofia"), new Arrivals.SignIn(bobs, null)));
        open(signIn(bob, "Firefox", "Linux"));

        press("Send the letter");

        assertThat(find(PasswordField.class).all()).isEmpty();
        assertThat(toast()).isEqualTo("The letter is on its way to " + bobs + ".");
        assertThat(new Letters(catcher).wait(bobs, 1).letter().subject()).isEqualTo("Set a new password");
    }

    @Test
    void thePlacesAreListedAndThisOneIsMarked() {
        assertThat(find(ListItem.class).all())
                .extracting(item -> item.getElement().getTextRecursively())
                .anySatisfy(place -> assertThat(place)
                        .contains("Firefox on Linux")
                        .contains("192.0.2.*")
                        .contains("This device"))
                .anySatisfy(
                        place -> assertThat(place).contains("Safari on iPhone").doesNotContain("This device"));
    }

    @Test
    void onePlaceIsSignedOut() {
        test(find(Button.class).withAriaLabel("Sign out Safari on iPhone").single())
                .click();

        assertThat(signIns.places(asAnn)).extracting(SignIns.Place::browser).containsExactly("Firefox");
        assertThat(find(ListItem.class).all())
                .noneMatch(item -> item.getElement().getTextRecursively().contains("Safari"));
    }

    @Test
    void allOthersAreSignedOutAtOnce() {
        signIn("Chrome", "Android");
        press("Sign out everywhere else");

        assertThat(signIns.places(asAnn)).extracting(SignIns.Place::id).containsExactly(here);
    }

    @Test
    void nobodyEndsASignInOfSomebodyElse() {
        PersonId bob = PersonId.next();
        arrivals.bring(
                Asker.house("test"), new Arrivals.Newcomer(bob, "Bob", Language.EN, ZoneId.of("Europe/Sofia"), null));

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> signOuts.end(Asker.of(bob), here));
        signOuts.endOthers(Asker.of(bob), null);
        assertThat(signIns.places(asAnn)).extracting(SignIns.Place::id).contains(here);
    }

    @Test
    void aPictureReplacesTheInitialsAndGoesAgain() {
        profiles.show(asAnn, "face.png", new ByteArrayInputStream(Samples.png(200, 200)));
        assertThat(people.card(ann).orElseThrow().picture()).startsWith("/files/");

        UI.getCurrent().navigate("");
        navigate(SettingsView.class);
        press("Remove the picture");
        assertThat(people.card(ann).orElseThrow().picture()).isNull();
    }

    @Test
    void whatIsNoPictureIsRefused() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> profiles.show(asAnn, "face.svg", new ByteArrayInputStream(Samples.svgWithScript())));
        assertThat(people.card(ann).orElseThrow().picture()).isNull();
    }

    private void open(SignedIn signedIn) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(signedIn, "", List.of()));
        UI.getCurrent().navigate("");
        navigate(SettingsView.class);
    }

    private SignedIn signIn(String browser, String system) {
        return signIn(ann, browser, system);
    }

    private SignedIn signIn(PersonId person, String browser, String system) {
        return signIns.recognise(
                        signIns.start(person, false, visitor(browser, system)).secret())
                .orElseThrow();
    }

    private static Visitor visitor(String browser, String system) {
        return new Visitor(Network.of("192.0.2.7"), browser, system, Optional.empty());
    }

    private void changePassword(String present, String wanted) {
        test(field("Present password")).setValue(present);
        test(field("New password")).setValue(wanted);
        press("Change the password");
    }

    private TextField name() {
        return find(TextField.class).single();
    }

    @SuppressWarnings("unchecked")
    private Select<Language> language() {
        return find(Select.class).single();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<ZoneId> zone() {
        return find(ComboBox.class).single();
    }

    private PasswordField field(String label) {
        return find(PasswordField.class).withCaption(label).single();
    }

    private void press(String words) {
        test(find(Button.class).withText(words).single()).click();
    }

    private String toast() {
        return find(Notification.class).last().getElement().getTextRecursively();
    }
}
