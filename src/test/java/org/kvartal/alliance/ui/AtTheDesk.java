package org.kvartal.alliance.ui;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.shared.JsonConstants;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kvartal.accounts.Role;
import org.kvartal.alliance.AlliancePages;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.Entries;
import org.kvartal.alliance.Entries.EntryEdit;
import org.kvartal.alliance.Entries.NewEntry;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.alliance.EntryDesk;
import org.kvartal.alliance.EntryDrafts;
import org.kvartal.alliance.EntryId;
import org.kvartal.alliance.EntryKind;
import org.kvartal.alliance.Residents;
import org.kvartal.alliance.RevisionId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.RepresentationKind;
import org.kvartal.testing.FrontSeat;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.security.test.context.support.WithMockUser;

/** Somebody in front of the directory in the workspace. Entries carry a word of their test, so that it finds its own. */
@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        module = "alliance",
        extraIncludes = {"site", "shell"})
@Import({FrontSeat.class, Residents.class, SqlCounter.class})
@ViewPackages(classes = {EntryEditView.class, org.kvartal.shell.Card.class})
@WithMockUser
@TestInstance(Lifecycle.PER_METHOD)
abstract class AtTheDesk extends SpringBrowserlessTest {

    @Autowired
    Entries entries;

    @Autowired
    EntryDesk desk;

    @Autowired
    EntryDrafts drafts;

    @Autowired
    Directory directory;

    @Autowired
    Residents town;

    @Autowired
    FrontSeat seat;

    /** A word that only this test's entries carry in their names. */
    final String own = "q" + Long.toString(UUID.randomUUID().getMostSignificantBits() & Long.MAX_VALUE, 36);

    Asker steward;
    Asker maria;

    @BeforeEach
    void somebodyComes() {
        steward = town.person(Role.OFFICER);
        maria = town.person(Role.MEMBER);
    }

    void sits(Asker person) {
        seat.take(person, Language.EN);
    }

    /** A public entry. */
    EntryId made(EntryKind kind, String name) {
        EntryId id = EntryId.next();
        entries.make(steward, NewEntry.of(id, kind, told(kind, name)));
        return id;
    }

    EntryContent told(EntryKind kind, String name) {
        return EntryContent.of(kind, new Names(name + " " + own, "en", Map.of(), List.of()));
    }

    /** A public entry that stands for a member whom somebody answers for. */
    EntryId owned(Asker owner, String name) {
        MemberId member = town.association(name + " " + own);
        EntryId id = made(EntryKind.ASSOCIATION, name);
        entries.link(steward, id, member);
        town.mandate(owner, member, RepresentationKind.PRIMARY);
        return id;
    }

    /** Somebody else saves. */
    void saves(Asker by, EntryId id, EntryContent content) {
        entries.save(by, new EntryEdit(RevisionId.next(), id, form(id).version(), content, null));
    }

    EntryDesk.EntryForm form(EntryId id) {
        return desk.form(Asker.house("test"), id);
    }

    EntryContent content(EntryId id) {
        return form(id).content();
    }

    void goEdit(EntryId id) {
        go(AlliancePages.DIRECTORY + "/" + form(id).card().slug() + "/edit");
    }

    static void go(String path) {
        UI.getCurrent().navigate("");
        Location wanted = new Location(path);
        UI.getCurrent().navigate(wanted.getPath(), wanted.getQueryParameters());
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

    TextField field(String label) {
        return find(TextField.class).withCaption(label).single();
    }

    TextArea area(String label) {
        return find(TextArea.class).withCaption(label).single();
    }

    void type(String label, String text) {
        test(field(label)).setValue(text);
    }

    /** Some seconds after somebody typed, the browser says so. */
    void rest() {
        Element form = find(EntryFields.class).single().getElement();
        form.getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(
                        form,
                        "change",
                        JacksonUtils.createObjectNode()
                                .put(JsonConstants.EVENT_DATA_PHASE, JsonConstants.EVENT_PHASE_TRAILING)));
    }

    String toast() {
        return text(find(Notification.class).last());
    }
}
