package org.kvartal.seminars.ui;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Location;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kvartal.TurnableClock;
import org.kvartal.accounts.Role;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.Belonging;
import org.kvartal.membership.CopiedLetters;
import org.kvartal.seminars.Certificates;
import org.kvartal.seminars.CheckIn;
import org.kvartal.seminars.RegistrationId;
import org.kvartal.seminars.Registrations;
import org.kvartal.seminars.Registrations.NewRegistration;
import org.kvartal.seminars.SeminarDesk;
import org.kvartal.seminars.SeminarDesk.Day;
import org.kvartal.seminars.SeminarDesk.NewSeminar;
import org.kvartal.seminars.SeminarId;
import org.kvartal.seminars.Seminars;
import org.kvartal.seminars.Seminars.SeminarCard;
import org.kvartal.seminars.Seminars.SeminarPage;
import org.kvartal.shell.Sheet;
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

/** A house with a lead in front of its screens, and members who come and go. */
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES, module = "seminars")
@Import({TurnableClock.Hands.class, SqlCounter.class, FrontSeat.class, CopiedLetters.class, Belonging.class})
@ViewPackages(packages = {"org.kvartal.shell.ui", "org.kvartal.seminars.ui"})
@WithMockUser
@TestInstance(Lifecycle.PER_METHOD)
abstract class Classroom extends SpringBrowserlessTest {

    static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");

    @Autowired
    SeminarDesk desk;

    @Autowired
    Seminars seminars;

    @Autowired
    Registrations registrations;

    @Autowired
    CheckIn checkIn;

    @Autowired
    Certificates certificates;

    @Autowired
    Belonging belonging;

    @Autowired
    FrontSeat seat;

    @Autowired
    TurnableClock clock;

    Asker lead;

    @BeforeEach
    void aLeadSitsDown() {
        lead = sitDown("Lena Lead", Role.FACILITATOR);
    }

    Asker person(String name, Role... roles) {
        return Asker.of(belonging.person(name, roles));
    }

    Asker sitDown(String name, Role... roles) {
        return sitDown(person(name, roles), roles);
    }

    Asker sitDown(Asker asker, Role... roles) {
        PersonId person = asker.requirePerson();
        seat.take(asker, Language.EN);
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        person.toString(),
                        "",
                        Arrays.stream(roles)
                                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                                .toList()));
        return asker;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SOFIA);
    }

    SeminarId begun(String title, int seats) {
        SeminarId id = SeminarId.next();
        desk.begin(
                lead,
                new NewSeminar(
                        id,
                        LocalizedText.of(Language.EN, title),
                        today().plusDays(10),
                        LocalTime.of(10, 0),
                        LocalTime.of(16, 0),
                        SOFIA,
                        "Letterpress hall",
                        seats,
                        null));
        return id;
    }

    /** One for which people may register now. */
    SeminarId opened(String title, int seats) {
        SeminarId id = begun(title, seats);
        desk.publish(lead, id, card(id).version());
        desk.openRegistration(lead, id, card(id).version());
        return id;
    }

    /** The hours of the seminar come. */
    void running(SeminarId id) {
        turnTo(id, Duration.ofMinutes(-30));
        desk.closeRegistration(lead, id, card(id).version());
        desk.start(lead, id, card(id).version());
        turnTo(id, Duration.ofMinutes(1));
    }

    void finished(SeminarId id) {
        turnTo(id, Duration.ofHours(7));
        desk.finish(lead, id, card(id).version());
    }

    void turnTo(SeminarId id, Duration afterBeginning) {
        SeminarCard card = card(id);
        clock.turn(Duration.between(
                clock.instant(), card.starts().atZone(card.zone()).toInstant().plus(afterBeginning)));
    }

    SeminarCard card(SeminarId id) {
        return Objects.requireNonNull(seminars.cards(lead, List.of(id)).get(id));
    }

    SeminarPage page(Asker asker, SeminarId id) {
        return seminars.find(asker, card(id).slug()).orElseThrow();
    }

    Day day(SeminarId id) {
        return page(lead, id).days().getFirst();
    }

    RegistrationId registered(Asker asker, SeminarId seminar) {
        RegistrationId id = RegistrationId.next();
        var _ = registrations.register(asker, new NewRegistration(id, seminar, null, Map.of()));
        return id;
    }

    static void go(String path) {
        UI.getCurrent().navigate("");
        Location wanted = new Location(path.replaceFirst("^/app/", ""));
        UI.getCurrent().navigate(wanted.getPath(), wanted.getQueryParameters());
    }

    void goTo(SeminarId id, String... after) {
        go("seminars/" + card(id).slug() + String.join("", after));
    }

    String heading() {
        return find(H1.class).single().getText();
    }

    String shown() {
        return find(Main.class).single().getElement().getTextRecursively();
    }

    void press(String words) {
        test(find(Button.class).withText(words).single()).click();
    }

    boolean offers(String words) {
        return find(Button.class).withText(words).exists();
    }

    /** Presses the button of the form that is open, where other buttons say the same. */
    void send(String words) {
        test(find(Button.class, find(Sheet.class).single()).withText(words).single())
                .click();
    }

    /** Opens a menu and presses one of its lines. */
    void menu(String label, String line) {
        test(find(NativeButton.class).withAttribute("aria-label", label).single())
                .click();
        test(find(NativeButton.class).withText(line).last()).click();
    }

    void write(String label, String text) {
        test(find(TextArea.class).withCaption(label).last()).setValue(text);
    }

    void type(String label, String text) {
        test(find(TextField.class).withCaption(label).last()).setValue(text);
    }

    DatePicker date(String label) {
        return find(DatePicker.class).withCaption(label).last();
    }
}
