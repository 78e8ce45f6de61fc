package org.kvartal.membership.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.UUID;
import org.kvartal.imports.ImportId;
import org.kvartal.imports.Imports;
import org.kvartal.imports.Imports.ImportCard;
import org.kvartal.imports.ImportsPages;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Wording;
import org.kvartal.live.Rereading;
import org.kvartal.membership.ImportInvitations;
import org.kvartal.membership.MembershipPages;
import org.kvartal.shell.PageHeading;

/** The letters to those whom an import has brought in: how many may go out, how far they are, and who has come. */
@Route(MembershipPages.INVITATIONS + "/:import([0-9a-f-]{36})")
@PermitAll
@StyleSheet("context://membership/invitations.css")
class InvitationsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final ImportInvitations invitations;
    private final Imports imports;
    private final Messages messages;
    private final Wording wording;
    private final Reader reader;
    private final Rereading.Watch watch;

    InvitationsView(
            ImportInvitations invitations,
            Imports imports,
            Messages messages,
            Wording wording,
            Rereading rereading,
            CurrentReader currentReader) {
        this.invitations = invitations;
        this.imports = imports;
        this.messages = messages;
        this.wording = wording;
        this.reader = currentReader.get();
        this.watch = rereading.watch(this);
        addClassName("view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        ImportId id = event.getRouteParameters()
                .get("import")
                .map(InvitationsView::id)
                .orElseThrow(NotFound::new);
        ImportCard card = imports.find(reader.asker(), id).orElseThrow(NotFound::new);
        InvitationRoundPart part = new InvitationRoundPart(
                messages, wording, reader, () -> invitations.send(reader.asker(), id), () -> readAtOnce(id));
        removeAll();
        add(
                new PageHeading(getPageTitle())
                        .kicker(new Anchor(ImportsPages.one(card.number()), card.fileName()))
                        .lead(text("membership.invitations.lead")),
                part);
        watch.on(ImportInvitations.topic(id), () -> read(id), part::show);
        part.show(read(id));
    }

    private static ImportId id(String text) {
        try {
            return new ImportId(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            throw new NotFound();
        }
    }

    private ImportInvitations.Round read(ImportId id) {
        return invitations.round(reader.asker(), id).orElse(ImportInvitations.Round.NONE);
    }

    private ImportInvitations.Round readAtOnce(ImportId id) {
        watch.shown();
        return read(id);
    }

    @Override
    public String getPageTitle() {
        return text("membership.invitations.title");
    }

    private String text(String key, Object... arguments) {
        return messages.text(reader.language(), key, arguments);
    }
}
