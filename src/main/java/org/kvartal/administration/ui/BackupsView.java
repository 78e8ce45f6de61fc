package org.kvartal.administration.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.administration.AdministrationPages;
import org.kvartal.administration.AdministrationRights;
import org.kvartal.administration.Backups;
import org.kvartal.administration.KeptBackup;
import org.kvartal.administration.domain.LiveTopics;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Wording;
import org.kvartal.live.Rereading;
import org.kvartal.shell.Icon;
import org.kvartal.shell.Notices;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ReaderWords;
import org.kvartal.shell.ShellPages;

/** The backups of the house: how it stands, what became of each, and one more now. It changes by itself. */
@Route(AdministrationPages.BACKUPS_ROUTE)
@RolesAllowed({"OFFICER", "ADMINISTRATOR"})
class BackupsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Backups backups;
    private final Permissions permissions;
    private final Rereading.Watch watch;
    private final ReaderWords words;
    private final boolean keeps;
    private final Div standing = new Div();
    private final BackupRows rows;

    BackupsView(
            Backups backups,
            Permissions permissions,
            Rereading rereading,
            Messages messages,
            Wording wording,
            CurrentReader currentReader) {
        this.backups = backups;
        this.permissions = permissions;
        this.watch = rereading.watch(this);
        this.words = new ReaderWords("administration", messages, wording, currentReader.get());
        this.keeps = permissions.has(words.asker(), AdministrationRights.KEEP_BACKUPS, Scope.PLATFORM);
        this.rows = new BackupRows(backups, words);
        addClassNames("view", "narrow");
        standing.addClassName("stack");
        PageHeading heading = new PageHeading(getPageTitle())
                .below(ShellPages.ADMIN, words.text("shell.admin"))
                .lead(words.text("administration.backups.lead"));
        if (keeps) {
            heading.acts(makeOne());
        }
        add(heading, standing, rows);
    }

    /** The role may have ended since the page's session began: the right is read afresh. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        permissions.check(words.asker(), AdministrationRights.SEE_BACKUPS, Scope.PLATFORM);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        watch.on(LiveTopics.BACKUPS, this::read, this::show);
        show(read());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("administration.backups.title");
    }

    private record Page(Backups.State state, BackupRows.Newest newest) {}

    private Page read() {
        return new Page(backups.state(words.asker()), rows.read());
    }

    private void show(Page page) {
        standing.removeAll();
        Backups.Held held = page.state().held();
        if (held != null) {
            standing.add(held(held));
        }
        if (page.state().late()) {
            Div late = new Div(Icon.ALERT.create(), new Paragraph(words.text("administration.backups.late")));
            late.addClassNames("notice", "late");
            standing.add(late);
        }
        standing.add(fact(said(page.state())));
        if (!page.state().nightly()) {
            standing.add(fact(words.text("administration.backups.not-nightly")));
        }
        standing.add(
                fact(words.text("administration.backups.where", page.state().folder())));
        rows.show(page.newest());
    }

    private String said(Backups.State state) {
        KeptBackup newest = state.newest();
        return newest == null
                ? words.text("administration.backups.none")
                : words.text("administration.backups.last", words.when(newest.begunAt()), words.size(newest.size()));
    }

    private static Paragraph fact(String text) {
        Paragraph fact = new Paragraph(text);
        fact.addClassName("backup-fact");
        return fact;
    }

    private Div held(Backups.Held held) {
        Div said = new Div();
        said.addClassName("stack");
        said.add(new Paragraph(words.text(
                "administration.backups.held",
                words.wording()
                        .exact(
                                held.restoredFrom(),
                                words.language(),
                                words.reader().zone()))));
        said.add(new Paragraph(words.text("administration.backups.held-letters", held.letters())));
        if (keeps) {
            Button release = new Button(words.text("administration.backups.release"), _ -> release());
            release.setDisableOnClick(true);
            said.add(release);
        }
        Div notice = new Div(Icon.ALERT.create(), said);
        notice.addClassNames("notice", "waiting");
        return notice;
    }

    private void release() {
        backups.releaseLetters(words.asker());
        Notices.done(words.text("administration.backups.released"));
        show(read());
        watch.shown();
    }

    private Button makeOne() {
        Button make = new Button(words.text("administration.backups.make"));
        make.setIcon(Icon.PLUS.create());
        make.addThemeVariants(ButtonVariant.PRIMARY);
        make.addClickListener(_ -> {
            backups.wish(words.asker());
            Notices.done(words.text("administration.backups.wished"));
        });
        return make;
    }
}
