package org.kvartal.missions.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Wording;
import org.kvartal.live.Rereading;
import org.kvartal.missions.Agreements;
import org.kvartal.missions.Agreements.AgreementFilter;
import org.kvartal.missions.Agreements.AgreementList;
import org.kvartal.missions.MissionPages;
import org.kvartal.missions.MissionRights;
import org.kvartal.missions.MissionTopics;
import org.kvartal.missions.Projects.ListKey;
import org.kvartal.shell.EmptyState;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;

/** The register of agreements, the newest first. */
@Route(MissionPages.AGREEMENTS)
@PermitAll
@StyleSheet("context://missions/trips.css")
class AgreementsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int SHOWN = 30;

    private final Agreements agreements;
    private final Permissions permissions;
    private final Words words;
    private final Rereading.Watch watch;
    private final Div body = new Div();

    AgreementsView(
            Agreements agreements,
            Permissions permissions,
            Rereading rereading,
            Messages messages,
            Wording wording,
            CurrentReader currentReader) {
        this.agreements = agreements;
        this.permissions = permissions;
        this.words = new Words(messages, wording, currentReader.get());
        this.watch = rereading.watch(this);
        addClassName("view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        PageHeading heading = new PageHeading(getPageTitle())
                .below(ShellPages.path(MissionPages.MISSIONS), words.text("missions.menu"))
                .lead(words.text("missions.deal.lead"));
        if (permissions.has(words.asker(), MissionRights.KEEP_AGREEMENTS, Scope.PLATFORM)) {
            heading.acts(
                    Pieces.button(ShellPages.path(MissionPages.NEW_AGREEMENT), words.text("missions.deal.new"), true));
        }
        add(heading, body);
        watch.on(MissionTopics.ALL, this::read, this::show);
        show(read());
    }

    @Override
    public String getPageTitle() {
        return words.text("missions.deal.title");
    }

    private AgreementList read() {
        return agreements.list(words.asker(), AgreementFilter.ALL, null, SHOWN);
    }

    private void show(AgreementList list) {
        body.removeAll();
        if (list.agreements().isEmpty()) {
            body.add(new EmptyState(words.text("missions.deal.none"), words.text("missions.deal.none-text")));
            return;
        }
        UnorderedList rows = Pieces.rows();
        list.agreements().forEach(line -> rows.add(TripPieces.agreement(line, words)));
        Div older = new Div();
        older.addClassName("older");
        more(list.next(), rows, older);
        body.add(rows, older);
        watch.shown();
    }

    private void more(@Nullable ListKey key, UnorderedList rows, Div older) {
        older.removeAll();
        if (key != null) {
            older.add(new Button(words.text("missions.trip.older"), _ -> {
                AgreementList next = agreements.list(words.asker(), AgreementFilter.ALL, key, SHOWN);
                next.agreements().forEach(line -> rows.add(TripPieces.agreement(line, words)));
                more(next.next(), rows, older);
            }));
        }
    }
}
