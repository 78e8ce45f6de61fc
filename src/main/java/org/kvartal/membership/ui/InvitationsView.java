package org.kvartal.membership.ui;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.kvartal.imports.ImportId;
import org.kvartal.imports.Imports;
import org.kvartal.imports.Imports.ImportCard;
import org.kvartal.imports.ImportsPages;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Wording;
import org.kvartal.live.Live;
import org.kvartal.live.Live.Listening;
import org.kvartal.membership.ImportInvitations;
import org.kvartal.membership.MembershipPages;
import org.kvartal.shell.PageHeading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;

/** The letters to those whom an import has brought in: how many may go out, how far they are, and who has come. */
@Route(MembershipPages.INVITATIONS + "/:import([0-9a-f-]{36})")
@PermitAll
@StyleSheet("context://membership/invitations.css")
class InvitationsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final Logger log = LoggerFactory.getLogger(InvitationsView.class);

    private final ImportInvitations invitations;
    private final Imports imports;
    private final Messages messages;
    private final Wording wording;
    private final Live live;
    private final Executor executor;
    private final Reader reader;
    private @Nullable Listening listening;

    InvitationsView(
            ImportInvitations invitations,
            Imports imports,
            Messages messages,
            Wording wording,
            Live live,
            @Qualifier("applicationTaskExecutor") Executor executor,
            CurrentReader currentReader) {
        this.invitations = invitations;
        this.imports = imports;
        this.messages = messages;
        this.wording = wording;
        this.live = live;
        this.executor = executor;
        this.reader = currentReader.get();
        addClassName("view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        leave();
        ImportId id = event.getRouteParameters()
                .get("import")
                .map(InvitationsView::id)
                .orElseThrow(NotFound::new);
        ImportCard card = imports.find(reader.asker(), id).orElseThrow(NotFound::new);
        InvitationRoundPart part = new InvitationRoundPart(
                messages, wording, reader, () -> invitations.send(reader.asker(), id), () -> read(id));
        removeAll();
        add(
                new PageHeading(getPageTitle())
                        .kicker(new Anchor(ImportsPages.one(card.number()), card.fileName()))
                        .lead(text("membership.invitations.lead")),
                part);
        UI ui = event.getUI();
        listening = live.onChange(ImportInvitations.topic(id), () -> again(ui, id, part));
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

    /** News come from a thread that must not wait. */
    private void again(UI ui, ImportId id, InvitationRoundPart part) {
        try {
            executor.execute(() -> {
                try {
                    ImportInvitations.Round round = read(id);
                    var _ = ui.access(() -> part.show(round));
                } catch (UIDetachedException left) {
                    log.debug("The page was closed meanwhile");
                } catch (RuntimeException failed) {
                    // The next news, or the reader's next click, reads again.
                    log.warn("Invitations could not be read again: {}", failed.toString());
                }
            });
        } catch (RejectedExecutionException closing) {
            log.debug("Not read any more: the house is closing");
        }
    }

    @Override
    public String getPageTitle() {
        return text("membership.invitations.title");
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        leave();
    }

    private void leave() {
        if (listening != null) {
            listening.close();
            listening = null;
        }
    }

    private String text(String key, Object... arguments) {
        return messages.text(reader.language(), key, arguments);
    }
}
