package org.kvartal.seminars.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.seminars.CertificateState;
import org.kvartal.seminars.Certificates.CertificateLine;
import org.kvartal.seminars.Certificates.Eligible;
import org.kvartal.seminars.RegistrationId;
import org.kvartal.seminars.Seminars.SeminarPage;

/** Who has completed the seminar, and what was certified. */
class CertificatesPart extends Div {

    private final DeskTools tools;
    private final SeminarPage page;
    private final Words words;
    private final Div place;
    private final Runnable again;

    CertificatesPart(DeskTools tools, SeminarPage page, Words words, Div place, Runnable again) {
        this.tools = tools;
        this.page = page;
        this.words = words;
        this.place = place;
        this.again = again;
        boolean held = page.card().state().held();
        List<Eligible> eligible = held && page.may().certify()
                ? tools.certificates().eligible(words.asker(), page.card().id())
                : List.of();
        List<CertificateLine> lines =
                tools.certificates().of(words.asker(), page.card().id());
        if (!eligible.isEmpty()) {
            add(Pieces.part(words.text("seminars.app.eligible"), eligible(eligible)));
        }
        if (lines.isEmpty()) {
            if (eligible.isEmpty()) {
                add(Pieces.quiet(words.text(held ? "seminars.app.none-completed" : "seminars.app.not-over")));
            }
            return;
        }
        UnorderedList rows = Pieces.rows();
        lines.forEach(line -> rows.add(LedgerView.row(line, acts(line), words)));
        add(Pieces.part(words.text("seminars.app.issued"), rows));
    }

    private Component eligible(List<Eligible> eligible) {
        UnorderedList rows = Pieces.rows();
        eligible.forEach(one -> rows.add(Pieces.row(
                Pieces.person(one.person(), one.name()),
                null,
                new Span(words.text(one.ready() ? "seminars.app.ready" : "seminars.app.feedback-missing")))));
        List<Eligible> ready = eligible.stream().filter(Eligible::ready).toList();
        Div part = new Div(rows);
        if (!ready.isEmpty()) {
            part.add(new Acts(words, place, again)
                    .next("issue", () -> issue(ready))
                    .row(words.text("seminars.app.eligible")));
        }
        return part;
    }

    private Ask issue(List<Eligible> ready) {
        Ask ask = new Ask(words, "seminars.issue." + page.card().slug(), "seminars.app.issue-now")
                .note(words.text("seminars.app.issue-text"));
        CheckboxGroup<Eligible> who = ask.asking("who", new CheckboxGroup<>(ask.label("who")));
        who.setItems(ready);
        who.setItemLabelGenerator(Eligible::name);
        who.setValue(Set.copyOf(ready));
        who.setRequiredIndicatorVisible(true);
        return ask.apart(() -> {
            Collection<RegistrationId> chosen =
                    who.getValue().stream().map(Eligible::registration).collect(Collectors.toSet());
            return () -> {
                var _ = tools.certificates().issue(words.asker(), page.card().id(), chosen);
            };
        });
    }

    private @Nullable Component acts(CertificateLine line) {
        Acts acts = new Acts(words, place, again);
        if (line.state() == CertificateState.ISSUED && page.may().certify()) {
            acts.seldom("replace", () -> replace(line));
        }
        if (line.mayRevoke()) {
            acts.seldom("revoke", () -> revoke(line));
        }
        return acts.row(line.facts().number());
    }

    private Ask replace(CertificateLine line) {
        Ask ask = new Ask(words, "seminars.replace." + line.id(), "seminars.app.replace-now")
                .note(words.text("seminars.app.replace-text", line.facts().number()));
        TextField name = ask.line("name", line.facts().holder(), false);
        return ask.apart(() -> {
            String printed = name.getValue();
            return () -> {
                var _ = tools.certificates().replace(words.asker(), line.id(), printed);
            };
        });
    }

    private Ask revoke(CertificateLine line) {
        Ask ask = new Ask(words, "seminars.revoke." + line.id(), "seminars.app.revoke-now")
                .note(words.text("seminars.app.revoke-text", line.facts().number()))
                .harmful();
        TextArea reason = ask.block("reason", ask.label("reason"), "", true);
        return ask.doing(() -> tools.certificates().revoke(words.asker(), line.id(), reason.getValue()));
    }
}
