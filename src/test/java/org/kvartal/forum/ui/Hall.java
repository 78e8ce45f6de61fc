package org.kvartal.forum.ui;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Location;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kvartal.TurnableClock;
import org.kvartal.accounts.Role;
import org.kvartal.forum.Agenda;
import org.kvartal.forum.Agenda.AgendaDesk;
import org.kvartal.forum.Convening;
import org.kvartal.forum.Forums;
import org.kvartal.forum.Invitations;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.SeriesBook;
import org.kvartal.forum.SeriesBook.NewSeries;
import org.kvartal.forum.SeriesId;
import org.kvartal.forum.Sessions;
import org.kvartal.forum.Sessions.SessionCard;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.Belonging;
import org.kvartal.membership.CopiedLetters;
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

/** A house with a facilitator in front of its screens, and members who come and go. */
@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        module = "forum",
        extraIncludes = {"site", "shell"})
@Import({TurnableClock.Hands.class, SqlCounter.class, FrontSeat.class, CopiedLetters.class, Belonging.class})
@ViewPackages(packages = {"org.kvartal.shell.ui", "org.kvartal.forum.ui"})
@WithMockUser
@TestInstance(Lifecycle.PER_METHOD)
abstract class Hall extends SpringBrowserlessTest {

    static final Asker HOUSE = Asker.house("test");

    @Autowired
    SeriesBook series;

    @Autowired
    Sessions sessions;

    @Autowired
    Convening convening;

    @Autowired
    Agenda agenda;

    @Autowired
    Invitations invitations;

    @Autowired
    Belonging belonging;

    @Autowired
    FrontSeat seat;

    @Autowired
    TurnableClock clock;

    PersonId me;

    @BeforeEach
    void anOfficerSitsDown() {
        me = sitDown("Olga Officer", Role.OFFICER);
    }

    PersonId sitDown(String name, Role... roles) {
        PersonId person = belonging.person(name, roles);
        seat.take(Asker.of(person), Language.EN);
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        person.toString(),
                        "",
                        Arrays.stream(roles)
                                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                                .toList()));
        return person;
    }

    /** A series that meets once a week. */
    SeriesId weekly(String name) {
        SeriesId id = SeriesId.next();
        series.make(HOUSE, new NewSeries(id, Forums.weekly(name, clock.instant()), Set.of()));
        return id;
    }

    SessionCard session(SeriesId of) {
        return sessions.coming(HOUSE).stream()
                .filter(one -> of.equals(one.series()))
                .findFirst()
                .orElseThrow();
    }

    ItemId proposed(SeriesId of, String title) {
        ItemId id = ItemId.next();
        agenda.propose(Asker.of(belonging.person("Mila Member", Role.MEMBER)), Forums.item(id, of, title));
        return id;
    }

    void schedule(SeriesId of, ItemId id) {
        AgendaDesk desk = agenda.desk(HOUSE, session(of).code()).orElseThrow();
        agenda.place(
                HOUSE,
                desk.session().id(),
                desk.agendaVersion(),
                id,
                desk.parts().getLast().id(),
                99);
    }

    SessionCard opened(SeriesId of) {
        schedule(of, proposed(of, "A hall for looms"));
        SessionCard draft = session(of);
        convening.open(HOUSE, draft.id(), draft.version(), false);
        return session(of);
    }

    List<String> titles(SeriesId of) {
        return agenda.desk(HOUSE, session(of).code()).orElseThrow().parts().stream()
                .flatMap(part -> part.items().stream())
                .map(item -> item.title().in(Language.EN))
                .toList();
    }

    static void go(String path) {
        UI.getCurrent().navigate("");
        Location wanted = new Location(path.replaceFirst("^/app/", ""));
        UI.getCurrent().navigate(wanted.getPath(), wanted.getQueryParameters());
    }

    String heading() {
        return find(H1.class).single().getText();
    }

    String page() {
        return text(find(Main.class).single());
    }

    static String text(Component component) {
        return component.getElement().getTextRecursively();
    }

    void press(String words) {
        test(find(Button.class).withText(words).single()).click();
    }

    /** Presses the button of the form that is open, where other buttons say the same. */
    void send(String words) {
        test(find(Button.class, find(Sheet.class).single()).withText(words).single())
                .click();
    }

    /** Presses a small button by what it does. */
    void step(String label) {
        test(find(NativeButton.class).withAttribute("aria-label", label).single())
                .click();
    }

    boolean canStep(String label) {
        return find(NativeButton.class)
                .withAttribute("aria-label", label)
                .single()
                .isEnabled();
    }

    /** Opens a menu and presses one of its lines. */
    void menu(String label, String line) {
        step(label);
        test(find(NativeButton.class).withText(line).last()).click();
    }

    boolean offers(String words) {
        return find(Button.class).withText(words).exists();
    }

    TextField field(String label) {
        return find(TextField.class).withCaption(label).single();
    }

    void type(String label, String text) {
        test(field(label)).setValue(text);
    }

    TextArea area(String label) {
        return find(TextArea.class).withCaption(label).single();
    }

    void write(String label, String text) {
        test(area(label)).setValue(text);
    }

    DatePicker day(String label) {
        return find(DatePicker.class).withCaption(label).single();
    }

    @SuppressWarnings("unchecked")
    Select<Object> select(String label) {
        return (Select<Object>) find(Select.class).withCaption(label).single();
    }

    @SuppressWarnings("unchecked")
    ComboBox<Object> combo(String label) {
        return (ComboBox<Object>) find(ComboBox.class).withCaption(label).single();
    }

    List<String> rows(String words) {
        return find(ListItem.class, find(Main.class).single()).all().stream()
                .map(Hall::text)
                .filter(row -> row.contains(words))
                .toList();
    }

    String toast() {
        return text(find(Notification.class).last());
    }
}
