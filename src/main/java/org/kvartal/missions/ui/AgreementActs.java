package org.kvartal.missions.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.alliance.Directory;
import org.kvartal.kernel.House;
import org.kvartal.membership.Members;
import org.kvartal.missions.AgreementState;
import org.kvartal.missions.Agreements;
import org.kvartal.missions.Agreements.AgreementContent;
import org.kvartal.missions.Agreements.AgreementPage;
import org.kvartal.missions.Agreements.PartyLine;
import org.kvartal.missions.MissionPages;
import org.kvartal.missions.MissionRights;
import org.kvartal.shell.DayField;
import org.kvartal.shell.FileDrop;
import org.kvartal.shell.LocalizedField;
import org.kvartal.shell.ShellPages;
import org.springframework.stereotype.Component;

/** What can be done with an agreement now: by the office, by the consultant of its project, and by whoever speaks for a party. */
@Component
class AgreementActs {

    private final Agreements agreements;
    private final Members members;
    private final Directory directory;
    private final Permissions permissions;
    private final House house;
    private final Clock clock;

    AgreementActs(
            Agreements agreements,
            Members members,
            Directory directory,
            Permissions permissions,
            House house,
            Clock clock) {
        this.agreements = agreements;
        this.members = members;
        this.directory = directory;
        this.permissions = permissions;
        this.house = house;
        this.clock = clock;
    }

    /** Whether the reader keeps the register. */
    boolean office(Words words) {
        return permissions.has(words.asker(), MissionRights.KEEP_AGREEMENTS, Scope.PLATFORM);
    }

    void into(Acts acts, AgreementPage page, boolean office, Runnable again) {
        Words words = acts.words();
        AgreementState state = page.line().state();
        if (state == AgreementState.DRAFT && page.mayKeep()) {
            acts.also(upload(page, words, again));
            acts.also("deal-edit", () -> edit(page, words));
        }
        if (page.mayKeep() && page.line().state() == AgreementState.IN_FORCE) {
            acts.also(Pieces.button(
                    MissionPages.newProject(page.line().code()), words.text("missions.app.trip-project"), false));
        }
        if (!office) {
            return;
        }
        if (state.next().contains(AgreementState.RENEWED_BY) && page.renewedBy() == null) {
            acts.also(Pieces.button(
                    ShellPages.path(MissionPages.NEW_AGREEMENT) + "?renews="
                            + page.line().code(),
                    words.text("missions.app.deal-renew"),
                    false));
        }
        acts.seldom("deal-summarise", () -> summarise(page, words));
        if (state.next().contains(AgreementState.ENDED)) {
            acts.seldom("deal-end", () -> end(page, words));
        }
    }

    private FileDrop upload(AgreementPage page, Words words, Runnable again) {
        String key = page.hash() == null ? "missions.app.deal-file" : "missions.app.deal-file-again";
        return new FileDrop(new Button(words.text(key)), (name, content) -> {
            var _ = agreements.file(words.asker(), page.line().id(), name, content);
            return again::run;
        });
    }

    private static Ask ask(Words words, AgreementPage page, String what) {
        return new Ask(words, "missions." + what + "." + page.line().code(), "missions.app." + what);
    }

    private Ask edit(AgreementPage page, Words words) {
        AgreementContent known = new AgreementContent(
                page.line().kind(),
                page.line().title(),
                page.line().summary(),
                page.parties().stream().map(PartyLine::party).toList(),
                page.line().starts(),
                page.line().ends());
        AgreementForm form = new AgreementForm(
                words, "missions.deal-edit." + page.line().code(), "missions.app.save", known, members, directory);
        return form.ask()
                .doing(() -> agreements.change(
                        words.asker(), page.line().id(), page.line().version(), form.content()));
    }

    Ask sign(AgreementPage page, PartyLine party, Words words) {
        Ask ask = Ask.titled(
                        words,
                        "missions.deal-sign." + page.line().code() + "." + party.place(),
                        "missions.app.deal-sign")
                .note(words.text("missions.app.deal-sign-text", words.name(party.name())));
        TextField signer = ask.line("signer", "missions.deal.field.signer", "", true);
        DayField on = ask.day("signedOn", "missions.deal.field.signed-on", house.day(clock.instant()), true);
        return ask.doing(() -> agreements.sign(
                words.asker(),
                page.line().id(),
                page.line().version(),
                party.place(),
                signer.getValue(),
                on.getValue()));
    }

    private Ask summarise(AgreementPage page, Words words) {
        Ask ask = ask(words, page, "deal-summarise").note(words.text("missions.deal.field.summary-hint"));
        LocalizedField summary = ask.text(
                "summary", "missions.deal.field.summary", 3, false, page.line().summary());
        return ask.doing(() -> agreements.summarise(
                words.asker(), page.line().id(), page.line().version(), summary.textOrNull()));
    }

    private Ask end(AgreementPage page, Words words) {
        Ask ask = ask(words, page, "deal-end").harmful().note(words.text("missions.app.deal-end-text"));
        TextArea reason = ask.block("reason", "missions.app.field.reason", "", true);
        return ask.doing(() ->
                agreements.end(words.asker(), page.line().id(), page.line().version(), reason.getValue()));
    }
}
